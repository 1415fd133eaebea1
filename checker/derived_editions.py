"""Facts that the earlier editions, section 8A and the choice between rules ask for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from ..schemas.case import CaseRecord
from ..schemas.links import Relative
from ..schemas.perpetrator import AllegedPerpetrator
from ..schemas.review import PanelMember
from ..schemas.terms_people import Part, Relation
from .derived_case import KNOWS_ABUSE, Age
from .derived_people import age_at_fatal_act
from .derived_places import homes_at_death
from .logic import Between

_OFFICE = re.compile(
    r"\b(the|safer|community safety partnership|csp|partnership|council|county|city|borough"
    r"|district|metropolitan|unitary|london borough of|royal)\b"
)
"""Words of a council's or partnership's name that do not name the place."""


def age_at_behaviour_latest(record: CaseRecord, person: AllegedPerpetrator) -> Age | None:
    """Age of the alleged perpetrator at the latest abusive behaviour that is known.

    One incident is enough (Domestic Abuse Act 2021 s.1(3)), so where the death was brought
    about by an act, that act counts as behaviour too.
    """
    ages: list[Age | None] = [person.age_at_abuse_latest, person.age_at_abuse]
    stated = [age for age in ages if age is not None]
    at_act = age_at_fatal_act(record, person)
    by_act = record.deceased.manner in KNOWS_ABUSE and person.part is not Part.NONE
    if at_act is not None and (by_act or not stated):
        stated.append(at_act)
    return _oldest(stated) if stated else None


def _oldest(ages: list[Age]) -> Age:
    """The greatest of some ages, or its bounds where one of them is known only so far."""
    low = max(age.low if isinstance(age, Between) else age for age in ages)
    high = max(age.high if isinstance(age, Between) else age for age in ages)
    return low if low == high else Between(low, high)


def distant_cousin(_: CaseRecord, person: AllegedPerpetrator) -> bool:
    """Whether the only relation is that of a cousin further off than a first cousin."""
    related = [link for link in person.links if isinstance(link, Relative)]
    return bool(related) and all(
        link.relation is Relation.COUSIN and (link.degree or 1) > 1 for link in related
    )


def abuse_kinds(_: CaseRecord, person: AllegedPerpetrator) -> frozenset[str] | None:
    """Kinds of abuse by this person that the record lists; None while it lists none."""
    kinds = {item.kind.value for item in person.abuse if item.kind and not item.by_the_deceased}
    return frozenset(kinds) or None


def last_frequented(record: CaseRecord, _: Any) -> str | None:
    """one, several or none: areas that the deceased was last known to have frequented.

    An area lived in was frequented as well, so every area in the record counts.
    """
    areas = record.deceased.last_known_areas
    if not areas:
        return "none" if "last_known_areas" in record.deceased.model_fields_set else None
    return "one" if len({area.csp or area.area for area in areas}) == 1 else "several"


def last_frequented_csp(record: CaseRecord, _: Any) -> str | None:
    """The CSP for the one area last frequented; None where there are several, or none is named."""
    if last_frequented(record, None) != "one":
        return None
    return next((area.csp for area in record.deceased.last_known_areas if area.csp), None)


def areas(record: CaseRecord, _: Any) -> frozenset[str] | None:
    """Where the deceased lived, and the partnerships in the record, in small letters.

    Each name stands as it was written and without the words of its office, so that
    ``Stroud District Council`` is also ``stroud``.
    """
    found: set[str] = set()
    for name in _place_names(record):
        written = " ".join(name.lower().split())
        place = " ".join(_OFFICE.sub(" ", written).split())
        found |= {written, place.removeprefix("of ")}
    return frozenset(found - {""}) or None


def _place_names(record: CaseRecord) -> Iterator[str]:
    places = [*homes_at_death(record), *record.deceased.last_known_areas]
    for place in places:
        yield from (name for name in (place.area, place.csp) if name)
    for csp in record.csps:
        yield from (name for name in (csp.name, csp.area) if name)


def other_reviews(record: CaseRecord, _: Any) -> frozenset[str] | None:
    """Kinds of other review on record that are held or considered."""
    kinds = {
        one.kind.value
        for one in record.other_reviews
        if one.kind and (one.status is None or one.status.value in ("considered", "started"))
    }
    return frozenset(kinds) or None


def abuse_known_to_agencies(record: CaseRecord, _: Any) -> bool | None:
    """Whether an agency knew of abuse of the deceased before the death; None if none is listed."""
    listed = [
        item
        for person in record.alleged_perpetrators
        for item in person.abuse
        if not item.by_the_deceased
    ]
    return any(item.known_to for item in listed) if listed else None


def agencies_with_concerns(record: CaseRecord, _: Any) -> int | None:
    """How many agencies raise concerns about how they worked; None if none says either way."""
    stated = [agency.concerns for agency in record.agencies if agency.concerns is not None]
    return sum(stated) if stated else None


def _panel(record: CaseRecord) -> tuple[PanelMember, ...]:
    return record.review.panel if record.review else ()


def panel_has_specialist(record: CaseRecord, _: Any) -> bool | None:
    """Whether a specialist in domestic abuse sits on the panel; None while no panel is listed."""
    members = _panel(record)
    return any(one.specialist_domestic_abuse for one in members) if members else None


def panel_only_imr_authors(record: CaseRecord, _: Any) -> bool | None:
    """Whether everyone on the panel wrote a management review; None while that is not known."""
    written = [one.imr_author for one in _panel(record)]
    if not written:
        return None
    if False in written:
        return False
    return None if None in written else True


DERIVED: dict[str, Callable[[CaseRecord, Any], Any]] = {
    "person.age_at_behaviour_latest": age_at_behaviour_latest,
    "person.distant_cousin": distant_cousin,
    "person.abuse_kinds": abuse_kinds,
    "residence.last_frequented": last_frequented,
    "residence.last_frequented_csp": last_frequented_csp,
    "case.areas": areas,
    "case.other_reviews": other_reviews,
    "case.abuse_known_to_agencies": abuse_known_to_agencies,
    "case.agencies_with_concerns": agencies_with_concerns,
    "review.panel_has_specialist": panel_has_specialist,
    "review.panel_only_imr_authors": panel_only_imr_authors,
}
"""Fact id -> the function that works it out from the record and the subject."""
