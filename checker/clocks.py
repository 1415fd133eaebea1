"""Dates due: calendar months, working days, and what a partial date leaves open.

A month is a calendar month: from 31 January it ends on the last day of February.  That is
a choice of this project; the guidance says "one month" and "six months" and no more.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from ..schemas.dates import PartialDate
from ..schemas.rule import Limit

_COUNTRY = {"england": "ENG", "wales": "WLS"}


@dataclass(frozen=True, slots=True)
class Due:
    """When something is due.  ``latest`` differs where the start is known only to the month."""

    earliest: date
    latest: date
    arithmetic: str


def in_words(limit: Limit) -> str:
    """A limit as it is said: ``1 calendar month``, ``5 working days``."""
    for count, unit in (
        (limit.months, "calendar month"),
        (limit.working_days, "working day"),
        (limit.days, "day"),
    ):
        if count is not None:
            return f"{count} {unit}{'' if count == 1 else 's'}"
    return limit.words


def due(start: PartialDate, limit: Limit, nation: str = "england") -> Due | None:
    """The day by which something is due; None where no number is laid down.

    ``nation`` chooses the bank holidays of working days.
    """
    if limit.words:
        return None
    first, last = (_after(day, limit, nation) for day in (start.earliest(), start.latest()))
    words = f"{said(start)} + {in_words(limit)} = {long_date(last)}"
    if first != last:
        words += f" at the latest ({long_date(first)} at the earliest)"
    return Due(first, last, words)


def _after(day: date, limit: Limit, nation: str) -> date:
    if limit.months is not None:
        return day + relativedelta(months=limit.months)
    if limit.working_days is not None:
        return add_working_days(day, limit.working_days, nation)
    return day + timedelta(days=limit.days or 0)


def add_working_days(day: date, count: int, nation: str = "england") -> date:
    """``count`` working days after ``day``: weekends and bank holidays are left out."""
    while count:
        day += timedelta(days=1)
        if day.weekday() < 5 and day not in _bank_holidays(nation, day.year):
            count -= 1
    return day


@lru_cache(maxsize=256)
def _bank_holidays(nation: str, year: int) -> frozenset[date]:
    import holidays  # only here: it brings the holidays of every country along

    found = holidays.country_holidays("GB", subdiv=_COUNTRY.get(nation, "ENG"), years=year)
    return frozenset(found.keys())


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def long_date(day: date) -> str:
    """``7 March 2024``, whatever the computer's language."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def said(when: PartialDate) -> str:
    """A partial date as it is said: ``7 March 2024``, ``March 2024``, ``2024``."""
    if when.day is not None:
        return long_date(when.earliest())
    return f"{_MONTHS[when.month - 1]} {when.year}" if when.month else str(when.year)
