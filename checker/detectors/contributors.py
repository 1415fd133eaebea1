"""Is it said of each contributor what it gave: a management review, a report, information?"""

from __future__ import annotations

from pydantic import Field

from ...schemas.common import Answer, Strict
from ..document.content import Paragraph
from .base import Hit, Look, Observation, detector
from .panel_members import members_of
from .reading import Reading, reading
from .terms import find

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
_SHOWN = 3


class EachSettings(Strict):
    """The section, and the words for what can be given."""

    section: str
    nature: list[str] = Field(min_length=1)


@detector("each-contributor-says", EachSettings)
def each_contributor_says(look: Look, settings: EachSettings) -> Observation:
    """Each row or item of the list of contributors, or the line above it, says what was given."""
    read = reading(look)
    found = members_of(look, settings.section)
    if not found:
        return Observation(NO, (), "neither a table nor a list of contributors was found")
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
