"""Dates as a referral gives them: to the day, the month or the year.

A council officer often knows only that a death was "in March 2024".  Filling in a day
would invent a fact, so a partial date keeps the precision it was written with, and a
comparison of two of them may be *open*.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from .common import Answer

Precision = Literal["day", "month", "year"]

FIRST_YEAR, LAST_YEAR = 1800, 2199  # outside these a year is a slip of the keyboard

_WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", re.ASCII)
_PATTERN = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
HOW = (
    "write a date with the year first, as 2024-03-07, or 2024-03 or 2024 when the day or month is"
    " not known"
)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A calendar date known to the day, the month or only the year.

    There is deliberately no ``<``: whether March 2024 comes before 7 March 2024 is not
    known, so the comparisons are methods that return an :class:`Answer`.

    Raises
    ------
    ValueError: no such date exists, or the year is outside 1800 to 2199.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise ValueError(f"the year must be from {FIRST_YEAR} to {LAST_YEAR}")
        if self.month is None:
            if self.day is not None:
                raise ValueError("a day needs a month")
            return
        if not 1 <= self.month <= 12:
            raise ValueError("there is no such month: months run from 01 to 12")
        if self.day is not None and not 1 <= self.day <= _days_in(self.year, self.month):
            raise ValueError("that month has no such day")

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``2024-03-07``, ``2024-03`` or ``2024``.  Raises ValueError otherwise."""
        found = _WRITTEN.fullmatch(text.strip())
        if found is None:
            raise ValueError(HOW)
        year, month, day = found.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """The partial date that is exactly ``day``.  Raises ValueError outside 1800-2199."""
        return cls(day.year, day.month, day.day)

    @property
    def precision(self) -> Precision:
        """How much of the date is known: ``day``, ``month`` or ``year``."""
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    def earliest(self) -> date:
        """The first calendar day that this can be."""
        return date(self.year, self.month or 1, self.day or 1)

    def latest(self) -> date:
        """The last calendar day that this can be."""
        month = self.month or 12
        return date(self.year, month, self.day or _days_in(self.year, month))

    def before(self, other: PartialDate | date) -> Answer:
        """Was this before ``other``?  Open when both orders are still possible."""
        first, last = _span(other)
        return _settle(yes=self.latest() < first, no=self.earliest() >= last)

    def on_or_before(self, other: PartialDate | date) -> Answer:
        """Was this no later than ``other``?  Open when the ranges leave both possible."""
        first, last = _span(other)
        return _settle(yes=self.latest() <= first, no=self.earliest() > last)

    def after(self, other: PartialDate | date) -> Answer:
        """Was this later than ``other``?  The opposite of :meth:`on_or_before`."""
        first, last = _span(other)
        return _settle(yes=self.earliest() > last, no=self.latest() <= first)

    def on_or_after(self, other: PartialDate | date) -> Answer:
        """Was this no earlier than ``other``?  The opposite of :meth:`before`."""
        first, last = _span(other)
        return _settle(yes=self.earliest() >= last, no=self.latest() < first)

    def on(self, other: PartialDate | date) -> Answer:
        """Was this the same day as ``other``?  Yes only when both are known to the day."""
        first, last = _span(other)
        apart = self.latest() < first or self.earliest() > last
        same = self.earliest() == self.latest() == first == last
        return _settle(yes=same, no=apart)

    def __str__(self) -> str:
        text = f"{self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}"
        return text

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _read, serialization=core_schema.plain_serializer_function_ser_schema(_written)
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        written: JsonSchemaValue = {"type": "string", "pattern": _PATTERN}
        year: JsonSchemaValue = {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR}
        return {"description": HOW, "anyOf": [written, year]}


def whole_years(born: date, on: date) -> int:
    """Completed years from ``born`` to ``on``: an age, reached on the birthday itself.

    Someone born on 29 February reaches an age on 1 March of a year that is not a leap year.
    Negative when ``on`` comes before ``born``.
    """
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def age_range(born: PartialDate, on: PartialDate | date) -> tuple[int, int]:
    """The least and greatest age in whole years that the two dates allow.

    Both are negative when the whole of ``on`` comes before the whole of ``born``.
    """
    first, last = _span(on)
    return whole_years(born.latest(), first), whole_years(born.earliest(), last)


def _days_in(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def _span(when: PartialDate | date) -> tuple[date, date]:
    if isinstance(when, PartialDate):
        return when.earliest(), when.latest()
    day = when.date() if isinstance(when, datetime) else when
    return day, day


def _settle(*, yes: bool, no: bool) -> Answer:
    if yes:
        return Answer.YES
    return Answer.NO if no else Answer.OPEN


def _read(value: object) -> PartialDate:
    """Take what YAML, JSON or a caller may hand over; the message never holds the value."""
    if isinstance(value, PartialDate):
        return value
    try:
        if isinstance(value, str):
            return PartialDate.parse(value)
        if isinstance(value, int) and not isinstance(value, bool):
            return PartialDate(value)
        if isinstance(value, date) and not isinstance(value, datetime):
            return PartialDate.of(value)
    except ValueError as error:
        raise PydanticCustomError("partial_date", "{why}", {"why": str(error)}) from None
    raise PydanticCustomError("partial_date", "{why}", {"why": HOW})


_written: Callable[[PartialDate], str] = str
