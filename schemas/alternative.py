"""What another choice of rules would make of the same facts."""

from __future__ import annotations

from .common import Answer, Strict
from .decision import Outcome


class ElementElsewhere(Strict):
    """One element of the definition that other rules answer otherwise, or only they have."""

    title: str
    about: str = ""
    """P1, P2 ...; empty for the case."""
    here: Answer | None
    """The answer under the rules applied; None if they have no such element."""
    there: Answer | None
    """The answer under the other rules; None if they have no such element."""
    rule: str
    """The element's rule: the other rules' own, or where they have none the one applied."""


class Alternative(Strict):
    """The outcome under one other statutory test, edition or local overlay."""

    key: str
    """test, edition or overlay."""
    value: str | None
    """The pack; None for no local overlay."""
    title: str
    status: str
    """in-force, prospective, superseded or local: an answer under it may be no answer in law."""
    outcome: Outcome
    differs: bool
    """The outcome is not the one under the rules applied."""
    elements: tuple[ElementElsewhere, ...] = ()
    """What the two answer differently."""
