"""What the other rules that there are would make of the same record.

The four keys that choose the rules are independent, and two of them hang on points that no
source settles.  So a decision says where choosing otherwise would change it, and always
what section 8A would make of it.  Each alternative is the plain reading of its rules, one
key changed at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..schemas.case import CaseRecord
from ..schemas.common import Answer
from ..schemas.decision import Alternative, ElementElsewhere, Outcome
from ..schemas.rule import Rule, Scope
from .casework import Plain, inputs_of
from .definitions import Definition
from .lint import KINDS
from .packs import RuleBase, RuleSet, lay
from .selection import Selection, pack_ids
from .whatif import OUTCOMES

ALWAYS_SHOWN = "dvcva-2004-s8a"
"""The test that every decision is also read under: enacted, and not known to be in force."""
NO_OVERLAY_TITLE = "No local overlay"


def alternatives(
    record: CaseRecord, base: RuleBase, chosen: Selection, outcome: Outcome
) -> tuple[Alternative, ...]:
    """Every other test, edition and overlay under which the outcome would differ.

    Section 8A is always among them, unless it is what was applied.  ``outcome`` is that of
    the rules applied.
    """
    keys = {one.key: one.value for one in chosen.chosen}
    here = _Reading.of(record, chosen.ruleset)
    found = [
        _alternative(base, key, value, here, _Reading.of(record, _laid(base, keys, key, value)))
        for key, value in _others(base, keys)
    ]
    return tuple(
        one.model_copy(update={"differs": one.outcome is not outcome})
        for one in found
        if one.outcome is not outcome or one.value == ALWAYS_SHOWN
    )


def _others(base: RuleBase, keys: dict[str, str | None]) -> Iterator[tuple[str, str | None]]:
    """Each key with each value that was not chosen; an overlay may also be left off."""
    for key, kind in KINDS.items():
        packs = sorted(pack.id for pack in base.packs.values() if pack.head.kind == kind)
        values: list[str | None] = [*packs]
        if key == "overlay":
            values = [None]  # another area's protocol is nothing to this case
        yield from ((key, value) for value in values if value != keys.get(key))


def _laid(base: RuleBase, keys: dict[str, str | None], key: str, value: str | None) -> RuleSet:
    return lay(base, pack_ids(base, {**keys, key: value}))


def _alternative(
    base: RuleBase, key: str, value: str | None, here: _Reading, there: _Reading
) -> Alternative:
    head = base.packs[value].head if value else None
    return Alternative(
        key=key,
        value=value,
        title=head.title if head else NO_OVERLAY_TITLE,
        status=head.status if head else "",
        outcome=there.outcome,
        differs=there.outcome is not here.outcome,
        elements=tuple(_compared(here, there)),
    )


@dataclass(frozen=True)
class _Shown:
    """An element of the definition as one set of rules answers it."""

    topic: str
    about: str
    rule: str
    title: str
    answer: Answer


@dataclass(frozen=True)
class _Reading:
    """The elements of the definition, and the outcome, under one set of rules."""

    outcome: Outcome
    elements: tuple[_Shown, ...]

    @classmethod
    def of(cls, record: CaseRecord, ruleset: RuleSet) -> _Reading:
        inputs = inputs_of(record, ruleset)
        plain = Plain(inputs, ruleset)
        shown = [
            _Shown(rule.topic or rule.id, about.ref, rule.id, rule.title, plain.answer(name, about))
            for about in inputs.all()
            for name, rule in _elements(ruleset.definitions, about.scope)
        ]
        return cls(OUTCOMES[plain.answer(ruleset.test.definition)], tuple(shown))

    def find(self, topic: str, about: str) -> _Shown | None:
        """The element on a topic about one person, or about the case."""
        named = [one for one in self.elements if one.topic == topic]
        return next((one for one in named if one.about == about), None)


def _elements(definitions: tuple[Definition, ...], scope: Scope) -> Iterator[tuple[str, Rule]]:
    for definition in definitions:
        entry = definition.entry
        if definition.scope is scope and isinstance(entry, Rule) and entry.element is not None:
            yield definition.name, entry


def _compared(here: _Reading, there: _Reading) -> Iterator[ElementElsewhere]:
    """Elements that are answered differently, or stand in one of the two alone."""
    for one in there.elements:
        before = here.find(one.topic, one.about)
        if before is None or before.answer is not one.answer:
            yield _elsewhere(one, before.answer if before else None, one.answer)
    for one in here.elements:
        if there.find(one.topic, one.about) is None:
            yield _elsewhere(one, one.answer, None)


def _elsewhere(one: _Shown, here: Answer | None, there: Answer | None) -> ElementElsewhere:
    return ElementElsewhere(title=one.title, about=one.about, here=here, there=there, rule=one.rule)
