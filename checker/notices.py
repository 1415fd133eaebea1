"""Drafts of the notices that a decision calls for, each as a page with a list for its sender.

Nothing is sent, and nothing is decided: a draft says on every page that it is one, and its
first page is what the sender has to see to before it goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..schemas.case import CaseRecord
from ..schemas.decision import Citation, Decision, Outcome
from ..schemas.terms_death import Notifier
from .derived_case import decided
from .notice_fields import Facts
from .notice_templates import FIELD, Part, Template, templates
from .packs import RuleBase, load_packs
from .render.sheet import (
    Blank,
    Block,
    Box,
    Bullets,
    Heading,
    NewPage,
    Para,
    Piece,
    Sheet,
    Strong,
    Ticks,
    Words,
    plain,
)
from .render.sources import whole

MARKING = "Draft, not sent"
_RECORDED = {"hold-review": "yes", "no-review": "no"}
_FOLLOWS = {Outcome.MET: "yes", Outcome.NOT_MET: "no", Outcome.OPEN: ""}


@dataclass(frozen=True, slots=True)
class Draft:
    """A notice that was drafted."""

    file: str
    title: str
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class Left:
    """A notice that was not drafted, and why."""

    title: str
    why: str


def draft_notices(
    record: CaseRecord,
    decision: Decision,
    *,
    told: str = "",
    mailbox: str = "",
    names: bool = False,
    base: RuleBase | None = None,
) -> tuple[list[Draft], list[Left]]:
    """The drafts that a case calls for, and those that it does not, with the reason.

    Parameters
    ----------
    told: ``yes`` or ``no``, the decision to tell; empty for the one on record, or else the one
        that was worked out.
    mailbox: the Home Office's address for notifications; a placeholder where it is empty.
    names: put names from the record into the drafts.
    """
    facts = Facts(record, decision, told or decision_to_tell(record, decision), mailbox, names)
    titles = (base or load_packs()).sources
    drafts: list[Draft] = []
    left: list[Left] = []
    for template in templates():
        if facts.told and template.told not in (facts.told, "either"):
            continue  # it tells the other decision
        if why := _why_not(template, facts):
            left.append(Left(f"{template.title}: {template.about}", why))
            continue
        cites = [Citation.of(one, titles[one.source].title) for one in template.cites]
        title = f"{template.title}: {template.about[0].lower()}{template.about[1:]}"
        drafts.append(Draft(template.file, title, _sheet(template, facts, cites)))
    return drafts, left


def decision_to_tell(record: CaseRecord, decision: Decision) -> str:
    """yes or no, as the record says that the CSP decided, else as worked out; empty while open."""
    recorded = decided(record, None)
    return _RECORDED[recorded] if recorded else _FOLLOWS[decision.outcome]


def _why_not(template: Template, facts: Facts) -> str:
    """Why a notice is not called for; empty where it is."""
    if template.told != "either" and not facts.told:
        return "nothing is decided yet"
    if template.reviews and not facts.concerned(template.reviews):
        return "no such review is set off on these facts"
    family = facts.record.review.family if facts.record.review else None
    if template.id.startswith("family") and family is not None and family.unsafe_to_contact:
        return "the record says that it is not safe to write to the family"
    if template.id == "referrer" and facts.record.notified_by is Notifier.FAMILY:
        return "the family referred the death, and gets the letter to the family"
    return ""


# --- the page ------------------------------------------------------------------------------------


def _sheet(template: Template, facts: Facts, cites: list[Citation]) -> Sheet:
    return Sheet(
        title=f"{template.title} (draft)",
        reference=facts.record.reference,
        subtitle=template.about,
        marking=MARKING,
        blocks=(*_for_the_sender(template, facts, cites), NewPage(), *_letter(template, facts)),
    )


def _for_the_sender(template: Template, facts: Facts, cites: list[Citation]) -> Iterator[Block]:
    yield Box(
        "For the sender: take this page out before it goes",
        (
            "This draft was filled in from the case record. It has been sent to nobody.",
            "Read every sentence. Change what does not fit, and fill in every field in brackets;"
            " for one that stands in several places, Find and Replace does them all.",
            f"When it is ready, take the words \u201c{MARKING}\u201d out of the header as well:"
            " they stand at the head of every page.",
            *_warnings(facts),
        ),
        "stop",
    )
    yield Heading("See to these first")
    yield Ticks(tuple(_filled(one, facts) for one in template.check))
    if template.enclose:
        yield Heading("Enclose")
        yield Ticks(tuple(_filled(one, facts) for one in template.enclose))
    yield Heading("What asks for this notice")
    yield Bullets(tuple(whole(one) for one in cites))


def _warnings(facts: Facts) -> Iterator[Words]:
    if not facts.told:
        return
    if decided(facts.record, None) is None:
        yield (
            Strong("The record holds no decision yet."),
            " This draft supposes that the chair decides as was worked out.",
        )
    follows = _FOLLOWS[facts.decision.outcome]
    if follows != facts.told:
        worked_out = str(facts.decision.outcome)
        yield (
            Strong("The decision that this draft tells is not the one that was worked out"),
            f" (criteria {worked_out}). Look at both before it is sent.",
        )
    if facts.told == "no" and any(one.kind == "no-reason" for one in facts.decision.remarks):
        yield (
            Strong("The record gives reasons that are no reasons in law."),
            " The decision record names them. A refusal must not rest on them.",
        )


def _letter(template: Template, facts: Facts) -> Iterator[Block]:
    yield Para(_filled("To: " + template.to, facts))
    yield Para((Blank("date of the letter"), "     Our reference: ", facts.record.reference))
    flags = facts.flags()
    for part in template.letter:
        if (part.when and part.when not in flags) or (part.unless and part.unless in flags):
            continue
        yield from _part(part, template, facts)


def _part(part: Part, template: Template, facts: Facts) -> Iterable[Block]:
    if part.heading:
        return [Heading(part.heading, 3)]
    if part.points:
        return [Bullets(tuple(_filled(one, facts) for one in part.points))]
    if part.pairs:
        return [facts.pairs()]
    if part.table:
        return [_table(part.table, template, facts)]
    words = _filled(" ".join(part.say), facts)
    return [Para((Strong(plain(words)),) if part.strong else words)]


def _table(name: str, template: Template, facts: Facts) -> Block:
    if name == "triggers":
        return facts.triggers(template.reviews)
    tables = {"limbs": facts.limbs, "reviews": facts.reviews, "people": facts.people}
    return tables[name]()


def _filled(text: str, facts: Facts) -> tuple[Piece, ...]:
    """A sentence with its fields filled in."""
    found: list[Piece] = []
    for number, piece in enumerate(FIELD.split(text)):
        found.append(facts.field(piece) if number % 2 else piece)
    return tuple(one for one in found if one != "")
