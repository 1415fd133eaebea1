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
``@hidden text``
    a paragraph in hidden text.
``@property core.creator: value``, ``@alt text``, ``@link address``
    a property of the file, the alternative text of a picture, the target of a link.

Every other line that is not empty is a paragraph of its own.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from .document.content import (
    Cell,
    Change,
    Comment,
    Concealment,
    Format,
    Heading,
    HeadingSource,
    Note,
    Paragraph,
    Property,
    Revision,
    RevisionKind,
    Row,
    Run,
    Span,
    Table,
    TextPiece,
)
from .document.model import Document, FileFacts
from .document.place import Place, Story

MAIN = "word/document.xml"
_HEADING = re.compile(r"(!?)(#{1,9})\s+(.*)")
_ITEM = re.compile(r"(?:(-)|(\(?[a-z]{1,3}[.)]|\(?\d{1,3}[.)]))\s+(.*)")
_TYPED = re.compile(r"\d+(?:\.\d+)*[.)]?(?=\s)")
_DIRECTIVE = re.compile(r"@([a-z]+)\s+(.*)")
_STORIES = {
    "header": (Story.HEADER, "word/header1.xml"),
    "footer": (Story.FOOTER, "word/footer1.xml"),
    "footnote": (Story.FOOTNOTE, "word/footnotes.xml"),
    "textbox": (Story.TEXTBOX, MAIN),
}
_DATE = "2025-01-01T09:00:00Z"


def text_document(text: str, *, name: str = "example.docx") -> Document:
    """Turn the markup into a document.

    Raises ValueError for a directive that does not exist.
    """
    builder = _Builder()
    for line in text.splitlines():
        builder.take(line.strip())
    return builder.finish(name, text)


@dataclass
class _Builder:
    """Takes lines one by one, and keeps what they add up to."""

    paragraphs: list[Paragraph] = field(default_factory=list[Paragraph])
    tables: list[Table] = field(default_factory=list[Table])
    comments: list[Comment] = field(default_factory=list[Comment])
    revisions: list[Revision] = field(default_factory=list[Revision])
    notes: list[Note] = field(default_factory=list[Note])
    properties: list[Property] = field(default_factory=list[Property])
    pieces: list[TextPiece] = field(default_factory=list[TextPiece])
    headings: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])
    rows: list[Row] = field(default_factory=list[Row])
    number: str = ""

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
            self._add(line)

    # --- the body ------------------------------------------------------------------------
    def _place(self, story: Story = Story.BODY, part: str = MAIN) -> Place:
        path = tuple(title for _, title in self.headings) if part == MAIN else ()
        index = len(self.paragraphs)
        return Place(part, story, path, index, after=self.number if story is Story.BODY else "")

    def _add(
        self,
        text: str,
        *,
        place: Place | None = None,
        label: str = "",
        bullet: str = "",
        heading: Heading | None = None,
        in_toc: bool = False,
        at: tuple[int, int, int] | None = None,
        bold: bool = False,
        hidden: bool = False,
    ) -> Paragraph:
        place = place or self._place()
        if label:
            place = replace(place, number=label, after="")
        typed = _TYPED.match(text)
        look = Format(bold=bold, hidden=hidden)
        paragraph = Paragraph(
            index=len(self.paragraphs),
            text=text,
            place=place,
            label=label,
            typed_label=typed.group() if typed and heading else "",
            bullet=bullet,
            list_level=0 if label or bullet else None,
            style_id="",
            style_name=f"heading {heading.level}" if heading and not bold else "",
            heading=heading,
            in_toc=in_toc,
            in_table=at,
            host=-1,
            hidden=(Span(0, len(text), Concealment.HIDDEN),) if hidden else (),
            inserted=(),
            deleted=(),
            comment_ids=(),
            runs=(Run(0, len(text), look, 0),),
            page=None,
        )
        self.paragraphs.append(paragraph)
        return paragraph

    def _heading(self, level: int, title: str, *, imitated: bool) -> None:
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()
        self.headings.append((level, title))
        self.number = ""
        source = HeadingSource.IMITATION if imitated else HeadingSource.NAME
        self._add(title, heading=Heading(level, source, 0.6 if imitated else 1.0), bold=imitated)

    def _item(self, found: re.Match[str]) -> None:
        dash, label, text = found.groups()
        self._add(text, bullet="-" if dash else "", label=label or "")
        self.number = label or self.number

    # --- tables --------------------------------------------------------------------------
    def _row(self, line: str) -> None:
        texts = [cell.strip() for cell in line.strip("|").split("|")]
        table, row = len(self.tables), len(self.rows)
        cells: list[Cell] = []
        for column, text in enumerate(texts):
            where = replace(self._place(), table=table, row=row, cell=column)
            paragraph = self._add(text, place=where, at=(table, row, column))
            cells.append(Cell((paragraph.index,), (), column, 1, continues=False))
        self.rows.append(Row(tuple(cells), is_header=not self.rows, deleted=False))

    def _close_table(self) -> None:
        if not self.rows:
            return
        first = self.rows[0].cells
        header = tuple(self.paragraphs[cell.paragraphs[0]].text for cell in first)
        place = replace(self._place(), paragraph=-1, table=len(self.tables))
        columns = max(len(row.cells) for row in self.rows)
        table = Table(len(self.tables), tuple(self.rows), header, place, "", columns, None, "", "")
        self.tables.append(table)
        self.rows = []

    # --- everything else -----------------------------------------------------------------
    def _directive(self, word: str, rest: str) -> None:
        if word in _STORIES:
            story, part = _STORIES[word]
            self._story(story, part, rest)
            return
        act: Callable[[str], None] | None = getattr(self, f"_do_{word}", None)
        if act is None:
            raise ValueError(f"there is no directive @{word} in the markup of examples")
        act(rest)

    def _story(self, story: Story, part: str, text: str) -> None:
        body = (p.index for p in reversed(self.paragraphs) if p.story is Story.BODY)
        host = next(body, -1) if story in (Story.TEXTBOX, Story.FOOTNOTE) else -1
        paragraph = self._add(text, place=self._place(story, part))
        self.paragraphs[-1] = replace(paragraph, host=host)
        if story is Story.FOOTNOTE:
            number = str(len(self.notes) + 1)
            self.notes.append(Note(number, story, (paragraph.index,), host))

    def _do_toc(self, text: str) -> None:
        self._add(text, in_toc=True)

    def _do_hidden(self, text: str) -> None:
        self._add(text, hidden=True)

    def _do_comment(self, text: str) -> None:
        author, said = _split(text)
        host, number = len(self.paragraphs) - 1, str(len(self.comments))
        place = self._place(Story.COMMENT, "word/comments.xml")
        own = self._add(said, place=place)
        initials = "".join(word[0] for word in author.split())
        self.comments.append(
            Comment(number, author, initials, _DATE, said, None, False, host, place, (own.index,))
        )
        self._author(author, "word/comments.xml", "author of a comment")
        if host >= 0:
            anchor = self.paragraphs[host]
            self.paragraphs[host] = replace(anchor, comment_ids=(*anchor.comment_ids, number))

    def _do_inserted(self, text: str) -> None:
        author, said = _split(text)
        last = self.paragraphs[-1]
        joined = f"{last.text} {said}"
        start, end = len(last.text) + 1, len(joined)
        change = Change(start, end, said, author, _DATE)
        runs = (*last.runs, Run(len(last.text), end, Format(), len(last.runs)))
        self.paragraphs[-1] = replace(
            last, text=joined, runs=runs, inserted=(*last.inserted, change)
        )
        self._revision(RevisionKind.INSERT, author, said, last.place)

    def _do_deleted(self, text: str) -> None:
        author, said = _split(text)
        last = self.paragraphs[-1]
        end = len(last.text)
        change = Change(end, end, said, author, _DATE)
        self.paragraphs[-1] = replace(last, deleted=(*last.deleted, change))
        self._revision(RevisionKind.DELETE, author, said, last.place)
        self.pieces.append(
            TextPiece(said, replace(last.place, story=Story.DELETED), "deleted text")
        )

    def _revision(self, kind: RevisionKind, author: str, text: str, place: Place) -> None:
        self.revisions.append(Revision(kind, author, _DATE, text, place))
        self._author(author, MAIN, "author of a tracked change")

    def _author(self, author: str, part: str, label: str) -> None:
        self.pieces.append(TextPiece(author, Place(part, Story.AUTHOR), label))

    def _do_property(self, text: str) -> None:
        key, value = _split(text)
        group, _, name = key.partition(".")
        self.properties.append(Property(group, name, value))
        place = Place(f"docProps/{group}.xml", Story.PROPERTY)
        self.pieces.append(TextPiece(value, place, f"{group} property {name}"))

    def _do_alt(self, text: str) -> None:
        self.pieces.append(TextPiece(text, self._place(Story.ALT_TEXT), "alternative text"))

    def _do_link(self, text: str) -> None:
        self.pieces.append(TextPiece(text, self._place(Story.HYPERLINK), "link target"))

    def finish(self, name: str, text: str) -> Document:
        self._close_table()
        facts = FileFacts(
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            size=len(text.encode()),
            kind="docx",
            main_part=MAIN,
            strict=False,
            macros=False,
            template=False,
            signed=False,
            tracking=False,
            embedded=(),
            imported=(),
            pictures=(),
            external=(),
        )
        body = (p for p in self.paragraphs if p.story is Story.BODY and not p.in_toc)
        return Document(
            name=name,
            paragraphs=tuple(self.paragraphs),
            tables=tuple(self.tables),
            comments=tuple(self.comments),
            revisions=tuple(self.revisions),
            notes=tuple(self.notes),
            properties=tuple(self.properties),
            pieces=tuple(self.pieces),
            warnings=(),
            file=facts,
            words=sum(len(p.text.split()) for p in body),
        )


def _split(text: str) -> tuple[str, str]:
    """``Author: text`` as two; the author may be left out."""
    before, colon, after = text.partition(":")
    return (before.strip(), after.strip()) if colon else ("", text.strip())
