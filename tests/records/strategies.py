"""Case records made from the models themselves, so that no field can be forgotten."""

from __future__ import annotations

import types
from collections.abc import Iterator
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from dhr_checker.schemas.case import CaseRecord
from dhr_checker.schemas.dates import PartialDate
from dhr_checker.schemas.links import Nights
from dhr_checker.schemas.scalars import (
    Age,
    Count,
    Id,
    Number,
    Prose,
    RecordPart,
    Ref,
    Reference,
    Text,
    YesNo,
    YesNoAnswer,
)
from hypothesis import strategies as st

_LINE = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=12).filter(
    lambda text: bool(text.strip())
)
_DATE = st.one_of(
    st.integers(1800, 2199).map(str),
    st.dates().filter(lambda day: 1800 <= day.year <= 2199).map(lambda day: day.isoformat()[:7]),
    st.dates().filter(lambda day: 1800 <= day.year <= 2199).map(lambda day: day.isoformat()),
)
_KNOWN: list[tuple[Any, Any, st.SearchStrategy[Any]]] = [
    # a type, one good value of it, and all its good values
    (PartialDate, "2020-02", _DATE),
    (YesNo, "yes", st.sampled_from([True, False, "yes", "No", "TRUE"])),
    (YesNoAnswer, "no", st.sampled_from(["yes", "no", True])),
    (Text, "Some words", _LINE),
    (Prose, "Two\nlines", _LINE),
    (Number, "3.8", st.sampled_from(["3.8", "13", 13])),
    (Reference, "T/1", st.from_regex(r"[A-Za-z0-9][A-Za-z0-9 ./_-]{0,39}", fullmatch=True)),
    (Ref, "P1", st.from_regex(r"[A-Z][A-Za-z0-9-]{0,3}", fullmatch=True)),
    (Id, "person.same-household", st.from_regex(r"[a-z][a-z.-]{0,9}", fullmatch=True)),
    (Age, 40, st.integers(0, 120)),
    (Count, 3, st.integers(0, 10_000)),
    (Nights, 3.5, st.floats(0, 7)),
    (int, 2, st.integers(1, 3)),  # the level and the degree, both of which allow 1 to 3
]


def _hints(model: type[RecordPart]) -> dict[str, Any]:
    hints = get_type_hints(model, include_extras=True)
    return {field.alias or name: hints[name] for name, field in model.model_fields.items()}


def _choices(hint: Any) -> list[Any]:
    """The types that a hint allows, as they were written, without None."""
    if any(hint == known for known, _, _ in _KNOWN):
        return [hint]
    if get_origin(hint) is Annotated:
        return _choices(get_args(hint)[0])
    if get_origin(hint) in (Union, types.UnionType):
        return [one for part in get_args(hint) for one in _choices(part)]
    return [] if hint in (None, type(None)) else [hint]


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Plain data that belongs where a model has this type hint."""
    return st.one_of([_values(one) for one in _choices(hint)])


def _values(kind: Any) -> st.SearchStrategy[Any]:
    for known, _, good in _KNOWN:
        if kind == known:
            return good
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    if get_origin(kind) is tuple:
        return st.lists(values(get_args(kind)[0]), min_size=1, max_size=2)
    if issubclass(kind, Enum):
        return st.sampled_from([word.value for word in kind])
    return parts(kind)


def parts(model: type[RecordPart]) -> st.SearchStrategy[dict[str, Any]]:
    """Plain data of one part of a record: what is required, and half of the rest."""
    hints = _hints(model)
    needed = {
        field.alias or name
        for name, field in model.model_fields.items()
        if field.is_required() and name != "ref"
    }
    return st.deferred(
        lambda: st.fixed_dictionaries(
            {
                key: values(hints[key]) if key in needed else st.none() | values(hints[key])
                for key in hints
            }
        )
    )


def records() -> st.SearchStrategy[dict[str, Any]]:
    """Plain data of records: every one well formed, not every one free of contradiction.

    Each has a few of the sections, well filled; all of them at once would be too much data.
    """
    hints = _hints(CaseRecord)
    sections = sorted(set(hints) - {"reference"})
    return st.sets(st.sampled_from(sections), min_size=1, max_size=4).flatmap(
        lambda chosen: st.fixed_dictionaries(
            {key: values(hints[key]) for key in ("reference", *sorted(chosen))}
        )
    )


def complete() -> dict[str, Any]:
    """One good record in which every field of every part says something, with every link."""
    record = _all_of(CaseRecord)
    for person in (record["deceased"], *record["alleged_perpetrators"]):
        person["born"] = "1979"  # 40, like every age, in February 2020, like every date
    record["judgements"][0]["about"] = "P1"
    return record


def _all_of(model: type[RecordPart]) -> dict[str, Any]:
    return {key: _example(hint) for key, hint in _hints(model).items() if key != "ref"}


def _example(hint: Any) -> Any:
    kind = _choices(hint)[0]
    for known, example, _ in _KNOWN:
        if kind == known:
            return example
    if get_origin(kind) is tuple:
        return [_one(inner) for inner in _choices(get_args(kind)[0])]
    return _one(kind)


def _one(kind: Any) -> Any:
    if get_origin(kind) is Literal:
        return get_args(kind)[0]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind)).value
    if isinstance(kind, type) and issubclass(kind, RecordPart):
        return _all_of(kind)
    return _example(kind)


def places(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every value in plain data, the containers too."""
    if path:
        yield path
    if isinstance(data, dict):
        for key, value in data.items():
            yield from places(value, (*path, key))
    if isinstance(data, list):
        for at, value in enumerate(data):
            yield from places(value, (*path, at))


def changed(data: Any, path: tuple[str | int, ...], value: Any) -> Any:
    """A copy of plain data with another value at a path."""
    if not path:
        return value
    copy = dict(data) if isinstance(data, dict) else list(data)
    copy[path[0]] = changed(data[path[0]], path[1:], value)
    return copy
