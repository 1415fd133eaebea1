"""Where a duty stands on a day: due, overdue, done, done late, waiting, unclear."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from dhr_checker.checker.decision import decide
from dhr_checker.checker.duties import overdue_words
from dhr_checker.schemas.decision import DutyDue

SOUND: dict[str, Any] = {
    "reference": "DUTY-1",
    "deceased": {"age_at_death": 34, "manner": "violence"},
    "alleged_perpetrators": [{"links": [{"kind": "spouse"}]}],
    "children": [],
}
DEATH = {"death": "2024-01-20", "csp_aware": "2024-01-31"}


def duty(rule: str, as_of: str | None = None, **parts: Any) -> DutyDue:
    record = {**SOUND, "dates": DEATH, **parts}
    day = date.fromisoformat(as_of) if as_of else None
    found = {one.rule: one for one in decide(record, as_of=day, engine="plain").duties}
    return found[rule]


@pytest.mark.parametrize(
    ("as_of", "state"),
    [(None, "due"), ("2024-02-29", "due"), ("2024-03-01", "overdue")],
)
def test_the_decision_is_due_a_calendar_month_on(as_of: str | None, state: str) -> None:
    found = duty("HO16-DECIDE", as_of)
    assert str(found.state) == state
    assert found.due == date(2024, 2, 29)
    assert found.arithmetic == "31 January 2024 + 1 calendar month = 29 February 2024"


def test_how_long_it_is_overdue() -> None:
    day = date(2024, 3, 1)
    assert overdue_words(duty("HO16-DECIDE", "2024-03-01"), day) == (
        "overdue by 1 day on 1 March 2024"
    )
    assert overdue_words(duty("HO16-DECIDE", "2024-02-29"), day) == ""


@pytest.mark.parametrize(
    ("decision", "state"),
    [
        ("2024-02-29", "done"),
        ("2024-03-01", "done late"),
        ("2024-02", "done"),
        ("2024-03", "done late"),
        ("2024", "done"),  # it may have been in time: nobody is accused on half a date
    ],
)
def test_a_decision_made_in_time_or_late(decision: str, state: str) -> None:
    dates = {**DEATH, "decision": decision}
    assert str(duty("HO16-DECIDE", dates=dates).state) == state


def test_a_clock_that_has_not_started_waits_on_its_date() -> None:
    found = duty("HO16-REPORT", "2024-02-01")
    assert str(found.state) == "waiting"
    assert found.waiting_on == "date of the CSP chair's decision"
    assert found.due is None


def test_a_start_known_to_the_month_is_overdue_only_when_every_day_of_it_would_be() -> None:
    dates = {"death": "2024-01", "csp_aware": "2024-01"}
    assert str(duty("HO16-DECIDE", "2024-02-20", dates=dates).state) == "due"
    found = duty("HO16-DECIDE", "2024-03-01", dates=dates)
    assert str(found.state) == "overdue"
    assert (found.due, found.due_latest) == (date(2024, 2, 1), date(2024, 2, 29))


def decided_to_review(**review: Any) -> dict[str, Any]:
    return {
        "dates": {**DEATH, "decision": "2024-02-20"},
        "decisions": [{"what": "hold-review"}],
        "review": review,
    }


def test_an_extension_counts_once_it_is_agreed_and_says_to_when() -> None:
    until = {"extension_until": "2025-03-31"}
    unagreed = duty("HO16-REPORT", "2024-10-01", **decided_to_review(**until))
    assert str(unagreed.state) == "overdue"
    agreed = {**until, "extension_agreed": "2024-07-01"}
    found = duty("HO16-REPORT", "2024-10-01", **decided_to_review(**agreed))
    assert str(found.state) == "due"
    assert found.due == date(2025, 3, 31)
    assert "extended by agreement of 1 July 2024" in found.arithmetic


def test_a_trial_moves_no_clock_by_itself() -> None:
    pending = {"charged": True, "trial_expected": "2025-06", "outcome": "pending"}
    people = [{"links": [{"kind": "spouse"}], "proceedings": pending}]
    found = duty("HO16-REPORT", "2024-10-01", **decided_to_review(), alleged_perpetrators=people)
    assert str(found.state) == "overdue"
    assert "agreed" in found.paused_by


def test_the_child_clocks_run_in_working_days_beside_the_others() -> None:
    dates = {"death": "2024-03-20", "csp_aware": "2024-03-27"}  # before Easter
    child = {"deceased": {"age_at_death": 17, "manner": "violence"}}
    found = duty("CHILD-5-DAYS", dates=dates, **child)
    assert found.due == date(2024, 4, 5)
    told = {**dates, "children_partners_told": "2024-03-28"}
    assert duty("CHILD-15-DAYS", dates=told, **child).due == date(2024, 4, 22)


def test_no_review_no_report_but_the_home_office_is_told() -> None:
    record = {**SOUND, "dates": {**DEATH, "decision": "2024-02-20"}}
    record["alleged_perpetrators"] = [{"links": [{"kind": "neighbour"}]}]
    rules = {one.rule for one in decide(record, engine="plain").duties}
    assert "HO16-TELL-HOME-OFFICE" in rules
    assert "HO16-TELL-FAMILY" in rules
    assert "HO16-REPORT" not in rules


def test_nobody_is_written_to_where_that_is_unsafe() -> None:
    record = {**SOUND, "dates": DEATH, "review": {"family": {"unsafe_to_contact": True}}}
    rules = {one.rule for one in decide(record, engine="plain").duties}
    assert "HO16-TELL-FAMILY" not in rules
