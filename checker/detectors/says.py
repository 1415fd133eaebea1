"""Does the author of a paper say something, in words of their own?

Like ``mentions``, for papers written into a form: what the form itself says - a heading, a
question, an instruction - is never taken for what its author says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from pydantic import Field

from ...schemas.common import Answer, Strict
from .base import SETTLED, Answers, Hit, Look, Observation, detector
from .own_words import INSTRUCTIONS, Part, elsewhere, indices_of, parts, whole
from .reading import Piece, reading
from .terms import all_of, find

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
_SHOWN = 3
_LEFT = 8  # instructions that one observation shows

Groups = list[list[str]]


class SaysSettings(Strict):
    """A word of every group, in one own sentence or paragraph of some sections."""

    sections: tuple[str, ...] = ()
    """Where it belongs; none for the whole document."""
    words: Groups = Field(min_length=1)
    within: Literal["sentence", "paragraph"] = "sentence"
    against: tuple[str, ...] = ()
    """Words beside which it may mean the opposite; what is said only so is for a person."""
    at_best: Literal["yes", "open"] = "yes"
    """`open` where the words only suggest what they are taken for."""


def _gives(settings: SaysSettings) -> Answers:
    best = frozenset[Answer]() if settings.at_best == "open" else frozenset({YES})
    doubtful = settings.at_best == "open" or settings.against or settings.sections
    return best | (frozenset({NO, OPEN}) if doubtful else frozenset({NO}))


@detector("says", SaysSettings, _gives)
def says(look: Look, settings: SaysSettings) -> Observation:
    """The author's own words say something; headings, questions and instructions do not count."""
    here, _ = indices_of(look, settings.sections)
    good, bad = _found(parts(look, here), settings)
    if good:
        return Observation(YES if settings.at_best == "yes" else OPEN, good)
    if bad:
        return Observation(OPEN, bad, "the words are there, but may say the opposite")
    if settings.sections:
        good, bad = _found(parts(look, elsewhere(look)), settings)
        if good or bad:
            return Observation(OPEN, good or bad, "found only outside the section")
    return Observation(NO, (), "the author's own words were not found to say so")


def _found(
    among: Iterable[Part], settings: SaysSettings
) -> tuple[tuple[Hit, ...], tuple[Hit, ...]]:
    """Places that say it, and places that may say the opposite; at most three of each."""
    good: list[Hit] = []
    bad: list[Hit] = []
    for part in among:
        for piece, text in _stretches(part, settings.within):
            match = all_of(settings.words, text)
            if match is None:
                continue
            hit = piece.matched(match) if text is piece.text else piece.hit()
            denied = bool(settings.against) and find(settings.against, text) is not None
            (bad if denied else good).append(hit)
        if len(good) >= _SHOWN:
            break
    return tuple(good[:_SHOWN]), tuple(bad[:_SHOWN])


def _stretches(part: Part, within: str) -> Iterable[tuple[Piece, str]]:
    if within == "sentence":
        return ((piece, piece.text) for piece in part.own)
    return ((part.own[0], part.text),)


class EachSettings(Strict):
    """Several things that the author has to say, each with its groups of words."""

    sections: tuple[str, ...] = ()
    items: dict[str, Groups] = Field(min_length=1)
    at_least: int | None = None
    """How many have to be said; all, if left out."""


@detector("each-said", EachSettings, frozenset({YES, NO}))
def each_said(look: Look, settings: EachSettings) -> Observation:
    """Several things are each said in the author's own words; says which are not."""
    here, headed = indices_of(look, settings.sections)
    among = parts(look, here if headed else whole(look))
    hits: list[Hit] = []
    missing: list[str] = []
    for label, groups in settings.items.items():
        if (hit := _first(among, groups)) is None:
            missing.append(label)
        else:
            hits.append(hit)
    wanted = len(settings.items) if settings.at_least is None else settings.at_least
    if len(hits) >= wanted:
        return Observation(YES, tuple(hits[:_SHOWN]))
    return Observation(NO, tuple(hits[:_SHOWN]), f"not found: {', '.join(missing)}")


def _first(among: Iterable[Part], groups: Sequence[Sequence[str]]) -> Hit | None:
    for part in among:
        if all_of(groups, part.text) is not None:
            piece = next((p for p in part.own if find(groups[0], p.text)), part.own[0])
            return piece.hit()
    return None


class LengthSettings(Strict):
    """How many words of its author's own some sections need."""

    sections: list[str] = Field(min_length=1)
    at_least: int = 15
    asked: bool = False
    """Questions count as well, as they do where terms of reference are set out."""


@detector("own-words", LengthSettings)
def own_words(look: Look, settings: LengthSettings) -> Observation:
    """A section of a form is filled in, in words of its author's own."""
    here, headed = indices_of(look, settings.sections)
    if not headed:
        return Observation(OPEN, (), "it has no heading, so what was written in it cannot be told")
    own = parts(look, here, asked=settings.asked)
    words = sum(part.words for part in own)
    if words >= settings.at_least:
        return Observation(YES, (own[0].own[0].hit(),), f"{words} words of its own")
    if words:
        shown = tuple(part.own[0].hit() for part in own[:_SHOWN])
        count = "one word" if words == 1 else f"{words} words"
        return Observation(OPEN, shown, f"only {count} of its own")
    return Observation(NO, (), "nothing is written in it but what the form itself says")


class NoSettings(Strict):
    """Nothing to set."""


@detector("form-words-left", NoSettings, SETTLED)
def form_words_left(look: Look, _: NoSettings) -> Observation:
    """Instructions of the form are left in the paper."""
    read = reading(look)
    found = [
        piece.hit()
        for index in whole(look)
        for piece in read.sentences_of(index)
        if find(INSTRUCTIONS, piece.text) is not None
    ]
    return Observation(YES if found else NO, tuple(found[:_LEFT]))
