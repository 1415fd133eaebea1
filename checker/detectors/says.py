"""Does the author of a paper say something, in words of their own?

Like ``mentions``, for papers written into a form: what the form itself says - a heading, a
question, an instruction - is never taken for what its author says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from pydantic import Field

from ...schemas.common import Answer, Strict
from .base import Answers, Hit, Look, Observation, detector
from .denials import Stance
from .own_words import INSTRUCTIONS, TERMS, Part, elsewhere, indices_of, parts, whole
from .reading import Piece, reading
from .saying import Counts, stands
from .terms import all_of, find

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
_SHOWN = 3
_LEFT = 8  # instructions that one observation shows
_BLANK = re.compile(
    r"\((?:date|name|dates|insert\b[^)]*|enter\b[^)]*)\)|\[(?:insert|enter|name|date)\b[^\]]*\]"
    r"|<(?:insert|enter|name|date)\b[^>]*>",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"\bX{2,}\b")
"""Capitals only: they may stand for what is withheld, or for what nobody filled in."""

Groups = list[list[str]]


class SaysSettings(Strict):
    """A word of every group, in one own sentence or paragraph of some sections."""

    sections: tuple[str, ...] = ()
    """Where it belongs; none for the whole document."""
    words: Groups = Field(min_length=1)
    within: Literal["sentence", "paragraph"] = "sentence"
    counts: Counts = "named"
    """What is enough: that it is told as `done`, `reasoned`, `said`, or only `named`."""


def _gives(settings: SaysSettings) -> Answers:
    doubtful = settings.counts != "named" or settings.sections
    return frozenset({YES, NO, OPEN}) if doubtful else frozenset({YES, NO})


@detector("says", SaysSettings, _gives)
def says(look: Look, settings: SaysSettings) -> Observation:
    """The author's own words say something; headings, questions and instructions do not count."""
    here, _ = indices_of(look, settings.sections)
    good, bad, why = _found(look, parts(look, here, asked=TERMS in settings.sections), settings)
    if good:
        return Observation(YES, good)
    if bad:
        return Observation(OPEN, bad, why)
    if settings.sections:
        good, bad, why = _found(look, parts(look, elsewhere(look)), settings)
        if good or bad:
            return Observation(OPEN, good or bad, "found only outside the section")
    return Observation(NO, (), "no words of the author's own were found that say so")


def _found(
    look: Look, among: Iterable[Part], settings: SaysSettings
) -> tuple[tuple[Hit, ...], tuple[Hit, ...], str]:
    """Places that say it, places that have its words and do not, at most three of each; why."""
    good: list[Hit] = []
    bad: list[Hit] = []
    why: dict[str, None] = {}
    for part in among:
        for piece in _stretches(part, settings.within):
            match = all_of(settings.words, piece.text)
            if match is None:
                continue
            hit = piece.matched(match) if settings.within == "sentence" else part.own[0].hit()
            if (stance := _stance(look, piece, settings)) is None:
                good.append(hit)
            else:
                bad.append(hit)
                why.setdefault(stance.value)
        if len(good) >= _SHOWN:
            break
    return tuple(good[:_SHOWN]), tuple(bad[:_SHOWN]), "; ".join(why)


def _stance(look: Look, piece: Piece, settings: SaysSettings) -> Stance | None:
    """Why a piece with the words does not say it; None where it does, or where naming it is all."""
    if settings.counts == "named":
        return None
    read = reading(look)
    return stands(piece.text, settings.words, settings.counts, lambda: read.marks(piece))


def _stretches(part: Part, within: str) -> Iterable[Piece]:
    if within == "sentence":
        return part.own
    return (Piece(part.paragraph, part.text, -1),)


class EachSettings(Strict):
    """Several things that the author has to say, each with its groups of words."""

    sections: tuple[str, ...] = ()
    items: dict[str, Groups] = Field(min_length=1)
    at_least: int | None = None
    """How many have to be said; all, if left out."""


@detector("each-said", EachSettings)
def each_said(look: Look, settings: EachSettings) -> Observation:
    """Several things are each said in the author's own words; says which are not."""
    here, headed = indices_of(look, settings.sections)
    asked = TERMS in settings.sections
    among = parts(look, here if headed else elsewhere(look), asked=asked)
    hits: list[Hit] = []
    missing: list[str] = []
    for label, groups in settings.items.items():
        if (hit := _first(among, groups)) is None:
            missing.append(label)
        else:
            hits.append(hit)
    wanted = len(settings.items) if settings.at_least is None else settings.at_least
    if len(hits) < wanted:
        return Observation(NO, tuple(hits[:_SHOWN]), f"not found: {', '.join(missing)}")
    if not headed:
        return Observation(OPEN, tuple(hits[:_SHOWN]), "found, but under no heading for it")
    return Observation(YES, tuple(hits[:_SHOWN]))


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


@detector("own-words", LengthSettings)
def own_words(look: Look, settings: LengthSettings) -> Observation:
    """A section of a form is filled in, in words of its author's own."""
    here, headed = indices_of(look, settings.sections)
    if not headed:
        return Observation(OPEN, (), "it has no heading, so what was written in it cannot be told")
    own = parts(look, here, asked=TERMS in settings.sections)
    words = sum(part.words for part in own)
    if words >= settings.at_least:
        return Observation(YES, (own[0].own[0].hit(),), f"{words} words of its own")
    if words:
        shown = tuple(part.own[0].hit() for part in own[:_SHOWN])
        count = "one word" if words == 1 else f"{words} words"
        return Observation(OPEN, shown, f"only {count} of its own")
    return Observation(NO, (), "nothing is written in it but what the form itself says")


class BlankSettings(Strict):
    """What an instruction of the form is worth that is left in."""

    instructions: Literal["yes", "open"] = "yes"


@detector("blanks-left", BlankSettings)
def blanks_left(look: Look, settings: BlankSettings) -> Observation:
    """Blanks to be filled in, or instructions of the form, are left in the paper.

    ``XX`` alone is a question: it may stand for a name that is withheld.
    """
    read = reading(look)
    sure: list[Hit] = []
    doubtful: list[Hit] = []
    for index in whole(look):
        paragraph = read.document.paragraphs[index]
        if (blank := _BLANK.search(paragraph.text)) is not None:
            sure.append(Piece(paragraph, read.plain(index), 0).matched(blank))
        elif (letters := _LETTERS.search(paragraph.text)) is not None:
            doubtful.append(Piece(paragraph, read.plain(index), 0).matched(letters))
        told = [p for p in read.sentences_of(index) if find(INSTRUCTIONS, p.text) is not None]
        (sure if settings.instructions == "yes" else doubtful).extend(p.hit() for p in told)
    answer = YES if sure else OPEN if doubtful else NO
    return Observation(answer, tuple((sure or doubtful)[:_LEFT]))
