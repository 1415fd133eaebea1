"""Single findings that somebody has looked at and set aside, known again by what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ..schemas.settings import SetAside
from .fingerprints import Print

_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'})
Entry = tuple[int, SetAside]
"""What stands in the settings, and as which of its kind."""


def entry_for(
    entries: Sequence[Entry], made: Print, said: Callable[[], Iterable[str]]
) -> Entry | None:
    """The first entry of the settings that a find answers to.

    ``said`` gives what stands there, masked and in clear: whoever wrote the entry may have had
    either before them.
    """
    texts = [_plain(text) for text in said()] if entries else []
    for number, one in entries:
        if one.fingerprint and one.fingerprint in (made.content, made.words):
            return number, one
        if one.words and any(_plain(one.words) in text for text in texts):
            return number, one
    return None


def _plain(text: str) -> str:
    return " ".join(text.translate(_QUOTES).split()).casefold()
