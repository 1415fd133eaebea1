"""What makes a find the same find in another draft, or in another run over the same one.

A fingerprint rests on the kind of document, the rule, the heading without its number, and the
words *as they are shown masked*: so it is the same where the section was renumbered, where the
file has another name, and where one run was masked and the other in clear.  Equal ones are
counted through.  The second rests on rule and words alone, and follows a find to another
heading.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field

from ..schemas.compliance import Spot

_NUMBERING = re.compile(r"^[\s(]*(?:[0-9]+(?:\.[0-9]+)*[.)]?|[a-z][.)]|[ivxlc]+[.)])\s+", re.I)
"""What stands before a heading and changes when a section is put in above it."""
_LENGTH = 32  # hexadecimal digits


@dataclass(frozen=True, slots=True)
class Print:
    """The two fingerprints of one find."""

    content: str
    """Of kind, rule, heading and words."""
    words: str
    """Of rule and words, wherever they stand."""


@dataclass
class Fingerprints:
    """The fingerprints of one report, in its order: equal finds are told apart by counting."""

    kind: str
    seen: Counter[tuple[str, ...]] = field(default_factory=Counter[tuple[str, ...]])

    def of(self, rule: str, spot: Spot | None = None) -> Print:
        """The fingerprints of a find at a masked place, or of a finding as a whole."""
        heading = spot.headings[-1] if spot and spot.headings else ""
        words = (spot.excerpt, spot.note) if spot else ("", "")
        content = self._hash((self.kind, rule, bare(heading), *words))
        return Print(content, self._hash((rule, *words)))

    def _hash(self, parts: tuple[str, ...]) -> str:
        plain = tuple(" ".join(part.split()).casefold() for part in parts)
        self.seen[plain] += 1
        data = "\0".join((*plain, str(self.seen[plain])))
        return hashlib.sha256(data.encode("utf-8")).hexdigest()[:_LENGTH]


def bare(heading: str) -> str:
    """A heading without its number."""
    return _NUMBERING.sub("", heading)
