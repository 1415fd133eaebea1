"""Recommendations and terms of reference in one document against those in another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import field_validator

from ...schemas.common import Answer, Strict
from ...schemas.documents import ANY_NUMBER, DocumentKind
from ..document.content import Paragraph
from ..wording import listed
from .alike import SAME, contained, paired
from .base import QUESTIONED, SETTLED, Hit, Look, Observation, detector
from .between import MOST, there
from .excerpts import window
from .plan_reading import plan_of
from .plan_table import PlanRow, hit_of
from .reading import has_section, reading
from .recommendation_list import Recommendation, recommendations_of
from .tables import is_item
from .terms import find, plain

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
RECOMMENDATIONS, CONCLUSIONS, TERMS = "recommendations", "conclusions", "terms-of-reference"
_SHORTEST = 4  # words
_FEWEST = 2  # lines that make a list
_TITLED = ("terms of reference", "line* of enquiry", "question*", "issue*", "scope", "specific *")
_LABEL = re.compile(
    r"^\s*(?:(?:recommendation|rec|term of reference)\b\.?\s*(?:no\.?\s*)?[a-z]?\d{0,3}"
    r"|\(?[a-z]?\d{1,3}(?:\.\d{1,2})?(?=[.):\s])|\(?[a-z][.)])[.):\s-]*"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list: its words, its number where it has one, and its place."""

    text: str
    number: int | None
    hit: Hit


class ListSettings(Strict):
    """Which list, and in which other document."""

    what: Literal["recommendations", "terms-of-reference"]
    document: DocumentKind

    @field_validator("document")
    @classmethod
    def _one_of_its_kind(cls, document: DocumentKind) -> DocumentKind:
        if document in ANY_NUMBER:
            raise ValueError("a review may have several of this kind")
        return document


def lines_of(look: Look, what: str) -> tuple[Line, ...]:
    """The lines of a list in a document, in order; found once."""
    found: tuple[Line, ...] = look.once(("lines", what), lambda: tuple(_lines(look, what)))
    return found


def _lines(look: Look, what: str) -> Sequence[Line]:
    if what == RECOMMENDATIONS:
        if look.kind is DocumentKind.PLAN:
            return plan_lines(look)
        return recommendation_lines(look)
    return _terms(look)


def recommendation_lines(look: Look) -> list[Line]:
    """The recommendations under the document's own heading for them.

    The summary of 2011 has one heading for conclusions and recommendations: there, those that
    are called so, or stand below a heading that says so.
    """
    if has_section(look, RECOMMENDATIONS):
        found = recommendations_of(look, RECOMMENDATIONS)
    elif has_section(look, CONCLUSIONS):
        found = tuple(one for one in recommendations_of(look, CONCLUSIONS) if _is_one(one))
    else:
        return []
    return [Line(one.text, one.number, one.hit()) for one in found]


def _is_one(one: Recommendation) -> bool:
    path = one.piece.paragraph.place.heading_path
    titled = any("recommend" in title.lower() for title in path[-1:])
    return titled or "recommendation" in one.series


def plan_lines(look: Look) -> list[Line]:
    """The recommendations that the rows of a plan carry out, each once."""
    found: dict[str, Line] = {}
    for row in plan_of(look).rows:
        cell = row.cell("recommendation")
        if cell is None or cell.blank:
            continue
        text = unlabelled(cell.text)
        if len(text.split()) >= _SHORTEST:
            found.setdefault(text, Line(text, number_of(row), hit_of(look, row, "recommendation")))
    return list(found.values())


def unlabelled(text: str) -> str:
    """A line without its number or label, on one line."""
    return _LABEL.sub("", " ".join(text.split()))


def number_of(row: PlanRow) -> int | None:
    """The number of the recommendation that a row carries out."""
    return int(row.number) if row.number.isdigit() else None


def _terms(look: Look) -> list[Line]:
    paragraphs = look.document.paragraphs
    if look.kind is DocumentKind.TERMS:
        items = [p for p in look.document.main_text() if _is_line(p)]
        under = [
            p for p in items if any(find(_TITLED, plain(t)) for t in p.place.heading_path[-1:])
        ]
        chosen = under if len(under) >= _FEWEST else items
    elif has_section(look, TERMS):
        inside = reading(look).section(TERMS).paragraphs
        chosen = [paragraphs[i] for i in inside if _is_line(paragraphs[i])]
    else:
        chosen = []
    return [
        Line(unlabelled(plain(p.text)), None, Hit(p.place, window(p.text, -1, -1))) for p in chosen
    ]


def _is_line(paragraph: Paragraph) -> bool:
    listed = is_item(paragraph) or bool(paragraph.typed_label)
    return listed and paragraph.heading is None and len(paragraph.text.split()) >= _SHORTEST


@detector("list-beside", ListSettings, SETTLED)
def list_beside(look: Look, settings: ListSettings) -> Observation:
    """The draft and a certain other document of the review both have a list of a kind."""
    other = look.beside(settings.document)
    if other is None:
        return Observation(NO, (), f"{settings.document.with_article} was not given with the draft")
    both = all(len(lines_of(one, settings.what)) >= _FEWEST for one in (look, other))
    note = "in one of the two no such list was recognised"
    return Observation(YES) if both else Observation(NO, (), note)


@detector("lists-agree-beside", ListSettings, QUESTIONED)
def lists_agree_beside(look: Look, settings: ListSettings) -> Observation:
    """A list has the same lines, in the same words and numbers, in the draft and beside it."""
    other = look.beside(settings.document)
    if other is None:
        return Observation(YES)
    mine, theirs = lines_of(look, settings.what), lines_of(other, settings.what)
    made = paired([one.text for one in mine], [one.text for one in theirs])
    named = other.kind.named
    notes: dict[str, None] = {}
    # Of terms of reference a summary may give a short form: one question, with a place each side.
    few = 1 if settings.what == TERMS else None
    note = f"not found in the {named}{_others(made.only_first, few)}"
    hits = [noted(mine[n].hit, note) for n in made.only_first[:few]]
    note = f"in the {named}, and not found here{_others(made.only_second, few)}"
    hits += [there(other, theirs[m].hit, note) for m in made.only_second[:few]]
    if made.only_first:
        notes.setdefault(_only(made.only_first, mine, f"stand only here, and not in the {named}"))
    if made.only_second:
        notes.setdefault(
            _only(made.only_second, theirs, f"stand only in the {named}, and not here")
        )
    for n, m, score in made.pairs:
        one, two = mine[n], theirs[m]
        # "To establish what contact ..." and "what contact ..." ask the same.
        asked = settings.what == TERMS and contained(one.text, two.text)
        if score < SAME and not asked:
            hits += [
                noted(one.hit, "worded so here"),
                there(other, two.hit, "worded otherwise there"),
            ]
            notes.setdefault(f"some lines are worded otherwise in the {named}")
        elif one.number is not None and two.number is not None and one.number != two.number:
            hits += [
                noted(one.hit, f"number {one.number} here"),
                there(other, two.hit, f"number {two.number} there"),
            ]
            notes.setdefault(f"some have another number in the {named}")
    if not hits:
        return Observation(YES, (), f"{len(made.pairs)} lines compared with the {named}")
    return Observation(OPEN, tuple(hits[: 2 * MOST]), "; ".join(notes))


def _others(lines: Sequence[int], few: int | None) -> str:
    """How many lines more there are than are shown."""
    more = 0 if few is None else len(lines) - few
    return f", nor {more} more" if more > 0 else ""


def _only(lines: Sequence[int], every: Sequence[Line], where: str) -> str:
    """How many lines of a list stand in one document only."""
    if len(lines) == 1:
        return f"one of {len(every)} lines seems to {where}"
    return f"{len(lines)} of {len(every)} lines seem to {where}"


def noted(hit: Hit, note: str) -> Hit:
    """A place with a remark; one that it has is kept before it."""
    remark = f"{hit.note}: {note}" if hit.note else note
    return Hit(hit.place, hit.excerpt, hit.start, hit.end, remark, hit.within)


class CarriedSettings(Strict):
    """Where an agency's own recommendations may be carried over to."""

    into: tuple[DocumentKind, ...] = (DocumentKind.OVERVIEW, DocumentKind.PLAN)


@detector("own-recommendations-carried", CarriedSettings, QUESTIONED)
def own_recommendations_carried(look: Look, settings: CarriedSettings) -> Observation:
    """What each management review recommends stands in the report or in the plan.

    The report on one such review asks for its own; that on a report or a plan for those of all.
    """
    where = [one for one in (look, *look.others) if one.kind in settings.into]
    known = [line.text for one in where for line in (*recommendation_lines(one), *plan_lines(one))]
    texts = list(dict.fromkeys(known))
    note = f"not found in the {' or the '.join(one.kind.named for one in where)}"
    reviews = _reviews(look)
    hits: list[Hit] = []
    missing: list[str] = []
    bare: list[str] = []
    for review in reviews:
        own = recommendation_lines(review)
        lost = paired([one.text for one in own], texts).only_first
        some = (own[n].hit for n in lost[:MOST])
        hits += [noted(h, note) if review is look else there(review, h, note) for h in some]
        called = "this management review" if review is look else review.which.definite
        missing += [called] if lost else []
        bare += [] if own else [called]
    unread = f"in {listed(bare)} no recommendations were recognised" if bare else ""
    if not missing:
        count = sum(len(recommendation_lines(one)) for one in reviews)
        of = f"{len(reviews)} management reviews" if len(reviews) > 1 else "the management review"
        told = f"{count} recommendations of {of}"
        return Observation(YES, (), "; ".join(filter(None, (told, unread))))
    told = f"recommendations of {listed(missing)} {note}"
    return Observation(OPEN, tuple(hits), "; ".join(filter(None, (told, unread))))


def _reviews(look: Look) -> tuple[Look, ...]:
    """The management reviews whose recommendations are looked for; for one of them, its own."""
    kind = DocumentKind.MANAGEMENT_REVIEW
    return (look,) if look.kind is kind else look.each_beside(kind)


@detector("own-recommendations-beside", CarriedSettings, SETTLED)
def own_recommendations_beside(look: Look, settings: CarriedSettings) -> Observation:
    """A management review with recommendations, and a document that they may be carried to."""
    every = (look, *look.others)
    into = any(
        one.kind in settings.into and (recommendation_lines(one) or plan_lines(one))
        for one in every
    )
    if into and any(recommendation_lines(review) for review in _reviews(look)):
        return Observation(YES)
    return Observation(NO, (), "no management review with recommendations was given with a report")
