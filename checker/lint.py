"""What is checked when the rule base is loaded.

A rule that names a fact nobody provides, a proposition nobody concludes or a source that
does not exist would quietly leave every case open.  So each is an error before the first
case is decided, with the file, the line, the rule and the mend.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from ..schemas.rule import (
    Choice,
    Duty,
    Entry,
    FactSpec,
    LeadStep,
    Override,
    Remark,
    Requirement,
    ReviewTrigger,
    Rule,
    Scope,
)
from .conditions import (
    DATE_TESTS,
    NUMBER_TESTS,
    Condition,
    ConditionError,
    Each,
    Observe,
    Ref,
    Test,
    parse,
    walk,
)
from .definitions import JUDGED
from .facts import DERIVED
from .packs import RuleBase, definitions_of, located_error

_OPS_BY_TYPE = {
    "yes-no": {"is", "known", "recorded", "recorded_as"},
    "number": {*NUMBER_TESTS, "is", "in", "known", "recorded"},
    "date": {*DATE_TESTS, "known", "recorded"},
    "choice": {"is", "in", "known", "recorded", "recorded_as"},
    "choices": {"includes", "includes_any", "known", "recorded"},
    "text": {"known", "recorded"},
}


def check_base(base: RuleBase) -> None:
    """Check every entry of every pack against the facts, propositions and sources there are.

    Raises PackError for the first thing that is wrong.
    """
    _check_facts(base)
    _check_choices(base)
    # Before anything else is made of them: what does not parse has no place but here.
    parsed = {one.entry.id: list(_parsed(base, one.entry)) for one in base.located.values()}
    names = proposition_names(base)
    for located in base.located.values():
        _check_cites(base, located.entry)
        _check_entry(base, located.entry, parsed[located.entry.id], names)
    _check_cycles(base)


def _check_facts(base: RuleBase) -> None:
    for spec in base.facts.values():
        if (spec.path is None) != (spec.id in DERIVED):
            raise located_error(
                base,
                spec.id,
                "a fact either has a `path` in the case record or is worked out, and this one "
                + ("is neither." if spec.path is None else "is both."),
            )
    if unknown := set(DERIVED) - set(base.facts):
        raise located_error(base, min(unknown), "is worked out, but rules/facts.yaml lacks it.")


KINDS = {"test": "statute", "edition": "guidance", "overlay": "local"}
"""Which kind of pack each key of the selection chooses; the nation chooses none by name."""


def _check_choices(base: RuleBase) -> None:
    for choice in base.choices:
        if choice.key == "nation" or choice.choose is None:
            continue
        pack = base.packs.get(choice.choose)
        if pack is None or pack.head.kind != KINDS[choice.key]:
            right = [p.id for p in base.packs.values() if p.head.kind == KINDS[choice.key]]
            raise located_error(
                base,
                choice.id,
                f"chooses `{choice.choose}`, which is no {KINDS[choice.key]} pack.",
                _nearest(choice.choose, right),
            )


def proposition_names(base: RuleBase) -> dict[str, Scope]:
    """Every proposition that some pack concludes, with its scope."""
    return {d.name: d.scope for pack in base.packs.values() for d in definitions_of(pack)}


def conditions_of(entry: Entry) -> Iterator[tuple[str, object, Scope]]:
    """Every condition that an entry holds: its key, its source, and the scope it is read in."""
    if isinstance(entry, Rule):
        for key in ("when", "settled_yes", "settled_no"):
            yield key, getattr(entry, key), entry.scope
        yield from _factors(entry.judgement, entry.scope)
    elif isinstance(entry, Duty):
        yield "applies_when", entry.applies_when, Scope.CASE
    elif isinstance(entry, ReviewTrigger | Remark | LeadStep | Choice):
        yield "when", entry.when, Scope.CASE
        if isinstance(entry, LeadStep):
            yield from _factors(entry.judgement, Scope.CASE)
    elif isinstance(entry, Requirement):
        yield "applies_when", entry.applies_when, Scope.CASE
        yield "when", entry.when, Scope.CASE


def _factors(judgement: object, scope: Scope) -> Iterator[tuple[str, object, Scope]]:
    for side in ("factors_for", "factors_against"):
        for factor in getattr(judgement, side, []):
            yield side, factor.when, scope


def _parsed(base: RuleBase, entry: Entry) -> Iterator[tuple[Condition, Scope]]:
    """The conditions of an entry, with the scope in which each is read."""
    for key, source, scope in _all_conditions(base, entry):
        if source is None:
            continue
        try:
            yield parse(source), scope
        except ConditionError as error:
            raise located_error(base, entry.id, f"`{key}`: {error}.") from None


def _check_entry(
    base: RuleBase,
    entry: Entry,
    conditions: list[tuple[Condition, Scope]],
    names: dict[str, Scope],
) -> None:
    for condition, scope in conditions:
        _check_condition(base, entry.id, condition, scope, names)
    if isinstance(entry, Duty):
        for name in (entry.start, entry.done, entry.met_by):
            if name is not None:
                _fact(base, entry.id, name, Scope.CASE)


def _all_conditions(base: RuleBase, entry: Entry) -> Iterator[tuple[str, object, Scope]]:
    yield from conditions_of(entry)
    if isinstance(entry, Override):
        changed = base.located.get(entry.overrides)
        if changed is None or not isinstance(changed.entry, Rule):
            raise located_error(base, entry.id, f"overrides {entry.overrides}, which is no rule.")
        yield "unless", entry.unless, changed.entry.scope
        yield "also", entry.also, changed.entry.scope


def _check_condition(
    base: RuleBase, rule_id: str, condition: Condition, scope: Scope, names: dict[str, Scope]
) -> None:
    for node in walk(condition):
        if isinstance(node, Test):
            _check_test(base, rule_id, node, scope)
        elif isinstance(node, Ref):
            _check_ref(base, rule_id, node.proposition, scope, names)
        elif isinstance(node, Each):
            if scope is not Scope.CASE:
                raise located_error(base, rule_id, "only the case goes over people.")
            _check_condition(base, rule_id, node.inner, node.scope, names)
        elif isinstance(node, Observe):
            _check_observe(base, rule_id, node)


def _check_observe(base: RuleBase, rule_id: str, node: Observe) -> None:
    # Imported only here: detectors bring the Word reader along, and a decision needs neither.
    from .detectors.base import settings_problem

    if problem := settings_problem(node.detector, node.settings):
        raise located_error(base, rule_id, f"{problem}.")


def _check_ref(
    base: RuleBase, rule_id: str, name: str, scope: Scope, names: dict[str, Scope]
) -> None:
    if name not in names:
        raise located_error(
            base, rule_id, f"nothing concludes `{name}`.", _nearest(name, list(names))
        )
    if names[name] is not scope:
        raise located_error(
            base, rule_id, f"`{name}` is about the {names[name].value}, not the {scope.value}."
        )


def _fact(base: RuleBase, rule_id: str, name: str, scope: Scope) -> FactSpec:
    spec = base.facts.get(name)
    if spec is None:
        raise located_error(
            base, rule_id, f"there is no fact `{name}`.", _nearest(name, list(base.facts))
        )
    if spec.scope not in (scope, Scope.CASE):
        raise located_error(
            base, rule_id, f"the fact `{name}` is about the {spec.scope.value}, not here."
        )
    return spec


def _check_test(base: RuleBase, rule_id: str, test: Test, scope: Scope) -> None:
    spec = _fact(base, rule_id, test.fact, scope)
    if test.op not in _OPS_BY_TYPE[spec.type]:
        raise located_error(
            base,
            rule_id,
            f"`{test.op}` does not go with `{test.fact}`, which is a {spec.type}.",
            f"Use one of {', '.join(sorted(_OPS_BY_TYPE[spec.type]))}.",
        )
    if test.other is not None:
        _fact(base, rule_id, test.other, scope)
    if spec.type == "yes-no" and test.op in ("is", "recorded_as"):
        if not isinstance(test.value, bool):
            raise located_error(base, rule_id, f"`{test.fact}` is true or false.")
    elif spec.values and test.op not in ("known", "recorded"):
        for value in test.values:
            if value not in spec.values:
                mend = _nearest(str(value), list(spec.values))
                raise located_error(base, rule_id, f"`{test.fact}` is never `{value}`.", mend)


def _nearest(name: str, known: list[str]) -> str:
    close = get_close_matches(name, known, n=1)
    return f"Did you mean `{close[0]}`?" if close else ""


def _check_cites(base: RuleBase, entry: Entry) -> None:
    if all(cite.editions for cite in entry.cites):
        mend = "Cite something that holds under every edition, or move it to the edition's pack."
        raise located_error(base, entry.id, "cites nothing under some editions.", mend)
    for cite in entry.cites:
        for edition in cite.editions:
            if edition not in base.packs:
                mend = _nearest(edition, list(base.packs))
                raise located_error(base, entry.id, f"`{edition}` is no pack.", mend)
        if cite.source not in base.sources:
            mend = _nearest(cite.source, list(base.sources))
            raise located_error(
                base, entry.id, f"cites `{cite.source}`, which rules/sources.yaml lacks.", mend
            )


def _check_cycles(base: RuleBase) -> None:
    """Each pack by itself must not define a proposition by way of itself."""
    needs: dict[str, set[str]] = {}
    owner: dict[str, str] = {}
    for pack in base.packs.values():
        for definition in definitions_of(pack):
            refs = {
                node.proposition
                for side in (definition.yes, definition.no)
                for node in walk(side)
                if isinstance(node, Ref) and not node.proposition.startswith(JUDGED)
            }
            needs.setdefault(definition.name, set()).update(refs)
            owner[definition.name] = definition.entry.id
    done: set[str] = set()
    for start in needs:
        path: list[str] = []
        _visit(base, start, needs, done, path, owner)


def _visit(
    base: RuleBase,
    name: str,
    needs: dict[str, set[str]],
    done: set[str],
    path: list[str],
    owner: dict[str, str],
) -> None:
    if name in path:
        ring = " -> ".join([*path[path.index(name) :], name])
        raise located_error(base, owner[name], f"defines itself by way of itself: {ring}.")
    if name in done:
        return
    path.append(name)
    for needed in sorted(needs.get(name, ())):
        _visit(base, needed, needs, done, path, owner)
    path.pop()
    done.add(name)
