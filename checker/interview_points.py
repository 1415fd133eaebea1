"""What is still open for an interview, and which rules ask for it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from ..schemas.common import Answer
from ..schemas.rule import Entry, LeadStep
from .casework import Run
from .conditions import Condition, Each, Ref, Test, walk
from .definitions import JUDGED, Definition
from .evaluation import Evaluation
from .openings import Missing, Opening, Undecided, openings
from .packs import RuleSet

Goal = Literal["outcome", "lead", "reviews"]
"""What an interview may be after: the criteria decision, who leads, which other reviews."""
GOALS: tuple[Goal, ...] = ("outcome", "lead", "reviews")


def points(run: Run, goals: tuple[Goal, ...]) -> list[Opening]:
    """Every point that keeps one of the goals open, in the order of goals and rules."""
    found: dict[Opening, None] = {}
    for goal in goals:
        for name in _sought(run, goal):
            found.update(dict.fromkeys(openings(run, name)))
        if goal == "lead":
            found.update(dict.fromkeys(_csp_not_named(run)))
    return list(found)


def standing(run: Run, goals: tuple[Goal, ...]) -> tuple[Answer, ...]:
    """The answers to everything that the goals ask, to see whether one of them changes.

    For the lead, that includes whether the CSP that leads is named.
    """
    found = [run.case.answer(name) for goal in goals for name in _names(run, goal)]
    if "lead" in goals:
        found.append(Answer.OPEN if any(_csp_not_named(run)) else Answer.YES)
    return tuple(found)


def _names(run: Run, goal: Goal) -> list[str]:
    if goal == "outcome":
        return [run.ruleset.test.definition]
    prefix = "lead" if goal == "lead" else "review"
    return [f"{prefix}:{entry.id}" for entry in run.ruleset.entries(goal)]


def _sought(run: Run, goal: Goal) -> list[str]:
    """What a goal asks now: of the ladder only the first step that does not fail."""
    names = _names(run, goal)
    if goal != "lead":
        return names
    return [name for name in names if run.case.answer(name) is not Answer.NO][:1]


def _csp_not_named(run: Run) -> Iterator[Opening]:
    """The step that holds may take a CSP that the record does not name."""
    for name, step in zip(_names(run, "lead"), run.ruleset.entries("lead"), strict=True):
        if run.case.answer(name) is Answer.NO:
            continue
        holds = run.case.answer(name) is Answer.YES
        if holds and step.takes is not None and not run.case.facts[step.takes].known:
            yield Missing("", step.takes)
        return


def asked_by(run: Run, opening: Opening, goals: tuple[Goal, ...]) -> list[Entry]:
    """The rules on the way to the goals that wait for just this point, in their order."""
    sought = frozenset(name for goal in goals for name in _names(run, goal))
    reach = _within_reach(run.ruleset, sought)
    found: dict[str, Entry] = {}
    for evaluation in run.all():
        for name, definition in evaluation.compiled.definitions.items():
            if name in reach and any(
                _asks(run, evaluation, leaf, opening) for leaf in evaluation.open_leaves(name)
            ):
                found.setdefault(definition.entry.id, definition.entry)
    return list(found.values()) or _steps_that_take(run, opening)


def _steps_that_take(run: Run, opening: Opening) -> list[Entry]:
    steps: list[LeadStep] = run.ruleset.entries("lead")
    return [step for step in steps if isinstance(opening, Missing) and step.takes == opening.fact]


@lru_cache(maxsize=64)
def _within_reach(ruleset: RuleSet, sought: frozenset[str]) -> frozenset[str]:
    """The propositions sought, and every one that they speak of, directly or not."""
    named: dict[str, list[Definition]] = {}
    for definition in ruleset.definitions:
        named.setdefault(definition.name, []).append(definition)
    found, pending = set(sought), list(sought)
    while pending:
        for definition in named.get(pending.pop(), []):
            for name in (*_names_in(definition.yes), *_names_in(definition.no)):
                if name not in found:
                    found.add(name)
                    pending.append(name)
    return frozenset(found)


def _names_in(condition: Condition) -> Iterator[str]:
    for node in walk(condition):
        if isinstance(node, Ref):
            yield node.proposition
        elif isinstance(node, Each):
            yield from _names_in(node.inner)


def _asks(run: Run, evaluation: Evaluation, leaf: Condition, opening: Opening) -> bool:
    """Whether a leaf waits for just this point."""
    if isinstance(leaf, Each):
        inside = run.scopes.get(opening.ref) is leaf.scope
        return inside and any(_is_point(node, opening) for node in walk(leaf.inner))
    about_it = opening.ref in ("", evaluation.about)
    return about_it and _is_point(leaf, opening)


def _is_point(leaf: Condition, opening: Opening) -> bool:
    if isinstance(opening, Undecided):
        return isinstance(leaf, Ref) and leaf.proposition == JUDGED + opening.name
    return isinstance(leaf, Test) and opening.fact in (leaf.fact, leaf.other)
