"""Small mistakes in a condition: each should be caught by an example of its rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from dhr_checker.checker.conditions import ConditionError, parse
from dhr_checker.checker.definitions import Definition
from dhr_checker.checker.errors import RuleConflict
from dhr_checker.checker.packs import RuleBase
from dhr_checker.checker.requirement_examples import run_draft_examples
from dhr_checker.checker.rule_examples import answers, definition_of, examples_of
from dhr_checker.schemas.documents import DocumentKind
from dhr_checker.schemas.rule import Entry, Example, Requirement, Template

CONDITIONS = ("when", "applies_when", "settled_yes", "settled_no", "unless", "also")
_SWAPS = {"all": "any", "any": "all", "any_of": "every", "every": "any_of"}
_BOUNDS = ("at_least", "more_than", "at_most", "less_than", "later_than_months")
_DATES = ("before", "on_or_before", "after", "on_or_after")


def mutants(source: Any) -> Iterator[Any]:
    """Every condition that differs from ``source`` by one small mistake."""
    if not isinstance(source, dict):
        yield {"not": source}
        return
    for key, value in source.items():
        rest = {k: v for k, v in source.items() if k != key}
        if key in ("all", "any"):
            yield from _of_a_list(key, value)
        elif key == "not":
            yield value
            yield from ({"not": one} for one in mutants(value))
        elif key in ("any_of", "every"):
            yield {_SWAPS[key]: value, **rest}
        elif key == "holds":
            yield from ({**rest, "holds": one} for one in mutants(value))
        elif key == "observe":
            return  # what a detector looks for is held to its own examples
        elif key != "fact":
            yield from ({**rest, key: one} for one in _values(key, value))


def _of_a_list(key: str, parts: list[Any]) -> Iterator[Any]:
    if len(parts) > 1:
        yield {_SWAPS[key]: parts}
    for n, part in enumerate(parts):
        if len(parts) > 1:
            yield {key: parts[:n] + parts[n + 1 :]}
        yield from ({key: [*parts[:n], one, *parts[n + 1 :]]} for one in mutants(part))


def _values(key: str, value: Any) -> Iterator[Any]:
    if isinstance(value, bool):
        if key not in ("known", "recorded"):
            yield not value
    elif key in _BOUNDS:
        yield from (value - 1, value + 1)
    elif key in _DATES and isinstance(value, str):
        day = date.fromisoformat(value)
        yield from (str(day + timedelta(days=n)) for n in (-1, 1))
    elif isinstance(value, list) and len(value) > 1:
        yield from (value[:n] + value[n + 1 :] for n in range(len(value)))


def survivors(base: RuleBase, entry: Entry) -> Iterator[tuple[str, Any, bool]]:
    """Each mutant of an entry's conditions: its key, the mutant, and whether it goes unseen."""
    examples = examples_of(entry)
    for key in CONDITIONS:
        source = getattr(entry, key, None)
        if source is None or source == "always":
            continue
        for mutant in mutants(source):
            try:
                parse(mutant)
            except ConditionError:
                continue
            changed = definition_of(base, entry.model_copy(update={key: mutant}))
            assert changed is not None
            yield key, mutant, _unseen(base, changed, examples)


def _unseen(base: RuleBase, changed: Definition, examples: list[Example]) -> bool:
    try:
        return list(answers(base, changed, examples)) == [one.then for one in examples]
    except RuleConflict:
        return False


def draft_survivors(
    base: RuleBase, requirement: Requirement, templates: Mapping[DocumentKind, Template]
) -> Iterator[tuple[str, Any, bool]]:
    """The same for a requirement, with the drafts of its examples."""
    for key in ("applies_when", "when"):
        source = getattr(requirement, key)
        for mutant in () if source is None else mutants(source):
            try:
                parse(mutant)
            except ConditionError:
                continue
            changed = requirement.model_copy(update={key: mutant})
            results = run_draft_examples(base, changed, templates)
            yield key, mutant, all(result.passed for result in results)
