"""The case record: everything that is known about one death, for `dhr decide` and `dhr check`.

Every field but the reference is optional, because a referral arrives with gaps and a
gap is an answer of its own kind: *not stated*.  What one field says about another (a
death before the fatal act) is checked elsewhere, so that all faults are told at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from pydantic import model_validator

from .agencies import (
    CSP,
    Agency,
    Child,
    Inquest,
    OtherPerson,
    OtherReview,
    SafeguardingBoard,
    Weapon,
)
from .dates import PartialDate
from .deceased import Deceased
from .labels import with_labels
from .perpetrator import AllegedPerpetrator, Proceedings
from .review import Review
from .scalars import Id, Many, Number, Prose, RecordPart, Reference, Text, YesNo, YesNoAnswer
from .terms_death import Nation, Notifier
from .terms_people import PerpetratorsKnown, SuspectedMotive
from .terms_process import DecisionKind, PoliceView, ReasonGiven


class Dates(RecordPart):
    """When things happened; the clocks of the guidance start from these."""

    death: PartialDate | None = None
    """When the person died."""
    fatal_act: PartialDate | None = None
    """When the act, or the last act, that led to the death was done."""
    found: PartialDate | None = None
    """When the body was found."""
    csp_aware: PartialDate | None = None
    """When the community safety partnership came to know of the death."""
    notified: PartialDate | None = None
    """When the written notification reached the partnership."""
    decision: PartialDate | None = None
    """When the chair of the partnership decided whether to hold a review."""
    home_office_told: PartialDate | None = None
    """When the Home Office was told of the decision."""
    family_told: PartialDate | None = None
    """When the family was told of the decision."""
    agencies_told: PartialDate | None = None
    """When agencies were told to secure their records."""
    referrer_told: PartialDate | None = None
    """When whoever referred the case was told of the decision."""
    coroner_told: PartialDate | None = None
    """When the coroner was told."""
    sab_told: PartialDate | None = None
    """When the Safeguarding Adults Board was told."""
    local_authority_aware: PartialDate | None = None
    """When the local authority came to know that a child had died or was seriously harmed."""
    children_partners_told: PartialDate | None = None
    """When the safeguarding partners and the national Panel were notified about a child."""
    rapid_review_done: PartialDate | None = None
    """When the rapid review about a child was done."""
    nhs_told: PartialDate | None = None
    """When NHS England or the integrated care board was told."""
    mappa_told: PartialDate | None = None
    """When the MAPPA strategic management board was told."""


class Judgement(RecordPart):
    """An evaluative question that somebody entitled to decide it has decided."""

    on: Id
    """The proposition decided, such as ``person.same-household``."""
    about: Text | None = None
    """The ref of the person it is about, or ``chair`` or ``author``; absent if about the case."""
    answer: YesNoAnswer
    """Yes or no."""
    by: Text | None = None
    """The role of whoever decided, such as "CSP chair"; not a name."""
    date: PartialDate | None = None
    """When it was decided."""
    reason: Prose | None = None
    """Why."""


class RecordedDecision(RecordPart):
    """A decision that the partnership has recorded."""

    what: DecisionKind
    """What it settled."""
    answer: Text | None = None
    """What was decided."""
    by: Text | None = None
    """The role of whoever decided; not a name."""
    date: PartialDate | None = None
    """When it was decided."""
    reason: Prose | None = None
    """Why."""


class Selection(RecordPart):
    """Rules chosen by hand, in place of those that the dates and places would choose."""

    test: Id | None = None
    """The statutory test, such as ``dvcva-2004-s9``."""
    edition: Number | None = None
    """The edition of the guidance, such as 2016."""
    nation: Nation | None = None
    """England or Wales."""
    overlay: Id | None = None
    """The local rules laid over the national ones."""
    s8a_commenced: PartialDate | None = None
    """When section 8A of the 2004 Act came into force, once it has: no instrument that was read
    brings it into force."""


class CaseRecord(RecordPart):
    """One death, as it is known on the day the record was written."""

    reference: Reference
    """The partnership's reference for the case; printed in every output, so never a name."""
    dates: Dates = Dates()
    """When things happened."""
    notified_by: Notifier | None = None
    """Who told the partnership of the death."""
    deceased: Deceased = Deceased()
    """The person who died, and where they had lived."""
    perpetrators_known: PerpetratorsKnown | None = None
    """Is everyone who may have caused the death identified?"""
    motive_suspected: SuspectedMotive | None = None
    """What the motive seems to be; matters when nobody is identified."""
    alleged_perpetrators: Many[AllegedPerpetrator] = ()
    """Everyone who may have caused the death."""
    children: Many[Child] = ()
    """Children of the household or of either adult."""
    other_people: Many[OtherPerson] = ()
    """Relatives, friends and others whom a draft must not name."""
    agencies: Many[Agency] = ()
    """Bodies that had contact with the people of the case."""
    working_together_concern: YesNo | None = None
    """Reasonable cause for concern about how agencies worked together: Care Act 2014 s.44(1)(a)."""
    abuse_or_neglect_suspected: YesNo | None = None
    """The Safeguarding Adults Board knows or suspects abuse or neglect (Care Act 2014 s.44(2))."""
    csps: Many[CSP] = ()
    """Community safety partnerships that may lead."""
    local_agreement_on_lead: Text | None = None
    """The partnership that the areas concerned have agreed shall lead."""
    safeguarding_boards: Many[SafeguardingBoard] = ()
    """Safeguarding boards concerned with the case."""
    other_reviews: Many[OtherReview] = ()
    """Other reviews and investigations of the same events."""
    weapon: Weapon | None = None
    """Whether an offensive weapon was involved."""
    criminal_proceedings: Proceedings | None = None
    """Criminal proceedings about the death that are not listed under a person."""
    inquest: Inquest | None = None
    """The coroner's inquest."""
    police_view: PoliceView | None = None
    """What the police think of another person's involvement."""
    review: Review | None = None
    """The review, once there is one."""
    judgements: Many[Judgement] = ()
    """Evaluative questions that have been decided."""
    decisions: Many[RecordedDecision] = ()
    """Decisions that the partnership has recorded."""
    reasons_given: Many[ReasonGiven] = ()
    """Reasons that were given for holding no review."""
    not_known: Many[Id] = ()
    """Facts that were asked for and cannot be known."""
    selection: Selection | None = None
    """Rules chosen by hand."""

    @model_validator(mode="before")
    @classmethod
    def _label_people(cls, data: object) -> object:
        """Give people without a ``ref`` the next free P1, P2 ... or C1, C2 ..."""
        if not isinstance(data, Mapping):
            return data
        return with_labels(cast("Mapping[object, object]", data))
