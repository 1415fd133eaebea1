"""The plain engine: forward chaining in Python, in time linear in the size of the program.

Every clause keeps a count of the conditions it still waits for; a literal that comes to
hold takes one off the count of each clause that reads it; a clause whose count is nought
fires (Dowling and Gallier 1984).  It needs no compiler and runs on every Python, so it is
the engine where durable-rules is missing and the second witness where it is not.
"""

from __future__ import annotations

from collections.abc import Iterable

from .base import Inference, Program
from .wellformed import check_given, check_program


class PlainBackend:
    """Closes what is given under the clauses; holds no state between two inferences.

    Safe from several threads without a lock: an inference writes only to its own lists.
    """

    name = "plain"
    version = "1"

    def __init__(self, program: Program) -> None:
        """Index the clauses by the literals they read.  Raises EngineError if malformed."""
        check_program(program)
        self._program = program
        self._heads = tuple(clause.head for clause in program.clauses)
        self._waits = tuple(len(clause.body) for clause in program.clauses)
        readers: list[list[int]] = [[] for _ in range(program.literals)]
        for index, clause in enumerate(program.clauses):
            for literal in clause.body:
                readers[literal].append(index)
        self._readers = tuple(map(tuple, readers))

    def infer(self, given: Iterable[int]) -> Inference:
        """Close ``given`` under the clauses.  Raises EngineError for an unknown literal."""
        holds = set(check_given(self._program, given))
        waits = list(self._waits)
        agenda = list(holds)
        fired: list[int] = []
        while agenda:
            for clause in self._readers[agenda.pop()]:
                waits[clause] -= 1
                if waits[clause]:
                    continue
                fired.append(clause)
                head = self._heads[clause]
                if head not in holds:
                    holds.add(head)
                    agenda.append(head)
        return Inference(frozenset(holds), tuple(sorted(fired)))
