"""Every edge case of the table: outcome, what carries it, and what else it sets off."""

from __future__ import annotations

from typing import Any

import pytest
from dhr_checker.checker.packs import load_packs
from dhr_checker.checker.requirement_examples import run_draft_examples
from dhr_checker.checker.requirements import templates_of
from dhr_checker.schemas.rule import Requirement

from .cases import accepted, decided, edge_cases, pack_keys

CASES = edge_cases()
ROWS = [*range(1, 130, 2)]
"""The numbers of the table's rows: every odd one from 1 to 129."""

ALL_KEYS = {
    "id", "facts", "record", "expect", "also_accept", "because", "elements", "judgements",
    "questions", "reviews", "lead", "duties", "due", "as_of", "remarks", "chair", "under",
    "overlay", "draft", "argued",
}  # fmt: skip


def having(key: str) -> Any:
    """Run a test for every case that says something under ``key``."""
    found = [pytest.param(case, id=number) for number, case in CASES.items() if key in case]
    return pytest.mark.parametrize("case", found)


def test_every_row_of_the_table_is_here() -> None:
    numbers = sorted({int(case.removeprefix("E").rstrip("ab")) for case in CASES})
    assert numbers == ROWS


@having("id")
def test_a_case_has_only_keys_that_are_tested(case: dict[str, Any]) -> None:
    assert set(case) <= ALL_KEYS
    assert ("also_accept" in case) == ("because" in case)


@having("expect")
def test_outcome(case: dict[str, Any]) -> None:
    assert str(decided(case).outcome) == case["expect"]


@having("also_accept")
def test_the_outcome_is_one_of_two_that_the_row_allows(case: dict[str, Any]) -> None:
    assert str(decided(case).outcome) in accepted(case)
    assert len(accepted(case)) == 2


@having("elements")
def test_what_carries_the_outcome(case: dict[str, Any]) -> None:
    shown = {(one.rule, str(one.answer)) for one in decided(case).elements}
    assert shown >= set(case["elements"].items())


def test_an_open_case_says_what_it_waits_for() -> None:
    waiting = ("judgements", "questions")
    unsaid = [
        number
        for number, case in CASES.items()
        if case["expect"] == "open" and not any(case.get(key) for key in waiting)
    ]
    assert not unsaid


@having("questions")
def test_questions_asked(case: dict[str, Any]) -> None:
    made = decided(case)
    assert {one.fact for one in made.questions} >= set(case["questions"])
    assert all(one.ask and one.who_knows for one in made.questions)


@having("judgements")
def test_judgements_asked_for(case: dict[str, Any]) -> None:
    made = decided(case)
    assert {one.rule for one in made.judgements} >= set(case["judgements"])
    assert all(one.factors_for or one.factors_against for one in made.judgements)


@having("reviews")
def test_other_reviews(case: dict[str, Any]) -> None:
    found = {one.rule: str(one.answer) for one in decided(case).reviews}
    assert {rule: found[rule] for rule in case["reviews"]} == case["reviews"]


@having("lead")
def test_lead_csp(case: dict[str, Any]) -> None:
    lead, wanted = decided(case).lead, case["lead"]
    assert lead.step == wanted["step"]
    assert lead.csp == wanted.get("csp", "")
    assert lead.open == ("csp" not in wanted)


@having("duties")
def test_duties(case: dict[str, Any]) -> None:
    found = {one.rule: str(one.state) for one in decided(case).duties}
    assert {rule: found[rule] for rule in case["duties"]} == case["duties"]


@having("due")
def test_due_dates(case: dict[str, Any]) -> None:
    found = {one.rule: str(one.due) for one in decided(case).duties}
    assert {rule: found[rule] for rule in case["due"]} == {
        k: str(v) for k, v in case["due"].items()
    }


@having("remarks")
def test_remarks(case: dict[str, Any]) -> None:
    assert {one.rule for one in decided(case).remarks} >= set(case["remarks"])


@having("chair")
def test_chair(case: dict[str, Any]) -> None:
    (view,) = decided(case).appointees
    found = {one.rule: str(one.answer) for one in view.elements}
    assert {rule: found[rule] for rule in case["chair"]} == case["chair"]


@having("draft")
def test_what_a_draft_is_told(case: dict[str, Any]) -> None:
    wanted = case["draft"]
    base = load_packs()
    requirement = base.located[wanted["requirement"]].entry
    assert isinstance(requirement, Requirement)
    heading = "# Background information (the facts)\n"
    drafts = [
        {"then": "fail", "document": heading + wanted["fails"]},
        {"then": "pass", "document": heading + wanted["passes"]},
    ]
    asked = requirement.model_copy(update={"examples": drafts})
    templates = templates_of([base.packs["home-office-2016"]])
    assert all(result.passed for result in run_draft_examples(base, asked, templates))


def _under(key: str) -> list[Any]:
    packs = load_packs().packs
    return [
        pytest.param(case, pack, expected, id=f"{number}-{pack}")
        for number, case in CASES.items()
        for pack, expected in case.get(key, {}).items()
        if pack in packs
    ]


@pytest.mark.parametrize(("case", "pack", "expected"), [*_under("under"), *_under("overlay")])
def test_outcome_under_other_rules(case: dict[str, Any], pack: str, expected: str) -> None:
    assert str(decided(case, **pack_keys(pack)).outcome) == expected


def test_both_engines_and_the_plain_reading_give_the_same_on_every_case() -> None:
    from dhr_checker.checker.decision import decide

    for case in CASES.values():
        both = decide(case["record"])
        assert both.outcome is decide(case["record"], engine="plain").outcome
