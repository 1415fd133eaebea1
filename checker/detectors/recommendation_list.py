"""The recommendations of a draft, one by one, with the numbers that they bear."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from ...schemas.common import Answer, Strict
from .base import QUESTIONED, SETTLED, Hit, Look, Observation, detector
from .reading import Piece, Reading, reading
from .statements import MOST
from .tables import is_item
from .terms import plain

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
_NAMED = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,3})+\.? )?"  # the number of the paragraph, where somebody typed it
    r"(?P<kind>(?:single[ -]agency |multi[ -]agency |national |local |[a-z]+ )?recommendation)s?"
    r"\s*(?:no\.? |number )?(?P<number>\d{1,3})\b(?!\.\d)[ .:)-]*",
)
_NUMBER = re.compile(r"(?P<prefix>[a-z]{0,4})[ .]?(?P<number>\d{1,3})[.:)]?")
_HEAD = re.compile(r"\b(?:no|number|ref|reference|rec|#)\b\.?")
_SHORTEST = 4  # words
_ALIKE, _SAME = 88, 99.5  # per cent of likeness between which two are one, worded twice


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One recommendation of a draft."""

    piece: Piece
    text: str
    """Its own words, in plain form, its number left out."""
    series: str
    """The list it belongs to: its table, or its heading with what stands before the number."""
    number: int | None
    automatic: bool
    """The number is Word's own, and cannot jump by itself."""

    def hit(self, note: str = "") -> Hit:
        """Where it stands."""
        return self.piece.hit(note=note)


def recommendations_of(look: Look, section: str) -> tuple[Recommendation, ...]:
    """The recommendations of a section, in order; found once."""
    key = ("recommendations", section)
    found: tuple[Recommendation, ...] = look.once(key, lambda: tuple(_all(reading(look), section)))
    return found


def _all(read: Reading, section: str) -> Iterator[Recommendation]:
    """Rows below the head of each table; where there is none, list items and the like."""
    indices = read.section(section).paragraphs
    pieces = [
        piece
        for piece in read.pieces(indices, whole=True)
        if piece.paragraph.heading is None and len(piece.text.split()) >= _SHORTEST
    ]
    rows = [p for p in pieces if p.paragraph.in_table is not None and p.paragraph.in_table[1] > 0]
    if rows:
        yield from (_of_row(read, piece) for piece in rows)
        return
    for piece in pieces:
        if is_item(piece.paragraph) or _NAMED.match(piece.text):
            yield _of_item(piece)


def _of_row(read: Reading, piece: Piece) -> Recommendation:
    table_at, row_at, _ = piece.paragraph.in_table or (0, 0, 0)
    table = read.document.tables[table_at]
    cells = table.rows[row_at].cells
    texts = [plain(read.document.cell_text(cell)) for cell in cells]
    number, prefix, own = None, "", max(texts, key=len)
    label = read.document.paragraphs[cells[0].paragraphs[0]].label if cells[0].paragraphs else ""
    first = (texts[0] or plain(label)).strip()
    match = _NUMBER.fullmatch(first) or _NAMED.match(first)
    if match is not None:
        number = int(match["number"])
        prefix = match.groupdict().get("prefix") or ""
    return Recommendation(piece, own, f"table {table_at} {prefix}", number, bool(label))


def _of_item(piece: Piece) -> Recommendation:
    path = piece.paragraph.place.heading_path
    match = _NAMED.match(piece.text)
    if match is not None:
        series = f"{match['kind']} {' / '.join(path[1:])}"
        return Recommendation(piece, piece.text[match.end() :], series, int(match["number"]), False)
    label = piece.paragraph.typed_label or piece.paragraph.label
    found = _NUMBER.fullmatch(plain(label).strip()) if label else None
    number = int(found["number"]) if found else None
    series = f"{' / '.join(path)} {found['prefix'] if found else ''}"
    own = piece.text.removeprefix(plain(piece.paragraph.typed_label)).lstrip()
    return Recommendation(piece, own, series, number, bool(piece.paragraph.label))


def numbered_series(found: Sequence[Recommendation]) -> dict[str, list[Recommendation]]:
    """Those with numbers, by the list that they belong to; a number 1 begins a new list."""
    series: dict[str, list[Recommendation]] = {}
    runs: dict[str, int] = {}
    for one in found:
        if one.number is None:
            continue
        if one.number == 1 and one.series in runs:
            runs[one.series] += 1
        runs.setdefault(one.series, 0)
        series.setdefault(f"{one.series}#{runs[one.series]}", []).append(one)
    return series


class ListSettings(Strict):
    """Which section."""

    section: str


@detector("recommendations-there", ListSettings, SETTLED)
def recommendations_there(look: Look, settings: ListSettings) -> Observation:
    """A section has recommendations of its own: rows of a table, list items, numbered lines."""
    found = recommendations_of(look, settings.section)
    if found:
        return Observation(YES, (found[0].hit(),))
    return Observation(NO, (), "no list or table of recommendations was found there")


@detector("recommendations-numbered", ListSettings, SETTLED)
def recommendations_numbered(look: Look, settings: ListSettings) -> Observation:
    """Recommendations are numbered without gaps and without doubles."""
    hits: list[Hit] = []
    notes: dict[str, None] = {}
    for series in numbered_series(recommendations_of(look, settings.section)).values():
        if len(series) < 2:
            continue
        previous = series[0]
        for one in series[1:]:
            step = (one.number or 0) - (previous.number or 0)
            if step != 1:
                what = "a number is used twice" if step <= 0 else "a number is left out"
                notes.setdefault(what)
                hits.append(one.hit(f"number {one.number} after number {previous.number}"))
            previous = one
    if hits:
        return Observation(NO, tuple(hits[:MOST]), "; ".join(notes))
    return Observation(YES)


class WordingSettings(Strict):
    """The section of the recommendations, and others in which they are said again."""

    section: str
    again_in: tuple[str, ...] = ()


@detector("recommendations-worded-once", WordingSettings, QUESTIONED)
def recommendations_worded_once(look: Look, settings: WordingSettings) -> Observation:
    """No recommendation is worded in two ways within the report."""
    read = reading(look)
    own = list(recommendations_of(look, settings.section))
    apart = {one.piece.paragraph.index for one in own}
    for key in settings.again_in:
        if key in {one.section.key for one in read.layout}:
            own += [
                one
                for one in recommendations_of(look, key)
                if one.piece.paragraph.index not in apart
            ]
    hits: list[Hit] = []
    for at, one in enumerate(own):
        for other in own[at + 1 :]:
            alike = fuzz.ratio(one.text, other.text, score_cutoff=_ALIKE)
            if _ALIKE <= alike < _SAME and _only_words_differ(one.text, other.text):
                hits += [one.hit("worded so here"), other.hit("worded otherwise here")]
    if hits:
        return Observation(
            OPEN, tuple(dict.fromkeys(hits))[:MOST], "two recommendations are almost the same"
        )
    return Observation(YES)


def _only_words_differ(one: str, other: str) -> bool:
    """Whether no name of another body is what makes the difference: each agency has its own."""
    return one.split()[:3] == other.split()[:3]
