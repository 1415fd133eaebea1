"""Dates that contradict one another, the case record, or the order in which things happen."""

from __future__ import annotations

from pydantic import Field

from ...schemas.common import Answer, Strict
from ...schemas.dates import PartialDate
from .base import ANY_ANSWER, QUESTIONED, SUSPECTED, Answers, Hit, Look, Observation, detector
from .corpus import corpus_of
from .happenings import KINDS, happenings_of, pairs_out_of_order, recorded
from .mentions import where_to_look
from .reading import reading
from .statements import MOST, Said, disagreements, paired_hits
from .terms import find
from .written_dates import known, written_dates

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
_CLOSE = 31  # days: an attack at the end of one month, and a death in the next


class KindSettings(Strict):
    """Of which events: death, decision, began, completed, charged, convicted, sentenced."""

    events: tuple[str, ...] = Field(min_length=1)
    sure: tuple[str, ...] = ()
    """Those of which there is only one, so that two dates are a contradiction."""


class NoSettings(Strict):
    """Nothing to set."""


def _gives(settings: KindSettings) -> Answers:
    return ANY_ANSWER if settings.sure else QUESTIONED


@detector("dates-agree", KindSettings, _gives)
def dates_agree(look: Look, settings: KindSettings) -> Observation:
    """An event has one date wherever the draft gives it, and in the case record."""
    corpus = corpus_of(look)
    told = recorded(look.record)
    answer, hits, notes = YES, list[Hit](), list[str]()
    for kind in settings.events:
        what = KINDS[kind]
        said = [_weighed(one, settings) for one in happenings_of(look) if one.about == kind]
        made = disagreements(corpus, said, can_be_one, what)
        answer = _worse(answer, made.answer)
        hits += made.hits
        notes += [made.note] if made.note else []
        for one in said:
            if kind in told and not can_be_one(one.value, told[kind]):
                apart = one.sure and far_apart(one.value, told[kind])
                answer = _worse(answer, NO if apart else OPEN)
                hits.append(corpus.hit(one.start, one.end, f"{what} is another in the case record"))
                notes.append(f"{what} is not that of the case record")
    return Observation(answer, tuple(dict.fromkeys(hits))[:MOST], "; ".join(dict.fromkeys(notes)))


def _weighed(said: Said[PartialDate], settings: KindSettings) -> Said[PartialDate]:
    sure = said.sure and said.about in settings.sure
    return Said(said.about, said.value, said.start, said.end, sure)


def can_be_one(one: PartialDate, other: PartialDate) -> bool:
    """Whether two dates, as far as they are known, may be the same day."""
    return one.on(other) is not NO


def far_apart(one: PartialDate, other: PartialDate) -> bool:
    """Whether more than 31 days lie between two dates, however they are read."""
    first, last = sorted((one, other), key=PartialDate.earliest)
    return (last.earliest() - first.latest()).days > _CLOSE


def _worse(one: Answer, other: Answer) -> Answer:
    return min((one, other), key=(NO, OPEN, YES).index)


@detector("happenings-in-order", NoSettings)
def happenings_in_order(look: Look, _: NoSettings) -> Observation:
    """Nothing is said to have ended before it began, or to have followed what it must precede."""
    pairs = list(pairs_out_of_order(happenings_of(look)))
    if not pairs:
        return Observation(YES)
    answer = NO if any(a.sure and b.sure for a, b in pairs) else OPEN
    told = "; ".join(f"{KINDS[b.about]} comes before {KINDS[a.about]}" for a, b in pairs[:MOST])
    return Observation(answer, paired_hits(corpus_of(look), pairs[:MOST], "the order"), told)


class AfterSettings(Strict):
    """The section whose tables are looked at, and words of what follows a death."""

    section: str
    follows: list[str] = Field(min_length=1)


@detector("rows-after-the-death", AfterSettings, SUSPECTED)
def rows_after_the_death(look: Look, settings: AfterSettings) -> Observation:
    """A row of the chronology is dated after the death and speaks of nothing that follows one."""
    read = reading(look)
    told = recorded(look.record).get("death")
    death = told or next((one.value for one in happenings_of(look) if one.about == "death"), None)
    if death is None:
        return Observation(OPEN, (), "the date of the death could not be told from the draft")
    strays: list[Hit] = []
    where = where_to_look(read, settings.section)
    for table in read.tables_in(where.here if where.headed else (*where.here, *where.likely)):
        for row in table.rows[1:]:
            if row.deleted or not row.cells or not row.cells[0].paragraphs:
                continue
            first = row.cells[0].paragraphs[0]
            when = next(known(written_dates(read.plain(first))), None)
            if when is None or when.after(death) is not YES:
                continue
            texts = " ".join(read.plain(i) for cell in row.cells for i in cell.paragraphs)
            if find(settings.follows, texts) is None:
                paragraph = read.document.paragraphs[first]
                strays.append(Hit(paragraph.place, paragraph.text, note="later than the death"))
    if strays:
        return Observation(OPEN, tuple(strays[:MOST]), "rows are dated after the death")
    return Observation(NO)
