"""Who is named in a case record: whose names must not appear, and whose may.

The deceased, the alleged perpetrators and the children must stay anonymous.  The chair, the
author and the panel are named in the report because the guidance asks for it, and agencies
are named too.  A pseudonym is there to be used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ...schemas.case import CaseRecord
from ...schemas.dates import PartialDate
from ...schemas.scalars import RecordPart
from ...schemas.settings import Agency
from .base import Look
from .folding import words_of
from .words import folded

EXTRA_NAMES = "extra-names"
"""Key of ``Look.memo`` under which names from outside the record may be given."""
_LISTED = "somebody listed in the settings"
AGENCIES = "agencies"
"""Key of ``Look.memo`` under which agencies from outside the record may be given."""

_SHORT = 4  # letters; a run-together form as short says nothing
_LONG = 7  # letters; a first and last name as long are no everyday word by chance
_LONGEST = 8  # words of one name; a longer entry is a sentence that strayed into the list


@dataclass(frozen=True, slots=True)
class ListedName:
    """One name that must not be in the draft."""

    words: tuple[str, ...]
    """Folded, without titles: ``("jane", "ann", "smith", "jones")``."""
    who: str
    """Whose it is, in words that name nobody: ``the deceased``, ``P1``."""
    groups: tuple[tuple[str, ...], ...] = ()
    """The words as blanks part them: a double-barrelled surname is one group of two."""

    @property
    def full(self) -> bool:
        """Whether it has more than one word, and so belongs to one person and few others."""
        return len(self.words) > 1

    def parts(self) -> Iterator[str]:
        """The words that may stand for the person by themselves."""
        small = folded("particles")
        for word in self.words:
            if len(word) > 1 and word not in small:
                yield word

    def initials(self) -> frozenset[str]:
        """First letters in capitals, as people shorten: all, without particles, first and last.

        Of Anna Maria van der Berg-Hill: AMBH, AMVDBH, AMB, AB.  None of a single word.
        """
        small = folded("particles")
        barrels = self._barrels()
        telling = [word for word in self.words if word not in small]
        each = [barrel[0] for barrel in barrels]
        one_each = [word for word in each if word not in small]
        ends = [*one_each[:1], *one_each[1:][-1:]]
        forms = (self.words, telling, each, one_each, ends)
        made = ("".join(word[0] for word in words) for words in forms)
        return frozenset(letters.upper() for letters in made if len(letters) > 1)

    def joined(self) -> Iterator[str]:
        """What the name becomes in file names and addresses: ``janesmith``, ``jsmith``."""
        yield from (made for made in dict.fromkeys(self._joined()) if len(made) > _SHORT)

    def _joined(self) -> Iterator[str]:
        if not self.full:
            return
        first = self.words[0]
        for last in self._surnames():
            yield from (first + last, last + first, first[0] + last, first + last[0])
            yield last + first[0]

    def run_together(self) -> Iterator[str]:
        """The whole names among them, which are no everyday word by chance."""
        if self.full:
            first = self.words[0]
            for last in self._surnames():
                yield from (made for made in (first + last, last + first) if len(made) >= _LONG)

    def _surnames(self) -> tuple[str, ...]:
        """The last word; a double-barrelled surname whole, and its first half; with particles."""
        barrels, small = self._barrels(), folded("particles")
        at = len(barrels) - 1
        while at > 1 and barrels[at - 1][-1] in small:
            at -= 1
        with_particles = "".join(word for barrel in barrels[at:] for word in barrel)
        last = barrels[-1] if len(barrels) > 1 else self.words[-1:]
        return tuple(dict.fromkeys((self.words[-1], "".join(last), last[0], with_particles)))

    def _barrels(self) -> tuple[tuple[str, ...], ...]:
        return self.groups or tuple((word,) for word in self.words)


def _name(text: str) -> list[tuple[str, ...]]:
    """The folded words of a name, as blanks part them, without titles."""
    titles = folded("titles") | folded("ranks")
    groups = [tuple(w for w in words_of(one) if not w.isdigit()) for one in text.split()]
    groups = [group for group in groups if group]
    # "Dean" or "Sister" may be all that a nickname is: a title is dropped only before a name.
    while len(groups) > 1 and groups[0][0] in titles:
        groups.pop(0)
    return groups[:_LONGEST]


def listed(names: Iterable[tuple[str, str]]) -> tuple[ListedName, ...]:
    """Names, each with whose it is, as they are looked for; every one once."""
    found: dict[tuple[str, ...], ListedName] = {}
    for text, who in names:
        groups = _name(text)
        if words := tuple(word for group in groups for word in group)[:_LONGEST]:
            found.setdefault(words, ListedName(words, who, tuple(groups)))
    return tuple(found.values())


def people_of(record: CaseRecord | None) -> Iterator[tuple[RecordPart, str]]:
    """Everyone of the record who has a field for names and must stay anonymous, and who it is.

    All parts of the record but the review, whose chair, author and panel are named.
    """
    for key in type(record).model_fields if record is not None else ():
        if key == "review":
            continue
        value: object = getattr(record, key)
        parts: tuple[object, ...] = value if isinstance(value, tuple) else (value,)  # pyright: ignore[reportUnknownVariableType]
        for part in parts:
            if isinstance(part, RecordPart) and "names" in type(part).model_fields:
                yield part, str(getattr(part, "ref", f"the {key}"))


def births_of_record(record: CaseRecord | None) -> frozenset[date]:
    """Days on which people of the record were born, where the day is known."""
    if record is None:
        return frozenset()
    people = (record.deceased, *record.alleged_perpetrators, *record.children)
    born: list[PartialDate | None] = [person.born for person in people]
    return frozenset(when.earliest() for when in born if when and when.precision == "day")


def names_of_record(record: CaseRecord | None) -> Iterator[tuple[str, str]]:
    """Every name of the record that must stay out of a draft, with whose it is."""
    for part, who in people_of(record):
        names: tuple[str, ...] = getattr(part, "names", ())
        yield from ((name, who) for name in names)


def listed_in(look: Look) -> tuple[ListedName, ...]:
    """The names to look for in a draft: those of the record, and any given beside it."""

    def work() -> tuple[ListedName, ...]:
        extra: Iterable[str] = look.memo.get(EXTRA_NAMES, ())
        return listed([*names_of_record(look.record), *((name, _LISTED) for name in extra)])

    found: tuple[ListedName, ...] = look.once("listed-names", work)
    return found


def pseudonyms_of(record: CaseRecord | None) -> tuple[str, ...]:
    """The pseudonyms that the record declares, in its order."""
    found: list[str | None] = [getattr(part, "pseudonym", None) for part, _ in people_of(record)]
    return tuple(pseudonym for pseudonym in found if pseudonym)


def agencies_given(look: Look) -> tuple[Agency, ...]:
    """The agencies that the settings list: names and acronyms that a draft may print.

    Those of the case record are in ``record.agencies``.
    """
    given: tuple[Agency, ...] = look.memo.get(AGENCIES, ())
    return given


def public_names(record: CaseRecord | None) -> Iterator[str]:
    """Names that a report may print: chair, author, panel, agencies, partnerships, boards."""
    if record is None:
        return
    review = record.review
    if review is not None:
        for appointee in (review.chair, review.author):
            if appointee is not None:
                yield from (name for name in (appointee.name, *appointee.names) if name)
        for member in review.panel:
            yield from (name for name in (member.name, member.agency) if name)
    for body in (*record.agencies, *record.csps, *record.safeguarding_boards):
        if body.name:
            yield body.name
