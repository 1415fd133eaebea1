"""From conditions to clauses: positive, within the engine's limits, and worth the same."""

from __future__ import annotations

from typing import Any

import pytest
from dhr_checker.checker.compiler import MAX_USES, Compiled, compile_definitions
from dhr_checker.checker.conditions import All, AnyOf, Condition, Not, Ref, parse
from dhr_checker.checker.definitions import Definition
from dhr_checker.checker.engine.base import MAX_BODY
from dhr_checker.checker.engine.select import open_engine
from dhr_checker.checker.errors import RuleConflict
from dhr_checker.checker.evaluation import environment, evaluate
from dhr_checker.checker.logic import NO, OPEN, YES, Answer, Env, value_of
from dhr_checker.checker.packs import load_packs
from dhr_checker.schemas.rule import Scope
from hypothesis import given, settings
from hypothesis import strategies as st

ENTRY = load_packs().located["S9-1-AGE"].entry
NAMES = [f"leaf.{letter}" for letter in "abcdef"]


def defined(name: str, yes: Condition, no: Condition | None = None) -> Definition:
    return Definition(name, Scope.CASE, ENTRY, yes, Not(yes) if no is None else no)


def compiled_answer(condition: Condition, known: dict[str, Answer]) -> Answer:
    compiled = compile_definitions([defined("case.x", condition)])
    return answer_of(compiled, known)


def answer_of(compiled: Compiled, known: dict[str, Answer], name: str = "case.x") -> Answer:
    engine = open_engine(compiled.program, "plain")
    env = environment({}, {}, outside=lambda leaf: known.get(leaf, OPEN))
    return evaluate(compiled, engine, env).answer(name)


def conditions(leaves: list[str]) -> st.SearchStrategy[Condition]:
    return st.recursive(
        st.sampled_from([*map(Ref, leaves), parse("always"), parse("never")]),
        lambda inner: st.one_of(
            inner.map(Not),
            st.lists(inner, min_size=1, max_size=4).map(lambda parts: All(tuple(parts))),
            st.lists(inner, min_size=1, max_size=4).map(lambda parts: AnyOf(tuple(parts))),
        ),
        max_leaves=12,
    )


KNOWN = st.fixed_dictionaries({name: st.sampled_from([YES, NO, OPEN]) for name in NAMES})


@settings(max_examples=300)
@given(conditions(NAMES), KNOWN)
def test_clauses_are_worth_what_the_condition_is(
    condition: Condition, known: dict[str, Answer]
) -> None:
    plainly = value_of(condition, Env({}, proposition=lambda name: known.get(name, OPEN)))
    assert compiled_answer(condition, known) is plainly


@settings(max_examples=100)
@given(conditions(NAMES))
def test_clauses_stay_within_the_engine_s_limits(condition: Condition) -> None:
    program = compile_definitions([defined("case.x", condition)]).program
    for clause in program.clauses:
        assert 1 <= len(clause.body) <= MAX_BODY
        assert len(set(clause.body)) == len(clause.body)
        assert all(0 <= literal < program.literals for literal in (clause.head, *clause.body))


@pytest.mark.parametrize("length", [MAX_BODY, MAX_BODY + 1, 100])
def test_a_long_conjunction_is_cut_up_and_still_needs_every_part(length: int) -> None:
    leaves = [f"leaf.n{number}" for number in range(length)]
    condition = All(tuple(map(Ref, leaves)))
    every = dict.fromkeys(leaves, YES)
    assert compiled_answer(condition, every) is YES
    assert compiled_answer(condition, {**every, leaves[-1]: NO}) is NO
    assert compiled_answer(condition, {**every, leaves[length // 2]: OPEN}) is OPEN
    assert compiled_answer(AnyOf(tuple(map(Not, map(Ref, leaves)))), every) is NO


def test_a_leaf_that_very_many_rules_read_gets_stand_ins() -> None:
    many = [defined(f"case.n{n}", Ref("leaf.a")) for n in range(2 * MAX_USES + 10)]
    compiled = compile_definitions(many)
    uses: dict[int, int] = {}
    for clause in compiled.program.clauses:
        for literal in clause.body:
            uses[literal] = uses.get(literal, 0) + 1
    assert max(uses.values()) <= MAX_USES + 1 < 256  # the one more leads to the stand-in
    for answer in (YES, NO, OPEN):
        last = many[-1].name
        assert answer_of(compiled, {"leaf.a": answer}, last) is answer


def test_one_proposition_may_name_another_before_it_is_defined() -> None:
    compiled = compile_definitions(
        [defined("case.x", All((Ref("case.y"), Ref("leaf.b")))), defined("case.y", Ref("leaf.a"))]
    )
    assert answer_of(compiled, {"leaf.a": YES, "leaf.b": YES}) is YES
    assert answer_of(compiled, {"leaf.a": NO}) is NO
    assert answer_of(compiled, {"leaf.b": YES}) is OPEN


def test_a_proposition_proved_both_ways_is_an_error_that_names_the_rule() -> None:
    both = defined("case.x", Ref("leaf.a"), Ref("leaf.b"))
    compiled = compile_definitions([both])
    assert answer_of(compiled, {"leaf.a": YES}) is YES
    assert answer_of(compiled, {"leaf.b": YES}) is NO
    with pytest.raises(RuleConflict, match=r"S9-1-AGE proves case\.x both ways"):
        answer_of(compiled, {"leaf.a": YES, "leaf.b": YES})


def test_the_same_definitions_give_the_same_program() -> None:
    sources: list[Any] = [{"all": ["leaf.a", {"any": ["leaf.b", {"not": "leaf.c"}]}]}, "leaf.d"]
    made = [
        compile_definitions([defined(f"case.n{n}", parse(one)) for n, one in enumerate(sources)])
        for _ in range(2)
    ]
    assert made[0].program == made[1].program
    assert made[0].origins == made[1].origins


def test_reasons_are_read_off_what_fired() -> None:
    compiled = compile_definitions(
        [defined("case.x", AnyOf((Ref("leaf.a"), All((Ref("leaf.b"), Not(Ref("leaf.c")))))))]
    )
    engine = open_engine(compiled.program, "plain")
    known = {"leaf.b": YES, "leaf.c": NO}
    env = environment({}, {}, outside=lambda name: known.get(name, OPEN))
    done = evaluate(compiled, engine, env)
    found = {(one.leaf, one.yes) for one in done.reasons("case.x")}
    assert found == {(Ref("leaf.b"), True), (Ref("leaf.c"), False)}


def test_open_leaves_are_only_those_that_still_matter() -> None:
    compiled = compile_definitions(
        [defined("case.x", All((Ref("leaf.a"), AnyOf((Ref("leaf.b"), Ref("leaf.c"))))))]
    )
    engine = open_engine(compiled.program, "plain")
    known = {"leaf.b": YES}
    env = environment({}, {}, outside=lambda name: known.get(name, OPEN))
    assert evaluate(compiled, engine, env).open_leaves("case.x") == [Ref("leaf.a")]
