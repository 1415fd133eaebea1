"""Where the deceased lived, as the ladder for the lead CSP needs it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..schemas.case import CaseRecord
from ..schemas.deceased import Area, Residence
from ..schemas.terms_death import Nation, Settled
from .logic import YES

SETTLED = frozenset({Settled.SETTLED})
NO_ADDRESS = frozenset({Settled.NO_FIXED_ADDRESS})
HOME_NATIONS = frozenset({Nation.ENGLAND, Nation.WALES})


def homes_at_death(record: CaseRecord) -> list[Residence]:
    """The residences that had not ended before the fatal act (or the death).

    Where a person lived in several households, the one at the time of the fatal act counts
    (2011 guidance, 3.11).  A home without dates is taken to be current.
    """
    moment = record.dates.fatal_act or record.dates.death

    def current(home: Residence) -> bool:
        if home.to is not None and (moment is None or home.to.before(moment) is YES):
            return False
        started_after = home.from_ and moment and home.from_.after(moment) is YES
        return not started_after

    return [home for home in record.deceased.residences if current(home)]


def _fixed(record: CaseRecord) -> list[Residence]:
    return [home for home in homes_at_death(record) if home.settled not in NO_ADDRESS]


def kind(record: CaseRecord, _: Any) -> str | None:
    """one-settled, unsettled, several, none or outside; None if nothing is said."""
    homes = homes_at_death(record)
    if not homes:
        return "none" if record.deceased.last_known_areas else None
    fixed = _fixed(record)
    if not fixed:
        return "none"
    inside = _inside(fixed)
    if not inside:
        return "outside"
    if any(home.settled is not None and home.settled not in SETTLED for home in fixed):
        return "unsettled"
    return "one-settled" if len(_csps(inside)) <= 1 else "several"


def _inside(homes: list[Residence]) -> list[Residence]:
    """Homes in England or Wales; one of which the nation is not stated counts as such."""
    return [home for home in homes if home.nation is None or home.nation in HOME_NATIONS]


def _csps(places: list[Residence] | list[Area]) -> list[str]:
    return list(dict.fromkeys(one.csp or one.area or "" for one in places))


def csp(record: CaseRecord, _: Any) -> str | None:
    """The CSP of the one settled home; None while there is not one, or it is not named."""
    if kind(record, None) != "one-settled":
        return None
    named = {home.csp for home in _inside(_fixed(record)) if home.csp}
    if named:
        return named.pop() if len(named) == 1 else None
    return record.csps[0].name if len(record.csps) == 1 else None


def _last_areas(record: CaseRecord) -> tuple[list[Area], str]:
    """The areas that count, and how the person was known there.

    The 2016 guidance as restated speaks of the area last *lived* in, the 2011 guidance of
    the area last *frequented*: an area lived in goes before one only frequented.
    """
    lived = [area for area in record.deceased.last_known_areas if area.lived is not False]
    if lived:
        return lived, "one-lived"
    return list(record.deceased.last_known_areas), "one-frequented"


def last_known(record: CaseRecord, _: Any) -> str | None:
    """one-lived, one-frequented, several or none; None if nothing is said."""
    areas, how = _last_areas(record)
    if not areas:
        return "none" if "last_known_areas" in record.deceased.model_fields_set else None
    return how if len(_csps(areas)) == 1 else "several"


def last_csp(record: CaseRecord, _: Any) -> str | None:
    """The CSP of the one area that counts."""
    areas, _how = _last_areas(record)
    named = _csps(areas)
    return areas[0].csp if len(named) == 1 else None


def tier(record: CaseRecord, _: Any) -> str | None:
    """Tier of the authority of the home, or of the only CSP given."""
    homes = _fixed(record)
    stated = [home.tier for home in homes if home.tier] or [c.tier for c in record.csps if c.tier]
    return stated[0].value if stated else None


def agreed_csp(record: CaseRecord, _: Any) -> str | None:
    """What the areas agreed: stated, or recorded as a decision on the lead CSP."""
    if record.local_agreement_on_lead:
        return record.local_agreement_on_lead
    made = [d.answer for d in record.decisions if d.what.value == "lead-csp" and d.answer]
    return made[-1] if made else None


def areas_with_contact(record: CaseRecord, _: Any) -> int | None:
    """In how many areas agencies had contact."""
    if "agencies" not in record.model_fields_set:
        return None
    return len({agency.area for agency in record.agencies if agency.contact_with and agency.area})


DERIVED: dict[str, Callable[[CaseRecord, Any], Any]] = {
    "residence.kind": kind,
    "residence.csp": csp,
    "residence.last_known": last_known,
    "residence.last_csp": last_csp,
    "residence.tier": tier,
    "residence.agreed_csp": agreed_csp,
    "residence.areas_with_contact": areas_with_contact,
}
