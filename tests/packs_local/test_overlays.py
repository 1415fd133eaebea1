"""The local packs laid over the national ones: what they change, and what they set off."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from dhr_checker.checker.decision import decide
from dhr_checker.checker.packs import lay
from dhr_checker.schemas.decision import Decision, DutyState

from .packs import BASE

GLOS, CORNWALL, STOCKTON = "gloucestershire-2019", "cornwall-2023", "stockton-2011"
JOINT = sorted(
    p.id for p in BASE.packs.values() if p.head.kind == "joint" and "england" in p.head.nations
)
EDITIONS = sorted(p.id for p in BASE.packs.values() if p.head.kind == "guidance")
TESTS = sorted(p.id for p in BASE.packs.values() if p.head.kind == "statute")

DATES = {"death": "2024-03-07", "csp_aware": "2024-03-08", "notified": "2024-03-08"}
HOME = {"area": "Stroud", "csp": "Stroud Community Safety Partnership", "settled": "settled"}
SPOUSE = {"links": [{"kind": "spouse"}]}
CO_RESIDENT = {
    "links": [{"kind": "household", "basis": "care-home-resident", "institution": "yes"}]
}


def case(**change: Any) -> dict[str, Any]:
    """A record of a killing by a spouse, with some of it otherwise."""
    deceased = {"age_at_death": 40, "manner": "violence", "residences": [HOME]}
    record: dict[str, Any] = {
        "reference": "T-1",
        "dates": {**DATES, **change.pop("dates", {})},
        "deceased": {**deceased, **change.pop("deceased", {})},
        "perpetrators_known": "all",
        "alleged_perpetrators": [SPOUSE],
    }
    return {**record, **change}


def made(overlay: str, edition: str | None = None, **change: Any) -> Decision:
    """The decision on a record under an overlay."""
    day = date(2025, 1, 1)
    return decide(case(**change), overlay=overlay, edition=edition, as_of=day, engine="plain")


def duties(decision: Decision) -> set[str]:
    """Duties that apply for certain."""
    return {one.rule for one in decision.duties if one.state is not DutyState.UNCLEAR}


def remarks(decision: Decision) -> set[str]:
    return {one.rule for one in decision.remarks}


def reviews(decision: Decision) -> dict[str, str]:
    return {one.rule: str(one.answer) for one in decision.reviews}


# --- all of them -----------------------------------------------------------------------------
@pytest.mark.parametrize("overlay", [GLOS, CORNWALL, STOCKTON])
@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("test", TESTS)
def test_every_overlay_lies_over_every_edition_and_test(
    overlay: str, edition: str, test: str
) -> None:
    laid = lay(BASE, [test, edition, *JOINT, overlay, "home-office-2013-common-themes"])
    ids = {definition.entry.id for definition in laid.definitions}
    assert {one.id for one in BASE.pack(overlay).entries("duties")} <= ids
    assert "THEME-RISK" in ids


@pytest.mark.parametrize("overlay", [GLOS, CORNWALL, STOCKTON])
@pytest.mark.parametrize("manner", ["violence", "suicide", "natural", "undetermined-pending"])
def test_both_engines_agree_on_the_overlays(overlay: str, manner: str, needs_durable: None) -> None:
    record = case(deceased={"manner": manner, "care_and_support_needs": "yes"})
    found = decide(record, overlay=overlay, engine="auto")
    assert len(found.provenance.engines) == 2


@pytest.mark.parametrize("overlay", [GLOS, CORNWALL, STOCKTON])
def test_an_overlay_does_not_move_a_decision_on_limb_a(overlay: str) -> None:
    assert str(made(overlay).outcome) == "met"


# --- Gloucestershire -------------------------------------------------------------------------
def test_e71_a_care_home_is_no_household_in_gloucestershire() -> None:
    change: dict[str, Any] = {
        "deceased": {"age_at_death": 84, "care_and_support_needs": "yes"},
        "alleged_perpetrators": [CO_RESIDENT],
    }
    assert str(made("none", **change).outcome) == "open"
    found = made(GLOS, **change)
    assert str(found.outcome) == "not met"
    assert reviews(found)["GLOS-INSTITUTION"] == "yes"


def test_a_spouse_in_the_same_care_home_is_within_limb_a() -> None:
    both = {"links": [*SPOUSE["links"], *CO_RESIDENT["links"]]}
    found = made(GLOS, alleged_perpetrators=[both])
    assert str(found.outcome) == "met"
    assert reviews(found)["GLOS-INSTITUTION"] == "no"


def test_a_judgement_on_the_household_cannot_undo_the_footnote() -> None:
    judged = [{"on": "person.same-household", "answer": "yes", "by": "CSP chair"}]
    found = made(GLOS, alleged_perpetrators=[CO_RESIDENT], judgements=judged)
    assert str(found.outcome) == "not met"


NATURAL: dict[str, Any] = {
    "deceased": {"manner": "natural"},
    "alleged_perpetrators": [
        {
            **SPOUSE,
            "link_to_death": "none-found",
            "abuse": [
                {"kind": "physical", "from": "2010", "pattern": "yes", "known_to": ["Police"]},
                {"kind": "psychological", "from": "2015", "known_to": ["A practice"]},
            ],
        }
    ],
}


def judged_history(answer: str) -> dict[str, Any]:
    on = "case.learning-review-criteria"
    return {"judgements": [{"on": on, "answer": answer, "by": "CSP chair", "date": "2024-04-01"}]}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (judged_history("yes"), "yes"),
        (judged_history("no"), "no"),
        ({}, "open"),
    ],
)
def test_e37_a_learning_review_after_a_natural_death(change: Any, expected: str) -> None:
    found = made(GLOS, **NATURAL, **change)
    assert str(found.outcome) == "not met"
    assert reviews(found)["GLOS-LEARNING"] == expected
    assert "GLOS-LEARNING" not in reviews(made("none", **NATURAL))


def test_an_open_learning_review_waits_on_the_judgement() -> None:
    (review,) = (r for r in made(GLOS, **NATURAL).reviews if r.rule == "GLOS-LEARNING")
    assert len(review.waiting_on) == 1
    assert "significant history of domestic abuse" in review.waiting_on[0]


def test_a_marac_settles_the_criteria_of_a_learning_review() -> None:
    known = {**NATURAL, "deceased": {"manner": "natural", "known_to_marac": "yes"}}
    assert reviews(made(GLOS, **known))["GLOS-LEARNING"] == "yes"


@pytest.mark.parametrize(
    "change",
    [
        {},  # the criteria are met
        {"deceased": {"age_at_death": 15, "manner": "natural"}},  # fails for another reason
    ],
)
def test_no_learning_review_where_the_death_does_not_fail_for_want_of_a_link(change: Any) -> None:
    found = made(GLOS, **{**change, **judged_history("yes")})
    assert reviews(found)["GLOS-LEARNING"] == "no"


def test_a_near_miss_has_no_death() -> None:
    record = {"reference": "T-2", "alleged_perpetrators": [SPOUSE]}
    found = decide(record, overlay=GLOS, engine="plain")
    assert reviews(found)["GLOS-NEAR-MISS"] == "open"
    judged = {"judgements": [{"on": "case.near-miss", "answer": "yes", "by": "CSP chair"}]}
    found = decide({**record, **judged}, overlay=GLOS, engine="plain")
    assert reviews(found)["GLOS-NEAR-MISS"] == "yes"
    assert reviews(made(GLOS))["GLOS-NEAR-MISS"] == "no"


@pytest.mark.parametrize(
    ("area", "step"),
    [("Stroud", "GLOS-LEAD-COUNTY"), ("Cheltenham", "GLOS-LEAD-CHELTENHAM")],
)
def test_steps_to_the_lead_in_the_county(area: str, step: str) -> None:
    home = {**HOME, "area": area, "csp": f"{area} CSP", "tier": "district"}
    found = answered(GLOS, deceased={"residences": [home]})
    held = {name for name in ("GLOS-LEAD-COUNTY", "GLOS-LEAD-CHELTENHAM") if found(f"lead:{name}")}
    assert held == {step}


def test_e115_the_county_leads_only_as_agreed() -> None:
    district: dict[str, Any] = {"deceased": {"residences": [{**HOME, "tier": "district"}]}}
    agreed = {**district, "local_agreement_on_lead": "Safer Gloucestershire"}
    found = made(GLOS, **agreed)
    assert (found.lead.step, found.lead.csp) == ("HO16-LEAD-LOCAL", "Safer Gloucestershire")
    assert "GLOS-COUNTY-LEAD" in remarks(found)
    alone = made(GLOS, **district)
    assert alone.lead.csp == HOME["csp"]
    assert "GLOS-COUNTY-LEAD" not in remarks(alone)


def answered(overlay: str, **change: Any) -> Any:
    """Whether a proposition of the case is yes under an overlay."""
    from dhr_checker.checker.prepare import prepare

    ready = prepare(case(**change), None, "plain", BASE, {"overlay": overlay})
    return lambda name: str(ready.done.case.answer(name)) == "yes"


def test_who_decides_on_the_chair() -> None:
    cheltenham = {"residences": [{**HOME, "area": "Cheltenham", "csp": "Cheltenham CSP"}]}
    assert "GLOS-CHAIR-COUNTY" in duties(made(GLOS))
    assert "GLOS-CHAIR-CHELTENHAM" not in duties(made(GLOS))
    assert "GLOS-CHAIR-CHELTENHAM" in duties(made(GLOS, deceased=cheltenham))


def test_two_days_to_notify_and_a_month_to_tell_the_home_office() -> None:
    due = {one.rule: one.due for one in made(GLOS).duties}
    assert due["GLOS-NOTIFY"] == date(2024, 3, 9)
    assert due["GLOS-TELL-HOME-OFFICE"] == date(2024, 4, 8)


def test_the_panel_of_gloucestershire() -> None:
    panel = [
        {"role": "Head of service", "agency": "A council", "specialist_domestic_abuse": "no"},
        {"role": "Councillor", "agency": "A council", "independent_of_line_management": "no"},
    ]
    agencies = [{"name": "A trust", "contact_with": ["deceased"]}]
    found = made(GLOS, review={"panel": panel}, agencies=agencies)
    wanted = {"SPECIALIST", "POLITICIAN", "LINE", "AGENCIES"}
    assert {f"GLOS-PANEL-{one}" for one in wanted} <= remarks(found)


# --- Cornwall --------------------------------------------------------------------------------
YES = {"CORN-YES-HOME-OFFICE", "CORN-YES-FAMILY", "CORN-YES-CORONER", "CORN-YES-AGENCIES"}
NO = {"CORN-NO-HOME-OFFICE", "CORN-NO-FAMILY", "CORN-NO-REFERRER"}


def test_cornwall_notices_on_yes() -> None:
    assert (YES | NO) & duties(made(CORNWALL)) == YES


def test_cornwall_notices_on_no() -> None:
    assert (YES | NO) & duties(made(CORNWALL, **NATURAL)) == NO


def test_cornwall_notices_follow_the_decision_on_record() -> None:
    decided = [{"what": "no-review", "date": "2024-04-02"}]
    assert (YES | NO) & duties(made(CORNWALL, decisions=decided)) == NO


def test_cornwall_stages() -> None:
    done = {"terms_of_reference_agreed": "2024-05-01", "completed": "2024-09-30"}
    found = made(CORNWALL, dates={"decision": "2024-04-05"}, review=done)
    due = {one.rule: one.due for one in found.duties}
    assert due["CORN-DECIDE"] == date(2024, 4, 8)
    assert due["CORN-TERMS"] == date(2024, 5, 5)
    assert due["CORN-REPORT"] == date(2024, 9, 1)
    assert due["CORN-SUBMIT"] == date(2024, 10, 30)
    states = {one.rule: one.state for one in found.duties}
    assert states["CORN-TERMS"] is DutyState.DONE
    assert states["CORN-REPORT"] is DutyState.DONE_LATE


NEEDS = {"deceased": {"care_and_support_needs": "yes"}}
CONCERN = {"working_together_concern": "yes"}
STRANGER = {"alleged_perpetrators": [{"links": [{"kind": "stranger"}]}]}
OUTCOMES = {"SAR", "DHR", "NEITHER", "NOT-SAR", "NOT-DHR"}


@pytest.mark.parametrize(
    ("change", "joint", "expected"),
    [
        ({**NEEDS, **CONCERN}, "yes", set()),
        ({**NEEDS, "working_together_concern": "no"}, "no", {"DHR", "NOT-SAR"}),
        ({**NEEDS, **CONCERN, **STRANGER}, "no", {"SAR", "NOT-DHR"}),
        (
            {**NEEDS, **STRANGER, "working_together_concern": "no"},
            "no",
            {"NEITHER", "NOT-SAR", "NOT-DHR"},
        ),
        (NEEDS, "open", set()),
        ({"deceased": {"care_and_support_needs": "no"}}, "no", set()),
    ],
)
def test_six_outcomes_of_the_joint_procedure(change: Any, joint: str, expected: set[str]) -> None:
    found = made(CORNWALL, **change)
    assert reviews(found)["CORN-JOINT"] == joint
    assert {one for one in OUTCOMES if f"CORN-OUT-{one}" in remarks(found)} == expected


def test_a_joint_review_that_is_agreed() -> None:
    found = made(CORNWALL, **NEEDS, **CONCERN, decisions=[{"what": "joint-review"}])
    assert {f"CORN-JOINT-{one}" for one in ("AUTHOR", "PANEL", "RATIFY", "FINDINGS")} <= duties(
        found
    )
    assert {"CORN-WARN-PUBLICATION", "CORN-WARN-TEST"} <= remarks(found)
    assert "CORN-WARN-IMR-LETTER" not in remarks(found)
    assert "CORN-JOINT-AUTHOR" not in duties(made(CORNWALL, **NEEDS, **CONCERN))


def test_defects_are_told_where_they_matter() -> None:
    child = [{"age": 4, "outcome": "seriously-harmed", "abuse_or_neglect_suspected": "yes"}]
    told = remarks(made(CORNWALL, children=child))
    assert {"CORN-WARN-RAPID-FORM", "CORN-RAPID-CRITERIA", "CORN-WARN-CONVICTED"} <= told
    assert "CORN-WARN-RAPID-FORM" not in remarks(made(CORNWALL, children=[]))
    convicted = [{**SPOUSE, "proceedings": {"outcome": "convicted-murder"}}]
    assert "CORN-WARN-CONVICTED" not in remarks(made(CORNWALL, alleged_perpetrators=convicted))


def test_the_specification_for_the_chair_needs_judgement() -> None:
    chair = {"name": "A Chair", "skills": ["investigative"]}
    found = made(CORNWALL, review={"chair": chair})
    (view,) = found.appointees
    assert "CORN-CHAIR-SKILLS" in {one.rule for one in view.elements}


# --- Stockton --------------------------------------------------------------------------------
EARLY = {"death": "2012-03-07", "csp_aware": "2012-03-08", "notified": "2012-03-08"}


def test_stockton_under_the_edition_it_was_written_for() -> None:
    found = made(STOCKTON, "2011", dates=EARLY)
    due = {one.rule: one.due for one in found.duties}
    assert due["STOCK-TERMS"] == date(2012, 4, 8)
    assert {"STOCK-STEERING-GROUP", "STOCK-FAMILY", "STOCK-IMR"} <= duties(found)
    assert {"STOCK-LOOK-BACK", "STOCK-WARN-QUOTE"} <= remarks(found)


def test_a_serious_case_review_comes_first_in_its_time() -> None:
    running = [{"kind": "child-scr", "status": "started"}]
    then = remarks(made(STOCKTON, "2011", dates=EARLY, other_reviews=running))
    assert "STOCK-SCR-FIRST" in then
    assert "STOCK-SCR-GONE" not in then
    assert "STOCK-SCR-GONE" in remarks(made(STOCKTON, other_reviews=running))


@pytest.mark.parametrize(("by", "told"), [("panel", False), ("csp", True)])
def test_who_appoints_the_chair_in_stockton(by: str, told: bool) -> None:
    found = made(STOCKTON, "2011", dates=EARLY, review={"appointed_by": by})
    assert ("STOCK-CHAIR-BY-GROUP" in remarks(found)) is told
