"""Requirements put to a draft: leaves from detectors, conclusions from the engines.

A requirement is two propositions, that it applies and that the draft meets it.  Detectors
say what each observation is worth, the engines derive the rest exactly as they do for a
case, and what the two answers together mean for the draft is settled here and only here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from ..schemas.common import Answer
from ..schemas.compliance import CheckOutcome
from ..schemas.documents import DocumentKind
from ..schemas.rule import FactSpec, Requirement, Template
from .compiler import Compiled, compile_definitions
from .conditions import Condition, Each, Not, Observe, Ref, Test, walk
from .definitions import define_requirement
from .detectors.base import Hit, Look, Observation, observe
from .engine.select import Choice, Engine, open_engine
from .evaluation import Evaluation, evaluate
from .logic import Env, Facts, value_of
from .packs import Pack, RuleSet
from .settings import Told
from .wording import fact_text, sentence


@dataclass
class Observer:
    """Makes each observation once, and remembers those that broke."""

    look: Look
    made: dict[Observe, Observation] = field(default_factory=dict[Observe, Observation])
    broken: dict[Observe, str] = field(default_factory=dict[Observe, str])

    def __call__(self, leaf: Observe) -> Answer:
        """What an observation is worth; open if its detector broke."""
        if leaf not in self.made and leaf not in self.broken:
            try:
                self.made[leaf] = observe(self.look, leaf.detector, leaf.settings)
            except Exception as error:  # whatever breaks in one check must not stop the rest
                self.broken[leaf] = type(error).__name__
        return self.made[leaf].answer if leaf in self.made else Answer.OPEN


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a draft stands to one requirement, before it is put into words for a report."""

    requirement: Requirement
    outcome: CheckOutcome
    why: str = ""
    depends_on: tuple[str, ...] = ()
    hits: tuple[Hit, ...] = ()
    told: Told | None = None
    """What the settings say of the rule, if anything."""
    eased: bool = False
    """Whether it failed, and is a question only because its rule was demoted."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What requirements may ask beside the draft: the facts and conclusions of the case."""

    facts: Facts
    specs: Mapping[str, FactSpec]
    each: Callable[[Each], Answer] | None = None
    outside: Callable[[str], Answer] | None = None
    titles: Callable[[str], str] = str
    """What to call a proposition of the case."""


def compiled_for(requirements: Iterable[Requirement], choice: Choice) -> tuple[Compiled, Engine]:
    """Compile some requirements into one program."""
    compiled = compile_definitions([d for r in requirements for d in define_requirement(r)])
    return compiled, open_engine(compiled.program, choice)


def templates_of(packs: Iterable[Pack]) -> dict[DocumentKind, Template]:
    """The template of each kind of document; a later pack's before an earlier one's."""
    return {template.document: template for pack in packs for template in pack.templates}


def template_for(ruleset: RuleSet, kind: DocumentKind) -> Template | None:
    """The template of one kind of document, if the rules that were chosen have one."""
    return templates_of(ruleset.packs).get(kind)


def verdicts(
    requirements: Iterable[Requirement],
    compiled: Compiled,
    engine: Engine,
    look: Look,
    around: Surroundings,
) -> list[Verdict]:
    """How the draft stands to each requirement.

    Raises RuleConflict, and EngineError where the engines differ.
    """
    observer = Observer(look)
    env = Env(around.facts, proposition=around.outside, each=around.each, observe=observer)
    judge = _Judge(evaluate(compiled, engine, env), observer, around, env)
    return [judge.verdict(requirement) for requirement in requirements]


def each_unknown(leaf: Each) -> Answer:
    """What "any of them" is worth without a case record: settled only where no fact matters."""
    value = value_of(leaf.inner, Env({}))
    settled = Answer.YES if leaf.every else Answer.NO
    return settled if value is settled else Answer.OPEN


class _Judge:
    """Turns the answers about one draft into verdicts."""

    def __init__(
        self, evaluation: Evaluation, observer: Observer, around: Surroundings, env: Env
    ) -> None:
        self.evaluation, self.observer, self.around, self.env = evaluation, observer, around, env

    def verdict(self, requirement: Requirement) -> Verdict:
        """The outcome: does it apply, is it met, and if one of them is open, why."""
        applies = self.evaluation.answer(f"applies:{requirement.id}")
        if applies is Answer.NO:
            return Verdict(requirement, CheckOutcome.NOT_APPLICABLE, self._why_not(requirement))
        depends = self._depends_on(requirement) if applies is Answer.OPEN else ()
        if requirement.when is None:
            return Verdict(requirement, CheckOutcome.REVIEW, depends_on=depends)
        met = self.evaluation.answer(f"meets:{requirement.id}")
        if met is Answer.OPEN and (broken := self._broken(requirement)):
            return Verdict(requirement, CheckOutcome.ERROR, broken)
        outcome = {
            Answer.YES: CheckOutcome.PASS,
            Answer.NO: CheckOutcome(requirement.on_no),
            Answer.OPEN: CheckOutcome.REVIEW,
        }[met]
        if outcome is CheckOutcome.FAIL and depends:
            outcome = CheckOutcome.REVIEW
        seen = self._observations(requirement, met)
        hits = tuple(dict.fromkeys(hit for one in seen for hit in one.hits))
        why = "; ".join(dict.fromkeys(one.note for one in seen if one.note))
        kept = depends if outcome is CheckOutcome.REVIEW else ()
        return Verdict(requirement, outcome, sentence(why), kept, hits)

    # --- what an answer rests on -----------------------------------------------------------
    def _observations(self, requirement: Requirement, met: Answer) -> list[Observation]:
        """The observations that the answer rests on; for an open one, those that are open."""
        name = f"meets:{requirement.id}"
        if met is Answer.OPEN:
            leaves: list[Condition] = self.evaluation.open_leaves(name)
        else:
            leaves = [support.leaf for support in self.evaluation.reasons(name)]
        made = self.observer.made
        return [made[leaf] for leaf in leaves if isinstance(leaf, Observe) and leaf in made]

    def _broken(self, requirement: Requirement) -> str:
        leaves = self.evaluation.open_leaves(f"meets:{requirement.id}")
        for leaf in leaves:
            if isinstance(leaf, Observe) and leaf in self.observer.broken:
                kind = self.observer.broken[leaf]
                return f"The check `{leaf.detector}` broke ({kind}); please report this."
        return ""

    def _why_not(self, requirement: Requirement) -> str:
        """Why a requirement does not apply: the facts that say so, or else the draft's silence."""
        name = f"applies:{requirement.id}"
        told: dict[str, None] = {}
        leaves = [support.leaf for support in self.evaluation.reasons(name)]
        for leaf in sorted(leaves, key=lambda leaf: isinstance(leaf, Observe)):
            # What the record says is reason enough; the draft's silence is the last resort.
            if not (told and isinstance(leaf, Observe)) and (said := self._said(leaf)):
                told.setdefault(said)
        return sentence("; ".join(told))

    def _said(self, leaf: Condition) -> str | None:
        if isinstance(leaf, Test):
            fact = self.env.facts.get(leaf.fact)
            known = fact is not None and fact.known
            return fact_text(self.around.specs[leaf.fact], fact.value) if fact and known else None
        if isinstance(leaf, Ref):
            return f"it is not so that: {self.around.titles(leaf.proposition)}"
        if isinstance(leaf, Each):
            return "the case record names nobody of whom this is so"
        if isinstance(leaf, Observe) and leaf in self.observer.made:
            return self.observer.made[leaf].note or "nothing in the draft calls for it"
        return None

    def _depends_on(self, requirement: Requirement) -> tuple[str, ...]:
        """The open points on which it depends whether a requirement applies."""
        found: dict[str, None] = {}
        for leaf in self.evaluation.open_leaves(f"applies:{requirement.id}"):
            found.setdefault(self._named(leaf))
        return tuple(found)

    def _named(self, leaf: Condition) -> str:
        if isinstance(leaf, Test):
            return self.around.specs[leaf.fact].label
        if isinstance(leaf, Ref):
            return self.around.titles(leaf.proposition)
        if isinstance(leaf, Each):
            labels = (self._named(part) for part in walk(leaf.inner) if isinstance(part, Test))
            return ", ".join(dict.fromkeys(labels)) or "the people in the case record"
        if isinstance(leaf, Observe):
            made = self.observer.made.get(leaf)
            return (made.note if made else "") or "what the draft says, which is not clear"
        return self._named(leaf.part) if isinstance(leaf, Not) else "the case"
