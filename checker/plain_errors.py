"""What pydantic found wrong with a case record, said so that a council officer can mend it.

Pydantic's own messages speak of types and quote what was written.  These speak of text,
lists and words; they name the keys and words that are right; and never what was
written, because that may be a name.  A key that is wrong is told by its line or its
position for the same reason.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from typing import Any, cast

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from ..schemas.scalars import PATTERNS
from .loaded import Loaded, Path, dotted
from .model_paths import Step, follow, words_of

_TEXT = "this must be text"
_MAPPING = "this must be a mapping: lines of `key: value`, indented"
_LIST = "this must be a list: every entry on a line of its own, after a hyphen"
_NUMBER = "this must be a number, without quotation marks"

_FIXED = {
    "missing": "this is required and is missing",
    "string_sub_type": _TEXT,
    "string_unicode": _TEXT,
    "string_too_short": "this is empty: leave the line out if it is not known",
    "int_type": "this must be a whole number, without quotation marks",
    "int_parsing": "this must be a whole number, without quotation marks",
    "int_from_float": "this must be a whole number",
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "finite_number": "this must be an ordinary number",
    "tuple_type": _LIST,
    "list_type": _LIST,
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "dict_type": _MAPPING,
    "mapping_type": _MAPPING,
    "invalid_key": "a key must be text",
}
_BOUNDS = {
    "greater_than_equal": ("ge", "this must be at least {}"),
    "less_than_equal": ("le", "this must be at most {}"),
    "string_too_long": ("max_length", "this is too long: at most {} characters"),
    "too_long": ("max_length", "this list is too long: at most {} entries"),
}
_CUSTOM = frozenset({"partial_date", "yes_no"})  # raised by our own types, in plain English


def problems(
    found: Sequence[ErrorDetails], model: type[BaseModel], loaded: Loaded | None
) -> list[tuple[str, str]]:
    """Every fault as ``(where, what)``, in the order of the record.

    ``where`` is a dotted path, and the line when ``loaded`` knows it.  Neither holds a
    value of the record.
    """
    return [_problem(one, model, loaded) for one in found]


def _problem(
    one: ErrorDetails, model: type[BaseModel], loaded: Loaded | None
) -> tuple[str, str]:
    steps = follow(model, one["loc"])
    keys: Path = tuple(step.key for step in steps)
    kind = one["type"]
    if kind in ("extra_forbidden", "invalid_key"):
        return located(keys[:-1], loaded, line_at=keys), _unknown_key(steps, one, model)
    if kind.startswith("union_tag"):
        return located((*keys, "kind"), loaded), _unknown_word(steps, one)
    return located(keys, loaded), _what(kind, steps, one)


def located(path: Path, loaded: Loaded | None, *, line_at: Path | None = None) -> str:
    """``deceased.born (line 4)``; without the line when it is not known."""
    line = loaded.line_of(line_at or path) if loaded is not None else None
    text = dotted(path)
    if line is None:
        return text
    return f"{text} (line {line})" if text else f"line {line}"


def _what(kind: str, steps: Sequence[Step], one: ErrorDetails) -> str:
    context = one.get("ctx", {})
    if kind in _CUSTOM:
        return str(context.get("why", one["msg"]))
    if kind in _BOUNDS:
        bound, sentence = _BOUNDS[kind]
        return sentence.format(f"{context[bound]:,}")
    if kind == "string_type":
        return _not_text(one["input"])
    if kind == "string_pattern_mismatch":
        return PATTERNS.get(str(context.get("pattern")), "this holds a character that cannot stand here")
    if kind in ("enum", "literal_error"):
        return _unknown_word(steps, one)
    return _FIXED.get(kind, "this is not what is expected here")


def _not_text(value: object) -> str:
    if isinstance(value, (bool, int, float)):
        return f"{_TEXT}: put it in quotation marks"
    return _TEXT


def _unknown_key(steps: Sequence[Step], one: ErrorDetails, model: type[BaseModel]) -> str:
    parent = steps[-2].model if len(steps) > 1 else model
    right = sorted(keys_of_model(parent)) if parent is not None else []
    place = _position(steps)
    written = one["loc"][-1]
    near = _nearest(written, right)
    if near:
        return f"unknown key{place}; did you mean `{near}`?"
    return f"unknown key{place}; the keys here are {', '.join(right)}"


def _position(steps: Sequence[Step]) -> str:
    return ""


def _unknown_word(steps: Sequence[Step], one: ErrorDetails) -> str:
    return ""


def _nearest(written: object, right: Sequence[str]) -> str:
    return ""
