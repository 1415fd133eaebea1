"""How long the review took, and whether the report says why it took so long.

The guidance gives a review six months from the decision to hold it; the template counts from
when it began.  Both are computed where both dates are known, from the draft or the record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta
from pydantic import Field

from ...schemas.common import Answer, Strict
from ...schemas.dates import PartialDate
from .base import Hit, Look, Observation, detector
from .corpus import corpus_of
from .dates_in_section import SpanSettings, ends_of
from .happenings import KINDS, happenings_of, recorded
from .mentions import where_to_look
from .reading import Piece, Reading, reading
from .terms import all_of, find

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
_SHOWN = 3
_BEGAN, _ENDED = ("<review-began>",), ("<review-ended>",)


class LongerSettings(SpanSettings):
    """What the clock starts with, and after how many calendar months it has run out."""

    since: tuple[str, ...] = Field(min_length=1)
    """Kinds of event (see ``happenings``); it took longer if it did since any of them."""
    months: int


@dataclass(frozen=True, slots=True)
class _When:
    """A date, what it is the date of, and where it stands; no place if the record has it."""

    date: PartialDate
    what: str
    hit: Hit | None


@detector("took-longer", LongerSettings)
def took_longer(look: Look, settings: LongerSettings) -> Observation:
    """The review took longer than it should, by the dates of the draft and of the case record."""
    known = _known(look, settings)
    end = known.get("completed")
    if end is None:
        return Observation(OPEN, (), "how long the review took: no date of its completion")
    within: tuple[_When, ...] = ()
    for start in (known[kind] for kind in settings.since if kind in known):
        if not _within(start.date, end.date, settings.months):
            return Observation(YES, _hits(start, end), _taken(start, end))
        within = within or (start, end)
    if within:
        return Observation(NO, _hits(*within), _taken(*within))
    death = known.get("death")
    if death is None:
        return Observation(OPEN, (), "how long the review took: no date of its beginning")
    if _within(death.date, end.date, settings.months):
        return Observation(NO, _hits(death, end), _taken(death, end))
    note = f"{_taken(death, end)}; no date was found for the decision or the beginning"
    return Observation(OPEN, _hits(death, end), note)


def _known(look: Look, settings: SpanSettings) -> dict[str, _When]:
    """The dates that matter: the draft's own section first, then its other parts, the record."""
    read, corpus = reading(look), corpus_of(look)
    where = where_to_look(read, settings.section)
    found: dict[str, _When] = {}
    # Elsewhere "began on" may be said of a relationship or of an illness.
    ends = ends_of(read, where.here if where.headed else (), settings)
    for kind, said in (("began", ends.began), ("completed", ends.ended)):
        if said is not None:
            found[kind] = _When(said[0], KINDS[kind], said[1])
    for one in happenings_of(look):
        if one.about not in found:
            found[one.about] = _When(one.value, KINDS[one.about], corpus.hit(one.start, one.end))
    for kind, when in recorded(look.record).items():
        if kind not in found or kind in ("death", "decision"):  # the record is surer of these
            found[kind] = _When(when, f"{KINDS[kind]} (by the case record)", None)
    return found


def _within(start: PartialDate, end: PartialDate, months: int) -> bool:
    """Whether the end can lie within some calendar months of the start."""
    return end.earliest() <= start.latest() + relativedelta(months=months)


def _taken(start: _When, end: _When) -> str:
    gap = relativedelta(end.date.latest(), start.date.earliest())
    months = gap.years * 12 + gap.months
    counted = f"{months} month{'' if months == 1 else 's'}" if months else "less than a month"
    return f"{counted} from {start.what} to {end.what}"


def _hits(*when: _When) -> tuple[Hit, ...]:
    return tuple(dict.fromkeys(one.hit for one in when if one.hit is not None))


class BeforeSettings(Strict):
    """The section on timescales, and a day."""

    section: str
    day: date


@detector("completed-before", BeforeSettings)
def completed_before(look: Look, settings: BeforeSettings) -> Observation:
    """The review was completed before a day, by the dates of the draft; no if that is not told."""
    spans = SpanSettings(section=settings.section, began=list(_BEGAN), ended=list(_ENDED))
    end = _known(look, spans).get("completed")
    if end is None:
        return Observation(NO)
    return Observation(end.date.before(settings.day), _hits(end), f"{end.what}: before the duty")


class ReasonSettings(LongerSettings):
    """What speaks of a delay, and what a reason for one sounds like."""

    delayed: list[str] = Field(min_length=1)
    reasons: list[str] = Field(min_length=1)
    late: list[str] = Field(min_length=1)
    """What speaks of a delay outside the section, where it has to be the review that was late."""
    none: tuple[str, ...] = ()
    """Words that say that there was no delay."""


@detector("delay-reasons", ReasonSettings)
def delay_reasons(look: Look, settings: ReasonSettings) -> Observation:
    """The report gives reasons for the time that the review took; no only if it says nothing."""
    read = reading(look)
    where = where_to_look(read, settings.section)
    both = (settings.delayed, settings.reasons)
    taken = took_longer(look, settings)
    if given := _giving(read, where.here, both, settings):
        return Observation(YES if where.headed else OPEN, given, taken.note)
    if given := _giving(read, where.likely, (settings.late, settings.reasons), settings):
        return Observation(YES, given, taken.note)
    said = [p for p in read.pieces(where.here) if not _only_dates(p, settings)]
    if where.headed and not said:
        note = "the section has nothing but dates, and no reason was found"
        return Observation(NO, taken.hits, f"{taken.note}; {note}")
    hits = tuple(p.hit() for p in said[:_SHOWN])
    note = "no reason for the time that it took was recognised"
    return Observation(OPEN, hits or taken.hits, f"{taken.note}; {note}")


def _giving(
    read: Reading, indices: Iterable[int], groups: tuple[list[str], ...], settings: ReasonSettings
) -> tuple[Hit, ...]:
    """Paragraphs that speak of a delay and of a reason, those that deny one left out."""
    found: list[Hit] = []
    for piece in read.pieces(indices, whole=True):
        text = " ".join(_telling(piece, settings))
        if all_of(groups, text) is not None and (match := all_of(groups, piece.text)):
            found.append(piece.matched(match))
    return tuple(found[:_SHOWN])


def _telling(piece: Piece, settings: ReasonSettings) -> Iterator[str]:
    """The sentences of a paragraph that may give a reason: no general rule, no denial."""
    for sentence in piece.text.split(". "):
        if settings.general and find(settings.general, sentence):
            sentence = _after(settings.general, sentence)
        if not (settings.none and find(settings.none, sentence)):
            yield sentence


def _after(terms: tuple[str, ...], text: str) -> str:
    """A sentence from its general part on: "within six months; that was not possible because"."""
    match = find(terms, text)
    return text[match.end() :] if match else text


def _only_dates(piece: Piece, settings: ReasonSettings) -> bool:
    """A sentence that says when the review ran, or how long reviews should take, and no more."""
    general = bool(settings.general) and find(settings.general, piece.text) is not None
    dated = find(settings.began, piece.text) or find(settings.ended, piece.text)
    return (general or dated is not None) and all_of((settings.delayed,), piece.text) is None
