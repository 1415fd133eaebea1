"""Tell whether a reader of the page could see a run.

A black bar drawn over a name is the oldest mistake in redaction: the text is still
there, and copying it brings it back.
"""

from __future__ import annotations

from typing import Final

from .content import Concealment, Format

UNKNOWN: Final = "?"
"""A background that a table style decides, cell by cell; nothing is said about text on it."""
_HIGHLIGHTS: Final = {
    "black": "000000", "white": "FFFFFF", "blue": "0000FF", "cyan": "00FFFF",
    "green": "00FF00", "magenta": "FF00FF", "red": "FF0000", "yellow": "FFFF00",
    "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000",
    "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip
_WHITE: Final = "FFFFFF"
_BLACK: Final = "000000"
_CLOSE: Final = 24  # of 255, in each channel: too little contrast to read by
_TINY: Final = 2.0  # points


def concealment(look: Format, background: str) -> Concealment | None:
    """Why the run cannot be seen, or None.

    ``background`` is the paragraph's or cell's: six hexadecimal digits, empty for the
    page, or UNKNOWN.
    """
    if look.hidden:
        return Concealment.HIDDEN
    bar = _HIGHLIGHTS.get(look.highlight, "")
    # Word turns automatic text white on dark *shading*, but leaves it black on a highlight.
    colour = look.colour or (_BLACK if bar else "")
    behind = bar or look.shading or background or _WHITE
    if colour and behind != UNKNOWN and _alike(colour, behind):
        return Concealment.WHITE if _alike(behind, _WHITE) else Concealment.REDACTED
    return Concealment.TINY if 0 < look.size <= _TINY else None


def always_visible(look: Format) -> bool:
    """Whether no background could hide text of this look; most text is such."""
    return not (look.hidden or look.colour or look.highlight or 0 < look.size <= _TINY)


def _alike(one: str, other: str) -> bool:
    try:
        pairs = [(int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (0, 2, 4)]
    except ValueError:
        return False
    return all(abs(a - b) <= _CLOSE for a, b in pairs)
