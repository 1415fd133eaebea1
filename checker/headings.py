"""Which section of a template is a heading?

Authors number, shorten, merge and misspell the template's headings.  So a heading is
compared, step by step and stopping at the first that answers, with the wordings that the
rule files list: as it stands; without the little words; against wordings with a gap
(``death of *``); in its parts ("Conclusions and recommendations"); and last allowing for a
slip of the keyboard.  Measuring likeness alone cannot do it: "The review panel members" is
less like "Review panel" than "Methodology" is like "Chronology".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from rapidfuzz import fuzz, process

from ..schemas.rule import Section

TYPO = 90  # per cent alike; true synonyms reach only 67 to 78, so this is for slips alone
_SHORTEST_TYPO = 6  # letters; below this one letter is too much of a word

_LEADER = re.compile(r"(?:[.·_]{3,}|…+|\t)[\s.…]*\d*\s*$")
_PART_WORD = re.compile(
    r"(?:section|part|chapter|appendix|annexe?|schedule)\s+"
    r"(?:\d+|[ivxl]+|[a-z]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
    r"[\s:.)-]*",
)
_NUMBER = re.compile(r"\(?\d+(?:\.\d+)*[.):]*\s*-?\s*(?=[a-z(])")
_LETTER = re.compile(r"(?:\([a-z]\)|[a-z][.)]|[ivxl]+[.)])\s+(?=[a-z(])")
_GAP = r"(?: \w+){0,12}"  # what `*` stands for: up to twelve words
_BRACKETS = re.compile(r"\([^()]*\)")
_NOT_WORD = re.compile(r"[^a-z0-9*]+")
_SEAMS = re.compile(r"\s+and\s+|\s*[/,;:+]\s*|\s+-\s+|\s+including\s+|\s*[()]\s*")
_LITTLE = frozenset(
    {"the", "of", "for", "to", "this", "a", "an", "in", "our", "on", "at", "by", "from"}
    | {"review", "reviews", "dhr", "dardr", "domestic", "homicide"}
)
_SAME = {"learned": "learnt", "dhr": "review", "dardr": "review", "enquiries": "enquiry"}


class How(str, Enum):
    """How a heading was recognised, surest first."""

    WORDING = "wording"
    SHORTENED = "shortened"
    PATTERN = "pattern"
    PART = "part"
    TYPO = "typo"


@dataclass(frozen=True, slots=True)
class HeadingMatch:
    """The sections that a heading stands for; more than one where it merges them."""

    keys: tuple[str, ...]
    how: How
    appendix: bool = False
    whole: bool = True
    """Every part of the heading was recognised, and not only one of several."""


def is_appendix(title: str) -> bool:
    """Whether a heading says that it heads an appendix."""
    return bool(re.match(r"\s*(?:appendix|annexe?)\b", title, re.IGNORECASE))


@lru_cache(maxsize=2048)  # each heading is read against every template
def normalise(title: str) -> str:
    """A heading without number, leader dots, punctuation and case; ``learned`` as ``learnt``."""
    text = title.replace("’", "'").replace("‘", "'").replace("–", "-").replace("—", "-")
    text = _LEADER.sub("", text).strip().lower().replace("&", " and ")
    for strip in (_PART_WORD, _NUMBER, _LETTER):
        shorter = strip.sub("", text, count=1) if strip.match(text) else text
        text = shorter or text
    words = _NOT_WORD.sub(" ", text.replace("'", "")).split()
    return " ".join(_SAME.get(word, word) for word in words)


def shortened(normal: str) -> str:
    """A normalised heading without the little words; as it was if nothing would be left."""
    words = [word for word in normal.split() if word not in _LITTLE]
    return " ".join(words) or normal


class HeadingMatcher:
    """Knows the wordings of one template."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self._exact: dict[str, dict[str, None]] = {}
        self._short: dict[str, dict[str, None]] = {}
        self._gapped: list[tuple[re.Pattern[str], str]] = []
        for section in sections:
            for wording in (section.title, *section.aliases):
                self._learn(normalise(wording), section.key)

    def _learn(self, wording: str, key: str) -> None:
        if "*" in wording:
            words = [_GAP if word == "*" else " " + re.escape(word) for word in wording.split()]
            self._gapped.append((re.compile("".join(words)), key))
            return
        self._exact.setdefault(wording, {})[key] = None
        self._short.setdefault(shortened(wording), {})[key] = None

    def match(self, title: str) -> HeadingMatch | None:
        """The section or sections that a heading stands for, or None."""
        appendix = is_appendix(title)
        found = self._named(title)
        if found is None or found[0] is How.PATTERN:
            found = self._bracketed(title) or found
        keys, whole = self._parts(title)
        if found is not None:
            if found[0] is How.PATTERN and whole and len(keys) > len(found[1]):
                # A wording with a gap must not swallow the second section of a merged heading.
                return HeadingMatch(keys, How.PART, appendix)
            return HeadingMatch(found[1], found[0], appendix)
        if keys:
            return HeadingMatch(keys, How.PART, appendix, whole)
        if keys := self._typo(normalise(title)):
            return HeadingMatch(keys, How.TYPO, appendix)
        return None

    def _named(self, title: str) -> tuple[How, tuple[str, ...]] | None:
        """The sections whose wording the whole heading is."""
        text = normalise(title)
        for how, look in (
            (How.WORDING, self._wording),
            (How.SHORTENED, self._shortened),
            (How.PATTERN, self._pattern),
        ):
            if keys := look(text):
                return how, keys
        return None

    def _bracketed(self, title: str) -> tuple[How, tuple[str, ...]] | None:
        """The same without what stands in brackets, which may add a section of its own."""
        bare = _BRACKETS.sub(" ", title)
        if bare == title or not bare.strip() or (found := self._named(bare)) is None:
            return None
        inside = [k for part in _BRACKETS.findall(title) for k in self._parts(f"{bare} {part}")[0]]
        return found[0], _distinct([*found[1], *inside])

    def _wording(self, text: str) -> tuple[str, ...]:
        return tuple(self._exact.get(text, ()))

    def _shortened(self, text: str) -> tuple[str, ...]:
        return tuple(self._short.get(shortened(text), ()))

    def _pattern(self, text: str) -> tuple[str, ...]:
        return _distinct(key for gapped, key in self._gapped if gapped.fullmatch(" " + text))

    def _parts(self, title: str) -> tuple[tuple[str, ...], bool]:
        """The sections of a merged heading, and whether every part of it is one."""
        text = normalise_seams(title)
        parts = [part for part in _SEAMS.split(text) if part.strip()]
        if len(parts) < 2:
            return (), False
        normals = [normalise(part) for part in parts]
        found = [self._wording(one) or self._shortened(one) for one in normals]
        return _distinct(key for keys in found for key in keys), all(found)

    def _typo(self, text: str) -> tuple[str, ...]:
        if len(text) < _SHORTEST_TYPO:
            return ()
        best = process.extractOne(text, self._exact.keys(), scorer=fuzz.ratio, score_cutoff=TYPO)
        return tuple(self._exact[best[0]]) if best else ()


def normalise_seams(title: str) -> str:
    """A heading ready to be split where it joins two sections: number off, ``&`` written out."""
    text = title.replace("–", "-").replace("—", "-").replace("&", " and ").strip().lower()
    for strip in (_PART_WORD, _NUMBER, _LETTER):
        shorter = strip.sub("", text, count=1) if strip.match(text) else text
        text = shorter or text
    return text


def _distinct(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(keys))
