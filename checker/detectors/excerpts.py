"""Cut a short excerpt around what was found.

The edges matter: half a name or half a postcode at the edge of an excerpt can no longer be
recognised, and so would not be masked.  So an excerpt begins and ends with a plain word, or
with the text; where there is none near, it reaches further out, and is shortened when it has
been masked.
"""

from __future__ import annotations

import re

WIDTH = 160
"""The most characters that an excerpt shows."""
_REACH = 120
"""Characters further out that a plain word is looked for."""
LONGEST = WIDTH + 2 * _REACH
"""The most characters of an excerpt that is still to be masked."""
_PLAIN = re.compile(r"[a-z][a-z'’]*[,;.]?")
_TOKEN = re.compile(r"\S+")
_GAP = "…"


def window(text: str, start: int, end: int, width: int = WIDTH) -> str:
    """Some ``width`` characters of ``text`` around ``[start, end)``, on one line.

    ``start`` below zero stands for the beginning of the text.
    """
    if len(text) <= width:
        return " ".join(text.split())
    if start < 0:
        start = end = 0
        reach = width - 2
    else:
        end = min(end, start + width - 2)
        reach = (width - 2 - (end - start)) // 2
    first = _begin(text, max(0, start - reach), start, end)
    last = _end(text, min(len(text), end + reach), start, end)
    before = f"{_GAP} " if first > 0 else ""
    after = f" {_GAP}" if last < len(text) else ""
    return before + " ".join(text[first:last].split()) + after if first < last else _GAP


def _begin(text: str, wanted: int, start: int, end: int) -> int:
    """Where to begin: at ``wanted`` if it can be, else further in, further out, or inside."""
    if wanted == 0:
        return 0
    further_in = _plain(text, wanted, start)
    if further_in:
        return further_in[0][0]
    out = max(0, wanted - _REACH)
    further_out = _plain(text, out, wanted)
    if further_out:
        return further_out[-1][0]
    inside = _plain(text, start, end)
    return 0 if out == 0 else inside[0][0] if inside else end


def _end(text: str, wanted: int, start: int, end: int) -> int:
    """Where to end, in the same order of preference."""
    if wanted == len(text):
        return wanted
    further_in = _plain(text, end, wanted)
    if further_in:
        return further_in[-1][1]
    out = min(len(text), wanted + _REACH)
    further_out = _plain(text, wanted, out)
    if further_out:
        return further_out[0][1]
    inside = _plain(text, start, end)
    return out if out == len(text) else inside[-1][1] if inside else start


def _plain(text: str, low: int, high: int) -> list[tuple[int, int]]:
    """The plain words that lie whole within a stretch of the text."""
    return [
        found.span()
        for found in _TOKEN.finditer(text, low, high)
        if (found.start() > low or low == 0 or text[low - 1].isspace())
        and (found.end() < high or high == len(text) or text[high].isspace())
        and _PLAIN.fullmatch(found[0])
    ]
