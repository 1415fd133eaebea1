"""How much a file may ask of this machine before it is refused.

Each limit is far above what a review's report needs (a long one is 2 MB of XML in 40
parts) and low enough that a hostile file cannot exhaust a council laptop.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one reading.  Sizes are bytes."""

    file: int = 100 * 2**20
    """The file itself."""
    members: int = 5_000
    """Files inside the package; Word writes 10 to a few hundred."""
    part: int = 64 * 2**20
    """One XML part, unpacked."""
    total: int = 256 * 2**20
    """All XML parts together, unpacked."""
    ratio: int = 200
    """Unpacked to packed size of one part, above which it is a bomb; see ``ratio_floor``."""
    ratio_floor: int = 20 * 2**20
    """Parts smaller than this are never called a bomb."""
    span: int = 1_000
    """Columns that one table cell may claim to cover; more are counted as this many."""
    pictures: int = 500
    """Pictures whose embedded data (EXIF, XMP) is looked at."""
    picture_head: int = 256 * 2**10
    """How much of each picture is looked at; the picture itself is never unpacked."""


DEFAULT = Limits()
