"""A draft of the length that the longest published reports have, made from the example.

The sound example is opened with python-docx and its narrative is continued, paragraph after
paragraph and row after row, in sentences drawn from itself (seeded): so that styles,
numbering, tables, footnotes, headings and the wording are those of a real draft.
"""

from __future__ import annotations

import io
import random
from copy import deepcopy
from pathlib import Path
from typing import Any

import docx
from docx.text.paragraph import Paragraph

SOUND = Path(__file__).resolve().parent.parent / "examples" / "drafts" / "sound-overview.docx"
NARRATIVE = "DHR Numbered Paragraph"
SEED = 60_000
SENTENCES_IN_A_PARAGRAPH = 6
ROWS = 250
"""Rows added to the longest table, which is the chronology."""


def long_draft(words: int) -> bytes:
    """The example continued to ``words`` words; the example itself if it has as many."""
    draw = random.Random(SEED)
    draft = docx.Document(str(SOUND))
    models = [one for one in draft.paragraphs if _is_narrative(one)]
    sentences = [said.strip() + "." for one in models for said in one.text.split(". ") if said]
    missing = words - word_count(draft)
    if missing > 0:
        missing -= _longer_table(draft, draw, sentences)
    at = 0
    while missing > 0:
        text = " ".join(draw.choices(sentences, k=SENTENCES_IN_A_PARAGRAPH))
        _add_after(models[at % len(models)], text)
        missing -= len(text.split())
        at += 1
    out = io.BytesIO()
    draft.save(out)
    return out.getvalue()


def word_count(draft: Any) -> int:
    """Words of the paragraphs and of the tables, as python-docx sees them."""
    cells = (cell.text for table in draft.tables for row in table.rows for cell in row.cells)
    return sum(len(text.split()) for text in (*(p.text for p in draft.paragraphs), *cells))


def _is_narrative(paragraph: Paragraph) -> bool:
    named = paragraph.style.name if paragraph.style else ""
    return named == NARRATIVE and len(paragraph.text.split()) > 40


def _add_after(model: Paragraph, text: str) -> None:
    """A paragraph like ``model`` behind it: its properties, its first run, another text."""
    fresh = deepcopy(model._p)
    model._p.addnext(fresh)
    added = Paragraph(fresh, model._parent)
    for run in added.runs[1:]:
        fresh.remove(run._r)
    added.runs[0].text = text


def _longer_table(draft: Any, draw: random.Random, sentences: list[str]) -> int:
    """Lengthen the longest table; return how many words that added."""
    table = max(draft.tables, key=lambda one: len(one.rows))
    added = 0
    for _ in range(ROWS):
        fresh = deepcopy(table.rows[-1]._tr)
        table._tbl.append(fresh)
        last = table.rows[-1].cells[-1]
        last.paragraphs[0].text = draw.choice(sentences)
        added += sum(len(cell.text.split()) for cell in table.rows[-1].cells)
    return added
