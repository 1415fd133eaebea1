"""Choosing the engines and making them agree.

A decision is about a death, and worth two witnesses: where durable-rules works, both
engines compute every inference and any difference is an error.  Where it does not, the
plain engine decides alone and ``Engine.names`` says so in the output.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, get_args

from ..errors import EngineError, InputError
from . import durable
from .base import Backend, Inference, Program
from .durable import DurableBackend
from .plain import PlainBackend

Choice = Literal["auto", "durable", "plain", "both"]


class Engine:
    """One or more backends over the same program, held to the same answer.

    Attributes
    ----------
    names: what ran, for the output: ``("durable-rules 2.0.28", "plain 1")``.
    note: why an engine that works here was not used; empty when none was left out.
    """

    def __init__(self, backends: Sequence[Backend], note: str = "") -> None:
        """Take backends that were built from one program; at least one."""
        if not backends:
            raise EngineError("No engine was given.")
        self._backends = tuple(backends)
        self.names = tuple(f"{backend.name} {backend.version}" for backend in backends)
        self.note = note

    def infer(self, given: Iterable[int]) -> Inference:
        """Close ``given`` under the clauses with every backend.

        Raises EngineError when one fails, or when two differ in what holds or what fired.
        """
        known = frozenset(given)
        first, *others = [backend.infer(known) for backend in self._backends]
        for name, other in zip(self.names[1:], others, strict=True):
            if other != first:
                raise EngineError(
                    f"{self.names[0]} and {name} disagree: {_difference(first, other)}.",
                    mend="No decision can be given; please report this with the rule pack.",
                    code="engine.disagreement",
                )
        return first


def available() -> dict[str, str]:
    """Tell, for each engine, its version, or ``not available: `` and the reason."""
    reason = durable.why_not()
    return {
        DurableBackend.name: f"not available: {reason}" if reason else DurableBackend.version,
        PlainBackend.name: PlainBackend.version,
    }


def open_engine(program: Program, choice: Choice = "auto") -> Engine:
    """Build the engine for a program.

    ``auto`` is both engines where durable-rules works and the program is within its limits,
    otherwise the plain one, with a note for the second case.

    Raises InputError for a choice that cannot be had here, EngineError for a program that is
    malformed or, when durable-rules was asked for by name, beyond its limits.
    """
    if choice not in get_args(Choice):
        raise InputError(
            "That engine is not known.",
            mend=f"Choose one of: {', '.join(get_args(Choice))}.",
            code="input.engine",
        )
    if choice == "plain":
        return Engine([PlainBackend(program)])
    if choice == "auto":
        return _open_what_works(program)
    if reason := durable.why_not():
        raise InputError(
            f"The durable-rules engine cannot be used here: {reason}.",
            mend="Choose the plain engine, which gives the same answers; or install"
            ' "dhr-checker[durable]" on Python 3.12 or earlier, with a C compiler.',
            code="input.engine",
        )
    if choice == "durable":
        return Engine([DurableBackend(program)])
    return Engine([DurableBackend(program), PlainBackend(program)])


def _open_what_works(program: Program) -> Engine:
    plain = PlainBackend(program)
    if durable.why_not():
        return Engine([plain])
    if reason := durable.beyond_limits(program):
        return Engine([plain], note=f"durable-rules was not used: {reason}.")
    return Engine([DurableBackend(program), plain])


def _difference(one: Inference, other: Inference) -> str:
    """Name the lowest literal or clause on which they differ: numbers, never a case's values."""
    if literals := one.holds ^ other.holds:
        return f"{len(literals)} literals, the first is {min(literals)}"
    clauses = set(one.fired) ^ set(other.fired)
    return f"{len(clauses)} clauses, the first is {min(clauses)}" if clauses else "order of firing"
