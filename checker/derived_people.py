"""Facts about each alleged perpetrator, child and appointee that take more than one field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..schemas.agencies import Child
from ..schemas.case import CaseRecord
from ..schemas.links import CasualSexual, Dating, Household, Relative, Stalker
from ..schemas.perpetrator import AbuseEvidence, AllegedPerpetrator
from ..schemas.review import Appointee, Employment
from ..schemas.terms_people import AbuseKind, AbuseSearch, Strength
from .derived_case import NOT_STATED, age_on

GRAVE = frozenset({AbuseKind.NON_FATAL_STRANGULATION, AbuseKind.SEXUAL, AbuseKind.HONOUR_BASED})
"""Kinds of abuse of which one report is already serious."""


def links(_: CaseRecord, person: AllegedPerpetrator) -> frozenset[str] | None:
    """The kinds of link; empty where it is stated that there is none; None if not said."""
    kinds = frozenset(str(link.kind) for link in person.links)
    if kinds:
        return kinds
    return frozenset() if person.no_connection else None


def _relatives(person: AllegedPerpetrator) -> list[Relative]:
    return [link for link in person.links if isinstance(link, Relative)]


def _households(person: AllegedPerpetrator) -> list[Household]:
    return [link for link in person.links if isinstance(link, Household)]


def relations(_: CaseRecord, person: AllegedPerpetrator) -> frozenset[str] | None:
    found = frozenset(link.relation.value for link in _relatives(person) if link.relation)
    return found or (None if _relatives(person) else frozenset[str]())


def relative_bases(_: CaseRecord, person: AllegedPerpetrator) -> frozenset[str]:
    return frozenset(link.basis.value if link.basis else NOT_STATED for link in _relatives(person))


def via_former_spouse(_: CaseRecord, person: AllegedPerpetrator) -> bool:
    related = _relatives(person)
    return bool(related) and all(link.via_former_spouse is True for link in related)


def connection_disputed(_: CaseRecord, person: AllegedPerpetrator) -> bool:
    return person.connection_disputed is True


def ever_in_relationship(_: CaseRecord, person: AllegedPerpetrator) -> bool | None:
    stalkers = [link for link in person.links if isinstance(link, Stalker)]
    if not stalkers:
        return False
    return stalkers[0].ever_in_relationship


def household_bases(_: CaseRecord, person: AllegedPerpetrator) -> frozenset[str] | None:
    shared = _households(person)
    if any(link.basis is None for link in shared):
        return None
    return frozenset(link.basis.value for link in shared if link.basis)


def _first(values: list[Any]) -> Any:
    return next((value for value in values if value is not None), None)


def nights_per_week(_: CaseRecord, person: AllegedPerpetrator) -> float | None:
    return _first([link.nights_per_week for link in _households(person)])


def household_months(_: CaseRecord, person: AllegedPerpetrator) -> int | None:
    return _first([link.months for link in _households(person)])


def shares_living(_: CaseRecord, person: AllegedPerpetrator) -> bool | None:
    return _first([link.shares_living for link in _households(person)])


def separate_living(_: CaseRecord, person: AllegedPerpetrator) -> bool:
    return shares_living(_, person) is False


def institution(_: CaseRecord, person: AllegedPerpetrator) -> bool:
    """Whether every household link is to an institution: limb (b) rests on it alone."""
    shared = _households(person)
    places = {"care-home-resident", "care-home-staff", "hospital", "prison-cell"}
    return bool(shared) and all(
        link.institution is True or (link.basis is not None and link.basis.value in places)
        for link in shared
    )


def occasions(_: CaseRecord, person: AllegedPerpetrator) -> int | None:
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
    return any(item.by_the_deceased for item in person.abuse)


def outcome(_: CaseRecord, person: AllegedPerpetrator) -> str:
    proceedings = person.proceedings
    return proceedings.outcome.value if proceedings and proceedings.outcome else NOT_STATED


def charged(_: CaseRecord, person: AllegedPerpetrator) -> bool | None:
    proceedings = person.proceedings
    if proceedings is None:
        return None
    if proceedings.charged is not None:
        return proceedings.charged
    return True if proceedings.charge or proceedings.charged_on else None


def age_at_fatal_act(record: CaseRecord, person: AllegedPerpetrator) -> int | None:
    if person.age_at_fatal_act is not None:
        return person.age_at_fatal_act
    moment = record.dates.fatal_act or record.dates.death
    return age_on(person.born, moment) if person.born and moment else None


def age_at_abuse_latest(record: CaseRecord, person: AllegedPerpetrator) -> int | None:
    """A single incident is enough, so the killing itself counts as the latest behaviour."""
    return person.age_at_abuse_latest or age_at_fatal_act(record, person) or person.age_at_abuse


def child_age(_: CaseRecord, child: Child) -> int | None:
    return child.age


def associated(_: CaseRecord, who: Appointee) -> bool | None:
    """Directly associated with an agency involved: named as such, or still employed there."""
    if who.associated_with:
        return True
    posts = [post for post in who.employment if post.agency_involved]
    if any(post.to is None and post.from_ is not None for post in posts):
        return True
    return False if "associated_with" in who.model_fields_set else None


def past_local_employment(_: CaseRecord, who: Appointee) -> str | None:
    posts = [post for post in who.employment if post.agency_involved]
    if not posts:
        return "none" if "employment" in who.model_fields_set else None
    return "dated" if all(post.to is not None for post in posts) else "undated"


def ended_posts(who: Appointee) -> list[Employment]:
    """Posts with agencies involved that have ended on a stated date."""
    return [post for post in who.employment if post.agency_involved and post.to is not None]


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
    "person.separate_living": separate_living,
    "person.institution": institution,
    "person.occasions": occasions,
    "person.part": lambda _, person: person.part.value,
    "person.link_to_death": lambda _, person: person.link_to_death,
    "person.abuse_evidence": abuse_evidence,
    "person.abused_by_deceased": abused_by_deceased,
    "person.outcome": outcome,
    "person.charged": charged,
    "person.age_at_fatal_act": age_at_fatal_act,
    "person.age_at_abuse_latest": age_at_abuse_latest,
    "appointee.associated": associated,
    "appointee.past_local_employment": past_local_employment,
}
