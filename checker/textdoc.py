"""A document out of a few lines of text, for the examples that stand beside the rules.

A rule's example has to be short enough to be read with the rule.  So a draft is written in
a small markup and becomes the same :class:`Document` that a Word file becomes:

``# Heading``, ``## Sub-heading``
    headings with a real Word style; ``!# Heading`` only imitates one in bold.
``| cell | cell |``
    a row of a table; rows that follow one another are one table, the first its header.
``- item`` or ``a) item`` or ``1. item``
    a list item; letters and numbers count as Word's own numbering.
``@toc text``, ``@header text``, ``@footer text``, ``@footnote text``, ``@textbox text``
    a line of the contents list, and text in other parts of the file.
``@comment Author: text``, ``@deleted Author: text``, ``@inserted Author: text``
    what a round of reading leaves behind; deleted and inserted text belongs to the
    paragraph before it.
``@hidden text``, ``@tiny text``, ``@highlighted text``
    a paragraph in hidden text, in text too small to be seen, or under a highlighter.
``@property core.creator: value``, ``@alt text``, ``@link address``, ``@embedded part``
    a property of the file, the alternative text of a picture, the target of a link, the
    name of another file inside this one.

Every other line that is not empty is a paragraph of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from .document.content import Cell, Heading, HeadingSource, Row, Table
from .document.model import Document
from .document.place import Story
from .textdoc_parts import MAIN, GrowingDocument

_HEADING = re.compile(r"(!?)(#{1,9})\s+(.*)")
_ITEM = re.compile(r"(?:(-)|(\(?[a-z]{1,3}[.)]|\(?\d{1,3}[.)]))\s+(.*)")
_DIRECTIVE = re.compile(r"@([a-z]+)\s+(.*)")
_STORIES = {
    "header": (Story.HEADER, "word/header1.xml"),
    "footer": (Story.FOOTER, "word/footer1.xml"),
    "footnote": (Story.FOOTNOTE, "word/footnotes.xml"),
    "textbox": (Story.TEXTBOX, MAIN),
}


def text_document(text: str, *, name: str = "example.docx") -> Document:
    """Turn the markup into a document.

    Raises ValueError for a directive that does not exist.
    """
    reader = _Reader()
    for line in text.splitlines():
        reader.take(line.strip())
    reader.take("")
    return reader.finish(name, text.encode())


@dataclass
class _Reader(GrowingDocument):
    """Takes lines one by one."""

    rows: list[Row] = field(default_factory=list[Row])

    def take(self, line: str) -> None:
        if line.startswith("|"):
            self._row(line)
            return
        self._close_table()
        if not line:
            return
        if found := _HEADING.fullmatch(line):
            self._heading(len(found.group(2)), found.group(3), imitated=bool(found.group(1)))
        elif found := _DIRECTIVE.fullmatch(line):
            self._directive(found.group(1), found.group(2))
        elif found := _ITEM.fullmatch(line):
            self._item(found)
        else:
            self.add(line)

    def _heading(self, level: int, title: str, *, imitated: bool) -> None:
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()
        self.headings.append((level, title))
        self.number = ""
        source = HeadingSource.IMITATION if imitated else HeadingSource.NAME
        self.add(title, heading=Heading(level, source, 0.6 if imitated else 1.0), bold=imitated)

    def _item(self, found: re.Match[str]) -> None:
        dash, label, text = found.groups()
        self.add(text, bullet="-" if dash else "", label=label or "")
        self.number = label or self.number

    def _row(self, line: str) -> None:
        texts = [cell.strip() for cell in line.strip("|").split("|")]
        table, row = len(self.tables), len(self.rows)
        cells: list[Cell] = []
        for column, text in enumerate(texts):
            where = replace(self.place(), table=table, row=row, cell=column)
            paragraph = self.add(text, place=where, at=(table, row, column))
            cells.append(Cell((paragraph.index,), (), column, 1, continues=False))
        self.rows.append(Row(tuple(cells), is_header=not self.rows, deleted=False))

    def _close_table(self) -> None:
        if not self.rows:
            return
        first = self.rows[0].cells
        header = tuple(self.paragraphs[cell.paragraphs[0]].text for cell in first)
        place = replace(self.place(), paragraph=-1, table=len(self.tables))
        columns = max(len(row.cells) for row in self.rows)
        table = Table(len(self.tables), tuple(self.rows), header, place, "", columns, None, "", "")
        self.tables.append(table)
        self.rows = []

    def _directive(self, word: str, rest: str) -> None:
        if word in _STORIES:
            story, part = _STORIES[word]
            self.add_to(story, part, rest)
            return
        act: Callable[[str], None] | None = getattr(self, f"do_{word}", None)
        if act is None:
            raise ValueError(f"there is no directive @{word} in the markup of examples")
        act(rest)
