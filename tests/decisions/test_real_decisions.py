"""Decisions that were really made: a review held comes out as met, or open for what is unseen."""

from __future__ import annotations

from typing import Any

import pytest

from .cases import decided, decided_by_its_date, real_decisions

CASES = real_decisions()
ALL_KEYS = {
    "id", "about", "held", "record", "expect", "waits_for", "remarks", "elements", "duties",
    "no_duty", "reviews", "argued",
}  # fmt: skip


def having(key: str) -> Any:
    found = [pytest.param(case, id=number) for number, case in CASES.items() if key in case]
    return pytest.mark.parametrize("case", found)


@having("id")
def test_a_case_has_only_keys_that_are_tested(case: dict[str, Any]) -> None:
    assert set(case) <= ALL_KEYS
    assert case["held"] in ("yes", "no", "overturned")


def test_every_number_of_the_two_lists_is_here() -> None:
    first = {f"C1-{number:02d}" for number in range(1, 13)}
    second = {f"C2-{number:02d}" for number in range(1, 70, 2)}
    assert set(CASES) == first | second


@having("expect")
def test_outcome(case: dict[str, Any]) -> None:
    made = decided(case)
    assert str(made.outcome) == case["expect"]
    if case["held"] != "no":
        assert str(made.outcome) != "not met"


@having("expect")
def test_outcome_under_the_rules_of_its_own_day(case: dict[str, Any]) -> None:
    made = str(decided_by_its_date(case).outcome)
    if case["held"] != "no":
        assert made in ("met", "open")
    if case["expect"] == "not met":
        assert made == "not met"


@having("waits_for")
def test_what_an_open_decision_waits_for(case: dict[str, Any]) -> None:
    made = decided(case)
    asked = [one.fact for one in made.questions] + [one.rule for one in made.judgements]
    assert sorted(asked) == sorted(case["waits_for"])


@having("id")
def test_an_open_decision_asks_for_something(case: dict[str, Any]) -> None:
    made = decided(case)
    assert bool(made.questions or made.judgements) == (case["expect"] == "open")


@having("remarks")
def test_reasons_that_are_no_reasons(case: dict[str, Any]) -> None:
    made = {one.rule for one in decided(case).remarks if one.kind != "note"}
    assert made == set(case["remarks"])


@having("elements")
def test_what_carries_the_outcome(case: dict[str, Any]) -> None:
    shown = {(one.rule, str(one.answer)) for one in decided(case).elements}
    assert shown >= set(case["elements"].items())


@having("reviews")
def test_other_reviews(case: dict[str, Any]) -> None:
    found = {one.rule: str(one.answer) for one in decided(case).reviews}
    assert {rule: found[rule] for rule in case["reviews"]} == case["reviews"]


@having("duties")
def test_duties(case: dict[str, Any]) -> None:
    found = {one.rule: str(one.state) for one in decided(case).duties}
    assert {rule: found[rule] for rule in case["duties"]} == case["duties"]


@having("no_duty")
def test_duties_that_do_not_arise(case: dict[str, Any]) -> None:
    assert not {one.rule for one in decided(case).duties} & set(case["no_duty"])


def test_a_decision_not_to_review_can_be_tested_limb_by_limb() -> None:
    made = decided(CASES["C1-03"])
    assert all(one.citations for one in made.elements)
    assert all(one.reasons for one in made.elements if str(one.answer) == "no")
