"""An alleged perpetrator: links to the deceased, abuse known of, part in the death."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import ConfigDict, Field

from .dates import PartialDate
from .links import Link
from .scalars import Age, Many, RecordPart, Ref, Text, YesNo
from .terms_death import Sex
from .terms_people import (
    AbuseKind,
    AbuseSearch,
    CarerRole,
    Charge,
    HowKnown,
    LinkToDeath,
    Part,
    ProceedingsOutcome,
    Strength,
)


def ref_may_be_left_out(schema: dict[str, Any]) -> None:
    """Tell the JSON Schema that the case record fills in a missing ``ref``."""
    schema.pop("required", None)


class AbuseEvidence(RecordPart):
    """One thing known about abuse, by whomever it was done."""

    kind: AbuseKind | None = None
    """What kind of abuse."""
    from_: PartialDate | None = Field(default=None, alias="from")
    """When it began, or happened."""
    to: PartialDate | None = None
    """When it ended."""
    known_to: Many[Text] = ()
    """Agencies that knew of it at the time."""
    how_known: HowKnown | None = None
    """How it came to be known."""
    pattern: YesNo | None = None
    """More than one incident."""
    strength: Strength | None = None
    """How strong the evidence is."""
    verbal_only: YesNo | None = None
    """Words only, such as a quarrel."""
    by_the_deceased: YesNo | None = None
    """The abuse was by the deceased, against this person."""


class Proceedings(RecordPart):
    """Criminal proceedings about the death.  They never decide whether the criteria are met."""

    charged: YesNo | None = None
    """Somebody has been charged."""
    charge: Charge | None = None
    """The most serious charge."""
    charged_on: PartialDate | None = None
    """When the charge was brought."""
    trial_expected: PartialDate | None = None
    """When the trial is expected; may be in the future."""
    concluded_on: PartialDate | None = None
    """When the proceedings ended."""
    outcome: ProceedingsOutcome | None = None
    """Where they have got to."""


class AllegedPerpetrator(RecordPart):
    """A person who may have caused the death.

    ``ref`` may be left out of a case record, which then gives P1, P2 and so on.
    """

    model_config = ConfigDict(json_schema_extra=ref_may_be_left_out)

    ref: Ref
    """A short label, such as P1; printed in reports, so never a name."""
    born: PartialDate | None = None
    """Date of birth."""
    age_at_fatal_act: Age | None = None
    """Age in completed years when the fatal act was done."""
    age_at_abuse: Age | None = None
    """Youngest age in completed years during the abusive behaviour."""
    age_at_abuse_latest: Age | None = None
    """Oldest age in completed years during the abusive behaviour."""
    sex: Sex | None = None
    """Sex as recorded by the agencies."""
    links: Many[Link] = ()
    """What this person was to the deceased; give every link that is known."""
    connection_disputed: YesNo | None = None
    """It is disputed whether the two were connected as the links say."""
    no_connection: YesNo | None = None
    """It is stated that there is no qualifying connection at all."""
    part: Part = Part.NOT_STATED
    """What part this person appears to have had in the death."""
    abuse: Many[AbuseEvidence] = ()
    """What is known about abuse between the two."""
    abuse_search: AbuseSearch | None = None
    """What a search for earlier abuse came to."""
    link_to_death: LinkToDeath | None = None
    """Does the abuse appear to have led to the death?"""
    position_of_trust: YesNo | None = None
    """Held a position of trust or authority (2011 guidance, paragraph 4.8)."""
    police_officer: YesNo | None = None
    """Is or was a police officer or other police staff."""
    mental_health_services: YesNo | None = None
    """Was under the care of mental health services."""
    mappa_level: Annotated[int, Field(strict=True, ge=0, le=3)] | None = None
    """Level of multi-agency public protection arrangements, 1 to 3; 0 is not managed."""
    probation: YesNo | None = None
    """Was supervised by probation."""
    carer_for_deceased: CarerRole | None = None
    """Cared for the deceased, and whether for pay."""
    died: YesNo | None = None
    """Has died."""
    died_on: PartialDate | None = None
    """When this person died."""
    proceedings: Proceedings | None = None
    """Criminal proceedings against this person."""
    pseudonym: Text | None = None
    """The pseudonym that the draft uses."""
    names: Many[Text] = ()
    """Real names and nicknames, to look for in a draft.  Never printed."""
