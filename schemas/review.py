"""The review itself: who chairs it, who sits on it, how the family was involved, when."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from .dates import PartialDate
from .scalars import Count, Many, Number, RecordPart, Text, YesNo, number_as_text
from .terms_process import AppointedBy, Edition, Skill, Training


class Employment(RecordPart):
    """A post that a chair or author has held."""

    employer: Text | None = None
    """Who the employer was."""
    area: Text | None = None
    """The council area in which they worked."""
    role: Text | None = None
    """What the post was."""
    from_: PartialDate | None = Field(default=None, alias="from")
    """When it began."""
    to: PartialDate | None = None
    """When it ended; absent if it has not, or is not stated."""
    agency_involved: YesNo | None = None
    """The employer is an agency involved in the case."""


class Appointee(RecordPart):
    """A chair or an author, whose independence has to be shown."""

    name: Text | None = None
    """The name under which the report is published."""
    names: Many[Text] = ()
    """Other forms of the name, to look for in a draft.  Never printed."""
    employment: Many[Employment] = ()
    """Posts held, in any order."""
    associated_with: Many[Text] = ()
    """Agencies with which this person is directly associated."""
    csp_member: YesNo | None = None
    """Is a member of the community safety partnership."""
    csp_connection_stated: YesNo | None = None
    """The report states what connection this person has with the partnership, or that none."""
    independence_statement: YesNo | None = None
    """The report has a statement of this person's independence."""
    career_statement: YesNo | None = None
    """The report has a statement of this person's career and relevant experience."""
    family_advocate: YesNo | None = None
    """Acts, or has acted, as the family's advocate in this case."""
    previous_reviews_for_csp: Count | None = None
    """How many earlier reviews for the same partnership."""
    training: Many[Training] = ()
    """Training done."""
    skills: Many[Skill] = ()
    """Skills and knowledge shown."""


class PanelMember(RecordPart):
    """A member of the review panel."""

    name: Text | None = None
    """The member's name."""
    role: Text | None = None
    """The member's post."""
    agency: Text | None = None
    """The agency that the member speaks for."""
    independent_of_line_management: YesNo | None = None
    """Was independent of the line management of anyone involved in the case."""
    specialist_domestic_abuse: YesNo | None = None
    """Brings specialist knowledge of domestic abuse."""
    imr_author: YesNo | None = None
    """Wrote an individual management review for this case."""


class FamilyInvolvement(RecordPart):
    """What was done to involve family, friends and others who knew the deceased."""

    contacted: YesNo | None = None
    """The family was contacted."""
    leaflet: YesNo | None = None
    """They were given the Home Office leaflet."""
    advocate_offered: YesNo | None = None
    """They were told of specialist advocacy."""
    advocate: YesNo | None = None
    """They had an advocate."""
    terms_shared: YesNo | None = None
    """The terms of reference were shared with them."""
    met_panel: YesNo | None = None
    """They were given the chance to meet the panel."""
    updated: YesNo | None = None
    """They were kept up to date."""
    draft_read_in_private: YesNo | None = None
    """They could read the draft in private and with time enough."""
    medium_chosen: YesNo | None = None
    """They could choose how to take part: in person, in writing, by telephone."""
    unsafe_to_contact: YesNo | None = None
    """Contact would have put somebody at risk."""
    opposes_review: YesNo | None = None
    """They are against a review.  Not a criterion in law."""


class Review(RecordPart):
    """The domestic homicide review, once there is one."""

    chair: Appointee | None = None
    """The independent chair."""
    author: Appointee | None = None
    """The author of the overview report; absent if the chair wrote it."""
    separate_author: YesNo | None = None
    """The report was written by another person than the chair."""
    appointed_by: AppointedBy | None = None
    """Who appointed the chair."""
    chair_appointed: PartialDate | None = None
    """When the chair was appointed."""
    panel: Many[PanelMember] = ()
    """The members of the review panel."""
    panel_meetings: Count | None = None
    """How often the panel met."""
    terms_of_reference_agreed: PartialDate | None = None
    """When the terms of reference were agreed."""
    started: PartialDate | None = None
    """When the review started."""
    extension_agreed: PartialDate | None = None
    """When the partnership formally agreed to more than six months."""
    extension_until: PartialDate | None = None
    """The date to which time was extended; may be in the future."""
    extension_reason: YesNo | None = None
    """The reason for the extension is recorded."""
    completed: PartialDate | None = None
    """When the overview report was completed."""
    submitted: PartialDate | None = None
    """When it was sent to the Home Office for quality assurance."""
    quality_assured: PartialDate | None = None
    """When the Home Office cleared it for publication."""
    sent_to_commissioner: PartialDate | None = None
    """When it was sent to the Domestic Abuse Commissioner (s.9(3B) DVCVA 2004)."""
    sent_to_pcc: PartialDate | None = None
    """When it was sent to the police and crime commissioner."""
    published: PartialDate | None = None
    """When it was published."""
    publication_withheld: YesNo | None = None
    """A decision was made not to publish, or not in full."""
    action_plan_audited: PartialDate | None = None
    """When the carrying out of the action plan was last audited."""
    data_form_done: YesNo | None = None
    """The Home Office data collection form was filled in."""
    family: FamilyInvolvement | None = None
    """How the family was involved."""
    guidance_cited: Many[Number] = ()
    """Paragraphs of the guidance cited, such as 13 or "3.8" (with a dot: in quotation marks)."""
    edition_claimed: Annotated[Edition, BeforeValidator(number_as_text)] | None = None
    """The edition of the guidance that the review says it follows."""
