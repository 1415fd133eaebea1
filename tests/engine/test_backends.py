"""Both backends against the definition: the least fixpoint, and every clause that fired."""

from __future__ import annotations

import random
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from dhr_checker.checker.engine.base import MAX_BODY, Clause, Inference, Program
from dhr_checker.checker.engine.durable import DurableBackend
from dhr_checker.checker.engine.plain import PlainBackend
from dhr_checker.checker.errors import EngineError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .programs import COUNT, LITERALS, clauses, givens, naive_closure, programs

Kind = type[PlainBackend] | type[DurableBackend]


@pytest.fixture(params=[PlainBackend, DurableBackend], ids=["plain", "durable"])
def kind(request: pytest.FixtureRequest) -> Kind:
    if request.param is DurableBackend:
        request.getfixturevalue("needs_durable")
    return request.param


# the fixture `kind` is the same for every example, so sharing it between them is right
PROPERTY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)


@PROPERTY
@given(program=programs(), known=givens())
def test_it_is_the_least_fixpoint_with_all_its_reasons(kind: Kind, program, known):
    assert kind(program).infer(known) == naive_closure(program, known)


@PROPERTY
@given(program=programs(longest=MAX_BODY, most=8), known=givens())
def test_long_bodies(kind: Kind, program, known):
    assert kind(program).infer(known) == naive_closure(program, known)


@PROPERTY
@given(program=programs(), cases=st.lists(givens(), min_size=2, max_size=6))
def test_one_case_leaves_nothing_behind_for_the_next(kind: Kind, program, cases):
    backend = kind(program)
    for known in [*cases, *reversed(cases)]:
        assert backend.infer(known) == naive_closure(program, known)


@PROPERTY
@given(made=st.lists(clauses(), max_size=20), known=givens(), data=st.data())
def test_neither_the_order_of_the_facts_nor_that_of_the_clauses_matters(
    kind: Kind, made, known, data
):
    order = data.draw(st.permutations(range(len(made))))
    facts = data.draw(st.permutations(sorted(known)))
    before = kind(Program(tuple(made), COUNT)).infer(known)
    after = kind(Program(tuple(made[place] for place in order), COUNT)).infer(iter(facts))
    assert after.holds == before.holds
    assert sorted(order[number] for number in after.fired) == list(before.fired)


def test_all_support_for_a_conclusion_is_returned_even_for_one_that_was_given(kind: Kind):
    program = Program((Clause(2, (0,)), Clause(2, (1,)), Clause(2, (0, 1)), Clause(0, (2,))), 3)
    assert kind(program).infer({0, 1, 2}) == Inference(frozenset({0, 1, 2}), (0, 1, 2, 3))


def test_a_circle_proves_nothing_by_itself(kind: Kind):
    program = Program((Clause(0, (1,)), Clause(1, (0,)), Clause(2, (0, 1))), 4)
    backend = kind(program)
    assert backend.infer({3}) == Inference(frozenset({3}), ())
    assert backend.infer({1}) == Inference(frozenset({0, 1, 2}), (0, 1, 2))


def test_nothing_given_and_no_clauses(kind: Kind):
    assert kind(Program((), 0)).infer(()) == Inference(frozenset(), ())


def test_two_hundred_and_fifty_clauses_may_read_one_literal(kind: Kind):
    program = Program(tuple(Clause(n + 1, (0,)) for n in range(250)), 251)
    assert kind(program).infer({0}) == Inference(frozenset(range(251)), tuple(range(250)))


def test_a_long_chain(kind: Kind):
    program = Program(tuple(Clause(n + 1, (n,)) for n in range(1_500)), 1_501)
    assert kind(program).infer({0}).fired == tuple(range(1_500))
    assert kind(program).infer({1_499}).fired == (1_499,)


@pytest.mark.parametrize(
    ("clause", "says"),
    [
        (Clause(0, ()), "has 0 conditions"),
        (Clause(0, tuple(range(1, MAX_BODY + 2))), "has 16 conditions"),
        (Clause(0, (1, 1)), "repeats a condition"),
        (Clause(20, (1,)), "uses literal 20"),
        (Clause(0, (1, 20)), "uses literal 20"),
        (Clause(0, (-1,)), "uses literal -1"),
    ],
)
def test_a_malformed_program_is_refused(kind: Kind, clause: Clause, says: str):
    with pytest.raises(EngineError, match=says):
        kind(Program((Clause(1, (2,)), clause), 20))


@pytest.mark.parametrize("unknown", [-1, 3])
def test_an_unknown_literal_is_refused_and_does_no_harm(kind: Kind, unknown: int):
    backend = kind(Program((Clause(1, (0,)),), 3))
    with pytest.raises(EngineError, match="not literals of the program"):
        backend.infer([0, unknown])
    assert backend.infer([0]).fired == (0,)


def resident_mb() -> float:
    """Megabytes of memory in use now, not the highest ever."""
    with open("/proc/self/statm", encoding="ascii") as pages:  # noqa: PTH123
        return int(pages.read().split()[1]) * 4096 / 1e6


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_two_thousand_cases_take_no_more_memory_than_twenty(kind: Kind):
    """A durable-rules session that is not deleted costs 2 MB: this would be 4 GB."""
    chance = random.Random(7)
    program = Program(
        tuple(
            Clause(chance.choice(LITERALS), tuple(chance.sample(LITERALS, 3))) for _ in range(80)
        ),
        COUNT,
    )
    backend = kind(program)
    cases = [frozenset(chance.sample(LITERALS, 5)) for _ in range(20)]
    expected = [naive_closure(program, known) for known in cases]
    assert [backend.infer(known) for known in cases] == expected
    before = resident_mb()
    for turn in range(2_000):
        assert backend.infer(cases[turn % 20]) == expected[turn % 20]
    assert resident_mb() - before < 20


def test_eight_threads_share_one_backend_and_none_is_started(kind: Kind):
    chance = random.Random(11)
    program = Program(
        tuple(
            Clause(chance.choice(LITERALS), tuple(chance.sample(LITERALS, 2))) for _ in range(60)
        ),
        COUNT,
    )
    before = threading.active_count()
    backend = kind(program)
    cases = [frozenset(chance.sample(LITERALS, 4)) for _ in range(400)]
    alone = [backend.infer(known) for known in cases]
    assert threading.active_count() == before
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(backend.infer, cases)) == alone
    assert alone == [naive_closure(program, known) for known in cases]
