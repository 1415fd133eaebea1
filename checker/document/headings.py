"""Decide which paragraphs are headings, and say why.

The order of the tests is Word's own; what Word would not call a heading but a reader
would (bold lines, numbers typed by hand) comes last and is marked as an imitation.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from .content import Format, Heading, HeadingSource, Run
from .numbering import Number
from .styles import ParagraphStyle

MOST_WORDS: Final = 12
"""A longer line is a sentence, however bold."""
_TYPED = re.compile(
    r"""\s*(
        \d{1,3}(?:\.\d{1,3}){1,5}[.)]?(?=\s*[^\W\d_]|\s+\S)   # 4.1  4.1.2.
      | \d{1,3}[.)](?=\s*[^\W\d_]|\s+\S)                      # 4.   4)
      | \d{1,3}(?=\t)                                         # 4, then a tab
      | \(?(?:[a-z]|[ivx]{1,5})\)(?=\s)                       # (a)  iv)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
# Only in front of a heading: "12 people" and "Section 44 of the Care Act" begin sentences.
_TITLE_NUMBER = re.compile(
    r"\s*(\d{1,2}|(?:section|chapter|part|appendix|annexe?)\s+(?:\d{1,3}(?:\.\d{1,3})*|[A-Z])"
    r"(?:[.:]|\s*[-\u2013\u2014])?)(?=\s+\S)",
    re.IGNORECASE,
)
_LEADER = re.compile(r"(\.{4,}|…{2,}|\t|_{4,}|\s{4,})\s*\d{1,3}\s*$")
# However bold, and though its style be called anything: no section of a report is "Table 3".
_CAPTION = re.compile(
    r"(?:table|figure|fig\.|chart|graph|diagram|box|map|image|photograph|genogram)"
    r"\s+(?:\d{1,3}|[A-Z]\d{0,2})(?:\.\d{1,3})*(?:\W|$)",
    re.IGNORECASE,
)
_END_OF_SENTENCE: Final = (".", ";", ",")
_LARGER: Final = 1.0  # points above the body's size


class Candidate(NamedTuple):
    """A paragraph that looks like a heading though no style says so."""

    size: float
    bold: bool
    caps: bool
    underline: bool
    depth: int
    """Depth of a typed number (``3.2``: 2), 0 if there is none."""

    @property
    def rank(self) -> tuple[float, bool, bool, bool]:
        """Candidates of one rank look alike, so they are of one level."""
        return (-self.size, not self.caps, not self.bold, not self.underline)

    @property
    def confidence(self) -> float:
        """More signs, more trust; a typed number alone may just begin a list."""
        signs = self.bold + self.caps + self.underline + (self.size > 0)
        if self.depth:
            return 0.8 if signs else 0.4
        return 0.7 if signs > 1 else 0.6 if self.bold or self.size else 0.5


def typed_label(text: str) -> str:
    """The number typed by hand at the start of a paragraph, or empty."""
    match = _TYPED.match(text)
    return match[1] if match else ""


def title_label(text: str) -> str:
    """The number in front of what is known to be a heading: also ``12``, ``Section 3:``."""
    match = _TYPED.match(text) or _TITLE_NUMBER.match(text)
    return match[1] if match else ""


def ends_like_contents(text: str) -> bool:
    """Whether a line ends as a typed contents list does: leader or tab, page number."""
    return bool(_LEADER.search(text))


def real_heading(style: ParagraphStyle, outline: int | None) -> Heading | None:
    """The heading that Word itself sees, or None.

    An outline level of 9 says that the paragraph is body text, whatever its style.
    """
    if outline is not None:
        return None if outline > 8 else Heading(outline + 1, HeadingSource.OUTLINE, 1.0)
    if style.outline is not None:
        if style.outline > 8:
            return None
        return Heading(style.outline + 1, HeadingSource.STYLE, 1.0)
    if style.named_level is not None:
        return Heading(style.named_level, HeadingSource.NAME, 0.9 if style.conventional else 1.0)
    return None


def imitation(
    text: str, runs: Sequence[Run], body_size: float, *, numbered: bool
) -> Candidate | None:
    """What makes a paragraph look like a heading, or None if it does not."""
    stripped = text.strip()
    words = stripped.split()
    if not words or len(words) > MOST_WORDS or stripped.endswith(_END_OF_SENTENCE):
        return None
    if _CAPTION.match(stripped):
        return None
    label = typed_label(text)
    title = stripped[len(label) or len(title_label(text)) :].strip()
    if sum(map(str.isalpha, title)) < 3 or ends_like_contents(text):
        return None
    looks = [run.format for run in runs if text[run.start : run.end].strip()]
    candidate = _signs(title, looks, body_size, _depth(label))
    signs = candidate.bold or candidate.caps or candidate.underline or candidate.size
    if signs and not label:
        return candidate._replace(depth=_depth(title_label(text)))
    if not signs and (not candidate.depth or numbered or not _titled(title, words)):
        return None
    return candidate


def _signs(title: str, looks: list[Format], body_size: float, depth: int) -> Candidate:
    smallest = min((look.size for look in looks), default=0.0)
    return Candidate(
        size=smallest if body_size and smallest >= body_size + _LARGER else 0.0,
        bold=bool(looks) and all(look.bold for look in looks),
        caps=title.isupper() or (bool(looks) and all(look.caps for look in looks)),
        underline=bool(looks) and all(look.underline for look in looks),
        depth=depth,
    )


def _titled(title: str, words: list[str]) -> bool:
    """A plain line behind a typed number is a title only if it is short and capitalised."""
    return len(words) <= 8 and title[:1].isupper() and not title.endswith((":", "?", "!"))


def _depth(label: str) -> int:
    digits = re.findall(r"\d+", label)
    lettered = not digits and re.match(r"(?i)(section|chapter|part|appendix|annex)", label)
    return len(digits) or (1 if lettered else 0)


def ranks(candidates: Sequence[Candidate]) -> dict[tuple[float, bool, bool, bool], int]:
    """Which level (from 1) each look has among the imitations: larger and bolder is higher."""
    looks = Counter(c.rank for c in candidates if not c.depth)
    return {rank: level for level, rank in enumerate(sorted(looks), start=1)}


def imitation_heading(
    candidate: Candidate,
    levels: dict[tuple[float, bool, bool, bool], int],
    above: int,
    number: Number | None,
) -> Heading:
    """Give an imitation a level: a typed number says its own, a look stands below ``above``.

    ``above`` is the level of the last real heading, 0 if there was none.  A style that is
    tied to a level of a numbering is more than an imitation: Word made it for titles.
    """
    if number is not None and number.linked:
        return Heading(number.level + 1, HeadingSource.NUMBERING, 0.9)
    level = candidate.depth or (above + 1 if above else levels[candidate.rank])
    return Heading(min(level, 9), HeadingSource.IMITATION, candidate.confidence)
