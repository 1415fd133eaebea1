"""The chair and the author against the rules: independence, disclosure, skills, training.

The 2016 guidance makes past employment a matter of disclosure and lays down no number of
years.  So the gap is computed and shown, and whether it is long enough stays with the CSP.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateutil.relativedelta import relativedelta
from typing_extensions import Unpack

from ..schemas.case import CaseRecord
from ..schemas.chair import AppointeeReport, ChairReport, Checked, Gap, MustSay, Step
from ..schemas.common import Answer
from ..schemas.dates import PartialDate
from ..schemas.review import Appointee
from ..schemas.rule import Scope
from .casework import Run
from .citing import citations
from .clocks import said
from .conditions import All, AnyOf, Condition, Not, Ref, Test
from .definitions import JUDGED
from .derived_people import ended_posts
from .engine.select import Choice
from .evaluation import Evaluation
from .explain import element_of
from .facts import subjects
from .openings import Missing, Undecided, judgement_point, open_points
from .packs import RuleBase, load_packs
from .prepare import Keys, Source, prepare
from .wording import point_text, test_text


def review_chair(
    case: Source,
    *,
    as_of: date | None = None,
    engine: Choice = "auto",
    base: RuleBase | None = None,
    **keys: Unpack[Keys],
) -> ChairReport:
    """Set the chair and the author of a record against the rules of its edition.

    Takes and raises what :func:`decide` does.
    """
    # Whole, with what drafts are checked against: that says what the report will have to say.
    ready = prepare(case, as_of, engine, base or load_packs(), keys)
    done = ready.done
    return ChairReport(
        reference=ready.record.reference,
        edition=ready.edition,
        appointed_by=_appointed_by(done),
        warnings=_warnings(done),
        appointees=tuple(
            _appointee(done, ready.record, one, as_of) for one in done.of(Scope.APPOINTEE)
        ),
        must_say=_must_say(done),
        provenance=ready.provenance(),
    )


def _appointed_by(done: Run) -> str:
    fact = done.case.facts["review.appointed_by"]
    spec = done.ruleset.base.facts["review.appointed_by"]
    return spec.values[fact.value] if fact.known else "not stated"


def _warnings(done: Run) -> tuple[str, ...]:
    """Remarks of the packs that concern the chair: those that test who appointed."""
    return tuple(
        " ".join(remark.say.split())
        for remark in done.ruleset.entries("remarks")
        if "CHAIR" in remark.id and done.case.answer(f"remark:{remark.id}") is Answer.YES
    )


def _appointee(
    done: Run, record: CaseRecord, one: Evaluation, as_of: date | None
) -> AppointeeReport:
    who = next(s.part for s in subjects(record, Scope.APPOINTEE) if s.ref == one.about)
    appointed = record.review.chair_appointed if record.review else None
    return AppointeeReport(
        about=one.about,
        checks=tuple(_checked(done, record, one, name) for name in one.compiled.definitions),
        gaps=tuple(_gaps(record, who, appointed, as_of)) if isinstance(who, Appointee) else (),
        earlier_reviews=one.facts["appointee.previous_reviews"].value,
        judgements=tuple(
            judgement_point(done, opening)
            for name in one.compiled.definitions
            for opening in open_points(done, one, name)
            if isinstance(opening, Undecided) and not _facts_missing(done, one, name)
        ),
    )


def _facts_missing(done: Run, one: Evaluation, name: str) -> bool:
    return any(isinstance(opening, Missing) for opening in open_points(done, one, name))


def _checked(done: Run, record: CaseRecord, one: Evaluation, name: str) -> Checked:
    definition = one.compiled.definitions[name]
    specs = done.ruleset.base.facts
    waiting = [
        point_text(specs[opening.fact])
        for opening in open_points(done, one, name)
        if isinstance(opening, Missing)
    ]
    return Checked(
        element=element_of(done, record, one, definition),
        steps=tuple(_steps(done, one, definition.yes)),
        waiting_on=tuple(dict.fromkeys(waiting)),
    )


def _steps(done: Run, one: Evaluation, condition: Condition) -> list[Step]:
    """The parts of a conjunction, each in words; a recorded judgement is shown elsewhere."""
    found: list[Step] = []
    pending = [condition]
    while pending:
        node = pending.pop(0)
        if isinstance(node, All | AnyOf):
            pending = [*node.parts, *pending]
        elif not (isinstance(node, Ref) and node.proposition.startswith(JUDGED)):
            text = _step_text(done, node)
            if text:
                found.append(Step(text=text, answer=one.value(node)))
    return found


def _step_text(done: Run, node: Condition) -> str:
    if isinstance(node, Test):
        return test_text(node, done.ruleset.base.facts)
    if isinstance(node, Not) and isinstance(node.part, Test):
        test = node.part
        if isinstance(test.value, bool):
            return test_text(replace(test, value=not test.value), done.ruleset.base.facts)
        return f"not: {test_text(test, done.ruleset.base.facts)}"
    return ""


def _gaps(
    record: CaseRecord, who: Appointee, appointed: PartialDate | None, as_of: date | None
) -> list[Gap]:
    """The time from the end of each post with an agency involved to the appointment."""
    moment = appointed.earliest() if appointed else as_of
    found: list[Gap] = []
    ended = ended_posts(record, who)
    for number, post in enumerate(who.employment, 1):
        if post not in ended or post.to is None or moment is None:
            continue
        gap = relativedelta(moment, post.to.latest())
        vague = post.to.precision != "day" or (
            appointed is not None and appointed.precision != "day"
        )
        found.append(
            Gap(
                post=number,
                ended=said(post.to),
                years=max(gap.years, 0),
                months=max(gap.months, 0),
                approximate=vague,
            )
        )
    return found


def _must_say(done: Run) -> tuple[MustSay, ...]:
    """What the edition's template asks the report to say in its section on the author."""
    return tuple(
        MustSay(rule=one.id, text=one.title, citations=citations(done, one))
        for one in done.ruleset.entries("requirements")
        if one.section == "author"
    )
