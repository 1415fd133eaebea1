"""Partial records of the kind that an interview meets: some things known, most not."""

from __future__ import annotations

from typing import Any

from dhr_checker.schemas.vocabulary import HouseholdBasis, LinkToDeath, Manner, Part, RelationBasis
from hypothesis import strategies as st


def _words(kind: Any) -> st.SearchStrategy[str]:
    return st.sampled_from([one.value for one in kind])


def _some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Any of the fields, each there or not."""
    return st.fixed_dictionaries({}, optional=fields)


_KINDS = [
    "spouse", "ex-partner", "partner", "engaged", "co-parent", "dating", "sex-work-client",
    "carer", "stalker", "friend", "stranger", "not-known", "other-non-relative",
]  # fmt: skip

_LINKS = st.one_of(
    st.sampled_from(_KINDS).map(lambda kind: {"kind": kind}),
    _some(basis=_words(RelationBasis)).map(lambda more: {"kind": "relative", **more}),
    _some(
        basis=_words(HouseholdBasis),
        nights_per_week=st.integers(0, 7),
        shares_living=st.booleans(),
    ).map(lambda more: {"kind": "household", **more}),
)

_PERSON = _some(
    links=st.lists(_LINKS, min_size=1, max_size=2),
    part=_words(Part),
    link_to_death=_words(LinkToDeath),
    connection_disputed=st.booleans(),
    abuse=st.just([{"kind": "physical", "pattern": True}]),
    proceedings=st.sampled_from([{"outcome": "acquitted"}, {"outcome": "pending"}]),
)

RECORDS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {"reference": st.just("T-1")},
    optional={
        "dates": _some(
            death=st.sampled_from(["2010-01-01", "2011-04", "2024-03-07", "2024"]),
            csp_aware=st.just("2024-03-08"),
        ),
        "deceased": _some(
            age_at_death=st.sampled_from([15, 16, 34]),
            manner=_words(Manner),
            death_place=st.sampled_from([{"nation": "england"}, {"nation": "abroad"}]),
        ),
        "perpetrators_known": st.sampled_from(["all", "some", "none"]),
        "alleged_perpetrators": st.lists(_PERSON, max_size=2),
        "not_known": st.lists(
            st.sampled_from(["deceased.manner", "deceased.age_at_death", "person.links@P1"]),
            max_size=2,
            unique=True,
        ),
    },
)
"""Records that may leave anything out.  None contradicts itself."""
