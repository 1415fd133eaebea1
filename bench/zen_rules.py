"""The same rules for zen-engine, a rule engine in Rust: the peer.

Its graph is made from the definitions of the rule base, each as two expressions ("is
yes", "is no"), because its language knows true and false and no third value.  One node
goes over the people, the next decides the case.  It gives no reasons either.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from itertools import pairwise
from typing import Any
from zlib import crc32

from dhr_checker.checker.conditions import (
    All,
    Always,
    AnyOf,
    Condition,
    Each,
    Not,
    Ref,
    Test,
    walk,
)
from dhr_checker.checker.definitions import JUDGED, Definition
from dhr_checker.checker.packs import RuleSet
from dhr_checker.schemas.rule import Scope

Pair = tuple[str, str]
"""Expressions for "is yes" and "is no"."""
_NUMBERS = {"at_least": (">=", "<"), "less_than": ("<", ">="),
            "more_than": (">", "<="), "at_most": ("<=", ">")}  # fmt: skip


def decider(rules: RuleSet) -> Callable[[dict[str, Any]], str]:
    """The decision as a function of :func:`context`.  Raises ImportError without the engine."""
    import zen

    compiled: Any = zen.ZenDecisionContent(json.dumps(_graph(rules)))  # the fastest way it has
    decision: Any = zen.ZenEngine().create_decision(compiled)
    yes, no = (_key(rules.test.definition, way) for way in ("yes", "no"))

    def decide(case: dict[str, Any]) -> str:
        found = decision.evaluate(case)["result"]
        return "yes" if found[yes] else "no" if found[no] else "open"

    return decide


def context(case: dict[str, Any], people: list[dict[str, Any]], rules: RuleSet) -> dict[str, Any]:
    """A case as zen takes it: only the facts that some rule tests, dates as numbers."""
    tested = _facts_tested(rules)
    shared = _entity(case, tested[Scope.CASE] | (tested[Scope.PERSON] & set(case)))
    each = [{**shared, **_entity(person, tested[Scope.PERSON] & set(person))} for person in people]
    return {**shared, "people": each}


def _entity(facts: dict[str, Any], names: Iterable[str]) -> dict[str, Any]:
    found = {_name(name): _plain(facts[name]) for name in sorted(names)}
    return {**found, **{_name(JUDGED + on): way for on, way in facts["judged"].items()}}


def _plain(value: Any) -> Any:
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return {"low": _number(value[0]), "high": _number(value[1])}
    if isinstance(value, int) and not isinstance(value, bool):
        return {"low": value, "high": value}
    return value


def _number(value: Any) -> int:
    return value.toordinal() if isinstance(value, date) else value


def _facts_tested(rules: RuleSet) -> dict[Scope, set[str]]:
    found: dict[Scope, set[str]] = {Scope.CASE: set(), Scope.PERSON: set()}
    for definition in rules.definitions:
        pending = [definition.yes, definition.no]
        while pending:
            node = pending.pop()
            if isinstance(node, Test):
                found[definition.scope].add(node.fact)
            elif isinstance(node, Each):
                inside = (one for one in walk(node.inner) if isinstance(one, Test))
                found[Scope.PERSON] |= {one.fact for one in inside}
            elif isinstance(node, All | AnyOf):
                pending.extend(node.parts)
            elif isinstance(node, Not):
                pending.append(node.part)
    return found


def _graph(rules: RuleSet) -> dict[str, Any]:
    person, case = _node(rules, Scope.PERSON), _node(rules, Scope.CASE)
    person["content"] |= {
        "inputField": "people", "outputPath": "people", "executionMode": "loop",
    }  # fmt: skip
    begin = {"id": "in", "type": "inputNode", "name": "in", "content": {"schema": ""}}
    end = {"id": "out", "type": "outputNode", "name": "out", "content": {"schema": ""}}
    nodes = [begin, person, case, end]
    edges = [
        {"id": f"e{n}", "type": "edge", "sourceId": one["id"], "targetId": two["id"]}
        for n, (one, two) in enumerate(pairwise(nodes))
    ]
    return {"contentType": "application/vnd.gorules.decision", "nodes": nodes, "edges": edges}


def _node(rules: RuleSet, scope: Scope) -> dict[str, Any]:
    mine = {one.name: one for one in rules.definitions if one.scope is scope}
    expressions: list[dict[str, str]] = []
    for definition in _in_order(mine):
        for way, text in (("yes", _both(definition.yes)[0]), ("no", _both(definition.no)[0])):
            key = _key(definition.name, way)
            expressions.append({"id": key, "key": key, "value": text})
    if scope is Scope.PERSON:
        expressions += _asked_of_each(rules)
    content: dict[str, Any] = {"expressions": expressions, "passThrough": True}
    return {"id": scope.value, "type": "expressionNode", "name": scope.value, "content": content}


def _asked_of_each(rules: RuleSet) -> list[dict[str, str]]:
    """What a rule about the case asks of each of the people, as expressions about a person."""
    found: dict[str, str] = {}
    for definition in rules.definitions:
        for node in (*walk(definition.yes), *walk(definition.no)):
            if isinstance(node, Each) and not isinstance(node.inner, Ref):
                both = zip(("yes", "no"), _both(node.inner), strict=True)
                found |= {_key(_inner(node), way): text for way, text in both}
    return [{"id": key, "key": key, "value": text} for key, text in found.items()]


def _inner(each: Each) -> str:
    """The proposition that is asked of each, or a name for a condition that has none."""
    if isinstance(each.inner, Ref):
        return each.inner.proposition
    return f"each {crc32(repr(each.inner).encode())}"


def _in_order(mine: dict[str, Definition]) -> list[Definition]:
    """What is referred to comes first."""
    done: dict[str, Definition] = {}

    def add(name: str) -> None:
        if name in mine and name not in done:
            for ref in (*_refs(mine[name].yes), *_refs(mine[name].no)):
                add(ref)
            done[name] = mine[name]

    for name in mine:
        add(name)
    return list(done.values())


def _refs(condition: Condition) -> list[str]:
    if isinstance(condition, Ref):
        return [condition.proposition]
    if isinstance(condition, Not):
        return _refs(condition.part)
    parts = condition.parts if isinstance(condition, All | AnyOf) else ()
    return [name for part in parts for name in _refs(part)]


def _name(name: str) -> str:
    return "".join(letter if letter.isalnum() else "_" for letter in name)


def _key(name: str, way: str) -> str:
    return f"{_name(name)}__{way}"


def _both(condition: Condition) -> Pair:
    """A condition as two expressions."""
    if isinstance(condition, Always):
        return ("true", "false") if condition.yes else ("false", "true")
    if isinstance(condition, Not):
        yes, no = _both(condition.part)
        return no, yes
    if isinstance(condition, All | AnyOf):
        pairs = [_both(part) for part in condition.parts]
        every, some = (0, 1) if isinstance(condition, All) else (1, 0)
        joined = (
            _joined("and", [p[every] for p in pairs]),
            _joined("or", [p[some] for p in pairs]),
        )
        return joined if isinstance(condition, All) else (joined[1], joined[0])
    if isinstance(condition, Ref):
        return _ref(condition.proposition)
    if isinstance(condition, Each):
        return _each(condition)
    if isinstance(condition, Test):
        return _test(condition)
    raise TypeError(f"{type(condition).__name__} has no place in the definition")


def _joined(word: str, parts: list[str]) -> str:
    return "(" + f" {word} ".join(parts) + ")"


def _ref(name: str) -> Pair:
    if name.startswith(JUDGED):
        return f"{_name(name)} == 'yes'", f"{_name(name)} == 'no'"
    return f"$.{_key(name, 'yes')}", f"$.{_key(name, 'no')}"


def _each(condition: Each) -> Pair:
    if condition.every:
        raise TypeError("the definition asks only whether any of the people is something")
    yes, no = (f"#.{_key(_inner(condition), way)}" for way in ("yes", "no"))
    return f"some(people, {yes})", f"all(people, {no})"


def _test(test: Test) -> Pair:
    fact = _name(test.fact)
    if test.op == "recorded":
        return f"({fact} != null)", f"({fact} == null)"
    if test.op == "is":
        hit = f"{fact} == {json.dumps(test.value)}"
    elif test.op == "in":
        hit = f"{fact} in {json.dumps(list(test.values))}"
    elif test.op in ("includes", "includes_any"):
        hit = f"some({fact}, # in {json.dumps(list(test.values))})"
    else:
        return _bounds(fact, test)
    known = f"{fact} != null"
    return f"({known} and {hit})", f"({known} and not ({hit}))"


def _bounds(fact: str, test: Test) -> Pair:
    """A number or a day of which only the least and the greatest may be known."""
    words = {"on_or_after": "at_least", "before": "less_than", "after": "more_than",
             "on_or_before": "at_most"}  # fmt: skip
    op = words.get(test.op, test.op)
    if op not in _NUMBERS or test.other is not None:
        raise TypeError(f"`{test.op}` has no place in the definition")
    yes, no = _NUMBERS[op]
    first, last = ("low", "high") if yes.startswith(">") else ("high", "low")
    bound = _number(test.value)
    known = f"{fact} != null"
    return (
        f"({known} and {fact}.{first} {yes} {bound})",
        f"({known} and {fact}.{last} {no} {bound})",
    )
