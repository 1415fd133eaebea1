"""Random programs, and what is true of them by the slowest and plainest means."""

from __future__ import annotations

from collections.abc import Iterable

from dhr_checker.checker.engine.base import MAX_BODY, Clause, Inference, Program
from hypothesis import strategies as st

# Far enough apart to lie in different groups of durable-rules' two levels (48 a group).
LITERALS = [*range(9), 47, 48, 49, 95, 96, 500]
COUNT = max(LITERALS) + 1


def naive_closure(program: Program, given: Iterable[int]) -> Inference:
    """Apply every clause again and again until nothing is new."""
    holds = set(given)
    while True:
        fired = tuple(
            number
            for number, clause in enumerate(program.clauses)
            if all(literal in holds for literal in clause.body)
        )
        new = {program.clauses[number].head for number in fired} - holds
        if not new:
            return Inference(frozenset(holds), fired)
        holds |= new


def bodies(longest: int = 4) -> st.SearchStrategy[tuple[int, ...]]:
    return st.lists(
        st.sampled_from(LITERALS), min_size=1, max_size=min(longest, MAX_BODY), unique=True
    ).map(tuple)


def clauses(longest: int = 4) -> st.SearchStrategy[Clause]:
    """Heads and bodies from one small pool: cycles, repeated bodies and clauses are common."""
    return st.builds(Clause, head=st.sampled_from(LITERALS), body=bodies(longest))


def programs(longest: int = 4, most: int = 30) -> st.SearchStrategy[Program]:
    return st.lists(clauses(longest), max_size=most).map(lambda made: Program(tuple(made), COUNT))


def givens() -> st.SearchStrategy[frozenset[int]]:
    return st.frozensets(st.sampled_from(LITERALS), max_size=8)
