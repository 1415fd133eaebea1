"""One case under one set of rules: facts in, every proposition answered, with reasons.

``Inputs`` is what the record says; ``run`` derives what follows with the engines;
``Plain`` reads the same definitions directly, without clauses, for what-if questions and
as the oracle that tests hold the engines to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from ..schemas.case import CaseRecord, Judgement
from ..schemas.common import Answer
from ..schemas.rule import Requirement, Scope
from .compiler import Compiled, compile_definitions
from .conditions import Each, Not
from .definitions import JUDGED, Definition, in_scope
from .engine.select import Choice, Engine, open_engine
from .errors import CORRECT, RecordError
from .evaluation import Evaluation, aggregate, environment, evaluate
from .facts import facts_of, subjects
from .logic import OPEN, Env, Fact, conjunction, disjunction, value_of
from .packs import RuleBase, RuleSet, definitions_of

ENTITY_SCOPES = (Scope.PERSON, Scope.CHILD, Scope.APPOINTEE)


@dataclass(frozen=True, slots=True)
class Entity:
    """The facts and recorded judgements about the case, or about one person in it."""

    scope: Scope
    ref: str
    facts: Mapping[str, Fact]
    judged: Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that the rules are given about one record."""

    case: Entity
    entities: tuple[Entity, ...]

    def of(self, scope: Scope) -> Iterator[Entity]:
        """The alleged perpetrators, children or appointees."""
        return (entity for entity in self.entities if entity.scope is scope)

    def all(self) -> Iterator[Entity]:
        """The case, then everyone in it."""
        yield self.case
        yield from self.entities

    def find(self, ref: str) -> Entity:
        """The entity of a reference; the case for the empty one."""
        return next(entity for entity in self.all() if entity.ref == ref)

    def changed(
        self,
        ref: str,
        facts: Mapping[str, Fact] | None = None,
        judged: Mapping[str, Answer] | None = None,
    ) -> Inputs:
        """The same inputs with some facts or judgements about one entity otherwise."""

        def alter(entity: Entity) -> Entity:
            if entity.ref != ref:
                return entity
            return replace(
                entity,
                facts={**entity.facts, **(facts or {})},
                judged={**entity.judged, **(judged or {})},
            )

        return Inputs(alter(self.case), tuple(alter(entity) for entity in self.entities))


def inputs_of(record: CaseRecord, ruleset: RuleSet) -> Inputs:
    """The facts and judgements of a record.

    Raises RecordError for a judgement on something that is not a matter of judgement.
    """
    judged = _judgements(record, ruleset)
    specs = ruleset.base.facts
    entities = tuple(
        Entity(scope, one.ref, facts_of(record, specs, scope, one), judged.get(one.ref, {}))
        for scope in ENTITY_SCOPES
        for one in subjects(record, scope)
    )
    case = subjects(record, Scope.CASE)[0]
    facts = facts_of(record, specs, Scope.CASE, case)
    return Inputs(Entity(Scope.CASE, "", facts, judged.get("", {})), entities)


def _judgements(record: CaseRecord, ruleset: RuleSet) -> dict[str, dict[str, Answer]]:
    points = {d.name: d for d in ruleset.definitions if d.judgement is not None}
    known = _every_point(ruleset.base)
    found: dict[str, dict[str, Answer]] = {}
    for number, made in enumerate(record.judgements):
        where = f"judgements[{number}].on"
        if made.on not in points:
            if made.on in known:
                continue  # a point of another edition or test: it does not arise here
            raise RecordError(
                [(where, _no_such_point(points))], mend=CORRECT, code="record.judgement"
            )
        about = _about(record, made, points[made.on], number)
        found.setdefault(about, {})[made.on] = made.answer
    return found


@lru_cache(maxsize=8)
def _every_point(base: RuleBase) -> frozenset[str]:
    """Every point of judgement in any pack, chosen or not."""
    found = (d for pack in base.packs.values() for d in definitions_of(pack))
    return frozenset(d.name for d in found if d.judgement is not None)


def _no_such_point(points: Mapping[str, Definition]) -> str:
    return (
        f"this is not a point of judgement under these rules; they are {', '.join(sorted(points))}"
    )


def _about(record: CaseRecord, made: Judgement, point: Definition, number: int) -> str:
    """Whom a judgement is about; it may be left out where there is only one candidate."""
    if point.scope is Scope.CASE:
        return ""
    refs = [one.ref for one in subjects(record, point.scope)]
    if made.about is None and len(refs) == 1:
        return refs[0]
    if made.about in refs:
        return str(made.about)
    raise RecordError(
        [
            (
                f"judgements[{number}].about",
                f"say which {point.scope.value} the judgement is about:"
                f" {', '.join(refs) or 'there is none'}",
            )
        ],
        mend=CORRECT,
        code="record.judgement",
    )


@lru_cache(maxsize=64)
def programs(ruleset: RuleSet, choice: Choice) -> dict[Scope, tuple[Compiled, Engine]]:
    """The compiled rules of each scope, with the engine that runs them.  Shared by threads."""
    mine = [d for d in ruleset.definitions if not isinstance(d.entry, Requirement)]
    built: dict[Scope, tuple[Compiled, Engine]] = {}
    for scope in Scope:
        compiled = compile_definitions(list(in_scope(mine, scope).values()))
        built[scope] = (compiled, open_engine(compiled.program, choice))
    return built


@dataclass(frozen=True, slots=True)
class Run:
    """Every answer for one case, with reasons."""

    inputs: Inputs
    ruleset: RuleSet
    case: Evaluation
    entities: tuple[Evaluation, ...]
    scopes: Mapping[str, Scope]
    """Reference -> scope of each entity."""
    engines: tuple[str, ...]
    note: str

    def of(self, scope: Scope) -> list[Evaluation]:
        """The evaluations of every alleged perpetrator, child or appointee."""
        return [one for one in self.entities if self.scopes[one.about] is scope]

    def all(self) -> Iterator[Evaluation]:
        """The case's evaluation, then everyone's."""
        yield self.case
        yield from self.entities


def run(inputs: Inputs, ruleset: RuleSet, choice: Choice = "auto") -> Run:
    """Derive everything that follows from the inputs.

    Raises RuleConflict, and EngineError where the engines differ.
    """
    built = programs(ruleset, choice)
    entities: list[Evaluation] = []
    scopes: dict[str, Scope] = {}
    for entity in inputs.entities:
        compiled, engine = built[entity.scope]
        facts = {**inputs.case.facts, **entity.facts}
        env = environment(facts, entity.judged)
        entities.append(evaluate(compiled, engine, env, entity.ref))
        scopes[entity.ref] = entity.scope

    def each(leaf: Each) -> Answer:
        return aggregate(leaf, [one for one in entities if scopes[one.about] is leaf.scope])

    compiled, engine = built[Scope.CASE]
    env = environment(inputs.case.facts, inputs.case.judged, each=each)
    case = evaluate(compiled, engine, env)
    return Run(inputs, ruleset, case, tuple(entities), scopes, engine.names, engine.note)


class Plain:
    """The plain reading of the definitions: no clauses, no engine, no reasons.

    Answers are worked out when asked for, and once.
    """

    def __init__(self, inputs: Inputs, ruleset: RuleSet) -> None:
        self.inputs, self.ruleset = inputs, ruleset
        self._known: dict[tuple[str, str], Answer] = {}
        self._envs: dict[str, Env] = {}

    def given(self, name: str, answer: Answer) -> Plain:
        """The same reading, with one proposition of the case taken to be settled."""
        other = Plain(self.inputs, self.ruleset)
        other._known[("", name)] = answer
        return other

    def answer(self, name: str, entity: Entity | None = None) -> Answer:
        """What a proposition is worth for the case, or for one entity."""
        about = entity or self.inputs.case
        if name.startswith(JUDGED):
            return about.judged.get(name.removeprefix(JUDGED), OPEN)
        key = (about.ref, name)
        if key not in self._known:
            definition = definitions(self.ruleset)[about.scope].get(name)
            self._known[key] = OPEN if definition is None else self._decide(definition, about)
        return self._known[key]

    def _decide(self, definition: Definition, about: Entity) -> Answer:
        env = self._env(about)
        yes = value_of(definition.yes, env)
        opposite = isinstance(definition.no, Not) and definition.no.part is definition.yes
        if yes is Answer.YES or opposite:  # a plain rule is no where it is not yes
            return yes
        return Answer.NO if value_of(definition.no, env) is Answer.YES else OPEN

    def _env(self, about: Entity) -> Env:
        if about.ref not in self._envs:
            facts = about.facts
            if about.scope is not Scope.CASE:
                facts = {**self.inputs.case.facts, **facts}
            self._envs[about.ref] = Env(
                facts, proposition=lambda name: self.answer(name, about), each=self._each
            )
        return self._envs[about.ref]

    def _each(self, leaf: Each) -> Answer:
        values = (value_of(leaf.inner, self._env(one)) for one in self.inputs.of(leaf.scope))
        return conjunction(values) if leaf.every else disjunction(values)


@lru_cache(maxsize=64)
def definitions(ruleset: RuleSet) -> dict[Scope, dict[str, Definition]]:
    """The definitions of a rule set by scope and name."""
    return {scope: in_scope(ruleset.definitions, scope) for scope in Scope}
