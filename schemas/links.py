"""What the alleged perpetrator was to the deceased: typed links, of which there may be several.

One word for a relationship would decide too early: section 9 of the Domestic Violence,
Crime and Victims Act 2004 and section 2 of the Domestic Abuse Act 2021 read different
facts out of the same relationship.  Every link is said from the alleged perpetrator's
side: ``relative`` with ``relation: child`` means that the perpetrator is the deceased's
son or daughter.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .dates import PartialDate
from .scalars import Count, RecordPart, YesNo
from .terms_people import EndedBy, HouseholdBasis, Relation, RelationBasis

Nights = Annotated[float, Field(strict=True, ge=0, le=7, allow_inf_nan=False)]
"""Nights a week."""


class _Lasting(RecordPart):
    """A link that began, and may have ended, on a date."""

    since: PartialDate | None = None
    """When it began."""
    until: PartialDate | None = None
    """When it ended; absent if it lasted until the death."""
    ended_by: EndedBy | None = None
    """How it ended, if it did."""


class Marriage(_Lasting):
    """Married, or in a civil partnership, when the person died; they may have been living apart."""

    kind: Literal["spouse", "civil-partner"]


class FormerMarriage(_Lasting):
    """Once married or in a civil partnership.  Section 9(1)(a) sets no limit of time."""

    kind: Literal["ex-spouse", "ex-civil-partner"]


class Partner(_Lasting):
    """In an intimate relationship when the person died, without marriage."""

    kind: Literal["partner"]
    cohabiting: YesNo | None = None
    """Living together as a couple when the person died."""
    duration_months: Count | None = None
    """How long the relationship had lasted, in months."""


class FormerPartner(_Lasting):
    """Once in an intimate relationship, without marriage."""

    kind: Literal["ex-partner"]
    cohabited: YesNo | None = None
    """Once lived together as a couple."""
    duration_months: Count | None = None
    """How long the relationship had lasted, in months."""


class Engaged(_Lasting):
    """Agreed to marry or to enter a civil partnership, now or formerly."""

    kind: Literal["engaged"]
    agreement_ended: YesNo | None = None
    """The agreement had been ended before the death."""
    arranged: YesNo | None = None
    """The marriage was arranged by others."""


class CoParent(RecordPart):
    """Each was a parent of, or had parental responsibility for, the same child."""

    kind: Literal["co-parent"]


class CasualSexual(RecordPart):
    """A casual sexual relationship."""

    kind: Literal["casual-sexual"]
    occasions: Count | None = None
    """How many times they met as such."""
    since: PartialDate | None = None
    """When it began."""
    until: PartialDate | None = None
    """When it ended; absent if it lasted until the death."""


class Dating(RecordPart):
    """A few meetings whose nature is not settled."""

    kind: Literal["dating"]
    occasions: Count | None = None
    """How many times they met."""
    cohabited: YesNo | None = None
    """They lived together."""


class SexWorkClient(RecordPart):
    """One paid the other for sex."""

    kind: Literal["sex-work-client"]
    repeated: YesNo | None = None
    """They met so more than once."""


class Relative(RecordPart):
    """A relative by blood, marriage, civil partnership, adoption or care."""

    kind: Literal["relative"]
    relation: Relation | None = None
    """What the alleged perpetrator was to the deceased: ``child`` is the deceased's child."""
    basis: RelationBasis | None = None
    """What makes them relatives."""
    degree: Annotated[int, Field(strict=True, ge=1, le=12)] | None = None
    """Which cousin, for cousins (1 is first cousin); otherwise the generations between them."""
    via_former_spouse: YesNo | None = None
    """They are relatives only through a marriage or partnership that has ended."""


class Household(RecordPart):
    """Lived in, or so often visited, the same dwelling that a household is in question."""

    kind: Literal["household"]
    basis: HouseholdBasis | None = None
    """On what footing they shared or used the dwelling."""
    nights_per_week: Nights | None = None
    """Nights a week usually spent there, 0 to 7."""
    months: Count | None = None
    """For how many months this had gone on."""
    shares_living: YesNo | None = None
    """They shared meals, bills or a common domestic life."""
    since: PartialDate | None = None
    """When it began."""
    until: PartialDate | None = None
    """When it ended; absent if it lasted until the fatal act."""
    institution: YesNo | None = None
    """The dwelling was an institution, such as a care home, hospital or prison."""


class Carer(RecordPart):
    """Cared for the deceased."""

    kind: Literal["carer"]
    paid: YesNo | None = None
    """Cared for pay."""
    live_in: YesNo | None = None
    """Lived in the deceased's home to do so."""


class Stalker(RecordPart):
    """Followed or harassed the deceased."""

    kind: Literal["stalker"]
    ever_in_relationship: YesNo | None = None
    """The two had at some time been in an intimate relationship."""


class OtherLink(RecordPart):
    """A link that says no more than its name."""

    kind: Literal[
        "friend",
        "neighbour",
        "rival",
        "community-member",
        "professional",
        "stranger",
        "other-non-relative",
        "not-known",
    ]


Link = Annotated[
    Marriage
    | FormerMarriage
    | Partner
    | FormerPartner
    | Engaged
    | CoParent
    | CasualSexual
    | Dating
    | SexWorkClient
    | Relative
    | Household
    | Carer
    | Stalker
    | OtherLink,
    Field(discriminator="kind"),
]
"""Any one link, told apart by its ``kind``."""

ENDED_KINDS = frozenset({"ex-spouse", "ex-civil-partner", "ex-partner"})
"""Kinds that say that the relationship was over before the death."""
