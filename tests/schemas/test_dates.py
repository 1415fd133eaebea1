"""Partial dates: what can be written, and comparisons against an enumeration of all days."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from dhr_checker.schemas.common import Answer
from dhr_checker.schemas.dates import PartialDate, age_range, whole_years
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

MESSAGES = {
    "write a date with the year first, as 2024-03-07, or 2024-03 or 2024 when the day or month is"
    " not known",
    "the year must be from 1800 to 2199",
    "there is no such month: months run from 01 to 12",
    "that month has no such day",
}


class Holder(BaseModel):
    when: PartialDate


def read(value: object) -> PartialDate:
    return Holder.model_validate({"when": value}).when


@st.composite
def partial_dates(draw: st.DrawFn, first: int = 2023, last: int = 2025) -> PartialDate:
    year = draw(st.integers(first, last))
    month = draw(st.none() | st.integers(1, 12))
    if month is None:
        return PartialDate(year)
    return PartialDate(
        year, month, draw(st.none() | st.integers(1, calendar.monthrange(year, month)[1]))
    )


def every_day(when: PartialDate) -> Iterator[date]:
    """All days that fit, found without `earliest` and `latest`."""
    day = date(when.year, 1, 1)
    while day.year == when.year:
        if when.month in (None, day.month) and when.day in (None, day.day):
            yield day
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "precision"), [("2024-02-29", "day"), ("2024-03", "month"), ("2024", "year")]
)
def test_a_date_keeps_the_precision_it_was_written_with(text: str, precision: str):
    assert (str(read(text)), read(text).precision) == (text, precision)


def test_a_year_that_yaml_reads_as_a_number_and_a_date_of_python_are_taken():
    assert read(2024) == PartialDate(2024)
    assert read(date(2024, 3, 7)) == PartialDate(2024, 3, 7)
    assert read(" 2024-03 ") == PartialDate(2024, 3)


@pytest.mark.parametrize(
    "value",
    [
        "2024-02-30", "2023-02-29", "2024-13", "2024-00", "2024-01-00", "2024-3-7", "07/03/2024",
        "2024-03-07T10:00", "24", "0024", "9999", 204, 20240307, -2024, 2024.0, True, None, "",
        [], {}, datetime(2024, 3, 7, 10), "２０２４", "2024-03-07\n2024", b"2024",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused_without_being_quoted(value: object):
    with pytest.raises(ValidationError) as caught:
        read(value)
    said = caught.value.errors()[0]
    assert said["type"] == "partial_date"
    assert said["msg"] in MESSAGES


def test_a_day_needs_a_month():
    with pytest.raises(ValueError, match="a day needs a month"):
        PartialDate(2024, None, 7)


def test_it_has_no_order_that_could_hide_an_open_question():
    with pytest.raises(TypeError):
        sorted([PartialDate(2024, 3), PartialDate(2024, 3, 7)])  # pyright: ignore[reportCallIssue, reportArgumentType]


@given(partial_dates())
def test_its_bounds_are_the_first_and_last_of_its_days(when: PartialDate):
    days = list(every_day(when))
    assert (when.earliest(), when.latest()) == (days[0], days[-1])
    assert PartialDate.parse(str(when)) == when


def settled(signs: set[int], wanted: set[int]) -> Answer:
    if signs <= wanted:
        return Answer.YES
    return Answer.OPEN if signs & wanted else Answer.NO


@given(partial_dates(), partial_dates())
def test_comparisons_agree_with_trying_every_pair_of_days(one: PartialDate, other: PartialDate):
    ordinals = [day.toordinal() for day in every_day(other)]
    signs = {
        (a > b) - (a < b) for a in (day.toordinal() for day in every_day(one)) for b in ordinals
    }
    assert one.before(other) is settled(signs, {-1})
    assert one.on_or_before(other) is settled(signs, {-1, 0})
    assert one.on(other) is settled(signs, {0})
    assert one.on_or_after(other) is settled(signs, {0, 1})
    assert one.after(other) is settled(signs, {1})


@given(partial_dates(), st.dates(date(2022, 12, 1), date(2026, 1, 31)))
def test_a_day_of_the_calendar_compares_like_the_same_partial_date(when: PartialDate, day: date):
    same = PartialDate.of(day)
    for method in ("before", "on_or_before", "on", "on_or_after", "after"):
        assert getattr(when, method)(day) is getattr(when, method)(same)


def test_an_age_is_reached_on_the_birthday():
    assert whole_years(date(2008, 3, 7), date(2024, 3, 6)) == 15
    assert whole_years(date(2008, 3, 7), date(2024, 3, 7)) == 16
    assert whole_years(date(2008, 2, 29), date(2025, 2, 28)) == 16
    assert whole_years(date(2008, 2, 29), date(2025, 3, 1)) == 17


@given(partial_dates(2006, 2010), partial_dates())
def test_an_age_range_holds_exactly_the_ages_that_its_days_allow(
    born: PartialDate, on: PartialDate
):
    births, days = list(every_day(born)), list(every_day(on))
    ages = {whole_years(births[0], day) for day in days}
    ages |= {whole_years(births[-1], day) for day in days}
    ages |= {whole_years(birth, day) for birth in births for day in (days[0], days[-1])}
    assert age_range(born, on) == (min(ages), max(ages))


def test_json_schema_and_dump_speak_of_text():
    assert Holder(when=PartialDate(2024, 3)).model_dump(mode="json") == {"when": "2024-03"}
    kinds = Holder.model_json_schema()["properties"]["when"]["anyOf"]
    assert [kind["type"] for kind in kinds] == ["string", "integer"]
