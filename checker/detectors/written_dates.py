"""Dates as they are written in a report, day first as in Britain.

A date keeps the precision it was written with.  What looks like a date and cannot be one
(31 June) is kept too, with no value: somebody wrote it, and somebody has to look at it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...schemas.dates import PartialDate

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<m{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<y{0}>(?:19|20)\d\d)"
_DATE = re.compile(
    r"(?<![\w/.-])(?:"
    + rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?[ ]+(?:of[ ]+)?{_MONTH.format(1)},?[ ]+{_YEAR.format(1)}"
    + rf"|{_MONTH.format(2)}[ ]+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?[ ]+{_YEAR.format(2)}"
    + r"|(?P<d3>\d{1,2})[/.-](?P<n3>\d{1,2})[/.-](?P<y3>(?:(?:19|20)\d\d|\d\d))"
    + rf"|{_YEAR.format(4)}-(?P<n4>\d\d)-(?P<d4>\d\d)"
    + rf"|{_MONTH.format(5)},?[ ]+(?:of[ ]+)?{_YEAR.format(5)}"
    + r")(?!\w|[/-]\d)"
)
_WAYS = range(1, 6)
_FIGURE = re.compile(r"[0-9]")
_BARE_YEAR = re.compile(r"(?<![\w/.-])(?:19|20)\d\d(?!\w|[/-]\d)")


class WrittenDate(NamedTuple):
    """A date at ``[start, end)`` of a text; ``date`` is None where no such day exists."""

    start: int
    end: int
    date: PartialDate | None


def written_dates(text: str, *, years: bool = False) -> list[WrittenDate]:
    """The dates of a text in plain form, in order; bare years too if asked for."""
    if _FIGURE.search(text) is None:
        return []  # every date has a figure, and most paragraphs have no date
    found = [_read(match) for match in _DATE.finditer(text)]
    if years:
        taken = [range(one.start, one.end) for one in found]
        for match in _BARE_YEAR.finditer(text):
            if not any(match.start() in span for span in taken):
                year = PartialDate(int(match.group()))
                found.append(WrittenDate(match.start(), match.end(), year))
    return sorted(found, key=lambda one: one.start)


def known(found: Iterable[WrittenDate]) -> Iterator[PartialDate]:
    """The dates among them that exist."""
    return (one.date for one in found if one.date is not None)


def _read(match: re.Match[str]) -> WrittenDate:
    parts = match.groupdict()
    # Each way of writing has a number, and its year is always there.
    way = next(number for number in _WAYS if parts[f"y{number}"])
    month_name, day, number, year = (parts.get(f"{letter}{way}") for letter in "mdny")
    month = _NAMES.index(month_name[:3]) + 1 if month_name else int(number or 0)
    try:
        date = PartialDate(_full_year(year or ""), month, int(day) if day else None)
    except ValueError:
        date = None
    return WrittenDate(match.start(), match.end(), date)


def _full_year(text: str) -> int:
    """Two digits mean this century up to 49, the last one from 50."""
    year = int(text)
    if len(text) == 4:
        return year
    return 2000 + year if year < 50 else 1900 + year


_LEAD = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3})+\.?\s+)?(?:\(?[a-z]\)\s+)?"
    r"(?:(?:later |early |late )?(?:on|in|by|at|from|around|during|between)\s+)?"
    r"(?:the\s+)?(?:\w+day,?\s+)?(?:early |late |mid-? ?|end of )?"
)


def begins_with_date(text: str) -> PartialDate | None:
    """The date with which a text in plain form begins: ``4.2 On 14 March 2017 ...``."""
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    found = written_dates(text[: start + 30])
    return found[0].date if found and found[0].start <= start else None
