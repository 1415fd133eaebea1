"""What a YAML or JSON file turned out to hold, and on which line each part of it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Path = tuple[str | int, ...]
"""Keys and list positions that lead to a part of a file: ``("links", 1, "kind")``."""

MAX_BYTES = 2_000_000
MAX_DEPTH = 64
MAX_DIGITS = 30  # of a whole number: enough for anything, and too few to make int() slow

_STEP = re.compile(r"\[([0-9]+)\]|([^.\[\]]+)")


@dataclass(frozen=True, slots=True)
class Loaded:
    """The data of a file, and ``lines`` from each path in it to its line (counted from 1)."""

    data: Any
    lines: Mapping[Path, int]

    def line_of(self, path: Sequence[str | int]) -> int | None:
        """The line of the deepest part of ``path`` that the file has; None if not even the top."""
        at = tuple(path)
        while at and at not in self.lines:
            at = at[:-1]
        return self.lines.get(at)


def dotted(path: Sequence[str | int]) -> str:
    """Write a path for a reader: ``alleged_perpetrators[0].links[1].kind``."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            text += f".{step}" if text else step
    return text


def undotted(text: str) -> Path:
    """The path that :func:`dotted` wrote.  Keys with dots or brackets in them do not survive."""
    found = _STEP.finditer(text)
    return tuple(int(one.group(1)) if one.group(1) else one.group(2) for one in found)
