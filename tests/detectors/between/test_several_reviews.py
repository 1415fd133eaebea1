"""A report beside several management reviews and chronologies: none stands for another."""

from __future__ import annotations

from itertools import permutations

import pytest
from dhr_checker.checker.compliance import check_together
from dhr_checker.checker.detectors.base import Look
from dhr_checker.checker.detectors.between_lists import ListSettings
from dhr_checker.checker.textdoc import text_document
from dhr_checker.schemas.compliance import CheckOutcome, ComplianceReport, Finding
from dhr_checker.schemas.documents import DocumentKind
from pydantic import ValidationError

PASS, REVIEW, FAIL = CheckOutcome.PASS, CheckOutcome.REVIEW, CheckOutcome.FAIL
RULE = "BD-IMR-RECOMMENDATIONS"
REPORT = """
Domestic Homicide Review Overview Report
# Introduction
The victim was aged 34 at the time of her death. The victim died on 4 May 2022.
# Recommendations
1. The constabulary should flag every repeat call to one address.
2. The trust should ask every patient about abuse when alone.
"""
HEAD = "Individual Management Review\n# Recommendations\n1. "
POLICE = HEAD + "The constabulary should flag every repeat call to one address."
HEALTH = HEAD + "The trust should ask every patient about abuse when alone."
HOUSING = HEAD + "Housing officers should visit tenants whose doors are damaged."
SCHOOLS = HEAD + "Teachers should record whoever collects a pupil at the gate."
SILENT = "Individual Management Review\n# Background\nThe agency had one contact."
TEAMS = ("hospital", "ambulance", "dental", "maternity", "pharmacy", "surgery", "nursing", "asthma")
TEAMS += ("therapy", "eye")
LOST = {HOUSING: "doors are damaged", SCHOOLS: "collects a pupil"}


def on_report(*others: str, report: str = REPORT) -> ComplianceReport:
    return on_all(report, *others)[0]


def on_all(*texts: str) -> tuple[ComplianceReport, ...]:
    documents = [text_document(text) for text in texts]
    return check_together(documents, keys={"edition": "2016"}, engine="plain")


def of(report: ComplianceReport, rule: str = RULE) -> Finding:
    return next(one for one in report.findings if one.rule == rule)


@pytest.mark.parametrize("reviews", [*permutations((POLICE, HOUSING))])
def test_of_two_reviews_the_one_that_was_not_carried_over_is_named(
    reviews: tuple[str, str],
) -> None:
    found = of(on_report(*reviews))
    number = reviews.index(HOUSING) + 1
    assert found.outcome is REVIEW
    assert found.why.startswith(f"Recommendations of individual management review {number} not")
    (spot,) = found.places
    assert spot.where.startswith(f"in individual management review {number}: ")
    assert LOST[HOUSING] in spot.excerpt


@pytest.mark.parametrize("reviews", [*permutations((POLICE, HOUSING, SCHOOLS))])
def test_of_three_reviews_each_place_stands_in_its_own(reviews: tuple[str, str, str]) -> None:
    found = of(on_report(*reviews))
    lost = [n for n, text in enumerate(reviews, 1) if text in LOST]
    assert found.outcome is REVIEW
    assert all(f"management review {n}" in found.why for n in lost)
    assert f"management review {reviews.index(POLICE) + 1}" not in found.why
    assert len(found.places) == len(lost)
    for spot, n in zip(found.places, lost, strict=True):
        assert spot.where.startswith(f"in individual management review {n}: ")
        assert LOST[reviews[n - 1]] in spot.excerpt


def test_reviews_that_were_all_carried_over_pass_in_any_order() -> None:
    for reviews in permutations((POLICE, HEALTH)):
        found = of(on_report(*reviews))
        assert found.outcome is PASS
        assert found.why == "2 recommendations of 2 management reviews."


def test_a_review_in_which_no_recommendation_was_recognised_is_said() -> None:
    for reviews in permutations((POLICE, SILENT)):
        found = of(on_report(*reviews))
        assert found.outcome is PASS
        number = reviews.index(SILENT) + 1
        assert f"in individual management review {number} no recommendations" in found.why


def test_the_report_on_a_review_asks_for_its_own_recommendations_only() -> None:
    _, police, housing = on_all(REPORT, POLICE, HOUSING)
    assert of(police).outcome is PASS
    assert of(housing).outcome is REVIEW
    assert "this management review" in of(housing).why
    assert all("in individual" not in spot.where for spot in of(housing).places)
    assert police.document.kind_because.endswith(
        "It is individual management review 1, in the order given."
    )
    assert police.beside == ("overview report", "individual management review 2")


def test_one_review_alone_has_no_number() -> None:
    report, review = on_all(REPORT, HOUSING)
    assert report.beside == ("individual management review",)
    assert of(report).places[0].where.startswith("in the individual management review: ")
    assert "in the order given" not in review.document.kind_because


def test_a_fact_is_compared_with_every_review_and_chronology() -> None:
    right = "Chronology\n# Chronology\nThe victim died on 4 May 2022."
    wrong = "Chronology\n# Chronology\nThe victim died on 9 November 2021."
    for papers in permutations((right, right, wrong)):
        found = of(on_report(POLICE, *papers), "BD-DEATH-DATE")
        number = papers.index(wrong) + 1
        assert found.outcome is FAIL
        assert f"and chronology {number}" in found.why
        far = [spot for spot in found.places if spot.where.startswith("in chronology")]
        assert [spot.where.split(":")[0] for spot in far] == [f"in chronology {number}"]
        assert "November 2021" in far[0].excerpt


def test_one_review_with_many_differences_does_not_crowd_out_another() -> None:
    many = HEAD.removesuffix("1. ") + "\n".join(
        f"{n}. The {word} team should write a new {word} procedure within the year."
        for n, word in enumerate(TEAMS, 1)
    )
    for reviews in permutations((many, HOUSING)):
        report = on_report(*reviews)
        number = reviews.index(HOUSING) + 1
        assert any(
            spot.where.startswith(f"in individual management review {number}: ")
            for spot in of(report).places
        )


def test_the_first_of_several_can_not_be_asked_for() -> None:
    look = Look(text_document("# Analysis"))
    for kind in (DocumentKind.MANAGEMENT_REVIEW, DocumentKind.CHRONOLOGY):
        with pytest.raises(ValueError, match="several"):
            look.beside(kind)
        with pytest.raises(ValidationError, match="several"):
            ListSettings(what="recommendations", document=kind)
