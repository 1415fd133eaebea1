"""Which fields of a record hold the answer on a fact that no single path leads to.

One small function a fact, the counterpart of the one in ``derived_*`` that reads it.  Each
writes the least that says what was answered, and nothing that was not.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

Data = dict[str, Any]
Writer = Callable[[Data, Data, Any], None]
"""Writes an answer, given the whole record, the part that the fact is about, and the answer."""


def put(part: Data, path: str, value: Any) -> None:
    """Set a field by its dotted path, making the parts that lead to it."""
    *steps, last = path.split(".")
    for step in steps:
        part = part.setdefault(step, {})
    part[last] = value


def _at(path: str) -> Writer:
    """A field of the whole record."""
    return lambda data, _part, value: put(data, path, value)


def _own(path: str) -> Writer:
    """A field of the part that the fact is about."""
    return lambda _data, part, value: put(part, path, value)


# --- links -----------------------------------------------------------------------------------

FORMER_HOUSEHOLD = "former-household"
"""What ``derived_people`` calls a household that was over by the fatal act."""


def _links(_: Data, part: Data, kinds: Any) -> None:
    """One link a kind; none at all is said by ``no_connection``."""
    chosen = list(cast("list[str]", kinds))
    part["links"] = [_link(kind) for kind in chosen]
    if chosen:
        part.pop("no_connection", None)
    else:
        del part["links"]
        part["no_connection"] = True


def _link(kind: str) -> Data:
    # A household with no nights spent in it any more: the date when it ended was not asked.
    return (
        {"kind": "household", "nights_per_week": 0} if kind == FORMER_HOUSEHOLD else {"kind": kind}
    )


def _of_kind(part: Data, *kinds: str) -> list[Data]:
    return [link for link in cast("list[Data]", part.get("links", [])) if link["kind"] in kinds]


def _in_links(key: str, *kinds: str) -> Writer:
    """The same field of every link of some kinds that does not say it yet."""

    def write(_: Data, part: Data, value: Any) -> None:
        for link in _of_kind(part, *kinds):
            if link.get(key) is None:
                link[key] = value

    return write


def _one_in_links(key: str, *kinds: str) -> Writer:
    """As :func:`_in_links`, for a fact whose values are a set and whose field holds one."""
    write = _in_links(key, *kinds)

    def write_one(data: Data, part: Data, values: Any) -> None:
        for value in cast("list[str]", values):
            write(data, part, value)

    return write_one


def _lived_apart(_: Data, part: Data, apart: Any) -> None:
    """Said of the couple or the carer where a link can say it, else by a household of its own."""
    couples, carers = _of_kind(part, "partner"), _of_kind(part, "carer")
    for link in couples:
        link["cohabiting"] = not apart
    for link in carers:
        link["live_in"] = not apart
    if not couples and not carers:
        nights: Data = {"nights_per_week": 0} if apart else {}
        part.setdefault("links", []).append({"kind": "household", **nights})


# --- abuse, proceedings, agencies --------------------------------------------------------------

_EVIDENCE: dict[str, Data] = {
    "isolated": {"pattern": False},
    "pattern": {"pattern": True},
    "coercive-control": {"kind": "controlling-or-coercive"},
}


def _abuse_evidence(_: Data, part: Data, value: Any) -> None:
    """What was found, as one entry; or that a search found none."""
    if value == "none":
        part["abuse_search"] = "none-found"
        return
    part["abuse_search"] = "found"
    part.setdefault("abuse", []).append(dict(_EVIDENCE[value]))


def _children(data: Data, _: Data, _value: Any) -> None:
    """That children were asked about.  Each child is a part of the record of its own."""
    data.setdefault("children", [])


def _no_agencies(data: Data, _: Data, value: Any) -> None:
    """That no agency had contact.  Those that had are parts of the record of their own."""
    if value == "none":
        data.setdefault("agencies", [])


def _decided(data: Data, _: Data, value: Any) -> None:
    data.setdefault("decisions", []).append({"what": value})


# --- where the deceased lived -------------------------------------------------------------------

_HOMES: dict[str, Data] = {
    "one-settled": {"settled": "settled"},
    "unsettled": {"settled": "unclear"},
    "none": {"settled": "no-fixed-address"},
    "outside": {"nation": "abroad"},
}


def _residence_kind(data: Data, _: Data, value: Any) -> None:
    """One home of the kind that was answered; several cannot be told from an answer alone."""
    homes: list[Data] = data.setdefault("deceased", {}).setdefault("residences", [])
    if homes:
        homes[0] |= _HOMES.get(value, {})
    elif value in _HOMES:
        homes.append(dict(_HOMES[value]))


def _residence_csp(data: Data, _: Data, value: Any) -> None:
    for home in data.get("deceased", {}).get("residences", []):
        home.setdefault("csp", value)


def _last_known(data: Data, _: Data, value: Any) -> None:
    areas: list[Data] = data.setdefault("deceased", {}).setdefault("last_known_areas", [])
    if not areas and value in ("one-lived", "one-frequented"):
        areas.append({"lived": value == "one-lived"})


def _last_csp(data: Data, _: Data, value: Any) -> None:
    for area in data.get("deceased", {}).get("last_known_areas", []):
        area.setdefault("csp", value)


WRITERS: dict[str, Writer] = {
    "death.place": _at("deceased.death_place.nation"),
    "deceased.age_at_death": _at("deceased.age_at_death"),
    "deceased.age_at_fatal_act": _at("deceased.age_at_fatal_act"),
    "case.csp_aware": _at("dates.csp_aware"),
    "case.key_date": _at("dates.csp_aware"),
    "case.abuse_or_neglect_suspected": _at("abuse_or_neglect_suspected"),
    "case.decided": _decided,
    "case.reasons_given": lambda data, _, value: put(data, "reasons_given", list(value)),
    "case.children_stated": _children,
    "case.agency_contact": _no_agencies,
    "perpetrators.identified": _at("perpetrators_known"),
    "residence.kind": _residence_kind,
    "residence.csp": _residence_csp,
    "residence.last_known": _last_known,
    "residence.last_csp": _last_csp,
    "residence.agreed_csp": _at("local_agreement_on_lead"),
    "person.links": _links,
    "person.relations": _one_in_links("relation", "relative"),
    "person.relative_bases": _one_in_links("basis", "relative"),
    "person.household_bases": _one_in_links("basis", "household"),
    "person.nights_per_week": _in_links("nights_per_week", "household"),
    "person.household_months": _in_links("months", "household"),
    "person.shares_living": _in_links("shares_living", "household"),
    "person.lived_apart": _lived_apart,
    "person.occasions": _in_links("occasions", "dating", "casual-sexual"),
    "person.ever_in_relationship": _in_links("ever_in_relationship", "stalker"),
    "person.connection_disputed": _own("connection_disputed"),
    "person.part": _own("part"),
    "person.link_to_death": _own("link_to_death"),
    "person.abuse_evidence": _abuse_evidence,
    "person.outcome": _own("proceedings.outcome"),
    "person.charged": _own("proceedings.charged"),
    "person.age_at_behaviour_latest": _own("age_at_abuse_latest"),
}
"""Fact id -> what writes the answer on it."""
