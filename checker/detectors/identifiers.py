"""The detector of postcodes, telephone numbers and other numbers that lead to a person."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from ...schemas.common import Strict
from .base import ANY_ANSWER, SETTLED, SUSPECTED, Answers, Look, Observation, detector
from .corpus import corpus_of
from .finds import Find, observation, without_overlaps
from .identifier_patterns import PATTERNS
from .regions import Region, in_regions


class Kind(str, Enum):
    """What a number or address is of."""

    POSTCODE = "postcode"
    TELEPHONE = "telephone"
    E_MAIL = "e-mail"
    NHS_NUMBER = "nhs-number"
    NI_NUMBER = "ni-number"
    VEHICLE = "vehicle"
    REFERENCE = "reference"
    STREET_ADDRESS = "street-address"


class Settings(Strict):
    """Which kinds to look for, and where."""

    kinds: tuple[Kind, ...]
    where: tuple[Region, ...] = (Region.EVERYWHERE,)


_ALWAYS_SURE = {Kind.NI_NUMBER}
_NEVER_SURE = {Kind.VEHICLE, Kind.REFERENCE, Kind.STREET_ADDRESS}


def _gives(settings: Settings) -> Answers:
    if set(settings.kinds) <= _NEVER_SURE:
        return SUSPECTED
    return SETTLED if set(settings.kinds) <= _ALWAYS_SURE else ANY_ANSWER


@detector("identifiers", Settings, _gives)
def identifiers(look: Look, settings: Settings) -> Observation:
    """Numbers and addresses that lead to a person.

    YES for what can be nothing else, OPEN for what may be an office's or a reference.
    """
    corpus = corpus_of(look)

    def finds() -> Iterator[Find]:
        for kind in settings.kinds:
            for find in identifier_finds(look, kind):
                if in_regions(look, corpus.passage_at(find.start), settings.where):
                    yield find

    return observation(corpus, without_overlaps(finds()))


def identifier_finds(look: Look, kind: Kind) -> list[Find]:
    """Every find of one kind, worked out once for each draft."""
    found: list[Find] = look.once(
        ("identifiers", kind), lambda: list(PATTERNS[kind.value](corpus_of(look)))
    )
    return found
