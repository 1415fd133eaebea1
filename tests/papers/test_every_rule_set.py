"""Every paper under every edition and overlay: nothing breaks, and no careful one fails."""

from __future__ import annotations

import pytest

from . import forms
from .support import EDITIONS, ERROR, FAIL, OVERLAYS, PASS, REVIEW, held, of

CAREFUL = {
    "management-review": forms.careful_review,
    "terms-of-reference": forms.careful_terms,
    "chronology": forms.careful_chronology,
}
CARELESS = {
    "management-review": forms.careless_review,
    "terms-of-reference": forms.careless_terms,
    "chronology": forms.careless_chronology,
}


@pytest.mark.parametrize("overlay", OVERLAYS)
@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("kind", CAREFUL)
def test_a_careful_paper_is_known_and_fails_nowhere(kind: str, edition: str, overlay: str) -> None:
    report = held(CAREFUL[kind](), edition, overlay)
    assert report.document.kind == kind
    assert not of(report, FAIL)
    assert not of(report, ERROR)
    assert of(report, PASS)
    assert not [line for line in report.not_checked if "template" in line]


@pytest.mark.parametrize("overlay", OVERLAYS)
@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("kind", CARELESS)
def test_a_careless_paper_is_known_and_told(kind: str, edition: str, overlay: str) -> None:
    report = held(CARELESS[kind](), edition, overlay)
    assert report.document.kind == kind
    assert of(report, FAIL)
    assert not of(report, ERROR)
    assert len(of(report, REVIEW)) > len(of(report, PASS))


def test_cornwalls_form_left_as_it_is_sent_out_is_no_paper() -> None:
    report = held(forms.careless_terms(), "2016", "cornwall-2023")
    blank = {"AIM", "OTHERS", "TIMELINE", "PANEL", "FAMILY", "OUTPUTS", "MEDIA", "BUDGET"}
    assert {f"CORN-T-{key}" for key in blank} <= of(report, FAIL)
    review = held(forms.careless_review(), "2016", "cornwall-2023")
    assert {"CORN-M-AUTHOR", "CORN-M-COMMISSIONED", "CORN-M-COMPLETED"} <= of(review, FAIL)
