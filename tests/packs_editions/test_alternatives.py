"""Where another test, edition or overlay would decide otherwise, and always section 8A."""

import pytest
from dhr_checker.checker.alternatives import alternatives
from dhr_checker.checker.casework import Plain, inputs_of
from dhr_checker.checker.records import load_case
from dhr_checker.checker.selection import select
from dhr_checker.checker.whatif import OUTCOMES

HOME = {"area": "Ashcombe", "settled": "settled"}
DEATH = {"dates": {"death": "2024-01-01", "csp_aware": "2024-01-02"}}
LODGER = {
    "reference": "T-1",
    **DEATH,
    "deceased": {"age_at_death": 40, "manner": "violence", "residences": [HOME]},
    "alleged_perpetrators": [
        {"age_at_fatal_act": 30, "links": [{"kind": "household", "basis": "lodger"}]}
    ],
    "judgements": [{"on": "person.same-household", "answer": "yes"}],
}
SUICIDE = {
    "reference": "T-2",
    **DEATH,
    "deceased": {"age_at_death": 30, "manner": "suicide", "residences": [HOME]},
    "alleged_perpetrators": [
        {
            "age_at_fatal_act": 30,
            "links": [{"kind": "ex-partner"}],
            "abuse": [{"kind": "controlling-or-coercive", "strength": "strong"}],
            "link_to_death": "evidenced",
        }
    ],
}
YOUNG_SON = {
    "reference": "T-3",
    **DEATH,
    "deceased": {"age_at_death": 45, "manner": "violence", "residences": [HOME]},
    "alleged_perpetrators": [
        {
            "age_at_fatal_act": 15,
            "links": [{"kind": "relative", "relation": "child", "basis": "blood"}],
        }
    ],
}
CARE_HOME = {
    "reference": "T-4",
    **DEATH,
    "deceased": {
        "age_at_death": 85,
        "manner": "violence",
        "residences": [{"area": "Stroud", "settled": "settled"}],
    },
    "alleged_perpetrators": [
        {
            "age_at_fatal_act": 88,
            "links": [{"kind": "household", "basis": "care-home-resident", "institution": True}],
        }
    ],
}


def found(base, record, **overrides):
    loaded = load_case(record)
    chosen = select(base, loaded, overrides)
    answer = Plain(inputs_of(loaded, chosen.ruleset), chosen.ruleset)
    outcome = OUTCOMES[answer.answer(chosen.ruleset.test.definition)]
    return {one.value: one for one in alternatives(loaded, base, chosen, outcome)}


def test_a_lodger_falls_out_under_section_8a(base):
    one = found(base, LODGER)["dvcva-2004-s8a"]
    assert (str(one.outcome), one.differs, one.status) == ("not met", True, "prospective")
    answers = {(e.rule, e.about): (e.here, e.there) for e in one.elements}
    assert answers[("S9-1B-HOUSEHOLD", "P1")] == ("yes", None)
    assert answers[("S8A-1-AGE-ABUSER", "P1")] == (None, "yes")
    assert ("S8A-1-CAUSE", "P1") not in answers  # both say yes


def test_a_suicide_was_left_open_by_the_earlier_editions(base):
    others = found(base, SUICIDE)
    assert str(others["home-office-2011"].outcome) == "open"
    assert str(others["home-office-2013"].outcome) == "open"
    assert others["home-office-2011"].elements[0].rule == "S9-1-CAUSE"


def test_section_8a_is_shown_even_where_it_makes_no_difference(base):
    one = found(base, SUICIDE)["dvcva-2004-s8a"]
    assert (str(one.outcome), one.differs) == ("met", False)


def test_a_perpetrator_of_fifteen_matters_only_under_section_8a(base):
    one = found(base, YOUNG_SON)["dvcva-2004-s8a"]
    assert str(one.outcome) == "not met"
    age = next(e for e in one.elements if e.rule == "S8A-1-AGE-ABUSER")
    assert (age.here, age.there) == (None, "no")


def test_under_section_8a_the_alternative_is_section_9(base):
    others = found(base, YOUNG_SON, test="dvcva-2004-s8a")
    assert "dvcva-2004-s8a" not in others
    assert str(others["dvcva-2004-s9"].outcome) == "met"


def test_leaving_the_overlay_off_is_an_alternative(base):
    others = found(base, CARE_HOME)
    assert "gloucestershire-2019" not in others  # it is what was applied: not met
    assert (str(others[None].outcome), others[None].key) == ("open", "overlay")


@pytest.mark.parametrize("record", [LODGER, SUICIDE, YOUNG_SON, CARE_HOME])
def test_each_says_what_a_decision_under_those_rules_says(base, record):
    from dhr_checker.checker.decision import decide

    for value, one in found(base, record).items():
        asked = {one.key: value or "none"}
        assert decide(record, engine="plain", **asked).outcome is one.outcome
