"""A document that grows piece by piece: what the markup of :mod:`.textdoc` is built with."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace

from .document.content import (
    Change,
    Comment,
    Concealment,
    Format,
    Heading,
    Note,
    Paragraph,
    Property,
    Revision,
    RevisionKind,
    Run,
    Span,
    Table,
    TextPiece,
)
from .document.headings import title_label, typed_label
from .document.model import Document, FileFacts
from .document.place import Place, Story

MAIN = "word/document.xml"
_DATE = "2025-01-01T09:00:00Z"


@dataclass
class GrowingDocument:
    """Paragraphs, and everything else that a Word file can hold, in the order added."""

    paragraphs: list[Paragraph] = field(default_factory=list[Paragraph])
    tables: list[Table] = field(default_factory=list[Table])
    comments: list[Comment] = field(default_factory=list[Comment])
    revisions: list[Revision] = field(default_factory=list[Revision])
    notes: list[Note] = field(default_factory=list[Note])
    properties: list[Property] = field(default_factory=list[Property])
    pieces: list[TextPiece] = field(default_factory=list[TextPiece])
    embedded: list[str] = field(default_factory=list[str])
    headings: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])
    number: str = ""
    """The number of the last numbered paragraph."""

    def place(self, story: Story = Story.BODY, part: str = MAIN) -> Place:
        """Where the next paragraph or piece of text stands."""
        path = tuple(title for _, title in self.headings) if part == MAIN else ()
        index = len(self.paragraphs)
        return Place(part, story, path, index, after=self.number if story is Story.BODY else "")

    def add(
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
        concealed: Concealment | None = None,
        highlight: str = "",
    ) -> Paragraph:
        """Add a paragraph; by default to the body, after what is there."""
        place = place or self.place()
        if label:
            place = replace(place, number=label, after="")
        typed = "" if label else title_label(text) if heading else typed_label(text)
        hidden = concealed is Concealment.HIDDEN
        look = Format(bold=bold, hidden=hidden, highlight=highlight)
        paragraph = Paragraph(
            index=len(self.paragraphs),
            text=text,
            place=place,
            label=label,
            typed_label=typed,
            bullet=bullet,
            list_level=0 if label or bullet else None,
            style_id="",
            style_name=f"heading {heading.level}" if heading and not bold else "",
            heading=heading,
            in_toc=in_toc,
            in_table=at,
            host=-1,
            hidden=(Span(0, len(text), concealed),) if concealed else (),
            inserted=(),
            deleted=(),
            comment_ids=(),
            runs=(Run(0, len(text), look, 0),),
            page=None,
        )
        self.paragraphs.append(paragraph)
        return paragraph

    def add_to(self, story: Story, part: str, text: str) -> None:
        """A paragraph of another story: a header, a note, a text box."""
        body = (p.index for p in reversed(self.paragraphs) if p.story is Story.BODY)
        host = next(body, -1) if story in (Story.TEXTBOX, Story.FOOTNOTE) else -1
        paragraph = self.add(text, place=self.place(story, part))
        self.paragraphs[-1] = replace(paragraph, host=host)
        if story is Story.FOOTNOTE:
            number = str(len(self.notes) + 1)
            self.notes.append(Note(number, story, (paragraph.index,), host))

    def do_toc(self, text: str) -> None:
        """A line of the contents list."""
        self.add(text, in_toc=True)

    def do_hidden(self, text: str) -> None:
        """A paragraph in hidden text."""
        self.add(text, concealed=Concealment.HIDDEN)

    def do_tiny(self, text: str) -> None:
        """A paragraph in text too small to be seen."""
        self.add(text, concealed=Concealment.TINY)

    def do_highlighted(self, text: str) -> None:
        """A paragraph under a highlighter."""
        self.add(text, highlight="yellow")

    def do_embedded(self, name: str) -> None:
        """The name of another file inside this one."""
        self.embedded.append(name)

    def do_comment(self, text: str) -> None:
        """A comment on the paragraph before."""
        author, said = _split(text)
        host, number = len(self.paragraphs) - 1, str(len(self.comments))
        place = self.place(Story.COMMENT, "word/comments.xml")
        own = self.add(said, place=place)
        initials = "".join(word[0] for word in author.split())
        self.comments.append(
            Comment(number, author, initials, _DATE, said, None, False, host, place, (own.index,))
        )
        self._author(author, "word/comments.xml", "author of a comment")
        if host >= 0:
            anchor = self.paragraphs[host]
            self.paragraphs[host] = replace(anchor, comment_ids=(*anchor.comment_ids, number))

    def do_inserted(self, text: str) -> None:
        """A tracked insertion at the end of the paragraph before."""
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

    def do_deleted(self, text: str) -> None:
        """A tracked deletion at the end of the paragraph before."""
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

    def do_property(self, text: str) -> None:
        """A property of the file."""
        key, value = _split(text)
        group, _, name = key.partition(".")
        self.properties.append(Property(group, name, value))
        place = Place(f"docProps/{group}.xml", Story.PROPERTY)
        self.pieces.append(TextPiece(value, place, f"{group} property {name}"))

    def do_alt(self, text: str) -> None:
        """The alternative text of a picture."""
        self.pieces.append(TextPiece(text, self.place(Story.ALT_TEXT), "alternative text"))

    def do_link(self, text: str) -> None:
        """The target of a link."""
        self.pieces.append(TextPiece(text, self.place(Story.HYPERLINK), "link target"))

    def finish(self, name: str, source: bytes) -> Document:
        """The document as it has grown; ``source`` is what its digest is of."""
        facts = FileFacts(
            sha256=hashlib.sha256(source).hexdigest(),
            size=len(source),
            kind="docx",
            main_part=MAIN,
            strict=False,
            macros=False,
            template=False,
            signed=False,
            tracking=False,
            embedded=tuple(self.embedded),
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
