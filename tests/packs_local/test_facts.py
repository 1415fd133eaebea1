"""Facts that local protocols ask for: counted and compared, never decided."""

from __future__ import annotations

from typing import Any

import pytest
from dhr_checker.checker.facts import DERIVED
from dhr_checker.checker.records import load_case


def fact(name: str, **record: Any) -> Any:
    case = load_case({"reference": "T-1", **record})
    part = case.alleged_perpetrators[0] if name.startswith("person.") else case
    return DERIVED[name](case, part)


def lived(*areas: str) -> dict[str, Any]:
    return {"residences": [{"area": area, "settled": "settled"} for area in areas]}


@pytest.mark.parametrize(
    ("areas", "expected"),
    [
        (["Cheltenham"], "cheltenham"),
        (["Cheltenham Borough"], "cheltenham"),
        (["Stroud District Council"], "county-district"),
        (["Forest of Dean"], "county-district"),
        (["the Cotswolds"], "county-district"),
        (["Epping Forest"], "elsewhere"),
        (["South Gloucestershire"], "elsewhere"),
        (["Cornwall"], "elsewhere"),
        (["Gloucestershire"], None),
        (["Stroud", "Tewkesbury"], "county-district"),
        (["Stroud", "Cheltenham"], None),
        ([], None),
    ],
)
def test_part_of_gloucestershire(areas: list[str], expected: str | None) -> None:
    assert fact("residence.gloucestershire", deceased=lived(*areas)) == expected


def test_the_csp_names_the_district_too() -> None:
    home = {"csp": "Cheltenham Community Safety Partnership", "settled": "settled"}
    assert fact("residence.gloucestershire", deceased={"residences": [home]}) == "cheltenham"


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [([], None), ([{"what": "joint-review"}], True), ([{"what": "hold-review"}], None)],
)
def test_joint_review(decisions: list[Any], expected: bool | None) -> None:
    assert fact("case.joint_review_agreed", decisions=decisions) is expected


@pytest.mark.parametrize(
    ("agencies", "expected"),
    [
        ([], None),
        ([{"concerns": "no"}], False),
        ([{"concerns": "no"}, {}], None),
        ([{"concerns": "no"}, {"concerns": "yes"}], True),
    ],
)
def test_concern_about_an_agency(agencies: list[Any], expected: bool | None) -> None:
    assert fact("case.agency_concern", agencies=agencies) is expected


def test_agencies_without_contact_do_not_count() -> None:
    agencies = [
        {"kind": "police", "contact_with": ["deceased"]},
        {"kind": "gp", "contact_with": []},
        {"kind": "housing"},
    ]
    assert fact("case.agency_kinds", agencies=agencies) == {"police"}
    assert fact("case.agencies_with_contact", agencies=agencies) == 1
    assert fact("case.agency_kinds") is None
    assert fact("case.agencies_with_contact") is None
    assert fact("case.agencies_with_contact", agencies=[]) == 0


ABUSE = [
    {"kind": "physical", "from": "2015-06-01", "known_to": ["A police force"]},
    {"kind": "economic", "from": "2016", "to": "2018-05-31", "how_known": "agency-record"},
    {"kind": "physical", "how_known": "family-or-friends"},
    {"kind": "physical", "from": "2001", "known_to": ["A police force"], "by_the_deceased": "yes"},
]


def test_abuse_is_counted_without_what_the_deceased_did() -> None:
    people = [{"abuse": ABUSE}, {"abuse": [{"kind": "threatening", "from": "2017-01-01"}]}, {}]
    assert fact("case.abuse_reports", alleged_perpetrators=people) == 2
    assert fact("case.abusers", alleged_perpetrators=people) == 2
    only = [{"abuse": ABUSE[3:]}]
    assert fact("case.abuse_reports", alleged_perpetrators=only) is None
    assert fact("case.abusers", alleged_perpetrators=only) is None


def test_how_long_the_abuse_went_on() -> None:
    dates = {"death": "2020-05-31"}
    people = [{"abuse": ABUSE}]
    assert fact("case.abuse_years", alleged_perpetrators=people, dates=dates) == 4
    ended = [{"abuse": [ABUSE[1]]}]
    assert fact("case.abuse_years", alleged_perpetrators=ended, dates=dates) == 1
    undated = [{"abuse": [{"kind": "physical"}]}]
    assert fact("case.abuse_years", alleged_perpetrators=undated, dates=dates) is None


def test_how_the_abuse_came_to_be_known() -> None:
    people = [{"abuse": [*ABUSE[1:], {"kind": "physical"}]}]
    found = fact("person.abuse_how_known", alleged_perpetrators=people)
    assert found == {"agency-record", "family-or-friends"}
    assert fact("person.abuse_how_known", alleged_perpetrators=[{}]) is None


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ([], None),
        (["Head of service"], False),
        (["Head of service", "Councillor"], True),
        (["Cabinet member for safety"], True),
        (["Cabinet Office official"], False),
        (["Member of Parliament (MP)"], True),
        ([None], False),
    ],
)
def test_elected_politicians_on_the_panel(roles: list[str | None], expected: bool | None) -> None:
    panel = [{"role": role} if role else {"agency": "A council"} for role in roles]
    assert fact("review.panel_elected", review={"panel": panel}) is expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [([], None), (["yes", "yes"], True), (["yes", None], None), (["yes", None, "no"], False)],
)
def test_line_management(said: list[str | None], expected: bool | None) -> None:
    panel = [{"independent_of_line_management": one} if one else {"role": "Head"} for one in said]
    assert fact("review.panel_line_independent", review={"panel": panel}) is expected


@pytest.mark.parametrize(
    ("seated", "involved", "expected"),
    [
        (["a council", "The Trust"], ["A Council", "the trust"], True),
        (["A council"], ["A council", "A trust"], False),
        ([], ["A council"], None),
        (["A council"], [], None),
        (["A council"], ["A council", None], None),
    ],
)
def test_every_agency_on_the_panel(
    seated: list[str], involved: list[str | None], expected: bool | None
) -> None:
    record = {
        "review": {"panel": [{"agency": name} for name in seated]},
        "agencies": [
            {"contact_with": ["deceased"], **({"name": name} if name else {})} for name in involved
        ]
        + [{"name": "Without contact"}],
    }
    assert fact("review.panel_every_agency", **record) is expected
