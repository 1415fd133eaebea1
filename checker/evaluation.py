"""Evaluate compiled definitions: give the leaves, run the engines, keep the reasons.

A case has several scopes: the case itself, and each alleged perpetrator, child and
appointee in it.  Each is one run of one program; the case's run is last, because it asks
"any of them?" and "every one of them?".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ..schemas.common import Answer
from .compiler import Compiled
from .conditions import All, AnyOf, Condition, Each, Not, Observe, Ref, Test
from .definitions import JUDGED
from .engine.base import Inference
from .engine.select import Engine
from .errors import RuleConflict
from .logic import Env, Fact, Facts, conjunction, disjunction, leaf_value, value_of


@dataclass(frozen=True, slots=True)
class Support:
    """A leaf that an answer rests on, and which way it stood."""

    leaf: Condition
    yes: bool


class Evaluation:
    """One scope's answers, with their reasons.

    ``about`` is the reference of the alleged perpetrator, child or appointee, empty for the
    case itself.
    """

    def __init__(self, compiled: Compiled, inference: Inference, env: Env, about: str = "") -> None:
        self.compiled, self.env, self.about = compiled, env, about
        self.holds = inference.holds
        self._supporting: dict[int, list[tuple[int, ...]]] = {}
        for index in inference.fired:
            clause = compiled.program.clauses[index]
            self._supporting.setdefault(clause.head, []).append(clause.body)

    @property
    def facts(self) -> Facts:
        """The facts of this scope."""
        return self.env.facts

    def answer(self, name: str) -> Answer:
        """What a proposition of this scope is worth."""
        literal = self.compiled.literal.get(Ref(name))
        if literal is None:
            return self.env.proposition(name)
        if literal in self.holds:
            return Answer.YES
        return Answer.NO if literal ^ 1 in self.holds else Answer.OPEN

    def value(self, condition: Condition) -> Answer:
        """What any condition of this scope is worth."""
        return value_of(condition, self._env_with_answers())

    def _env_with_answers(self) -> Env:
        env = self.env
        return Env(env.facts, proposition=self.answer, each=env.each, observe=env.observe)

    def reasons(self, name: str) -> list[Support]:
        """The leaves and propositions that the proposition's yes or no rests on.

        Read off the log of what fired; other propositions are named, not opened.
        """
        literal = self.compiled.literal[Ref(name)]
        start = literal if literal in self.holds else literal ^ 1
        return list(dict.fromkeys(self._trace(start)))

    def _trace(self, start: int) -> Iterator[Support]:
        pending, seen = [start], {start}
        while pending:
            literal = pending.pop()
            origin = self.compiled.origins[literal]
            if origin.what is not None and literal != start:
                yield Support(origin.what, origin.yes)
                continue
            bodies = self._supporting.get(literal, [])
            for body in reversed(bodies):
                for part in reversed(body):
                    if part not in seen and part >> 1 != self.compiled.always >> 1:
                        seen.add(part)
                        pending.append(part)

    def open_leaves(self, name: str) -> list[Condition]:
        """The open leaves that still keep a proposition open, in the order of the rule."""
        found: dict[Condition, None] = {}
        if self.answer(name) is Answer.OPEN:
            self._collect(self.compiled.definitions[name].yes, found)
            self._collect(self.compiled.definitions[name].no, found)
        return list(found)

    def open_leaves_of(self, condition: Condition) -> list[Condition]:
        """The open leaves of any condition read in this scope."""
        found: dict[Condition, None] = {}
        self._collect(condition, found)
        return list(found)

    def _collect(self, condition: Condition, found: dict[Condition, None]) -> None:
        pending = [condition]
        while pending:
            node = pending.pop()
            if self.value(node) is not Answer.OPEN:
                continue
            if isinstance(node, All | AnyOf):
                pending.extend(reversed(node.parts))
            elif isinstance(node, Not):
                pending.append(node.part)
            else:
                found.setdefault(node)


def evaluate(compiled: Compiled, engine: Engine, env: Env, about: str = "") -> Evaluation:
    """Run one program over one environment.

    Raises RuleConflict if a proposition is proved both ways, EngineError if engines differ.
    """
    given = [compiled.always]
    for leaf in compiled.leaves:
        value = leaf_value(leaf, env)
        if value is not Answer.OPEN:
            given.append(compiled.literal[leaf] + (value is Answer.NO))
    inference = engine.infer(given)
    # What was judged comes first: all that follows from a contradiction is contradictory too.
    for definition in sorted(compiled.definitions.values(), key=lambda d: d.judgement is None):
        literal = compiled.literal[Ref(definition.name)]
        if literal in inference.holds and literal ^ 1 in inference.holds:
            raise conflict(definition.entry.id, definition.name, about, env)
    return Evaluation(compiled, inference, env, about)


def conflict(rule_id: str, name: str, about: str, env: Env) -> RuleConflict:
    """The error for a proposition that is proved both ways."""
    of = f" for {about}" if about else ""
    if env.proposition(JUDGED + name) is not Answer.OPEN:
        return RuleConflict(
            f"the recorded judgement on {name}{of} contradicts facts in the same record "
            f"(rule {rule_id}).",
            where="judgements",
            mend="Correct the facts, or withdraw the judgement: the facts alone settle this point.",
            code="conflict.judgement",
        )
    return RuleConflict(
        f"rule {rule_id} proves {name}{of} both ways.",
        mend="This is a fault in the rules, not in the case: tell whoever looks after them.",
        code="conflict.rules",
    )


def aggregate(each: Each, over: list[Evaluation]) -> Answer:
    """What "any of them" or "every one of them" is worth.  None of them: no, and yes."""
    values = [one.value(each.inner) for one in over]
    return conjunction(values) if each.every else disjunction(values)


def environment(
    facts: Mapping[str, Fact],
    judged: Mapping[str, Answer],
    *,
    each: Callable[[Each], Answer] | None = None,
    observe: Callable[[Observe], Answer] | None = None,
    outside: Callable[[str], Answer] | None = None,
) -> Env:
    """An environment with recorded judgements and, for drafts, the case's own answers."""

    def proposition(name: str) -> Answer:
        if name.startswith(JUDGED):
            return judged.get(name.removeprefix(JUDGED), Answer.OPEN)
        return outside(name) if outside else Answer.OPEN

    return Env(facts, proposition=proposition, each=each, observe=observe)


def tests_in(condition: Condition) -> Iterator[Test]:
    """Every test of a fact in a condition."""
    pending = [condition]
    while pending:
        node = pending.pop()
        if isinstance(node, Test):
            yield node
        elif isinstance(node, All | AnyOf):
            pending.extend(node.parts)
        elif isinstance(node, Not):
            pending.append(node.part)
