"""Facts that take more than one field of the record: they count and compare, and never guess."""

from __future__ import annotations

from typing import Any

import pytest
from dhr_checker.checker.facts import facts_of, subjects
from dhr_checker.checker.logic import Between, Fact
from dhr_checker.checker.packs import load_packs
from dhr_checker.checker.records import load_case
from dhr_checker.schemas.rule import Scope

SPECS = load_packs().facts
DEATH = {"death": "2024-03-07"}


def facts(record: dict[str, Any], scope: Scope = Scope.CASE, at: int = 0) -> dict[str, Fact]:
    loaded = load_case({"reference": "FACTS-1", **record})
    return facts_of(loaded, SPECS, scope, subjects(loaded, scope)[at])


def person(*links: dict[str, Any], **more: Any) -> dict[str, Any]:
    """The facts about one alleged perpetrator."""
    dates = more.pop("dates", DEATH)
    one = {"links": list(links), **more}
    found = facts({"dates": dates, "alleged_perpetrators": [one]}, Scope.PERSON)
    return {name.removeprefix("person."): fact.value for name, fact in found.items()}


# --- ages ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("born", "died", "age"),
    [
        ("2008-03-07", "2024-03-07", 16),  # on the birthday
        ("2008-03-08", "2024-03-07", 15),  # the day before it
        ("2008-02-29", "2024-02-28", 15),
        ("2008-02-29", "2026-02-28", 17),  # 18 on 1 March in a year without 29 February
        ("2008-02-29", "2026-03-01", 18),
        ("1980", "2024-03-07", Between(43, 44)),
        ("2008", "2024", Between(15, 16)),
        ("2008-03", "2024-03", Between(15, 16)),
        ("2024-03-07", "2024-03-07", 0),
        ("2024", "2024-03", 0),
    ],
)
def test_age_at_death(born: str, died: str, age: Any) -> None:
    found = facts({"dates": {"death": died}, "deceased": {"born": born}})
    assert found["deceased.age_at_death"].value == age


def test_an_age_that_is_stated_is_taken_as_it_is() -> None:
    found = facts({"dates": DEATH, "deceased": {"age_at_death": 40, "born": "1983"}})
    assert found["deceased.age_at_death"].value == 40


def test_the_age_at_the_fatal_act_is_that_at_death_only_where_they_fell_together() -> None:
    one_day = facts({"dates": DEATH, "deceased": {"age_at_death": 16}})
    assert one_day["deceased.age_at_fatal_act"].value == 16
    earlier = {"dates": {**DEATH, "fatal_act": "2023-06"}, "deceased": {"age_at_death": 16}}
    assert facts(earlier)["deceased.age_at_fatal_act"].value == Between(15, 16)
    born = {**earlier, "deceased": {"born": "2007-09-01"}}
    assert facts(born)["deceased.age_at_fatal_act"].value == 15


# --- links and households --------------------------------------------------------------------


def test_no_links_say_nothing_unless_it_is_stated_that_there_are_none() -> None:
    assert person()["links"] is None
    assert person(no_connection=True)["links"] == frozenset()
    assert person({"kind": "not-known"})["links"] is None
    assert person({"kind": "not-known"}, {"kind": "friend"})["links"] == {"friend"}


@pytest.mark.parametrize(
    ("link", "shared"),
    [
        ({"kind": "household", "basis": "resident"}, True),
        ({"kind": "household", "basis": "resident", "until": "2024-03-06"}, False),
        ({"kind": "household", "basis": "resident", "until": "2024-03-07"}, True),
        ({"kind": "household", "basis": "resident", "until": "2019"}, False),
        ({"kind": "household", "basis": "frequent-visitor", "nights_per_week": 0}, False),
        ({"kind": "partner", "cohabiting": True}, True),
        ({"kind": "dating", "cohabited": True}, True),
        ({"kind": "carer", "live_in": True}, True),
    ],
)
def test_a_household_counts_if_it_lasted_until_the_fatal_act(
    link: dict[str, Any], shared: bool
) -> None:
    found = person(link)
    assert ("household" in found["links"]) == shared
    assert found["lived_apart"] is (not shared)
    assert bool(found["household_bases"]) == shared


def test_the_fatal_act_and_not_the_death_ends_the_question() -> None:
    dates = {"fatal_act": "2023-01-05", "death": "2024-03-07"}
    link = {"kind": "household", "basis": "resident", "until": "2023-06"}
    assert "household" in person(link, dates=dates)["links"]
    assert "former-household" in person(link)["links"]


def test_a_household_that_may_have_ended_is_a_question() -> None:
    found = person({"kind": "household", "basis": "resident", "until": "2024-03"})
    assert found["household_bases"] is None
    assert "household" in found["links"]


@pytest.mark.parametrize(
    ("links", "apart"),
    [
        ([{"kind": "spouse"}], None),
        ([{"kind": "partner"}], None),
        ([{"kind": "partner", "cohabiting": False}], True),
        ([{"kind": "carer", "live_in": False}], True),
        ([{"kind": "partner", "cohabiting": False}, {"kind": "household"}], False),
        ([{"kind": "neighbour"}], None),
    ],
)
def test_whether_they_lived_apart_is_said_and_not_guessed(links: list[Any], apart: Any) -> None:
    assert person(*links)["lived_apart"] is apart


def test_an_institution_only_if_every_shared_home_was_one() -> None:
    home = {"kind": "household", "basis": "resident"}
    ward = {"kind": "household", "basis": "hospital"}
    stated = {"kind": "household", "basis": "other", "institution": True}
    assert person(ward, stated)["institution"] is True
    assert person(ward, home)["institution"] is False
    assert person()["institution"] is False


def test_relatives() -> None:
    son = {"kind": "relative", "relation": "child", "basis": "step"}
    cousin = {"kind": "relative", "relation": "cousin"}
    found = person(son, cousin)
    assert found["relations"] == {"child", "cousin"}
    assert found["relative_bases"] == {"step", "not-stated"}
    assert person({"kind": "relative"})["relations"] is None
    assert person({"kind": "spouse"})["relations"] == frozenset()


def test_related_only_through_a_former_spouse_if_no_other_relation_is_left() -> None:
    through = {"kind": "relative", "relation": "child-in-law", "via_former_spouse": True}
    assert person(through)["via_former_spouse"] is True
    assert person(through, {"kind": "relative", "relation": "cousin"})["via_former_spouse"] is False
    assert person()["via_former_spouse"] is False


# --- abuse -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("abuse", "found"),
    [
        ([], None),
        ([{"kind": "physical"}], "isolated"),
        ([{"kind": "physical", "pattern": True}], "pattern"),
        ([{"kind": "physical"}, {"kind": "economic"}], "pattern"),
        ([{"kind": "psychological", "verbal_only": True, "strength": "strong"}], "isolated"),
        ([{"kind": "psychological", "strength": "strong"}], "pattern"),
        ([{"kind": "non-fatal-strangulation"}], "pattern"),
        ([{"kind": "non-fatal-strangulation", "strength": "slight"}], "isolated"),
        ([{"kind": "controlling-or-coercive"}], "coercive-control"),
        ([{"kind": "controlling-or-coercive", "strength": "slight"}], "isolated"),
        ([{"kind": "physical", "by_the_deceased": True}], None),
        ([{"kind": "physical", "by_the_deceased": True}, {"kind": "sexual"}], "pattern"),
    ],
)
def test_evidence_of_abuse(abuse: list[Any], found: str | None) -> None:
    assert person(abuse=abuse)["abuse_evidence"] == found


def test_that_nothing_was_found_is_only_said_of_a_search() -> None:
    assert person(abuse_search="none-found")["abuse_evidence"] == "none"
    assert person(abuse_search="not-yet-searched")["abuse_evidence"] is None
    known = person(abuse=[{"kind": "physical"}], abuse_search="none-found")
    assert known["abuse_evidence"] == "isolated"


@pytest.mark.parametrize(
    ("record", "suspected"),
    [
        ({}, None),
        ({"abuse_or_neglect_suspected": False}, False),
        ({"deceased": {"manner": "violence"}, "alleged_perpetrators": [{}]}, True),
        ({"deceased": {"manner": "violence"}, "alleged_perpetrators": [{"part": "none"}]}, None),
        ({"deceased": {"manner": "natural"}, "alleged_perpetrators": [{"part": "none"}]}, False),
        ({"alleged_perpetrators": [{"link_to_death": "suspected"}]}, True),
        ({"deceased": {"manner": "suicide"}, "alleged_perpetrators": [{}]}, None),
    ],
)
def test_whether_abuse_or_neglect_is_suspected(record: dict[str, Any], suspected: Any) -> None:
    assert facts(record)["case.abuse_or_neglect_suspected"].value is suspected


# --- the case ------------------------------------------------------------------------------------


def test_a_notification_brings_a_death_to_the_csp_s_attention() -> None:
    dates = {**DEATH, "notified": "2024-03-20"}
    assert str(facts({"dates": dates})["case.csp_aware"].value) == "2024-03-20"
    dates["csp_aware"] = "2024-03-09"
    assert str(facts({"dates": dates})["case.csp_aware"].value) == "2024-03-09"
    assert facts({"dates": DEATH})["case.csp_aware"].value is None


@pytest.mark.parametrize(
    ("dates", "key"),
    [
        ({"death": "2015", "csp_aware": "2017-01"}, "2017-01"),
        ({"death": "2015", "notified": "2016-12"}, "2016-12"),
        ({"death": "2015", "found": "2016"}, "2016"),
        ({"death": "2015"}, "2015"),
    ],
)
def test_the_date_that_chooses_the_edition(dates: dict[str, str], key: str) -> None:
    assert str(facts({"dates": dates})["case.key_date"].value) == key


def test_those_listed_are_taken_to_be_all_unless_the_record_says_otherwise() -> None:
    assert facts({})["perpetrators.identified"].value is None
    assert facts({"alleged_perpetrators": [{}]})["perpetrators.identified"].value == "all"
    some = {"alleged_perpetrators": [{}], "perpetrators_known": "some"}
    assert facts(some)["perpetrators.identified"].value == "some"


def test_an_empty_list_is_an_answer_and_a_list_left_out_is_none() -> None:
    assert facts({})["case.children_stated"].value is None
    assert facts({"children": []})["case.children_stated"].value is True
    assert facts({})["case.agency_contact"].value is None
    assert facts({"agencies": []})["case.agency_contact"].value == "none"
    assert facts({"agencies": [{"name": "A"}]})["case.agency_contact"].value == "none"
    asked = {"agencies": [{"name": "A", "contact_with": ["deceased"]}]}
    assert facts(asked)["case.agency_contact"].value == "some"


def test_what_was_asked_and_cannot_be_known() -> None:
    record = {"not_known": ["death.date", "person.links@P2"], "alleged_perpetrators": [{}, {}]}
    assert facts(record)["death.date"].asked
    assert not facts(record)["deceased.manner"].asked
    assert not facts(record, Scope.PERSON, 0)["person.links"].asked
    assert facts(record, Scope.PERSON, 1)["person.links"].asked


# --- places --------------------------------------------------------------------------------


def home(**more: Any) -> dict[str, Any]:
    return {"csp": "One", "nation": "england", "settled": "settled", **more}


@pytest.mark.parametrize(
    ("homes", "kind", "csp"),
    [
        ([home()], "one-settled", "One"),
        ([home(settled=None)], "one-settled", "One"),
        ([home(), home()], "one-settled", "One"),
        ([home(), home(csp="Two")], "several", None),
        ([home(to="2020"), home(csp="Two")], "one-settled", "Two"),
        ([home(), home(csp="Two", **{"from": "2024-04"})], "one-settled", "One"),
        ([home(settled="refuge")], "unsettled", None),
        ([home(settled="prison")], "unsettled", None),
        ([home(settled="placement")], "unsettled", None),
        ([home(settled="no-fixed-address")], "none", None),
        ([home(nation="scotland")], "outside", None),
        ([home(), home(csp="Two", nation="abroad")], "one-settled", "One"),
        ([], None, None),
    ],
)
def test_where_the_deceased_lived(homes: list[Any], kind: Any, csp: Any) -> None:
    homes = [{key: value for key, value in one.items() if value} for one in homes]
    found = facts({"dates": DEATH, "deceased": {"residences": homes}})
    assert found["residence.kind"].value == kind
    assert found["residence.csp"].value == csp


@pytest.mark.parametrize(
    ("areas", "known", "csp"),
    [
        ([{"csp": "One", "lived": True}], "one-lived", "One"),
        ([{"csp": "One", "lived": True}, {"csp": "Two", "lived": False}], "one-lived", "One"),
        ([{"csp": "One", "lived": True}, {"csp": "Two", "lived": True}], "several", None),
        ([{"csp": "One", "lived": False}], "one-frequented", "One"),
        ([], "none", None),
    ],
)
def test_areas_last_known(areas: list[Any], known: str, csp: Any) -> None:
    found = facts({"dates": DEATH, "deceased": {"last_known_areas": areas}})
    assert found["residence.last_known"].value == known
    assert found["residence.last_csp"].value == csp
    assert found["residence.kind"].value == ("none" if areas else None)


@pytest.mark.parametrize(
    ("deceased", "nation"),
    [
        ({}, "not-stated"),
        ({"residences": [home(nation="wales")]}, "wales"),
        ({"residences": [home(nation="scotland"), home()]}, "england"),
        ({"residences": [home(nation="scotland", to="2020"), home(nation="wales")]}, "wales"),
        ({"residences": [home(to="2024-03-07")]}, "england"),
        ({"last_known_areas": [{"nation": "wales"}]}, "wales"),
    ],
)
def test_the_nation_of_the_home(deceased: dict[str, Any], nation: str) -> None:
    found = facts({"dates": DEATH, "deceased": deceased})
    assert found["deceased.residence_nation"].value == nation


# --- chair and author ----------------------------------------------------------------------


def chair(**more: Any) -> dict[str, Any]:
    agencies = more.pop("agencies", [])
    record = {"agencies": agencies, "review": {"chair": more}}
    return {k: v.value for k, v in facts(record, Scope.APPOINTEE).items()}


POST = {"employer": "County Police", "from": "1990", "to": "2020-06"}
POLICE = [{"name": "county police", "contact_with": ["deceased"]}]


@pytest.mark.parametrize(
    ("posts", "agencies", "found"),
    [
        ([], [], "none"),
        ([{**POST, "agency_involved": True}], [], "dated"),
        ([{"employer": "County Police", "agency_involved": True}], [], "undated"),
        ([{**POST, "agency_involved": False}], [], "none"),
        ([POST], [], None),  # nobody has said whether the force is involved
        ([POST], POLICE, "dated"),  # an agency of the record has that name
        ([POST, {"employer": "Elsewhere", "agency_involved": False}], POLICE, "dated"),
    ],
)
def test_past_local_employment(posts: list[Any], agencies: list[Any], found: Any) -> None:
    made = chair(employment=posts, agencies=agencies)
    assert made["appointee.past_local_employment"] == found


def test_silence_about_employment_is_no_answer() -> None:
    assert chair(csp_member=False)["appointee.past_local_employment"] is None


def test_association_is_stated_or_a_post_that_goes_on() -> None:
    assert chair(associated_with=["County Police"])["appointee.associated"] is True
    assert chair(associated_with=[])["appointee.associated"] is False
    assert chair()["appointee.associated"] is None
    still = {"employer": "County Police", "from": "1990", "agency_involved": True}
    assert chair(employment=[still], associated_with=[])["appointee.associated"] is True
