"""How facts and conditions read in an output: short, plain, and never a name.

People appear by their references.  Text of the record that could hold a name (a fact of
type ``text``) is never shown; that it is recorded is all that is said.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from ..schemas.dates import PartialDate
from ..schemas.rule import FactSpec
from .clocks import long_date, said
from .conditions import Test
from .logic import OLDEST, Between

_BOUNDS = {
    "at_least": "{} or more",
    "more_than": "more than {}",
    "at_most": "{} or less",
    "less_than": "less than {}",
}
_DATES = {
    "before": "before {}",
    "on_or_before": "on or before {}",
    "after": "after {}",
    "on_or_after": "on or after {}",
}


def value_text(spec: FactSpec, value: Any) -> str:
    """A fact's value as it reads: ``by violence``, ``34``, ``7 March 2024``."""
    if value is None:
        return "not stated"
    if spec.type == "yes-no":
        return "yes" if value else "no"
    if spec.type == "date":
        return said(value) if isinstance(value, PartialDate) else long_date(value)
    if spec.type == "text":
        return "recorded"
    if isinstance(value, Between):
        return _range_text(value)
    if spec.type == "choices":
        words = _in_order(spec, value)
        return listed([spec.values.get(one, one) for one in words]) or "none"
    return spec.values.get(str(value), f"{value:g}" if isinstance(value, float) else str(value))


def _in_order(spec: FactSpec, chosen: Collection[str]) -> list[str]:
    """Values in the order in which the fact lists them; others after, by their letters."""
    known = list(spec.values)
    return sorted(chosen, key=lambda one: (known.index(one) if one in known else len(known), one))


def fact_text(spec: FactSpec, value: Any) -> str:
    """A fact with its label: ``age of the deceased at death: 34``."""
    return f"{spec.label}: {value_text(spec, value)}"


def _range_text(ages: Between) -> str:
    """``43 or 44``, ``18 or over``, ``17 or under``."""
    if ages.high >= OLDEST:
        return f"{ages.low} or over"
    if ages.low == 0:
        return f"{ages.high} or under"
    joined = " or " if ages.high == ages.low + 1 else " to "
    return f"{ages.low}{joined}{ages.high}"


def point_text(spec: FactSpec) -> str:
    """A missing fact as a thing to find out: ``whether ...`` or its label."""
    return f"whether {spec.label}" if spec.type == "yes-no" else spec.label


def question_text(spec: FactSpec, ref: str) -> str:
    """The question to ask when a fact is missing, about a named reference where it has one."""
    asked = spec.ask or f"What is the {spec.label}?"
    return about_text(asked, ref)


def about_text(text: str, ref: str) -> str:
    """Put a reference where a rule's text says ``{person}``; the chair and the author have none."""
    who = f"the {ref}" if ref in ("chair", "author") else ref
    return text.replace("{person}", who or "the person")


def counted(number: int, one: str, many: str) -> str:
    """A number with the words that go with it: ``1 point is``, ``2 points are``."""
    return f"{number:,} {one if number == 1 else many}"


def listed(words: list[str], last: str = "and") -> str:
    """``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def either(words: list[str]) -> str:
    """``a, b or c``; ``a; b, with a comma; or c`` where commas would run together."""
    if any("," in word for word in words):
        return "; or ".join(["; ".join(words[:-1]), words[-1]] if words[1:] else words)
    return listed(words, "or")


def test_text(test: Test, specs: Mapping[str, FactSpec]) -> str:
    """A test of a fact in words: ``age of the deceased at death: 16 or more``."""
    spec = specs[test.fact]
    return f"{spec.label}: {_wanted(test, spec, specs)}"


def _wanted(test: Test, spec: FactSpec, specs: Mapping[str, FactSpec]) -> str:
    if test.op in _BOUNDS:
        return _BOUNDS[test.op].format(test.value)
    if test.op in _DATES:
        bound = specs[test.other].label if test.other else long_date(test.value)
        return _DATES[test.op].format(bound)
    if test.op == "later_than_months":
        other = specs[test.other].label if test.other else ""
        return f"more than {test.months} calendar months after the {other}"
    if test.op in ("known", "recorded"):
        return "recorded"
    return listed([value_text(spec, _one(spec, v)) for v in test.values], "or")


def _one(spec: FactSpec, value: Any) -> Any:
    return frozenset([value]) if spec.type == "choices" else value


def sentence(text: str) -> str:
    """One line, a capital first, and a full stop at the end."""
    text = " ".join(text.split())
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".?!" else ".")
