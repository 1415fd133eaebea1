"""Children, agencies, partnerships, boards and the other reviews of the same death."""

from __future__ import annotations

from pydantic import ConfigDict

from .dates import PartialDate
from .perpetrator import ref_may_be_left_out
from .scalars import Age, Many, Prose, RecordPart, Ref, Text, YesNo
from .terms_death import ChildOutcome, Nation, Tier
from .terms_process import (
    AgencyKind,
    BoardKind,
    ContactWith,
    InquestConclusion,
    ReviewKind,
    ReviewStatus,
)


class Child(RecordPart):
    """A child of the household or of either adult.

    ``ref`` may be left out of a case record, which then gives C1, C2 and so on.
    """

    model_config = ConfigDict(json_schema_extra=ref_may_be_left_out)

    ref: Ref
    """A short label, such as C1; printed in reports, so never a name."""
    age: Age | None = None
    """Age in completed years when the person died."""
    born: PartialDate | None = None
    """Date of birth."""
    in_household: YesNo | None = None
    """Lived in the household."""
    outcome: ChildOutcome | None = None
    """What happened to the child in the same events."""
    abuse_or_neglect_suspected: YesNo | None = None
    """The authority knows or suspects abuse or neglect (Children Act 2004 s.16C(1))."""
    looked_after: YesNo | None = None
    """Was looked after by a local authority."""
    normally_resident_in: Nation | None = None
    """The nation in which the child normally lived."""
    killed_by_same_person: YesNo | None = None
    """Was killed by a person alleged to have caused the adult's death."""
    pseudonym: Text | None = None
    """The pseudonym that the draft uses."""
    names: Many[Text] = ()
    """Real names and nicknames, to look for in a draft.  Never printed."""


class OtherPerson(RecordPart):
    """Somebody else whom a draft must not name: a relative, a friend, a neighbour."""

    role: Text | None = None
    """What the person was to the deceased or to an alleged perpetrator.  Never printed."""
    pseudonym: Text | None = None
    """The pseudonym that the draft uses."""
    names: Many[Text] = ()
    """Real names and nicknames, to look for in a draft.  Never printed."""


class Agency(RecordPart):
    """A body that had, or may have had, contact with the people of the case."""

    name: Text | None = None
    """The agency's name."""
    kind: AgencyKind | None = None
    """What sort of body it is."""
    area: Text | None = None
    """The council area in which it had the contact."""
    contact_with: Many[ContactWith] = ()
    """Whom it had contact with; empty if with nobody."""
    concerns: YesNo | None = None
    """There is concern about how it worked with others."""
    concern_basis: Prose | None = None
    """What the concern rests on.  Free text; never printed."""


class CSP(RecordPart):
    """A community safety partnership that may lead the review."""

    name: Text | None = None
    """The partnership's name."""
    area: Text | None = None
    """The council area that it covers."""
    nation: Nation | None = None
    """England or Wales."""
    tier: Tier | None = None
    """Unitary, district or county."""
    willing_to_lead: YesNo | None = None
    """Has said that it would lead."""


class SafeguardingBoard(RecordPart):
    """A safeguarding board or partnership concerned with the case."""

    name: Text | None = None
    """The board's name."""
    kind: BoardKind | None = None
    """Adults, children, or regional (Wales)."""
    area: Text | None = None
    """The council area that it covers."""


class OtherReview(RecordPart):
    """Another review or investigation of the same events."""

    kind: ReviewKind | None = None
    """Which review it is."""
    status: ReviewStatus | None = None
    """How far it has got."""
    started: PartialDate | None = None
    """When it started."""
    completed: PartialDate | None = None
    """When it was completed."""
    used_in_review: YesNo | None = None
    """Its findings were used in the domestic homicide review."""


class Weapon(RecordPart):
    """Facts for an offensive weapons homicide review (PCSC Act 2022 ss.24-36)."""

    offensive_weapon_used: YesNo | None = None
    """The death, or the events around it, involved an offensive weapon."""
    place: Text | None = None
    """The council area in which that happened."""


class Inquest(RecordPart):
    """The coroner's inquest."""

    opened: YesNo | None = None
    """An inquest has been opened."""
    concluded_on: PartialDate | None = None
    """When it concluded."""
    conclusion: InquestConclusion | None = None
    """Its conclusion."""
