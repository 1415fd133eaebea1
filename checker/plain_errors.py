"""What pydantic found wrong with a case record, said so that a council officer can mend it.

Pydantic's own messages speak of types and quote what was written.  These speak of text,
lists and words; they name the keys and words that are right; and never what was
written, because that may be a name.  For the same reason a wrong key is told by its
line, or by its position among its neighbours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from ..schemas.scalars import PATTERNS
from .loaded import Loaded, Path, dotted
from .model_paths import Spot, follow, homes, keys_of
from .nearest import nearest, nearest_word

MOST_TOLD = 100  # faults told at once; a file with more is not a case record at all

TEXT = "this must be text"
_WHOLE = "this must be a whole number, without quotation marks"
_NUMBER = "this must be a number, without quotation marks"
_LIST = "this must be a list: every entry on a line of its own, after a hyphen"
_MAPPING = "this must be a mapping: lines of `key: value`, indented"

SAID = {
    "missing": "this is required and is missing",
    "string_too_short": "this is empty: leave the line out if it is not known",
    "string_unicode": "this holds half of a character: write it again",
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_from_float": _WHOLE,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "finite_number": _NUMBER,
    "tuple_type": _LIST,
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "dict_type": _MAPPING,
}
BOUNDED = {
    "greater_than_equal": ("ge", "this must be {} or more"),
    "less_than_equal": ("le", "this must be {} or less"),
    "string_too_long": ("max_length", "this is too long: at most {} characters"),
    "too_long": ("max_length", "this list is too long: at most {} entries"),
}


def problems(
    found: Sequence[ErrorDetails], model: type[BaseModel], loaded: Loaded
) -> list[tuple[str, str]]:
    """Every fault as ``(where, what)``, in the order of the record, at most 100.

    ``where`` is a dotted path, and the line where ``loaded`` has lines.  Neither part
    holds a value or a wrong key of the record.
    """
    by_line = sorted(found, key=lambda one: _line(one, model, loaded))
    told = [_problem(one, model, loaded) for one in by_line[:MOST_TOLD]]
    if len(found) > MOST_TOLD:
        told.append(("", f"and {len(found) - MOST_TOLD:,} more"))
    return told


def located(path: Path, loaded: Loaded, *, line_of: Path | None = None) -> str:
    """``deceased.born (line 4)``; without the line when the record was not read from text."""
    line = loaded.line_of(path if line_of is None else line_of)
    text = dotted(path)
    if line is None:
        return text
    return f"{text} (line {line})" if text else f"line {line}"


def _line(one: ErrorDetails, model: type[BaseModel], loaded: Loaded) -> int:
    return loaded.line_of(follow(model, one["loc"])[-1].path) or 0


def _problem(one: ErrorDetails, model: type[BaseModel], loaded: Loaded) -> tuple[str, str]:
    spots = follow(model, one["loc"])
    at, kind = spots[-1], one["type"]
    if kind == "extra_forbidden":
        parent = spots[-2]
        return located(parent.path, loaded, line_of=at.path), _unknown_key(
            at, parent, model, loaded
        )
    if kind == "invalid_key":
        return located(at.path[:-1], loaded), "a key must be text"
    if kind == "union_tag_not_found":
        return located((*at.path, "kind"), loaded), f"this is required; {_allowed(at.words())}"
    if kind == "union_tag_invalid":
        written = cast("Mapping[str, object]", one["input"]).get("kind")
        return located((*at.path, "kind"), loaded), _unknown_word(written, at.words())
    return located(at.path, loaded), _what(kind, at, one)


def _what(kind: str, at: Spot, one: ErrorDetails) -> str:
    context = one.get("ctx", {})
    if kind == "partial_date":
        return str(context["why"])
    if kind == "yes_no":  # raised by schemas.scalars, with a message of its own
        return one["msg"]
    if kind in BOUNDED:
        bound, sentence = BOUNDED[kind]
        return sentence.format(f"{context[bound]:,g}")
    if kind == "string_type":
        number = isinstance(one["input"], (bool, int, float))
        return f"{TEXT}: put it in quotation marks" if number else TEXT
    if kind == "string_pattern_mismatch":
        return PATTERNS[str(context["pattern"])]
    if kind in ("enum", "literal_error"):
        return _unknown_word(one["input"], at.words())
    return SAID.get(kind, "this is not what is expected here")


def _unknown_key(at: Spot, parent: Spot, model: type[BaseModel], loaded: Loaded) -> str:
    written = str(at.path[-1])
    here = list(keys_of(parent.model)) if parent.model is not None else []
    said = f"unknown key{_position(at.path, loaded)}"
    as_key = written.lower().replace("-", "_").replace(" ", "_")
    elsewhere = homes(model, as_key)
    near = nearest(as_key, here, at_least=0.75 if elsewhere else 0.6)
    if near:
        return f"{said}; did you mean `{near}`?"
    if elsewhere:
        named = [f"in `{home}`" if home else "at the top of the record" for home in elsewhere[:3]]
        return f"{said}; it belongs {' or '.join(named)}"
    return f"{said}; {_allowed(here)}"


def _position(path: Path, loaded: Loaded) -> str:
    """Which of its neighbours a key is, where there is no line to tell it by."""
    if path in loaded.lines:
        return ""
    part: object = loaded.data
    for step in path[:-1]:
        part = part[step]  # pyright: ignore[reportIndexIssue, reportUnknownVariableType]
    keys = list(cast("Mapping[object, object]", part))
    return f" (number {keys.index(path[-1]) + 1} of {len(keys)} there)"


def _unknown_word(written: object, right: Sequence[str]) -> str:
    said = "this is not one of the words that may stand here"
    near = nearest_word(written, right) if isinstance(written, str) else ""
    if near:
        return f"{said}; did you mean `{near}`? {_allowed(right).capitalize()}"
    return f"{said}; {_allowed(right)}"


def _allowed(right: Sequence[str]) -> str:
    return f"allowed here: {', '.join(right)}"
