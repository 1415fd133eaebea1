"""Other reviews hang on the date of the death and on the nation, not on the edition."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from dhr_checker.checker.decision import decide
from dhr_checker.checker.packs import RuleBase
from dhr_checker.schemas.decision import Decision

EDITIONS = ("home-office-2011", "home-office-2013", "home-office-2016")


def record(death: str, nation: str = "england", **change: Any) -> dict[str, Any]:
    home = {"area": "Ashcombe", "csp": "Ashcombe CSP", "nation": nation, "settled": "settled"}
    deceased = {"age_at_death": 17, "manner": "violence", "residences": [home]}
    return {
        "reference": "T-1",
        "dates": {"death": death, "csp_aware": death},
        "deceased": {**deceased, **change.pop("deceased", {})},
        "alleged_perpetrators": [{"age_at_fatal_act": 45, "links": [{"kind": "partner"}]}],
        "children": [],
        **change,
    }


def answers(made: Decision) -> dict[str, str]:
    return {one.rule: str(one.answer) for one in made.reviews}


def set_off(case: dict[str, Any], **keys: str) -> set[str]:
    return {
        rule
        for rule, said in answers(decide(case, engine="plain", **keys)).items()
        if said == "yes"
    }


CHILD = {"CHILD-SCR", "CHILD-SCR-TRANSITION", "CHILD-DECEASED"}


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize(
    ("death", "expected"),
    [
        ("2011-05-01", {"CHILD-SCR"}),
        ("2014-05-01", {"CHILD-SCR"}),
        ("2016-12-06", {"CHILD-SCR"}),
        ("2016-12-07", {"CHILD-SCR"}),
        ("2018-06-28", {"CHILD-SCR"}),
        ("2018-06-29", {"CHILD-DECEASED", "CHILD-SCR-TRANSITION"}),
        ("2019-09-28", {"CHILD-DECEASED", "CHILD-SCR-TRANSITION"}),
        ("2019-09-29", {"CHILD-DECEASED"}),
        ("2024-05-01", {"CHILD-DECEASED"}),
    ],
)
def test_a_girl_of_17_sets_off_the_childs_review_of_her_day(edition, death, expected):
    assert set_off(record(death), edition=edition) & CHILD == expected


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_child_killed_beside_an_adult_had_a_serious_case_review(edition):
    child = [{"age": 4, "outcome": "killed", "abuse_or_neglect_suspected": True}]
    case = record("2017-04-01", deceased={"age_at_death": 30}, children=child)
    assert "CHILD-SCR-OTHER" in set_off(case, edition=edition)
    assert "CHILD-OTHER" not in set_off(case, edition=edition)


def test_an_adult_of_2014_is_looked_at_under_the_edition_of_2016_as_well():
    adult = {"age_at_death": 80, "care_and_support_needs": True}
    assert "ADULT-SCR" in set_off(record("2014-01-01", deceased=adult), edition="2016")


def test_a_choice_of_the_national_panel_is_named():
    assert "CHILD-NATIONAL" in set_off(record("2024-05-01"))
    made = decide(record("2024-05-01"), engine="plain")
    national = next(one for one in made.reviews if one.rule == "CHILD-NATIONAL")
    assert [one.at for one in national.citations] == ["s.16B"]


WALES_ENGLISH_BODIES = ("NHS England", "integrated care board", "Safeguarding Adults Board")


@pytest.mark.parametrize("death", ["2012-05-01", "2020-05-01", "2025-05-01"])
def test_no_english_body_is_named_for_a_death_in_wales(death):
    patient = [{"links": [{"kind": "partner"}], "mental_health_services": True}]
    made = decide(record(death, "wales", alleged_perpetrators=patient), engine="plain")
    told = [one.tell for one in made.reviews] + [f"{one.who} {one.what}" for one in made.duties]
    assert not [text for text in told for body in WALES_ENGLISH_BODIES if body in text]
    assert answers(made)["WALES-MH-HOMICIDE"] == "yes"
    assert "MH-HOMICIDE" not in answers(made)
    assert "WALES-MH-TELL" in {one.rule for one in made.duties}


@pytest.mark.parametrize(
    ("death", "expected"),
    [
        ("2012-12-31", {"WALES-CHILD-SCR"}),
        ("2013-01-01", {"WALES-CHILD-PRACTICE"}),
        ("2024-09-30", {"WALES-CHILD-PRACTICE"}),
        ("2024-10-01", {"WALES-SUSR"}),
    ],
)
def test_a_girl_of_17_in_wales_has_the_review_of_her_day(death, expected):
    found = set_off(record(death, "wales"))
    assert found & {"WALES-CHILD-SCR", "WALES-CHILD-PRACTICE", "WALES-SUSR"} == expected
    assert not found & CHILD


def weapon(nation: str = "england", **change: Any) -> dict[str, Any]:
    """A neighbour stabbed in the pilot: no domestic homicide review can follow."""
    area = "Birmingham" if nation == "england" else "South Wales"
    deceased = {
        "age_at_death": 40,
        "care_and_support_needs": False,
        "death_place": {"area": area, "nation": nation},
        **change.pop("deceased", {}),
    }
    person = {"links": [{"kind": "neighbour"}], "mental_health_services": False}
    person |= change.pop("person", {})
    return record(
        "2023-06-01",
        nation,
        deceased=deceased,
        alleged_perpetrators=[person],
        weapon={"offensive_weapon_used": True},
        **change,
    )


@pytest.mark.parametrize("nation", ["england", "wales"])
def test_an_offensive_weapons_review_gives_way_to_every_other(nation):
    assert answers(decide(weapon(nation), engine="plain"))["OWHR"] == "yes"
    patient = weapon(nation, person={"mental_health_services": True})
    assert answers(decide(patient, engine="plain"))["OWHR"] == "no"
    needs = weapon(nation, deceased={"care_and_support_needs": True})
    assert answers(decide(needs, engine="plain"))["OWHR"] == "no"
    asked = weapon(nation, person={"mental_health_services": None})
    assert answers(decide(asked, engine="plain"))["OWHR"] == "open"


def test_the_copy_to_the_commissioner_stands_once_under_either_test():
    for test in ("dvcva-2004-s9", "dvcva-2004-s8a"):
        made = decide(record("2024-05-01"), engine="plain", test=test)
        copies = [one.rule for one in made.duties if "Commissioner" in one.title]
        assert copies == ["S9-3B-COMMISSIONER" if test == "dvcva-2004-s9" else "S8A-4-COPIES"]
    old = record("2012-05-01", review={"completed": "2013-05-01"})
    assert "S9-3B-COMMISSIONER" not in {one.rule for one in decide(old, engine="plain").duties}


def test_the_childs_clock_runs_from_the_local_authoritys_knowledge():
    case = record("2024-03-04")
    case["dates"] = {"death": "2024-03-04", "csp_aware": "2024-03-14"}
    of = {one.rule: one for one in decide(case, engine="plain").duties}
    assert of["CHILD-5-DAYS"].due == date(2024, 3, 21)
    assert "may be earlier" in of["CHILD-5-DAYS"].what
    case["dates"]["local_authority_aware"] = "2024-03-05"
    of = {one.rule: one for one in decide(case, engine="plain").duties}
    assert of["CHILD-5-DAYS"].due == date(2024, 3, 12)


def test_an_adult_who_is_alive_has_a_review_of_another_kind():
    case = {
        "reference": "T-1",
        "deceased": {"adult": True, "care_and_support_needs": True},
        "abuse_or_neglect_suspected": True,
        "working_together_concern": True,
    }
    assert set_off(case) >= {"SAR-ALIVE"}
    assert "SAR-ALIVE" not in set_off({**case, "dates": {"death": "2024-01-01"}})


def test_a_step_taken_over_by_2013_says_that_it_was_not_read(base: RuleBase):
    towns = [{"area": one, "csp": f"{one} CSP", "lived": False} for one in ("Bywell", "Ashcombe")]
    case = record("2014-05-01", deceased={"residences": [], "last_known_areas": towns})
    made = decide(case, engine="plain", edition="2013")
    assert made.lead.judgement is not None
    marks = {(one.source, one.checked) for one in made.lead.judgement.citations}
    assert ("ho-2013", "unverified") in marks
    assert made.lead.judgement.citations == made.lead.citations
