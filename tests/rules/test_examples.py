"""Every example in the rule files holds, by both engines, and there are enough of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from dhr_checker.checker.compiler import compile_definitions
from dhr_checker.checker.engine.select import open_engine
from dhr_checker.checker.evaluation import evaluate
from dhr_checker.checker.logic import Answer
from dhr_checker.checker.packs import RuleBase, load_packs
from dhr_checker.checker.rule_examples import (
    definition_of,
    example_env,
    examples_of,
    run_examples,
)
from dhr_checker.schemas.rule import Entry, LeadStep, Override, ReviewTrigger, Rule

BASE: RuleBase = load_packs()
ENTRIES = [one.entry for one in BASE.located.values() if examples_of(one.entry)]
by_id = pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)


@by_id
def test_examples_hold(entry: Entry) -> None:
    results = list(run_examples(BASE, entry))
    assert len(results) == len(examples_of(entry))
    assert not [result for result in results if not result.passed]


@by_id
def test_both_engines_answer_them_alike(entry: Entry) -> None:
    definition = definition_of(BASE, entry)
    assert definition is not None
    compiled = compile_definitions([definition])
    both = open_engine(compiled.program, "auto")
    for example in examples_of(entry):
        env = example_env(BASE.facts, definition.name, example.given)
        assert evaluate(compiled, both, env).answer(definition.name) is example.then


def _have_to_have_examples() -> Iterator[Entry]:
    kinds = (Rule, Override, ReviewTrigger, LeadStep)
    return (one.entry for one in BASE.located.values() if isinstance(one.entry, kinds))


def test_rules_overlays_triggers_and_steps_have_examples() -> None:
    assert not [entry.id for entry in _have_to_have_examples() if not examples_of(entry)]


def test_a_judgement_is_shown_to_decide_both_ways() -> None:
    unshown = [
        rule.id
        for rule in _have_to_have_examples()
        if isinstance(rule, Rule)
        and rule.judgement is not None
        and {example.then for example in rule.examples if "judged" in example.given}
        != {Answer.YES, Answer.NO}
    ]
    assert not unshown


def test_an_example_of_a_rule_that_was_changed_fails() -> None:
    rule = BASE.located["S9-1-UNKNOWN"].entry
    assert isinstance(rule, Rule)
    changed = rule.model_copy(
        update={"settled_no": {"fact": "perpetrators.identified", "is": "none"}}
    )
    assert [one.passed for one in run_examples(BASE, changed)] == [False, False, True, True]
