"""What an interview about a case asks, and where it stands."""

from __future__ import annotations

from typing import Literal

from .common import Strict
from .decision import Citation, Outcome, Weighed

Kind = Literal["yes-no", "choice", "choices", "number", "date", "text", "people", "judgement"]


class Option(Strict):
    """One answer that can be chosen."""

    value: str
    """What is written into the record; for people ``all``, ``some`` or ``none``."""
    label: str
    """How it reads."""


class Effect(Strict):
    """What an answer would make of the outcome, by itself."""

    answer: str
    outcome: Outcome


class Ask(Strict):
    """One question, with why it is asked and where it comes from."""

    key: str
    """Stable within a case: the fact or point, and whom it is about."""
    kind: Kind
    fact: str = ""
    """The fact that it asks for; empty for a judgement."""
    proposition: str = ""
    """The point to be judged; empty for a fact."""
    about: str = ""
    """P1, C1 ...; empty for the case."""
    question: str
    who_knows: str = ""
    """Who would know, or for a judgement who decides."""
    bears_on: tuple[str, ...] = ()
    """Titles of the rules that ask for it."""
    rules: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    options: tuple[Option, ...] = ()
    """For ``choice``, ``choices`` and ``people``."""
    effects: tuple[Effect, ...] = ()
    """What each answer, or class of answers, would make of the outcome."""
    factors_for: tuple[Weighed, ...] = ()
    factors_against: tuple[Weighed, ...] = ()


class Standing(Strict):
    """Where an interview stands after the answers so far."""

    outcome: Outcome
    summary: str
    open_points: int
    """How many questions and judgements can still change the answer."""
    cannot_be_known: int
    """How many of them were asked and cannot be known."""
