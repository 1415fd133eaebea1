"""Holding durable-rules: its limits, its absence, its failures and interruptions."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from importlib import metadata

import pytest
from dhr_checker.checker.engine import durable, durable_core
from dhr_checker.checker.engine.base import Clause, Program
from dhr_checker.checker.engine.durable import DurableBackend, beyond_limits
from dhr_checker.checker.engine.durable_core import Core, Ruleset, load_core
from dhr_checker.checker.errors import EngineError

from .programs import COUNT, LITERALS, naive_closure

SMALL = Program((Clause(1, (0,)), Clause(2, (1,))), 3)


@pytest.fixture
def untried() -> Iterator[None]:
    """Let the test ask afresh whether durable-rules works, and forget its answer afterwards."""
    durable.why_not.cache_clear()
    yield
    durable.why_not.cache_clear()


@pytest.mark.parametrize(
    ("program", "says"),
    [
        (Program(tuple(Clause(n + 1, (0,)) for n in range(251)), 300), "251 clauses reading one"),
        (Program(tuple(Clause(n + 1, (n,)) for n in range(4_001)), 4_002), "4,001 clauses, more"),
        (Program((), durable.MAX_LITERALS + 1), "19,201 literals"),
        (
            Program(
                tuple(Clause(0, tuple(range(n + 1, n + 11))) for n in range(1_001)),
                1_100,
            ),
            "10,010 conditions in all",
        ),
    ],
)
def test_a_program_beyond_the_limits_is_refused_when_it_is_loaded(program: Program, says: str):
    assert says in beyond_limits(program)
    with pytest.raises(EngineError, match=says):
        DurableBackend(program)


def test_the_limits_themselves_are_allowed():
    assert not beyond_limits(Program((), durable.MAX_LITERALS))
    assert not beyond_limits(Program(tuple(Clause(n + 1, (n,)) for n in range(4_000)), 4_001))


def test_identifiers_with_the_same_hash_are_noticed(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(durable_core, "identifier", lambda literal: f"a{literal % 10}")
    assert not beyond_limits(Program((), 10))
    assert "same hash" in beyond_limits(Program((), 11))


def test_the_hash_is_that_of_the_core():
    """FNV-1a, 32 bits, by its published test vectors."""
    assert durable_core._hash("") == 0x811C9DC5
    assert durable_core._hash("foobar") == 0xBF9CF968


@pytest.mark.usefixtures("untried")
def test_it_says_that_it_is_not_installed(monkeypatch: pytest.MonkeyPatch):
    def version(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", version)
    assert durable.why_not() == "it is not installed"


@pytest.mark.usefixtures("untried")
def test_it_trusts_no_other_version(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(metadata, "version", lambda _: "2.0.29")
    assert durable.why_not() == "version 2.0.29 is installed and only 2.0.28 has been examined"


@pytest.mark.usefixtures("untried")
def test_it_says_that_it_cannot_be_imported(monkeypatch: pytest.MonkeyPatch):
    """As on Python 3.13, where the released source builds and its import fails."""
    monkeypatch.setattr(metadata, "version", lambda _: durable_core.VERSION)
    monkeypatch.setitem(sys.modules, "durable_rules_engine", None)
    assert durable.why_not() == "it is installed and cannot be imported by this Python"


@pytest.mark.usefixtures("needs_durable", "untried")
def test_an_engine_that_answers_a_known_question_wrongly_is_not_used(
    monkeypatch: pytest.MonkeyPatch,
):
    honest = DurableBackend._run
    monkeypatch.setattr(
        DurableBackend, "_run", lambda self, rules, holds: honest(self, rules, holds) - {3}
    )
    assert durable.why_not() == "it gave a wrong answer to a known question"


@pytest.mark.usefixtures("needs_durable", "untried")
def test_where_its_core_can_be_imported_it_works():
    assert durable.why_not() == ""


def test_asking_whether_it_works_does_not_import_its_python_layer():
    durable.why_not()
    assert "durable" not in sys.modules


class Faulty:
    """The real core, save that one of its functions does something else when ``armed``."""

    def __init__(self, function: str, instead) -> None:
        self._core, self._function, self._instead = load_core(), function, instead
        self.armed = True

    def __getattr__(self, name: str):
        if name == self._function and self.armed:
            return self._instead
        return getattr(self._core, name)


def fail(*_: object) -> None:
    raise MemoryError


@pytest.mark.usefixtures("needs_durable")
@pytest.mark.parametrize(
    ("function", "instead", "says"),
    [
        ("assert_fact", fail, "failed to take a fact"),
        ("assert_fact", lambda *_: (1, 0), "refused a fact .code 1."),
        ("start_action_for_state", fail, "failed to begin a session"),
        ("start_action_for_state", lambda *_: None, "did not begin its session"),
        ("complete_and_start_action", fail, "failed to fire the next rule"),
        ("complete_and_start_action", lambda *_: "no JSON", "failed to fire the next rule"),
        ("complete_and_start_action", lambda *_: '{"r0":{}}', "fired clause 0 twice"),
        ("delete_state", fail, "failed to end a session"),
    ],
)
def test_a_failing_core_is_an_engine_error_and_the_next_case_is_right(function, instead, says):
    backend = DurableBackend(SMALL)
    core = Faulty(function, instead)
    backend._ruleset = Ruleset(core, backend._rules)  # type: ignore[arg-type]
    with pytest.raises(EngineError, match=says):
        backend.infer({0})
    core.armed = False
    assert backend.infer({0}) == naive_closure(SMALL, {0})


@pytest.mark.usefixtures("needs_durable")
def test_rules_that_the_core_refuses_are_an_engine_error():
    with pytest.raises(EngineError, match="failed to load the rule base"):
        Ruleset(load_core(), '{"r0": {"all": [{"m": {"$nonsense": 1}}]')


class Interrupting:
    """The core, with a KeyboardInterrupt before or after the n-th call into it."""

    def __init__(self, core: Core) -> None:
        self._core, self.left, self.late = core, -1, False

    def __getattr__(self, name: str):
        real = getattr(self._core, name)
        if name == "delete_ruleset":
            return real

        def call(*arguments: object) -> object:
            self.left -= 1
            if self.left == 0 and not self.late:
                raise KeyboardInterrupt
            result = real(*arguments)
            if self.left == 0:
                raise KeyboardInterrupt
            return result

        return call


@pytest.mark.usefixtures("needs_durable")
@pytest.mark.parametrize("late", [False, True])
def test_an_interruption_anywhere_leaves_the_next_case_right(late: bool):
    chance = random.Random(3)
    made = [Clause(chance.choice(LITERALS), tuple(chance.sample(LITERALS, 2))) for _ in range(40)]
    program = Program(tuple(made), COUNT)
    backend = DurableBackend(program)
    core = Interrupting(backend._core)
    backend._core, backend._ruleset = core, None  # type: ignore[assignment]
    known = frozenset(LITERALS[:7])
    interrupted = 0
    for moment in range(1, 60):
        core.left, core.late = moment, late
        try:
            backend.infer(known)
        except KeyboardInterrupt:
            interrupted += 1
        core.left = -1
        assert backend.infer(known) == naive_closure(program, known)
    assert interrupted >= 10


@pytest.mark.usefixtures("needs_durable")
def test_the_memory_of_a_program_is_freed_with_it():
    freed: list[int] = []
    core = load_core()

    class Watching:
        def __getattr__(self, name: str):
            return freed.append if name == "delete_ruleset" else getattr(core, name)

    rules = Ruleset(Watching(), '{"boot": {"all": [{"m": {"boot": 1}}]}}')  # type: ignore[arg-type]
    handle = rules._handle
    del rules
    assert freed == [handle]
    core.delete_ruleset(handle)
