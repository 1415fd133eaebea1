"""The people of a draft by the names that it gives them: who died, who killed, the others.

Where there is a case record its pseudonyms say who is who; else the draft's own table of
pseudonyms does, and else the name on its title page is that of the person who died.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .base import Look
from .corpus import Corpus, corpus_of
from .folding import words_of
from .regions import title_page
from .words import folded

DECEASED = "the person who died"
"""The key of the person who died; those of others are what the draft calls them."""
_DIED = re.compile(r"\b(?:who died|died|victim|deceased|subject of (?:the|this) review)\b", re.I)
_KILLED = re.compile(
    r"\b(?:perpetrator|killed (?:her|him|them)|suspect|convicted|offender)\b", re.I
)
_OFTEN = 3  # uses that make a word of the title page somebody's name
_CALLED = frozenset({"victim", "deceased"})
_COLUMN = re.compile(r"\b(?:pseudonym|known as|referred to|name used)", re.I)
_RELATION = re.compile(
    r"\b(?:relationship|relation|who|role|description|connection|person)\b", re.I
)
_LONGEST = 3  # words of a name


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table of pseudonyms."""

    name: str
    relation: str
    start: int
    """Offset in the corpus of the cell that has the name."""
    end: int


@dataclass(frozen=True, slots=True)
class Persons:
    """Who is called what."""

    deceased: frozenset[str]
    """Folded names of the person who died, words such as `victim` included."""
    perpetrators: frozenset[str]
    rows: tuple[Row, ...]
    """What the draft's tables of pseudonyms say."""

    def key(self, name: str) -> str:
        """The key of whoever has a name (as the draft writes it)."""
        words = " ".join(words_of(name))
        return DECEASED if words in self.deceased else words


def persons_of(look: Look) -> Persons:
    """The people of a draft; worked out once."""
    found: Persons = look.once("persons", lambda: _persons(look))
    return found


def _persons(look: Look) -> Persons:
    corpus = corpus_of(look)
    rows = tuple(_rows(look, corpus))
    record = look.record
    dead, killers = set[str](), set[str]()
    if record is not None:
        dead = {record.deceased.pseudonym or ""} - {""}
        killers = {person.pseudonym or "" for person in record.alleged_perpetrators} - {""}
    if not dead:
        dead = _told_dead(look, corpus, rows)
    for other in look.others:
        # A paper without a title page or a table speaks of whom the report beside it names.
        if not dead:
            there = corpus_of(other)
            dead = _told_dead(other, there, tuple(_rows(other, there)))
    killers = killers or {r.name for r in rows if _KILLED.search(r.relation)}
    return Persons(
        frozenset(" ".join(words_of(name)) for name in dead if name) | _CALLED,
        frozenset(" ".join(words_of(name)) for name in killers if name) | {"perpetrator"},
        rows,
    )


def as_written(corpus: Corpus, name: str) -> str:
    """An expression for a folded name in every spelling that the draft has of it.

    Names are compared without accents and apostrophes, and found in a text that has them:
    `zoe` stands there as `Zoë`, and `anne marie` as `Anne-Marie`.
    """
    return "[ -]".join(_spellings(corpus, word) for word in name.split())


def _spellings(corpus: Corpus, word: str) -> str:
    shown = {corpus.shown(at).lower().removesuffix("'s") for at in corpus.index.get(word, ())}
    forms = sorted({word, *shown}, key=lambda form: (-len(form), form))
    return f"(?:{'|'.join(map(re.escape, forms))})"


def _told_dead(look: Look, corpus: Corpus, rows: tuple[Row, ...]) -> set[str]:
    """The name of the person who died, by a document's own table or title page."""
    # "Leonie's partner, who killed her": whoever is described as such is not who died.
    told = [r for r in rows if _DIED.search(r.relation) and not _KILLED.search(r.relation)]
    return {told[0].name} if told else _on_title_page(look, corpus)


def _rows(look: Look, corpus: Corpus) -> Iterator[Row]:
    starts = {p.paragraph.index: p for p in corpus.passages if p.paragraph is not None}
    for table in look.document.tables:
        head = list(table.header)
        names = next((n for n, title in enumerate(head) if _COLUMN.search(title)), None)
        if names is None:
            continue
        others = [n for n in range(len(head)) if n != names]
        others.sort(key=lambda n: _RELATION.search(head[n]) is None)
        for row in table.rows[1:]:
            if names >= len(row.cells) or not row.cells[names].paragraphs:
                continue
            name = look.document.cell_text(row.cells[names])
            told = [look.document.cell_text(row.cells[n]) for n in others if n < len(row.cells)]
            passage = starts.get(row.cells[names].paragraphs[0])
            if passage is not None and 0 < len(name.split()) <= _LONGEST:
                end = passage.start + len(passage.normal.text)
                yield Row(name, " ".join(told), passage.start, end)


def _on_title_page(look: Look, corpus: Corpus) -> set[str]:
    """The capitalised word of the title page that the report uses as a name."""
    pages = title_page(look)
    best: tuple[int, str] = (0, "")
    for passage in corpus.passages:
        if passage.paragraph is None or passage.paragraph.index not in pages:
            continue
        if re.search(r"artnership|ouncil|author|chair", passage.text, re.I):
            continue
        for word in words_of(passage.text):
            often = len(corpus.capitals.get(word, ()))
            public = word in folded("public_words") or word.isdigit() or corpus.small(word)
            if often >= _OFTEN and not public and often > best[0]:
                best = (often, word)
    return {best[1]} if best[1] else set()
