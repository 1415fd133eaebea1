"""Cut a short excerpt around what was found.

The edges matter: half a name or half a postcode at the edge of an excerpt can no longer be
recognised, and so would not be masked.  So an excerpt never ends next to a word that could
be part of one.
"""

from __future__ import annotations

import re

WIDTH = 160
"""The most characters that an excerpt shows."""
_PLAIN = re.compile(r"[a-z][a-z'’]*[,;.]?")
_GAP = "…"


def window(text: str, start: int, end: int, width: int = WIDTH) -> str:
    """Up to ``width`` characters of ``text`` around ``[start, end)``, on one line.

    ``start`` below zero stands for the whole text.
    """
    if start < 0:
        start, end = 0, min(len(text), width)
    if len(text) <= width:
        return " ".join(text.split())
    found = " ".join(text[start:end].split())
    if len(found) >= width - 2:
        return _GAP * (start > 0) + found[: width - 2] + _GAP
    room = (width - 2 - (end - start)) // 2
    before = _tail(text[max(0, start - room) : start], cut=start > room)
    after = _head(text[end : end + room], cut=end + room < len(text))
    return " ".join(f"{before}{text[start:end]}{after}".split())


def _tail(text: str, *, cut: bool) -> str:
    if not cut:
        return text
    words = text.split()[1:]
    while words and not _PLAIN.fullmatch(words[0]):
        words.pop(0)
    kept = " ".join(words)
    return f"{_GAP} {kept}{' ' if text[-1:].isspace() else ''}" if kept else _GAP


def _head(text: str, *, cut: bool) -> str:
    if not cut:
        return text
    words = text.split()[:-1]
    while words and not _PLAIN.fullmatch(words[-1]):
        words.pop()
    kept = " ".join(words)
    return f"{' ' if text[:1].isspace() else ''}{kept} {_GAP}" if kept else _GAP
