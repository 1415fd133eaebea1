"""Dates due: the ends of months, working days and bank holidays, and starts known in part."""

from __future__ import annotations

from datetime import date

import pytest
from dhr_checker.checker.clocks import add_working_days, due, in_words, long_date, said
from dhr_checker.schemas.dates import PartialDate
from dhr_checker.schemas.rule import Limit
from hypothesis import given
from hypothesis import strategies as st

MONTH, HALF_YEAR = Limit(months=1), Limit(months=6)


@pytest.mark.parametrize(
    ("start", "limit", "end"),
    [
        ("2024-01-10", MONTH, "2024-02-10"),
        ("2024-01-31", MONTH, "2024-02-29"),  # a leap year
        ("2023-01-31", MONTH, "2023-02-28"),
        ("2024-03-31", MONTH, "2024-04-30"),
        ("2024-12-15", MONTH, "2025-01-15"),
        ("2024-08-31", HALF_YEAR, "2025-02-28"),
        ("2023-08-31", HALF_YEAR, "2024-02-29"),
        ("2024-02-29", HALF_YEAR, "2024-08-29"),
        ("2024-02-27", Limit(days=3), "2024-03-01"),
    ],
)
def test_calendar_months_and_days(start: str, limit: Limit, end: str) -> None:
    found = due(PartialDate.parse(start), limit)
    assert found is not None
    assert found.earliest == found.latest == date.fromisoformat(end)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        ("2024-03-08", 5, "2024-03-15"),  # a Friday: the weekends are left out
        ("2024-03-09", 1, "2024-03-11"),  # a Saturday
        ("2024-03-28", 1, "2024-04-02"),  # Good Friday and Easter Monday
        ("2025-04-16", 5, "2025-04-25"),  # over Easter 2025
        ("2024-12-23", 5, "2025-01-02"),  # Christmas, Boxing Day, New Year
        ("2022-12-23", 1, "2022-12-28"),  # Christmas on a Sunday: a day in its place
        ("2023-05-05", 1, "2023-05-09"),  # the coronation
        ("2022-09-16", 1, "2022-09-20"),  # the Queen's funeral
        ("2024-08-23", 1, "2024-08-27"),  # the summer bank holiday
        ("2024-03-08", 15, "2024-04-02"),
    ],
)
def test_working_days_leave_out_weekends_and_bank_holidays(start: str, days: int, end: str) -> None:
    assert add_working_days(date.fromisoformat(start), days) == date.fromisoformat(end)
    found = due(PartialDate.parse(start), Limit(working_days=days))
    assert found is not None
    assert found.latest == date.fromisoformat(end)


def test_england_and_wales_keep_the_same_bank_holidays_and_scotland_does_not_count() -> None:
    day = date(2024, 8, 2)  # the Monday after is a holiday in Scotland only
    assert add_working_days(day, 1, "england") == add_working_days(day, 1, "wales")
    assert add_working_days(day, 1, "england") == date(2024, 8, 5)
    assert add_working_days(date(2024, 11, 29), 1) == date(2024, 12, 2)  # St Andrew's Day


@given(st.dates(date(2011, 1, 1), date(2030, 1, 1)), st.integers(1, 30))
def test_working_days_are_that_many_and_none_of_them_at_a_weekend(day: date, count: int) -> None:
    end = add_working_days(day, count)
    assert end.weekday() < 5
    assert (end - day).days >= count
    assert add_working_days(day, count + 1) > end


def test_a_start_known_to_the_month_gives_a_range() -> None:
    found = due(PartialDate(2024, 1), MONTH)
    assert found is not None
    assert (found.earliest, found.latest) == (date(2024, 2, 1), date(2024, 2, 29))
    assert "at the latest" in found.arithmetic
    assert "1 February 2024 at the earliest" in found.arithmetic


def test_a_start_known_to_the_year_gives_a_wider_one() -> None:
    found = due(PartialDate(2024), HALF_YEAR)
    assert found is not None
    assert (found.earliest, found.latest) == (date(2024, 7, 1), date(2025, 6, 30))


def test_the_arithmetic_is_shown() -> None:
    found = due(PartialDate(2024, 1, 31), MONTH)
    assert found is not None
    assert found.arithmetic == "31 January 2024 + 1 calendar month = 29 February 2024"


def test_a_limit_in_words_has_no_date() -> None:
    limit = Limit(words="as soon as reasonably practicable")
    assert due(PartialDate(2024, 1, 31), limit) is None
    assert in_words(limit) == "as soon as reasonably practicable"


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        (MONTH, "1 calendar month"),
        (HALF_YEAR, "6 calendar months"),
        (Limit(working_days=5), "5 working days"),
        (Limit(working_days=1), "1 working day"),
        (Limit(days=2), "2 days"),
    ],
)
def test_limits_in_words(limit: Limit, words: str) -> None:
    assert in_words(limit) == words


def test_dates_are_said_in_english_whatever_the_computer_speaks() -> None:
    assert long_date(date(2024, 3, 7)) == "7 March 2024"
    assert said(PartialDate(2024, 3, 7)) == "7 March 2024"
    assert said(PartialDate(2024, 3)) == "March 2024"
    assert said(PartialDate(2024)) == "2024"
