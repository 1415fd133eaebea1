"""Facts that local protocols and the common themes ask for, and no national rule does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from ..schemas.case import CaseRecord
from ..schemas.perpetrator import AbuseEvidence, AllegedPerpetrator
from ..schemas.review import PanelMember
from ..schemas.terms_people import HowKnown
from ..schemas.terms_process import DecisionKind
from .derived_places import homes_at_death

COUNTY_DISTRICTS = (
    {"gloucester"},
    {"stroud"},
    {"cotswold"},
    {"cotswolds"},
    {"tewkesbury"},
    {"tewksbury"},
    {"forest", "dean"},
)
"""Words of the districts for which Safer Gloucestershire supports the CSP (its protocol of
2019, 2.1, which has a spelling of its own for two of them)."""
CHELTENHAM = "cheltenham"

ELECTED = frozenset(
    {"councillor", "cllr", "alderman", "mayor", "mp", "mps", "portfolio", "cabinet", "elected"}
)
"""Words of a role that show an elected politician (Gloucestershire protocol, 3.1)."""
OFFICIAL = frozenset(
    {"office", "officer", "adviser", "advisor", "assistant", "manager", "official"}
)
"""Words that make an official of what would else be a politician: ``Cabinet Office official``."""

AGENCY_KNEW = frozenset({HowKnown.POLICE_REPORT, HowKnown.AGENCY_RECORD})


def gloucestershire(record: CaseRecord, _: Any) -> str | None:
    """cheltenham, county-district or elsewhere: where the deceased lived, as 2.1 divides it.

    None while the record names no home, or the county alone, or homes in more than one part.
    """
    homes = homes_at_death(record)
    places = [{*words(home.area), *words(home.csp)} for home in homes if home.area or home.csp]
    found = {_part_of_county(place) for place in places}
    return found.pop() if len(found) == 1 else None


def _part_of_county(place: set[str]) -> str | None:
    if CHELTENHAM in place:
        return CHELTENHAM
    if any(name <= place for name in COUNTY_DISTRICTS):
        return "county-district"
    # South Gloucestershire is an authority of its own.
    return None if "gloucestershire" in place and "south" not in place else "elsewhere"


def words(text: str | None) -> list[str]:
    """The words of a name in small letters, hyphens and stops taken for spaces."""
    return "".join(c if c.isalnum() else " " for c in (text or "").lower()).split()


def joint_review_agreed(record: CaseRecord, _: Any) -> bool | None:
    """True where a decision to hold a joint review is on record; None otherwise."""
    made = any(one.what is DecisionKind.JOINT_REVIEW for one in record.decisions)
    return True if made else None


def agency_concern(record: CaseRecord, _: Any) -> bool | None:
    """Whether any agency's work with others gives concern; None while it is not said of all."""
    said = [agency.concerns for agency in record.agencies]
    if True in said:
        return True
    return None if not said or None in said else False


def agency_kinds(record: CaseRecord, _: Any) -> frozenset[str] | None:
    """Kinds of agency that had contact; None while the record lists no agencies."""
    if "agencies" not in record.model_fields_set:
        return None
    return frozenset(a.kind.value for a in record.agencies if a.kind and a.contact_with)


def agencies_with_contact(record: CaseRecord, _: Any) -> int | None:
    """How many agencies had contact; None while the record lists no agencies."""
    if "agencies" not in record.model_fields_set:
        return None
    return sum(bool(agency.contact_with) for agency in record.agencies)


def _abuse_of_deceased(record: CaseRecord) -> Iterator[tuple[AllegedPerpetrator, AbuseEvidence]]:
    for person in record.alleged_perpetrators:
        for item in person.abuse:
            if not item.by_the_deceased:
                yield person, item


def abuse_reports(record: CaseRecord, _: Any) -> int | None:
    """How many things known about abuse of the deceased an agency knew; None if none is listed."""
    items = [item for _, item in _abuse_of_deceased(record)]
    if not items:
        return None
    return sum(bool(item.known_to) or item.how_known in AGENCY_KNEW for item in items)


def abusers(record: CaseRecord, _: Any) -> int | None:
    """How many people in the record abused the deceased; None if no abuse is listed."""
    refs = {person.ref for person, _ in _abuse_of_deceased(record)}
    return len(refs) or None


def abuse_years(record: CaseRecord, _: Any) -> int | None:
    """Whole years from the first abuse on record to the last, or to the death.

    The shortest that the dates allow; None where they do not say when it began.
    """
    items = [item for _, item in _abuse_of_deceased(record)]
    starts = [item.from_.latest() for item in items if item.from_]
    if not starts:
        return None
    ends = [when.earliest() for item in items if (when := item.to or item.from_)]
    if record.dates.death and any(item.to is None for item in items):
        ends.append(record.dates.death.earliest())
    return _whole_years(min(starts), max(ends))


def _whole_years(first: date, last: date) -> int:
    short = (last.month, last.day) < (first.month, first.day)
    return max(last.year - first.year - short, 0)


def abuse_how_known(_: CaseRecord, person: AllegedPerpetrator) -> frozenset[str] | None:
    """How abuse of the deceased by this person came to be known; None if nothing says so."""
    ways = {i.how_known.value for i in person.abuse if i.how_known and not i.by_the_deceased}
    return frozenset(ways) or None


def _panel(record: CaseRecord) -> tuple[PanelMember, ...]:
    return record.review.panel if record.review else ()


def panel_elected(record: CaseRecord, _: Any) -> bool | None:
    """Whether the role of a panel member is an elected politician's; None without a panel."""
    roles = [set(words(member.role)) for member in _panel(record)]
    if not roles:
        return None
    return any(role & ELECTED and not role & OFFICIAL for role in roles)


def panel_line_independent(record: CaseRecord, _: Any) -> bool | None:
    """Whether every panel member is independent of line management; None while not all say."""
    said = [member.independent_of_line_management for member in _panel(record)]
    if False in said:
        return False
    return None if not said or None in said else True


def panel_every_agency(record: CaseRecord, _: Any) -> bool | None:
    """Whether every agency that had contact has a member on the panel, matched by name.

    None while there is no panel on record, or an agency with contact has no name there.
    """
    involved = [agency.name for agency in record.agencies if agency.contact_with]
    if not _panel(record) or not involved or None in involved:
        return None
    seated = {" ".join(words(member.agency)) for member in _panel(record)}
    return all(" ".join(words(name)) in seated for name in involved)


DERIVED: dict[str, Callable[[CaseRecord, Any], Any]] = {
    "residence.gloucestershire": gloucestershire,
    "case.joint_review_agreed": joint_review_agreed,
    "case.agency_concern": agency_concern,
    "case.agency_kinds": agency_kinds,
    "case.agencies_with_contact": agencies_with_contact,
    "case.abuse_reports": abuse_reports,
    "case.abusers": abusers,
    "case.abuse_years": abuse_years,
    "person.abuse_how_known": abuse_how_known,
    "review.panel_elected": panel_elected,
    "review.panel_line_independent": panel_line_independent,
    "review.panel_every_agency": panel_every_agency,
}
"""Fact id -> the function that works it out from the record and the subject."""
