"""Is the section there, has it a heading of its own, and does it stand where it belongs?"""

from __future__ import annotations

from bisect import bisect_left

from rapidfuzz import fuzz

from ...schemas.common import Answer, Strict
from ..headings import How, normalise
from ..layout import CONTENTS, TITLE_PAGE, Found, SectionFound
from ..outline import Headed
from .base import ANY_ANSWER, SETTLED, Hit, Look, Observation, detector
from .reading import Reading, reading
from .written_dates import begins_with_date

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
_LIKE = 90  # per cent of shared words that make a heading worth showing to a person
_SHOWN = 3  # places where content without a heading was found


class SectionSettings(Strict):
    """Which section."""

    section: str
    dated: int = 0
    """So many paragraphs that begin with a date are its content under another heading; 0: none."""


@detector("section", SectionSettings, lambda s: SETTLED if s.section == TITLE_PAGE else ANY_ANSWER)
def section(look: Look, settings: SectionSettings) -> Observation:
    """A section of the template, found by its heading, or by its words in the text."""
    read = reading(look)
    found = read.section(settings.section)
    if found.main is not None:
        return _headed(read, found, found.main)
    if found.section.key == TITLE_PAGE:
        return Observation(YES if found.paragraphs else NO)
    if found.found is Found.CONTENT:
        hits = tuple(p.hit() for p in read.pieces(found.paragraphs[:_SHOWN], whole=True))
        return Observation(
            OPEN, hits, "what belongs in it seems to stand elsewhere, with no heading of its own"
        )
    near = _like(read, found)
    if near:
        return Observation(OPEN, near, "no heading says so, but one of these may be meant")
    if settings.dated and (entries := _dated_entries(read, settings.dated)):
        note = "it has no heading of its own, but dated entries stand under other headings"
        return Observation(OPEN, entries, note)
    if read.layout.hardly_headed and not found.section.words:
        return Observation(OPEN, (), "the draft has too few headings to tell")
    return Observation(NO, (), "neither its heading nor its content was found")


def _dated_entries(read: Reading, enough: int) -> tuple[Hit, ...]:
    """The first few paragraphs and rows that begin with a date, if there are enough of them."""
    found: list[Hit] = []
    for piece in read.pieces(read.layout.body(), whole=True):
        if piece.paragraph.heading is None and begins_with_date(piece.text) is not None:
            found.append(piece.hit())
            if len(found) >= enough:
                return tuple(found[:_SHOWN])
    return ()


def _headed(read: Reading, found: SectionFound, main: Headed) -> Observation:
    hit = Hit(main.heading.place, main.heading.numbered_title)
    if not read.words_in(found.paragraphs) and not read.tables_in(found.paragraphs):
        return Observation(OPEN, (hit,), "there is a heading, but nothing stands under it")
    if read.only_instructed(found.paragraphs):
        note = "there is a heading, but what stands under it reads like the template's instruction"
        return Observation(OPEN, (hit,), note)
    notes: list[str] = []
    others = [key for key in main.match.keys if key != found.section.key]
    if others:
        titles = ", ".join(read.section(key).section.title for key in others)
        notes.append(f"the heading also stands for: {titles}")
    if main.match.how is How.TYPO:
        notes.append("the heading seems to be misspelt")
    if main.match.appendix:
        notes.append("it stands in an appendix")
    return Observation(YES, (hit,), "; ".join(notes))


def _like(read: Reading, found: SectionFound) -> tuple[Hit, ...]:
    """Unrecognised headings that share most of their words with this section's."""
    known = {h.heading.index for h in read.layout.headed}
    wanted = normalise(found.section.title)
    return tuple(
        Hit(p.place, p.numbered_title)
        for p in read.document.outline()
        if p.index not in known
        and p.index not in read.layout.title_page
        and fuzz.token_set_ratio(normalise(p.title), wanted) >= _LIKE
    )


class NoSettings(Strict):
    """Nothing to set."""


@detector("contents-list", NoSettings)
def contents_list(look: Look, _: NoSettings) -> Observation:
    """A list of contents, made by Word or typed."""
    lines = [p for p in look.document.main_text(contents=True) if p.in_toc]
    if lines:
        return Observation(YES, (Hit(lines[0].place, lines[0].text),))
    found = reading(look).section(CONTENTS)
    if found.main is not None:
        place = Hit(found.main.heading.place, found.main.heading.numbered_title)
        return Observation(OPEN, (place,), "there is a heading for it, but no list under it")
    return Observation(NO, (), "no list of contents was found")


@detector("real-headings", NoSettings, SETTLED)
def real_headings(look: Look, _: NoSettings) -> Observation:
    """Every section heading is a heading to Word, not only bold text."""
    imitated = [one for one in reading(look).layout.headed if one.imitated]
    if not imitated:
        return Observation(YES)
    hits = tuple(Hit(one.heading.place, one.heading.numbered_title) for one in imitated)
    return Observation(NO, hits, "these look like headings, but Word does not know them as such")


@detector("section-order", NoSettings, SETTLED)
def section_order(look: Look, _: NoSettings) -> Observation:
    """The sections stand in the order of the template."""
    read = reading(look)
    rank = {one.key: n for n, one in enumerate(read.layout.template.sections)}
    placed = sorted(
        (one for one in read.layout if _main_text(one)),
        key=lambda one: one.main.heading.index if one.main else -1,
    )
    ranks = [rank[one.section.key] for one in placed]
    kept = _longest_rise(ranks)
    strays = [one for n, one in enumerate(placed) if n not in kept]
    if not strays:
        return Observation(YES)
    hits = tuple(
        Hit(one.main.heading.place, one.main.heading.numbered_title)
        for one in strays
        if one.main is not None
    )
    titles = ", ".join(one.section.title for one in strays)
    return Observation(NO, hits, f"out of the template's order: {titles}")


def _main_text(one: SectionFound) -> bool:
    """Whether a section counts for the order: required, headed by itself, not in an appendix."""
    main = one.main
    return (
        main is not None
        and not one.section.optional
        and not main.match.appendix
        and len(main.match.keys) == 1
    )


def _longest_rise(ranks: list[int]) -> set[int]:
    """Positions of a longest rising run of ranks: what is left over stands out of order."""
    tops: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for n, rank in enumerate(ranks):
        at = bisect_left(tops, rank)
        before.append(last[at - 1] if at else -1)
        tops[at : at + 1] = [rank]
        last[at : at + 1] = [n]
    kept: set[int] = set()
    n = last[-1] if last else -1
    while n >= 0:
        kept.add(n)
        n = before[n]
    return kept


class BeforeSettings(Strict):
    """A section, and those that it has to come before."""

    section: str
    before: list[str]


@detector("comes-before", BeforeSettings)
def comes_before(look: Look, settings: BeforeSettings) -> Observation:
    """A section comes before certain others, and not only in an appendix."""
    read = reading(look)
    found = read.section(settings.section)
    if found.main is None:
        return Observation(OPEN, (), "it has no heading, so its place cannot be told")
    hit = Hit(found.main.heading.place, found.main.heading.numbered_title)
    if found.main.match.appendix:
        return Observation(NO, (hit,), "it stands only in an appendix")
    later = [read.section(key) for key in settings.before]
    starts = [one.main.heading.index for one in later if one.main and not one.main.match.appendix]
    if not starts:
        return Observation(OPEN, (hit,), "the sections that should follow it have no headings")
    if found.main.heading.index < min(starts):
        return Observation(YES, (hit,))
    return Observation(NO, (hit,), "it comes after what it should come before")


class LengthSettings(Strict):
    """How many words a section needs before it can be said to deal with its matter."""

    section: str
    at_least: int


@detector("enough-words", LengthSettings)
def enough_words(look: Look, settings: LengthSettings) -> Observation:
    """A section is long enough to deal with its matter; tables count."""
    read = reading(look)
    found = read.section(settings.section)
    if found.main is None:
        return Observation(OPEN, (), "it has no heading, so its length cannot be told")
    words = read.words_in(found.paragraphs)
    hit = Hit(found.main.heading.place, found.main.heading.numbered_title)
    if read.only_instructed(found.paragraphs):
        return Observation(OPEN, (hit,), "it reads like the template's instruction")
    return Observation(
        YES if words >= settings.at_least else NO, (hit,), _how_many(words, settings.at_least)
    )


def _how_many(words: int, wanted: int) -> str:
    return f"{words} words" if words >= wanted else f"{words} words; fewer than {wanted}"
