"""Is there anything to compare?  A check of agreement does not apply to what is said once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, cast

from ...schemas.common import Answer, Strict
from .acronyms import acronyms_of
from .ages import ages_of, bounded_ages
from .announced import Thing, announced, announced_lists
from .base import SETTLED, Look, Observation, detector
from .court_outcome import terms_of, verdicts_of
from .cross_references import references_to
from .happenings import happenings_of
from .names_consistent import agencies_of_tables, printed_names
from .persons import persons_of
from .recommendation_list import recommendations_of

Topic = (
    Literal["ages", "bounded-ages", "terms", "verdicts", "happenings", "pseudonyms"]
    | Literal["printed-names", "agency-names", "references", "acronyms", "lists"]
    | Literal["meetings", "members", "agencies", "management-reviews", "recommendations"]
    | Literal["recommendation-list"]
)


class StatedSettings(Strict):
    """What is stated, and how often it has to be."""

    what: Topic
    of: tuple[str, ...] = ()
    """Which of them: events, kinds of reference, heads of a column, the key of a section."""
    at_least: int = 1


@detector("stated", StatedSettings, SETTLED)
def stated(look: Look, settings: StatedSettings) -> Observation:
    """The draft states something plainly, and often enough for it to be compared."""
    count = _COUNTS.get(settings.what)
    number = count(look, settings) if count else _announced(look, settings)
    if number >= settings.at_least:
        return Observation(Answer.YES)
    return Observation(Answer.NO, (), "the draft says nothing of this that could be compared")


def _announced(look: Look, settings: StatedSettings) -> int:
    return len(announced(look, cast("Thing", settings.what)))


def _happenings(look: Look, settings: StatedSettings) -> int:
    return sum(1 for one in happenings_of(look) if not settings.of or one.about in settings.of)


def _references(look: Look, settings: StatedSettings) -> int:
    return sum(len(references_to(look, kind)) for kind in settings.of)


def _listed(look: Look, settings: StatedSettings) -> int:
    return sum(len(recommendations_of(look, key)) for key in settings.of)


_COUNTS: dict[str, Callable[[Look, StatedSettings], int]] = {
    "ages": lambda look, _: len(ages_of(look)),
    "bounded-ages": lambda look, _: len(bounded_ages(look)),
    "terms": lambda look, _: len(terms_of(look)),
    "verdicts": lambda look, _: len(verdicts_of(look)),
    "happenings": _happenings,
    "pseudonyms": lambda look, _: len(persons_of(look).rows),
    "printed-names": lambda look, _: len(printed_names(look)),
    "agency-names": lambda look, settings: len(agencies_of_tables(look, settings.of)),
    "references": _references,
    "acronyms": lambda look, _: len(acronyms_of(look).used),
    "lists": lambda look, _: len(announced_lists(look)),
    "recommendation-list": _listed,
}
