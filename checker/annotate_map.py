"""Where in the bytes of ``word/document.xml`` each character of each paragraph stands.

The annotated copy has to be the author's own file, byte for byte, but for the comments.  So
the part is never parsed into a tree and written out again; this map says at which byte a mark
can be put in, and everything else stays untouched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_MATH = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
_LITERAL = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_GONE = frozenset({"del", "moveFrom"})
_ELSEWHERE = frozenset({"txbxContent", "Fallback"})
"""What is inside belongs to another story, or is a second copy."""
_TAG = re.compile(rb"<([^\s/>]+)")


@dataclass(slots=True)
class TextAt:
    """One ``w:t``, and where an attribute could be added to it."""

    attribute_at: int
    preserved: bool
    """It says already that its spaces count."""
    outer_space: bool = False
    """It begins or ends with a space that Word does not show: it cannot be cut in two."""


@dataclass(slots=True)
class RunAt:
    """One ``w:r``: its bytes from ``start`` to ``end``, and what a second half would repeat."""

    start: int
    opening: bytes
    end: int = -1
    properties: bytes = b""
    top: TopAt | None = None
    """The child of the paragraph that it stands in; itself if it stands there directly."""

    @property
    def can_be_cut(self) -> bool:
        """A tracked change of format would be there twice if the run were cut."""
        return b"rPrChange" not in self.properties


@dataclass(slots=True)
class TopAt:
    """A direct child of a paragraph: a run, or what runs stand in."""

    end: int = -1


@dataclass(frozen=True, slots=True)
class CharAt:
    """One character: its byte, and the run and text that it stands in."""

    letter: str
    at: int
    after: int
    run: RunAt | None
    text: TextAt | None


@dataclass(slots=True)
class ParagraphAt:
    """One ``w:p`` of the main text."""

    prefix: bytes
    """The namespace prefix in use here, with its colon; empty for the default namespace."""
    content_start: int = -1
    content_end: int = -1
    chars: list[CharAt] = field(default_factory=list[CharAt])

    @property
    def words(self) -> str:
        """The text as the reader of drafts has it."""
        return "".join(one.letter for one in self.chars)


@dataclass(slots=True)
class _Open:
    """An element whose end has not been reached."""

    word: bool
    name: str
    start: int
    inside: int
    """The byte after its start tag."""
    paragraph: ParagraphAt | None = None
    run: RunAt | None = None
    text: TextAt | None = None
    top: TopAt | None = None
    gone: bool = False
    elsewhere: bool = False


def paragraphs_at(data: bytes) -> list[ParagraphAt]:
    """Every paragraph of the main text, in file order; those of text boxes are left out.

    ``data`` is UTF-8 XML without a document type, as the reader of drafts has made sure.
    """
    return _Mapper(data).paragraphs


class _Mapper:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.paragraphs: list[ParagraphAt] = []
        self.stack: list[_Open] = []
        self.parser: Any = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = False
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._chars
        self.parser.Parse(data, True)

    def _start(self, tag: str, _: dict[str, str]) -> None:
        space, name = _named(tag)
        at: int = self.parser.CurrentByteIndex
        above = self.stack[-1] if self.stack else None
        made = _Open(space in _WORD, name, at, _tag_end(self.data, at))
        if above is not None:
            made.paragraph, made.run, made.top = above.paragraph, above.run, above.top
            made.gone, made.elsewhere = above.gone, above.elsewhere
        made.elsewhere = made.elsewhere or name in _ELSEWHERE
        if made.word and not made.elsewhere:
            self._open(made, above)
        elif name == "t" and space in _MATH:
            made.text = TextAt(-1, True)
        self.stack.append(made)

    def _open(self, made: _Open, above: _Open | None) -> None:
        in_paragraph = above is not None and above.paragraph is not None
        directly = above is not None and above.word and above.name == "p"
        if made.name == "p" and not in_paragraph:
            self._open_paragraph(made)
        elif in_paragraph and directly and made.name != "pPr":
            made.top = TopAt()
        if made.name in _GONE:
            made.gone = True
        elif made.name == "r" and in_paragraph:
            opening = self.data[made.start : made.inside]
            made.run = RunAt(made.start, opening, top=made.top)
        elif made.name == "t" and in_paragraph:
            opening = self.data[made.start : made.inside]
            made.text = TextAt(made.inside - 1, b"preserve" in opening)
        elif made.name in _LITERAL and above is not None and above.word and above.name == "r":
            self._add(_LITERAL[made.name], made.start, made.inside, made)

    def _open_paragraph(self, made: _Open) -> None:
        found = _TAG.match(self.data, made.start)
        written = found.group(1) if found else b"p"
        prefix = written[: written.find(b":") + 1]
        made.paragraph = ParagraphAt(prefix)
        if self.data[made.inside - 2 : made.inside] != b"/>":  # else it has no inside
            made.paragraph.content_start = made.inside
        self.paragraphs.append(made.paragraph)

    def _end(self, _: str) -> None:
        at: int = self.parser.CurrentByteIndex
        ended = self.stack.pop()
        empty = at == ended.start
        after = ended.inside if empty else _tag_end(self.data, at)
        above = self.stack[-1] if self.stack else None
        if ended.top is not None and (above is None or above.top is not ended.top):
            ended.top.end = after
        if not ended.word or ended.elsewhere:
            return
        if ended.name == "r" and ended.run is not None:
            ended.run.end = after
        elif ended.name == "rPr" and above is not None and above.name == "r" and above.run:
            above.run.properties = self.data[ended.start : after]
        elif ended.name == "pPr" and ended.paragraph and above is not None and above.name == "p":
            ended.paragraph.content_start = after
        elif ended.name == "p" and ended.paragraph and not empty:
            ended.paragraph.content_end = at
        elif ended.name == "t" and ended.text is not None and ended.paragraph:
            self._judge_spaces(ended)

    def _judge_spaces(self, ended: _Open) -> None:
        mine = [one for one in _tail(ended.paragraph, ended.text) if one.letter]
        if ended.text and mine and not ended.text.preserved:
            ended.text.outer_space = mine[0].letter.isspace() or mine[-1].letter.isspace()

    def _chars(self, text: str) -> None:
        top = self.stack[-1] if self.stack else None
        if top is None or top.text is None or top.gone or top.elsewhere or top.paragraph is None:
            return
        at: int = self.parser.CurrentByteIndex
        if len(text) == 1:  # it may be written as a reference, or be two bytes of a line end
            end = _character_end(self.data, at)
            self._add(text.replace("\n", " "), at, end, top)
            return
        for letter in text:
            size = len(letter.encode())
            self._add(letter.replace("\n", " "), at, at + size, top)
            at += size

    def _add(self, letter: str, at: int, after: int, owner: _Open) -> None:
        if owner.paragraph is not None and not owner.gone:
            run = owner.run if owner.text is None or owner.text.attribute_at >= 0 else None
            owner.paragraph.chars.append(CharAt(letter, at, after, run, owner.text))


def _named(tag: str) -> tuple[str, str]:
    """Namespace and name of a tag as expat gives them."""
    space, _, name = tag.rpartition("}")
    return space, name


def _tail(paragraph: ParagraphAt | None, text: TextAt | None) -> list[CharAt]:
    """The characters at the end of a paragraph that belong to one ``w:t``."""
    found: list[CharAt] = []
    for one in reversed(paragraph.chars if paragraph else []):
        if one.text is not text:
            break
        found.append(one)
    return found[::-1]


def _tag_end(data: bytes, at: int) -> int:
    """The byte after the tag that begins at ``at``; a ``>`` in an attribute does not end it."""
    quote = b""
    while True:
        letter = data[at : at + 1]
        at += 1
        if quote:
            quote = b"" if letter == quote else quote
        elif letter in (b'"', b"'"):
            quote = letter
        elif letter == b">":
            return at
        elif not letter:
            return at - 1


def _character_end(data: bytes, at: int) -> int:
    """The byte after the character at ``at``, which may be written ``&amp;`` or ``&#8217;``."""
    first = data[at : at + 1]
    if first == b"&":
        return data.index(b";", at) + 1
    if data[at : at + 2] == b"\r\n":
        return at + 2
    lead = first[0]
    return at + (1 if lead < 0x80 else 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4)
