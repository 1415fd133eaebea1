"""What a criteria decision still waits for, and what must not count: as blocks of a page."""

from __future__ import annotations

from collections.abc import Iterable

from ...schemas.decision import Decision, JudgementPoint, Question, Weighed
from ..wording import sentence
from .sheet import Blank, Block, Heading, Para, Strong, Table, Ticks, Words
from .sources import Sources, source_line

_PARTNERS = (
    "Police",
    "Specialist domestic abuse service",
    "Health",
    "Adult social care",
    "Children's social care",
    "Probation",
)
"""Whom the restated guidance names among those to consult; the last row is left free."""


def still_open(decision: Decision, sources: Sources) -> Iterable[Block]:
    """Questions and judgements that could still change the outcome."""
    if not decision.questions and not decision.judgements:
        return
    yield Heading("What is still open")
    yield Para("These are the points that would settle the outcome; nothing else has to wait.")
    if decision.questions:
        yield Table(
            "Questions to ask",
            ("Question", "Who would know", "What answers would do", "Answer"),
            tuple(_question(one) for one in decision.questions),
            (36, 20, 26, 18),
        )
    for number, point in enumerate(decision.judgements, 1):
        yield from judgement(point, number, sources)


def _question(asked: Question) -> tuple[Words, ...]:
    who = "Asked; cannot be known" if asked.asked else sentence(asked.who_knows)
    settles = sentence("; ".join(asked.settles)) or "No answer settles it alone."
    return (asked.ask, who, settles, (Blank("answer"),))


def judgement(point: JudgementPoint, number: int, sources: Sources) -> Iterable[Block]:
    """A judgement to be made: the question, what to weigh, and room to record it."""
    of = f" ({point.about})" if point.about else ""
    yield Heading(f"Judgement {number}: for the {point.decided_by}{of}", 3)
    yield Para((Strong(point.question),))
    rows = [*_weighed("For", point.factors_for), *_weighed("Against", point.factors_against)]
    if rows:
        yield Table(
            f"What to weigh on judgement {number}",
            ("Side", "Factor", "Record"),
            tuple(rows),
            (14, 64, 22),
        )
    if point.if_yes or point.if_no:
        yield Para(f"If the answer is yes: {point.if_yes}. If it is no: {point.if_no}.")
    yield Ticks(("Yes", "No"))
    yield Para(
        ("By (role): ", Blank("role"), "   Date: ", Blank("date"), "   Reason: ", Blank("reason"))
    )
    if point.citations:
        yield source_line(point.citations, sources)


def _weighed(side: str, factors: Iterable[Weighed]) -> Iterable[tuple[Words, ...]]:
    for one in factors:
        yield (side, one.text, "the record shows it" if one.shown else "to consider")


def consultation() -> Iterable[Block]:
    """Room for the views of partners: the program cannot know them."""
    yield Heading("Consultation with partners")
    yield Para(
        "The chair decides after hearing partners who understand domestic abuse. Write down whom"
        " you asked, when, and what they said. A view is evidence; it does not decide."
    )
    blanks: tuple[Words, ...] = ((Blank("role"),), (Blank("date"),), (Blank("view and reasons"),))
    rows: list[tuple[Words, ...]] = [(name, *blanks) for name in _PARTNERS]
    rows.append(((Blank("another partner"),), *blanks))
    yield Table(
        "Partners consulted",
        ("Partner", "Who was asked", "When", "View"),
        tuple(rows),
        (24, 20, 16, 40),
        tall=True,
    )


_REMARKS = (
    (
        "no-reason",
        "Reasons that are no reasons",
        "These were given or suggested, and decide nothing.",
    ),
    ("warning", "Warnings", "Look at these before the record is signed."),
    (
        "factor",
        "Circumstances of particular concern",
        "They inform the decision and the review. They are not criteria.",
    ),
)
_NOTES = (("note", "Notes", "To keep in mind for the decision, and for the review."),)


def no_reasons(decision: Decision, sources: Sources) -> Iterable[Block]:
    """What the record gives as a reason and is none; warnings; circumstances of concern."""
    return _remarks(_REMARKS, decision, sources)


def notes(decision: Decision, sources: Sources) -> Iterable[Block]:
    """What to know of the review, once it is clear what has to be done."""
    return _remarks(_NOTES, decision, sources)


def _remarks(
    kinds: Iterable[tuple[str, str, str]], decision: Decision, sources: Sources
) -> Iterable[Block]:
    for kind, title, lead_in in kinds:
        found = [one for one in decision.remarks if one.kind == kind]
        if not found:
            continue
        yield Heading(title)
        yield Para(lead_in)
        yield Table(
            "",
            ("Point", "What to know", "Source"),
            tuple((one.title, one.say, sources.refs(one.citations)) for one in found),
            (26, 60, 14),
            under=title,
        )
