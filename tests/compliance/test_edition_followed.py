"""A draft written for another edition than the one it is held to is told so, and no other."""

from __future__ import annotations

from pathlib import Path

import pytest
from dhr_checker.checker.compliance import check
from dhr_checker.checker.detectors.base import Look
from dhr_checker.checker.editions import claimed_edition
from dhr_checker.checker.textdoc import text_document
from dhr_checker.schemas.compliance import ComplianceReport

DRAFTS = Path(__file__).resolve().parents[2] / "examples" / "drafts"
OLD = "\n".join(
    f"# {title}\nWhat the report has to say on this matter."
    for title in (
        *("Introduction", "Timescales", "Confidentiality", "Dissemination", "The facts"),
        *("Chronology", "Analysis", "Conclusion/lessons learnt", "Recommendations"),
    )
)


def remarks(report: ComplianceReport) -> list[str]:
    return [said for said in report.warnings if "--edition" in said]


@pytest.mark.parametrize(
    ("said", "year"),
    [
        ("It follows the Multi-Agency Statutory Guidance (December 2016).", "2016"),
        ("It was held under the Home Office guidance of 2011.", "2011"),
        ("The statutory guidance of 2011, revised in 2013, was followed.", "2013"),
        ("The guidance for the conduct of domestic homicide reviews (2013) applied.", "2013"),
        ("It follows Working Together, the statutory guidance of 2013.", ""),
        ("The previous statutory guidance of 2011 asked for less.", ""),
        ("In 2016 she asked for help. The statutory guidance was followed.", ""),
        ("The trust's guidance of 2011 was not followed.", ""),
    ],
)
def test_what_edition_a_draft_claims(said: str, year: str) -> None:
    assert claimed_edition(Look(text_document(f"# Introduction\n{said}"))) == year


def test_a_claim_of_another_edition_is_said() -> None:
    text = f"{OLD}\nIt follows the Home Office statutory guidance of 2011."
    (said,) = remarks(check(text_document(text), engine="plain"))
    assert said.startswith("The draft says that it follows the guidance of 2011")
    keys = {"edition": "home-office-2011"}
    assert remarks(check(text_document(text), engine="plain", keys=keys)) == []


def test_headings_of_another_edition_are_said_where_nothing_is_claimed() -> None:
    (said,) = remarks(check(text_document(OLD), engine="plain", kind="overview-report"))
    assert said.startswith("The headings of the draft follow the template of 2011")


@pytest.mark.parametrize("name", ["overview", "summary", "action-plan"])
def test_a_draft_of_the_edition_applied_is_told_nothing(name: str) -> None:
    assert remarks(check(DRAFTS / f"sound-{name}.docx", engine="plain")) == []


def test_a_draft_of_2016_held_to_2011_is_told() -> None:
    made = check(
        DRAFTS / "sound-overview.docx", engine="plain", keys={"edition": "home-office-2011"}
    )
    assert len(remarks(made)) == 1


def test_an_edition_with_the_same_headings_is_not_told_from_it() -> None:
    for edition in ("home-office-2011", "home-office-2013"):
        keys = {"edition": edition}
        made = check(text_document(OLD), engine="plain", kind="overview-report", keys=keys)
        assert remarks(made) == [], edition


def test_a_draft_with_hardly_a_heading_follows_nothing() -> None:
    assert remarks(check(text_document("# Analysis\nOne."), engine="plain")) == []
