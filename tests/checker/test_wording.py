"""How facts, tests and lists read in an output: plain, and never a name."""

from __future__ import annotations

from typing import Any

import pytest
from dhr_checker.checker import conditions
from dhr_checker.checker.conditions import parse
from dhr_checker.checker.logic import Between
from dhr_checker.checker.packs import load_packs
from dhr_checker.checker.wording import (
    about_text,
    either,
    fact_text,
    listed,
    point_text,
    question_text,
    sentence,
    test_text,
    value_text,
)
from dhr_checker.schemas.dates import PartialDate

test_text.__test__ = False  # type: ignore[attr-defined]  # a function under test, not a test
SPECS = load_packs().facts


@pytest.mark.parametrize(
    ("fact", "value", "text"),
    [
        ("deceased.manner", "violence", "by violence"),
        ("deceased.age_at_death", 34, "34"),
        ("deceased.age_at_death", Between(43, 44), "43 or 44"),
        ("deceased.age_at_death", Between(40, 44), "40 to 44"),
        ("deceased.care_and_support_needs", True, "yes"),
        ("deceased.care_and_support_needs", False, "no"),
        ("death.date", PartialDate(2024, 3), "March 2024"),
        ("person.nights_per_week", 3.5, "3.5"),
        ("person.nights_per_week", 4.0, "4"),
        ("person.links", frozenset({"household", "spouse"}), None),
        ("person.links", frozenset(), "none"),
        ("residence.csp", "Anything at all", "recorded"),
        ("death.date", None, "not stated"),
    ],
)
def test_values(fact: str, value: Any, text: str | None) -> None:
    said = value_text(SPECS[fact], value)
    if text is None:  # in the order of the fact's own list, whatever the set's
        values = SPECS[fact].values
        text = f"{values['spouse']} and {values['household']}"
    assert said == text


def test_a_word_that_no_list_has_is_shown_after_the_others() -> None:
    spec = SPECS["case.paragraphs_cited"]
    assert value_text(spec, frozenset({"3.8", "13"})) == "13 and 3.8"


def test_facts_and_points() -> None:
    assert fact_text(SPECS["deceased.age_at_death"], 34).endswith(": 34")
    needs = SPECS["deceased.care_and_support_needs"]
    assert point_text(needs) == f"whether {needs.label}"
    assert point_text(SPECS["deceased.manner"]) == SPECS["deceased.manner"].label


def test_questions_name_the_person_by_reference() -> None:
    links = SPECS["person.links"]
    assert "P2" in question_text(links, "P2")
    assert "{person}" not in question_text(links, "")
    assert about_text("Is {person} there?", "C1") == "Is C1 there?"


def test_every_fact_reads_as_a_question_or_needs_none() -> None:
    for spec in SPECS.values():
        asked = question_text(spec, "P1")
        assert asked.endswith("?")
        assert "{" not in asked


@pytest.mark.parametrize(
    ("words", "and_", "or_"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a and b", "a or b"),
        (["a", "b", "c"], "a, b and c", "a, b or c"),
    ],
)
def test_lists(words: list[str], and_: str, or_: str) -> None:
    assert listed(words) == and_
    assert either(words) == or_


def test_items_that_have_commas_are_kept_apart() -> None:
    assert either(["a", "b, with c", "d"]) == "a; b, with c; or d"
    assert either(["b, with c"]) == "b, with c"


@pytest.mark.parametrize(
    ("condition", "ends"),
    [
        ({"fact": "deceased.age_at_death", "at_least": 16}, "16 or more"),
        ({"fact": "deceased.age_at_death", "less_than": 16}, "less than 16"),
        ({"fact": "death.date", "on_or_after": "2011-04-13"}, "on or after 13 April 2011"),
        ({"fact": "review.published", "before": {"fact": "review.quality_assured"}}, "Panel"),
        ({"fact": "deceased.manner", "in": ["violence", "abuse"]}, "by violence or by abuse"),
        ({"fact": "person.links", "includes": "friend"}, "friend"),
        ({"fact": "person.died", "is": True}, "yes"),
        ({"fact": "review.published", "recorded": True}, "recorded"),
        (
            {"fact": "review.completed", "later_than_months": 6, "of": "case.decision"},
            "decision",
        ),
    ],
)
def test_tests_in_words(condition: dict[str, Any], ends: str) -> None:
    test = parse(condition)
    assert isinstance(test, conditions.Test)
    assert test_text(test, SPECS).endswith(ends)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ask  the\npolice", "Ask the police."),
        ("Is it so?", "Is it so?"),
        ("", ""),
        ("x", "X."),
    ],
)
def test_sentences(text: str, said: str) -> None:
    assert sentence(text) == said
