"""All eighteen relationship categories of the Home Office's data can be said, both ways."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from dhr_checker.checker.records import dump_case, load_case
from dhr_checker.schemas.home_office_categories import (
    LINK_WHEN_PERPETRATOR_WAS,
    LINK_WHEN_VICTIM_WAS,
)
from dhr_checker.schemas.links import Link, Relative
from dhr_checker.schemas.terms_people import Relation

# As the published data spells them (Cook and Cook 2026, DHRD 1.0.0, CC BY 4.0).
CATEGORIES = {
    "Spouse (incl civil partner)",
    "Common-law spouse",
    "Boyfriend or girlfriend",
    "Parent",
    "Ex-spouse",
    "Ex-boyfriend or ex-girlfriend",
    "Sibling",
    "Cohabitant",
    "Grandparent",
    "Other (non-relative)",
    "Other (relative)",
    "Unknown",
    "Casual sexual partner",
    "Son or daughter",
    "Half-sibling",
    "Emotional rival",
    "Step-parent",
    "Step-sibling",
}
BOTH = pytest.mark.parametrize(
    "table", [LINK_WHEN_VICTIM_WAS, LINK_WHEN_PERPETRATOR_WAS], ids=["victim", "perpetrator"]
)


@BOTH
def test_the_table_has_every_category_and_no_other(table: Mapping[str, Link]):
    assert len(CATEGORIES) == 18
    assert set(table) == CATEGORIES


@BOTH
def test_no_two_categories_are_said_alike(table: Mapping[str, Link]):
    assert len(set(table.values())) == len(table)


@BOTH
@pytest.mark.parametrize("category", sorted(CATEGORIES))
def test_a_record_with_the_link_reads_back_the_same(table: Mapping[str, Link], category: str):
    record = load_case(
        {
            "reference": "T/1",
            "alleged_perpetrators": [{"links": [table[category].model_dump(mode="json")]}],
        }
    )
    assert record.alleged_perpetrators[0].links == (table[category],)
    assert load_case(dump_case(record)) == record


@pytest.mark.parametrize(
    ("category", "relation"),
    [
        ("Parent", Relation.CHILD),
        ("Step-parent", Relation.CHILD),
        ("Grandparent", Relation.GRANDCHILD),
        ("Son or daughter", Relation.PARENT),
    ],
)
def test_the_victims_side_is_turned_round(category: str, relation: Relation):
    said, turned = LINK_WHEN_VICTIM_WAS[category], LINK_WHEN_PERPETRATOR_WAS[category]
    assert isinstance(said, Relative)
    assert isinstance(turned, Relative)
    assert (said.relation, said.basis) == (relation, turned.basis)
    assert turned.relation is not relation
