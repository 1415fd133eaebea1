"""The relationship categories of the Home Office's review data, said as links.

The data says what the *victim* was to the alleged perpetrator; a link says what the
alleged perpetrator was to the deceased.  ``Parent`` in the data is therefore the link
of a son or daughter.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from .links import (
    CasualSexual,
    FormerMarriage,
    FormerPartner,
    Household,
    Link,
    Marriage,
    OtherLink,
    Partner,
    Relative,
)
from .terms_people import HouseholdBasis, Relation, RelationBasis


def _relative(relation: Relation, basis: RelationBasis | None = None) -> Relative:
    return Relative(kind="relative", relation=relation, basis=basis)


_SAME_BOTH_WAYS: dict[str, Link] = {
    "Spouse (incl civil partner)": Marriage(kind="spouse"),
    "Common-law spouse": Partner(kind="partner", cohabiting=True),
    "Boyfriend or girlfriend": Partner(kind="partner"),
    "Ex-spouse": FormerMarriage(kind="ex-spouse"),
    "Ex-boyfriend or ex-girlfriend": FormerPartner(kind="ex-partner"),
    "Casual sexual partner": CasualSexual(kind="casual-sexual"),
    "Cohabitant": Household(kind="household", basis=HouseholdBasis.RESIDENT),
    "Sibling": _relative(Relation.SIBLING),
    "Half-sibling": _relative(Relation.SIBLING, RelationBasis.HALF),
    "Step-sibling": _relative(Relation.SIBLING, RelationBasis.STEP),
    "Other (relative)": _relative(Relation.OTHER),
    "Emotional rival": OtherLink(kind="rival"),
    "Other (non-relative)": OtherLink(kind="other-non-relative"),
    "Unknown": OtherLink(kind="not-known"),
}

LINK_WHEN_VICTIM_WAS: Mapping[str, Link] = MappingProxyType(
    {
        **_SAME_BOTH_WAYS,
        "Parent": _relative(Relation.CHILD),
        "Step-parent": _relative(Relation.CHILD, RelationBasis.STEP),
        "Grandparent": _relative(Relation.GRANDCHILD),
        "Son or daughter": _relative(Relation.PARENT),
    }
)
"""The link of an alleged perpetrator whose victim was, to them, of this category."""

LINK_WHEN_PERPETRATOR_WAS: Mapping[str, Link] = MappingProxyType(
    {
        **_SAME_BOTH_WAYS,
        "Parent": _relative(Relation.PARENT),
        "Step-parent": _relative(Relation.PARENT, RelationBasis.STEP),
        "Grandparent": _relative(Relation.GRANDPARENT),
        "Son or daughter": _relative(Relation.CHILD),
    }
)
"""The link of an alleged perpetrator who was, to the victim, of this category."""
