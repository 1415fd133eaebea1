"""A criteria decision as plain text, in the order in which a CSP chair needs it."""

from __future__ import annotations

from collections.abc import Iterable

from ...schemas.common import Answer
from ...schemas.decision import (
    Citation,
    Decision,
    DutyDue,
    Element,
    ElementElsewhere,
    JudgementPoint,
    Outcome,
    Provenance,
    Question,
    ReviewSetOff,
    Weighed,
)
from ...schemas.rule import Checked
from ..wording import sentence
from .duties_text import duty_plan
from .other_reviews import ruled_out
from .page import Page
from .source_names import short_name

_HOW_CHECKED = {
    Checked.PRIMARY.value: "",
    Checked.SECONDARY.value: "taken from a document that restates it",
    Checked.INFERENCE.value: "by inference, not in so many words",
    Checked.UNVERIFIED.value: "NOT VERIFIED, nobody could check it",
}

_KEYS = {"test": "Test", "edition": "Edition", "nation": "Nation", "overlay": "Local overlay"}


def cite(citation: Citation, *, title: bool = False) -> str:
    """A citation in one line, with how far its text was checked.

    The document is named in short; ``title`` gives it in full.
    """
    name = citation.title if title else short_name(citation)
    notes = _notes(citation)
    return f"{name}, {citation.at}" + (f" ({notes})" if notes else "")


def _notes(citation: Citation) -> str:
    """How far a citation was checked, and its note."""
    how = _HOW_CHECKED[citation.checked]
    if citation.checked == Checked.SECONDARY.value and citation.note.startswith("as restated"):
        how = ""  # the note already says so, and where
    return ": ".join(note for note in (how, citation.note) if note)


def render(decision: Decision) -> str:
    """The whole decision as text; a pure function of it."""
    page = Page()
    page.title(f"Criteria decision: {decision.reference}")
    _outcome(page, decision)
    _selection(page, decision)
    _elements(page, decision.elements, decision.outcome is not Outcome.OPEN)
    _still_open(page, decision)
    _what_if(page, decision)
    _alternatives(page, decision)
    _reviews(page, decision.reviews)
    _lead(page, decision)
    _duties(page, decision)
    _remarks(page, decision)
    _appointees(page, decision)
    provenance(page, decision.provenance)
    return page.text()


def _outcome(page: Page, decision: Decision) -> None:
    page.say(f"OUTCOME: {str(decision.outcome).upper()}")
    page.gap()
    page.say(decision.summary)
    page.gap()
    page.say(
        "This is decision support. The decision is the CSP chair's, in consultation with"
        " partners who understand domestic abuse."
    )
    if decision.recorded_outcome:
        page.gap()
        page.say(f"The record says that the CSP decided {decision.recorded_outcome}.")
        decided_not = "not" in decision.recorded_outcome.split()
        if (
            decided_not == (decision.outcome is Outcome.MET)
            and decision.outcome is not Outcome.OPEN
        ):
            page.say("That differs from the outcome above: look at both before either is sent.")
    page.gap()


def _selection(page: Page, decision: Decision) -> None:
    page.heading("Which rules were applied, and why")
    for one in decision.selection:
        page.bullet(f"{_KEYS[one.key]}: {one.title}. {one.because}")
        if one.otherwise:
            page.say(one.otherwise, 2)
    page.gap()


def _elements(page: Page, elements: Iterable[Element], decided: bool) -> None:
    page.heading("The definition, element by element")
    about = None
    for element in elements:
        if element.about != about:
            about = element.about
            page.gap()
            page.say(f"Alleged perpetrator {about}" if about else "The death")
        _element(page, element, decided=decided)
    page.gap()


def _element(page: Page, element: Element, *, decided: bool = False) -> None:
    page.say(f"[{str(element.answer).upper():^4}] {element.title}", 2, 7)
    if element.judgement:
        made = element.judgement
        reason = "with a reason" if made.reason_given else "without a reason on record"
        page.say(f"Judgement recorded by: {made.by} ({made.date}), {reason}.", 9)
    facts = [r.text for r in element.reasons if not r.text.startswith("recorded judgement")]
    if facts:
        page.say(f"Rests on: {'; '.join(facts)}.", 9)
    if element.waiting_on:
        settled = " It would not change the outcome." if decided else ""
        page.say(f"Waiting on: {'; '.join(element.waiting_on)}.{settled}", 9)
    cites(page, element.citations, 9)


def cites(page: Page, citations: Iterable[Citation], indent: int) -> None:
    """The sources of something, in one paragraph; a second note on one place follows the first."""
    said: list[str] = []
    last: Citation | None = None
    for one in citations:
        if last is not None and (one.source, one.at) == (last.source, last.at):
            said[-1] += f", and ({_notes(one)})" if _notes(one) else ""
        else:
            said.append(cite(one))
        last = one
    if said:
        page.say(f"Source: {'; '.join(said)}.", indent, 2)


def _still_open(page: Page, decision: Decision) -> None:
    if not decision.questions and not decision.judgements:
        return
    page.heading("What is still open")
    for number, asked in enumerate(decision.questions, 1):
        _question(page, number, asked)
    for number, point in enumerate(decision.judgements, len(decision.questions) + 1):
        judgement(page, number, point)
    page.gap()


def _question(page: Page, number: int, asked: Question) -> None:
    page.say(f"{number}. Question: {asked.ask}", 2, 3)
    if asked.asked:
        page.say("It has been asked, and cannot be known.", 5)
    elif asked.who_knows:
        page.say(f"Who would know: {sentence(asked.who_knows)}", 5)
    if asked.settles:
        page.say(f"Settles it by itself: {'; '.join(asked.settles)}.", 5)


def judgement(page: Page, number: int, point: JudgementPoint) -> None:
    """A judgement point: the question, what speaks for and against, how to record it."""
    page.say(f"{number}. Judgement for the {point.decided_by}: {point.question}", 2, 3)
    _weighed(page, "For", point.factors_for)
    _weighed(page, "Against", point.factors_against)
    if point.if_yes or point.if_no:
        page.say(f"If yes: {point.if_yes}. If no: {point.if_no}.", 5)
    of = f", about: {point.about}" if point.about else ""
    page.say(f"To record it: judgements: [on: {point.proposition}{of}]", 5)
    cites(page, point.citations, 5)


def _weighed(page: Page, side: str, factors: Iterable[Weighed], *, ladder: bool = False) -> None:
    """Factors of one side: those that the record shows, then those that it cannot show."""
    shown = [factor.text for factor in factors if factor.shown]
    other = [factor.text for factor in factors if not factor.shown]
    if shown:
        page.say(f"{side} (the record shows): {'; '.join(shown)}.", 5)
    if other:
        page.say(f"{side}{'' if ladder else ' (to consider)'}: {'; '.join(other)}.", 5)


def _what_if(page: Page, decision: Decision) -> None:
    if not decision.what_if:
        return
    page.heading("What would change the outcome")
    for then in (Outcome.MET, Outcome.NOT_MET, Outcome.OPEN):
        found = [one for one in decision.what_if if one.outcome is then]
        if found:
            page.say(
                f"The outcome would be {str(then).upper()} if, by itself, any of these were so:"
            )
        for change in found:
            of = f"{change.about}, " if change.about else ""
            page.bullet(f"{of}{change.change}", 2)
    page.gap()


_STATUS = {
    "prospective": "enacted, not known to be in force",
    "superseded": "superseded",
}


def _alternatives(page: Page, decision: Decision) -> None:
    """What other rules would make of the same facts; section 8A always."""
    if not decision.alternatives:
        return
    page.heading("What other rules would make of the same facts")
    for other in decision.alternatives:
        status = f" ({_STATUS[other.status]})" if other.status in _STATUS else ""
        same = "" if other.differs else ", the same"
        page.bullet(f"{other.title}{status}: {str(other.outcome).upper()}{same}.")
        for element in filter(_telling, other.elements):
            page.say(f"{_about(element.about, element.title)}: {_elsewhere(element)}.", 4, 2)
    page.gap()


def _telling(element: ElementElsewhere) -> bool:
    """Whether a difference can have made the outcome another one."""
    if element.here is None:
        return element.there is not Answer.YES
    return element.there is not None or element.here is not Answer.NO


def _elsewhere(element: ElementElsewhere) -> str:
    here = "not asked" if element.here is None else str(element.here)
    there = "not asked" if element.there is None else str(element.there)
    return f"{there} there, {here} here"


def _reviews(page: Page, reviews: Iterable[ReviewSetOff]) -> None:
    page.heading("Other reviews and proceedings")
    groups = (
        (Answer.YES, "Set off by this death"),
        (Answer.OPEN, "Not yet known"),
    )
    for answer, title in groups:
        found = [one for one in reviews if one.answer is answer]
        if found:
            page.gap()
            page.say(title)
        for one in found:
            _review(page, one)
    rest = ruled_out(reviews)
    if rest:
        page.gap()
        page.say(f"Not set off on these facts: {'; '.join(rest)}.", 0, 2)
    page.gap()


def _review(page: Page, one: ReviewSetOff) -> None:
    page.bullet(one.review, 2)
    if one.answer is Answer.YES:
        page.say(f"Tell: {one.tell} When: {one.by}", 4)
        if one.reasons:
            page.say(f"Because: {'; '.join(_about(r.about, r.text) for r in one.reasons)}.", 4)
    else:
        page.say(f"Waiting on: {'; '.join(one.waiting_on)}. {one.if_open}", 4)
    cites(page, one.citations, 4)


def _about(ref: str, text: str) -> str:
    return f"{ref}, {text}" if ref else text


def _lead(page: Page, decision: Decision) -> None:
    lead = decision.lead
    page.heading("Who leads")
    if lead.csp:
        page.say(f"Lead CSP: {lead.csp}")
    elif lead.judgement:
        page.say("Lead CSP: for the areas to agree.")
    else:
        page.say(f"Lead CSP: not yet known. Waiting on: {'; '.join(lead.waiting_on)}.")
    if lead.step:
        page.say(f"{lead.say} (step {lead.step})")
    if lead.judgement:
        page.say(f"Question for the {lead.judgement.decided_by}: {lead.judgement.question}", 2)
        _weighed(page, "Consider", lead.judgement.factors_for, ladder=True)
        _weighed(page, "But", lead.judgement.factors_against, ladder=True)
    cites(page, lead.citations, 0)
    page.gap()


def _duties(page: Page, decision: Decision) -> None:
    page.heading("What must be done, and by when")
    duty_plan(page, decision.duties, decision.provenance.as_of, duty_cites, whole=False)
    page.gap()


def duty_cites(page: Page, duty: DutyDue, indent: int) -> None:
    """The sources of a duty."""
    cites(page, duty.citations, indent)


_REMARKS = (
    ("no-reason", "Reasons that are no reasons"),
    ("warning", "Warnings"),
    ("factor", "Circumstances of particular concern (they inform; they are not criteria)"),
    ("note", "Notes"),
)


def _remarks(page: Page, decision: Decision) -> None:
    for kind, title in _REMARKS:
        found = [one for one in decision.remarks if one.kind == kind]
        if not found:
            continue
        page.heading(title)
        for one in found:
            page.bullet(one.say)
            cites(page, one.citations, 2)
        page.gap()


def _appointees(page: Page, decision: Decision) -> None:
    for view in decision.appointees:
        page.heading(f"Independence of the {view.about}")
        for element in view.elements:
            _element(page, element)
        page.gap()


def provenance(page: Page, made: Provenance) -> None:
    """How an output was made: program, engines, packs and hashes."""
    page.heading("How this was made")
    agreed = ", in agreement" if len(made.engines) > 1 else ""
    page.bullet(f"{made.program}; engine: {' and '.join(made.engines)}{agreed}")
    if made.note:
        page.bullet(sentence(made.note))
    for pack in made.packs:
        page.bullet(f"rules: {pack.id} {pack.version} ({pack.status}), {pack.sha256[:16]}")
    page.bullet(f"all rules: {made.rules_sha256[:16]}; case record: {made.input_sha256[:16]}")
    page.say("(SHA-256, first 16 digits; the JSON output has them whole.)")
