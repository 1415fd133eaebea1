"""Detectors of text that the printed page hides and the file keeps."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from ...schemas.common import Answer, Strict
from ..document.content import Concealment, Paragraph
from .base import SETTLED, Hit, Look, Observation, as_sure, detector
from .excerpts import window
from .finds import MOST

_SAID = {
    Concealment.HIDDEN: "hidden text",
    Concealment.REDACTED: "text under a bar of its own colour, which anybody can lift",
    Concealment.WHITE: "text in the colour of the page",
    Concealment.TINY: "text too small to be seen",
}


class Settings(Strict):
    """Which kinds of concealment."""

    kinds: tuple[Concealment, ...] = Field(min_length=1)
    sure: bool = True


@detector("concealed-text", Settings, as_sure)
def concealed_text(look: Look, settings: Settings) -> Observation:
    """Hidden, white or tiny text, and text under a black bar: all still in the file."""
    hits: list[Hit] = []
    for paragraph in look.document.paragraphs:
        hits.extend(_of_paragraph(paragraph, settings.kinds))
    sure = Answer.YES if settings.sure else Answer.OPEN
    return Observation(sure if hits else Answer.NO, tuple(hits[:MOST]))


def _of_paragraph(paragraph: Paragraph, kinds: tuple[Concealment, ...]) -> Iterator[Hit]:
    for span in paragraph.hidden:
        if span.kind in kinds and paragraph.text[span.start : span.end].strip():
            excerpt = window(paragraph.text, span.start, span.end)
            yield Hit(paragraph.place, excerpt, span.start, span.end, _SAID[span.kind])


class HighlightSettings(Strict):
    """Which highlighter colours; any colour but black if there are none."""

    colours: tuple[str, ...] = ()


@detector("highlighted-text", HighlightSettings, SETTLED)
def highlighted_text(look: Look, settings: HighlightSettings) -> Observation:
    """Text marked with a highlighter, as authors mark what is still to be done."""
    hits: list[Hit] = []
    for paragraph in look.document.paragraphs:
        stretch: list[int] | None = None
        for run in paragraph.runs:
            colour = run.format.highlight
            marked = bool(colour) and colour not in ("none", "black", "white")
            if marked and (not settings.colours or colour in settings.colours):
                stretch = [stretch[0] if stretch else run.start, run.end]
            elif stretch:
                hits.append(_highlight(paragraph, stretch))
                stretch = None
        if stretch:
            hits.append(_highlight(paragraph, stretch))
    seen = [hit for hit in hits if hit.excerpt.strip()]
    return Observation(Answer.YES if seen else Answer.NO, tuple(seen[:MOST]))


def _highlight(paragraph: Paragraph, stretch: list[int]) -> Hit:
    start, end = stretch
    return Hit(paragraph.place, window(paragraph.text, start, end), start, end, "highlighted")
