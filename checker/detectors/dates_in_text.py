"""Detectors of dates: the day of the death, dates of birth, days that never were."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ...schemas.common import Strict
from .base import SETTLED, Look, Observation, detector
from .calendar_dates import DateFound, dates_of
from .corpus import MARK, Corpus, Passage, corpus_of
from .finds import Find, observation
from .folding import words_of
from .people import births_of_record
from .regions import Region, in_regions
from .words import folded

_BEYOND = 5  # words
_NEAR = 80  # characters between a word for the death and a date that belong together
_BIRTH_BEFORE = re.compile(
    r"\b(?:born|d\.?o\.?b\b\.?|dates? of birth|birth ?date|birthday)\W{0,4}"
    r"(?:(?:was|is|on|the|of)\b\W{0,3}){0,3}\Z",
    re.I,
)
_BIRTH_AFTER = re.compile(r"\W{0,3}(?:dob\b|d\.o\.b|date of birth)", re.I)
_BIRTH_TITLES = frozenset(
    {("dob",), ("d", "o", "b"), ("date", "of", "birth"), ("born",), ("birth", "date")}
)
_BIRTH_MONTH = re.compile(
    r"\bborn in (?:early |mid-?|late )?(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December),? (?:of )?\d{4}\b"
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class WhereSettings(Strict):
    """In which parts of the draft to look."""

    where: tuple[Region, ...] = (Region.EVERYWHERE,)


@detector("exact-date-of-death", WhereSettings)
def exact_date_of_death(look: Look, settings: WhereSettings) -> Observation:
    """The day of the death, where month and year would do.

    YES where it is the day that the case record gives or, if the record gives none, where
    the sentence says so; OPEN where the sentence says so of another day than the record's.
    """
    return observation(corpus_of(look), _death_dates(look, settings.where))


def _death_dates(look: Look, where: tuple[Region, ...]) -> Iterator[Find]:
    corpus = corpus_of(look)
    known = _known_days(look)
    for found in dates_of(look):
        if not in_regions(look, corpus.passage_at(found.start), where):
            continue
        day = found.day_of()
        if day in known:
            yield Find(
                found.start, found.end, True, "the day of the death, as the case record has it"
            )
        elif found.year is None and known and (found.month, found.day) in _days(known):
            yield Find(found.start, found.end, True, "the day of the death, without its year")
        elif _speaks_of_death(corpus, found):
            yield Find(
                found.start, found.end, not known, "a day that seems to be that of the death"
            )


def _known_days(look: Look) -> frozenset[date]:
    if look.record is None:
        return frozenset()
    dates = (look.record.dates.death, look.record.dates.fatal_act)
    return frozenset(when.earliest() for when in dates if when and when.precision == "day")


def _days(known: frozenset[date]) -> frozenset[tuple[int, int]]:
    return frozenset((day.month, day.day) for day in known)


def _speaks_of_death(corpus: Corpus, found: DateFound) -> bool:
    """Whether a word for the death is near, with nothing between that has days of its own."""
    before = corpus.text[max(0, found.start - _NEAR) : found.start]
    after = corpus.text[found.end : found.end + _NEAR]
    same_before = re.split(rf"[.!?;{MARK}]", before)[-1]
    same_after = re.split(rf"[.!?;{MARK}]", after)[0]
    return _reaches(words_of(same_before)[::-1]) or _reaches(words_of(same_after))


def _reaches(words: list[str]) -> bool:
    """Whether, going away from the date, a word for the death comes before any other event.

    "Told of the death on the 17th" is no death on the 17th: so a few words beyond are read.
    """
    death, others = folded("death_words"), folded("other_events")
    for number, word in enumerate(words):
        if word in death:
            return not folded("telling").intersection(words[number + 1 : number + 1 + _BEYOND])
        if word in others:
            return False
    return False


@detector("dates-of-birth", WhereSettings)
def dates_of_birth(look: Look, settings: WhereSettings) -> Observation:
    """A date of birth: said to be one, in a table of them, or known from the case record.

    YES for a date with its day; OPEN for a month and a year.
    """
    corpus = corpus_of(look)
    finds = [*_births(look, corpus), *_birth_months(corpus)]
    return observation(
        corpus,
        (f for f in finds if in_regions(look, corpus.passage_at(f.start), settings.where)),
    )


def _births(look: Look, corpus: Corpus) -> Iterator[Find]:
    births = births_of_record(look.record)
    for found in dates_of(look):
        passage = corpus.passage_at(found.start)
        if found.day_of() in births:
            yield Find(found.start, found.end, True, "a date of birth in the case record")
        elif _is_birth(look, corpus, found, passage):
            yield Find(found.start, found.end, True, "said to be a date of birth")


def births_given(look: Look) -> frozenset[date]:
    """Days on which people of the case were born, by the record and by the draft itself."""

    def work() -> frozenset[date]:
        corpus = corpus_of(look)
        said = (d for d in dates_of(look) if _is_birth(look, corpus, d, corpus.passage_at(d.start)))
        days = (found.day_of() for found in said)
        return births_of_record(look.record).union(day for day in days if day is not None)

    found: frozenset[date] = look.once("births-given", work)
    return found


def _is_birth(look: Look, corpus: Corpus, found: DateFound, passage: Passage) -> bool:
    before = corpus.text[max(passage.start, found.start - 60) : found.start]
    if _BIRTH_BEFORE.search(before) or _BIRTH_AFTER.match(corpus.text, found.end):
        return True
    return _headed_birth(look, passage)


def _headed_birth(look: Look, passage: Passage) -> bool:
    """Whether the table's column, or the cell to the left, says date of birth."""
    if passage.paragraph is None or passage.paragraph.in_table is None:
        return False
    at_table, at_row, at_cell = passage.paragraph.in_table
    table = look.document.tables[at_table]
    titles = [table.header[at_cell]] if at_row and at_cell < len(table.header) else []
    if at_cell:
        titles.append(look.document.cell_text(table.rows[at_row].cells[at_cell - 1]))
    return any(tuple(words_of(title)) in _BIRTH_TITLES for title in titles)


def _birth_months(corpus: Corpus) -> Iterator[Find]:
    for match, _ in corpus.find(_BIRTH_MONTH):
        yield Find(match.start(), match.end(), False, "a month of birth")


@detector("impossible-dates", WhereSettings)
def impossible_dates(look: Look, settings: WhereSettings) -> Observation:
    """A day that the calendar does not have, such as 31 June.

    YES where the month is written as a word; OPEN for figures, which may follow another order.
    """
    corpus = corpus_of(look)
    return observation(
        corpus,
        (
            Find(d.start, d.end, not d.figures, "the calendar has no such day")
            for d in dates_of(look)
            if not d.possible and in_regions(look, corpus.passage_at(d.start), settings.where)
        ),
    )


@detector("wrong-weekdays", WhereSettings, SETTLED)
def wrong_weekdays(look: Look, settings: WhereSettings) -> Observation:
    """A day of the week that the date did not fall on."""
    corpus = corpus_of(look)
    return observation(
        corpus,
        (
            Find(d.start, d.end, True, f"that day was a {_WEEKDAYS[day.weekday()]}")
            for d in dates_of(look)
            if d.weekday is not None
            and (day := d.day_of()) is not None
            and day.weekday() != d.weekday
            and in_regions(look, corpus.passage_at(d.start), settings.where)
        ),
    )
