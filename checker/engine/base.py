"""What an inference engine is given and what it gives back.

The engine knows no law and no case.  It is given *literals* - small integers that
the compiler made up, one for "proposition p is yes" and one for "p is no" - and
*clauses* over them, and it answers which further literals follow and which clauses
fired.  Nothing a user wrote can reach it, because there is no way to say it here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

MAX_BODY = 15  # durable-rules refuses a rule of more than 16 patterns, and only when a fact arrives


@dataclass(frozen=True, slots=True)
class Clause:
    """``head`` follows when every literal of ``body`` holds.  Body: 1 to MAX_BODY, no repeats."""

    head: int
    body: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Program:
    """Clauses over literals ``0 .. literals - 1``.  Positive: there is no negation."""

    clauses: tuple[Clause, ...]
    literals: int


@dataclass(frozen=True, slots=True)
class Inference:
    """The least fixpoint: every literal that holds, and the index of every clause that fired.

    ``fired`` is sorted, and holds *all* clauses whose body holds, not only the first to
    reach their head: every way in which a conclusion is supported is a reason.
    """

    holds: frozenset[int]
    fired: tuple[int, ...]


class Backend(Protocol):
    """One way of computing an :class:`Inference`; safe from several threads."""

    name: str
    version: str

    def infer(self, given: Iterable[int]) -> Inference:
        """Close ``given`` under the clauses.  Raises EngineError if the engine fails."""
        ...
