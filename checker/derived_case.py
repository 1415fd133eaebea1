"""Facts about the case as a whole that take more than reading one field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..schemas.agencies import Child
from ..schemas.case import CaseRecord
from ..schemas.dates import PartialDate, age_range
from ..schemas.terms_death import Manner
from ..schemas.terms_people import AbuseSearch, LinkToDeath, Part, PerpetratorsKnown
from ..schemas.terms_process import DecisionKind
from .derived_places import HOME_NATIONS, homes_at_death
from .logic import OLDEST, Between

NOT_STATED = "not-stated"
"""The value of a fact that nobody has raised, where silence is the ordinary case."""

PILOT_AREAS = frozenset(
    {
        "barnet", "brent", "harrow", "lambeth", "southwark", "birmingham", "coventry",
        "south wales",
    }
)  # fmt: skip
"""Areas of the offensive-weapons homicide review pilot (SI 2023/227)."""

KNOWS_ABUSE = frozenset({Manner.VIOLENCE, Manner.ABUSE, Manner.NEGLECT})


Age = int | Between


def age_on(born: PartialDate, day: PartialDate) -> Age | None:
    """Age in completed years, or its bounds where the dates are known only in part.

    None where the whole of ``day`` comes before the birth.
    """
    youngest, oldest = age_range(born, day)
    if oldest < 0:
        return None
    youngest = max(youngest, 0)
    return youngest if youngest == oldest else Between(youngest, oldest)


def age_at_death(record: CaseRecord, _: Any) -> Age | None:
    """Age in completed years: as stated, worked out from two dates, or as adult or child."""
    person, dates = record.deceased, record.dates
    if person.age_at_death is not None:
        return person.age_at_death
    if person.born and dates.death:
        return age_on(person.born, dates.death)
    if person.adult is not None:
        return Between(18, OLDEST) if person.adult else Between(0, 17)
    return None


def age_at_fatal_act(record: CaseRecord, _: Any) -> Age | None:
    """Age in completed years at the fatal act; at the death where no other date is given."""
    person, dates = record.deceased, record.dates
    if person.age_at_fatal_act is not None:
        return person.age_at_fatal_act
    if person.born and dates.fatal_act:
        return age_on(person.born, dates.fatal_act)
    at_death = age_at_death(record, None)
    if dates.fatal_act is None or dates.fatal_act == dates.death:
        return at_death
    return _age_before(at_death, dates.fatal_act, dates.death)


def _age_before(age: Age | None, then: PartialDate, now: PartialDate | None) -> Age | None:
    """Bounds of the age on an earlier day, from the age on a later one."""
    if age is None or now is None:
        return None
    low, high = (age.low, age.high) if isinstance(age, Between) else (age, age)
    least, most = age_range(then, now)  # whole years between the two days
    return Between(max(low - most - 1, 0), max(high - max(least, 0), 0))


def death_place(record: CaseRecord, _: Any) -> str:
    """Nation of the death, or that nobody has raised it."""
    place = record.deceased.death_place
    return place.nation.value if place and place.nation else NOT_STATED


def csp_aware(record: CaseRecord, _: Any) -> PartialDate | None:
    """When the death came to the CSP's attention: at the latest, with the notification."""
    return record.dates.csp_aware or record.dates.notified


def local_authority_aware(record: CaseRecord, _: Any) -> PartialDate | None:
    """When the local authority came to know of what happened to a child.

    The notification about a child runs from that day (Children Act 2004 s.16C), and not from
    the CSP's.  Where the record lacks it, the day on which the CSP knew stands in: the council
    will hardly have known later, so the true limit can only be the same or earlier.
    """
    return record.dates.local_authority_aware or csp_aware(record, None)


def edition_date(record: CaseRecord, _: Any) -> PartialDate | None:
    """The date that chooses the edition: when the CSP came to know, else the next best.

    Which date the 2013 and 2016 editions key on is not established; the day on which the
    matter reached the CSP is the project's stated default.
    """
    dates = record.dates
    return csp_aware(record, None) or dates.found or dates.death


def decided(record: CaseRecord, _: Any) -> str | None:
    """What the CSP recorded as its decision on holding a review."""
    made = [d.what for d in record.decisions]
    for kind in (DecisionKind.HOLD_REVIEW, DecisionKind.NO_REVIEW):
        if kind in made:
            return kind.value
    return None


def identified(record: CaseRecord, _: Any) -> str | None:
    """Whether everyone who may have caused the death is in the record.

    A record that lists people and says no more is taken to list them all.
    """
    if record.perpetrators_known is not None:
        return record.perpetrators_known.value
    return PerpetratorsKnown.ALL.value if record.alleged_perpetrators else None


def abuse_or_neglect_suspected(record: CaseRecord, _: Any) -> bool | None:
    """Stated, or evident because the death appears violent, abusive or neglectful."""
    if record.abuse_or_neglect_suspected is not None:
        return record.abuse_or_neglect_suspected
    people = record.alleged_perpetrators
    if any(p.link_to_death in (LinkToDeath.EVIDENCED, LinkToDeath.SUSPECTED) for p in people):
        return True
    if record.deceased.manner in KNOWS_ABUSE and any(p.part is not Part.NONE for p in people):
        return True
    if people and all(p.part is Part.NONE or _nothing_found(p) for p in people):
        return None if record.deceased.manner in KNOWS_ABUSE else False
    return None


def _nothing_found(person: Any) -> bool:
    return (
        person.abuse_search is AbuseSearch.NONE_FOUND
        and person.link_to_death is LinkToDeath.NONE_FOUND
    )


def children_stated(record: CaseRecord, _: Any) -> bool | None:
    """True once the record has a ``children`` list, even an empty one."""
    return True if "children" in record.model_fields_set else None


def child_abuse_suspected(_: CaseRecord, child: Child) -> bool | None:
    """Stated, or evident because an alleged perpetrator of the adult's death killed the child."""
    if child.abuse_or_neglect_suspected is not None:
        return child.abuse_or_neglect_suspected
    return True if child.killed_by_same_person else None


def agency_contact(record: CaseRecord, _: Any) -> str | None:
    """``some`` or ``none`` once the record lists agencies."""
    if any(agency.contact_with for agency in record.agencies):
        return "some"
    return "none" if "agencies" in record.model_fields_set else None


def weapon_pilot_area(record: CaseRecord, _: Any) -> bool | None:
    """Whether the area of the death was in the offensive-weapons pilot."""
    place = record.deceased.death_place
    if place is None or not place.area:
        return None
    return place.area.strip().lower() in PILOT_AREAS


def paragraphs_cited(record: CaseRecord, _: Any) -> frozenset[str] | None:
    """Paragraphs of guidance that the record cites."""
    cited = record.review.guidance_cited if record.review else ()
    return frozenset(str(one) for one in cited) if cited else None


def reasons_given(record: CaseRecord, _: Any) -> frozenset[str] | None:
    """Reasons that the record gives for holding no review."""
    given = record.reasons_given
    return frozenset(one.value for one in given) if given else None


def residence_nation(record: CaseRecord, _: Any) -> str:
    """Nation of a home at the time of the fatal act; of the CSP, if only that is given.

    Where homes lie in several nations one in England or Wales counts: section 9 can reach it.
    """
    homes = [home.nation for home in homes_at_death(record)]
    known = [area.nation for area in (*record.deceased.last_known_areas, *record.csps)]
    for nations in (homes, known):
        stated = sorted((one for one in nations if one), key=lambda one: one not in HOME_NATIONS)
        if stated:
            return stated[0].value
    return NOT_STATED


DERIVED: dict[str, Callable[[CaseRecord, Any], Any]] = {
    "deceased.age_at_death": age_at_death,
    "deceased.age_at_fatal_act": age_at_fatal_act,
    "death.place": death_place,
    "deceased.residence_nation": residence_nation,
    "case.csp_aware": csp_aware,
    "case.local_authority_aware": local_authority_aware,
    "case.key_date": edition_date,
    "case.decided": decided,
    "case.reasons_given": reasons_given,
    "case.abuse_or_neglect_suspected": abuse_or_neglect_suspected,
    "case.children_stated": children_stated,
    "case.agency_contact": agency_contact,
    "child.abuse_suspected": child_abuse_suspected,
    "case.weapon_pilot_area": weapon_pilot_area,
    "case.paragraphs_cited": paragraphs_cited,
    "perpetrators.identified": identified,
}
