"""Two long fictional drafts in the style of real ones, with the faults that real ones have.

``homicide.txt`` is by an author of the merged-headings school: terms of reference in an
appendix, headings by agency, a denied leaflet, a chair from the local force.  ``suicide.txt``
is a careful report with a few gaps.  All of it is invented.  The markup is that of
``checker/textdoc.py``; :func:`word_file` makes a Word file of it.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

from docx import Document

HERE = Path(__file__).resolve().parent


def text_of(name: str) -> str:
    """The markup of one draft."""
    return (HERE / f"{name}.txt").read_text(encoding="utf-8")


def word_file(markup: str) -> bytes:
    """A Word file with real headings, tables, list items and a header."""
    document = Document()
    document.core_properties.author = ""
    rows: list[list[str]] = []
    for line in [*markup.splitlines(), ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
            continue
        if rows:
            _table(document, rows)
            rows = []
        _line(document, line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _table(document, rows) -> None:
    table = document.add_table(len(rows), max(map(len, rows)))
    for n, row in enumerate(rows):
        for m, text in enumerate(row):
            table.cell(n, m).text = text


def _line(document, line: str) -> None:
    if not line.strip():
        return
    if found := re.fullmatch(r"(#+) (.*)", line):
        document.add_heading(found[2], len(found[1]))
    elif line.startswith("@header "):
        document.sections[0].header.paragraphs[0].text = line.removeprefix("@header ")
    elif line.startswith("@toc "):
        title, page = line.removeprefix("@toc ").rsplit(" ", 1)
        document.add_paragraph(f"{title}\t{page}")
    elif line.startswith("- "):
        document.add_paragraph(line[2:], style="List Bullet")
    elif found := re.fullmatch(r"(?:\d+\.|[a-z]\)) (.*)", line):
        document.add_paragraph(found[1], style="List Number")
    else:
        document.add_paragraph(line)
