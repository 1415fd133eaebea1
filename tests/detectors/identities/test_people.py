"""Whose names must stay out of a draft, and how a name is taken apart."""

from __future__ import annotations

import pytest
from dhr_checker.checker.detectors.people import (
    listed,
    names_of_record,
    pseudonyms_of,
    public_names,
)
from dhr_checker.checker.records import load_case
from dhr_checker.schemas.case import CaseRecord
from dhr_checker.schemas.scalars import Many, RecordPart, Ref, Text


class Friend(RecordPart):
    ref: Ref = "F1"
    pseudonym: Text | None = None
    names: Many[Text] = ()


class WiderRecord(CaseRecord):
    friends: Many[Friend] = ()


RECORD = load_case(
    {
        "reference": "X",
        "deceased": {"names": ["Tamsin Hallorane"], "pseudonym": "Leonie"},
        "alleged_perpetrators": [{"names": ["Gavin Pettisford", "Gav"], "pseudonym": "Duncan"}],
        "agencies": [{"name": "Hope House"}],
        "csps": [{"name": "Marren CSP"}],
        "review": {
            "chair": {"name": "Jane Brown", "names": ["J. Brown"]},
            "panel": [{"name": "Peter Smith", "agency": "Marren Homes"}],
        },
    }
)


def test_everyone_of_the_case_stays_anonymous() -> None:
    assert list(names_of_record(RECORD)) == [
        ("Tamsin Hallorane", "the deceased"),
        ("Gavin Pettisford", "P1"),
        ("Gav", "P1"),
    ]
    assert pseudonyms_of(RECORD) == ("Leonie", "Duncan")


def test_whoever_the_record_comes_to_name_stays_anonymous_too() -> None:
    wider = WiderRecord(
        reference="X", friends=(Friend(names=("Leanne Dowsett",), pseudonym="Ann"),)
    )
    assert list(names_of_record(wider)) == [("Leanne Dowsett", "F1")]
    assert pseudonyms_of(wider) == ("Ann",)


def test_the_chair_the_panel_and_agencies_may_be_named() -> None:
    assert list(public_names(RECORD)) == [
        "Jane Brown",
        "J. Brown",
        "Peter Smith",
        "Marren Homes",
        "Hope House",
        "Marren CSP",
    ]


def test_without_a_record_there_is_nobody() -> None:
    assert not list(names_of_record(None))
    assert not pseudonyms_of(None)
    assert not list(public_names(None))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Tamsin Ruth Hallorane", ("tamsin", "ruth", "hallorane")),
        ("Mrs T. O’Brien-Smith", ("t", "obrien", "smith")),
        ("Dr Zoë", ("zoe",)),
        ("Dean", ("dean",)),
        ("Sister", ("sister",)),
    ],
)
def test_a_name_in_words(name: str, words: tuple[str, ...]) -> None:
    (found,) = listed([(name, "P1")])
    assert found.words == words


def test_a_name_given_twice_is_looked_for_once() -> None:
    assert len(listed([("Jane Smith", "P1"), ("JANE SMITH", "P2"), ("", "P3"), ("7", "P4")])) == 1


def test_what_a_name_becomes() -> None:
    (found,) = listed([("Jan van der Merwe", "P1")])
    assert list(found.parts()) == ["jan", "merwe"]
    assert found.initials() == {"JM", "JVDM"}
    assert {"janmerwe", "merwejan", "jmerwe", "merwej"} <= set(found.joined())
    assert {"janvandermerwe", "jvandermerwe"} <= set(found.joined())
    assert set(found.run_together()) == {
        *("janmerwe", "merwejan", "janvandermerwe", "vandermerwejan", "vanjan", "janvan"),
    } - {"vanjan", "janvan"}


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Siân Llewelyn-Puw", {"SLP", "SL"}),
        ("Aoife O'Shaughnessy", {"AO"}),
        ("Şebnem Yıldız", {"SY"}),
        ("Rose May Summers", {"RMS", "RS"}),
        ("Dafydd ap Gwilym", {"DG", "DAG"}),
        ("Ngozi", set[str]()),
    ],
)
def test_initials_as_people_shorten(name: str, initials: set[str]) -> None:
    (found,) = listed([(name, "P1")])
    assert found.initials() == initials


def test_a_double_barrelled_surname_runs_together_whole_and_in_half() -> None:
    (found,) = listed([("Siân Llewelyn-Puw", "P1")])
    assert {"sianllewelynpuw", "sllewelynpuw", "sllewelyn", "sianl", "sianpuw"} <= set(
        found.joined()
    )
