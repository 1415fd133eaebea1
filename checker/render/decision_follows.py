"""What follows from a criteria decision, as blocks: other reviews, the lead, duties, signing."""

from __future__ import annotations

from collections.abc import Iterable

from ...schemas.common import Answer
from ...schemas.decision import Decision, DutyState, ReviewSetOff
from ..clocks import long_date
from ..duties import overdue_words
from ..wording import sentence
from .other_reviews import ruled_out
from .sheet import Blank, Block, Bullets, Heading, NewPage, Para, Strong, Table, Ticks, Words
from .sources import Sources, source_line


def new_part(title: str) -> Iterable[Block]:
    """A heading that begins a page on paper."""
    yield NewPage()
    yield Heading(title)


def next_date(decision: Decision) -> str:
    """The earliest date by which something is still to be done, in words."""
    waiting = [
        one
        for one in decision.duties
        if one.due_latest and one.state in (DutyState.DUE, DutyState.OVERDUE)
    ]
    if not waiting:
        return "None that can be worked out yet"
    first = min(waiting, key=lambda one: (one.due_latest is None, one.due_latest, one.rule))
    late = overdue_words(first, decision.provenance.as_of)
    day = long_date(first.due_latest) if first.due_latest else ""
    return f"{day}: {first.title}{f' ({late})' if late else ''}"


def reviews(decision: Decision, sources: Sources) -> Iterable[Block]:
    """Other reviews that the same death sets off, or may."""
    yield Heading("Other reviews and proceedings")
    set_off = [one for one in decision.reviews if one.answer is Answer.YES]
    unknown = [one for one in decision.reviews if one.answer is Answer.OPEN]
    rest = ruled_out(decision.reviews)
    if set_off:
        yield Table(
            "Set off by these facts, and who has to be told",
            ("Review or process", "Whom to tell, and by when", "Why", "Source"),
            tuple(_set_off(one, sources) for one in set_off),
            (23, 32, 31, 14),
        )
    if unknown:
        yield Table(
            "Not yet known whether these are set off",
            ("Review or process", "What it waits on", "If it is: whom to tell", "Source"),
            tuple(_unknown(one, sources) for one in unknown),
            (23, 32, 31, 14),
        )
    if rest:
        yield Para(f"Not set off on these facts: {'; '.join(rest)}.")


def _set_off(one: ReviewSetOff, sources: Sources) -> tuple[Words, ...]:
    why = "; ".join(f"{r.about}, {r.text}" if r.about else r.text for r in one.reasons)
    return (
        (Strong(one.review),),
        f"{one.tell} {one.by}".strip(),
        sentence(why),
        sources.refs(one.citations),
    )


def _unknown(one: ReviewSetOff, sources: Sources) -> tuple[Words, ...]:
    return (
        one.review,
        f"{sentence('; '.join(one.waiting_on))} {one.if_open}".strip(),
        f"{one.tell} {one.by}".strip(),
        sources.refs(one.citations),
    )


def lead(decision: Decision, sources: Sources) -> Iterable[Block]:
    """Which CSP leads, and which step of the ladder says so."""
    found = decision.lead
    yield Heading("Lead CSP")
    if found.csp:
        yield Para(("Lead: ", Strong(found.csp), "."))
    elif found.judgement:
        yield Para((Strong("The areas have to agree who leads."),))
    else:
        waiting = f" Waiting on: {'; '.join(found.waiting_on)}." if found.waiting_on else ""
        yield Para((Strong("Not yet known."), waiting))
    yield Para(found.say)
    if found.judgement:
        point = found.judgement
        yield Para(f"Question for {point.decided_by}: {point.question}")
        yield Bullets(tuple(one.text for one in (*point.factors_for, *point.factors_against)))
        yield Para(
            ("Agreed: ", Blank("lead CSP"), "   On: ", Blank("date"), "   Why: ", Blank("reason"))
        )
    if found.citations:
        yield source_line(found.citations, sources)


# --- the decision itself -------------------------------------------------------------------------


def choices(decision: Decision) -> Block:
    """The decisions that a chair can make, to be ticked."""
    csp = decision.lead.csp
    who = f"{csp} leads" if csp else "the lead is named below"
    return Ticks(
        (
            f"The criteria are met: a domestic homicide review will be held; {who}.",
            "The criteria are not met: no domestic homicide review will be held.",
            ("The decision is put off until ", Blank("date"), ", because ", Blank("reason")),
            ("Another review is recommended: ", Blank("which, and to whom it was put")),
        )
    )


def signatures(decision: Decision) -> Iterable[Block]:
    """Where the chair signs, and whoever wrote the record."""
    csp = decision.lead.csp
    office = f"Chair, {csp}" if csp else "Chair of the community safety partnership"
    blanks: tuple[Words, ...] = ((Blank("name"),), (Blank("signature"),), (Blank("date"),))
    prepared: tuple[Words, ...] = ("Prepared by", *blanks)
    yield Table(
        "Signatures",
        ("Office", "Name", "Signature", "Date"),
        ((office, *blanks), prepared),
        (30, 25, 27, 18),
        tall=True,
    )
