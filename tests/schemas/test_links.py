"""Typed links: every kind can be said, and no kind takes another's fields."""

from __future__ import annotations

from typing import Any

import pytest
from dhr_checker.schemas.links import ENDED_KINDS, Household, Link, Relative
from dhr_checker.schemas.terms_people import HouseholdBasis, Relation
from pydantic import TypeAdapter, ValidationError

READ: TypeAdapter[Any] = TypeAdapter(Link)

# The kinds that the specification names, with the fields that each has beside `kind`.
KINDS: dict[str, dict[str, Any]] = {
    "spouse": {"since": "2001", "until": "2020-01", "ended_by": "divorce"},
    "civil-partner": {},
    "partner": {"cohabiting": "yes", "since": "2001", "until": "2002", "duration_months": 9},
    "ex-spouse": {"until": "2020"},
    "ex-civil-partner": {},
    "ex-partner": {"until": "2020-05-06"},
    "engaged": {"until": "2020", "agreement_ended": "no", "arranged": "yes"},
    "co-parent": {},
    "casual-sexual": {"occasions": 3},
    "dating": {"occasions": 2, "cohabited": "no"},
    "sex-work-client": {"repeated": "yes"},
    "relative": {"relation": "cousin", "basis": "half", "degree": 2, "via_former_spouse": "no"},
    "household": {
        "basis": "frequent-visitor",
        "nights_per_week": 3.5,
        "months": 12,
        "shares_living": "yes",
        "since": "2020",
        "until": "2021",
        "institution": "no",
    },
    "carer": {"paid": "yes", "live_in": "no"},
    "friend": {},
    "neighbour": {},
    "stalker": {"ever_in_relationship": "no"},
    "rival": {},
    "community-member": {},
    "professional": {},
    "stranger": {},
    "other-non-relative": {},
    "not-known": {},
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_link_can_be_said(kind: str):
    said = READ.validate_python({"kind": kind, **KINDS[kind]})
    assert said.kind == kind
    assert all(getattr(said, name) is not None for name in KINDS[kind])
    assert READ.validate_python(READ.dump_python(said, mode="json")) == said


@pytest.mark.parametrize("kind", KINDS)
def test_no_link_takes_a_field_that_is_not_its_own(kind: str):
    with pytest.raises(ValidationError):
        READ.validate_python({"kind": kind, "colour": "red"})


@pytest.mark.parametrize("relation", list(Relation))
def test_every_relation_can_be_said(relation: Relation):
    said = READ.validate_python({"kind": "relative", "relation": relation.value})
    assert isinstance(said, Relative)
    assert said.relation is relation


@pytest.mark.parametrize("basis", list(HouseholdBasis))
def test_every_footing_of_a_household_can_be_said(basis: HouseholdBasis):
    said = READ.validate_python({"kind": "household", "basis": basis.value})
    assert isinstance(said, Household)
    assert said.basis is basis


@pytest.mark.parametrize("nights", [-1, 7.5, "4", float("nan"), float("inf"), True])
def test_nights_a_week_run_from_nought_to_seven(nights: object):
    with pytest.raises(ValidationError):
        READ.validate_python({"kind": "household", "nights_per_week": nights})


def test_the_ended_kinds_are_kinds():
    assert set(KINDS) >= ENDED_KINDS
