"""One way of writing a text for matching, with the way back to what was written.

Word's typographic quotes, non-breaking spaces and ligatures keep a search from finding a
name; marks that have no width can be put into a name to the same end.  All searches
therefore run on a :class:`Normalised` text, and report offsets of the original.

What changes: every kind of space becomes a space; quotes, apostrophes, dashes, hyphens
and ellipses become their plain ASCII forms; ligatures, full-width and other compatibility
characters become the letters they show; a letter and its combining marks become one
character where there is one; soft hyphens, zero-width and direction marks disappear.
Case, and everything else, stays.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

_QUOTES: Final = dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u02b9\u00b4`\uff07", "'")
_DOUBLE: Final = dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02", '"')
_DASHES: Final = dict.fromkeys(
    "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d", "-"
)
_SPACES: Final = dict.fromkeys(
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
    "\u3000\t\n\r\v\f\u0085\u2028\u2029",
    " ",
)
_PLAIN: Final = {**_QUOTES, **_DOUBLE, **_DASHES, **_SPACES}
# Numbers in superscript, fractions and the like change their meaning when flattened.
_NOT_FLATTENED: Final = frozenset({"No"})
_ODD = re.compile(r"[^\x20-\x7e\u00c0-\u00ff]")
_PLAIN_LETTERS = re.compile(r"[\x20-\x7e]{2,}(?![^\x20-\x7e])")

INVISIBLE: Final[dict[str, str]] = {
    "\u00ad": "soft hyphen",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u2060": "word joiner",
    "\ufeff": "zero-width no-break space",
    "\u180e": "Mongolian vowel separator",
    "\u034f": "combining grapheme joiner",
    "\u115f": "Hangul filler",
    "\u1160": "Hangul filler",
    "\u3164": "Hangul filler",
    "\u061c": "direction mark",
    **dict.fromkeys("\u200e\u200f", "direction mark"),
    **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "direction override"),
    **dict.fromkeys("\u2061\u2062\u2063\u2064", "invisible operator"),
    **dict.fromkeys(map(chr, range(0xFE00, 0xFE10)), "variation selector"),
    **dict.fromkeys(map(chr, range(0xE0000, 0xE0080)), "tag character"),
}
"""Marks that are taken out, and what to call them."""


class Invisible(NamedTuple):
    """A mark of no width, at ``offset`` of the original text."""

    offset: int
    name: str


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text for matching; ``text`` is what to search in."""

    text: str
    offsets: tuple[int, ...] | None
    """For each character of ``text`` where it began in the original, then the original's
    length; None if nothing changed its place."""
    invisible: tuple[Invisible, ...] = ()
    """The marks that were taken out.  In a name they are worth a look: they defeat searching."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that ``text[start:end]`` stands for.

        Invisible marks within it are included, those before and after it are not.  Raises
        ValueError unless ``0 <= start <= end <= len(text)``.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"no such stretch: {start} to {end} of {len(self.text)}")
        if self.offsets is None:
            return start, end
        if start == end:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self._end_of(end - 1, self.offsets)

    def _end_of(self, last: int, offsets: tuple[int, ...]) -> int:
        """Where the original of the character at ``last`` ends."""
        begin = offsets[last]
        after = next((o for o in offsets[last + 1 :] if o > begin), offsets[-1])
        hidden = {mark.offset for mark in self.invisible}
        while after > begin + 1 and after - 1 in hidden:
            after -= 1
        return after


def normalise(text: str) -> Normalised:
    """``text`` in the one form that all matching uses."""
    odd = set(_ODD.findall(text))
    if odd <= _PLAIN.keys() or not _moves(text):
        for sign in (*(odd & _PLAIN.keys()), "`"):
            text = text.replace(sign, _PLAIN[sign])
        return Normalised(text, None)
    out: list[str] = []
    offsets: list[int] = []
    invisible: list[Invisible] = []
    for start, end, plain in _stretches(text):
        if plain:  # as it is, and most of every text
            out.append(text[start:end].replace("`", _PLAIN["`"]))
            offsets.extend(range(start, end))
            continue
        for at, cluster in _clusters(text, start, end, invisible):
            flat = _flat(cluster)
            out.append(flat)
            offsets.extend([at] * len(flat))
    offsets.append(len(text))
    return Normalised("".join(out), tuple(offsets), tuple(invisible))


def _moves(text: str) -> bool:
    """Whether normalising changes the number of characters (or might)."""
    return any(
        sign not in _PLAIN and (sign in INVISIBLE or unicodedata.normalize("NFKC", sign) != sign
                                or unicodedata.combining(sign))
        for sign in set(text)
        if sign > "\x7f"
    )  # fmt: skip


def _stretches(text: str) -> Iterator[tuple[int, int, bool]]:
    """Stretches of plain letters (True), and between them what has to be looked at sign by sign.

    The last plain letter before a stretch of others is part of it: a mark may combine with it.
    """
    done = 0
    for found in _PLAIN_LETTERS.finditer(text):
        if done < found.start():
            yield done, found.start(), False
        yield *found.span(), True
        done = found.end()
    if done < len(text):
        yield done, len(text), False


def _clusters(text: str, start: int, end: int, invisible: list[Invisible]) -> list[tuple[int, str]]:
    """Each letter with its combining marks and where it begins, invisible marks taken out."""
    found: list[tuple[int, str]] = []
    for at in range(start, end):
        sign = text[at]
        if sign in INVISIBLE:
            invisible.append(Invisible(at, INVISIBLE[sign]))
        elif unicodedata.combining(sign) and found:
            begin, cluster = found[-1]
            found[-1] = (begin, cluster + sign)
        else:
            found.append((at, sign))
    return found


@lru_cache(maxsize=4096)
def _flat(cluster: str) -> str:
    if cluster in _PLAIN:
        return _PLAIN[cluster]
    if len(cluster) == 1 and unicodedata.category(cluster) in _NOT_FLATTENED:
        return cluster
    flat = unicodedata.normalize("NFKC", cluster)
    return "".join(_PLAIN.get(sign, sign) for sign in flat)
