"""Who sits on the review panel: its table or list, row by row.

Words in the text about the panel are no members: a service that was invited and could not
come is named there as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import Field

from ...schemas.common import Answer, Strict
from ..document.content import Table
from .base import ANY_ANSWER, Answers, Hit, Look, Observation, detector
from .corpus import Corpus, corpus_of
from .phrase_patterns import PhraseFinder, phrases_of
from .reading import Piece, Reading, reading
from .saying import stands
from .tables import is_item
from .terms import all_of, find, plain

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
_SHOWN = 3
_LONGEST_LINE = 200  # characters: a longer list item is prose
_FEWEST = 2  # rows or items that make a list of members
_HEADS = ("name", "names", "member", "members", "panel member", "role", "job title", "title")
_AGENCY = ("agency", "agencies", "organisation", "organisations", "service", "body", "employer")
_AGENCY_HEADS = (*_AGENCY, "representing", "company", "partner")


@dataclass(frozen=True, slots=True)
class Member:
    """One row or item of the list, and the cell that names the agency if there is one."""

    piece: Piece
    agency: str
    """In plain form; empty in a list, where the parts of a line cannot be told apart."""

    def hit(self) -> Hit:
        """Where it stands."""
        return self.piece.hit()


def members_of(look: Look, section: str) -> tuple[Member, ...]:
    """The members as the section's tables or, without one, its list items give them."""
    found: tuple[Member, ...] = look.once(
        ("members", section), lambda: tuple(_members(reading(look), section))
    )
    return found


def _members(read: Reading, section: str) -> list[Member]:
    indices = read.section(section).paragraphs
    tables = [table for table in read.tables_in(indices) if _lists_people(table)]
    rows = [one for table in tables for one in _rows(read, table)]
    if rows:
        return rows
    items = [
        Member(piece, "")
        for piece in read.pieces(indices, whole=True)
        if piece.start >= 0 and is_item(piece.paragraph) and len(piece.text) <= _LONGEST_LINE
    ]
    return items if len(items) >= _FEWEST else []


def _lists_people(table: Table) -> bool:
    head = [plain(title) for title in table.header]
    return any(find((*_HEADS, *_AGENCY_HEADS), title) for title in head)


def _rows(read: Reading, table: Table) -> list[Member]:
    heads = [bool(find(_AGENCY_HEADS, plain(title))) for title in table.header]
    column = heads.index(True) if True in heads else -1
    found: list[Member] = []
    for row in table.rows[1:]:
        first = next((i for cell in row.cells for i in cell.paragraphs), None)
        if row.deleted or first is None or len(row.cells) < 2:
            continue
        texts = [plain(read.document.cell_text(cell)).strip() for cell in row.cells]
        paragraph = read.document.paragraphs[first]
        piece = Piece(paragraph, " | ".join(text for text in texts if text), -1)
        if piece.text:
            found.append(Member(piece, texts[column] if 0 <= column < len(texts) else ""))
    return found


class SpecialistSettings(Strict):
    """What makes a service the one that is looked for, and whose members are of another."""

    section: str
    words: list[str] = Field(min_length=1)
    others: list[str] = Field(min_length=1)
    """Bodies whose own officer for the matter is no such service."""
    absent: tuple[str, ...] = ()
    """Words by which a row says that nobody came."""
    sat: tuple[str, ...] = ("sat on", "represented on", "member of", "members of", "joined")
    """Words by which a sentence says that the service was on the panel."""


def _panel_gives(_: SpecialistSettings) -> Answers:
    return ANY_ANSWER


@detector("panel-has-service", SpecialistSettings, _panel_gives)
def panel_has_service(look: Look, settings: SpecialistSettings) -> Observation:
    """A service of a certain kind has a member of its own on the panel."""
    read = reading(look)
    members = members_of(look, settings.section)
    named = [one for one in members if find(settings.words, one.piece.text)]
    there = [one for one in named if not find(settings.absent, one.piece.text)]
    sure = [one for one in there if _its_own(one, settings)]
    if sure:
        return Observation(YES, tuple(one.hit() for one in sure[:_SHOWN]))
    if there:
        hits = tuple(one.hit() for one in there[:_SHOWN])
        return Observation(OPEN, hits, "a member for the matter, who seems to be another body's")
    if named:
        hits = tuple(one.hit() for one in named[:_SHOWN])
        return Observation(OPEN, hits, "the service is listed, and seems not to have taken part")
    told = [p for p in _prose(read, settings.section) if find(settings.words, p.text)]
    hits = tuple(p.hit() for p in told[:_SHOWN])
    if sat := [p for p in told if _sat(read, p, settings)]:
        return Observation(YES, tuple(p.hit() for p in sat[:_SHOWN]))
    if members:
        said = "; the text speaks of one" if told else ""
        return Observation(OPEN if told else NO, hits, f"no member in the list is of one{said}")
    if told:
        return Observation(OPEN, hits, "no list of members, though the text speaks of one")
    return Observation(NO, (), "neither a member nor a word of one was found")


def _its_own(member: Member, settings: SpecialistSettings) -> bool:
    if member.agency:
        return bool(find(settings.words, member.agency)) and not find(
            settings.others, member.agency
        )
    return find(settings.others, member.piece.text) is None


def _sat(read: Reading, piece: Piece, settings: SpecialistSettings) -> bool:
    """Whether a sentence says that the service sat on the panel, and does not deny it."""
    groups = (settings.words, settings.sat)
    if all_of(groups, piece.text) is None or find(settings.absent, piece.text):
        return False
    return stands(piece.text, groups, "done", lambda: read.marks(piece)) is None


def _prose(read: Reading, section: str) -> list[Piece]:
    indices = read.section(section).paragraphs
    return [piece for piece in read.pieces(indices) if piece.start >= 0]


class BodiesSettings(Strict):
    """The bodies that are expected, and those that the story calls for."""

    section: str
    bodies: dict[str, list[str]] = Field(min_length=1)
    if_told: dict[str, list[str]] = Field(default_factory=dict[str, list[str]])
    """Body -> phrases; the body is expected only if the story has enough of them."""
    story: list[str]
    at_least: int = 3


@detector("panel-has-bodies", BodiesSettings)
def panel_has_bodies(look: Look, settings: BodiesSettings) -> Observation:
    """Each body that is expected on the panel, by the case, has a member there."""
    members = members_of(look, settings.section)
    if not members:
        return Observation(OPEN, (), "the members of the panel could not be told apart")
    wanted = {
        body: words
        for body, words in settings.bodies.items()
        if body not in settings.if_told or _told(look, settings, settings.if_told[body])
    }
    missing = [
        body
        for body, words in wanted.items()
        if not any(find(words, m.piece.text) for m in members)
    ]
    if missing:
        return Observation(NO, (), f"no member was recognised for: {', '.join(missing)}")
    return Observation(YES, (), f"{len(members)} members")


def _told(look: Look, settings: BodiesSettings, signs: Sequence[str]) -> bool:
    """Whether the story has enough places with the phrases."""
    corpus, read = corpus_of(look), reading(look)
    story: frozenset[int] = read.once(
        ("story", tuple(settings.story)), lambda: frozenset(read.layout.text_of(settings.story))
    )
    finder: PhraseFinder = look.once("phrase-finder", lambda: PhraseFinder(corpus))
    count = 0
    for _, first, _ in finder.find(phrases_of(tuple(signs))):
        count += _in(corpus, first, story)
        if count >= settings.at_least:
            return True
    return False


def _in(corpus: Corpus, word: int, story: frozenset[int]) -> bool:
    paragraph = corpus.passage_at(corpus.starts[word]).paragraph
    return paragraph is not None and paragraph.index in story
