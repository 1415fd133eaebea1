"""The base of every controlled vocabulary of the case record."""

from __future__ import annotations

from enum import Enum


class Term(str, Enum):
    """A word of a controlled vocabulary: written in kebab case, equal to its own text."""

    def __str__(self) -> str:
        return self.value
