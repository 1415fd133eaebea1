"""What is wrong with a rule base although it loads: found by looking, without any case.

Unreachable conclusions, rules that nothing can trigger, rules that can be proved both
ways, facts that no rule uses, overlays that change nothing, examples that would hold of
another rule as well, and outcomes that no example shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ..schemas.common import Answer
from ..schemas.rule import Duty, Entry, LeadStep, Override, Requirement, Rule, Scope
from .assignments import environments, leaves_of
from .conditions import Condition, Each, Ref, Test, parse, walk
from .definitions import JUDGED, Definition, define_rule, judged, override
from .lint import conditions_of
from .logic import Env, value_of
from .mutation import mutants, noticed
from .packs import RuleBase, definitions_of
from .rule_examples import definition_of, examples_of


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a maintainer should look at."""

    kind: str
    what: str
    """The id of the entry, or of the fact."""
    text: str


def analyse(base: RuleBase) -> list[Finding]:
    """Every finding, by kind and id."""
    checks: tuple[Callable[[RuleBase], Iterator[Finding]], ...] = (
        contradictions,
        never_triggered,
        unreachable,
        unused_facts,
        idle_overlays,
        idle_examples,
        missing_examples,
    )
    found = {finding for check in checks for finding in check(base)}
    return sorted(found, key=lambda one: (one.kind, one.what, one.text))


def _definitions(base: RuleBase) -> dict[str, Definition]:
    """Every definition by the id of its entry, each once."""
    found: dict[str, Definition] = {}
    for pack in base.packs.values():
        for definition in definitions_of(pack):
            if not isinstance(definition.entry, Requirement):
                found.setdefault(definition.entry.id, definition)
    return found


def contradictions(base: RuleBase) -> Iterator[Finding]:
    """Rules that some facts prove both ways.  Judgements stay out: they may well contradict."""
    for rule_id, definition in _definitions(base).items():
        for env in environments(leaves_of((definition.yes, definition.no)), base.facts):
            if _answer(definition.yes, env) and _answer(definition.no, env):
                yield Finding("contradiction", rule_id, "some facts prove it yes and no at once")
                break


def never_triggered(base: RuleBase) -> Iterator[Finding]:
    """Rules that no facts can make yes, or none can make no, where nobody judges either."""
    for rule_id, definition in _definitions(base).items():
        if not any(isinstance(node, Test | Ref | Each) for node in walk(definition.yes)):
            continue  # `always`: there is nothing to trigger
        sides = {"yes": definition.yes, "no": definition.no}
        for word in _impossible(base, definition, sides):
            yield Finding("never-triggered", rule_id, f"no facts can make it {word}")


def _impossible(base: RuleBase, definition: Definition, sides: dict[str, Condition]) -> list[str]:
    left = {w: c for w, c in sides.items() if not _judgement_reaches(definition, c)}
    for env in environments(leaves_of(sides.values()), base.facts):
        left = {word: side for word, side in left.items() if not _answer(side, env)}
        if not left:
            break
    return list(left)


def _judgement_reaches(definition: Definition, side: Condition) -> bool:
    """Whether a judgement can give this answer; what settles it then need not exist."""
    return judged(definition.name) in set(walk(side)) and _settles_nothing(definition, side)


def _settles_nothing(definition: Definition, side: Condition) -> bool:
    entry = definition.entry
    if not isinstance(entry, Rule):
        return False
    return (entry.settled_yes if side == definition.yes else entry.settled_no) is None


def _answer(condition: Condition, env: Env) -> bool:
    return value_of(condition, env) is Answer.YES


def unreachable(base: RuleBase) -> Iterator[Finding]:
    """Propositions that nothing asks for: no rule, no outcome, no view of a person."""
    asked = {name for condition in _all_conditions(base) for name in _names(condition)}
    asked |= {pack.head.definition for pack in base.packs.values()}
    for rule_id, definition in _definitions(base).items():
        entry = definition.entry
        shown = isinstance(entry, Rule) and (
            entry.element is not None or entry.scope is Scope.APPOINTEE
        )
        if isinstance(entry, Rule) and not shown and definition.name not in asked:
            yield Finding("unreachable", rule_id, f"nothing asks for `{definition.name}`")


def _names(condition: Condition) -> Iterator[str]:
    for node in walk(condition):
        if isinstance(node, Ref):
            yield node.proposition.removeprefix(JUDGED)
        elif isinstance(node, Each):
            yield from _names(node.inner)


def _all_conditions(base: RuleBase) -> Iterator[Condition]:
    for located in base.located.values():
        entry = located.entry
        sources = [source for _, source, _ in conditions_of(entry)]
        if isinstance(entry, Override):
            sources += [entry.unless, entry.also]
        yield from (parse(source) for source in sources if source is not None)


def unused_facts(base: RuleBase) -> Iterator[Finding]:
    """Facts that no rule tests, starts a clock with, or shows."""
    used = {name for condition in _all_conditions(base) for name in _facts(condition)}
    for located in base.located.values():
        entry = located.entry
        if isinstance(entry, Duty):
            used |= {entry.start or "", entry.done or "", entry.met_by or ""}
        elif isinstance(entry, LeadStep):
            used.add(entry.takes or "")
    for fact in base.facts:
        if fact not in used:
            yield Finding("unused-fact", fact, "no rule asks for it")


def _facts(condition: Condition) -> Iterator[str]:
    for node in walk(condition):
        if isinstance(node, Test):
            yield node.fact
            yield from (node.other,) if node.other else ()
        elif isinstance(node, Each):
            yield from _facts(node.inner)


def idle_overlays(base: RuleBase) -> Iterator[Finding]:
    """Overlays under which the rule that they change answers as it does without them."""
    for located in base.located.values():
        change = located.entry
        if isinstance(change, Override):
            changed = base.located[change.overrides].entry
            if isinstance(changed, Rule) and not _changes_something(base, changed, change):
                yield Finding("idle-overlay", change.id, f"{changed.id} answers as without it")


def _changes_something(base: RuleBase, rule: Rule, change: Override) -> bool:
    before = define_rule(rule)
    after = override(before, change)
    leaves = leaves_of((after.yes, after.no))
    return any(
        (_answer(before.yes, env), _answer(before.no, env))
        != (_answer(after.yes, env), _answer(after.no, env))
        for env in environments(leaves, base.facts)
    )


def idle_examples(base: RuleBase) -> Iterator[Finding]:
    """Rules whose examples hold whatever the condition says, and examples that stand twice."""
    for located in base.located.values():
        entry = located.entry
        given = [str(sorted(one.given.items(), key=str)) for one in examples_of(entry)]
        if len(set(given)) < len(given):
            yield Finding("idle-example", entry.id, "an example stands twice")
        if not isinstance(entry, Requirement) and _never_noticed(base, entry):
            yield Finding("idle-example", entry.id, "no example notices any change of the rule")


def _never_noticed(base: RuleBase, entry: Entry) -> bool:
    changed = [definition_of(base, other) for _, other in mutants(entry)]
    definitions = [one for one in changed if one is not None]
    examples = examples_of(entry)
    return bool(definitions) and not any(noticed(base, one, examples) for one in definitions)


def missing_examples(base: RuleBase) -> Iterator[Finding]:
    """Requirements with an outcome that is possible, by their conditions, and never shown."""
    # Imported only here: detectors bring the Word reader along, and no other check needs it.
    from .outcomes import outcomes_without_example

    for located in base.located.values():
        entry = located.entry
        if isinstance(entry, Requirement):
            for outcome in outcomes_without_example(entry):
                text = f"it can come out as `{outcome.value}`, and no example shows it"
                yield Finding("missing-example", entry.id, text)


def by_kind(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Findings under their kinds."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.kind, []).append(finding)
    return found
