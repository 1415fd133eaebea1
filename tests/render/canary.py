"""A record with a name in every field that could hold one, to see that none comes out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dhr_checker.schemas.case import CaseRecord

CANARY = "Zebulah"
"""Stands in every field whose text an output must never carry."""


def named_record(**more: Any) -> dict[str, Any]:
    """A case whose names and free text are all canaries; roles and CSPs are ordinary."""
    name = f"{CANARY} Quixby"
    return {
        "reference": "CSP-2024-77",
        "dates": {"death": "2024-03-07", "csp_aware": "2024-03-08", "decision": "2024-03-29"},
        "notified_by": "professional",
        "deceased": {
            "born": "1990-02-01",
            "manner": "violence",
            "cause_found": name,
            "care_and_support_needs": True,
            "religion": CANARY,
            "ethnicity": CANARY,
            "names": [name],
            "pseudonym": CANARY,
            "residences": [
                {
                    "csp": "Ashcombe Community Safety Partnership",
                    "area": "Ashcombe",
                    "nation": "england",
                    "settled": "settled",
                    "placed_by": CANARY,
                }
            ],
        },
        "alleged_perpetrators": [
            {
                "ref": "P1",
                "names": [name],
                "pseudonym": CANARY,
                "links": [{"kind": "dating", "occasions": 2}],
                "part": "inflicted-violence",
                "abuse": [{"kind": "physical", "known_to": [CANARY]}],
                "mental_health_services": True,
            }
        ],
        "children": [{"ref": "C1", "age": 4, "outcome": "seriously-harmed"}],
        "agencies": [
            {"name": CANARY, "kind": "gp", "concern_basis": name, "contact_with": ["deceased"]}
        ],
        "safeguarding_boards": [{"name": CANARY, "kind": "adults"}],
        "working_together_concern": True,
        "weapon": {"place": CANARY},
        "review": {
            "chair": {
                "name": name,
                "names": [name],
                "employment": [{"employer": CANARY, "role": CANARY}],
            },
            "panel": [{"name": name, "role": CANARY, "agency": CANARY}],
        },
        "judgements": [
            {
                "on": "person.intimate",
                "about": "P1",
                "answer": "yes",
                "by": "CSP chair",
                "date": "2024-03-29",
                "reason": name,
            }
        ],
        "decisions": [{"what": "hold-review", "by": "CSP chair", "reason": name}],
        "reasons_given": ["no-agency-contact"],
        **more,
    }


SHOWN = {
    "deceased.death_place.area", "deceased.death_place.csp", "deceased.residences.area",
    "deceased.residences.csp", "deceased.last_known_areas.area", "deceased.last_known_areas.csp",
    "csps.name", "csps.area", "local_agreement_on_lead", "judgements.about", "judgements.by",
    "decisions.by", "selection.edition",
}  # fmt: skip
"""Texts that an output may carry: places and partnerships, references, roles, a setting."""


def texts() -> Iterator[tuple[str, ...]]:
    """The path of every field of a record into which a person writes what they like.

    Read off the schema, so that a field that is added is on the list the same day.
    """
    schema = CaseRecord.model_json_schema(by_alias=True)
    yield from _texts(schema, schema["$defs"], ())


def _texts(part: Any, known: Any, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if "$ref" in part:
        part = known[part["$ref"].rpartition("/")[2]]
    for choice in part.get("anyOf", ()):
        yield from _texts(choice, known, path)
    for name, field in part.get("properties", {}).items():
        yield from _texts(field, known, (*path, name))
    if part.get("type") == "array":
        many = (*path[:-1], f"{path[-1]}[]")
        for found in _texts(part["items"], known, many):
            yield found if found == many else (*path, *found[len(path) :])
    if part.get("type") == "string" and "maxLength" in part:
        yield path


def full_record() -> dict[str, Any]:
    """The record above with a canary in every text that no output may carry."""
    record = named_record()
    record["other_people"] = [{"role": "x"}]
    record["deceased"]["last_known_areas"] = [{"area": "Ashcombe"}]
    record["csps"] = [{"name": "Ashcombe Community Safety Partnership"}]
    record["review"]["author"] = {"employment": [{}]}
    for path in texts():
        if ".".join(path) not in SHOWN:
            _put(record, path)
    return record


def canaries() -> int:
    """How many texts of the full record hold a canary."""
    return len([path for path in texts() if ".".join(path) not in SHOWN])


def _put(target: Any, path: tuple[str, ...]) -> None:
    for one in target if isinstance(target, list) else [target]:
        first, *rest = path
        if rest:
            _put(one[first], tuple(rest))
        else:
            name = first.removesuffix("[]")
            said = f"{CANARY} {name.title()}"
            one[name] = [said] if first != name else said
