"""The pseudonyms that a draft itself declares, and the people that it may name.

A check for names must not stumble over the pseudonyms.  Where there is a case record it
says what they are; the draft usually says so too, in a table or in a sentence or two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..document.content import Table
from .base import Look
from .corpus import Corpus, Passage, corpus_of
from .folding import fold, words_of
from .people import agencies_given, pseudonyms_of, public_names
from .words import folded, written

_DECLARES = re.compile(r"\bpseudonyms?\b|\b(?:also )?(?:known|referred to) (?:\w+ ){0,4}as\b", re.I)
_DECLARING_WORDS = ("pseudonym", "pseudonyms", "known", "referred")
_CAPITALISED = re.compile(r"(?<![\w'-])[^\W\d_a-z][^\W\d_]+(?:'[^\W\d_]+)*")
_NAMED_SECTIONS = re.compile(r"\b(?:panel|author|chair|contributors?)\b", re.I)
_LONGEST_CELL = 4  # words: a cell with more describes somebody and does not name them


def pseudonyms_of_tables(look: Look) -> frozenset[str]:
    """Folded words that a table of pseudonyms gives as such."""

    def work() -> frozenset[str]:
        return frozenset(word for table in look.document.tables for word in _of_table(look, table))

    found: frozenset[str] = look.once("pseudonyms-of-tables", work)
    return found


def _of_table(look: Look, table: Table) -> Iterator[str]:
    columns = [n for n, title in enumerate(table.header) if "pseudonym" in title.lower()]
    if not columns:
        return
    for row in table.rows[1:]:
        if columns[0] < len(row.cells):
            text = look.document.cell_text(row.cells[columns[0]])
            if len(text.split()) <= _LONGEST_CELL:
                yield from (fold(word) for word in _CAPITALISED.findall(text.replace("’", "'")))


def pseudonyms_declared(look: Look) -> frozenset[str]:
    """Folded words that are pseudonyms by the record or, if that is silent, by a table."""
    of_record = frozenset(word for name in pseudonyms_of(look.record) for word in words_of(name))
    return of_record or pseudonyms_of_tables(look)


def pseudonyms_likely(look: Look) -> frozenset[str]:
    """The widest reading: also every capitalised word of a sentence that declares pseudonyms."""

    def work() -> frozenset[str]:
        found = set(pseudonyms_declared(look) | pseudonyms_of_tables(look))
        for passage in _declaring(corpus_of(look)):
            if passage.paragraph is not None and _DECLARES.search(passage.text):
                text = passage.text.replace("’", "'")
                found.update(fold(word) for word in _CAPITALISED.findall(text))
        return frozenset(found - folded("titles"))

    found: frozenset[str] = look.once("pseudonyms-likely", work)
    return found


def _declaring(corpus: Corpus) -> Iterator[Passage]:
    """Passages with one of the words that every declaration of a pseudonym has."""
    at = sorted(n for word in _DECLARING_WORDS for n in corpus.index.get(word, ()))
    begins = dict.fromkeys(corpus.starts[n] for n in at)
    yield from {p.start: p for p in map(corpus.passage_at, begins)}.values()


def printable_names(look: Look) -> tuple[str, ...]:
    """Names that the report may print: those of the record, and those its panel section lists."""

    def work() -> tuple[str, ...]:
        listed = dict.fromkeys(public_names(look.record))
        for agency in agencies_given(look):
            listed.update(dict.fromkeys((agency.name, *agency.acronyms)))
        for name in (*_in_panel_sections(corpus_of(look)), *written("cited_names")):
            listed.setdefault(name)
        return tuple(listed)

    found: tuple[str, ...] = look.once("printable-names", work)
    return found


def _in_panel_sections(corpus: Corpus) -> Iterator[str]:
    """Runs of capitalised words under a heading about the panel, its chair or the contributors."""
    for passage in corpus.passages:
        path = passage.place.heading_path
        if passage.paragraph is None or not path or not _NAMED_SECTIONS.search(path[-1]):
            continue
        text = passage.normal.text
        yield from (match.group() for match in _RUN.finditer(text))


_RUN = re.compile(
    r"(?<![\w'-])[^\W\d_a-z][^\W\d_]+(?:'[^\W\d_]+)?"
    r"(?:[ -][^\W\d_a-z][^\W\d_]*(?:'[^\W\d_]+)?){1,4}"
)
