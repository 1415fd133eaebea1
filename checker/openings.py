"""What is still open: which facts are missing, and which judgements only a person can make.

The walk starts at the outcome and follows only what is undetermined, so a question whose
answer could no longer matter is never asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..schemas.common import Answer
from ..schemas.decision import JudgementPoint, Question, Weighed
from ..schemas.rule import Factor, Judgement, LeadStep, Scope
from .casework import Run
from .citing import citations
from .conditions import Condition, Each, Ref, Test, parse
from .definitions import JUDGED
from .evaluation import Evaluation
from .logic import MISSING, Fact
from .wording import about_text, listed, point_text, question_text, sentence


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact that is missing, about the case or one person."""

    ref: str
    fact: str


@dataclass(frozen=True, slots=True)
class Undecided:
    """A judgement that has not been recorded."""

    ref: str
    name: str


Opening = Missing | Undecided


def openings(run: Run, goal: str) -> list[Opening]:
    """Everything that still keeps a proposition of the case open, in the order of the rules."""
    return open_points(run, run.case, goal)


def open_points(run: Run, evaluation: Evaluation, name: str) -> list[Opening]:
    """The same for a proposition about one person.

    A rule's own facts come first: what has to be judged, and what follows from other rules,
    is asked for once they are in.  Nor is a fact asked for while one that it hangs on is
    missing: nights a week mean nothing of somebody whose connection is not known.
    """
    found: dict[Opening, None] = {}
    _walk_leaves(run, evaluation, evaluation.open_leaves(name), found, {(evaluation.about, name)})
    later = {
        Missing(one.ref, dependent)
        for one in found
        if isinstance(one, Missing)
        for dependent in run.ruleset.base.facts[one.fact].resets
    }
    return [one for one in found if one not in later]


def facts_first(run: Run, evaluation: Evaluation, leaves: list[Condition]) -> bool:
    """Whether facts that nobody has yet asked for are among the open leaves of one rule."""
    return any(isinstance(leaf, Test) and not _fact(evaluation, leaf.fact).asked for leaf in leaves)


def _fact(evaluation: Evaluation, name: str) -> Fact:
    return evaluation.facts.get(name, MISSING)


def _walk_leaves(
    run: Run,
    evaluation: Evaluation,
    leaves: list[Condition],
    found: dict[Opening, None],
    seen: set[tuple[str, str]],
) -> None:
    hold_back = facts_first(run, evaluation, leaves)
    for leaf in leaves:
        if hold_back and isinstance(leaf, Ref) and not _put_at_once(evaluation, leaf):
            continue
        _walk(run, evaluation, leaf, found, seen)


def _put_at_once(evaluation: Evaluation, leaf: Ref) -> bool:
    """Whether a leaf is a judgement that facts seldom settle, and its rule says so."""
    definition = evaluation.compiled.definitions.get(leaf.proposition.removeprefix(JUDGED))
    return (
        definition is not None
        and definition.judgement is not None
        and (leaf.proposition.startswith(JUDGED) and definition.judgement.ask_at_once)
    )


def _walk(
    run: Run,
    evaluation: Evaluation,
    leaf: Condition,
    found: dict[Opening, None],
    seen: set[tuple[str, str]],
) -> None:
    if isinstance(leaf, Test):
        spec = run.ruleset.base.facts[leaf.fact]
        ref = evaluation.about if spec.scope is not Scope.CASE else ""
        found.setdefault(Missing(ref, leaf.fact))
        if leaf.other is not None and not evaluation.facts[leaf.other].known:
            found.setdefault(Missing(ref, leaf.other))
    elif isinstance(leaf, Ref) and leaf.proposition.startswith(JUDGED):
        found.setdefault(Undecided(evaluation.about, leaf.proposition.removeprefix(JUDGED)))
    elif isinstance(leaf, Ref):
        key = (evaluation.about, leaf.proposition)
        if key not in seen and leaf.proposition in evaluation.compiled.definitions:
            seen.add(key)
            inner = evaluation.open_leaves(leaf.proposition)
            _walk_leaves(run, evaluation, inner, found, seen)
    elif isinstance(leaf, Each):
        for one in run.of(leaf.scope):
            _walk_leaves(run, one, one.open_leaves_of(leaf.inner), found, seen)


def own_facts(run: Run, opening: Undecided) -> frozenset[Opening]:
    """The missing facts that could settle a judgement by themselves."""
    evaluation = next(one for one in run.all() if one.about == opening.ref)
    tests = [x for x in evaluation.open_leaves(opening.name) if isinstance(x, Test)]
    found: dict[Opening, None] = {}
    for test in tests:
        _walk(run, evaluation, test, found, set())
    return frozenset(found)


def question(run: Run, opening: Missing, settles: tuple[str, ...] = ()) -> Question:
    """A missing fact as a question, with who would know."""
    spec = run.ruleset.base.facts[opening.fact]
    fact = run.inputs.find(opening.ref).facts[opening.fact]
    return Question(
        fact=opening.fact,
        about=opening.ref,
        ask=question_text(spec, opening.ref),
        who_knows=spec.who_knows,
        settles=settles,
        asked=fact.asked,
    )


def judgement_point(
    run: Run, opening: Undecided, if_yes: str = "", if_no: str = ""
) -> JudgementPoint:
    """An unrecorded judgement with its factors for and against."""
    evaluation = next(one for one in run.all() if one.about == opening.ref)
    definition = evaluation.compiled.definitions[opening.name]
    point = definition.judgement or Judgement(question="")
    return JudgementPoint(
        proposition=opening.name,
        rule=definition.entry.id,
        about=opening.ref,
        question=sentence(about_text(point.question, opening.ref)),
        decided_by=point.decided_by,
        factors_for=weigh(evaluation, point.factors_for),
        factors_against=weigh(evaluation, point.factors_against),
        if_yes=if_yes,
        if_no=if_no,
        citations=citations(run, definition.entry),
    )


def weigh(evaluation: Evaluation, factors: list[Factor]) -> tuple[Weighed, ...]:
    """The factors that the record shows, then those it cannot show.

    A factor that the record shows not to be so is left out.
    """
    return tuple(sorted(_weighed(evaluation, factors), key=lambda one: not one.shown))


def _weighed(evaluation: Evaluation, factors: list[Factor]) -> Iterator[Weighed]:
    for factor in factors:
        if factor.when is None:
            yield Weighed(text=factor.text, shown=False)
            continue
        answer = evaluation.value(parse(factor.when))
        if answer is not Answer.NO:
            yield Weighed(text=factor.text, shown=answer is Answer.YES)


def ladder_judgement(run: Run, step: LeadStep, point: Judgement) -> JudgementPoint:
    """The judgement of a step of the lead ladder, which is about the case.

    The step is that of the pack in use: one that an edition took over from the one before
    carries how far it is known to hold there.
    """
    return JudgementPoint(
        proposition="lead-csp",
        rule=step.id,
        question=sentence(point.question),
        decided_by=point.decided_by,
        factors_for=weigh(run.case, point.factors_for),
        factors_against=weigh(run.case, point.factors_against),
        citations=citations(run, step),
    )


def waiting_on(run: Run, goal: str) -> tuple[str, ...]:
    """What an open proposition waits for, as short phrases.

    What hangs on the definition waits for the definition: its own questions stand elsewhere.
    """
    said: dict[str, None] = {}
    definition = run.ruleset.test.definition
    leaves = run.case.open_leaves(goal)
    if goal != definition and _hangs_on(run, leaves, definition):
        said.setdefault("whether the criteria are met")
        seen = {("", goal), ("", definition)}
    else:
        seen = {("", goal)}
    found: dict[Opening, None] = {}
    _walk_leaves(run, run.case, leaves, found, seen)
    about: dict[str, list[str]] = {}
    for opening in found:
        about.setdefault(_point(run, opening), []).append(opening.ref)
    for point, refs in about.items():
        said.setdefault(f"{point}{_of(refs)}")
    return tuple(said)


def _hangs_on(run: Run, leaves: list[Condition], name: str) -> bool:
    """Whether open leaves lead to a proposition, by way of others or not."""
    refs = [leaf.proposition for leaf in leaves if isinstance(leaf, Ref)]
    return name in refs or any(
        _hangs_on(run, run.case.open_leaves(ref), name)
        for ref in refs
        if ref in run.case.compiled.definitions
    )


def opening_text(run: Run, opening: Opening) -> str:
    """A missing fact or judgement as a thing to find out, with whom it is about."""
    return _point(run, opening) + _of([opening.ref])


def _of(refs: list[str]) -> str:
    """Whom a point is about; the same point about six people is said once."""
    people = list(dict.fromkeys(ref for ref in refs if ref))
    return f" ({listed(people)})" if people else ""


def _point(run: Run, opening: Opening) -> str:
    if isinstance(opening, Missing):
        return point_text(run.ruleset.base.facts[opening.fact])
    evaluation = next(one for one in run.all() if one.about == opening.ref)
    title = evaluation.compiled.definitions[opening.name].entry.title
    return f'a judgement ("{title}")'
