"""Which engines run, and that two that differ are never passed over."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from dhr_checker.checker.engine import durable, select
from dhr_checker.checker.engine.base import Clause, Inference, Program
from dhr_checker.checker.engine.plain import PlainBackend
from dhr_checker.checker.engine.select import Choice, Engine, available, open_engine
from dhr_checker.checker.errors import EngineError, InputError
from hypothesis import given

from .programs import givens, naive_closure, programs

PROGRAM = Program((Clause(1, (0,)), Clause(2, (1,)), Clause(2, (0,))), 4)
BOTH = ("durable-rules 2.0.28", "plain 1")
TOO_MUCH = Program(tuple(Clause(n + 1, (0,)) for n in range(251)), 252)


@pytest.fixture
def no_durable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(durable, "why_not", lambda: "it is not installed")


class Lying:
    """A backend that is right but for what ``distort`` does to the answer."""

    name, version = "lying", "0"

    def __init__(self, distort) -> None:
        self._honest, self._distort = PlainBackend(PROGRAM), distort

    def infer(self, known: Iterable[int]) -> Inference:
        return self._distort(self._honest.infer(known))


@given(program=programs(), known=givens())
def test_whatever_is_chosen_by_itself_gives_the_right_answer(program, known):
    assert open_engine(program).infer(known) == naive_closure(program, known)


@pytest.mark.usefixtures("needs_durable")
@pytest.mark.parametrize(
    ("choice", "names"),
    [("auto", BOTH), ("both", BOTH), ("durable", BOTH[:1]), ("plain", BOTH[1:])],
)
def test_the_names_say_what_ran(choice: Choice, names: tuple[str, ...]):
    engine = open_engine(PROGRAM, choice)
    assert engine.names == names
    assert engine.note == ""
    assert engine.infer([0]) == Inference(frozenset({0, 1, 2}), (0, 1, 2))


@pytest.mark.usefixtures("no_durable")
@pytest.mark.parametrize("choice", ["auto", "plain"])
def test_without_durable_rules_the_plain_engine_decides(choice: Choice):
    engine = open_engine(PROGRAM, choice)
    assert engine.names == ("plain 1",)
    assert engine.infer([0]).fired == (0, 1, 2)


@pytest.mark.usefixtures("no_durable")
@pytest.mark.parametrize("choice", ["durable", "both"])
def test_asking_for_durable_rules_where_there_is_none_says_why_and_what_to_do(choice: Choice):
    with pytest.raises(InputError) as caught:
        open_engine(PROGRAM, choice)
    assert caught.value.code == "input.engine"
    assert caught.value.what.endswith("cannot be used here: it is not installed.")
    assert "plain" in caught.value.mend


def test_an_unknown_choice_names_the_known_ones():
    with pytest.raises(InputError, match="auto, durable, plain, both"):
        open_engine(PROGRAM, "fast")  # type: ignore[arg-type]


@pytest.mark.usefixtures("needs_durable")
def test_beyond_the_limits_of_durable_rules_the_plain_engine_decides_and_says_so():
    engine = open_engine(TOO_MUCH)
    assert engine.names == ("plain 1",)
    assert engine.note == (
        "durable-rules was not used: it has 251 clauses reading one literal, more than 250."
    )
    with pytest.raises(EngineError, match="cannot take this rule base"):
        open_engine(TOO_MUCH, "both")


@pytest.mark.parametrize(
    ("distort", "says"),
    [
        (lambda told: Inference(told.holds | {3}, told.fired), "1 literals, the first is 3"),
        (lambda told: Inference(told.holds - {1}, told.fired), "1 literals, the first is 1"),
        (lambda told: Inference(told.holds, told.fired[1:]), "1 clauses, the first is 0"),
        (lambda told: Inference(told.holds, told.fired[::-1]), "order of firing"),
    ],
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_engines_that_differ_are_an_error(distort, says: str, place: int):
    backends = [PlainBackend(PROGRAM), PlainBackend(PROGRAM)]
    backends.insert(place, Lying(distort))
    with pytest.raises(EngineError, match=says) as caught:
        Engine(backends).infer([0])
    assert caught.value.code == "engine.disagreement"
    assert "lying 0" in caught.value.what


def test_each_backend_is_given_everything_even_from_an_iterator():
    assert Engine([PlainBackend(PROGRAM)] * 3).infer(iter([0])).fired == (0, 1, 2)


def test_an_engine_of_nothing_is_refused():
    with pytest.raises(EngineError, match="No engine"):
        Engine([])


def test_available_gives_a_version_or_the_reason(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(select.durable, "why_not", lambda: "")
    assert available() == {"durable-rules": "2.0.28", "plain": "1"}
    monkeypatch.setattr(select.durable, "why_not", lambda: "it is not installed")
    assert available() == {"durable-rules": "not available: it is not installed", "plain": "1"}
