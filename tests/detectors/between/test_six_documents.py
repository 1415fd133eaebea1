"""Six documents by several hands raise no question; what one says otherwise is found."""

from __future__ import annotations

import pytest
from dhr_checker.checker.compliance import check_together
from dhr_checker.checker.textdoc import text_document
from dhr_checker.schemas.compliance import CheckOutcome

from . import six_documents as six

FAIL, REVIEW = CheckOutcome.FAIL, CheckOutcome.REVIEW
SOUND = {
    "overview-report": six.OVERVIEW,
    "executive-summary": six.SUMMARY,
    "action-plan": six.PLAN,
    "terms-of-reference": six.TERMS,
    "management-review": six.MANAGEMENT_REVIEW,
    "chronology": six.CHRONOLOGY,
}
ADVICE = "tell carers how to raise concerns"
RISK = "Review how risk from adult children is recorded"
PLANTED = [
    ("management-review", "BD-AGES", REVIEW, "62 when she died", "64 when she died"),
    ("management-review", "BD-DEATH-DATE", FAIL, "died in October 2021", "died in June 2021"),
    ("management-review", "BD-IMR-RECOMMENDATIONS", REVIEW, ADVICE, "keep one log"),
    ("terms-of-reference", "BD-TERMS", REVIEW, "how carers' needs were", "who had debts, and if"),
    ("terms-of-reference", "BD-CHAIR-AUTHOR", REVIEW, "Dr Gwenda Marchbank", "Rosalind Tavener"),
    ("executive-summary", "BD-NUMBERS", REVIEW, "Five agencies provided", "Six agencies provided"),
    ("executive-summary", "BD-PERIOD", REVIEW, "from January 2017", "from January 2015"),
    ("executive-summary", "BD-PANEL", REVIEW, "| T. Ashdown |", "| R. Ashdown |"),
    ("action-plan", "BD-PLAN-EACH", FAIL, f"| 2 | {RISK} |", "| 6 | Hold a yearly conference |"),
    ("action-plan", "BD-PLAN-LEAD", REVIEW, "records | CSP manager |", "records | Police |"),
]  # fmt: skip


def outcomes(texts: dict[str, str], edition: str = "2016") -> dict[str, dict[str, CheckOutcome]]:
    reports = check_together(
        [text_document(text) for text in texts.values()],
        kinds=list(texts),
        keys={"edition": edition},
        engine="plain",
    )
    return {
        one.document.kind: {f.rule: f.outcome for f in one.findings if f.rule.startswith("BD-")}
        for one in reports
    }


@pytest.mark.parametrize("edition", ["2011", "2013", "2016"])
def test_what_agrees_in_substance_raises_no_question(edition: str) -> None:
    for kind, found in outcomes(SOUND, edition).items():
        assert not {rule for rule, one in found.items() if one in (FAIL, REVIEW)}, kind
        compared = CheckOutcome.PASS in found.values()
        assert compared or kind == "chronology", kind  # a chronology says little outright


@pytest.mark.parametrize(("kind", "rule", "outcome", "said", "otherwise"), PLANTED)
def test_what_one_says_otherwise(
    kind: str, rule: str, outcome: CheckOutcome, said: str, otherwise: str
) -> None:
    assert said in SOUND[kind]
    found = outcomes({**SOUND, kind: SOUND[kind].replace(said, otherwise)})
    assert found[kind][rule] is outcome
    assert found["overview-report"][rule] is outcome


def test_the_recommendations_of_a_summary_of_2011_stand_under_its_conclusions() -> None:
    overview = (
        "# Recommendations\n1. The council should train all its staff in coercive control.\n"
        "2. The trust should see patients alone at every visit."
    )
    summary = overview.replace("# Rec", "# Conclusions and rec").replace("all its staff", "some")
    texts = {"overview-report": overview, "executive-summary": summary}
    for edition in ("2011", "2013", "2016"):
        found = outcomes(texts, edition)
        assert found["executive-summary"]["BD-RECOMMENDATIONS"] is REVIEW, edition
