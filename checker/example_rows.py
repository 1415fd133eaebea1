"""The examples of a rule as rows of its page: what was given, and what has to come out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..schemas.documents import DocumentKind
from ..schemas.rule import Entry, Requirement


def example_rows(entry: Entry) -> Iterator[tuple[str, str]]:
    """What each example gives and its answer, with the note that says why; as plain text."""
    if isinstance(entry, Requirement):
        for draft in entry.examples:
            yield " — ".join(_of_a_draft(draft)), _answer(draft["then"], draft.get("note", ""))
        return
    for one in getattr(entry, "examples", ()):
        yield "; ".join(_facts(one.given)), _answer(one.then.value, one.note)


def _answer(then: Any, note: str) -> str:
    return f"{then} ({note})" if note else str(then)


def _of_a_draft(example: Mapping[str, Any]) -> Iterator[str]:
    """The draft in one line, the case record beside it, and the other documents of the review."""
    name = example.get("name")
    yield f"{name}: {_line(example['document'])}" if name else _line(example["document"])
    recorded = [*_facts(example.get("case") or {}), *_facts(example.get("given") or {})]
    if recorded:
        yield f"in the case record: {', '.join(recorded)}"
    beside: Mapping[str, str | list[str]] = example.get("beside", {})
    for kind, texts in beside.items():
        for text in [texts] if isinstance(texts, str) else texts:
            yield f"beside it, {DocumentKind(kind).named}: {_line(text)}"
    if "as_of" in example:
        yield f"on {example['as_of']}"


def _line(text: str) -> str:
    return " / ".join(line.strip() for line in text.splitlines() if line.strip())


def _facts(value: Mapping[str, Any], path: str = "") -> Iterator[str]:
    """Every value of a record with the path to it: ``deceased.manner: suicide``."""
    for key, one in value.items():
        yield from _fact(one, f"{path}.{key}" if path else str(key))


def _fact(value: Any, path: str) -> Iterator[str]:
    if isinstance(value, dict):
        inner: dict[str, Any] = value  # pyright: ignore[reportUnknownVariableType]
        yield from _facts(inner, path) if inner else iter((f"{path}: one",))
    elif isinstance(value, list):
        items: list[Any] = value  # pyright: ignore[reportUnknownVariableType]
        if any(isinstance(one, dict) for one in items):
            for number, one in enumerate(items, 1):
                yield from _fact(one, f"{path} {number}")
        else:
            yield f"{path}: {', '.join(map(str, items)) or 'none'}"
    else:
        yield f"{path}: {value}"
