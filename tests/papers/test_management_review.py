"""Management reviews as they are written: what is filled in, and what only the form says."""

from __future__ import annotations

import pytest

from .forms import careful_review, careless_review
from .support import FAIL, REVIEW, asked_by_program, held, of


@pytest.mark.parametrize("numbered", [True, False])
def test_a_careful_review_fails_nowhere(numbered: bool) -> None:
    report = held(careful_review(numbered), "2011")
    assert report.document.kind == "management-review"
    assert not of(report, FAIL)
    assert asked_by_program(report) <= {"CH11-AGENCY"}
    assert report.strengths
    assert "before the draft goes to the review panel" in report.headline


def test_what_only_the_form_says_fills_in_nothing() -> None:
    report = held(careless_review(), "2011")
    assert report.document.kind == "management-review"
    assert of(report, FAIL) == {
        "MR11-METHODOLOGY",  # the instruction alone
        "MR11-LESSONS",  # the heading alone
        "MR11-AUTHOR",  # XX
        "MR11-COMPLETED",  # an empty cell
        "MR11-ETHNIC-ORIGIN",
        "CH11-DATED",
        "CH11-ORDER",
    }
    asked = of(report, REVIEW)
    assert "MR11-INDEPENDENT" in asked  # the author managed the team
    assert "MR11-TERMS-EACH" in asked  # set out again, and not answered
    assert "MR11-Q-SENSITIVE" in asked  # only the terms of reference speak of signs of abuse
    assert "MR11-BLANKS" in asked


def test_the_edition_of_2013_asks_the_same_and_marks_it_unverified() -> None:
    report = held(careful_review(), "2013")
    first = next(one for one in report.findings if one.rule == "MR11-METHODOLOGY")
    assert any(cite.checked == "unverified" for cite in first.citations)
