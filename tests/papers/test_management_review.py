"""Management reviews as they are written: what is filled in, and what only the form says."""

from __future__ import annotations

import pytest
from dhr_checker.checker.compliance import check
from dhr_checker.schemas.compliance import CheckOutcome, ComplianceReport

from .forms import careful_review, careless_review


def held(draft: bytes, edition: str, overlay: str | None = None) -> ComplianceReport:
    keys = {"edition": edition} | ({"overlay": overlay} if overlay else {})
    return check(draft, keys=keys, name="draft.docx")


def of(report: ComplianceReport, outcome: CheckOutcome) -> set[str]:
    return {one.rule for one in report.findings if one.outcome is outcome}


@pytest.mark.parametrize("numbered", [True, False])
def test_a_careful_review_fails_nowhere(numbered: bool) -> None:
    report = held(careful_review(numbered), "2011")
    assert report.document.kind == "management-review"
    assert not of(report, CheckOutcome.FAIL)
    assert not of(report, CheckOutcome.ERROR)
    asked = {f.rule for f in report.findings if f.outcome is CheckOutcome.REVIEW and not f.human}
    assert not asked
    assert report.strengths


def test_what_only_the_form_says_fills_in_nothing() -> None:
    report = held(careless_review(), "2011")
    assert report.document.kind == "management-review"
    assert of(report, CheckOutcome.FAIL) == {
        "MR11-METHODOLOGY",  # the instruction alone
        "MR11-LESSONS",  # the heading alone
        "MR11-AUTHOR",  # XX
        "MR11-COMPLETED",  # an empty cell
        "MR11-ETHNIC-ORIGIN",
        "MR11-CHRONOLOGY-DATED",
        "MR11-CHRONOLOGY-ORDER",
    }
    asked = of(report, CheckOutcome.REVIEW)
    assert "MR11-INDEPENDENT" in asked  # the author managed the team
    assert "MR11-TERMS-EACH" in asked  # set out again, and not answered
    assert "MR11-Q-SENSITIVE" in asked  # only the terms of reference speak of signs of abuse
    assert "MR11-FORM-WORDS" in asked


def test_the_edition_of_2013_asks_the_same_and_marks_it_unverified() -> None:
    report = held(careful_review(), "2013")
    first = next(one for one in report.findings if one.rule == "MR11-METHODOLOGY")
    assert any(cite.checked == "unverified" for cite in first.citations)
