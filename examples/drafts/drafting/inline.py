"""Puts the words of a block into a paragraph: bold, notes, tracked changes and comments."""

from __future__ import annotations

import datetime as dt
from typing import Any, cast
from xml.sax.saxutils import escape

from docx.document import Document
from docx.text.paragraph import Paragraph

from .footnotes import Footnotes
from .markup import Token, tokens
from .wordxml import append

# Comments and changes are dated by hand: the writer's clock would make every build differ.
REVIEWED = dt.datetime(2025, 8, 18, 9, 30, tzinfo=dt.timezone.utc)
REVIEWER = "Panel reader"


class Inline:
    """Writes inline content into the paragraphs of one document."""

    def __init__(self, document: Document, footnotes: Footnotes) -> None:
        self._document = document
        self._footnotes = footnotes
        self._changes = 0

    def write(self, paragraph: Paragraph, text: str) -> None:
        """Append ``text``, with its inline marks, to ``paragraph``."""
        for token in tokens(text):
            if token.kind == "footnote":
                self._footnotes.refer(paragraph, token.text)
            elif token.kind in ("inserted", "deleted"):
                self._change(paragraph, token)
            else:
                self._run(paragraph, token)

    def _run(self, paragraph: Paragraph, token: Token) -> None:
        run = paragraph.add_run(token.text)
        if token.kind == "bold":
            run.bold = True
        if token.kind == "comment":
            comment = self._document.add_comment(run, token.remark, REVIEWER, "PR")
            # No public way to set the date: the interface stamps the clock.
            cast(Any, comment)._comment_elm.date = REVIEWED

    def _change(self, paragraph: Paragraph, token: Token) -> None:
        self._changes += 1
        mark, holder = ("ins", "t") if token.kind == "inserted" else ("del", "delText")
        stamp = REVIEWED.strftime("%Y-%m-%dT%H:%M:%SZ")
        append(
            paragraph,
            f'<w:{mark} w:id="{9000 + self._changes}" w:author="{REVIEWER}" w:date="{stamp}">'
            f'<w:r><w:{holder} xml:space="preserve">{escape(token.text)}</w:{holder}></w:r>'
            f"</w:{mark}>",
        )
