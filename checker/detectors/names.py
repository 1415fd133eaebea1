"""Detectors of names: those that the case record lists."""

from __future__ import annotations

from ...schemas.common import Answer, Strict
from .base import Look, Observation, detector
from .corpus import corpus_of
from .declared import pseudonyms_declared
from .finds import Find, observation, without_overlaps
from .name_index import NameIndex, folded_names
from .name_search import NameSearch
from .people import listed_in, public_names

NO_NAMES = (
    "No real names were given to look for, so nothing could be searched. Give a case record that"
    " lists them."
)


class NoSettings(Strict):
    """A detector that needs no settings."""


@detector("listed-names", NoSettings)
def listed_names(look: Look, settings: NoSettings) -> Observation:
    """A real name of the case record, in any form and any place of the file.

    YES for a certain find, OPEN where a person must look, and where no names were given.
    """
    if not listed_in(look):
        return Observation(Answer.OPEN, note=NO_NAMES)
    return observation(corpus_of(look), listed_name_finds(look))


def listed_name_finds(look: Look) -> list[Find]:
    """Every find of a listed name, worked out once for each draft."""

    def work() -> list[Find]:
        known = NameIndex(
            corpus_of(look),
            listed_in(look),
            pseudonyms_declared(look),
            folded_names(public_names(look.record)),
        )
        return without_overlaps(NameSearch(known).finds())

    found: list[Find] = look.once("listed-name-finds", work)
    return found
