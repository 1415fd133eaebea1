"""Facts that the earlier editions, section 8A and the choice of rules ask for."""

import pytest
from dhr_checker.checker.derived_editions import (
    age_at_behaviour_latest,
    agencies_with_concerns,
    areas,
    distant_cousin,
    last_frequented,
    panel_has_specialist,
    panel_only_imr_authors,
)
from dhr_checker.checker.logic import Between
from dhr_checker.checker.records import load_case


def record(**parts):
    return load_case({"reference": "T-1", **parts})


def alleged(manner="violence", **fields):
    made = record(
        dates={"death": "2024-06-15"},
        deceased={"manner": manner},
        alleged_perpetrators=[fields],
    )
    return made, made.alleged_perpetrators[0]


@pytest.mark.parametrize(
    ("manner", "fields", "age"),
    [
        ("violence", {"age_at_fatal_act": 16, "age_at_abuse": 15}, 16),
        ("violence", {"age_at_fatal_act": 16, "age_at_abuse_latest": 15}, 16),
        ("suicide", {"age_at_fatal_act": 30, "age_at_abuse_latest": 15}, 15),
        ("suicide", {"age_at_fatal_act": 30}, 30),
        ("violence", {"age_at_fatal_act": 30, "age_at_abuse": 15, "part": "none"}, 15),
        ("violence", {"age_at_abuse": 15, "born": "2008"}, Between(15, 16)),
        ("violence", {"age_at_abuse_latest": 16, "born": "2008"}, 16),
        ("violence", {}, None),
    ],
)
def test_the_act_that_killed_counts_as_behaviour(manner, fields, age):
    assert age_at_behaviour_latest(*alleged(manner, **fields)) == age


@pytest.mark.parametrize(
    ("links", "distant"),
    [
        ([{"kind": "relative", "relation": "cousin", "degree": 2}], True),
        ([{"kind": "relative", "relation": "cousin", "degree": 1}], False),
        ([{"kind": "relative", "relation": "cousin"}], False),
        (
            [
                {"kind": "relative", "relation": "cousin", "degree": 2},
                {"kind": "relative", "relation": "sibling-in-law"},
            ],
            False,
        ),
        ([{"kind": "friend"}], False),
    ],
)
def test_a_second_cousin_is_no_first_cousin(links, distant):
    assert distant_cousin(*alleged(links=links)) is distant


def test_names_of_areas_with_and_without_their_office():
    made = record(
        deceased={
            "residences": [
                {"area": "Stroud District Council", "to": "2010"},
                {"area": "Royal Borough of Ashcombe", "csp": "Safer  Ashcombe"},
            ]
        },
        dates={"death": "2024-06-15"},
        csps=[{"name": "Bywell Community Safety Partnership"}],
    )
    assert areas(made, None) == {
        "royal borough of ashcombe",
        "safer ashcombe",
        "ashcombe",
        "bywell community safety partnership",
        "bywell",
    }
    assert areas(record(), None) is None


@pytest.mark.parametrize(
    ("listed", "found"),
    [
        (None, None),
        ([], "none"),
        ([{"csp": "A"}, {"csp": "A", "lived": False}], "one"),
        ([{"csp": "A"}, {"csp": "B", "lived": False}], "several"),
    ],
)
def test_areas_frequented(listed, found):
    parts = {} if listed is None else {"deceased": {"last_known_areas": listed}}
    assert last_frequented(record(**parts), None) == found


@pytest.mark.parametrize(
    ("panel", "specialist", "only_authors"),
    [
        ([], None, None),
        ([{"imr_author": True}], False, True),
        ([{"imr_author": True}, {"imr_author": False}], False, False),
        ([{"imr_author": True}, {"specialist_domestic_abuse": True}], True, None),
    ],
)
def test_the_panel(panel, specialist, only_authors):
    made = record(review={"panel": panel})
    assert panel_has_specialist(made, None) is specialist
    assert panel_only_imr_authors(made, None) is only_authors


def test_agencies_about_whose_work_there_is_concern():
    listed = [{"kind": "police", "concerns": True}, {"kind": "gp", "concerns": False}, {}]
    assert agencies_with_concerns(record(agencies=listed), None) == 1
    assert agencies_with_concerns(record(agencies=[{}]), None) is None
