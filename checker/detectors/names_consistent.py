"""Names that are printed, and pseudonyms: spelt in one way, and each for one person only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rapidfuzz.distance import DamerauLevenshtein

from ...schemas.common import Answer, Strict
from ..document.content import Cell
from .base import QUESTIONED, Hit, Look, Observation, detector
from .corpus import PROSE, Corpus, Passage, corpus_of
from .folding import words_of
from .people import pseudonyms_of, public_names
from .persons import persons_of
from .regions import title_page
from .statements import MOST, Said, disagreements, in_report, passages_with

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
_CAPITALS = r"[A-Z][\w'-]+(?: [A-Z][\w'-]+){1,3}"
ANNOUNCED = re.compile(
    r"\b(?:[Aa]uthor|[Cc]hair|AUTHOR|CHAIR|[Ww]ritten by|[Pp]repared by)\b[^.;\n]{0,25}?[:,-]? "
    rf"(?P<name>{_CAPITALS})"
)
NO_NAME = frozenset(
    (
        *("independent", "chair", "author", "overview", "report", "review", "domestic", "panel"),
        *("homicide", "the", "community", "safety", "partnership", "council", "date", "dr"),
        *("completed", "ltd", "limited"),
    )
)
_NEAR = 2  # letters between two spellings of one surname
_SHORTEST = 4  # letters: shorter words are too much alike
_KIN = (
    "mother|father|sister|brother|daughter|son|aunt|uncle|cousin|niece|nephew|grandmother"
    "|grandfather"
    "|wife|husband|stepmother|stepfather|neighbour|colleague|employer|manager"
)
_KINSHIP = re.compile(
    rf"\b(?P<whose>[A-Z][\w-]+)'s (?P<kin>{_KIN})(?:,| called| named)? (?P<name>[A-Z][\w-]+)\b"
    rf"|\b(?P<name2>[A-Z][\w-]+), (?:who (?:was|is) )?(?P<whose2>[A-Z][\w-]+)'s (?P<kin2>{_KIN})\b"
)
_OF_ROW = re.compile(rf"\b(?P<whose>[A-Z][\w-]+)'s (?:\w+ )?(?P<kin>{_KIN})\b")


class NoSettings(Strict):
    """Nothing to set."""


@detector("printed-names-spelt-alike", NoSettings, QUESTIONED)
def printed_names_spelt_alike(look: Look, _: NoSettings) -> Observation:
    """The names of chair, author and panel are spelt in one way throughout."""
    corpus = corpus_of(look)
    hits: dict[Hit, None] = {}
    for name, first in printed_names(look).items():
        for start, end in _variants(corpus, name):
            hits.setdefault(corpus.hit(*first, "a printed name: spelt so here"))
            hits.setdefault(corpus.hit(start, end, "a printed name: spelt otherwise here"))
    if hits:
        note = "a name that the report prints seems to be spelt in two ways"
        return Observation(OPEN, tuple(hits)[:MOST], note)
    return Observation(YES)


def printed_names(look: Look) -> dict[tuple[str, ...], tuple[int, int]]:
    """Forename and surname of those whom the report names, with the first place of each."""
    found: dict[tuple[str, ...], tuple[int, int]] = look.once(
        "printed-names", lambda: _printed(look, corpus_of(look))
    )
    return found


def _printed(look: Look, corpus: Corpus) -> dict[tuple[str, ...], tuple[int, int]]:
    found: dict[tuple[str, ...], tuple[int, int]] = {}
    for name in (
        *_announced(look),
        *(look.document.cell_text(cell) for cell in panel_cells(look)),
        *public_names(look.record),
    ):
        words = tuple(word for word in words_of(name) if word not in NO_NAME)
        if len(words) < 2 or min(len(words[0]), len(words[-1])) < _SHORTEST:
            continue
        pair = (words[0], words[-1])
        place = _first_place(corpus, pair)
        if place is not None:
            found.setdefault(pair, place)
    return found


def _announced(look: Look) -> Iterator[str]:
    pages = title_page(look)
    for passage in corpus_of(look).passages:
        if passage.paragraph is not None and passage.paragraph.index in pages:
            yield from (match["name"] for match in ANNOUNCED.finditer(passage.normal.text))


def panel_cells(look: Look) -> Iterator[Cell]:
    """The cells that name people in tables of names and agencies."""
    for table in look.document.tables:
        head = [title.lower() for title in table.header]
        if (
            not head
            or "name" not in head[0]
            or not any(
                word in title
                for title in head[1:]
                for word in ("role", "title", "agency", "organisation")
            )
        ):
            continue
        for row in table.rows[1:]:
            if row.cells:
                yield row.cells[0]


def _first_place(corpus: Corpus, pair: tuple[str, ...]) -> tuple[int, int] | None:
    for at in corpus.capitals.get(pair[0], ()):
        if (
            at + 1 < len(corpus.words)
            and corpus.words[at + 1] == pair[1]
            and corpus.adjacent(at + 1)
        ):
            return corpus.starts[at], corpus.ends[at + 1]
    return None


def _variants(corpus: Corpus, name: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The forename with a surname almost the same behind it, or the other way about."""
    first, last = name
    for at in corpus.capitals.get(first, ()):
        if at + 1 < len(corpus.words) and _almost(corpus, at + 1, last) and corpus.adjacent(at + 1):
            yield corpus.starts[at], corpus.ends[at + 1]
    for at in corpus.capitals.get(last, ()):
        if at > 0 and _almost(corpus, at - 1, first) and corpus.adjacent(at):
            yield corpus.starts[at - 1], corpus.ends[at]


def _almost(corpus: Corpus, at: int, wanted: str) -> bool:
    word = corpus.words[at]
    if word == wanted or not corpus.capital(at) or len(word) < _SHORTEST:
        return False
    passage = corpus.passage_at(corpus.starts[at])
    if passage.story not in PROSE:
        return False
    return DamerauLevenshtein.distance(word, wanted, score_cutoff=_NEAR) <= _NEAR


@detector("pseudonyms-of-one-person", NoSettings)
def pseudonyms_of_one_person(look: Look, _: NoSettings) -> Observation:
    """No pseudonym stands for two people: in the table, the case record, or the telling."""
    corpus = corpus_of(look)
    listed = pseudonyms_of(look.record)
    double = {one for one in listed if [p.lower() for p in listed].count(one.lower()) > 1}
    rows = persons_of(look).rows
    twice = [
        (one, other)
        for n, one in enumerate(rows)
        for other in rows[n + 1 :]
        if words_of(one.name) == words_of(other.name) and one.relation != other.relation
    ]
    if double or twice:
        hits = tuple(corpus.hit(row.start, row.end) for pair in twice for row in pair)
        return Observation(NO, hits[:MOST], "one pseudonym is given to two people")
    made = disagreements(corpus, tuple(_kinships(look)), _same_kin, "whose relative somebody is")
    return Observation(OPEN, made.hits, made.note) if made.answer is not YES else made


def _kinships(look: Look) -> Iterator[Said[str]]:
    """What kin of whom each person is said to be."""
    for row in persons_of(look).rows:
        match = _OF_ROW.search(row.relation.replace("’", "'"))
        if match:
            yield Said(f"{row.name} of {match['whose']}".lower(), match["kin"], row.start, row.end)
    for passage in passages_with(look, _KIN.split("|")):
        yield from _told(passage)


def _told(passage: Passage) -> Iterator[Said[str]]:
    if not in_report(passage):
        return
    for match in _KINSHIP.finditer(passage.normal.text):
        whose, kin, name = (match[k] or match[f"{k}2"] for k in ("whose", "kin", "name"))
        start, end = passage.start + match.start(), passage.start + match.end()
        yield Said(f"{name} of {whose}".lower(), kin, start, end)


_AT_ONCE = frozenset({"neighbour", "colleague", "employer", "manager"})
"""What somebody can be beside a relative."""


def _same_kin(one: str, other: str) -> bool:
    return one == other or one in _AT_ONCE or other in _AT_ONCE


class AgencySettings(Strict):
    """Columns that hold the names of agencies."""

    column: list[str]


@detector("agencies-spelt-alike", AgencySettings, QUESTIONED)
def agencies_spelt_alike(look: Look, settings: AgencySettings) -> Observation:
    """No agency stands in two tables under names that differ by a letter or two."""
    corpus = corpus_of(look)
    named = agencies_of_tables(look, tuple(settings.column))
    hits: dict[Hit, None] = {}
    slip = cache(_slip)  # the same few names stand in row after row
    for n, (one, first) in enumerate(named):
        for other, second in named[n + 1 :]:
            if one != other and slip(one, other):
                for passage in (first, second):
                    end = passage.start + len(passage.normal.text)
                    hits.setdefault(corpus.hit(passage.start, end, "an agency's name"))
    if hits:
        return Observation(OPEN, tuple(hits)[:MOST], "an agency seems to be named in two ways")
    return Observation(YES)


def agencies_of_tables(
    look: Look, column: tuple[str, ...]
) -> tuple[tuple[tuple[str, ...], Passage], ...]:
    """The names of agencies in tables, as folded words, each with its cell; found once."""
    key = ("agencies-of-tables", column)
    found: tuple[tuple[tuple[str, ...], Passage], ...] = look.once(
        key, lambda: tuple(_agencies(look, column))
    )
    return found


def _agencies(look: Look, column: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Passage]]:
    wanted = {word.lower() for word in column}
    corpus = corpus_of(look)
    at = {p.paragraph.index: p for p in corpus.passages if p.paragraph is not None}
    for table in look.document.tables:
        places = [n for n, title in enumerate(table.header) if wanted & set(words_of(title))]
        for row in table.rows[1:] if places else ():
            if places[0] < len(row.cells) and row.cells[places[0]].paragraphs:
                passage = at.get(row.cells[places[0]].paragraphs[0])
                if passage is not None:
                    yield tuple(words_of(passage.text)), passage


def _slip(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """The same words, but for a letter or two of one or more of them."""
    if len(one) != len(other) or not one:
        return False
    apart = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return bool(apart) and all(
        len(a) > _SHORTEST and DamerauLevenshtein.distance(a, b) <= _NEAR for a, b in apart
    )
