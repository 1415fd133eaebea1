"""Each thing that must not be in a report is found in every place of a Word file.

The places are those that the reader's own tests hide a marker in.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest
from dhr_checker.checker.detectors.base import Look, Observation, observe
from dhr_checker.checker.document import read_document
from dhr_checker.checker.masking import masker_for
from dhr_checker.checker.records import load_case
from dhr_checker.schemas.common import Answer

from ..document.places import PLACES

RECORD = load_case(
    {"reference": "X", "deceased": {"names": ["Tamsin Hallorane"], "born": "1982-05-02"}}
)


class Leak(NamedTuple):
    """What is hidden, which detector must see it, and with what certainty."""

    text: str
    detector: str
    settings: dict[str, object]
    answer: Answer


LEAKS = {
    "full name": Leak("Tamsin Hallorane", "listed-names", {}, Answer.YES),
    "surname": Leak("Hallorane", "listed-names", {}, Answer.YES),
    "name in capitals": Leak("HALLORANE", "listed-names", {}, Answer.YES),
    "misspelt name": Leak("Halloran", "listed-names", {}, Answer.OPEN),
    "initials": Leak("seen by T.H.", "listed-names", {}, Answer.OPEN),
    "titled name": Leak("Dr Ashworthy", "unlisted-names", {"kinds": ["titled"]}, Answer.OPEN),
    "date of birth": Leak("born on 3 May 1980", "dates-of-birth", {}, Answer.YES),
    "recorded date of birth": Leak("on 02/05/1982", "dates-of-birth", {}, Answer.YES),
    "postcode": Leak("at GL50 1AB", "identifiers", {"kinds": ["postcode"]}, Answer.YES),
    "telephone": Leak("call 07700 900123", "identifiers", {"kinds": ["telephone"]}, Answer.YES),
    "e-mail": Leak("to a.b@gmail.com", "identifiers", {"kinds": ["e-mail"]}, Answer.YES),
    "NHS number": Leak("NHS 943 476 5919", "identifiers", {"kinds": ["nhs-number"]}, Answer.YES),
    "NI number": Leak("no AB123456C", "identifiers", {"kinds": ["ni-number"]}, Answer.YES),
    "crime reference": Leak(
        "crime no 13/123456/22", "identifiers", {"kinds": ["reference"]}, Answer.OPEN
    ),
    "street address": Leak(
        "at 14 Larkspur Avenue", "identifiers", {"kinds": ["street-address"]}, Answer.OPEN
    ),
}


# Ruby stands on its base without a space, and a part's name can have no slash.
IMPOSSIBLE = {
    (what, "name of a picture's part") for what in ("recorded date of birth", "crime reference")
}
CASES = [(w, p) for w in LEAKS for p in PLACES if (w, p) not in IMPOSSIBLE]


def build(place: str, text: str) -> bytes:
    return PLACES[place].build(f"{text} " if place == "ruby text" else text)


def seen(data: bytes, leak: Leak, name: str = "draft.docx") -> tuple[Look, Observation]:
    look = Look(read_document(data, name=name), RECORD)
    return look, observe(look, leak.detector, leak.settings)


@pytest.mark.parametrize(("what", "place"), CASES)
def test_found_in_every_place(what: str, place: str) -> None:
    leak = LEAKS[what]
    look, made = seen(build(place, leak.text), leak)
    assert made.answer is leak.answer
    assert {str(hit.place.story) for hit in made.hits if hit.place} >= {PLACES[place].story}
    mask = masker_for(look)
    for hit in made.hits:
        assert "hallor" not in mask.show(hit).lower()


@pytest.mark.parametrize("what", LEAKS)
def test_found_in_the_name_of_the_file(what: str) -> None:
    leak = LEAKS[what]
    _, made = seen(PLACES["paragraph"].build("nothing"), leak, f"{leak.text} v2.docx")
    assert made.answer is leak.answer


@pytest.mark.parametrize("place", PLACES)
def test_not_found_where_it_is_not(place: str) -> None:
    look = Look(read_document(PLACES[place].build("otherwise")), RECORD)
    for leak in LEAKS.values():
        assert observe(look, leak.detector, leak.settings).answer is Answer.NO


def test_there_are_enough_places() -> None:
    assert len(PLACES) >= 25
