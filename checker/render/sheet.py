"""A page as plain data: headings, paragraphs, tables, boxes and lines to fill in.

The HTML page and the Word document of one result are made from the same sheet, so that
nothing can stand in one and be missing from the other.  A sheet says what each part is and
never how it looks; meaning is always in words, because colour does not survive a printer.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that carry weight."""

    text: str


@dataclass(frozen=True, slots=True)
class Blank:
    """Something for a person to fill in; ``label`` says what."""

    label: str


@dataclass(frozen=True, slots=True)
class Ref:
    """A pointer to a numbered source, with how far its text was checked where that matters."""

    number: int
    note: str = ""

    @property
    def shown(self) -> str:
        """Itself in the text: ``[12, restated]``."""
        return f"[{self.number}, {self.note}]" if self.note else f"[{self.number}]"

    @property
    def anchor(self) -> str:
        """The name of the place that it points to."""
        return f"source-{self.number}"


Piece = str | Strong | Blank | Ref
Words = str | tuple[Piece, ...]
"""Running text: plain, or with strong words, blanks and pointers in it."""


def pieces(words: Words) -> tuple[Piece, ...]:
    """Running text as its pieces."""
    return (words,) if isinstance(words, str) else words


def plain(words: Words) -> str:
    """Running text without its emphasis, blanks in square brackets."""
    return "".join(_plain(one) for one in pieces(words))


def _plain(one: Piece) -> str:
    if isinstance(one, str):
        return one
    if isinstance(one, Blank):
        return f"[{one.label}]"
    if isinstance(one, Ref):
        return one.shown
    return one.text


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 2 is the first below the title."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph.  ``small`` is for sources and notes."""

    words: Words
    small: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list whose order means nothing; ``numbered`` where it does."""

    items: tuple[Words, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Ticks:
    """Boxes to tick, each with its label."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption and column headings; the first cell of a row is its heading.

    ``widths`` are shares of the page's width, one a column.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    widths: tuple[int, ...]
    anchors: tuple[str, ...] = ()
    """A name for each row, where rows are pointed to."""
    tall: bool = False
    """Whether rows leave room to write by hand."""
    under: str = ""
    """The heading above, where the caption would repeat it: said before the caption to a screen
    reader, and not printed.  The caption may be empty then."""

    @property
    def named(self) -> str:
        """What a screen reader calls the table."""
        return " - ".join(one for one in (self.under, self.caption) if one)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Terms and what is said of each."""

    caption: str
    rows: tuple[tuple[str, Words], ...]


@dataclass(frozen=True, slots=True)
class Box:
    """Something set apart from the text.  Its title says in words what it is."""

    title: str
    words: tuple[Words, ...]
    weight: str = "note"
    """note, good, or stop: how it is drawn; never the only sign of what it means."""


@dataclass(frozen=True, slots=True)
class Space:
    """Ruled lines to write on, under a label."""

    label: str
    lines: int = 4


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows, a heading or a paragraph, begins a page on paper."""


@dataclass(frozen=True, slots=True)
class Folded:
    """Something for later: folded away on a screen, and under a heading of its own on paper."""

    title: str
    blocks: tuple[Block, ...]


Block = Heading | Para | Bullets | Ticks | Table | Pairs | Box | Space | NewPage | Folded


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole page: title, what stands in its margins, and its blocks."""

    title: str
    reference: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    marking: str = ""
    """Words at the head of every page, such as a draft's."""
    foot: str = ""
    """Words at the foot of every page."""
