"""Facts about each alleged perpetrator, child and appointee that take more than one field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..schemas.case import CaseRecord
from ..schemas.common import Answer
from ..schemas.links import (
    Carer,
    CasualSexual,
    Dating,
    Household,
    Link,
    Partner,
    Relative,
    Stalker,
)
from ..schemas.perpetrator import AbuseEvidence, AllegedPerpetrator
from ..schemas.review import Appointee, Employment
from ..schemas.terms_people import AbuseKind, AbuseSearch, HouseholdBasis, Strength
from .derived_case import NOT_STATED, Age, age_on

GRAVE = frozenset({AbuseKind.NON_FATAL_STRANGULATION, AbuseKind.SEXUAL, AbuseKind.HONOUR_BASED})
"""Kinds of abuse of which one report is already serious."""


def links(record: CaseRecord, person: AllegedPerpetrator) -> frozenset[str] | None:
    """The kinds of link; empty where it is stated that there is none; None if not known.

    A household that had ended by the fatal act is a link of the past, and two people who
    lived together as a couple or as carer and cared-for shared one, whatever else they were.
    """
    kinds = {str(link.kind) for link in person.links} - {"household", "not-known"}
    if household_bases(record, person) != frozenset():
        kinds.add("household")
    elif any(isinstance(link, Household) for link in person.links):
        kinds.add("former-household")
    if kinds:
        return frozenset(kinds)
    return frozenset() if person.no_connection else None


def _relatives(person: AllegedPerpetrator) -> list[Relative]:
    return [link for link in person.links if isinstance(link, Relative)]


def _ended(record: CaseRecord, link: Household) -> Answer:
    """Whether living together was over before the fatal act (before the death, if unknown)."""
    if link.until is None:
        return Answer.YES if link.nights_per_week == 0 else Answer.NO
    moment = record.dates.fatal_act or record.dates.death
    return Answer.YES if moment is None else link.until.before(moment)


def _households(record: CaseRecord, person: AllegedPerpetrator) -> list[Household]:
    """The households that the two may have shared at the time of the fatal act."""
    shared = [link for link in person.links if isinstance(link, Household)]
    return [link for link in shared if _ended(record, link) is not Answer.YES]


def relations(_: CaseRecord, person: AllegedPerpetrator) -> frozenset[str] | None:
    """Which relatives; empty where there is no such link."""
    found = frozenset(link.relation.value for link in _relatives(person) if link.relation)
    return found or (None if _relatives(person) else frozenset[str]())


def relative_bases(_: CaseRecord, person: AllegedPerpetrator) -> frozenset[str]:
    """By blood, step, marriage ...; ``not-stated`` for a link that does not say."""
    return frozenset(link.basis.value if link.basis else NOT_STATED for link in _relatives(person))


def via_former_spouse(_: CaseRecord, person: AllegedPerpetrator) -> bool:
    """Whether every family link runs through a marriage or partnership that has ended."""
    related = _relatives(person)
    return bool(related) and all(link.via_former_spouse is True for link in related)


def connection_disputed(_: CaseRecord, person: AllegedPerpetrator) -> bool:
    """Whether the record says that the connection is disputed."""
    return person.connection_disputed is True


def ever_in_relationship(_: CaseRecord, person: AllegedPerpetrator) -> bool | None:
    """For a stalker: whether the two had ever been in a relationship.  None for anybody else."""
    stalkers = [link for link in person.links if isinstance(link, Stalker)]
    return stalkers[0].ever_in_relationship if stalkers else None


def household_bases(record: CaseRecord, person: AllegedPerpetrator) -> frozenset[str] | None:
    """On what footing they lived together at the fatal act; empty if no link says they did.

    None where a link gives no footing, or may have ended before.
    """
    shared = _households(record, person)
    if any(link.basis is None or _ended(record, link) is Answer.OPEN for link in shared):
        return None
    bases = {link.basis.value for link in shared if link.basis}
    if any(_lived_as_a_couple(link) for link in person.links):
        bases.add(HouseholdBasis.RESIDENT.value)
    if any(isinstance(link, Carer) and link.live_in for link in person.links):
        bases.add(HouseholdBasis.LIVE_IN_CARER.value)
    return frozenset(bases)


def _lived_as_a_couple(link: Link) -> bool:
    """A couple that lived together, whatever name their relationship goes by."""
    if isinstance(link, Partner):
        return link.cohabiting is True
    return isinstance(link, Dating) and link.cohabited is True


def lived_apart(record: CaseRecord, person: AllegedPerpetrator) -> bool | None:
    """Whether the record says that they did not live together.  None if it does not say."""
    if household_bases(record, person) != frozenset():
        return False
    return True if any(_says_apart(link) for link in person.links) else None


def _says_apart(link: Link) -> bool:
    """A household that is over, or a couple or a carer said not to have lived together."""
    if isinstance(link, Partner):
        return link.cohabiting is False
    if isinstance(link, Carer):
        return link.live_in is False
    return isinstance(link, Household)


def _first(values: list[Any]) -> Any:
    return next((value for value in values if value is not None), None)


def nights_per_week(record: CaseRecord, person: AllegedPerpetrator) -> float | None:
    """Nights a week spent at the home."""
    return _first([link.nights_per_week for link in _households(record, person)])


def household_months(record: CaseRecord, person: AllegedPerpetrator) -> int | None:
    """For how many months that went on."""
    return _first([link.months for link in _households(record, person)])


def shares_living(record: CaseRecord, person: AllegedPerpetrator) -> bool | None:
    """Whether they shared meals, bills or a common life."""
    return _first([link.shares_living for link in _households(record, person)])


def separate_living(record: CaseRecord, person: AllegedPerpetrator) -> bool:
    """Whether the record says that they did not."""
    return shares_living(record, person) is False


def institution(record: CaseRecord, person: AllegedPerpetrator) -> bool:
    """Whether every household link is to an institution: limb (b) rests on it alone."""
    shared = _households(record, person)
    places = {"care-home-resident", "care-home-staff", "hospital", "prison-cell"}
    return bool(shared) and all(
        link.institution is True or (link.basis is not None and link.basis.value in places)
        for link in shared
    )


def occasions(_: CaseRecord, person: AllegedPerpetrator) -> int | None:
    """How often two people who dated, or met casually, had met."""
    met = [link for link in person.links if isinstance(link, Dating | CasualSexual)]
    return _first([link.occasions for link in met])


def abuse_evidence(_: CaseRecord, person: AllegedPerpetrator) -> str | None:
    """none, isolated, pattern or coercive-control; None while nobody has looked.

    Slight evidence of control stays ``isolated``: it takes a person to weigh it.
    """
    against = [item for item in person.abuse if not item.by_the_deceased]
    if not against:
        return "none" if person.abuse_search is AbuseSearch.NONE_FOUND else None
    if any(_is_control(item) for item in against):
        return "coercive-control"
    return "pattern" if len(against) > 1 or _is_serious(against[0]) else "isolated"


def _is_control(item: AbuseEvidence) -> bool:
    return item.kind is AbuseKind.CONTROLLING_OR_COERCIVE and item.strength is not Strength.SLIGHT


def _is_serious(item: AbuseEvidence) -> bool:
    if item.strength is Strength.SLIGHT or item.verbal_only:
        return item.pattern is True
    return item.pattern is True or item.kind in GRAVE or item.strength is Strength.STRONG


def abused_by_deceased(_: CaseRecord, person: AllegedPerpetrator) -> bool:
    """Whether the deceased had abused this person."""
    return any(item.by_the_deceased for item in person.abuse)


def outcome(_: CaseRecord, person: AllegedPerpetrator) -> str:
    """Outcome of proceedings, or that it is not stated."""
    proceedings = person.proceedings
    return proceedings.outcome.value if proceedings and proceedings.outcome else NOT_STATED


def charged(_: CaseRecord, person: AllegedPerpetrator) -> bool | None:
    """Whether this person has been charged."""
    proceedings = person.proceedings
    if proceedings is None:
        return None
    if proceedings.charged is not None:
        return proceedings.charged
    return True if proceedings.charge or proceedings.charged_on else None


def age_at_fatal_act(record: CaseRecord, person: AllegedPerpetrator) -> Age | None:
    """Age in completed years at the fatal act."""
    if person.age_at_fatal_act is not None:
        return person.age_at_fatal_act
    moment = record.dates.fatal_act or record.dates.death
    return age_on(person.born, moment) if person.born and moment else None


def _posts(record: CaseRecord, who: Appointee) -> tuple[list[Employment], bool]:
    """Posts with agencies involved, and whether it is unclear of some other post.

    A post that does not say is matched with the agencies of the record by their names.
    """
    agencies = {agency.name.casefold() for agency in record.agencies if agency.name}
    involved: list[Employment] = []
    unclear = False
    for post in who.employment:
        named = post.employer is not None and post.employer.casefold() in agencies
        if post.agency_involved or (post.agency_involved is None and named):
            involved.append(post)
        unclear = unclear or (post.agency_involved is None and not named)
    return involved, unclear


def associated(record: CaseRecord, who: Appointee) -> bool | None:
    """Directly associated with an agency involved: named as such, or still employed there."""
    if who.associated_with:
        return True
    posts, _ = _posts(record, who)
    if any(post.to is None and post.from_ is not None for post in posts):
        return True
    return False if "associated_with" in who.model_fields_set else None


def past_local_employment(record: CaseRecord, who: Appointee) -> str | None:
    """none, dated or undated; None while it is not said of every post whether it was one."""
    posts, unclear = _posts(record, who)
    if not posts:
        return "none" if "employment" in who.model_fields_set and not unclear else None
    return "dated" if all(post.to is not None for post in posts) else "undated"


def ended_posts(record: CaseRecord, who: Appointee) -> list[Employment]:
    """Posts with agencies involved that have ended on a stated date."""
    return [post for post in _posts(record, who)[0] if post.to is not None]


DERIVED: dict[str, Callable[[CaseRecord, Any], Any]] = {
    "person.links": links,
    "person.relations": relations,
    "person.relative_bases": relative_bases,
    "person.via_former_spouse": via_former_spouse,
    "person.connection_disputed": connection_disputed,
    "person.ever_in_relationship": ever_in_relationship,
    "person.household_bases": household_bases,
    "person.nights_per_week": nights_per_week,
    "person.household_months": household_months,
    "person.shares_living": shares_living,
    "person.lived_apart": lived_apart,
    "person.separate_living": separate_living,
    "person.institution": institution,
    "person.occasions": occasions,
    "person.part": lambda _, person: person.part.value,
    "person.link_to_death": lambda _, person: person.link_to_death,
    "person.abuse_evidence": abuse_evidence,
    "person.abused_by_deceased": abused_by_deceased,
    "person.outcome": outcome,
    "person.charged": charged,
    "appointee.associated": associated,
    "appointee.past_local_employment": past_local_employment,
}
