"""Three documents that agree raise nothing; each planted disagreement is found from both sides."""

from __future__ import annotations

from itertools import permutations

import pytest
from dhr_checker.checker.compliance import check_together
from dhr_checker.checker.textdoc import text_document
from dhr_checker.schemas.compliance import CheckOutcome, ComplianceReport

from .three_documents import OVERVIEW, PLAN, SUMMARY

FAIL, REVIEW = CheckOutcome.FAIL, CheckOutcome.REVIEW
CASE = {
    "reference": "T-1",
    "deceased": {"pseudonym": "Maya"},
    "alleged_perpetrators": [{"ref": "P1", "pseudonym": "Karl"}],
}
LAST = "| 4. Harbour Police should record the views of children at every domestic incident. |"
STRAY = "| 5. The Home Office should fund refuges in each county. |"
IN_SUMMARY = [
    ("BD-AGES", FAIL, "Maya was aged 34 when", "Maya was aged 35 when"),
    ("BD-DEATH-DATE", FAIL, "Maya was killed in May 2022", "Maya was killed in September 2021"),
    ("BD-PSEUDONYMS", REVIEW, "| Ines |", "| Inez |"),
    ("BD-PERIOD", REVIEW, "from January 2018", "from January 2016"),
    ("BD-REVIEW-DATES", REVIEW, "began on 1 March 2023", "began on 1 May 2023"),
    ("BD-ORDER", FAIL, "began on 1 March 2023", "began on 1 March 2021"),
    ("BD-COURT-DATES", REVIEW, "on 12 June 2023", "on 12 July 2023"),
    ("BD-SENTENCE", FAIL, "term of 18 years", "term of 16 years"),
    ("BD-VERDICT", FAIL, "convicted of murder on", "convicted of manslaughter on"),
    ("BD-NUMBERS", REVIEW, "Six agencies", "Seven agencies"),
    ("BD-MEETINGS", REVIEW, "met six times", "met five times"),
    ("BD-CHAIR-AUTHOR", REVIEW, "author: Rosalind Tavener", "author: Rosalind Taverner"),
    ("BD-PANEL", REVIEW, "| Marian Hurd |", "| Marion Hurd |"),
    ("BD-PANEL", REVIEW, "| Marian Hurd |", "| Gwenda Marchbank |"),
    ("BD-RECOMMENDATIONS-COUNT", FAIL, "made four", "made five"),
    ("BD-RECOMMENDATIONS", REVIEW, "its housing officers in", "its managers in"),
    ("BD-RECOMMENDATIONS", REVIEW, "Recommendation 4", "Recommendation 5"),
    ("BD-TERMS", REVIEW, "and who listened to them", "and was the school told"),
]
IN_PLAN = [
    ("BD-PLAN-EACH", FAIL, LAST, STRAY),
    ("BD-PLAN-STRAY", REVIEW, LAST, STRAY),
    ("BD-PLAN-WORDING", REVIEW, "see every patient alone", "try to see some patients"),
    ("BD-PLAN-WORDING", REVIEW, "| 4. Harbour", "| 6. Harbour"),
    ("BD-PLAN-LEAD", REVIEW, "| HCSP |", "| Harbour Police |"),
]  # fmt: skip


def together(*texts: str, edition: str = "2016") -> dict[str, ComplianceReport]:
    documents = [text_document(text) for text in texts]
    reports = check_together(documents, CASE, keys={"edition": edition}, engine="plain")
    return {one.document.kind: one for one in reports}


def outcomes(report: ComplianceReport) -> dict[str, CheckOutcome]:
    return {f.rule: f.outcome for f in report.findings if f.rule.startswith("BD-")}


@pytest.mark.parametrize("edition", ["2011", "2013", "2016"])
def test_documents_that_agree_raise_no_question(edition: str) -> None:
    for kind, report in together(OVERVIEW, SUMMARY, PLAN, edition=edition).items():
        found = outcomes(report)
        assert found, kind
        raised = {rule: one for rule, one in found.items() if one in (FAIL, REVIEW)}
        assert not raised, (kind, raised)
        passed = [rule for rule, one in found.items() if one is CheckOutcome.PASS]
        assert len(passed) >= (4 if kind == "action-plan" else 12)


def test_the_order_of_the_files_changes_nothing() -> None:
    bad = SUMMARY.replace("aged 34 when", "aged 35 when")
    first = {k: outcomes(r) for k, r in together(OVERVIEW, bad, PLAN).items()}
    for texts in permutations((OVERVIEW, bad, PLAN)):
        assert {k: outcomes(r) for k, r in together(*texts).items()} == first


@pytest.mark.parametrize(("rule", "outcome", "said", "otherwise"), IN_SUMMARY)
def test_what_the_summary_says_otherwise(
    rule: str, outcome: CheckOutcome, said: str, otherwise: str
) -> None:
    assert said in SUMMARY
    reports = together(OVERVIEW, SUMMARY.replace(said, otherwise))
    for kind, other in (
        ("overview-report", "executive summary"),
        ("executive-summary", "overview report"),
    ):
        found = next(f for f in reports[kind].findings if f.rule == rule)
        assert found.outcome is outcome, (kind, found.why)
        assert other in found.why
        assert any(spot.where.startswith(f"in the {other}") for spot in found.places)
        assert any(not spot.where.startswith("in the ") for spot in found.places)


@pytest.mark.parametrize(("rule", "outcome", "said", "otherwise"), IN_PLAN)
def test_what_the_plan_says_otherwise(
    rule: str, outcome: CheckOutcome, said: str, otherwise: str
) -> None:
    assert said in PLAN
    bad = PLAN.replace(said, otherwise)
    reports = together(OVERVIEW, SUMMARY, bad)
    for kind in ("overview-report", "action-plan"):
        assert outcomes(reports[kind])[rule] is outcome, kind
    inside = together(OVERVIEW + "\n# Action plan\n" + bad.partition("# Action plan")[2])
    assert outcomes(inside["overview-report"])[rule] is outcome


def test_a_report_by_itself_is_held_against_nothing() -> None:
    found = outcomes(together(OVERVIEW)["overview-report"])
    assert set(found.values()) == {CheckOutcome.NOT_APPLICABLE}


def test_names_of_the_other_document_are_masked() -> None:
    bad = SUMMARY.replace("Ines | Maya's sister", "Inez | Jane Hatherleigh's sister")
    report = together(OVERVIEW, bad.replace("aged 34 when", "aged 35 when"))["overview-report"]
    assert "Hatherleigh" not in report.model_dump_json()


FOUND = "He had been found guilty of murder after a trial in June 2024, and was sentenced to life."


@pytest.mark.parametrize(
    ("there", "outcome"),
    [
        (FOUND, CheckOutcome.NOT_APPLICABLE),  # June is the date of the trial
        ("In June 2024 he was sentenced to life imprisonment for murder.", REVIEW),
        ("After a trial, in July 2024 he was sentenced to life for murder.", CheckOutcome.PASS),
        ("He was convicted in June 2024 and sentenced to life imprisonment for murder.", None),
    ],
)
def test_a_date_belongs_to_the_event_of_its_own_clause(there: str, outcome: CheckOutcome | None):
    here = "# 1. The facts\n\nIn July 2024 Karl was sentenced to life imprisonment for murder.\n"
    other = f"# The review process\n\n{there}\n"
    found = check_together(
        [text_document(here), text_document(other)],
        CASE,
        kinds=["overview-report", "executive-summary"],
        engine="plain",
    )
    wanted = CheckOutcome.NOT_APPLICABLE if outcome is None else outcome
    assert [outcomes(one)["BD-COURT-DATES"] for one in found] == [wanted, wanted]


def test_terms_in_short_form_are_one_question_with_a_place_each_side():
    lines = [
        "- how the agencies assessed, shared and managed the risk that the family ran;",
        "- what effect the pandemic had on the chances of the mother to get away;",
        "- whether the school listened to the children and passed on what they said.",
    ]
    short = ["- risk and how it was met by all;", "- Covid-19 and what it meant then;"]
    report = text_document("# Terms of reference\n\n" + "\n".join(lines) + "\n")
    summary = text_document("# Terms of reference\n\n" + "\n".join(short) + "\n")
    found = check_together(
        [report, summary], CASE, kinds=["overview-report", "executive-summary"], engine="plain"
    )
    for one in found:
        (terms,) = [f for f in one.findings if f.rule == "BD-TERMS"]
        assert terms.outcome is REVIEW
        assert len(terms.places) == 2
        assert "3 of 3 lines" in terms.why
        assert "2 of 2 lines" in terms.why
