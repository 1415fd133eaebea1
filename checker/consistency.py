"""Where a case record contradicts itself.

Each check compares two things that the record says and complains only when they cannot
both be true: partial dates that overlap are left alone.  All faults are told at once,
by field; none quotes a value.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..schemas.case import CaseRecord
from ..schemas.common import Answer
from ..schemas.dates import PartialDate, age_range
from ..schemas.links import ENDED_KINDS
from ..schemas.perpetrator import AllegedPerpetrator, Proceedings
from .dates_in_record import dates_in
from .loaded import dotted

Faults = Iterator[tuple[str, str]]

# What can only have happened once there was a death to know of.
_AFTER_DEATH = (
    "found",
    "csp_aware",
    "notified",
    "decision",
    "home_office_told",
    "family_told",
    "agencies_told",
    "referrer_told",
    "coroner_told",
)
_NOT_PEOPLE = frozenset({"chair", "author"})  # what a judgement may be about, beside refs


def check_consistency(record: CaseRecord, as_of: date | None = None) -> list[tuple[str, str]]:
    """Every contradiction in a record, as ``(dotted path, what is wrong)``; empty if none.

    With ``as_of``, dates of events later than that day are faults too; expected trials
    and extensions may lie ahead.
    """
    faults = [
        *_sequence(record),
        *_deceased(record),
        *_alleged_perpetrators(record),
        *_labels(record),
        *_judgements(record),
        *_periods(record),
    ]
    return [*faults, *_future(record, as_of)] if as_of is not None else faults


def _is_before(first: PartialDate | None, second: PartialDate | None) -> bool:
    """Both are known, and the first certainly came before the second."""
    return first is not None and second is not None and first.before(second) is Answer.YES


def _sequence(record: CaseRecord) -> Faults:
    dates, death = record.dates, record.dates.death
    if _is_before(death, dates.fatal_act):
        yield "dates.death", "this comes before the fatal act"
    for name in _AFTER_DEATH:
        if _is_before(getattr(dates, name), death):
            yield f"dates.{name}", "this comes before the death"
    for at, review in enumerate(record.other_reviews):
        if _is_before(review.completed, review.started):
            yield f"other_reviews[{at}].completed", "this comes before it was started"
    if record.review is not None and _is_before(record.review.completed, record.review.started):
        yield "review.completed", "this comes before the review was started"
    if record.criminal_proceedings is not None:
        yield from _proceedings(record.criminal_proceedings, "criminal_proceedings")


def _deceased(record: CaseRecord) -> Faults:
    person, dates = record.deceased, record.dates
    if _is_before(dates.death, person.born):
        yield "deceased.born", "this comes after the death"
    if _is_before(dates.fatal_act, person.born):
        yield "deceased.born", "this comes after the fatal act"
    if not _can_be(person.age_at_death, person.born, dates.death):
        yield "deceased.age_at_death", "this does not fit the dates of birth and death"
    if not _can_be(person.age_at_fatal_act, person.born, dates.fatal_act):
        yield "deceased.age_at_fatal_act", "this does not fit the dates of birth and fatal act"
    if _is_more(person.age_at_fatal_act, person.age_at_death):
        yield "deceased.age_at_fatal_act", "this is more than the age at death"
    if person.adult is not None and not _can_be_adult(person.adult, record):
        yield "deceased.adult", "this does not fit the age at death"


def _can_be(age: int | None, born: PartialDate | None, on: PartialDate | None) -> bool:
    if age is None or born is None or on is None:
        return True
    least, greatest = age_range(born, on)
    return greatest < 0 or least <= age <= greatest  # below nought: the dates are the fault


def _can_be_adult(adult: bool, record: CaseRecord) -> bool:
    """Whether being 18 or over, or not, fits the age as stated or as the dates give it."""
    person, death = record.deceased, record.dates.death
    if person.age_at_death is not None:
        return adult is (person.age_at_death >= 18)
    if person.born is None or death is None:
        return True
    least, greatest = age_range(person.born, death)
    return greatest >= 18 if adult else least < 18


def _is_more(first: int | None, second: int | None) -> bool:
    return first is not None and second is not None and first > second


def _alleged_perpetrators(record: CaseRecord) -> Faults:
    for at, person in enumerate(record.alleged_perpetrators):
        where = f"alleged_perpetrators[{at}]"
        fatal_act = record.dates.fatal_act
        if _is_before(fatal_act, person.born):
            yield f"{where}.born", "this comes after the fatal act"
        if not _can_be(person.age_at_fatal_act, person.born, fatal_act):
            yield f"{where}.age_at_fatal_act", "this does not fit the dates of birth and fatal act"
        if _is_more(person.age_at_abuse, person.age_at_abuse_latest):
            yield f"{where}.age_at_abuse", "the youngest age is more than the oldest"
        if person.died is False and person.died_on is not None:
            yield f"{where}.died_on", "there is a date of death for somebody said to be alive"
        if person.proceedings is not None:
            yield from _proceedings(person.proceedings, f"{where}.proceedings")
        yield from _links(person, where, record.dates.death)


def _links(person: AllegedPerpetrator, where: str, death: PartialDate | None) -> Faults:
    for at, link in enumerate(person.links):
        since: PartialDate | None = getattr(link, "since", None)
        until: PartialDate | None = getattr(link, "until", None)
        place = f"{where}.links[{at}]"
        if _is_before(until, since):
            yield f"{place}.until", "this comes before its beginning"
        if _is_before(death, since):
            yield f"{place}.since", "this comes after the death"
        if link.kind in ENDED_KINDS and _is_before(death, until):
            yield f"{place}.until", "this comes after the death, so it had not ended by then"


def _proceedings(said: Proceedings, where: str) -> Faults:
    if _is_before(said.concluded_on, said.charged_on):
        yield f"{where}.concluded_on", "this comes before the charge"
    if said.charged is False and said.charged_on is not None:
        yield f"{where}.charged_on", "there is a date for a charge said not to have been brought"


def _labels(record: CaseRecord) -> Faults:
    first: dict[str, str] = {}
    for name in ("alleged_perpetrators", "children"):
        for at, person in enumerate(getattr(record, name)):
            where = f"{name}[{at}]"
            if person.ref in first:
                yield f"{where}.ref", f"{first[person.ref]} has the same label"
            first.setdefault(person.ref, where)


def _judgements(record: CaseRecord) -> Faults:
    people = {person.ref for person in (*record.alleged_perpetrators, *record.children)}
    for at, judgement in enumerate(record.judgements):
        if judgement.about is not None and judgement.about not in people | _NOT_PEOPLE:
            yield f"judgements[{at}].about", "this is the label of nobody in the record"


def _periods(record: CaseRecord) -> Faults:
    """Every part with ``from`` and ``to``: residences, abuse, employment."""
    ended = {place.path: place for place in dates_in(record)}
    for path, place in ended.items():
        begun = ended.get((*path[:-1], "from"))
        if path[-1] == "to" and begun is not None and _is_before(place.date, begun.date):
            yield dotted(path), "this comes before its beginning (`from`)"


def _future(record: CaseRecord, as_of: date) -> Faults:
    for place in dates_in(record):
        if not place.may_lie_ahead and place.date.earliest() > as_of:
            yield dotted(place.path), "this is in the future"
