"""Labels for people whom a case record did not label: P1, P2 ... and C1, C2 ..."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

_LISTS = (("alleged_perpetrators", "P"), ("children", "C"))


def with_labels(record: Mapping[object, object]) -> dict[object, object]:
    """A copy of ``record`` in which everyone in the two lists has a ``ref``.

    A label already taken is passed over, so that adding one never makes a duplicate.
    What is not a list of mappings is left for validation to complain of.
    """
    labelled = dict(record)
    taken = {ref for key, _ in _LISTS for ref in _refs(record.get(key))}
    for key, letter in _LISTS:
        people = record.get(key)
        if isinstance(people, (list, tuple)):
            labelled[key] = _label_each(cast("list[object]", people), letter, taken)
    return labelled


def _refs(people: object) -> Iterator[str]:
    if not isinstance(people, (list, tuple)):
        return
    for person in cast("list[object]", people):
        if isinstance(person, Mapping):
            ref = cast("Mapping[object, object]", person).get("ref")
        else:
            ref = cast("object", getattr(person, "ref", None))
        if isinstance(ref, str):
            yield ref


def _label_each(people: list[object], letter: str, taken: set[str]) -> list[object]:
    done: list[object] = []
    for place, person in enumerate(people, start=1):
        if not isinstance(person, Mapping) or ("ref" in person and person["ref"] is not None):
            done.append(cast("object", person))
            continue
        label = _next_free(letter, place, taken)
        taken.add(label)
        done.append({**cast("Mapping[object, object]", person), "ref": label})
    return done


def _next_free(letter: str, number: int, taken: set[str]) -> str:
    while f"{letter}{number}" in taken:
        number += 1
    return f"{letter}{number}"
