"""A summary or a plan inside another document is held to its own template, in its place."""

from __future__ import annotations

import pytest
from dhr_checker.checker.compliance import check
from dhr_checker.checker.textdoc import text_document
from dhr_checker.schemas.compliance import ComplianceReport, Finding

FRONT = "Harbour Community Safety Partnership\nOverview report into the death of Anna\n"
REPORT = "\n".join(
    f"# {title}\nWhat this report has to say on the matter, in a sentence of its own."
    for title in ("Methodology", "Involvement of family", "Dissemination", "Analysis")
)
SOUND = """
{0} The review process
The Harbour partnership met on 3 March 2022 and agreed to hold a review of the homicide of Anna.
Eight of the twelve agencies contacted confirmed contact, and were asked to secure their files.
{0} Summary chronology
In May 2021 the police attended, and referred Anna to a specialist service.
{0} Key issues arising from the review
- Risk was not seen as a whole.
{0} Recommendations from the review
1. Harbour Council should train all its staff.
"""
PLAN = """
# Appendix A: action plan
| Recommendation | Scope | Action to take | Lead agency | Key milestones | Target date | Outcome |
| 1. Train all staff | Local | Buy the course | | Course agreed | May 2027 | All staff ask |
"""


def made(text: str) -> ComplianceReport:
    return check(text_document(text), engine="plain", kind="overview-report")


def by_rule(report: ComplianceReport, prefix: str) -> dict[str, Finding]:
    return {f.rule: f for f in report.findings if f.rule.startswith(prefix)}


def test_a_report_without_parts_is_asked_nothing_of_them() -> None:
    report = made(FRONT + REPORT)
    assert not by_rule(report, "ES16")
    assert not by_rule(report, "AP16")
    assert "held to what" not in report.document.kind_because


def test_a_heading_that_points_elsewhere_is_no_part() -> None:
    pointers = "# Executive summary\nThis is a file of its own.\n# Action plan\nSee the plan."
    report = made(f"{FRONT}{REPORT}\n{pointers}")
    assert not by_rule(report, "ES16")
    assert not by_rule(report, "AP16")


@pytest.mark.parametrize("level", ["##", "#"], ids=["below its heading", "beside its heading"])
def test_a_summary_inside_the_report_is_held_to_the_summary_s_template(level: str) -> None:
    report = made(f"{FRONT}# Executive summary\n{SOUND.format(level)}\n{REPORT}")
    found = by_rule(report, "ES16")
    for rule in ("ES16-PROCESS", "ES16-CHRONOLOGY", "ES16-KEY-ISSUES", "ES16-DECISION"):
        assert str(found[rule].outcome) == "pass", rule
    assert str(found["ES16-PSEUDONYMS"].outcome) == "fail"
    assert found["ES16-DECISION"].section_title == "Executive summary, The review process"
    assert "There is an executive summary in it" in report.document.kind_because


def test_only_the_summary_s_own_text_answers_for_it() -> None:
    """What the report says elsewhere is no part of the summary."""
    elsewhere = "# Confidentiality\nThese pseudonyms are used: Anna, and Ben."
    report = made(f"{FRONT}# Executive summary\n{SOUND.format('##')}\n{REPORT}\n{elsewhere}")
    assert str(by_rule(report, "ES16")["ES16-PSEUDONYMS"].outcome) == "fail"
    assert str(by_rule(report, "OR16")["OR16-PSEUDONYMS"].outcome) == "pass"


def test_what_both_templates_ask_is_asked_once() -> None:
    report = made(f"{FRONT}# Executive summary\n{SOUND.format('##')}\n{REPORT}{PLAN}")
    rules = [f.rule for f in report.findings]
    assert len(rules) == len(set(rules))


def test_a_plan_in_an_appendix_is_held_to_the_plan_s_template() -> None:
    report = made(FRONT + REPORT + PLAN)
    found = by_rule(report, "AP16")
    assert str(found["AP16-LEAD"].outcome) == "fail"
    (place,) = found["AP16-LEAD"].places
    assert place.note == "recommendation 1, lead agency: the cell is empty"
    assert place.headings == ("Appendix A: action plan",)
    assert "There is an action plan in it" in report.document.kind_because


def test_a_table_of_recommendations_with_owners_is_no_plan() -> None:
    table = "# Recommendations\n| No. | Recommendation | Owner |\n| 1 | Train staff | Council |"
    assert not by_rule(made(f"{FRONT}{REPORT}\n{table}"), "AP16")


def test_a_summary_of_2011_has_no_title_in_its_template() -> None:
    summary = SOUND.format("#").replace("Recommendations from", "Conclusions and recommendations")
    text = f"{FRONT}{summary}\n# Introduction\nThis report examines what agencies did.\n{REPORT}"
    keys = {"edition": "home-office-2011"}
    report = check(text_document(text), engine="plain", kind="overview-report", keys=keys)
    found = by_rule(report, "ES11")
    assert str(found["ES11-PROCESS"].outcome) == "pass"
    assert str(found["ES11-KEY-ISSUES"].outcome) == "pass"
    assert found["ES11-CONCLUSIONS"].section_title.startswith("Executive summary, ")


def test_a_report_of_2016_that_heads_its_process_and_its_issues_is_no_summary() -> None:
    text = f"{FRONT}{SOUND.format('#')}\n{REPORT}"
    assert not by_rule(made(text), "ES16")
