"""Which stretches of a draft are somebody else's words.

A report quotes letters, records and families, and their words are not for its author to
change.  Quotation marks show most of it, a quotation style the rest.
"""

from __future__ import annotations

import re

from .base import Look
from .corpus import Passage, corpus_of

_OPENING = re.compile(r"(?<![\w'])'(?=\w)")
_CLOSING = re.compile(r"(?<=[\w.,!?…)])'(?![\w'])")
_LONGEST = 2_000  # characters: further away, the closing mark belongs to something else


def quoted(look: Look, passage: Passage) -> tuple[tuple[int, int], ...]:
    """The stretches of a passage, in the corpus's offsets, that stand in quotation marks."""
    found: tuple[tuple[int, int], ...] = look.once(
        ("quoted", passage.start), lambda: tuple(_stretches(look, passage))
    )
    return found


def _stretches(look: Look, passage: Passage) -> list[tuple[int, int]]:
    text = corpus_of(look).text
    end = passage.start + len(passage.normal.text)
    style = passage.paragraph.style_name.lower() if passage.paragraph else ""
    if "quote" in style or "quotation" in style:
        return [(passage.start, end)]
    return [*_double(text, passage.start, end), *_single(text, passage.start, end)]


def _double(text: str, at: int, end: int) -> list[tuple[int, int]]:
    """Between double marks; a last one without a partner opens a quotation that goes on."""
    found: list[tuple[int, int]] = []
    while (opening := text.find('"', at, end)) >= 0:
        closing = text.find('"', opening + 1, end)
        found.append((opening, end if closing < 0 else closing))
        if closing < 0:
            break
        at = closing + 1
    return found


def _single(text: str, at: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    while (opening := _OPENING.search(text, at, end)) is not None:
        reach = min(end, opening.end() + _LONGEST)
        closing = _CLOSING.search(text, opening.end(), reach)
        if closing is None:
            # An apostrophe: 'til, 'em.
            at = opening.end()
            continue
        found.append((opening.start(), closing.start()))
        at = closing.end()
    return found
