"""Every date in a case record, with its path."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from ..schemas.dates import PartialDate
from ..schemas.review import Employment
from .loaded import Path

_PLANNED = frozenset({"trial_expected", "extension_until", "s8a_commenced"})


@dataclass(frozen=True, slots=True)
class DateAt:
    """A date, where it stands, and whether it may be a plan and not an event."""

    path: Path
    date: PartialDate
    may_lie_ahead: bool


def dates_in(part: BaseModel, path: Path = ()) -> Iterator[DateAt]:
    """Every date of a part and of the parts in it, in the order of the fields."""
    for name, field in type(part).model_fields.items():
        value: object = getattr(part, name)
        at = (*path, field.alias or name)
        if isinstance(value, PartialDate):
            yield DateAt(at, value, name in _PLANNED or isinstance(part, Employment))
        elif isinstance(value, BaseModel):
            yield from dates_in(value, at)
        elif isinstance(value, tuple):
            for place, one in enumerate(value):  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
                if isinstance(one, BaseModel):
                    yield from dates_in(one, (*at, place))
