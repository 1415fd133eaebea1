"""Named lists of phrases that many rules share, kept in ``rules/phrases.yaml``.

They are data like the rules: what counts as a word for the family or for an agency is for
those who know the field to say, not for the program's text.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from .errors import PackError
from .yamlio import load_yaml

PHRASES = Path(__file__).resolve().parent.parent / "rules" / "phrases.yaml"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Named lists of terms, and a digest of the file they came from."""

    lists: dict[str, tuple[str, ...]]
    sha256: str


@lru_cache(maxsize=4)
def vocabulary(path: Path = PHRASES) -> Vocabulary:
    """Read the lists.  Raises PackError, with the line, for anything that is no list of words."""
    content = path.read_bytes()
    name = f"rules/{path.name}"
    loaded = load_yaml(content, name=name, error=PackError)
    lists: dict[str, tuple[str, ...]] = {}
    data: dict[str, Any] = loaded.data
    for key, value in data.items():
        terms = cast("list[Any]", value) if isinstance(value, list) else []
        if not terms or not all(isinstance(term, str) for term in terms):
            raise PackError(
                f"`{key}` is not a list of words.",
                where=f"{name}:{loaded.line_of((key,))}",
                mend="Write it as `name: [word, another word]`.",
            )
        lists[key] = tuple(terms)
    return Vocabulary(lists, hashlib.sha256(content).hexdigest())
