"""What single heads and cells of an action plan are taken to say."""

from __future__ import annotations

from typing import Any

import pytest
from dhr_checker.checker.detectors.base import Look
from dhr_checker.checker.detectors.plan_dates import is_done, target_of
from dhr_checker.checker.detectors.plan_leads import plan_lead_known, plan_lead_one
from dhr_checker.checker.detectors.plan_rows import NoSettings, OneSettings, plan_one_action
from dhr_checker.checker.detectors.plan_table import PlanCell, PlanRow, columns_named
from dhr_checker.checker.detectors.terms import plain
from dhr_checker.checker.textdoc import text_document
from dhr_checker.schemas.case import CaseRecord
from dhr_checker.schemas.common import Answer
from dhr_checker.schemas.documents import DocumentKind

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN


@pytest.mark.parametrize(
    ("head", "columns"),
    [
        ("Recommendation", ["recommendation"]),
        ("Scope of recommendation i.e. local or regional", ["scope"]),
        ("Key milestones achieved in enacting recommendation", ["milestones"]),
        ("Date of completion and Outcome", ["outcome"]),
        ("Target completion date", ["target"]),
        ("Action owner", ["lead"]),
        ("Lead Officer/Agency", ["lead"]),
        ("Multi-agency recommendation", ["recommendation"]),
        ("Timescale for action", ["target"]),
        ("Progress / outcome", ["milestones", "outcome"]),
        ("Lead & timescale", ["lead", "target"]),
        ("How will we know this has been achieved?", ["milestones"]),
        ("Rec No.", ["number"]),
        ("RAG", []),
        ("Comments", []),
    ],
)
def test_what_a_head_stands_for(head: str, columns: list[str]) -> None:
    assert list(columns_named(plain(head))) == columns


def cell(text: str) -> PlanCell:
    return PlanCell(plain(text), text, (0,))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("31 March 2027", "2027-03-31"),
        ("End of March 2027", "2027-03"),
        ("31/03/2027", "2027-03-31"),
        ("Q1 2027", "2027-03"),
        ("third quarter of 2027", "2027-09"),
        ("Spring 2027", "2027-05"),
        ("2027", "2027"),
        ("Phase 1 by May 2026, phase 2 by May 2027", "2027-05"),
        ("Ongoing", "None"),
        ("within three months", "None"),
        ("as soon as possible", "None"),
    ],
)
def test_the_date_that_a_target_names(text: str, date: str) -> None:
    assert str(target_of(cell(text))) == date


@pytest.mark.parametrize(
    ("outcome", "done"),
    [
        ("Completed in May 2026; all staff ask", YES),
        ("Done", YES),
        ("In place since June 2025", YES),
        ("Not yet completed", NO),
        ("Open. Outcome sought: referrals completed in a day", NO),
        ("", NO),
        ("TBC", NO),
        ("On track", NO),
        ("All coroners received training by December 2017", OPEN),
    ],
)
def test_whether_a_row_says_that_it_was_done(outcome: str, done: Answer) -> None:
    assert is_done(PlanRow(0, 1, "1", {"outcome": cell(outcome)})) is done


HEAD = "| Recommendation | Action | Lead agency | Target date |"


def look(action: str = "Buy the course", lead: str = "Harbour Council", **more: Any) -> Look:
    text = f"{HEAD}\n| 1. Train staff | {action} | {lead} | May 2027 |"
    return Look(text_document(text), kind=DocumentKind.PLAN, **more)


@pytest.mark.parametrize(
    ("lead", "answer"),
    [
        ("Harbour Council", YES),
        ("Harbour Council, Adult Social Care", YES),
        ("Office of the Police and Crime Commissioner", YES),
        ("Harbour Health and Social Care Trust", YES),
        ("Harbour Constabulary, as chair of the MARAC steering group", YES),
        ("Harbour Council and Harbour Constabulary", OPEN),
        ("Harbour Trust / Harbour Council", OPEN),
        ("Harbour Trust & Harbour Women's Aid", OPEN),
        ("All agencies", OPEN),
        ("All partner agencies", OPEN),
    ],
)
def test_one_lead(lead: str, answer: Answer) -> None:
    assert plan_lead_one(look(lead=lead), NoSettings()).answer is answer


@pytest.mark.parametrize(
    ("lead", "record", "answer"),
    [
        ("Harbour Council", None, YES),
        ("Jane Example", None, OPEN),
        ("Ministry of Justice", ["Harbour Council"], YES),
        ("Harbour Council", ["Harbour Council"], YES),
        ("Harbour Council, Housing", ["Harbour Council"], YES),
        ("Gull Island Council", ["Harbour Council"], OPEN),
    ],
)
def test_a_lead_that_is_known(lead: str, record: list[str] | None, answer: Answer) -> None:
    agencies = [{"name": name} for name in record or []]
    case = CaseRecord.model_validate({"reference": "T", "agencies": agencies}) if record else None
    assert plan_lead_known(look(lead=lead, record=case), NoSettings()).answer is answer


def test_a_lead_that_the_report_lists_is_known() -> None:
    report = Look(text_document("# Contributors\n| Agency | Nature |\n| Harbour Council | IMR |"))
    for lead, answer in (("Harbour Council", YES), ("Gull Island Council", OPEN)):
        there = look(lead=lead, others=(report,))
        assert plan_lead_known(there, NoSettings()).answer is answer


@pytest.mark.parametrize(
    ("action", "answer"),
    [
        ("Buy the course and run it", YES),
        ("Write the policy. Buy the course. Run it.", YES),
        ("One thing. Two things. Three things. Four things. Five things.", OPEN),
    ],
)
def test_one_action(action: str, answer: Answer) -> None:
    assert plan_one_action(look(action), OneSettings()).answer is answer
