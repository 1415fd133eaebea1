"""Is it said of each contributor what it gave: a management review, a report, information?"""

from __future__ import annotations

from pydantic import Field

from ...schemas.common import Answer, Strict
from ..document.content import Paragraph
from .base import Hit, Look, Observation, detector
from .panel_members import Member, members_of
from .reading import Reading, reading
from .saying import stands
from .terms import all_of, find, plain

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
_SHOWN = 3
_NATURE = ("nature", "contribution", "contributed", "provided", "submitted", "type", "gave", "IMR")


class EachSettings(Strict):
    """The section, and the words for what can be given."""

    section: str
    nature: list[str] = Field(min_length=1)
    agencies: list[str] = Field(min_length=1)
    """Words for agencies, for a section that tells it in sentences."""


@detector("each-contributor-says", EachSettings)
def each_contributor_says(look: Look, settings: EachSettings) -> Observation:
    """Each row or item of the list of contributors, or the line above it, says what was given."""
    read = reading(look)
    found = _contributors(look, read, settings)
    if not found:
        return _in_sentences(read, settings)
    silent: list[Hit] = []
    for one in found:
        said = find(settings.nature, one.piece.text) or _in_lead(
            read, one.piece.paragraph, settings.nature
        )
        if not said:
            silent.append(one.hit())
    if silent:
        note = f"{len(silent)} of {len(found)} say nothing of what was given"
        return Observation(OPEN, tuple(silent[:_SHOWN]), note)
    return Observation(YES, (found[0].hit(),), f"{len(found)} contributors")


def _contributors(look: Look, read: Reading, settings: EachSettings) -> list[Member]:
    """The rows or items of the list; of several tables, not those that list people."""
    members = list(members_of(look, settings.section))
    tables = {m.piece.paragraph.in_table[0] for m in members if m.piece.paragraph.in_table}
    heads = {n: [plain(title) for title in read.document.tables[n].header] for n in tables}
    telling = {n for n, head in heads.items() if any(find(_NATURE, title) for title in head)}
    kept = telling or {n for n, head in heads.items() if not any(map(_of_people, head))}
    return [
        m
        for m in members
        if m.piece.paragraph.in_table is None or m.piece.paragraph.in_table[0] in kept
    ]


def _of_people(title: str) -> bool:
    return find(("name", "names", "member", "members", "panel member"), title) is not None


def _in_sentences(read: Reading, settings: EachSettings) -> Observation:
    """No list, but sentences that name agencies and more than one kind of contribution."""
    groups = (settings.nature, settings.agencies)
    told = [
        p
        for p in read.pieces(read.section(settings.section).paragraphs)
        if p.start >= 0
        and all_of(groups, p.text) is not None
        and stands(p.text, groups, "done", lambda p=p: read.marks(p)) is None
    ]
    if len(told) > 1:
        return Observation(YES, tuple(p.hit() for p in told[:_SHOWN]), "told in sentences")
    return Observation(NO, (), "neither a table nor a list of contributors was found")


def _in_lead(read: Reading, item: Paragraph, nature: list[str]) -> bool:
    """Whether the line that leads to a list says it for all: "IMRs were received from:"."""
    if item.in_table is not None:
        return False
    for index in range(item.index - 1, -1, -1):
        before = read.document.paragraphs[index]
        if before.bullet or before.list_level is not None or not before.text.strip():
            continue  # another item of the same list
        return before.heading is None and find(nature, read.plain(index)) is not None
    return False
