"""Run the examples that stand in the rule files.

An example gives facts and the answers of other propositions, and says what the rule must
then answer.  It is evaluated by the compiled clauses, exactly as a case is, so a rule
whose condition was changed by mistake fails its own examples.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..schemas.common import Answer
from ..schemas.dates import PartialDate
from ..schemas.rule import (
    Choice,
    Duty,
    Entry,
    Example,
    FactSpec,
    LeadStep,
    Override,
    Remark,
    ReviewTrigger,
    Rule,
    Scope,
)
from .compiler import compile_definitions
from .conditions import Each
from .definitions import (
    JUDGED,
    Definition,
    define_choice,
    define_duty,
    define_lead,
    define_remark,
    define_review,
    define_rule,
    override,
)
from .engine.select import open_engine
from .evaluation import evaluate
from .logic import Env, Fact, Facts, conjunction, disjunction, value_of
from .packs import RuleBase

_EACH_WORDS = {
    Scope.PERSON: "alleged_perpetrators",
    Scope.CHILD: "children",
    Scope.APPOINTEE: "appointees",
}


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """One example, and what the rule answered."""

    rule_id: str
    number: int
    expected: Answer
    answered: Answer

    @property
    def passed(self) -> bool:
        """Whether the rule answered as the example says."""
        return self.expected is self.answered


def definition_of(base: RuleBase, entry: Entry) -> Definition | None:
    """The definition that an entry gives by itself; for an overlay, the rule it changes."""
    if isinstance(entry, Rule):
        return define_rule(entry)
    if isinstance(entry, Duty):
        return define_duty(entry)
    if isinstance(entry, ReviewTrigger):
        return define_review(entry)
    if isinstance(entry, Remark):
        return define_remark(entry)
    if isinstance(entry, LeadStep):
        return define_lead(entry)
    if isinstance(entry, Choice):
        return define_choice(entry)
    if isinstance(entry, Override):
        changed = base.located[entry.overrides].entry
        return override(define_rule(changed), entry) if isinstance(changed, Rule) else None
    return None


def examples_of(entry: Entry) -> list[Example]:
    """The examples of any entry that has some."""
    listed: list[Any] = getattr(entry, "examples", [])
    return [one for one in listed if isinstance(one, Example)]


def run_examples(base: RuleBase, entry: Entry) -> Iterator[ExampleResult]:
    """Run every example of one entry."""
    definition = definition_of(base, entry)
    if definition is None:
        return
    for number, answered in enumerate(answers(base, definition, examples_of(entry)), 1):
        expected = examples_of(entry)[number - 1].then
        yield ExampleResult(entry.id, number, expected, answered)


def answers(base: RuleBase, definition: Definition, examples: list[Example]) -> Iterator[Answer]:
    """What a definition answers on each example, by the plain engine."""
    compiled = compile_definitions([definition])
    engine = open_engine(compiled.program, "plain")
    for example in examples:
        env = example_env(base.facts, definition.name, example.given)
        yield evaluate(compiled, engine, env).answer(definition.name)


def example_env(
    specs: Mapping[str, FactSpec], name: str, given: Mapping[str, Any], case: Facts | None = None
) -> Env:
    """The environment that an example describes.  Raises ValueError for a misspelt key.

    People are given as an answer (``any_of children: yes``) or one by one, each with their
    own facts: ``children: [{child.age: 3}, {child.age: 9}]``.  ``case`` holds facts of the
    case that are known beside those given.
    """
    facts: dict[str, Fact] = dict(case or {})
    told: dict[str, Answer] = {}
    people: dict[str, list[Mapping[str, Any]]] = {}
    for key, value in given.items():
        if key in specs:
            facts[key] = Fact(fact_value(specs[key], value))
        elif key in _EACH_WORDS.values():
            people[key] = value
        else:
            told[JUDGED + name if key == "judged" else key] = Answer(value)

    def each(leaf: Each) -> Answer:
        over = _EACH_WORDS[leaf.scope]
        if over in people:
            envs = [example_env(specs, name, one, facts) for one in people[over]]
            values = [value_of(leaf.inner, env) for env in envs]
            return conjunction(values) if leaf.every else disjunction(values)
        return told.get(f"{'every' if leaf.every else 'any_of'} {over}", Answer.OPEN)

    return Env(facts, proposition=lambda p: told.get(p, Answer.OPEN), each=each)


def fact_value(spec: FactSpec, value: Any) -> Any:
    """An example's value as the rule sees it: dates, yes and no, and sets."""
    if value == "asked":
        return None
    if spec.type == "date":
        return PartialDate.parse(str(value))
    if spec.type == "yes-no" and isinstance(value, str):
        return {"yes": True, "no": False}[value]
    if spec.type == "choices":
        return frozenset(value)
    return value
