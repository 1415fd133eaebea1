"""Is somebody named beside the word for what they are, and not only the word?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import Field

from ...schemas.common import Answer, Strict
from .base import SETTLED, Hit, Look, Observation, detector
from .reading import reading
from .terms import find, plain

YES, NO = Answer.YES, Answer.NO
_NAME = re.compile(
    r"(?<![\w'’-])(?:[A-Z]\.?[ ]?){0,3}[A-Z][\w'’-]+(?:[ ]+(?:[A-Z]\.[ ]?)*[A-Z][\w'’-]+)*"
)
_INITIAL = re.compile(r"(?:\b[A-Z]\.?[ ]?)+[A-Z][a-z]")


class NamedSettings(Strict):
    """The words for what somebody is, and capitalised words that are no part of a name."""

    section: str
    words: list[str] = Field(min_length=1)
    no_names: tuple[str, ...] = ()


@detector("named-nearby", NamedSettings, SETTLED)
def named_nearby(look: Look, settings: NamedSettings) -> Observation:
    """On the line with certain words, or the one before or after, somebody is named."""
    read = reading(look)
    lines = [
        read.document.paragraphs[i]
        for i in read.section(settings.section).paragraphs
        if read.plain(i).strip()
    ]
    known = frozenset(word.lower() for word in settings.no_names)
    at = [n for n, line in enumerate(lines) if find(settings.words, read.plain(line.index))]
    for n in at:
        for near in (n, n + 1, n - 1):
            if 0 <= near < len(lines) and _has_name(lines[near].text, known):
                return Observation(YES, (Hit(lines[near].place, lines[near].text),))
    if at:
        line = lines[at[0]]
        return Observation(NO, (Hit(line.place, line.text),), "the word is there, but no name")
    return Observation(NO, (), "no words for it were found where it should stand")


def _has_name(text: str, known: frozenset[str]) -> bool:
    """Whether two capitalised words, or an initial and one, stand together and are no known words.

    A line of capitals alone is read as if it were written in the usual way.
    """
    shown = text.title() if text.isupper() else text
    return any(len(part) > 1 or _INITIAL.match(part[0]) for part in _runs(shown, known))


def _runs(text: str, known: frozenset[str]) -> Iterator[list[str]]:
    for match in _NAME.finditer(text):
        words = re.split(r"(?<=[a-z])[ ]+", match.group())
        run: list[str] = []
        for word in words:
            if plain(word).strip("'s") in known or plain(word) in known:
                if run:
                    yield run
                run = []
            else:
                run.append(word)
        if run:
            yield run
