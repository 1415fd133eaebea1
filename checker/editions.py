"""Which edition of the guidance a draft says that it follows, and which its headings follow.

Neither chooses the rules: those follow from the dates of the case, or are chosen by hand.  But a
draft that is held to another edition than its author had in mind is told faults that are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..schemas.rule import Template
from .detectors.base import Look
from .detectors.terms import plain, sentences
from .layout import CONTENTS, TITLE_PAGE
from .outline import outline_of
from .packs import Pack, RuleSet

_EDITION = re.compile(r"home-office-(\d{4})")
_GUIDANCE = re.compile(
    r"(?:multi[- ]agency )?statutory guidance|guidance (?:for|on) the conduct of"
    r"|domestic homicide review guidance|home office guidance|guidance .{0,40}domestic homicide"
)
_OTHERS = re.compile(r"working together|care act|safeguarding (?:adults|children)|keeping children")
_YEAR = re.compile(r"\b(?:2011|2013|2016)\b")
_PAST = re.compile(r"\b(?:previous|former|earlier|superseded|then|replaced|revised version of)\b")
_MOST, _FEW = 0.7, 0.6  # of the headings that a template requires
_ENOUGH = 3


def edition_remarks(look: Look, ruleset: RuleSet) -> tuple[str, ...]:
    """What to tell a reader whose draft claims, or follows, another edition than was applied."""
    applied = next((year for pack in ruleset.packs if (year := _year(pack.id))), "")
    if not applied:
        return ()
    claimed = claimed_edition(look)
    if claimed == applied:
        return ()
    if claimed:
        return (_remark("The draft says that it follows the guidance of", claimed, applied),)
    followed = followed_editions(look, ruleset)
    if not followed or applied in followed:
        return ()
    return (_remark("The headings of the draft follow the template of", min(followed), applied),)


def _remark(said: str, year: str, applied: str) -> str:
    return (
        f"{said} {year}, but it was held to that of {applied}. If {year} is right, check it"
        f" again under that edition (--edition {year})."
    )


def claimed_edition(look: Look) -> str:
    """The latest edition that a draft names as the guidance for its review; empty if none."""
    return max(_named(look), default="")


def _named(look: Look) -> Iterator[str]:
    for paragraph in look.document.main_text():
        text = plain(paragraph.text)
        if "guidance" not in text:
            continue
        for start, end in sentences(paragraph.text):
            said = text[start:end]
            if _GUIDANCE.search(said) and not _OTHERS.search(said) and not _PAST.search(said):
                yield from _YEAR.findall(said)


def followed_editions(look: Look, ruleset: RuleSet) -> frozenset[str]:
    """The editions most of whose headings a draft has; none where that is not clear.

    The 2016 template has all the headings of 2011 and more, so the fullest that fits is the one;
    2013, which was not read, is taken to have those of 2011 and is not told from it.
    """
    found = {
        year: (len(wanted & _headed(look, pack)), wanted)
        for pack in ruleset.base.packs.values()
        if (year := _year(pack.id)) and (wanted := _wanted(look, pack))
    }
    fits = [year for year, (had, wanted) in found.items() if had >= _MOST * len(wanted)]
    fullest = max((len(found[year][1]) for year in fits), default=0)
    fuller = [one for one in found.values() if len(one[1]) > fullest]
    if any(had >= _FEW * len(wanted) for had, wanted in fuller):
        return frozenset()
    return frozenset(year for year in fits if len(found[year][1]) == fullest)


def _template(look: Look, pack: Pack) -> Template | None:
    return next((t for t in pack.templates if t.document is look.kind), None)


def _wanted(look: Look, pack: Pack) -> frozenset[str]:
    """The headings that a template requires; none where they are too few to tell anything."""
    template = _template(look, pack)
    keys = frozenset(
        one.key
        for one in (template.sections if template else ())
        if not one.optional and one.key not in (TITLE_PAGE, CONTENTS)
    )
    return keys if len(keys) >= _ENOUGH else frozenset()


def _headed(look: Look, pack: Pack) -> frozenset[str]:
    template = _template(look, pack)
    if template is None:
        return frozenset()
    headed = outline_of(look.document, template).headed
    return frozenset(key for one in headed for key in one.match.keys)


def _year(pack_id: str) -> str:
    found = _EDITION.fullmatch(pack_id)
    return found[1] if found else ""
