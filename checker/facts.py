"""The case record as facts: the only bridge between what a user wrote and what a rule tests.

Most facts are a field of the record, named by ``path`` in ``rules/facts.yaml``.  The rest
are worked out by small functions in ``derived_*`` modules, each registered under the fact's
id.  None of them decides anything: a function here may count and compare, but what follows
from it in law is the business of a rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, cast

from ..schemas.agencies import Child
from ..schemas.case import CaseRecord
from ..schemas.perpetrator import AllegedPerpetrator
from ..schemas.review import Appointee
from ..schemas.rule import FactSpec, Scope
from . import derived_case, derived_editions, derived_local, derived_people, derived_places
from .logic import Fact


@dataclass(frozen=True, slots=True)
class Subject:
    """What a scope's facts are about: the record, or one person in it."""

    ref: str
    """P1, C1, ``chair``, ``author``; empty for the case itself."""
    part: CaseRecord | AllegedPerpetrator | Child | Appointee


def subjects(record: CaseRecord, scope: Scope) -> list[Subject]:
    """Everyone or everything that a scope goes over, in the order of the record."""
    if scope is Scope.PERSON:
        return [Subject(person.ref, person) for person in record.alleged_perpetrators]
    if scope is Scope.CHILD:
        return [Subject(child.ref, child) for child in record.children]
    if scope is Scope.APPOINTEE:
        return _appointees(record)
    return [Subject("", record)]


def _appointees(record: CaseRecord) -> list[Subject]:
    if record.review is None:
        return []
    named = (("chair", record.review.chair), ("author", record.review.author))
    return [Subject(ref, who) for ref, who in named if who is not None]


def facts_of(
    record: CaseRecord, specs: Mapping[str, FactSpec], scope: Scope, subject: Subject
) -> dict[str, Fact]:
    """Every fact of one scope, missing ones included."""
    found: dict[str, Fact] = {}
    for spec in specs.values():
        if spec.scope is scope:
            value = _value(record, spec, subject)
            asked = _asked(record, spec.id, subject.ref)
            found[spec.id] = Fact(value, asked=value is None and asked)
    return found


def _asked(record: CaseRecord, fact_id: str, ref: str) -> bool:
    """Whether the record lists the fact as asked for and not knowable."""
    return fact_id in record.not_known or (bool(ref) and f"{fact_id}@{ref}" in record.not_known)


def _value(record: CaseRecord, spec: FactSpec, subject: Subject) -> Any:
    if spec.path is not None:
        return _plain(_follow(subject.part, spec.path))
    return _plain(DERIVED[spec.id](record, subject.part))


def _follow(part: Any, path: str) -> Any:
    for step in path.split("."):
        if part is None:
            return None
        value = getattr(part, step)
        # An empty list that nobody wrote says nothing; one that was written says "none".
        part = None if value == () and step not in part.model_fields_set else value
    return part


def _plain(value: Any) -> Any:
    """Enumerations as their words, collections as frozen sets of words."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list | set | frozenset):
        items = cast("Iterable[Any]", value)
        return frozenset(_plain(one) for one in items)
    return value


DERIVED = {
    **derived_case.DERIVED,
    **derived_places.DERIVED,
    **derived_people.DERIVED,
    **derived_editions.DERIVED,
    **derived_local.DERIVED,
}
"""Fact id -> the function that works it out from the record and the subject."""
