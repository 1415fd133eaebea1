"""Days of death and birth, days that never were, and days of the week."""

from __future__ import annotations

from datetime import date

import pytest
from dhr_checker.checker.detectors.base import Look, Observation, observe
from dhr_checker.checker.detectors.calendar_dates import dates_in
from dhr_checker.checker.records import load_case
from dhr_checker.checker.textdoc import text_document
from dhr_checker.schemas.common import Answer
from hypothesis import given
from hypothesis import strategies as st

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on 3 March 2021.", date(2021, 3, 3)),
        ("on 3rd March 2021", date(2021, 3, 3)),
        ("on the 3rd of March, 2021", date(2021, 3, 3)),
        ("on 3 Mar 2021", date(2021, 3, 3)),
        ("on 3 Sept. 2021", date(2021, 9, 3)),
        ("on March 3, 2021", date(2021, 3, 3)),
        ("on March 3rd 2021", date(2021, 3, 3)),
        ("on 03/04/2021", date(2021, 4, 3)),
        ("on 3/4/21", date(2021, 4, 3)),
        ("on 3-4-2021", date(2021, 4, 3)),
        ("on 3.4.2021", date(2021, 4, 3)),
        ("on 2021-04-03", date(2021, 4, 3)),
        ("on 3 may 2021", date(2021, 5, 3)),
        ("on 3 MARCH 2021", date(2021, 3, 3)),
        ("on 3 March '68", date(1968, 3, 3)),
        ("on 29 February 2020", date(2020, 2, 29)),
    ],
)
def test_dates_as_people_write_them(text: str, day: date) -> None:
    (found,) = dates_in(text)
    assert found.day_of() == day
    assert text[found.start : found.end].strip(" .,on") in text


@pytest.mark.parametrize(
    "text",
    [
        "in March 2021",
        "the 3 may leave",
        "paragraph 3.1.12",
        "crime 13/123456/22",
        "ref 2021/03/04/5",
        "call 01234-56-7890",
        "version 1.2.3",
        "£3/4/21",
        "A3/4/21",
        "of the 9 Marches",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert not list(dates_in(text))


@given(st.dates(date(1941, 1, 1), date(2040, 12, 31)), st.sampled_from(range(5)))
def test_every_day_is_read_back(day: date, form: int) -> None:
    month = "January February March April May June July August September October November December"
    name = month.split()[day.month - 1]
    written = [
        f"{day.day} {name} {day.year}",
        f"{name} {day.day}, {day.year}",
        f"{day.day:02}/{day.month:02}/{day.year}",
        f"{day.day}/{day.month}/{day.year % 100:02}",
        day.isoformat(),
    ][form]
    (found,) = dates_in(f"It was {written} when")
    assert found.day_of() == day


def look(text: str, name: str = "draft.docx", **case: object) -> Look:
    record = load_case({"reference": "X", **case}) if case else None
    return Look(text_document(text, name=name), record)


def see(
    detector: str, text: str, *where: str, name: str = "draft.docx", **case: object
) -> Observation:
    settings = {"where": list(where)} if where else {}
    return observe(look(text, name, **case), detector, settings)


KNOWN = {"dates": {"death": "2023-10-14"}}
TITLE = ("title-page", "headers", "file-name", "title-property")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Report into the death of Leonie on 14 October 2023", YES),
        ("Leonie died 14/10/2023", YES),
        ("14 October 2023: Leonie was killed", YES),
        ("Died in October 2023\nReport completed on 30 September 2025", NO),
        ("Leonie\n30 September 2025", NO),
        ("# 1. Introduction\nLeonie died on 14 October 2023.", NO),
        ("Contents\nLeonie died on 14 October 2023.", NO),
        ("Title\n@toc 1. Introduction 3\nLeonie died on 14 October 2023.", NO),
        ("Overview report\n@header Died 14 October 2023", YES),
        ("Overview report\n@property core.title: Death of Leonie, 14 October 2023", YES),
    ],
)
def test_the_day_of_death_on_the_title_page(text: str, answer: Answer) -> None:
    assert see("exact-date-of-death", text, *TITLE).answer is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Leonie, 14.10.2023", YES),
        ("Leonie, Saturday 14th October", YES),
        ("Leonie, 15 October 2023", NO),
        ("Leonie died on 15 October 2023", OPEN),
    ],
)
def test_the_day_of_death_that_the_record_knows(text: str, answer: Answer) -> None:
    assert see("exact-date-of-death", text, *TITLE, **KNOWN).answer is answer


def test_the_day_of_death_in_the_name_of_the_file() -> None:
    made = see("exact-date-of-death", "Leonie", *TITLE, name="DHR 14-10-2023.docx", **KNOWN)
    assert made.answer is YES


def test_a_title_page_ends_where_prose_begins() -> None:
    text = "Overview report\n" + "This review examines what was done. " * 20
    assert see("exact-date-of-death", text + "\nShe died on 14 October 2023.", *TITLE).answer is NO


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("DOB 2/5/1982", YES),
        ("d.o.b.: 2.5.1982", YES),
        ("Date of Birth – 2 May 1982", YES),
        ("born on the 2nd of May 1982", YES),
        ("Her birthday was 2 May", YES),
        ("2 May 1982 (DOB)", YES),
        ("The baby was born on 3 March 2020.", YES),
        ("She was born in May 1982.", OPEN),
        ("She was born in 1982.", NO),
        ("She was born in London. On 2 May 1982 she moved.", NO),
        ("| Name | Date of birth |\n| Leonie | 2 May 1982 |", YES),
        ("| Date of birth | 2 May 1982 |\n| Died | October 2023 |", YES),
        ("| Date | What happened |\n| 2 May 2022 | She moved |", NO),
    ],
)
def test_dates_of_birth(text: str, answer: Answer) -> None:
    assert see("dates-of-birth", text).answer is answer


def test_dates_of_birth_that_the_record_knows() -> None:
    case = {"alleged_perpetrators": [{"born": "1978-11-19"}], "children": [{"born": "2012-04"}]}
    assert see("dates-of-birth", "Something on 19/11/78.", **case).answer is YES
    assert see("dates-of-birth", "Something on 1/4/2012.", **case).answer is NO


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("31 June 2023", YES),
        ("30 February", YES),
        ("29 February 2023", YES),
        ("29 February 2024", NO),
        ("29 February", NO),
        ("31/06/2023", OPEN),
        ("03/25/2023", OPEN),
        ("30 June 2023", NO),
    ],
)
def test_impossible_dates(text: str, answer: Answer) -> None:
    assert see("impossible-dates", f"She rang on {text} again.").answer is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Saturday 14 October 2023", NO),
        ("Sunday, 14 October 2023", YES),
        ("Monday 4 March 2024", NO),
        ("Monday 14 October", NO),
        ("Tuesday the 14th of October 2023", YES),
        ("On Monday she rang. 14 October 2023 was", NO),
    ],
)
def test_weekdays(text: str, answer: Answer) -> None:
    assert see("wrong-weekdays", text).answer is answer
