"""Make frozen objects by the thousand.

A frozen dataclass sets each of its fields by a call, which for a paragraph's nineteen takes
as long as reading its text.  Nothing may thaw them, so they are made of an unfrozen twin
that takes on the frozen class once it is filled.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any, ParamSpec, TypeVar, cast

_Made = TypeVar("_Made")
_Fields = ParamSpec("_Fields")


def quickly(frozen: Callable[_Fields, _Made]) -> Callable[_Fields, _Made]:
    """A constructor like that of a frozen dataclass with slots, in a third of the time.

    All fields are to be given, in order.  The class may not have a ``__post_init__``.
    """
    names = [field.name for field in fields(cast(Any, frozen))]
    body = {"__annotations__": dict.fromkeys(names, Any)}
    twin: Any = dataclass(slots=True, eq=False)(type("Twin", (), body))

    def make(*values: _Fields.args, **named: _Fields.kwargs) -> _Made:
        made = twin(*values, **named)
        made.__class__ = frozen
        return made

    return make
