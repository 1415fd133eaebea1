"""What the dates of a section say."""

from __future__ import annotations

from datetime import date

import pytest
from dhr_checker.checker.detectors.terms import plain
from dhr_checker.checker.detectors.written_dates import written_dates
from dhr_checker.schemas.common import Answer
from dhr_checker.schemas.dates import PartialDate
from hypothesis import given
from hypothesis import strategies as st

from .support import ask

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
SPAN = {
    "section": "timescales",
    "began": ["began", "started"],
    "ended": ["concluded", "completed"],
    "general": ["should be completed"],
}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on 8 November 2023", "2023-11-08"),
        ("on the 8th of November, 2023", "2023-11-08"),
        ("on November 8, 2023", "2023-11-08"),
        ("on 08/11/2023", "2023-11-08"),
        ("on 8.11.23", "2023-11-08"),
        ("on 2023-11-08", "2023-11-08"),
        ("in Nov. 2023", "2023-11"),
        ("in November 2023", "2023-11"),
    ],
)
def test_dates_are_read_day_first(text: str, value: str) -> None:
    (found,) = written_dates(plain(text))
    assert found.date == PartialDate.parse(value)


def test_a_day_that_never_was_is_kept_without_a_value() -> None:
    (found,) = written_dates("on 31 june 2023")
    assert found.date is None


@pytest.mark.parametrize(
    "text", ["version 1.2.3", "ratio 12/13/14", "paragraph 3.12.1", "call 101"]
)
def test_what_is_no_date(text: str) -> None:
    assert [one.date for one in written_dates(text) if one.date] == []


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    text = f"on {day.day} {day.strftime('%B').lower()} {day.year}, and"
    (found,) = written_dates(text)
    assert found.date == PartialDate.of(day)
    assert text[found.start : found.end].endswith(str(day.year))


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("This review began on 1 March 2023 and was concluded on 1 August 2023.", YES),
        ("On 1 March 2023 the review started. On 1 August 2023 it was completed.", YES),
        ("This review began on 1 March 2023.", OPEN),
        ("Reviews should be completed by 1 August 2023.", NO),
        ("It began on 1 March 2023 and was concluded on 1 May 2023; it should be completed.", YES),
        ("It took some time.", NO),
    ],
)
def test_span(text: str, answer: Answer) -> None:
    assert ask("span-stated", f"# Timescales\n{text}", **SPAN).answer is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The review looks at the period from January 2019 until May 2022.", YES),
        ("The review looks at the period from 2012 to 2016.", NO),
        ("The review looks at the period from April 2021 to June 2021.", OPEN),
        ("The review looks back.", OPEN),
    ],
)
def test_period(text: str, answer: Answer) -> None:
    settings = {
        "sections": ["introduction"],
        "period": ["period"],
        "first": "2020-03-23",
        "last": "2021-07-19",
    }
    assert ask("period-covers", f"# Introduction\n{text}", **settings).answer is answer


def test_rows_in_order_of_time() -> None:
    head = "# Chronology\n| Date | Event |\n"
    rising = head + "| 3 May 2020 | A |\n| May 2020 | B |\n| 9 May 2020 | C |"
    falling = head + "| 9 May 2020 | A |\n| 3 May 2020 | B |\n| June 2020 | C |"
    assert ask("dates-in-order", rising, section="chronology").answer is YES
    seen = ask("dates-in-order", falling, section="chronology")
    assert seen.answer is NO
    assert seen.hits[0].place is not None
    assert seen.hits[0].place.row == 2


def test_dates_are_counted_once_each() -> None:
    text = "# Chronology\nOn 3 May 2020 and again on 3 May 2020, and in June 2020."
    assert ask("dated-entries", text, section="chronology", at_least=2).answer is YES
    assert ask("dated-entries", text, section="chronology", at_least=3).answer is NO
