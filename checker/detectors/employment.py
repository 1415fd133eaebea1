"""Did the chair or author work for a local agency, and how long ago did that end?

The guidance lays down no number of years; it asks that the gap be stated.  So what is
looked for is employment in the area, or with an agency that takes part in this review, and
beside it an end that can be dated.  What the case record knows of it must be in the draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pydantic import Field

from ...schemas.case import CaseRecord
from ...schemas.common import Answer, Strict
from ...schemas.dates import PartialDate
from ...schemas.review import Employment
from .base import Look, Observation, detector
from .clauses import clauses_of
from .happenings import happenings_of, recorded
from .mentions import where_to_look
from .panel_members import members_of
from .reading import Piece, Reading, reading
from .terms import all_of, find
from .words_of_bodies import body_words
from .written_dates import known, written_dates

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
_PARTNERSHIP = re.compile(
    r"((?:[A-Z][\w'’&-]*[ ]+){1,4})(?:Community[ ]+)?(?:Safety[ ]+)?Partnership"
    r"|Safer[ ]+((?:[A-Z][\w'’&-]*[ ]*){1,3})"
)
_REACH = "..."  # up to six words between the work and the body
_REVIEWS = ("chaired", "reviews for", "has chaired", "commissioned by")
"""Chairing a review for a partnership is no employment by it."""


class EmploymentSettings(Strict):
    """Words of past employment, of its end, of a time, and of a denial."""

    section: str
    worked: list[str] = Field(min_length=1)
    ended: list[str] = Field(min_length=1)
    when: list[str] = Field(min_length=1)
    never: list[str] = Field(min_length=1)
    panel: str = "panel"
    contributors: str = "contributors"
    """Sections that list the agencies of this review."""


@detector("local-employment-dated", EmploymentSettings)
def local_employment_dated(look: Look, settings: EmploymentSettings) -> Observation:
    """Past employment in the area is either ruled out, or its end is dated."""
    read = reading(look)
    where = where_to_look(read, settings.section)
    pieces = list(read.pieces(where.here if where.headed else (*where.here, *where.likely)))
    met = YES if where.headed else OPEN  # elsewhere it may be said of somebody else
    area = _area_words(look, settings)
    local = [p for p in pieces if _is_local(p, settings, area)]
    if local:
        undated = [p for p in local if not _dated(p, pieces, settings)]
        if undated:
            sure = any(_close_by(p, settings, area) for p in undated)
            # A year beside it, of what may be another post, is for a person to place.
            sure = sure and not all(_dated(p, pieces, settings, other=True) for p in undated)
            note = "employment in the area, and no date or length of time since it ended"
            return Observation(NO if sure else OPEN, tuple(p.hit() for p in undated[:2]), note)
        return Observation(met, tuple(p.hit() for p in local[:2]), _gap(look, local, pieces))
    if (posts := _recorded_posts(look.record)) and pieces:
        note = "the case record has employment in the area, and the draft says nothing of it"
        return Observation(NO if where.headed else OPEN, (), f"{note}{_ended(look, posts)}")
    if denied := [p for p in pieces if find(settings.never, p.text)]:
        return Observation(met, tuple(p.hit() for p in denied[:1]))
    if left := [p for p in pieces if find(settings.worked, p.text)]:
        hits = tuple(p.hit() for p in left[:2])
        return Observation(OPEN, hits, "earlier employment, and nothing says whether it was local")
    return Observation(OPEN, (), "nothing is said of any earlier employment in the area")


def _is_local(piece: Piece, settings: EmploymentSettings, area: frozenset[str]) -> bool:
    """Work, and a body or place of the area, before anything that denies such a thing."""
    text = _undenied(piece.text, settings)
    if find(settings.worked, text) is None:
        return False
    if find(("in the area", "local agency"), text):
        return True
    if not area or find(sorted(area), text) is None:
        return False
    return _close_by(piece, settings, area) or not find(_REVIEWS, text)


def _undenied(text: str, settings: EmploymentSettings) -> str:
    """The clauses of a sentence before the first that denies.

    "She used to work for the council, and has no connection with it": she did work there.
    What follows a denial may share it: "never worked for the council, or served with the force".
    """
    if find(settings.never, text) is None:
        return text
    kept: list[str] = []
    for clause in clauses_of(text, 0, len(text)):
        if find(settings.never, clause.text):
            break
        kept.append(clause.text)
    return " ".join(kept)


def _close_by(piece: Piece, settings: EmploymentSettings, area: frozenset[str]) -> bool:
    """Whether the body is named so close to the work that it must be the employer."""
    near = tuple(f"{word} {_REACH} {name}" for word in settings.worked for name in sorted(area))
    return find(near, _undenied(piece.text, settings)) is not None


def _dated(
    piece: Piece, pieces: Iterable[Piece], settings: EmploymentSettings, *, other: bool = False
) -> bool:
    """Whether the sentence, or another of its paragraph, says when the employment ended.

    A sentence that tells of work of its own dates that work; it counts with ``other`` alone.
    """
    paragraph = piece.paragraph.index
    work = [word for word in settings.worked if word not in settings.ended]
    return any(
        p.paragraph.index == paragraph
        and all_of((settings.ended, settings.when), p.text)
        and (other or p is piece or not find(work, p.text))
        for p in pieces
    )


# --- the area and its agencies -------------------------------------------------------------
def _area_words(look: Look, settings: EmploymentSettings) -> frozenset[str]:
    """The words by which the area and the agencies of this review are known."""
    read, generic = reading(look), body_words()
    names = [*_partnerships(read), *_agencies(look, read, settings), *_recorded_names(look.record)]
    found = {word.strip("'’&.,()").lower() for name in names for word in name.split()}
    return frozenset(word for word in found if len(word) > 2 and word not in generic)


def _partnerships(read: Reading) -> Iterator[str]:
    for paragraph in read.document.main_text():
        if "Partnership" in paragraph.text or "Safer " in paragraph.text:
            for match in _PARTNERSHIP.finditer(paragraph.text):
                yield match.group(1) or match.group(2) or ""


def _agencies(look: Look, read: Reading, settings: EmploymentSettings) -> Iterator[str]:
    """What the panel's list and the contributors' call the agencies; people's names left out."""
    yield from (member.agency for member in members_of(look, settings.panel))
    yield from (member.agency for member in members_of(look, settings.contributors))
    for piece in read.pieces(read.section(settings.contributors).paragraphs, whole=True):
        if piece.start >= 0 and piece.paragraph.bullet and len(piece.text) < 80:
            yield piece.text.split("(")[0]


def _recorded_names(record: CaseRecord | None) -> Iterator[str]:
    if record is not None:
        yield from (name for body in record.csps if (name := body.name))
        yield from (post.employer for post in _recorded_posts(record) if post.employer)


# --- what the case record knows --------------------------------------------------------------
def _recorded_posts(record: CaseRecord | None) -> list[Employment]:
    """Posts of chair and author with an agency of the case, or in an area of the deceased's."""
    review = record.review if record else None
    if record is None or review is None:
        return []
    places = [*record.deceased.residences, record.deceased.death_place]
    areas = {place.area.lower() for place in places if place is not None and place.area}
    return [
        post
        for person in (review.chair, review.author)
        if person is not None
        for post in person.employment
        if post.agency_involved or (post.area is not None and post.area.lower() in areas)
    ]


def _ended(look: Look, posts: Iterable[Employment]) -> str:
    ends = [post.to for post in posts if post.to is not None]
    return _before_review(look, max(ends, key=lambda day: day.latest())) if ends else ""


def _gap(look: Look, local: Iterable[Piece], pieces: Iterable[Piece]) -> str:
    """How long before the review the last year that the text gives for it lies."""
    indices = {p.paragraph.index for p in local}
    texts = [p.text for p in pieces if p.paragraph.index in indices]
    years = [day for text in texts for day in known(written_dates(text, years=True))]
    return (
        _before_review(look, max(years, key=lambda day: day.latest())).lstrip("; ") if years else ""
    )


def _before_review(look: Look, end: PartialDate) -> str:
    begun = recorded(look.record)
    for one in happenings_of(look):
        begun.setdefault(one.about, one.value)
    start = begun.get("began") or begun.get("decision")
    if start is None or start.year < end.year:
        return ""
    years = start.year - end.year
    said = f"about {years} year{'' if years == 1 else 's'}" if years else "in the same year"
    return f"; it ended {said} before the review began" if years else f"; it ended {said}"
