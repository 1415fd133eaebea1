"""The criteria decision as the record that the CSP chair reads, completes and signs.

The order is the chair's: the outcome, what is still open, what it rests on, what others have to
be asked, what follows, then the decision itself with room for the reasons and a signature.  How
the rules were chosen and what made the page stand at the end.
"""

from __future__ import annotations

from collections.abc import Iterable

from ...schemas.common import Answer
from ...schemas.decision import Decision, Element, Outcome, Reason, RecordedBy
from ..clocks import long_date
from ..wording import listed, sentence
from . import decision_annex, decision_duties, decision_follows, decision_open
from .sheet import Block, Box, Bullets, Heading, Pairs, Para, Sheet, Space, Strong, Table, Words
from .sources import Sources

TITLES = {
    Outcome.MET: "Criteria met, on what is known now",
    Outcome.NOT_MET: "Criteria not met, on what is known now",
    Outcome.OPEN: "Still open: not ready to be signed",
}
_WEIGHT = {Outcome.MET: "good", Outcome.NOT_MET: "good", Outcome.OPEN: "stop"}


def lay_out(decision: Decision) -> Sheet:
    """The decision as a sheet; a pure function of it."""
    as_of = decision.provenance.as_of
    return Sheet(
        title="Criteria decision record",
        reference=decision.reference,
        subtitle=f"As things stood on {long_date(as_of)}." if as_of else "",
        marking="Not for signature: points are open" if decision.outcome is Outcome.OPEN else "",
        foot=(
            "Decision support. The decision is the CSP chair's. People appear by the references"
            " of the case record (P1, C1); no names are printed."
        ),
        blocks=tuple(_blocks(decision)),
    )


def _blocks(decision: Decision) -> Iterable[Block]:
    sources = Sources()
    yield from _outcome(decision)
    yield from decision_open.still_open(decision, sources)
    yield from _facts(decision)
    yield from _limbs(decision, sources)
    yield from _judgements_made(decision)
    yield from decision_open.consultation()
    yield from decision_open.no_reasons(decision, sources)
    yield from decision_follows.reviews(decision, sources)
    yield from decision_follows.lead(decision, sources)
    yield from decision_duties.duties(decision, sources)
    yield from decision_open.notes(decision, sources)
    yield from _signature(decision)
    yield from decision_annex.annex(decision, sources)


def _outcome(decision: Decision) -> Iterable[Block]:
    said: list[Words] = [
        decision.summary,
        "This is decision support. The decision is the CSP chair's, in consultation with partners"
        " who understand domestic abuse.",
    ]
    yield Box(TITLES[decision.outcome], tuple(said), _WEIGHT[decision.outcome])
    yield from _recorded(decision)
    yield Pairs("At a glance", tuple(_glance(decision)))


def _recorded(decision: Decision) -> Iterable[Block]:
    if not decision.recorded_outcome:
        return
    said = f"The case record says that the CSP decided {decision.recorded_outcome}."
    decided_not = "not" in decision.recorded_outcome.split()
    differs = decision.outcome is not Outcome.OPEN and decided_not == (
        decision.outcome is Outcome.MET
    )
    if differs:
        yield Box(
            "The recorded decision differs from the outcome above",
            (f"{said} Look at both before either is sent to anyone.",),
            "stop",
        )
    else:
        yield Para(said)


def _glance(decision: Decision) -> Iterable[tuple[str, Words]]:
    chosen = {one.key: one.title for one in decision.selection}
    yield "Case reference", decision.reference
    yield "Outcome", (Strong(str(decision.outcome).capitalize()),)
    yield "Lead CSP", decision.lead.csp or "Not yet known"
    yield "Test applied", chosen.get("test", "")
    yield "Guidance applied", chosen.get("edition", "")
    open_points = len(decision.questions) + len(decision.judgements)
    yield "Open points", str(open_points) if open_points else "None"
    yield "Next date", decision_follows.next_date(decision)


def _facts(decision: Decision) -> Iterable[Block]:
    yield Heading("Facts relied on")
    found = _by_fact(decision.elements)
    if not found:
        yield Para("The case record settles no part of the definition yet.")
        return
    yield Table(
        "Facts that the answers rest on, from the case record",
        ("Fact", "About", "Bears on (see the definition below)"),
        tuple(
            (one.text[:1].upper() + one.text[1:], one.about or "the death", listed(rules))
            for one, rules in found.items()
        ),
        (52, 13, 35),
    )


def _by_fact(elements: Iterable[Element]) -> dict[Reason, list[str]]:
    found: dict[Reason, list[str]] = {}
    for element in elements:
        for reason in element.reasons:
            if reason.fact and element.rule not in found.setdefault(reason, []):
                found[reason].append(element.rule)
    return found


def _limbs(decision: Decision, sources: Sources) -> Iterable[Block]:
    yield Heading("The definition, limb by limb")
    abouts = list(dict.fromkeys(element.about for element in decision.elements))
    for about in abouts:
        mine = [element for element in decision.elements if element.about == about]
        yield Table(
            f"Alleged perpetrator {about}" if about else "The death",
            ("Part of the definition", "Answer", "Rests on", "Source"),
            tuple(_limb(element, sources, decision.outcome) for element in mine),
            (38, 10, 37, 15),
        )


def _limb(element: Element, sources: Sources, outcome: Outcome) -> tuple[Words, ...]:
    return (
        f"{element.title} ({element.rule})",
        (Strong(str(element.answer).capitalize()),),
        _rests_on(element, outcome),
        sources.refs(element.citations),
    )


def _rests_on(element: Element, outcome: Outcome) -> str:
    if element.answer is Answer.OPEN:
        if outcome is Outcome.OPEN:
            return "See what is still open."
        return "The outcome does not wait on it."
    said = [one.text for one in element.reasons if one.fact or not _is_judgement(one)]
    if element.judgement:
        said.append(f"judgement of the {element.judgement.by}")
    return sentence("; ".join(said)) or "The rule itself."


def _is_judgement(reason: Reason) -> bool:
    return reason.text.startswith("recorded judgement")


def _judgements_made(decision: Decision) -> Iterable[Block]:
    made = [(one, one.judgement) for one in decision.elements if one.judgement]
    yield Heading("Judgements made")
    if not made:
        yield Para(
            "No judgement is on record. Where one is needed, it is listed among what is still open."
        )
        return
    yield Table(
        "Judgements, with who made them",
        ("Point", "About", "Answer", "By", "On", "Reason"),
        tuple(_judged(element, by) for element, by in made),
        (30, 10, 12, 16, 16, 16),
    )
    yield Para(
        "Reasons stay in the case record: free text may hold names, so it is not copied here.",
        small=True,
    )


def _judged(element: Element, by: RecordedBy) -> tuple[Words, ...]:
    return (
        element.title,
        element.about or "the death",
        (Strong(str(element.answer).capitalize()),),
        by.by,
        by.date,
        "on record" if by.reason_given else "none on record: add one",
    )


def _signature(decision: Decision) -> Iterable[Block]:
    yield from decision_follows.new_part("Decision of the CSP chair")
    if decision.outcome is Outcome.OPEN:
        yield Para(
            "Points that could change the outcome are open. A decision can be made once they are"
            " settled, or provisionally, with the open points named among the reasons."
        )
    yield decision_follows.choices(decision)
    yield Space("Reasons, limb by limb, in the chair's own words", 7)
    yield Space("Views of partners that were not followed, and why", 3)
    yield from decision_follows.signatures(decision)
    yield Bullets(
        (
            "A decision either way goes to the Home Office in writing, with its reasons.",
            "The family is told either way, once it has been asked whether that is safe.",
            "A decision made on what is known now is looked at again when more is known.",
        )
    )
