"""Numbers of headings and paragraphs that do not follow on, and paragraphs that break off.

A report is discussed by its paragraph numbers.  Word counts by itself, and goes wrong where
a list was copied or restarted; numbers typed by hand go wrong where a paragraph was moved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...schemas.common import Answer, Strict
from ..document.content import Paragraph
from ..document.place import Story
from .base import SETTLED, Hit, Look, Observation, detector
from .excerpts import window

YES, NO = Answer.YES, Answer.NO
_SHOWN = 5
_DOTTED = re.compile(r"(\d{1,2})((?:\.\d{1,3})+)\.?")
_TOP = re.compile(r"(?:section )?(\d{1,2})(?:\.0)?[.:)]?", re.IGNORECASE)
_FEWEST_WORDS = 8  # a shorter line may be a caption, a label or a heading in plain type
_ENDS_WELL = re.compile(r"[.!?:;…)\]\"'”’*]\s*\d{0,3}\Z")  # a digit: the mark of a footnote
_HANGING = frozenset(
    {"a", "an", "the", "and", "or", "of", "to", "in", "at", "by", "for", "from", "with", "that"}
    | {"which", "who", "whose", "because", "about", "into", "between", "her", "his", "their"}
    | {"was", "were", "is", "are", "had", "has", "been", "be", "as", "but", "if", "when", "than"}
)


class NoSettings(Strict):
    """Nothing to set."""


@detector("numbers-run-on", NoSettings, SETTLED)
def numbers_run_on(look: Look, _: NoSettings) -> Observation:
    """Paragraphs are numbered under their own section's number, once each, and in order."""
    hits: dict[Hit, None] = {}
    section, level = "", 9
    seen: dict[str, int] = {}
    last: dict[str, int] = {}
    for paragraph in _main(look):
        number = paragraph.number.strip()
        heading = paragraph.heading
        if heading is not None and (top := _TOP.fullmatch(number)):
            section, level = top.group(1), heading.level
            continue
        if heading is not None and not number and heading.level <= level:
            section = ""  # an appendix, which may count for itself
            seen, last = {}, {}
        match = _DOTTED.fullmatch(number)
        if match is None or not section:
            continue
        label = f"{match.group(1)}{match.group(2)}"
        if match.group(1) != section:
            note = f"number {label} stands in section {section}"
            hits.setdefault(Hit(paragraph.place, window(paragraph.text, -1, -1), note=note))
        elif label in seen:
            note = f"number {label} is used twice"
            hits.setdefault(Hit(paragraph.place, window(paragraph.text, -1, -1), note=note))
        else:
            stem, own = label.rsplit(".", 1)
            if int(own) < last.get(stem, 0):
                note = f"number {label} comes after {stem}.{last[stem]}"
                hits.setdefault(Hit(paragraph.place, window(paragraph.text, -1, -1), note=note))
            last[stem] = int(own)
        seen[label] = paragraph.index
    if hits:
        return Observation(NO, tuple(hits)[:_SHOWN], f"{len(hits)} of the numbers do not follow on")
    return Observation(YES)


@detector("paragraphs-finished", NoSettings, SETTLED)
def paragraphs_finished(look: Look, _: NoSettings) -> Observation:
    """No paragraph breaks off in the middle of a sentence."""
    hits: list[Hit] = []
    inside = list(_main(look))
    for number, paragraph in enumerate(inside, 1):
        if _breaks_off(paragraph, inside[number] if number < len(inside) else None):
            text = paragraph.text.rstrip()
            hits.append(Hit(paragraph.place, window(text, len(text) - 1, len(text))))
    if hits:
        return Observation(NO, tuple(hits[:_SHOWN]), "a paragraph seems to break off")
    return Observation(YES)


def _breaks_off(paragraph: Paragraph, after: Paragraph | None) -> bool:
    """Prose that ends in a comma or in a word that needs another, and that nothing goes on with."""
    text = paragraph.text.rstrip()
    if paragraph.heading is not None or paragraph.in_table is not None or len(text) < 40:
        return False
    if _ENDS_WELL.search(text) or len(text.split()) < _FEWEST_WORDS:
        return False
    last = re.split(r"[\s\-–—/]", text)[-1]
    if not (last.endswith(",") or last.lower() in _HANGING):
        return False
    # A list that follows, or a line that goes on in small letters, is its continuation.
    return after is None or not (
        after.bullet or after.list_level is not None or after.text.lstrip()[:1].islower()
    )


def _main(look: Look) -> Iterator[Paragraph]:
    """Paragraphs of the body that hold text, outside tables and contents lists."""
    return (
        p
        for p in look.document.main_text()
        if p.story is Story.BODY and p.in_table is None and p.text.strip()
    )
