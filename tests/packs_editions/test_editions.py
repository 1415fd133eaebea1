"""What the earlier editions and section 8A make of whole records, on both engines."""

from datetime import date

import pytest
from dhr_checker.checker.casework import Plain, inputs_of
from dhr_checker.checker.decision import decide
from dhr_checker.checker.packs import lay
from dhr_checker.checker.records import load_case
from dhr_checker.checker.whatif import OUTCOMES

WIFE = {
    "reference": "T-1",
    "dates": {"death": "2012-03-07", "csp_aware": "2012-03-08"},
    "deceased": {
        "age_at_death": 40,
        "manner": "violence",
        "residences": [{"area": "Ashcombe", "csp": "Ashcombe CSP", "settled": "settled"}],
    },
    "alleged_perpetrators": [{"age_at_fatal_act": 42, "links": [{"kind": "spouse"}]}],
}


def over(base, change):
    if isinstance(base, dict) and isinstance(change, dict):
        return {**base, **{key: over(base.get(key), value) for key, value in change.items()}}
    return change


def person(**changes):
    return [{**WIFE["alleged_perpetrators"][0], **changes}]


def made(change, as_of=None, **keys):
    return decide(over(WIFE, change), engine="plain", as_of=as_of, **keys)


def remarks(change):
    return {one.rule for one in made(change).remarks}


def duties(change, as_of=date(2012, 6, 1)):
    return {one.rule: one for one in made(change, as_of).duties}


def test_an_old_death_is_decided_under_the_2011_edition():
    decision = made({})
    assert str(decision.outcome) == "met"
    assert {pack.id for pack in decision.provenance.packs} >= {"dvcva-2004-s9", "home-office-2011"}


def test_a_suicide_is_never_settled_by_the_2011_edition():
    abuse = [{"kind": "controlling-or-coercive", "strength": "strong"}]
    strong = {
        "deceased": {"manner": "suicide"},
        "alleged_perpetrators": person(abuse=abuse, link_to_death="evidenced"),
    }
    decision = made(strong)
    assert str(decision.outcome) == "open"
    assert [point.rule for point in decision.judgements] == ["HO11-SUICIDE"]
    nothing = person(abuse_search="none-found", link_to_death="none-found")
    none = {"deceased": {"manner": "suicide"}, "alleged_perpetrators": nothing}
    assert str(made(none).outcome) == "not met"


@pytest.mark.parametrize(("age", "warned"), [(15, False), (16, True), (17, True), (18, False)])
def test_a_child_serious_case_review_goes_before_at_16_and_17(age, warned):
    change = {"deceased": {"age_at_death": age}}
    assert ("HO11-SCR-PRECEDENCE" in remarks(change)) == warned
    reviews = {one.rule: str(one.answer) for one in made(change).reviews}
    assert reviews["CHILD-SCR"] == ("yes" if age < 18 else "no")


def last_areas(*areas):
    return {"deceased": {"residences": [], "last_known_areas": list(areas)}}


def test_the_area_last_frequented_leads_where_there_is_no_address():
    frequented = {"area": "Bywell", "csp": "Bywell CSP", "lived": False}
    lived = {"area": "Ashcombe", "csp": "Ashcombe CSP", "lived": True}
    one = made(last_areas(frequented)).lead
    assert (one.step, one.csp) == ("HO11-LEAD-LAST", "Bywell CSP")
    assert made(last_areas(frequented, lived)).lead.step == "HO11-LEAD-CASE-BY-CASE"
    later = made(last_areas(frequented), edition="home-office-2016").lead
    assert later.step == "HO16-LEAD-AGREE"  # it asks where the person last lived


def test_the_month_covers_decision_and_terms_and_six_more_the_report():
    found = duties({"dates": {"decision": "2012-04-05"}})
    assert found["HO11-DECIDE"].due == date(2012, 4, 8)
    assert found["HO11-TERMS"].due == date(2012, 4, 8)
    assert str(found["HO11-TERMS"].state) == "overdue"
    assert found["HO11-REPORT"].due == date(2012, 10, 5)


def test_a_trial_holds_the_report_and_nothing_else():
    charged = person(proceedings={"charged": True, "outcome": "pending"})
    held = duties({"alleged_perpetrators": charged})
    assert "HO11-HOLD-REPORT" in held
    assert str(held["HO11-DECIDE"].state) == "overdue"
    assert {"HO11-CHRONOLOGY", "HO11-EARLY-LEARNING"} <= held.keys()
    assert "HO11-HOLD-REPORT" not in duties({"alleged_perpetrators": person(died=True)})
    assert "HO11-CORONER-REPORTS" in duties({"alleged_perpetrators": person(died=True)})


CHAIR = {"associated_with": ["police"], "csp_member": True}


def test_an_associated_chair_is_a_warning_and_a_judgement_not_a_failure():
    change = {"review": {"appointed_by": "csp", "chair": CHAIR}}
    view = made(change).appointees[0]
    answers = {one.rule: str(one.answer) for one in view.elements}
    assert answers["HO11-CHAIR-INDEPENDENT"] == "open"
    assert {"HO11-CHAIR-ASSOCIATED", "HO11-CHAIR-WRONG-BODY"} <= remarks(change)
    assert not [rule for rule in answers if "DISCLOSED" in rule or "STATEMENTS" in rule]
    later = made(change, edition="home-office-2016").appointees[0]
    told = {one.rule: str(one.answer) for one in later.elements}
    assert told["HO16-CHAIR-INDEPENDENT"] == "no"


FACTORS = [
    {"deceased": {"known_to_marac": True}},
    {"working_together_concern": True},
    {"agencies": []},
    {"agencies": [{"kind": "police", "contact_with": ["deceased"], "concerns": True}]},
    {"alleged_perpetrators": person(position_of_trust=True)},
]


@pytest.mark.parametrize("change", FACTORS)
@pytest.mark.parametrize("manner", ["violence", "unascertained", "accident"])
def test_circumstances_of_interest_are_no_criteria(change, manner):
    plain = {"deceased": {"manner": manner}}
    assert made(over(plain, change)).outcome is made(plain).outcome
    assert any(rule.startswith("HO11-FACTOR-") for rule in remarks(over(plain, change)))


def test_what_is_taken_over_in_2013_says_that_it_was_not_read():
    decision = made({"dates": {"death": "2014-03-07", "csp_aware": "2014-03-08"}})
    assert "HO13-UNVERIFIED" in {one.rule for one in decision.remarks}
    for duty in decision.duties:
        if duty.rule.startswith("HO11-"):
            assert "ho-2013" in {cite.source for cite in duty.citations}


@pytest.mark.parametrize("edition", ["home-office-2011", "home-office-2013", "home-office-2016"])
@pytest.mark.parametrize("test", ["dvcva-2004-s9", "dvcva-2004-s8a"])
@pytest.mark.parametrize("change", [{}, *FACTORS, {"deceased": {"manner": "suicide"}}])
def test_engines_and_plain_reading_agree_under_every_edition(base, edition, test, change):
    record = load_case(over(WIFE, change))
    decision = decide(record, test=test, edition=edition, overlay="none")
    ruleset = lay(base, [pack.id for pack in decision.provenance.packs])
    plain = Plain(inputs_of(record, ruleset), ruleset)
    assert OUTCOMES[plain.answer(ruleset.test.definition)] is decision.outcome


def test_section_8a_by_name_warns_that_it_is_not_in_force():
    decision = made({}, test="dvcva-2004-s8a")
    assert str(decision.outcome) == "met"
    assert "S8A-NOT-IN-FORCE" in {one.rule for one in decision.remarks}
    assert decision.provenance.packs[0].status == "prospective"
    assert "S8A-4-COPIES" in {one.rule for one in decision.duties}
