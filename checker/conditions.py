"""The language that conditions are written in: parsing, and nothing else.

Small on purpose.  ``all``, ``any``, ``not``; a test of one fact; the name of another
proposition; ``any_of`` / ``every`` over alleged perpetrators, children or appointees; and,
in requirements, ``observe`` for what a detector finds in a document.  It never evaluates
Python, and a mistake is an error when the rule file is loaded, not when a case is decided.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from ..schemas.rule import Scope

COLLECTIONS = {
    "alleged_perpetrators": Scope.PERSON,
    "children": Scope.CHILD,
    "appointees": Scope.APPOINTEE,
}

VALUE_TESTS = ("is", "in", "includes", "includes_any")
NUMBER_TESTS = ("at_least", "more_than", "at_most", "less_than")
DATE_TESTS = ("before", "on_or_before", "after", "on_or_after", "later_than_months")
RECORD_TESTS = ("recorded", "recorded_as")
"""Tests of the record rather than of the world: what nobody wrote down is simply not there."""
TESTS = (*VALUE_TESTS, *NUMBER_TESTS, *DATE_TESTS, "known", *RECORD_TESTS)


class ConditionError(ValueError):
    """A condition that does not parse; the message says what is wrong and what would be right."""


@dataclass(frozen=True, slots=True)
class Test:
    """``{fact: deceased.age_at_death, at_least: 16}``."""

    fact: str
    op: str
    value: Any
    other: str | None = None
    """Another fact to compare with, for dates: ``{fact: a, before: {fact: b}}``."""
    months: int = 0
    """For ``later_than_months``: ``{fact: a, later_than_months: 6, of: b}``."""

    @property
    def values(self) -> tuple[Any, ...]:
        """The values it tests for; one, unless the test takes a list."""
        listed = isinstance(self.value, tuple)
        return cast("tuple[Any, ...]", self.value) if listed else (self.value,)


@dataclass(frozen=True, slots=True)
class Ref:
    """The name of another proposition of the same scope."""

    proposition: str


@dataclass(frozen=True, slots=True)
class All:
    """Every part has to hold."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One part has to hold."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part must not hold."""

    part: Condition


@dataclass(frozen=True, slots=True)
class Each:
    """``{any_of: alleged_perpetrators, holds: person.connected}``, or ``every``."""

    every: bool
    scope: Scope
    inner: Condition


@dataclass(frozen=True, slots=True)
class Observe:
    """``{observe: heading, section: timescales}``: what a detector finds in the document."""

    detector: str
    params: str
    """Canonical JSON, so that the same observation is made once."""
    settings: dict[str, Any] = field(compare=False, hash=False, default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class Always:
    """``always`` or ``never``."""

    yes: bool


Condition = Test | Ref | All | AnyOf | Not | Each | Observe | Always


def parse(source: Any) -> Condition:
    """Turn the plain data of a rule file into a condition.

    Raises ConditionError naming the key that is wrong.
    """
    if isinstance(source, str):
        return Always(source == "always") if source in ("always", "never") else Ref(source)
    if not isinstance(source, dict):
        raise ConditionError("a condition is a proposition's name or a mapping")
    mapping: dict[str, Any] = source  # pyright: ignore[reportUnknownVariableType]
    for key, build in _BUILDERS.items():
        if key in mapping:
            return build(mapping)
    raise ConditionError(
        f"a condition has one of {', '.join(_BUILDERS)};"
        f" this one has {', '.join(map(str, mapping))}"
    )


def _only(mapping: dict[str, Any], *keys: str) -> None:
    if extra := set(mapping) - set(keys):
        raise ConditionError(
            f"`{', '.join(sorted(map(str, extra)))}` does not belong beside `{keys[0]}`"
        )


def _parts(mapping: dict[str, Any], key: str) -> tuple[Condition, ...]:
    _only(mapping, key)
    listed = mapping[key]
    if not isinstance(listed, list) or not listed:
        raise ConditionError(f"`{key}` needs a list of at least one condition")
    return tuple(parse(part) for part in listed)  # pyright: ignore[reportUnknownVariableType]


def _all(mapping: dict[str, Any]) -> Condition:
    return All(_parts(mapping, "all"))


def _any(mapping: dict[str, Any]) -> Condition:
    return AnyOf(_parts(mapping, "any"))


def _not(mapping: dict[str, Any]) -> Condition:
    _only(mapping, "not")
    return Not(parse(mapping["not"]))


def _each(mapping: dict[str, Any]) -> Condition:
    word = "any_of" if "any_of" in mapping else "every"
    _only(mapping, word, "holds")
    scope = COLLECTIONS.get(str(mapping[word]))
    if scope is None:
        raise ConditionError(f"`{word}` goes over one of {', '.join(COLLECTIONS)}")
    if "holds" not in mapping:
        raise ConditionError(f"`{word}` needs `holds: <condition>`")
    return Each(word == "every", scope, parse(mapping["holds"]))


def _observe(mapping: dict[str, Any]) -> Condition:
    settings = {k: v for k, v in mapping.items() if k != "observe"}
    return Observe(
        str(mapping["observe"]), json.dumps(settings, sort_keys=True, default=str), settings
    )


def _test(mapping: dict[str, Any]) -> Condition:
    fact = str(mapping["fact"])
    ops = [key for key in mapping if key not in ("fact", "of")]
    if len(ops) != 1 or ops[0] not in TESTS:
        raise ConditionError(f"a test of `{fact}` has exactly one of {', '.join(TESTS)}")
    op, value = ops[0], mapping[ops[0]]
    if op == "later_than_months":
        if not isinstance(value, int) or "of" not in mapping:
            raise ConditionError("`later_than_months` needs a number and `of: <date fact>`")
        return Test(fact, op, None, other=str(mapping["of"]), months=value)
    if "of" in mapping:
        raise ConditionError("`of` belongs to `later_than_months`")
    if op in DATE_TESTS:
        return _date_test(fact, op, value)
    return Test(fact, op, _checked_value(fact, op, value))


def _date_test(fact: str, op: str, value: Any) -> Test:
    if isinstance(value, dict):
        return Test(fact, op, None, other=str(value["fact"]))  # pyright: ignore[reportUnknownArgumentType]
    try:
        return Test(fact, op, date.fromisoformat(str(value)))
    except ValueError:
        raise ConditionError(f"`{op}` needs a date such as 2011-04-13, or {{fact: ...}}") from None


def _checked_value(fact: str, op: str, value: Any) -> Any:
    if op in ("in", "includes_any"):
        if not isinstance(value, list) or not value:
            raise ConditionError(f"`{op}` needs a list of values")
        return tuple(value)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
    if op in NUMBER_TESTS and (isinstance(value, bool) or not isinstance(value, int)):
        raise ConditionError(f"`{op}` needs a whole number")
    if op in ("known", "recorded") and value is not True:
        raise ConditionError(f"write `{op}: true`; for the opposite wrap it in `not`")
    return value


_BUILDERS = {
    "all": _all,
    "any": _any,
    "not": _not,
    "any_of": _each,
    "every": _each,
    "observe": _observe,
    "fact": _test,
}


def walk(condition: Condition) -> Iterator[Condition]:
    """Every node of a condition, itself first.  Does not enter the inside of an Each."""
    pending = [condition]
    while pending:
        node = pending.pop()
        yield node
        if isinstance(node, All | AnyOf):
            pending.extend(reversed(node.parts))
        elif isinstance(node, Not):
            pending.append(node.part)


def inner_conditions(condition: Condition) -> Iterator[Each]:
    """Every quantifier in a condition."""
    return (node for node in walk(condition) if isinstance(node, Each))
