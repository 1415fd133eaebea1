"""The chair and the author: what is checked, what is judged, and what the report has to say."""

from __future__ import annotations

from typing import Any

import pytest
from dhr_checker.checker.chair import review_chair
from dhr_checker.checker.render import chair_text
from dhr_checker.schemas.chair import ChairReport

POLICE = {"name": "Ashcombe Police", "kind": "police", "contact_with": ["deceased"]}
FREE = {"associated_with": [], "csp_member": False, "family_advocate": False, "employment": []}


def report(
    edition: str = "2016", judgements: list[dict[str, Any]] | None = None, **chair: Any
) -> ChairReport:
    record = {
        "reference": "T-1",
        "dates": {"death": "2023-04-01", "csp_aware": "2023-04-03", "decision": "2023-05-02"},
        "deceased": {"age_at_death": 50, "manner": "violence"},
        "alleged_perpetrators": [{"links": [{"kind": "spouse"}]}],
        "agencies": [POLICE],
        "review": {"appointed_by": "csp", "chair_appointed": "2023-06-01", "chair": chair},
        "judgements": judgements or [],
    }
    return review_chair(record, engine="plain", edition=edition)


def answers(made: ChairReport) -> dict[str, str]:
    (one,) = made.appointees
    return {check.element.rule: str(check.element.answer) for check in one.checks}


@pytest.mark.parametrize(
    ("change", "unassociated", "independent"),
    [
        ({}, "yes", "yes"),
        ({"associated_with": ["Ashcombe Police"]}, "no", "no"),
        ({"employment": [{"employer": "Ashcombe Police", "from": 2015}]}, "no", "no"),
        (
            {"employment": [{"employer": "Ashcombe Police", "from": 1996, "to": "2021-03"}]},
            "yes",
            "open",
        ),
        ({"csp_member": True}, "yes", "no"),
        ({"family_advocate": True}, "yes", "no"),
    ],
)
def test_association_and_independence(change, unassociated, independent):
    found = answers(report(**{**FREE, **change}))
    assert found["HO16-CHAIR-ASSOCIATED"] == unassociated
    assert found["HO16-CHAIR-INDEPENDENT"] == independent


def test_where_the_record_does_not_say_the_csp_judges_association():
    unsaid = {key: value for key, value in FREE.items() if key != "associated_with"}
    assert answers(report(**unsaid))["HO16-CHAIR-ASSOCIATED"] == "open"
    made = {
        "on": "appointee.unassociated",
        "about": "chair",
        "answer": "no",
        "by": "CSP",
        "date": "2023-05-20",
        "reason": "A trustee of the service that supported the family.",
    }
    found = answers(report(judgements=[made], **unsaid))
    assert found["HO16-CHAIR-ASSOCIATED"] == "no"
    assert found["HO16-CHAIR-INDEPENDENT"] == "no"


@pytest.mark.parametrize("edition", ["2011", "2016"])
@pytest.mark.parametrize(
    ("done", "answer"),
    [
        (["home-office-elearning", "chair-module", "report-module"], "yes"),
        (["home-office-elearning", "chair-module"], "no"),
        (["home-office-elearning", "report-module"], "no"),
    ],
)
def test_both_modules_of_the_training_are_asked_for(edition, done, answer):
    found = answers(report(edition, **FREE, training=done))
    assert {said for rule, said in found.items() if rule.endswith("-TRAINED")} == {answer}


def test_the_gap_is_told_of_a_post_with_an_agency_that_only_its_name_connects():
    posts = [
        {"employer": "A shop", "from": 1990, "to": 1995, "agency_involved": False},
        {"employer": "Ashcombe Police", "from": 1996, "to": "2021-03-31"},
    ]
    (one,) = report(**{**FREE, "employment": posts}).appointees
    assert [(gap.post, gap.years, gap.months, gap.approximate) for gap in one.gaps] == [
        (2, 2, 2, False)
    ]


def test_what_the_report_will_have_to_say_is_told():
    made = report(**FREE)
    said = {one.rule for one in made.must_say}
    assert {"OR16-AUTHOR-INDEPENDENT", "OR16-AUTHOR-CAREER", "OR16-AUTHOR-EMPLOYMENT"} <= said
    assert all(one.citations for one in made.must_say)
    text = chair_text.render(made)
    assert "What the overview report will have to say" in text
    assert all(rule in text for rule in said)


def test_a_chair_is_called_the_chair_in_a_question():
    made = report("2011", **FREE, skills=["domestic-abuse"])
    assert "Does the chair have what it takes" in chair_text.render(made)


def test_less_than_a_year_is_given_in_months_only():
    job = {"employer": "Ashcombe Police", "from": 2010, "to": "2022-10-01"}
    said = " ".join(chair_text.render(report(**{**FREE, "employment": [job]})).split())
    assert "ended 1 October 2022: 8 months before the appointment" in said
    assert "0 years" not in said
    assert "[no] that it does not" in said
