"""Follow a path of pydantic's through a model: which part it leads to, and what may stand there.

Pydantic's paths have an extra step at every place where it chose between models by a
``kind``; a reader's file has no such step.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from .loaded import Path, dotted


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a record: its ``path``, and the type that belongs there (None if unknown)."""

    path: Path
    type: Any

    @property
    def model(self) -> type[BaseModel] | None:
        """The model that belongs here, if one and only one does."""
        kinds = _choices(self.type)
        return kinds[0] if len(kinds) == 1 and _is_model(kinds[0]) else None

    def words(self) -> list[str]:
        """The words that may stand here; for a choice of models, the kinds they go by."""
        kinds = _choices(self.type)
        return [word for kind in kinds for word in (_tags(kind) if _is_model(kind) else _of(kind))]


def follow(model: type[BaseModel], steps: Sequence[str | int]) -> list[Spot]:
    """The places along a path of pydantic's, from the record itself to the last."""
    spots = [Spot((), model)]
    for step in steps:
        here = spots[-1]
        kinds = _choices(here.type)
        if len(kinds) > 1 and all(_is_model(kind) for kind in kinds):
            chosen = [kind for kind in kinds if step in _tags(kind)]
            if chosen:
                spots[-1] = Spot(here.path, chosen[0])
                continue
        spots.append(Spot((*here.path, step), _inner(kinds, step)))
    return spots


def keys_of(model: type[BaseModel]) -> dict[str, Any]:
    """The keys of a model as a record writes them, with their types, in order."""
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def homes(model: type[BaseModel], key: str) -> list[str]:
    """Dotted paths of the parts of a model, at any depth, that have such a key."""
    return [dotted(path) for path, part in _parts(model, ()) if key in keys_of(part)]


def _parts(kind: Any, path: Path) -> Iterator[tuple[Path, type[BaseModel]]]:
    for one in _choices(kind):
        if get_origin(one) is tuple:
            yield from _parts(get_args(one)[0], path)
        elif _is_model(one):
            yield path, one
            for key, inner in keys_of(one).items():
                yield from _parts(inner, (*path, key))


def _inner(kinds: list[Any], step: str | int) -> Any:
    if len(kinds) != 1:
        return None
    if _is_model(kinds[0]):
        return keys_of(kinds[0]).get(str(step))
    if get_origin(kinds[0]) is tuple and isinstance(step, int):
        return get_args(kinds[0])[0]
    return None


def _choices(kind: Any) -> list[Any]:
    """The types that an annotation allows, without None and without what annotates them."""
    origin = get_origin(kind)
    if origin is Annotated:
        return _choices(get_args(kind)[0])
    if origin is Union or origin is types.UnionType:
        return [one for part in get_args(kind) for one in _choices(part)]
    return [] if kind is None or kind is type(None) else [kind]


def _is_a(kind: Any, base: type) -> bool:
    # On Python 3.10 `tuple[str, ...]` passes for a type, and issubclass then refuses it.
    return get_origin(kind) is None and isinstance(kind, type) and issubclass(kind, base)


def _is_model(kind: Any) -> bool:
    return _is_a(kind, BaseModel)


def _tags(model: Any) -> list[str]:
    """The kinds that a model of a choice goes by: the words of its field ``kind``."""
    field = model.model_fields.get("kind")
    return [] if field is None else _of(field.annotation)


def _of(kind: Any) -> list[str]:
    if get_origin(kind) is Literal:
        return [str(word) for word in get_args(kind)]
    if _is_a(kind, Enum):
        return [str(word.value) for word in kind]
    return []
