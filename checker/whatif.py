"""What would change the answer: single changes of fact, and the fewest answers that settle it.

A fact's possible values are not tried one by one but in classes: two ages that no rule
tells apart are one class.  Every class is then tried against the plain reading of the
rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations, product
from math import prod
from typing import Any, cast

from ..schemas.common import Answer
from ..schemas.dates import PartialDate
from ..schemas.decision import Outcome, WhatIf
from ..schemas.rule import FactSpec, Scope
from .casework import Inputs, Plain, Run, definitions
from .conditions import Condition, Each, Ref, Test, walk
from .logic import Fact, holds
from .openings import Missing, Opening, Undecided, own_facts
from .packs import RuleSet
from .wording import either, value_text

MAX_OPEN = 8
"""Above this many openings no search for the shortest list is made: all are shown."""
MAX_TOGETHER = 3
MAX_TRIES = 400
"""Combinations of answers tried for one group of openings."""
UNTOLD = frozenset({"not-known", "not-stated"})
"""Values that say that a fact is not known, and so answer nothing."""

_Change = Callable[[Inputs], Inputs]

OUTCOMES = {Answer.YES: Outcome.MET, Answer.NO: Outcome.NOT_MET, Answer.OPEN: Outcome.OPEN}


@dataclass(frozen=True, slots=True)
class Possible:
    """A class of values of a fact that no rule tells apart."""

    values: tuple[Any, ...]

    @property
    def value(self) -> Any:
        """One value that stands for the class."""
        return self.values[0]


@lru_cache(maxsize=64)
def tests_by_fact(ruleset: RuleSet) -> Mapping[str, tuple[Test, ...]]:
    """Every test of each fact in the chosen rules."""
    found: dict[str, dict[Test, None]] = {}
    for definition in ruleset.definitions:
        for side in (definition.yes, definition.no):
            for test in _tests(side):
                found.setdefault(test.fact, {})[test] = None
    return {fact: tuple(tests) for fact, tests in found.items()}


@lru_cache(maxsize=64)
def deciding_facts(ruleset: RuleSet) -> frozenset[str]:
    """The facts that the definition comes down to: no other can change the outcome."""
    by_name = {one.name: one for one in ruleset.definitions}
    facts: set[str] = set()
    read: set[str] = set()
    pending = [ruleset.test.definition]
    while pending:
        name = pending.pop()
        if name not in by_name or name in read:
            continue
        read.add(name)
        for node in (*_nodes(by_name[name].yes), *_nodes(by_name[name].no)):
            if isinstance(node, Ref):
                pending.append(node.proposition)
            elif isinstance(node, Test):
                facts.update(fact for fact in (node.fact, node.other) if fact is not None)
    return frozenset(facts)


def _tests(condition: Condition) -> Iterator[Test]:
    return (node for node in _nodes(condition) if isinstance(node, Test))


def _nodes(condition: Condition) -> Iterator[Condition]:
    """Every node of a condition, the inside of a quantifier included."""
    for node in walk(condition):
        yield node
        if isinstance(node, Each):
            yield from _nodes(node.inner)


@lru_cache(maxsize=512)
def possible_values(ruleset: RuleSet, fact: str) -> tuple[Possible, ...]:
    """The classes of values of a fact, in order.  Empty for facts that are not tested by value."""
    spec = ruleset.base.facts[fact]
    tests = [
        t
        for t in tests_by_fact(ruleset).get(fact, ())
        if t.other is None and t.op not in ("known", "recorded")
    ]
    classes: dict[tuple[Answer, ...], list[Any]] = {}
    for value in _candidates(spec, tests):
        marks = tuple(holds(test, {fact: Fact(value)}) for test in tests)
        classes.setdefault(marks, []).append(value)
    return tuple(Possible(tuple(values)) for values in classes.values())


def together(ruleset: RuleSet, fact: str, possibles: Sequence[Possible]) -> str:
    """Classes of values in one phrase; numbers and dates as ranges, joined where they meet."""
    spec = ruleset.base.facts[fact]
    every = [value for one in possible_values(ruleset, fact) for value in one.values]
    chosen = [value for one in possibles for value in one.values]
    if spec.type not in ("number", "date"):
        return either([value_text(spec, value) for value in chosen])
    places = sorted(every.index(value) for value in chosen)
    runs: list[list[int]] = []
    for place in places:
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return either([_range_words(spec, [every[at] for at in one], every) for one in runs])


def _candidates(spec: FactSpec, tests: list[Test]) -> list[Any]:
    if spec.type == "yes-no":
        return [True, False]
    if spec.type == "choice":
        return [one for one in spec.values if one not in UNTOLD]
    if spec.type == "choices":
        return [frozenset([one]) for one in spec.values if one not in UNTOLD] + [frozenset[str]()]
    bounds = sorted({t.value for t in tests if t.value is not None})
    if spec.type == "number":
        return sorted({n for b in bounds for n in (b - 1, b, b + 1) if n >= 0})
    if spec.type == "date":
        days = sorted({d for b in bounds for d in _around(b)})
        return [PartialDate.of(day) for day in days]
    return []


def _around(day: date) -> tuple[date, date, date]:
    one = timedelta(days=1)
    return day - one, day, day + one


def _range_words(spec: FactSpec, values: list[Any], candidates: list[Any]) -> str:
    """A range in words.  Its ends are open where no rule sets a bound beyond them."""
    low, high = value_text(spec, values[0]), value_text(spec, values[-1])
    before, after = ("or less", "or more") if spec.type == "number" else ("or before", "or after")
    if values[0] == candidates[0]:
        return f"{high} {before}"
    if values[-1] == candidates[-1]:
        return f"{low} {after}"
    return low if low == high else f"{low} to {high}"


def outcome_of(inputs: Inputs, ruleset: RuleSet) -> Outcome:
    """The outcome under the plain reading of the rules."""
    return OUTCOMES[Plain(inputs, ruleset).answer(ruleset.test.definition)]


def with_fact(inputs: Inputs, ruleset: RuleSet, ref: str, fact: str, value: Any) -> Inputs:
    """The inputs with one fact otherwise, and the facts that hang on it unknown again."""
    changes = {fact: Fact(value)}
    for dependent in ruleset.base.facts[fact].resets:
        changes[dependent] = Fact()
    return inputs.changed(ref, facts=changes)


def single_changes(run: Run, outcome: Outcome) -> tuple[WhatIf, ...]:
    """Every single change of a recorded fact, or of a judgement, that changes the outcome."""
    found: list[WhatIf] = []
    for entity in run.inputs.all():
        if entity.scope in (Scope.CHILD, Scope.APPOINTEE):
            continue
        for fact, now in entity.facts.items():
            spec = run.ruleset.base.facts[fact]
            matters = not deciding_facts(run.ruleset).isdisjoint((fact, *spec.resets))
            if now.known and not spec.fixed and matters:
                found += _changes_of(run, outcome, entity.ref, spec)
        found += _other_judgements(run, outcome, entity.ref, entity.judged)
    # A change that turns the answer round matters more than one that opens it again.
    return tuple(sorted(found, key=lambda one: one.outcome is Outcome.OPEN))


def _changes_of(run: Run, outcome: Outcome, ref: str, spec: FactSpec) -> Iterable[WhatIf]:
    now = run.inputs.find(ref).facts[spec.id].value
    by_outcome: dict[Outcome, list[Possible]] = {}
    for possible in possible_values(run.ruleset, spec.id):
        others = tuple(v for v in possible.values if v != now and not _is_part_of(v, now))
        if not others:
            continue
        then = outcome_of(with_fact(run.inputs, run.ruleset, ref, spec.id, others[0]), run.ruleset)
        if then is not outcome:
            by_outcome.setdefault(then, []).append(Possible(others))
    for then, possibles in by_outcome.items():
        instead = ", instead of what is recorded" if spec.type == "choices" else ""
        change = f"{spec.label}{instead}: {together(run.ruleset, spec.id, possibles)}"
        yield WhatIf(fact=spec.id, about=ref, change=change, outcome=then)


def _is_part_of(value: Any, now: Any) -> bool:
    """Whether a link is one of several that are recorded: to drop the others is no new fact."""
    if not isinstance(value, frozenset) or not isinstance(now, frozenset):
        return False
    return bool(cast("frozenset[str]", value) & cast("frozenset[str]", now))


def _other_judgements(
    run: Run, outcome: Outcome, ref: str, judged: Mapping[str, Answer]
) -> Iterable[WhatIf]:
    for name, answer in judged.items():
        other = Answer.NO if answer is Answer.YES else Answer.YES
        then = outcome_of(run.inputs.changed(ref, judged={name: other}), run.ruleset)
        if then is not outcome:
            title = definitions(run.ruleset)[run.inputs.find(ref).scope][name].entry.title
            change = f'recorded judgement on "{title}": {other}'
            yield WhatIf(fact=name, about=ref, change=change, outcome=then)


def _changes(run: Run, opening: Opening) -> list[_Change]:
    """Each possible answer to an opening, as the change that it makes to the inputs."""
    if isinstance(opening, Undecided):
        return [_judge(opening.ref, opening.name, answer) for answer in (Answer.YES, Answer.NO)]
    return [
        _tell(run.ruleset, opening, possible.value)
        for possible in possible_values(run.ruleset, opening.fact)
    ]


def _judge(ref: str, name: str, answer: Answer) -> _Change:
    def change(inputs: Inputs) -> Inputs:
        return inputs.changed(ref, judged={name: answer})

    return change


def _tell(ruleset: RuleSet, opening: Missing, value: Any) -> _Change:
    def change(inputs: Inputs) -> Inputs:
        return with_fact(inputs, ruleset, opening.ref, opening.fact, value)

    return change


def if_judged(run: Run, opening: Undecided, answer: Answer) -> Outcome:
    """What a judgement would make of the outcome, by itself."""
    changed = _judge(opening.ref, opening.name, answer)(run.inputs)
    return outcome_of(changed, run.ruleset)


def settled_by(run: Run, opening: Missing) -> tuple[tuple[str, Outcome], ...]:
    """The answers to a question that settle the outcome by themselves, and how."""
    found: dict[Outcome, list[Possible]] = {}
    for possible in possible_values(run.ruleset, opening.fact):
        changed = _tell(run.ruleset, opening, possible.value)(run.inputs)
        found.setdefault(outcome_of(changed, run.ruleset), []).append(possible)
    return tuple(
        (together(run.ruleset, opening.fact, possibles), outcome)
        for outcome, possibles in found.items()
        if outcome is not Outcome.OPEN
    )


def shortest(run: Run, found: list[Opening]) -> list[Opening]:
    """The fewest openings whose answers settle the outcome whatever they are.

    A judgement never stands in for the facts that could settle it.  All openings where
    there are too many to search, or no few of them are enough.
    """
    if len(found) > MAX_OPEN:
        return found
    before: dict[Opening, frozenset[Opening]] = {
        one: own_facts(run, one) for one in found if isinstance(one, Undecided)
    }
    for count in range(1, min(MAX_TOGETHER, len(found) - 1) + 1):
        for group in combinations(found, count):
            ready = all(before.get(one, frozenset()) <= set(group) for one in group)
            if ready and settles_together(run, group):
                return list(group)
    return found


def settles_together(run: Run, group: Sequence[Opening]) -> bool:
    """Whether the answers to a group settle the outcome whatever they are."""
    choices = [_changes(run, opening) for opening in group]
    if not all(choices) or prod(map(len, choices)) > MAX_TRIES:
        return False
    for picked in product(*choices):
        inputs = run.inputs
        for change in picked:
            inputs = change(inputs)
        if outcome_of(inputs, run.ruleset) is Outcome.OPEN:
            return False
    return True
