"""What every backend refuses before it starts: a program or a question that is malformed.

Such a mistake is the compiler's, never the user's.  It is refused here and not left to
each backend, because two backends that fail in different ways cannot be compared.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..errors import EngineError
from .base import MAX_BODY, Program


def check_program(program: Program) -> None:
    """Raise EngineError unless every clause has 1 to MAX_BODY different literals, all known."""
    for index, clause in enumerate(program.clauses):
        body = set(clause.body)
        if not 1 <= len(clause.body) <= MAX_BODY:
            raise EngineError(
                f"Clause {index} has {len(clause.body)} conditions; 1 to {MAX_BODY} are allowed.",
                code="engine.program",
            )
        if len(body) < len(clause.body):
            raise EngineError(f"Clause {index} repeats a condition.", code="engine.program")
        if unknown := {clause.head, *body}.difference(range(program.literals)):
            raise EngineError(
                f"Clause {index} uses literal {min(unknown)}, which the program does not have.",
                code="engine.program",
            )


def check_given(program: Program, given: Iterable[int]) -> frozenset[int]:
    """Return what is given as a set; raise EngineError for a literal the program does not have."""
    known = frozenset(given)
    if unknown := known.difference(range(program.literals)):
        raise EngineError(
            f"{len(unknown)} of the given literals are not literals of the program.",
            code="engine.given",
        )
    return known
