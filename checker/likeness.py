"""Does a draft look like a kind of document, whatever it calls itself?

Each template says what is peculiar to it: headings that drafts of other kinds seldom have, or
the columns of a table that is most of the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..schemas.documents import DocumentKind
from ..schemas.rule import Likeness, Template
from .detectors.terms import find, plain
from .document.content import Table
from .document.model import Document
from .outline import outline_of, readable

_HEAD_ROWS = 3  # a title or a line of names may stand above the row that heads the columns
_MOST = 0.5  # of the words


def likenesses(
    document: Document, templates: Mapping[DocumentKind, Template]
) -> dict[DocumentKind, str]:
    """The kinds that a draft looks like, the likeliest first, and what tells it."""
    found = {
        kind: (strength, because)
        for kind, template in templates.items()
        if (strength := _strength(document, template)) and (because := _because(template))
    }
    order = list(DocumentKind)
    ranked = sorted(found, key=lambda kind: (-found[kind][0], order.index(kind)))
    return {kind: found[kind][1] for kind in ranked}


def _strength(document: Document, template: Template) -> float:
    """How far beyond what is enough a draft has what is peculiar to a template; 0 if not at all."""
    like = template.like
    if like is None or (like.columns and not _mostly_table(document, like)):
        return 0.0
    if not like.headings:
        return 1.0
    headed = {key for one in outline_of(document, template).headed for key in one.match.keys}
    share = len(headed & set(like.headings)) / like.enough
    return share if share >= 1 else 0.0


def _because(template: Template) -> str:
    named = template.document.with_article
    headed = template.like is not None and template.like.headings
    return f"Its {'headings' if headed else 'tables'} are those of {named}."


def _mostly_table(document: Document, like: Likeness) -> bool:
    """Whether tables with all the columns hold most of the words of the document."""
    own = [t.index for t in document.tables if has_columns(document, t, like.columns.values())]
    if not own:
        return False
    inside = whole = 0
    for paragraph in readable(document):
        words = len(paragraph.text.split())
        whole += words
        if paragraph.in_table is not None and paragraph.in_table[0] in own:
            inside += words
    return inside > whole * _MOST


def has_columns(document: Document, table: Table, columns: Iterable[Iterable[str]]) -> bool:
    """Whether one of a table's first rows heads every column, or its first column names each."""
    wanted = [list(words) for words in columns]
    for row in table.rows[:_HEAD_ROWS]:
        heads = [plain(document.cell_text(cell)) for cell in row.cells]
        if all(any(find(words, head) for head in heads) for words in wanted):
            return True
    firsts = [plain(document.cell_text(row.cells[0])) for row in table.rows if row.cells]
    return all(any(find(words, first) for first in firsts) for words in wanted)
