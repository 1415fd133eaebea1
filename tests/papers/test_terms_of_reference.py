"""Terms of reference: what they weigh, what is left blank, and what they name."""

from __future__ import annotations

import pytest

from .forms import careful_terms, careless_terms
from .support import FAIL, PASS, REVIEW, asked_by_program, held, of


@pytest.mark.parametrize("edition", ["2011", "2013", "2016"])
def test_careful_terms_weigh_the_whole_list(edition: str) -> None:
    report = held(careful_terms(), edition)
    assert report.document.kind == "terms-of-reference"
    assert not of(report, FAIL)
    # Without a case record nobody's name can be looked for, nor told how the death came about.
    own = {name.split("-", 1)[1] for name in asked_by_program(report)}
    assert own <= {"NAMES", "SUICIDE"}


@pytest.mark.parametrize(("edition", "pack"), [("2011", "TR11"), ("2016", "TR16")])
def test_headings_and_instructions_are_no_terms(edition: str, pack: str) -> None:
    report = held(careless_terms(), edition)
    assert report.document.kind == "terms-of-reference"
    assert of(report, FAIL) == {f"{pack}-BLANKS"}
    assert of(report, PASS) == {f"{pack}-INFORMATION"}  # it asks for a chronology
    for key in ("MEDIA", "FAMILY", "FAMILY-LEAD", "PERIOD", "PARALLEL"):
        assert f"{pack}-{key}" in of(report, REVIEW), key


def test_terms_are_held_against_the_case() -> None:
    case = {
        "deceased": {"names": ["Merrin Tolgarrick"], "manner": "suicide", "known_to_marac": False},
        "alleged_perpetrators": [{"abuse": [{"kind": "controlling-or-coercive"}]}],
    }
    report = held(careless_terms(), "2016", case=case)
    assert {"TR16-NAMES", "TR16-SUICIDE", "TR16-BLANKS"} == of(report, FAIL)
    assert "TR16-COERCIVE" in of(report, REVIEW)
    assert "TR16-MARAC" not in of(report, REVIEW)
