"""The criteria decision: conclusions put together for a reader.

``decide`` is a pure function: the same record, rules and ``as_of`` give the same decision,
byte for byte.  It prints nothing, stores nothing and reads no clock.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from ..schemas.common import Answer
from ..schemas.decision import (
    Decision,
    Element,
    JudgementPoint,
    LeadCsp,
    Outcome,
    Question,
    RemarkMade,
    ReviewSetOff,
)
from ..schemas.rule import LeadStep, Scope
from .alternatives import alternatives
from .casework import Run
from .citing import citations
from .duties import duties
from .engine.select import Choice
from .explain import appointees, elements, reasons
from .logic import NO, YES
from .openings import (
    Missing,
    Opening,
    Undecided,
    judgement_point,
    ladder_judgement,
    openings,
    question,
    waiting_on,
)
from .packs import RuleBase
from .prepare import Keys, Prepared, Source, prepare
from .whatif import (
    OUTCOMES,
    if_judged,
    settled_by,
    settles_together,
    shortest,
    single_changes,
)
from .wording import listed, sentence


def decide(
    case: Source,
    *,
    as_of: date | None = None,
    test: str | None = None,
    edition: str | None = None,
    nation: str | None = None,
    overlay: str | None = None,
    engine: Choice = "auto",
    base: RuleBase | None = None,
) -> Decision:
    """Decide whether a death calls for a domestic homicide review.

    Parameters
    ----------
    case: a case record, or a mapping, or a path to YAML or JSON, or the bytes of one.
    as_of: the day on which duties are looked at; without it nothing counts as overdue.
    test, edition, nation, overlay: override the choice of rules.
    engine: ``auto`` runs both engines where durable-rules works and compares them.
    base: a rule base loaded by ``load_packs``; the one that ships if absent.

    Raises
    ------
    RecordError: the record cannot be read, or contradicts itself.
    InputError: an unknown pack, nation or engine.
    RuleConflict: a recorded judgement contradicts the facts.
    """
    keys: Keys = {"test": test, "edition": edition, "nation": nation, "overlay": overlay}
    return decision_of(prepare(case, as_of, engine, base, keys))


def decision_of(ready: Prepared) -> Decision:
    """Put the answers of a prepared case together."""
    record, done = ready.record, ready.done
    goal = done.ruleset.test.definition
    outcome = OUTCOMES[done.case.answer(goal)]
    found = shortest(done, openings(done, goal)) if outcome is Outcome.OPEN else []
    shown = elements(done, record)
    questions, judgements = _still_open(done, found)
    return Decision(
        reference=record.reference,
        outcome=outcome,
        summary=_summary(outcome, shown, done, found),
        selection=ready.chosen.chosen,
        elements=shown,
        questions=questions,
        judgements=judgements,
        what_if=single_changes(done, outcome) if outcome is not Outcome.OPEN else (),
        reviews=_reviews(done),
        lead=_lead(done),
        duties=duties(done, ready.nation, ready.as_of),
        remarks=_remarks(done),
        appointees=appointees(done, record),
        alternatives=alternatives(record, done.ruleset.base, ready.chosen, outcome),
        recorded_outcome=_recorded(done),
        provenance=ready.provenance(),
    )


def _still_open(
    done: Run, found: list[Opening]
) -> tuple[tuple[Question, ...], tuple[JudgementPoint, ...]]:
    questions: list[Question] = []
    judgements: list[JudgementPoint] = []
    for opening in found:
        if isinstance(opening, Missing):
            settles = tuple(f"{answer}: {then}" for answer, then in settled_by(done, opening))
            questions.append(question(done, opening, settles))
        else:
            if_yes, if_no = (str(if_judged(done, opening, one)) for one in (YES, NO))
            judgements.append(judgement_point(done, opening, if_yes, if_no))
    # What settles most comes first; otherwise the order of the definition stays.
    questions.sort(key=lambda one: not one.settles)
    return tuple(questions), tuple(judgements)


def _summary(
    outcome: Outcome,
    shown: tuple[Element, ...],
    done: Run,
    found: list[Opening],
) -> str:
    if outcome is Outcome.MET:
        who = [one.about for one in done.of(Scope.PERSON) if _qualifies(one)]
        through = f" by {listed(who)}" if who else " by a person not yet identified"
        return (
            "On what is known now, the criteria for a domestic homicide review are met: the"
            f" death appears to have resulted from violence, abuse or neglect{through}."
        )
    if outcome is Outcome.NOT_MET:
        return (
            "On what is known now, the criteria for a domestic homicide review are not met"
            f"{_because(shown)}."
        )
    then = (
        "would settle it"
        if settles_together(done, found)
        else "come first; the answers may settle it, or show what remains to be asked or judged"
    )
    return (
        "It is open whether the criteria for a domestic homicide review are met."
        f" {_counted(found)}, set out below, {then}."
    )


def _counted(found: list[Opening]) -> str:
    """``Two questions and one judgement``, as a sentence begins."""
    judgements = sum(isinstance(one, Undecided) for one in found)
    questions = len(found) - judgements
    parts = [
        f"{number} {word}{'' if number == 1 else 's'}"
        for number, word in ((questions, "question"), (judgements, "judgement"))
        if number
    ]
    return listed(parts)


def _qualifies(one: Any) -> bool:
    names = one.compiled.definitions
    return "person.qualifies" in names and one.answer("person.qualifies") is Answer.YES


def _because(shown: tuple[Element, ...]) -> str:
    """The first element of the case that fails; else that nobody qualifies."""
    for element in shown:
        if element.answer is Answer.NO and not element.about and element.rule != "S9-1-UNKNOWN":
            return f', because this is not so: "{element.title.lower()}"'
    return (
        ", because nobody in the record was both connected with the deceased as the"
        " definition asks and the apparent cause of the death"
    )


def _reviews(done: Run) -> tuple[ReviewSetOff, ...]:
    found: list[ReviewSetOff] = []
    for trigger in done.ruleset.entries("reviews"):
        name = f"review:{trigger.id}"
        answer = done.case.answer(name)
        found.append(
            ReviewSetOff(
                rule=trigger.id,
                review=trigger.review,
                answer=answer,
                tell=sentence(trigger.tell),
                by=sentence(trigger.by),
                waiting_on=waiting_on(done, name) if answer is Answer.OPEN else (),
                if_open=sentence(trigger.if_open) if answer is Answer.OPEN else "",
                reasons=tuple(reasons(done, done.case, name)),
                citations=citations(done, trigger),
            )
        )
    return tuple(found)


def _lead(done: Run) -> LeadCsp:
    """The first step of the ladder that holds.  A step that is open stops the climb.

    A local arrangement goes before the national steps, which it fills in.
    """
    packs = sorted(done.ruleset.packs, key=lambda pack: pack.head.kind != "local")
    for step in (step for pack in packs for step in pack.entries("lead")):
        answer = done.case.answer(f"lead:{step.id}")
        if answer is not Answer.NO:
            return _step(done, step, answer)
    return LeadCsp(
        csp="",
        step="",
        title="No step of the ladder holds",
        say="The record does not say where the deceased lived.",
        open=True,
    )


def _step(done: Run, step: LeadStep, answer: Answer) -> LeadCsp:
    if answer is Answer.OPEN:
        return LeadCsp(
            csp="",
            step=step.id,
            title="Not yet known",
            say="Which CSP leads depends on where the deceased normally lived.",
            open=True,
            waiting_on=waiting_on(done, f"lead:{step.id}"),
            citations=citations(done, step),
        )
    csp = str(done.case.facts[step.takes].value or "") if step.takes else ""
    missing = () if csp or step.takes is None else (done.ruleset.base.facts[step.takes].label,)
    return LeadCsp(
        csp=csp,
        step=step.id,
        title=step.title,
        say=" ".join(step.say.split()),
        open=not csp,
        waiting_on=missing,
        judgement=ladder_judgement(done, step, step.judgement) if step.judgement else None,
        citations=citations(done, step),
    )


def _remarks(done: Run) -> tuple[RemarkMade, ...]:
    return tuple(
        RemarkMade(
            rule=remark.id,
            kind=remark.kind,
            title=remark.title,
            say=" ".join(remark.say.split()),
            citations=citations(done, remark),
        )
        for remark in done.ruleset.entries("remarks")
        if done.case.answer(f"remark:{remark.id}") is Answer.YES
    )


def _recorded(done: Run) -> str:
    fact = done.case.facts["case.decided"]
    spec = done.ruleset.base.facts["case.decided"]
    return spec.values[fact.value] if fact.known else ""
