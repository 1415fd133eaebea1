"""What the author of a form has written into it.

Management reviews, chronologies and terms of reference are written into forms, and a form
speaks for itself: headings, labels, questions, instructions, blanks to be filled.  None of
that is an answer.  What is left when it is taken away is the author's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from ..document.content import Cell, HeadingSource, Paragraph, Table
from ..outline import readable
from .base import Look
from .reading import Piece, Reading, reading
from .terms import find, plain

FORM_WORDS = ("<form-words>", "<form-statements>")
"""Fragments of what the forms say themselves (rules/phrases.yaml)."""
INSTRUCTIONS = ("<form-words>",)
"""Those of them that are to be taken out."""
_BLANKS = re.compile(
    r"\[[^\]]*\]|<[^>]*>|[_.…]{3,}|x{2,}|\b(?:tbc|tba|tbd)\b"
    r"|\b(?:please )?(?:insert|enter)\b.*|\bto be (?:confirmed|completed|added|inserted)\b"
    r"|click or tap.*|choose an item|dd/mm/yy(?:yy)?|date range provided|^date$|^name$"
)
_BRACKET = re.compile(r"[\[<]")
_LONGEST_BLANK = 90  # characters, unless in brackets; what is longer says something
_GAP = re.compile(r"[\[<(](?:insert|enter)\b")
"""A sentence that still waits for something says nothing yet."""
_SOLID = re.compile(r"[^\W_]")
TERMS = "terms-of-reference"
ALIKE = 88
"""Per cent of likeness that make one line another said again."""
_SHORTEST_TERM = 4  # words of a term of reference
_LONGEST_LABEL = 12  # words of a cell or line that can be a label
_HEADS = (
    "question",
    "questions",
    "term of reference",
    "terms of reference",
    "date",
    "item",
    "area",
)
"""What heads the first of two columns; a row of two cells is otherwise a label and its value."""
_LABELS = (
    *(
        "name",
        "e-mail",
        "email",
        "tel",
        "telephone",
        "phone",
        "signed",
        "signature",
        "date",
        "dated",
    ),
    *(
        "role",
        "title",
        "job title",
        "position",
        "agency",
        "organisation",
        "address",
        "author",
        "dated",
    ),
    *("completed by", "agreed by", "approved by", "commissioned *", "completed on", "imr *"),
)
_GRID = 3  # columns from which a table has a head, and not labels on the left


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, or a row of a table, with the sentences in it that are the author's own."""

    paragraph: Paragraph
    own: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The own sentences, one after the other, in plain form."""
        return " | ".join(piece.text for piece in self.own)

    @property
    def words(self) -> int:
        """How many words of its own it has."""
        return sum(len(piece.text.split()) for piece in self.own)


def is_blank(text: str) -> bool:
    """Whether a text in plain form says nothing: empty, dots, ``XX``, ``[insert name]``."""
    if len(text) > _LONGEST_BLANK and not _BRACKET.search(text):
        return False
    return _SOLID.search(_BLANKS.sub(" ", text.strip())) is None


def is_question(text: str) -> bool:
    """Whether a sentence in plain form asks; a question is no answer."""
    return text.rstrip(" \"')]").endswith("?")


def is_instruction(text: str) -> bool:
    """Whether a sentence in plain form is the form speaking."""
    return find(FORM_WORDS, text) is not None


def whole(look: Look) -> tuple[int, ...]:
    """Every paragraph that a reader of the paper reads, its first page included."""
    return tuple(p.index for p in readable(look.document))


def elsewhere(look: Look) -> tuple[int, ...]:
    """Every paragraph but the terms of reference, which ask and do not answer."""
    if look.kind.value == TERMS:
        return whole(look)
    asked = set(indices_of(look, [TERMS])[0])
    return tuple(i for i in whole(look) if i not in asked)


def indices_of(look: Look, keys: Sequence[str]) -> tuple[tuple[int, ...], bool]:
    """The paragraphs of some sections, and whether they can be told from the rest.

    A paper that is itself what one of the keys names (terms of reference, a chronology) is
    that section as a whole; so is any document where no key is given.
    """
    if not keys or look.kind.value in keys:
        return whole(look), True
    layout = reading(look).layout
    known = [key for key in keys if key in {one.section.key for one in layout}]
    return layout.text_of(known), any(layout.of(key).headings for key in known)


def parts(look: Look, indices: Iterable[int], *, asked: bool = False) -> tuple[Part, ...]:
    """The author's own words in some paragraphs, part by part, in order; empty parts left out.

    ``asked``: questions count as well, as they do where terms of reference are set out.
    """
    wanted = tuple(indices)
    asked = asked or look.kind.value == TERMS

    def work() -> tuple[Part, ...]:
        again = frozenset[int]() if asked else said_again(look)
        read = reading(look)
        return tuple(_parts(read, [i for i in wanted if i not in again], asked))

    found: tuple[Part, ...] = look.once(("own", wanted, asked), work)
    return found


def said_again(look: Look) -> frozenset[int]:
    """Paragraphs that only set out one of the terms of reference again, to be answered."""

    def work() -> frozenset[int]:
        read = reading(look)
        if look.kind.value == TERMS:
            return frozenset()
        own = set(indices_of(look, [TERMS])[0])
        terms = [read.plain(i) for i in own if len(read.plain(i).split()) >= _SHORTEST_TERM]
        return frozenset(
            p.index
            for p in readable(look.document)
            if p.index not in own and terms and is_again(read.plain(p.index), terms)
        )

    found: frozenset[int] = look.once("said-again", work)
    return found


def is_again(text: str, terms: Sequence[str]) -> bool:
    """Whether a line is one of some terms, said again."""
    words = len(text.split())
    if words < _SHORTEST_TERM:
        return False
    return process.extractOne(text, terms, scorer=fuzz.ratio, score_cutoff=ALIKE) is not None


def _parts(read: Reading, indices: Iterable[int], asked: bool) -> Iterator[Part]:
    rows: dict[tuple[int, int], list[Piece]] = {}
    firsts: dict[tuple[int, int], Paragraph] = {}
    for index in indices:
        paragraph = read.document.paragraphs[index]
        own = tuple(own_sentences(read, paragraph, asked=asked))
        if paragraph.in_table is None:
            yield from _rows_done(rows, firsts)
            if own:
                yield Part(paragraph, own)
            continue
        row = paragraph.in_table[:2]
        if row not in rows:
            yield from _rows_done(rows, firsts)
            rows[row], firsts[row] = [], paragraph
        rows[row] += own
    yield from _rows_done(rows, firsts)


def _rows_done(
    rows: dict[tuple[int, int], list[Piece]], firsts: dict[tuple[int, int], Paragraph]
) -> Iterator[Part]:
    for row, own in rows.items():
        if own:
            yield Part(firsts[row], tuple(own))
    rows.clear()
    firsts.clear()


def own_sentences(read: Reading, paragraph: Paragraph, *, asked: bool = False) -> Iterator[Piece]:
    """The sentences of one paragraph that are neither heading, label, question nor instruction."""
    if is_heading(paragraph) or is_label(read, paragraph):
        return
    for piece in read.sentences_of(paragraph.index):
        if is_blank(piece.text) or is_instruction(piece.text) or _GAP.search(piece.text):
            continue
        if asked or not is_question(piece.text):
            yield piece


def is_heading(paragraph: Paragraph) -> bool:
    """A heading; a bold line that ends as a sentence does is an answer in bold."""
    heading = paragraph.heading
    if heading is None:
        return False
    said = paragraph.text.rstrip().endswith(".") and " " in paragraph.title
    return heading.source is not HeadingSource.IMITATION or not said


def is_label(read: Reading, paragraph: Paragraph) -> bool:
    """A line that only names what is to be filled in: ``Agency:``, the head of a column."""
    text = plain(paragraph.text).strip()
    if text.endswith(":") and len(text.split()) <= _LONGEST_LABEL:
        return True
    if paragraph.in_table is None:
        return False
    table_at, row, cell = paragraph.in_table
    table = read.document.tables[table_at]
    return heads_column(read, paragraph) or _labels_row(read, table, row, cell)


def heads_column(read: Reading, paragraph: Paragraph) -> bool:
    """Whether it stands in the first row of a table that has a head."""
    if paragraph.in_table is None or paragraph.in_table[1] != 0:
        return False
    return has_head(read, read.document.tables[paragraph.in_table[0]])


def has_head(read: Reading, table: Table) -> bool:
    """Whether the first row of a table is the head of its columns."""
    if len(table.rows) < 2 or in_pairs(read, table):
        return False
    texts = [plain(read.document.cell_text(cell)).strip() for cell in table.rows[0].cells]
    if not all(text and len(text.split()) <= _LONGEST_LABEL for text in texts):
        return False
    return len(texts) >= _GRID or find(_HEADS, texts[0]) is not None


def in_pairs(read: Reading, table: Table) -> bool:
    """Whether the cells of a table go in pairs, a label and what is filled in for it."""
    if not all(len(row.cells) in (2, 4) for row in table.rows):
        return False
    firsts = [plain(read.document.cell_text(row.cells[0])) for row in table.rows]
    return all(find(_LABELS, text) is not None or text.endswith(":") for text in firsts)


def _labels_row(read: Reading, table: Table, row: int, cell: int) -> bool:
    """Whether a cell is the short one on the left of two: what the other one is filled in for."""
    cells: Sequence[Cell] = table.rows[row].cells
    if cell % 2 or (len(cells) != 2 and not in_pairs(read, table)):
        return False
    text = plain(read.document.cell_text(cells[cell]))
    return len(text.split()) <= _LONGEST_LABEL
