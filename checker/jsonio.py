"""Read JSON that somebody else wrote: strictly, and remembering the lines.

Python's reader takes the last of two equal keys and knows NaN; and it keeps no lines,
so a second, very small pass over text that is known to be JSON finds them.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from .errors import DhrError, InputError
from .loaded import MAX_DEPTH, MAX_DIGITS, Loaded, Path
from .textio import EMPTY, decode, place

_PIECE = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{},:]|[^\s\[\]{},:"]+')
_SURROGATE = re.compile("[\ud800-\udfff]")


def load_json(source: str | bytes, *, name: str, error: type[DhrError] = InputError) -> Loaded:
    """Read one JSON object.

    Raises ``error``, with file, line and column and never a word of the file itself, for
    anything that is not JSON, not an object, larger than 2 MB or deeper than 64 levels,
    and for a key given twice.
    """
    text = decode(source, name=name, error=error)
    if not text.strip():
        raise error("the file is empty.", where=name, mend=EMPTY, code="json.empty")
    data = _parse(text, name, error)
    lines = _Lines(text, name, error).read()
    if not isinstance(data, dict):
        raise error(
            "the file is not an object.",
            where=name,
            mend="Begin it with { and end it with }.",
            code="json.not-an-object",
        )
    return Loaded(data, lines)


def _parse(text: str, name: str, error: type[DhrError]) -> object:
    at: int | None = None
    try:
        return json.loads(text, parse_constant=_no_constant, parse_int=_whole_number)
    except json.JSONDecodeError as fault:
        at = fault.pos
    except RecursionError:
        raise _too_deep(name, error) from None
    except ValueError:
        raise error(
            "it holds a number that is too long or is not a number.",
            where=name,
            mend="Put it in quotation marks if it is text, or take it out.",
            code="json.number",
        ) from None
    raise error(
        "this is not valid JSON.",
        where=place(name, text, at),
        mend="Check the commas, brackets and double quotation marks.",
        code="json.syntax",
    )


def _no_constant(_: str) -> float:
    raise ValueError("NaN and Infinity are not JSON")


def _whole_number(digits: str) -> int:
    if len(digits.lstrip("-")) > MAX_DIGITS:
        raise ValueError("too many digits")
    return int(digits)


def _too_deep(where: str, error: type[DhrError]) -> DhrError:
    return error(
        f"the file is nested deeper than {MAX_DEPTH} levels.",
        where=where,
        mend="Nothing here needs that: check the brackets.",
        code="json.depth",
    )


@dataclass(slots=True)
class _Open:
    """An object or array that has begun and not yet ended."""

    path: Path
    is_object: bool
    key: str | None = None
    item: int = 0
    seen: dict[str, int] = field(default_factory=dict[str, int])

    def next(self) -> None:
        """A comma: another key or another item follows."""
        self.key, self.item = None, self.item + 1

    def here(self) -> Path:
        """The path of the value that comes next."""
        return (*self.path, self.item if self.key is None else self.key)


class _Lines:
    """Finds the line of every path in a text that is known to be JSON."""

    def __init__(self, text: str, name: str, error: type[DhrError]) -> None:
        self.text, self.name, self.error = text, name, error
        self.lines: dict[Path, int] = {}
        self.open: list[_Open] = []

    def read(self) -> dict[Path, int]:
        line, last = 1, 0
        for piece in _PIECE.finditer(self.text):
            line += self.text.count("\n", last, piece.start())
            last = piece.start()
            self._take(piece.group(), line, piece.start())
        return self.lines

    def _take(self, piece: str, line: int, at: int) -> None:
        top = self.open[-1] if self.open else None
        if piece in "]}":
            self.open.pop()
        elif piece == ",":
            self.open[-1].next()
        elif piece == ":":
            return
        elif top is not None and top.is_object and top.key is None:
            self._key(top, self._string(piece, at), line, at)
        else:
            self._value(top, piece, line, at)

    def _key(self, top: _Open, key: str, line: int, at: int) -> None:
        if key in top.seen:
            raise self.error(
                f"the same key stands here as on line {top.seen[key]}.",
                where=place(self.name, self.text, at),
                mend="Keep one of the two.",
                code="json.duplicate-key",
            )
        top.key, top.seen[key] = key, line
        self.lines[(*top.path, key)] = line

    def _value(self, top: _Open | None, piece: str, line: int, at: int) -> None:
        path = top.here() if top is not None else ()
        self.lines.setdefault(path, line)
        if piece in "[{":
            if len(self.open) >= MAX_DEPTH:
                raise _too_deep(place(self.name, self.text, at), self.error)
            self.open.append(_Open(path, piece == "{"))
        elif piece.startswith('"'):
            self._string(piece, at)

    def _string(self, piece: str, at: int) -> str:
        value: Any = json.loads(piece)
        if _SURROGATE.search(value):
            raise self.error(
                "half a character is written here.",
                where=place(self.name, self.text, at),
                mend="Type the character again.",
                code="json.character",
            )
        return value
