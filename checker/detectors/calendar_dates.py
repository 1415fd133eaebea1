"""Calendar dates as people write them, in the British order.

Only dates that name a day are found here: a month and a year identify nobody.  A date that
cannot be (31 June) is found too, because that is a fault of its own.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .base import Look
from .corpus import Corpus, corpus_of

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
# Each pattern begins with what is rare in prose (a digit or a month) and has no part that
# can match the same text in two ways, so that time grows with the length of the text.
_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?(?: day)?(?: of)?[ -]" + _MONTH + r"(?:,?[ -](\d{4}|'?\d\d)(?!\d))?",
    re.I,
)
_DAY_AND_YEAR = re.compile(r" (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)")
_MONTH_BEFORE = re.compile(r"(?<![^\W_])" + _MONTH + r"\Z", re.I)
_LONGEST_MONTH = 11  # characters of "September."  and one before it
_FIGURES = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)(?!\d|[-/]\d)")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")
_RUN = re.compile(r"\d+")
_DAY, _YEAR = 2, 4  # digits
_FROM_FIGURES = (_DAY_FIRST, _DAY_AND_YEAR, _FIGURES, _ISO)
_WEEKDAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?\Z", re.I)
_WEEKDAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_CENTURY_TURN = 40  # two figures up to this are 20xx: the youngest and the oldest both fit


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date that names a day, at ``[start, end)`` of the corpus's text."""

    start: int
    end: int
    day: int
    month: int
    year: int | None
    weekday: int | None = None
    """Monday is 0; None if none is written before it."""
    figures: bool = False
    """Written in figures only."""

    @property
    def possible(self) -> bool:
        """Whether the calendar has such a day; without a year, in any year."""
        if not 1 <= self.month <= 12:
            return False
        return 1 <= self.day <= calendar.monthrange(self.year or 2000, self.month)[1]

    def day_of(self) -> date | None:
        """The day itself; None without a year, or if there is no such day."""
        if self.year is None or not self.possible:
            return None
        return date(self.year, self.month, self.day)


def dates_in(text: str) -> Iterator[DateFound]:
    """Every date of a text that names a day, in no particular order."""
    done = [0, 0, 0, 0]

    def tried(number: int, start: int) -> re.Match[str] | None:
        """What a pattern matches at a place, unless that is part of what it matched before."""
        match = _FROM_FIGURES[number].match(text, start) if start >= done[number] else None
        done[number] = match.end() if match is not None else done[number]
        return match

    for run in _RUN.finditer(text):
        start, digits = run.start(), run.end() - run.start()
        if (
            digits == _YEAR
            and text[run.end() : run.end() + 1] == "-"
            and (found := tried(3, start))
            and not _glued(text, start)
        ):
            day, month, year = int(found[3]), int(found[2]), int(found[1])
            if month <= 12 and day <= 31:
                yield _dated(text, found, day, month, year, figures=True)
        if digits > _DAY:
            continue
        if (found := tried(0, start)) and not _glued(text, start) and not _loose_word(found):
            day, month, year = int(found[1]), _month(found[2]), _year(found[3])
            yield _dated(text, found, day, month, year)
        if start and (found := tried(1, start - 1)):
            before = max(0, found.start() - _LONGEST_MONTH)
            if named := _MONTH_BEFORE.search(text, before, found.start()):
                day, month, year = int(found[1]), _month(named[1]), int(found[2])
                yield _dated(text, found, day, month, year, named.start())
        # 3.1.12 is a paragraph's number; with dots, only a full year makes a date.
        if (found := tried(2, start)) and not _glued(text, start) and _full(found):
            day, month, year = int(found[1]), int(found[3]), _year(found[4])
            if day <= 31 and (month <= 12 or day <= 12) and month <= 31:
                yield _dated(text, found, day, month, year, figures=True)


def _full(found: re.Match[str]) -> bool:
    return found[2] != "." or len(found[4]) == _YEAR


def _glued(text: str, start: int) -> bool:
    """Part of a longer number, a reference or an address."""
    before = text[max(0, start - 1) : start]
    return (
        before.isalnum()
        or before in ("/", "-", "_", "£")
        or (before == "." and text[max(0, start - 2) : start - 1].isdigit())
    )


def _loose_word(found: re.Match[str]) -> bool:
    """``the 3 may leave``: a small word that is a month only with a year behind it."""
    return found[2].islower() and found[3] is None


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _year(figures: str | None) -> int | None:
    if figures is None:
        return None
    if len(figures) == 4:
        return int(figures)
    short = int(figures.lstrip("'"))
    return 2000 + short if short <= _CENTURY_TURN else 1900 + short


def _dated(
    text: str,
    found: re.Match[str],
    day: int,
    month: int,
    year: int | None,
    start: int | None = None,
    *,
    figures: bool = False,
) -> DateFound:
    first = found.start() if start is None else start
    before = _WEEKDAY.search(text[max(0, first - 16) : first])
    weekday = _WEEKDAYS.index(before[1].lower()) if before else None
    start = first - (len(before[0]) if before else 0)
    return DateFound(start, found.end(), day, month, year, weekday, figures)


def dates_of(look: Look) -> tuple[DateFound, ...]:
    """Every date in the file that names a day, in order; found once for each draft."""

    def work() -> tuple[DateFound, ...]:
        corpus: Corpus = corpus_of(look)
        return tuple(sorted(dates_in(corpus.text), key=lambda found: found.start))

    found: tuple[DateFound, ...] = look.once("dates", work)
    return found
