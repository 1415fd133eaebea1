"""Conditions in words, for rule pages: what a rule asks, without the YAML.

Written so that a lawyer can hold a rule against its source.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from ..schemas.rule import FactSpec, Scope
from .conditions import All, Always, AnyOf, Condition, Each, Not, Observe, Ref, Test
from .wording import test_text

_OVER = {
    Scope.PERSON: "alleged perpetrator",
    Scope.CHILD: "child",
    Scope.APPOINTEE: "appointee (chair or author)",
}


class Words:
    """Puts conditions into nested list items, two spaces a level."""

    def __init__(
        self, specs: Mapping[str, FactSpec], titles: Callable[[str], str] = lambda name: name
    ) -> None:
        """Take the facts, and what to call a proposition."""
        self.specs, self.titles = specs, titles

    def lines(self, condition: Condition, level: int = 0) -> list[str]:
        """The condition as Markdown list items."""
        head = f"{'  ' * level}- "
        if isinstance(condition, All | AnyOf):
            said = "all of these:" if isinstance(condition, All) else "at least one of these:"
            inner = [line for part in condition.parts for line in self.lines(part, level + 1)]
            return [head + said, *inner]
        if isinstance(condition, Not):
            if isinstance(condition.part, All | AnyOf):
                return [head + "it is not so that", *self.lines(condition.part, level + 1)]
            return [f"{head}not: {self.leaf(condition.part)}"]
        if isinstance(condition, Each):
            every = "for every" if condition.every else "for at least one"
            said = f"{every} {_OVER[condition.scope]}:"
            return [head + said, *self.lines(condition.inner, level + 1)]
        return [head + self.leaf(condition)]

    def phrase(self, condition: Condition, inner: bool = False) -> str:
        """The condition as one running phrase, for a reader who wants no ids."""
        if isinstance(condition, All | AnyOf):
            between = "; and " if isinstance(condition, All) else "; or "
            said = between.join(self.phrase(part, True) for part in condition.parts)
            return f"({said})" if inner and len(condition.parts) > 1 else said
        if isinstance(condition, Not):
            return f"not [{self.phrase(condition.part)}]"
        if isinstance(condition, Each):
            every = "every" if condition.every else "some"
            return f"[{every} {_OVER[condition.scope]}: {self.phrase(condition.inner)}]"
        if isinstance(condition, Test):
            return test_text(condition, self.specs)
        if isinstance(condition, Ref):
            return f'"{self.titles(condition.proposition)}"'
        return self.leaf(condition)

    def leaf(self, condition: Condition) -> str:
        """One leaf in words."""
        if isinstance(condition, Test):
            words = test_text(condition, self.specs)
            return f"{words} (`{condition.fact}`)"
        if isinstance(condition, Ref):
            return f"{self.titles(condition.proposition)} (`{condition.proposition}`)"
        if isinstance(condition, Observe):
            return f"the draft: {_observed(condition)}"
        if isinstance(condition, Always):
            return "always" if condition.yes else "never"
        return str(condition)


def _observed(condition: Observe) -> str:
    """A detector with its settings, long lists cut short."""
    settings: dict[str, Any] = json.loads(condition.params)
    said = [f"{key}: {_short(value)}" for key, value in settings.items()]
    return f"`{condition.detector}`" + (f" ({'; '.join(said)})" if said else "")


def _short(value: Any) -> str:
    if not isinstance(value, list):
        return str(value)
    items: list[str] = [str(one) for one in value]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    return ", ".join(items[:8]) + (f" and {len(items) - 8} more" if len(items) > 8 else "")
