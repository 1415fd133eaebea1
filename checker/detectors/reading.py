"""A draft as the section checks read it: laid out, and every paragraph ready for searching.

Made once for each draft and shared by all detectors through :meth:`Look.once`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from ..document.content import Paragraph, Table
from ..layout import Layout, SectionFound
from .base import Hit, Look
from .denials import Stance, Struck, struck
from .excerpts import window
from .term_index import term_index
from .terms import pattern, plain, sentences
from .written_dates import WrittenDate, written_dates

T = TypeVar("T")
_LONGEST_INSTRUCTION = 120  # words; the templates' own are shorter


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, a paragraph or a row of a table, ready for searching."""

    paragraph: Paragraph
    text: str
    start: int
    """Its offset in the paragraph; -1 for a row, which is many paragraphs."""

    def hit(self, start: int = -1, end: int = -1, note: str = "") -> Hit:
        """This stretch (offsets in the piece; the whole if left out) as a place in the draft."""
        if self.start < 0:
            return Hit(self.paragraph.place, self.paragraph.text, note=note)
        first = self.start + max(start, 0)
        last = self.start + (end if end >= 0 else len(self.text))
        shown = window(self.paragraph.text, first, last)
        return Hit(self.paragraph.place, shown, first, last, note)

    def matched(self, found: re.Match[str], note: str = "") -> Hit:
        """Where an expression matched this piece's text."""
        return self.hit(found.start(), found.end(), note)


class Reading:
    """The draft, its layout under the template, and its paragraphs in plain form."""

    def __init__(self, look: Look) -> None:
        if look.template is None:
            raise ValueError("a check of sections needs a template")
        self.document = look.document
        self.layout = Layout(look.document, look.template, look.within)
        self._look = look
        self._plain = [plain(p.text) for p in look.document.paragraphs]
        self._sentences: dict[int, tuple[Piece, ...]] = {}
        self._rows: dict[tuple[int, int], Piece] = {}
        self._dates: dict[tuple[int, int, int], list[WrittenDate]] = {}
        self._memo: dict[Any, Any] = {}

    def once(self, key: Any, work: Callable[[], T]) -> T:
        """Work something out once for this draft."""
        if key not in self._memo:
            self._memo[key] = work()
        return self._memo[key]

    def section(self, key: str) -> SectionFound:
        """One section of the template.  Raises KeyError for a key that it lacks."""
        return self.layout.of(key)

    def plain(self, index: int) -> str:
        """A paragraph in plain form: lower case, plain quotes and spaces, same length."""
        return self._plain[index]

    def finds(self, terms: Iterable[str]) -> Iterator[Hit]:
        """Every place in the title page and the body that has one of some terms."""
        wanted = tuple(terms)
        every = self.once("front-and-body", self._front_and_body)
        for index in self.among(every, (wanted,)):
            piece = Piece(self.document.paragraphs[index], self._plain[index], 0)
            for match in pattern(wanted).finditer(piece.text):
                yield piece.matched(match)

    def _front_and_body(self) -> tuple[int, ...]:
        return (*sorted(self.layout.title_page), *self.layout.body())

    def among(self, indices: Iterable[int], groups: Iterable[Iterable[str]]) -> Iterator[int]:
        """Those of some paragraphs that may have a term of every group: no others do."""
        return term_index(self._look).among(tuple(indices), groups)

    def pieces(self, indices: Iterable[int], *, whole: bool = False) -> Iterator[Piece]:
        """The sentences of paragraphs, or (``whole``) the paragraphs; a table row is one piece."""
        rows: set[tuple[int, int]] = set()
        for index in indices:
            paragraph = self.document.paragraphs[index]
            if paragraph.in_table is not None:
                row = paragraph.in_table[:2]
                if row not in rows:
                    rows.add(row)
                    if row not in self._rows:
                        self._rows[row] = self._row(paragraph, *row)
                    yield self._rows[row]
            elif whole:
                if self._plain[index].strip():
                    yield Piece(paragraph, self._plain[index], 0)
            else:
                yield from self.sentences_of(index)

    def dates(self, piece: Piece) -> Sequence[WrittenDate]:
        """The dates of a piece, those that cannot be among them; read once."""
        key = (piece.paragraph.index, piece.start, len(piece.text))
        if key not in self._dates:
            self._dates[key] = written_dates(piece.text)
        return self._dates[key]

    def _row(self, first: Paragraph, table: int, row: int) -> Piece:
        cells = self.document.tables[table].rows[row].cells
        texts = [self._plain[i] for cell in cells for i in cell.paragraphs]
        return Piece(first, " | ".join(text for text in texts if text), -1)

    def sentences_of(self, index: int) -> tuple[Piece, ...]:
        """The sentences of one paragraph, in a table or not."""
        if index not in self._sentences:
            self._sentences[index] = tuple(self._cut(index))
        return self._sentences[index]

    def _cut(self, index: int) -> Iterator[Piece]:
        paragraph = self.document.paragraphs[index]
        for start, end in sentences(paragraph.text):
            if text := self._plain[index][start:end]:
                yield Piece(paragraph, text, start)

    def marks(self, piece: Piece) -> tuple[Struck, ...]:
        """What of a piece is denied, promised, asked or instructed, and so does not count."""
        return self.once(("struck", piece.text), lambda: struck(piece.text))

    def words_in(self, indices: Iterable[int]) -> int:
        """How many words stand in some paragraphs, headings among them not counted."""
        counts: list[int] = self.once("word-counts", self._word_counts)
        return sum(counts[i] for i in indices)

    def _word_counts(self) -> list[int]:
        """For each paragraph how many words it has, if it is no heading."""
        return [0 if p.heading else len(p.text.split()) for p in self.document.paragraphs]

    def only_instructed(self, indices: Sequence[int]) -> bool:
        """Whether a few paragraphs say nothing but what the template tells the author to write.

        Long stretches are not weighed: no template's instruction is as long.
        """
        if self.words_in(indices) > _LONGEST_INSTRUCTION:
            return False
        own = (i for i in indices if self.document.paragraphs[i].heading is None)
        pieces = list(self.pieces(own, whole=True))
        return bool(pieces) and not any(_unmarked(p.text, self.marks(p)) for p in pieces)

    def tables_in(self, indices: Iterable[int]) -> list[Table]:
        """The outermost tables that have a paragraph among some paragraphs."""
        wanted = {
            at[0] for i in indices if (at := self.document.paragraphs[i].in_table) is not None
        }
        return [self.document.tables[number] for number in sorted(wanted)]


def _unmarked(text: str, marks: Iterable[Struck]) -> str:
    """What a text says outside its instructions and gaps."""
    for one in marks:
        if one.stance in (Stance.INSTRUCTED, Stance.EMPTY):
            text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text.strip(" .,;:|-[]()")


def has_section(look: Look, key: str) -> bool:
    """Whether the template of a draft has a section; not if it has no template."""
    return look.template is not None and key in {one.key for one in look.template.sections}


def reading(look: Look) -> Reading:
    """The reading of a draft, made on first use."""
    found: Reading = look.once("reading", lambda: Reading(look))
    return found
