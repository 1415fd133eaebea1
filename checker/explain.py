"""Elements of the definition with the facts they rest on, out of the log of what fired."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..schemas.case import CaseRecord, Judgement
from ..schemas.common import Answer
from ..schemas.decision import AppointeeView, Element, Reason, RecordedBy
from ..schemas.rule import Entry, FactSpec, Override, Rule, Scope
from .casework import Run
from .citing import citations
from .clocks import said
from .conditions import Condition, Each, Ref, Test, parse
from .definitions import JUDGED, Definition
from .evaluation import Evaluation, Support, tests_in
from .openings import open_points, opening_text
from .wording import fact_text


def elements(run: Run, record: CaseRecord) -> tuple[Element, ...]:
    """Every element of the definition, in the order of the rules, person by person."""
    found: list[tuple[int, int, Element]] = []
    for place, evaluation in enumerate(run.all()):
        for definition in evaluation.compiled.definitions.values():
            entry = definition.entry
            if isinstance(entry, Rule) and entry.element is not None:
                element = element_of(run, record, evaluation, definition)
                found.append((place, entry.element, element))
    # The case's own elements first, then each person's together.
    return tuple(element for _, _, element in sorted(found, key=lambda one: one[:2]))


def element_of(
    run: Run, record: CaseRecord, evaluation: Evaluation, definition: Definition
) -> Element:
    """One proposition as an element, with its reasons and any recorded judgement."""
    answer = evaluation.answer(definition.name)
    made = judgement_made(record, evaluation, definition.name)
    decisive = [one for one in definition.changed_by if _decisive(evaluation, one)]
    return Element(
        rule=definition.entry.id,
        title=definition.entry.title,
        about=evaluation.about,
        answer=answer,
        reasons=tuple(reasons(run, evaluation, definition.name)),
        judgement=recorded_by(made, record) if made else None,
        citations=(
            *citations(run, definition.entry),
            *(
                c
                for entry in _carried_by(evaluation, definition.name)
                for c in citations(run, entry)
            ),
            *(c for change in decisive for c in citations(run, change)),
        ),
        overlays=tuple(change.id for change in decisive),
        waiting_on=_waiting_on(run, evaluation, definition.name),
    )


def _waiting_on(run: Run, evaluation: Evaluation, name: str) -> tuple[str, ...]:
    """What an open proposition waits for, each point once; nothing for a settled one."""
    said_once = (opening_text(run, one) for one in open_points(run, evaluation, name))
    return tuple(dict.fromkeys(said_once))


def _decisive(evaluation: Evaluation, change: Override) -> bool:
    """Whether an overlay entry had a say: its condition holds, or may."""
    conditions = [parse(one) for one in (change.unless, change.also) if one is not None]
    return any(evaluation.value(one) is not Answer.NO for one in conditions)


def judgement_made(record: CaseRecord, evaluation: Evaluation, name: str) -> Judgement | None:
    """The judgement recorded on a proposition, if there is one."""
    for made in record.judgements:
        if made.on == name and (made.about in (None, evaluation.about) or not evaluation.about):
            return made
    return None


def recorded_by(made: Judgement, record: CaseRecord) -> RecordedBy:
    """Who recorded a judgement, and when.  A role is asked for; a listed name is not shown."""
    return RecordedBy(
        by=_without_names(made.by or "not stated", record),
        date=said(made.date) if made.date else "date not stated",
        reason_given=bool(made.reason),
    )


def _without_names(text: str, record: CaseRecord) -> str:
    people = (record.deceased, *record.alleged_perpetrators)
    names = (name.casefold() for person in people for name in person.names)
    return "[name]" if any(name in text.casefold() for name in names) else text


def reasons(run: Run, evaluation: Evaluation, name: str) -> list[Reason]:
    """What a settled answer rests on, down to the facts.  Nothing for an open one."""
    if evaluation.answer(name) is Answer.OPEN:
        return []
    found: dict[Reason, None] = {}
    for support in _leaves(evaluation, name, set()):
        if isinstance(support.leaf, Each):
            found.update(dict.fromkeys(_each_reasons(run, support.leaf, support.yes)))
        elif (reason := _reason(run, evaluation, support)) is not None:
            found.setdefault(reason)
    return list(found)


def _carried_by(evaluation: Evaluation, name: str) -> Iterator[Entry]:
    """The rules, no elements themselves, that carried a settled element: their text counts too."""
    if evaluation.answer(name) is Answer.OPEN:
        return
    seen: set[str] = set()
    for _ in _leaves(evaluation, name, seen):
        pass
    for other, definition in evaluation.compiled.definitions.items():
        entry = definition.entry
        if other in seen - {name} and isinstance(entry, Rule) and entry.element is None:
            yield entry


def _leaves(evaluation: Evaluation, name: str, seen: set[str]) -> Iterator[Support]:
    """Supports of a proposition, those of the propositions it names included."""
    seen.add(name)
    for support in evaluation.reasons(name):
        leaf = support.leaf
        if isinstance(leaf, Ref) and leaf.proposition in evaluation.compiled.definitions:
            if leaf.proposition not in seen:
                yield from _leaves(evaluation, leaf.proposition, seen)
        else:
            yield support


def _reason(run: Run, evaluation: Evaluation, support: Support) -> Reason | None:
    leaf, about = support.leaf, evaluation.about
    if isinstance(leaf, Test):
        spec = run.ruleset.base.facts[leaf.fact]
        fact = evaluation.facts.get(leaf.fact)
        if fact is None or not fact.known or _unremarkable(spec, fact.value):
            return None
        said_of = about if spec.scope is not Scope.CASE else ""
        return Reason(text=fact_text(spec, fact.value), fact=leaf.fact, about=said_of)
    if isinstance(leaf, Ref) and leaf.proposition.startswith(JUDGED):
        return Reason(text=f"recorded judgement: {'yes' if support.yes else 'no'}", about=about)
    return None


def _unremarkable(spec: FactSpec, value: Any) -> bool:
    """A default that nobody raised, or an empty list: true, and not worth a reader's time."""
    return (spec.assumed is not None and value == spec.assumed) or value == frozenset()


def _each_reasons(run: Run, leaf: Each, yes: bool) -> Iterator[Reason]:
    """Why something is so of somebody in the record, person by person; or that it is of nobody."""
    wanted = Answer.YES if yes else Answer.NO
    concerned = [one for one in run.of(leaf.scope) if one.value(leaf.inner) is wanted]
    if yes:
        for one in concerned:
            yield from _facts_that_hold(run, one, leaf.inner)
    else:
        people = {Scope.PERSON: "alleged perpetrators", Scope.CHILD: "children"}
        kind = people.get(leaf.scope, "people")
        yield Reason(text=f"the record lists no {kind} of whom this is so")


def _facts_that_hold(run: Run, one: Evaluation, condition: Condition) -> Iterator[Reason]:
    """The tests of a condition that are met, as facts about one person."""
    for test in tests_in(condition):
        if one.value(test) is Answer.YES:
            reason = _reason(run, one, Support(test, yes=True))
            if reason is not None:
                yield reason


def appointees(run: Run, record: CaseRecord) -> tuple[AppointeeView, ...]:
    """The chair and the author against the rules on independence and disclosure."""
    return tuple(
        AppointeeView(
            about=one.about,
            elements=tuple(
                element_of(run, record, one, definition)
                for definition in one.compiled.definitions.values()
            ),
        )
        for one in run.of(Scope.APPOINTEE)
    )
