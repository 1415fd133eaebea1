"""What kind of document a draft is: by what it calls itself, and by what it looks like."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from dhr_checker.checker.compliance import check
from dhr_checker.checker.document.reader import read_document
from dhr_checker.checker.errors import PackError
from dhr_checker.checker.kinds import kind_of
from dhr_checker.checker.likeness import likenesses
from dhr_checker.checker.packs import load_packs
from dhr_checker.checker.requirements import templates_of
from dhr_checker.checker.textdoc import text_document
from dhr_checker.schemas.documents import DocumentKind
from dhr_checker.schemas.rule import Likeness, Template
from pydantic import ValidationError

DRAFTS = Path(__file__).resolve().parents[2] / "examples" / "drafts"
TEMPLATES = templates_of([load_packs().packs["home-office-2016"]])
OVERVIEW, SUMMARY, PLAN = DocumentKind.OVERVIEW, DocumentKind.SUMMARY, DocumentKind.PLAN

OVERVIEW_HEADINGS = "# Methodology\nOne.\n# Family involvement\nTwo.\n# Dissemination\nThree."
SUMMARY_HEADINGS = "# The review process\nOne.\n# Key issues arising\nTwo.\n# Conclusions\nThree."
PLAN_TABLE = (
    "| Recommendation | Scope | Action to take | Lead agency | Target date |\n"
    "| Train all staff of the council | Local | Buy the course | Council | May 2026 |\n"
    "| Ask each patient alone | Local | Change the form | Trust | June 2026 |"
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"Executive Summary\n{SUMMARY_HEADINGS}", SUMMARY),
        (SUMMARY_HEADINGS, SUMMARY),
        (OVERVIEW_HEADINGS, OVERVIEW),
        (f"{OVERVIEW_HEADINGS}\n{SUMMARY_HEADINGS}", OVERVIEW),
        (PLAN_TABLE, PLAN),
        (f"Harbour CSP\nReview into the death of Anna\n{PLAN_TABLE}", PLAN),
        # A summary names the report whose author it names.
        (f"Author of the overview report: R.\nExecutive summary\n{SUMMARY_HEADINGS}", SUMMARY),
        # One file for both is an overview report with a summary in it.
        (f"Overview report, executive summary\n{SUMMARY_HEADINGS}\n{OVERVIEW_HEADINGS}", OVERVIEW),
        (f"Executive summary\n# Introduction\n{PLAN_TABLE}\n", SUMMARY),
        ("Individual Management Review\n# Analysis\nOne.", DocumentKind.MANAGEMENT_REVIEW),
        # Its headings are a summary's as well; a report may have its terms on the first page.
        (f"Individual management review\n{SUMMARY_HEADINGS}", DocumentKind.MANAGEMENT_REVIEW),
        (f"Terms of reference\n{SUMMARY_HEADINGS}", DocumentKind.TERMS),
        (f"Review into the death of Anna\nTerms of reference\n{OVERVIEW_HEADINGS}", OVERVIEW),
        ("# Analysis\nOne.", OVERVIEW),
    ],
)  # fmt: skip
def test_a_draft_is_known_by_its_first_page_and_by_its_shape(text: str, kind: DocumentKind) -> None:
    assert kind_of(text_document(text), TEMPLATES).value is kind


def test_what_told_it_is_said() -> None:
    assert kind_of(text_document(SUMMARY_HEADINGS), TEMPLATES).because == (
        "Its headings are those of an executive summary."
    )
    assert kind_of(text_document(PLAN_TABLE), TEMPLATES).because == (
        "Its tables are those of an action plan."
    )
    assert "guess" in kind_of(text_document("# Analysis\nOne."), TEMPLATES).because


def test_a_plan_in_an_appendix_makes_no_plan_of_the_report() -> None:
    prose = "\n".join(f"The panel heard in week {n} what the agencies had done." for n in range(40))
    document = text_document(f"# Analysis\n{prose}\n# Appendix A: action plan\n{PLAN_TABLE}")
    assert PLAN not in likenesses(document, TEMPLATES)


def test_one_table_for_each_recommendation_is_a_plan_as_well() -> None:
    one = (
        "| Recommendation 1 | Train all staff |\n| Scope | Local |\n| Action | Buy the course |\n"
        "| Lead agency | Council |\n| Target date | May 2026 |"
    )
    assert kind_of(text_document(one), TEMPLATES).value is PLAN


@pytest.mark.parametrize(
    ("name", "kind"), [("overview", OVERVIEW), ("summary", SUMMARY), ("action-plan", PLAN)]
)
def test_the_example_drafts_look_like_what_they_are(name: str, kind: DocumentKind) -> None:
    document = read_document(DRAFTS / f"sound-{name}.docx")
    assert next(iter(likenesses(document, TEMPLATES))) is kind


def test_a_template_that_tells_by_a_heading_it_lacks_is_refused() -> None:
    with pytest.raises(ValidationError, match="names no section"):
        Template.model_validate(
            {"document": "chronology", "like": {"headings": ["x"], "enough": 1}, "sections": []}
        )
    with pytest.raises(ValidationError, match="enough"):
        Likeness(headings=["x"])
    with pytest.raises(ValidationError, match="columns"):
        Likeness()


def test_a_section_as_in_another_template_has_its_wordings() -> None:
    summary = {one.key: one for one in TEMPLATES[SUMMARY].sections}
    assert "panel membership" in summary["panel"].aliases
    assert summary["terms-of-reference"].part_of == ["review-process"]


EDITIONS = ("home-office-2016", "home-office-2013", "home-office-2011")


@pytest.mark.parametrize(
    ("edition", "kind"),
    [(e, kind) for e in EDITIONS for kind in templates_of([load_packs().packs[e]])],
)
@pytest.mark.parametrize("text", ["", "# Other\nNothing that a template knows."])
def test_no_rule_breaks_on_a_kind_that_it_is_put_to(
    edition: str, kind: DocumentKind, text: str
) -> None:
    """A rule put to two kinds must name no section that the template of one of them lacks."""
    report = check(text_document(text), kind=kind.value, keys={"edition": edition}, engine="plain")
    broken = [f"{one.rule}: {one.why}" for one in report.findings if one.outcome == "error"]
    assert broken == []


def test_a_section_as_in_a_template_that_lacks_it_is_refused() -> None:
    from dhr_checker.checker.packs import _shared  # pyright: ignore[reportPrivateUsage]

    stray = Template.model_validate(
        {
            "document": "executive-summary",
            "sections": [{"key": "x", "title": "X", "as_in": "overview-report"}],
        }
    )
    with pytest.raises(PackError, match="no such section"):
        _shared([stray], "pack")


@pytest.mark.parametrize("edition", ["home-office-2016", "home-office-2011"])
@pytest.mark.parametrize("name", ["summary", "action-plan"])
def test_a_sound_summary_and_plan_leave_only_what_a_person_must_judge(
    name: str, edition: str
) -> None:
    path = DRAFTS / f"sound-{name}.docx"
    made = check(path, as_of=date(2025, 10, 31), engine="plain", keys={"edition": edition})
    template = [f for f in made.findings if f.group in ("structure", "content", "action-plan")]
    assert len(template) > 12
    assert [f.rule for f in template if str(f.outcome) == "fail"] == []
    asked = {f.rule for f in template if str(f.outcome) == "review" and not f.human}
    assert asked == set()
