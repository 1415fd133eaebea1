"""The person who died, where they died and where they had lived."""

from __future__ import annotations

from pydantic import Field

from .dates import PartialDate
from .scalars import Age, Many, Prose, RecordPart, Text, YesNo
from .terms_death import Manner, Nation, ProtectedCharacteristic, Setting, Settled, Sex, Tier


class Place(RecordPart):
    """Where the death happened."""

    nation: Nation | None = None
    """England, Wales or elsewhere."""
    area: Text | None = None
    """The council area."""
    csp: Text | None = None
    """The community safety partnership for that area."""
    setting: Setting | None = None
    """What kind of place it was."""


class Area(RecordPart):
    """An area that the deceased had lived in, or only frequented."""

    area: Text | None = None
    """The council area."""
    csp: Text | None = None
    """The community safety partnership for that area."""
    nation: Nation | None = None
    """England, Wales or elsewhere."""
    lived: YesNo | None = None
    """The deceased had lived there (yes), or only frequented it (no)."""


class Residence(RecordPart):
    """A place where the deceased lived, which decides who leads the review."""

    area: Text | None = None
    """The council area."""
    csp: Text | None = None
    """The community safety partnership for that area."""
    nation: Nation | None = None
    """England, Wales or elsewhere."""
    from_: PartialDate | None = Field(default=None, alias="from")
    """When the deceased came to live there."""
    to: PartialDate | None = None
    """When that ended; absent if it lasted until the death."""
    settled: Settled | None = None
    """How settled it was."""
    placed_by: Text | None = None
    """The authority that placed the deceased there, if one did."""
    tier: Tier | None = None
    """Unitary, district or county."""


class Deceased(RecordPart):
    """The person who died."""

    born: PartialDate | None = None
    """Date of birth."""
    age_at_death: Age | None = None
    """Age in completed years on the day of death; section 9(1) DVCVA 2004 asks for 16 or over."""
    adult: YesNo | None = None
    """Was 18 or over at the death: enough for the criteria while the age itself is not known."""
    age_at_fatal_act: Age | None = None
    """Age in completed years when the fatal act was done."""
    sex: Sex | None = None
    """Sex as recorded by the agencies."""
    manner: Manner | None = None
    """How the death came about, as far as is known."""
    cause_found: Prose | None = None
    """The cause found by the pathologist or coroner.  Free text; never printed."""
    death_place: Place | None = None
    """Where the death happened."""
    residences: Many[Residence] = ()
    """Where the deceased lived, in any order."""
    last_known_areas: Many[Area] = ()
    """Areas lived in or frequented, for a person of no established address."""
    care_and_support_needs: YesNo | None = None
    """Had needs for care and support, met or not (Care Act 2014 s.44(1))."""
    under_local_authority_care: YesNo | None = None
    """Was in the care of a local authority."""
    looked_after: YesNo | None = None
    """Was a looked-after child."""
    known_to_marac: YesNo | None = None
    """Had been discussed at a multi-agency risk assessment conference."""
    should_have_been_marac: YesNo | None = None
    """Was not discussed at such a conference, but should have been."""
    mental_health_services: YesNo | None = None
    """Was in contact with mental health services."""
    religion: Text | None = None
    """Religion or belief, as recorded."""
    ethnicity: Text | None = None
    """Ethnicity, as recorded."""
    protected_characteristics: Many[ProtectedCharacteristic] = ()
    """Characteristics that may have mattered (Equality Act 2010 s.4)."""
    pregnant: YesNo | None = None
    """Was pregnant at the time of death."""
    pseudonym: Text | None = None
    """The pseudonym that the draft uses."""
    names: Many[Text] = ()
    """Real names and nicknames, to look for in a draft.  Never printed."""
