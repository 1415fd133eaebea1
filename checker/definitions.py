"""From entries of rule files to definitions: when is each proposition yes, and when no?

Every entry that has a condition becomes a *definition* with two conditions, one that
proves the proposition and one that refutes it.  For a plain rule the second is the
negation of the first.  For a matter of judgement neither need hold, and then the answer
is open until somebody records one.  An overlay changes the two conditions of one rule.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..schemas.rule import (
    Choice,
    Duty,
    Entry,
    Judgement,
    LeadStep,
    Override,
    Remark,
    Requirement,
    ReviewTrigger,
    Rule,
    Scope,
)
from ..schemas.rule import (
    Condition as Source,
)
from .conditions import All, Always, AnyOf, Condition, Not, Ref, parse

JUDGED = "judged:"
"""Prefix of the leaf that stands for a recorded judgement on a proposition."""


@dataclass(frozen=True, slots=True)
class Definition:
    """One proposition, and what proves and refutes it."""

    name: str
    scope: Scope
    entry: Entry
    yes: Condition
    no: Condition
    judgement: Judgement | None = None
    changed_by: tuple[Override, ...] = ()


def judged(name: str) -> Ref:
    """The leaf that a recorded judgement on ``name`` makes yes or no."""
    return Ref(JUDGED + name)


def _condition(source: Source | None, default: Condition) -> Condition:
    return default if source is None else parse(source)


def define_rule(rule: Rule) -> Definition:
    """The definition that a rule gives to the proposition it concludes."""
    if rule.judgement is None:
        when = _condition(rule.when, Always(False))
        return Definition(rule.concludes, rule.scope, rule, when, Not(when))
    own = judged(rule.concludes)
    settled_yes = _condition(rule.settled_yes, Always(False))
    settled_no = _condition(rule.settled_no, Always(False))
    return Definition(
        rule.concludes,
        rule.scope,
        rule,
        AnyOf((settled_yes, own)),
        AnyOf((settled_no, Not(own))),
        rule.judgement,
    )


def override(definition: Definition, change: Override) -> Definition:
    """Lay one overlay entry over a definition: ``unless`` refutes, ``also`` proves."""
    yes, no = definition.yes, definition.no
    if change.also is not None:
        also = parse(change.also)
        yes, no = AnyOf((yes, also)), All((no, Not(also)))
        if definition.judgement is not None:
            # A recorded "no" settles the point although the overlay's own condition is open;
            # where that condition holds, both are proved, which is told as a contradiction.
            no = AnyOf((no, Not(judged(definition.name))))
    if change.unless is not None:
        unless = parse(change.unless)
        yes, no = All((yes, Not(unless))), AnyOf((no, unless))
    return replace(definition, yes=yes, no=no, changed_by=(*definition.changed_by, change))


def _simple(prefix: str, entry: Entry, source: Source) -> Definition:
    when = parse(source)
    return Definition(f"{prefix}:{entry.id}", Scope.CASE, entry, when, Not(when))


def define_duty(duty: Duty) -> Definition:
    """``duty:ID``: the duty applies."""
    return _simple("duty", duty, duty.applies_when)


def define_review(trigger: ReviewTrigger) -> Definition:
    """``review:ID``: the other review is set off."""
    return _simple("review", trigger, trigger.when)


def define_remark(remark: Remark) -> Definition:
    """``remark:ID``: the remark is to be made."""
    return _simple("remark", remark, remark.when)


def define_lead(step: LeadStep) -> Definition:
    """``lead:ID``: the step of the ladder holds."""
    return _simple("lead", step, step.when)


def define_choice(choice: Choice) -> Definition:
    """That a choice of rules is the one to make, as far as its own condition goes."""
    return _simple("choice", choice, choice.when)


def define_requirement(requirement: Requirement) -> tuple[Definition, ...]:
    """A requirement is two propositions: that it applies, and that the draft meets it."""
    applies = requirement.applies_when if requirement.applies_when is not None else "always"
    found = [_simple("applies", requirement, applies)]
    if requirement.when is not None:
        found.append(_simple("meets", requirement, requirement.when))
    return tuple(found)


def in_scope(definitions: Iterable[Definition], scope: Scope) -> dict[str, Definition]:
    """The definitions of one scope by name, in order."""
    return {d.name: d for d in definitions if d.scope is scope}
