"""What can come out of a requirement is read off its conditions; its examples show all of it."""

from __future__ import annotations

from typing import Any

import pytest
from dhr_checker.checker.conditions import parse
from dhr_checker.checker.detectors import base as detectors
from dhr_checker.checker.outcomes import (
    outcomes_without_example,
    possible_answers,
    possible_outcomes,
)
from dhr_checker.checker.packs import load_packs
from dhr_checker.checker.requirement_examples import run_draft_examples, templates_of_examples
from dhr_checker.checker.requirements import observe as look_once  # the one that checks call
from dhr_checker.schemas.rule import Requirement

BASE = load_packs()
REQUIREMENTS = {
    located.entry.id: located.entry
    for located in BASE.located.values()
    if isinstance(located.entry, Requirement)
}
PACK_OF = {
    entry.id: pack.id for pack in BASE.packs.values() for entry in pack.entries("requirements")
}
COUNTED = {"observe": "comments"}
SEEN = {"observe": "section", "section": "family"}
SUSPECTED = {"observe": "unlisted-names", "kinds": ["titled"]}
RECORDED = {"fact": "review.family_unsafe", "recorded_as": True}
FACT = {"fact": "death.suspected_suicide", "is": True}


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_every_outcome_that_is_possible_has_an_example(name: str) -> None:
    missing = outcomes_without_example(REQUIREMENTS[name])
    assert not missing, f"{name} needs an example that comes out as {', '.join(missing)}"


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_the_lint_misses_an_example_that_is_taken_away(name: str) -> None:
    """The other way round: for every outcome, without the examples that show it."""
    requirement = REQUIREMENTS[name]
    for outcome in possible_outcomes(requirement):
        kept = [one for one in requirement.examples if one["then"] != outcome.value]
        without = requirement.model_copy(update={"examples": kept})
        assert outcomes_without_example(without) == (outcome,)


def test_detectors_give_no_answer_that_they_do_not_declare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Over every example of every requirement, in the settings that the rules use."""
    undeclared: set[tuple[str, str]] = set()

    def watched(look: Any, name: str, settings: Any) -> detectors.Observation:
        made = look_once(look, name, settings)
        if made.answer not in detectors.can_give(name, settings):
            undeclared.add((name, made.answer.value))
        return made

    monkeypatch.setattr("dhr_checker.checker.requirements.observe", watched)
    count = 0
    for name, requirement in REQUIREMENTS.items():
        templates = templates_of_examples(BASE, PACK_OF[name])
        for result in run_draft_examples(BASE, requirement, templates):
            count += 1
            assert result.passed, (name, result.number, result.verdict)
    assert count > 500
    assert not undeclared


@pytest.mark.parametrize(
    ("condition", "answers"),
    [
        ("always", "yes"),
        ({"not": "never"}, "yes"),
        (COUNTED, "no yes"),
        (SEEN, "no open yes"),
        (SUSPECTED, "no open"),
        ({"not": SUSPECTED}, "open yes"),
        ({"all": [COUNTED, SUSPECTED]}, "no open"),
        ({"any": [COUNTED, SUSPECTED]}, "no open yes"),
        ({"all": ["never", SEEN]}, "no"),
        ({"any": [COUNTED, "always"]}, "yes"),
        (RECORDED, "no yes"),
        (FACT, "no open yes"),
        ("case.in-scope", "no open yes"),
        ({"any_of": "children", "holds": FACT}, "no open yes"),
    ],
)
def test_answers_that_a_condition_can_have(condition: Any, answers: str) -> None:
    assert sorted(possible_answers(parse(condition))) == answers.split()


@pytest.mark.parametrize(
    ("applies_when", "when", "on_no", "outcomes"),
    [
        (None, None, "fail", "review"),
        (RECORDED, None, "fail", "review not-applicable"),
        (None, COUNTED, "fail", "pass fail"),
        (None, COUNTED, "review", "pass review"),
        (None, SEEN, "fail", "pass fail review"),
        (RECORDED, COUNTED, "fail", "pass fail not-applicable"),
        (FACT, COUNTED, "fail", "pass fail review not-applicable"),  # unknown whether it applies
        (SUSPECTED, COUNTED, "fail", "pass review not-applicable"),  # never certain that it does
        (None, {"not": SUSPECTED}, "fail", "pass review"),
        ("never", SEEN, "fail", "not-applicable"),
    ],
)
def test_outcomes_that_a_requirement_can_have(
    applies_when: Any, when: Any, on_no: str, outcomes: str
) -> None:
    requirement = REQUIREMENTS["OR16-PSEUDONYMS"].model_copy(
        update={"applies_when": applies_when, "when": when, "on_no": on_no}
    )
    assert [one.value for one in possible_outcomes(requirement)] == outcomes.split()


def test_an_outcome_without_example_is_named() -> None:
    whole = REQUIREMENTS["OR16-PSEUDONYMS"]
    assert outcomes_without_example(whole) == ()
    bare = whole.model_copy(update={"examples": whole.examples[:1]})
    assert [one.value for one in outcomes_without_example(bare)] == ["fail", "review"]
