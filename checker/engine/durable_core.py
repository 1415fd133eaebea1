"""The C core of durable-rules: finding it, and one session of it in the only safe order.

Nothing but this module calls the core.  What is peculiar about it, and why, is told in
``durable.py``.
"""

from __future__ import annotations

import json
import weakref
from collections.abc import Generator
from contextlib import contextmanager
from importlib import import_module, metadata
from typing import Protocol, cast

from ..errors import EngineError

VERSION = "2.0.28"  # the one whose C source was studied and fuzzed; no other is trusted
GROUP = 48  # values a level: the core's stack holds 64 matches, a node 512 children

BOOT = "boot"
_SESSION = "s"


class Core(Protocol):
    """The six functions of the C module that are used, with the types they really have."""

    def create_ruleset(self, name: str, rules: str, /) -> int:
        """Compile rules given as JSON; returns a handle."""
        ...

    def delete_ruleset(self, handle: int, /) -> None:
        """Free a ruleset, but not its live sessions."""
        ...

    def assert_fact(self, handle: int, fact: str, /) -> tuple[int, int]:
        """Add a fact given as JSON; returns a result code (0 is right) and a session offset."""
        ...

    def start_action_for_state(self, handle: int, state: int, /) -> tuple[str, str] | None:
        """Begin the first activation: session state and matches as JSON, or None."""
        ...

    def complete_and_start_action(self, handle: int, state: int, /) -> str | None:
        """End the current activation and begin the next: its matches as JSON, or None."""
        ...

    def delete_state(self, handle: int, sid: str, /) -> None:
        """Free a session."""
        ...


def load_core() -> Core:
    """Import the C core.  Raises EngineError saying why when it is not there or not usable."""
    try:
        installed = metadata.version("durable-rules")
    except metadata.PackageNotFoundError:
        raise EngineError("it is not installed", code="engine.missing") from None
    if installed != VERSION:
        raise EngineError(
            f"version {installed} is installed and only {VERSION} has been examined",
            code="engine.missing",
        )
    try:
        return cast(Core, import_module("durable_rules_engine"))
    except Exception as error:  # a module without stubs, compiled elsewhere: anything may come
        raise EngineError(
            "it is installed and cannot be imported by this Python", code="engine.missing"
        ) from error


class Ruleset:
    """A compiled ruleset and its one session: ``begin``, ``tell``, ``next_fired``, ``end``.

    Every method raises EngineError when the core reports a failure; the ruleset must then be
    closed, because the state of its session is unknown.
    """

    def __init__(self, core: Core, rules: str) -> None:
        """Compile ``rules``, the core's own JSON."""
        self._core = core
        with _failures("load the rule base"):
            self._handle = core.create_ruleset("dhr", rules)
        # Python's collector knows nothing of the core's memory, 3 MB and more a ruleset.
        self.close = weakref.finalize(self, core.delete_ruleset, self._handle)
        self.close.atexit = False  # the process is about to give its memory back anyway
        self._state = 0

    def begin(self) -> None:
        """Open the session and let ``boot`` fire, so that the session can be deleted."""
        self._state = self._assert(f'{{"id":"{BOOT}","sid":"{_SESSION}","{BOOT}":1}}')
        with _failures("begin a session"):
            started = self._core.start_action_for_state(self._handle, self._state)
            first = None if started is None else _rule_of(started[1])
        if first != BOOT:
            raise EngineError("durable-rules did not begin its session.")

    def tell(self, literal: int) -> None:
        """Assert that a literal holds: one that some rule reads, and only once a session."""
        group, value = divmod(literal, GROUP)
        self._assert(f'{{"id":"{identifier(literal)}","sid":"{_SESSION}","g":{group},"c":{value}}}')

    def next_fired(self) -> int | None:
        """Finish the rule that is firing and return the next one's number; None at the end."""
        with _failures("fire the next rule"):
            matches = self._core.complete_and_start_action(self._handle, self._state)
            return None if matches is None else int(_rule_of(matches).removeprefix("r"))

    def end(self) -> None:
        """Delete the session."""
        with _failures("end a session"):
            self._core.delete_state(self._handle, _SESSION)

    def _assert(self, fact: str) -> int:
        with _failures("take a fact"):
            code, state = self._core.assert_fact(self._handle, fact)
        if code:
            raise EngineError(f"durable-rules refused a fact (code {code}).")
        return state


def pattern(literal: int) -> dict[str, list[dict[str, int]]]:
    """Return the condition, in the core's own JSON, that is met by ``tell(literal)``."""
    group, value = divmod(literal, GROUP)
    return {"$and": [{"g": group}, {"c": value}]}


def identifier(literal: int) -> str:
    """Return the fixed name that the fact "this literal holds" has in the core."""
    return f"a{literal}"


def collision(literals: int) -> bool:
    """Tell whether two of the core's identifiers have the same hash (32-bit FNV-1a)."""
    names = [BOOT, "$pulse", f"sid-{_SESSION}", *map(identifier, range(literals))]
    return len({_hash(name) for name in names}) < len(names)


def _hash(name: str) -> int:
    value = 2166136261
    for byte in name.encode("ascii"):
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return value


def _rule_of(matches: str) -> str:
    """Read the name of the rule out of the core's ``{"r7": {...}}``."""
    return next(iter(cast(dict[str, object], json.loads(matches))))


@contextmanager
def _failures(task: str) -> Generator[None, None, None]:
    """Turn what the core raises, and output of it that cannot be read, into EngineError."""
    try:
        yield
    except Exception as error:
        raise EngineError(f"durable-rules failed to {task}.") from error
