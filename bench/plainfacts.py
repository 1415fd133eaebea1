"""The same facts for everybody: what the program derives from a record, as plain values.

The peers start from these, so that what is compared is the deciding and not the reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from cases import KEYS
from dhr_checker.checker.casework import Entity, Inputs, inputs_of
from dhr_checker.checker.conditions import Condition, Each, Ref, walk
from dhr_checker.checker.definitions import Definition
from dhr_checker.checker.logic import Between
from dhr_checker.checker.packs import RuleSet, lay, load_packs
from dhr_checker.checker.selection import pack_ids
from dhr_checker.schemas.case import CaseRecord
from dhr_checker.schemas.dates import PartialDate
from dhr_checker.schemas.rule import Scope


def all_rules() -> RuleSet:
    """Every rule that a decision runs: definition, lead, duties, other reviews, chair."""
    base = load_packs(drafts=False)
    keys = {**KEYS, "overlay": None}
    return lay(base, pack_ids(base, keys))


def definition_only(rules: RuleSet) -> RuleSet:
    """The rules that the definition rests on, and no other: what the peers have."""
    by_name = {one.name: one for one in rules.definitions}
    needed: dict[str, Definition] = {}
    pending = [rules.test.definition]
    while pending:
        name = pending.pop()
        if name in by_name and name not in needed:
            needed[name] = by_name[name]
            pending.extend(_names_in(needed[name].yes))
            pending.extend(_names_in(needed[name].no))
    kept = tuple(one for one in rules.definitions if one.name in needed)
    return replace(rules, definitions=kept)


def _names_in(condition: Condition) -> Iterator[str]:
    for node in walk(condition):
        if isinstance(node, Ref):
            yield node.proposition
        elif isinstance(node, Each):
            yield from _names_in(node.inner)


def inputs(records: list[CaseRecord], rules: RuleSet) -> list[Inputs]:
    return [inputs_of(record, rules) for record in records]


def plain(given: Inputs) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The case's facts and each person's, as ``nested`` takes them."""
    return _values(given.case), [_values(one) for one in given.of(Scope.PERSON)]


def _values(entity: Entity) -> dict[str, Any]:
    found = {name: _value(fact.value) for name, fact in entity.facts.items()}
    found["judged"] = {name: str(answer) for name, answer in entity.judged.items()}
    return found


def _value(value: Any) -> Any:
    if isinstance(value, PartialDate):
        return value.earliest(), value.latest()
    return (value.low, value.high) if isinstance(value, Between) else value
