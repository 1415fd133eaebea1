"""The words that templates of notices may use: fields, with what stands in an empty one."""

from __future__ import annotations

FIELDS: dict[str, str] = {
    "adults_board": "name of the Safeguarding Adults Board",
    "agency_head": "name and post of the head of the agency",
    "chair": "name of the independent chair",
    "children_partners": "names of the safeguarding partners",
    "contact": "name of the person to ask",
    "coroner": "name of the coroner",
    "coroner_reference": "the coroner's reference",
    "csp": "name of the community safety partnership",
    "date_asked": "date",
    "deceased": "name of the person who died",
    "email": "e-mail address",
    "family_told": "yes, on which date; or not yet, and why",
    "local_learning": "what, by whom and by when; or none",
    "look_again": "what would bring the case back, such as the inquest",
    "mailbox": "the Home Office's address for notifications",
    "other_review": "which review, and who is responsible for it",
    "partners": "whom you asked, when, and what they said",
    "reasons_for_family": "the reasons, in two or three plain sentences",
    "reasons_for_home_office": "the reasons in the chair's own words, part by part",
    "reasons_for_referrer": "the reasons, without more about anybody than the referrer knew",
    "reference": "our reference",
    "referral_date": "date of the referral",
    "referrer": "name of the referrer",
    "relative": "name of the family member",
    "reply_date": "date",
    "report_due": "date",
    "sender": "name and signature",
    "telephone": "telephone number",
    "who_asked": "name and role",
}
"""Field -> the placeholder that stands there until it is filled in."""

FLAGS: dict[str, str] = {
    "chair": "the record says that a chair has been appointed",
    "decided": "it is decided whether a review will be held",
    "held": "a review will be held",
    "not_held": "no review will be held",
    "other_review": "another review is set off",
    "suicide": "the person appears to have taken their own life",
    "suspect_died": "an alleged perpetrator has died",
    "trial": "criminal proceedings are pending",
}
"""Condition -> when it holds."""
