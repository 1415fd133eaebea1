"""Did the chair or author work for a local agency, and how long ago did that end?

The guidance lays down no number of years; it asks that the gap be stated.  So what is
looked for is employment in the area, and beside it an end that can be dated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pydantic import Field

from ...schemas.common import Answer, Strict
from .base import Look, Observation, detector
from .mentions import where_to_look
from .reading import Reading, reading
from .terms import all_of, find, pattern

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
_PARTNERSHIP = re.compile(r"((?:[A-Z][\w'’&-]*[ ]+){1,4})Community[ ]+Safety[ ]+Partnership")
_LITTLE = frozenset({"The", "Safer", "A", "Of", "And", "North", "South", "East", "West", "Mid"})


class EmploymentSettings(Strict):
    """Words of past employment, of its end, of a time, and of a denial."""

    section: str
    worked: list[str] = Field(min_length=1)
    ended: list[str] = Field(min_length=1)
    when: list[str] = Field(min_length=1)
    never: list[str] = Field(min_length=1)


@detector("local-employment-dated", EmploymentSettings)
def local_employment_dated(look: Look, settings: EmploymentSettings) -> Observation:
    """Past employment in the area is either ruled out, or its end is dated."""
    read = reading(look)
    where = where_to_look(read, settings.section)
    pieces = list(read.pieces(where.here if where.headed else (*where.here, *where.likely)))
    met = YES if where.headed else OPEN  # elsewhere it may be said of somebody else
    area = _area_words(read)
    local = [
        p
        for p in pieces
        if find(settings.worked, p.text)
        and _names_any(area, p.text)
        and not find(settings.never, p.text)
    ]
    dated = [p for p in pieces if all_of((settings.ended, settings.when), p.text)]
    if local:
        hits = tuple(p.hit() for p in local[:2])
        if dated:
            return Observation(met, tuple(p.hit() for p in dated[:2]))
        return Observation(
            NO, hits, "employment in the area, and no date or length of time since it ended"
        )
    denied = [p for p in pieces if find(settings.never, p.text)]
    if denied:
        return Observation(met, tuple(p.hit() for p in denied[:1]))
    return Observation(OPEN, (), "nothing is said of any earlier employment in the area")


def _area_words(read: Reading) -> frozenset[str]:
    """The words by which the partnership's area is known, from the partnership's own name."""
    texts = (p.text for p in read.document.main_text() if "Partnership" in p.text)
    found: set[str] = set()
    for text in texts:
        for match in _PARTNERSHIP.finditer(text):
            words = (word.strip("'’&") for word in match.group(1).split())
            found.update(word.lower() for word in words if word not in _LITTLE and len(word) > 2)
    return frozenset(found)


def _names_any(words: Iterable[str], text: str) -> bool:
    return (
        bool(words)
        and pattern((*sorted(words), "in the area", "local agency")).search(text) is not None
    )
