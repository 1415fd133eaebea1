"""Duties put together for a reader: now first, the rest by stage, one step for one topic."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from dhr_checker.checker.decision import decide
from dhr_checker.checker.duty_steps import Plan, plan
from dhr_checker.checker.render import decision_docx, decision_html, decision_text, timeline_text
from dhr_checker.checker.timeline import timeline
from dhr_checker.schemas.decision import Decision, DutyState
from dhr_checker.schemas.rule import Stage

WIFE: dict[str, Any] = {
    "reference": "T-1",
    "dates": {"death": "2024-03-07", "csp_aware": "2024-03-08"},
    "deceased": {
        "age_at_death": 40,
        "manner": "violence",
        "residences": [
            {"area": "Ashcombe", "csp": "Ashcombe CSP", "nation": "england", "settled": "settled"}
        ],
    },
    "alleged_perpetrators": [{"links": [{"kind": "spouse"}]}],
    "children": [],
}
STRANGER = {"alleged_perpetrators": [{"links": [{"kind": "not-known"}]}]}


def made(as_of: date | None = None, dates: dict[str, str] | None = None, **change: Any) -> Decision:
    keys = {key: change.pop(key) for key in ("edition", "overlay") if key in change}
    record = {**WIFE, **change, "dates": {**WIFE["dates"], **(dates or {})}}
    return decide(record, engine="plain", as_of=as_of, **keys)


def of(decision: Decision) -> Plan:
    return plan(decision.duties)


def leads(found: Any) -> set[str]:
    return {step.lead.rule for step in found}


OVERLAYS = [
    ("home-office-2011", "stockton-2011"),
    ("home-office-2016", "gloucestershire-2019"),
    ("home-office-2016", "cornwall-2023"),
    ("home-office-2013", "none"),
    ("home-office-2016", "none"),
]


@pytest.mark.parametrize(("edition", "overlay"), OVERLAYS)
@pytest.mark.parametrize("change", [{}, STRANGER, {"alleged_perpetrators": []}])
def test_every_duty_stands_in_the_plan_once(edition, overlay, change):
    decision = made(edition=edition, overlay=overlay, **change)
    found = [duty.rule for step in of(decision).steps() for duty in step.duties]
    assert sorted(found) == sorted(duty.rule for duty in decision.duties)


@pytest.mark.parametrize(("edition", "overlay"), OVERLAYS)
def test_every_duty_is_told_in_text_page_and_word(edition, overlay):
    decision = made(edition=edition, overlay=overlay, **STRANGER)
    text = " ".join(decision_text.render(decision).split())
    page = decision_html.render(decision)
    assert page.count("<details>") == page.count("</details>") >= 3
    for duty in decision.duties:
        assert duty.title in text
        assert duty.title.replace("'", "&#x27;") in page


def test_an_open_case_of_2011_leads_with_the_few_things_to_do_now():
    decision = made(edition="2011", **STRANGER)
    assert str(decision.outcome) == "open"
    found = of(decision)
    assert leads(found.now) == {"HO11-DECIDE", "HO11-SECURE"}
    assert [stage for stage, _ in found.if_yes] == list(Stage)
    assert len(decision.duties) > 35
    text = decision_text.render(decision)
    duties = text[text.index("What must be done") : text.index("How this was made")]
    assert len(duties.splitlines()) < 160


def test_a_notice_on_no_stands_under_no():
    found = of(made(overlay="cornwall-2023", **STRANGER))
    under_no = leads(step for _, steps in found.if_no for step in steps)
    assert "CORN-NO-REFERRER" in under_no
    assert "CORN-YES-CORONER" in leads(step for _, steps in found.if_yes for step in steps)


def test_nothing_hangs_on_an_outcome_that_is_there():
    found = of(made(edition="2011"))
    assert (found.if_yes, found.if_no) == ((), ())


def test_a_national_and_a_local_duty_are_one_step_with_both_limits():
    decision = made(date(2024, 4, 9), {"notified": "2024-03-10"}, overlay="cornwall-2023")
    (step,) = [one for one in of(decision).now if one.lead.rule == "HO16-DECIDE"]
    assert [one.rule for one in step.others] == ["CORN-DECIDE"]
    assert step.lead.state is DutyState.OVERDUE
    assert step.others[0].state is DutyState.DUE
    assert step.state is DutyState.OVERDUE
    assert step.by == date(2024, 4, 8)
    text = " ".join(decision_text.render(decision).split())
    assert text.count("The decision whether to hold a review") == 1
    assert "8 March 2024 + 1 calendar month = 8 April 2024" in text
    assert "10 March 2024 + 1 calendar month = 10 April 2024" in text
    assert "Safer Cornwall toolkit 2023, process map" in text


def test_a_csp_that_knows_needs_no_telling():
    states = {one.rule: one for one in made().duties}
    told = states["HO16-POLICE-INFORM"]
    assert told.state is DutyState.NOT_NEEDED
    assert "8 March 2024" in told.instead
    notified = {one.rule: one for one in made(dates={"notified": "2024-03-09"}).duties}
    assert notified["HO16-POLICE-INFORM"].state is DutyState.DONE
    record = {**WIFE, "dates": {"death": "2024-03-07"}}
    unaware = {one.rule: one for one in decide(record, engine="plain").duties}
    assert unaware["HO16-POLICE-INFORM"].state is DutyState.NO_CLOCK


def test_a_duty_without_a_clock_waits_until_there_is_a_review():
    before = {one.rule: one for one in made(edition="2011").duties}
    assert before["HO11-IMR-AUTHOR"].state is DutyState.WAITING
    assert before["HO11-FAMILY-RISK"].state is DutyState.NO_CLOCK
    after = {one.rule: one for one in made(edition="2011", dates={"decision": "2024-04-01"}).duties}
    assert after["HO11-IMR-AUTHOR"].state is DutyState.NO_CLOCK


def test_what_no_date_can_show_is_not_called_due_once_its_stage_has_passed():
    review = {"completed": "2024-09-01", "quality_assured": "2024-12-01"}
    decision = made(edition="2011", dates={"decision": "2024-04-01"}, review=review)
    states = {one.rule: one.state for one in decision.duties}
    assert states["HO11-IMR-AUTHOR"] is DutyState.EARLIER
    assert states["HO11-TELL-HOME-OFFICE"] is DutyState.NO_CLOCK  # a date would show it
    assert "HO11-IMR-AUTHOR" in leads(of(decision).earlier)


@pytest.mark.parametrize(("edition", "overlay"), OVERLAYS)
def test_duties_stand_in_the_order_of_stages(edition, overlay):
    decision = made(edition=edition, overlay=overlay, dates={"decision": "2024-04-01"})
    sure = [one for one in decision.duties if one.state is not DutyState.UNCLEAR]
    places = [one.stage.place for one in sure]
    assert places == sorted(places)
    for stage in Stage:
        due = [one.due_latest for one in sure if one.stage is stage and one.due_latest]
        assert due == sorted(due)


def test_a_timeline_says_every_duty_in_full():
    record = {**WIFE, **STRANGER}
    found = timeline(record, engine="plain", edition="2011")
    text = timeline_text.render(found)
    assert text.count("Source:") >= len(found.duties)
    assert decision_docx.render(decide(record, engine="plain", edition="2011"))


def test_records_are_secured_before_what_has_no_clock_of_its_own():
    now = [step.lead.rule for step in of(made()).now]
    assert now.index("HO16-DECIDE") < now.index("HO16-SECURE") < now.index("HO16-EARLY-LEARNING")
