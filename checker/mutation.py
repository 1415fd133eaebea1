"""Mutation testing of rules: would the examples notice if a condition were changed by mistake?

Each condition is changed in one place at a time - all for any, a bound shifted by one, a
conjunct dropped, a *not* flipped, a value left out of a list - and the rule's own examples
are run on the changed rule.  A change that no example notices is a *survivor*: either the
rule lacks an example, or the part that was changed does nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, TypeVar

from ..schemas.common import Answer
from ..schemas.documents import DocumentKind
from ..schemas.rule import Entry, Example, Requirement, Template
from .conditions import NUMBER_TESTS
from .definitions import Definition
from .logic import value_of
from .packs import RuleBase
from .rule_examples import definition_of, example_env, examples_of

_Entry = TypeVar("_Entry", bound=Entry)
CONDITION_KEYS = ("when", "applies_when", "settled_yes", "settled_no", "unless", "also")
_LISTS = ("in", "includes_any")
_EDGES = {
    "before": "on_or_before",
    "on_or_before": "before",
    "after": "on_or_after",
    "on_or_after": "after",
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One changed condition: of which entry, under which key, and how it was changed."""

    entry: str
    key: str
    change: str


@dataclass
class Score:
    """How many mutants there were, and which of them no example noticed."""

    mutants: int = 0
    survivors: list[Mutant] = field(default_factory=list[Mutant])

    @property
    def caught(self) -> float:
        """The share that was noticed, from 0 to 1; 1 if there was nothing to change."""
        return 1 - len(self.survivors) / self.mutants if self.mutants else 1.0

    def add(self, other: Score) -> None:
        """Take another score into this one."""
        self.mutants += other.mutants
        self.survivors += other.survivors


def changes(source: Any) -> Iterator[tuple[str, Any]]:
    """Every condition that differs from this one in one place, with what was changed."""
    if isinstance(source, str):
        yield from _of_name(source)
    elif isinstance(source, dict):
        mapping: dict[str, Any] = source  # pyright: ignore[reportUnknownVariableType]
        for key, change in _BY_KEY.items():
            if key in mapping:
                yield from change(mapping)
                return


def _of_name(name: str) -> Iterator[tuple[str, Any]]:
    if name not in ("always", "never"):  # a rule without a condition has none to get wrong
        yield f"flip `{name}`", {"not": name}


def _of_parts(mapping: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    key = "all" if "all" in mapping else "any"
    parts: list[Any] = mapping[key]
    if len(parts) > 1:
        other = "any" if key == "all" else "all"
        yield f"{key} -> {other}", {other: parts}
        for n in range(len(parts)):
            yield f"drop part {n + 1} of `{key}`", {key: parts[:n] + parts[n + 1 :]}
    for n, part in enumerate(parts):
        for text, changed in changes(part):
            yield text, {key: [*parts[:n], changed, *parts[n + 1 :]]}


def _of_not(mapping: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    yield "drop `not`", mapping["not"]
    for text, changed in changes(mapping["not"]):
        yield text, {"not": changed}


def _of_each(mapping: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    key, other = ("every", "any_of") if "every" in mapping else ("any_of", "every")
    yield f"{key} -> {other}", {other: mapping[key], "holds": mapping["holds"]}
    for text, changed in changes(mapping["holds"]):
        yield text, {**mapping, "holds": changed}


def _of_test(mapping: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    name = mapping["fact"]
    yield f"flip the test of `{name}`", {"not": mapping}
    for op, value in mapping.items():
        for text, changed in _of_value(op, value):
            yield (
                f"{text} of `{name}`",
                {**{k: v for k, v in mapping.items() if k != op}, **changed},
            )


def _of_value(op: str, value: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if op in _LISTS and len(value) > 1:
        for n, one in enumerate(value):
            yield f"drop `{one}`", {op: value[:n] + value[n + 1 :]}
    elif op in NUMBER_TESTS or op == "later_than_months":
        for step in (-1, 1):
            yield f"shift the bound by {step}", {op: value + step}
    elif op in _EDGES and isinstance(value, dict):
        yield f"{op} -> {_EDGES[op]}", {_EDGES[op]: value}
    elif op in _EDGES:
        for step in (-1, 1):
            day = date.fromisoformat(str(value)) + timedelta(days=step)
            yield f"shift the date by {step} day", {op: day.isoformat()}


def _of_observation(mapping: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    yield f"flip the observation `{mapping['observe']}`", {"not": mapping}


_BY_KEY: dict[str, Callable[[dict[str, Any]], Iterator[tuple[str, Any]]]] = {
    "all": _of_parts,
    "any": _of_parts,
    "not": _of_not,
    "any_of": _of_each,
    "every": _of_each,
    "observe": _of_observation,
    "fact": _of_test,
}


def mutants(entry: _Entry) -> Iterator[tuple[Mutant, _Entry]]:
    """Every entry that differs from this one in one place of one condition."""
    for key in CONDITION_KEYS:
        source = getattr(entry, key, None)
        for text, changed in changes(source):
            yield Mutant(entry.id, key, text), entry.model_copy(update={key: changed})


def score(base: RuleBase, entries: Iterable[Entry]) -> Score:
    """How well the examples of some rules, duties, reviews, steps, remarks and choices do."""
    total = Score()
    for entry in entries:
        for mutant, changed in mutants(entry):
            definition = definition_of(base, changed)
            if definition is not None:
                total.mutants += 1
                if not noticed(base, definition, examples_of(entry)):
                    total.survivors.append(mutant)
    return total


def noticed(base: RuleBase, definition: Definition, examples: Iterable[Example]) -> bool:
    """Whether an example does not hold of a definition."""
    for example in examples:
        env = example_env(base.facts, definition.name, example.given)
        yes, no = value_of(definition.yes, env), value_of(definition.no, env)
        both = yes is Answer.YES and no is Answer.YES
        answer = yes if yes is Answer.YES else Answer.NO if no is Answer.YES else Answer.OPEN
        if both or answer is not example.then:
            return True
    return False


def score_of_requirements(
    base: RuleBase,
    requirements: Iterable[Requirement],
    templates: Mapping[DocumentKind, Template],
) -> Score:
    """How well the examples of requirements do.  Slower: each is put to its short drafts."""
    from .requirement_examples import run_draft_examples  # needs the detectors

    total = Score()
    for requirement in requirements:
        for mutant, changed in mutants(requirement):
            total.mutants += 1
            if all(one.passed for one in run_draft_examples(base, changed, templates)):
                total.survivors.append(mutant)
    return total
