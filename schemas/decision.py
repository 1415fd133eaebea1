"""What ``decide`` gives back: a criteria decision that a stranger could test, limb by limb.

Everything here is plain data, the same for the same record and rules, so that renderers
are pure functions of it.  No field holds a name out of the case record: people appear by
their references (P1, C1), and free text of the record is never copied.
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Literal

from .common import Answer, Strict
from .rule import Cite, Stage


class Outcome(str, Enum):
    """Whether the criteria for a review are met on what is known."""

    MET = "met"
    NOT_MET = "not met"
    OPEN = "open"

    def __str__(self) -> str:
        return self.value


class Citation(Strict):
    """A citation with its document's title, and how far its text was checked."""

    source: str
    title: str
    at: str
    checked: str
    note: str = ""

    @classmethod
    def of(cls, cite: Cite, title: str) -> Citation:
        """A rule's citation with its document's title."""
        return cls(
            source=cite.source,
            title=title,
            at=cite.at,
            checked=cite.checked.value,
            note=cite.note,
        )


class Reason(Strict):
    """One thing that an answer rests on, as a sentence fragment."""

    text: str
    fact: str = ""
    """The fact's id, where it is one."""
    about: str = ""
    """P1, C1, chair ...; empty for the case."""


class RecordedBy(Strict):
    """Who recorded a judgement, when and why.  Roles, not names."""

    by: str
    date: str
    reason_given: bool
    """The reason itself is free text, stays in the record, and is not copied."""


class Element(Strict):
    """One element of the definition, for the case or for one person."""

    rule: str
    title: str
    about: str = ""
    answer: Answer
    reasons: tuple[Reason, ...] = ()
    judgement: RecordedBy | None = None
    citations: tuple[Citation, ...] = ()
    overlays: tuple[str, ...] = ()
    """Ids of overlay entries that changed the rule."""
    waiting_on: tuple[str, ...] = ()
    """What an open element waits for: facts to find out, or judgements to make."""


class Question(Strict):
    """A missing fact that could still change the outcome."""

    fact: str
    about: str = ""
    ask: str
    who_knows: str = ""
    settles: tuple[str, ...] = ()
    """What answers would do, e.g. ``one of 16 or more -> met``."""
    asked: bool = False
    """It was asked and cannot be known."""


class Weighed(Strict):
    """A factor, and whether the record shows it."""

    text: str
    shown: bool
    """The record shows that it is so; otherwise it is for the decider to consider."""


class JudgementPoint(Strict):
    """A point that only a person can decide, with what speaks for and against."""

    proposition: str
    rule: str
    about: str = ""
    question: str
    decided_by: str
    factors_for: tuple[Weighed, ...] = ()
    factors_against: tuple[Weighed, ...] = ()
    if_yes: str = ""
    if_no: str = ""
    citations: tuple[Citation, ...] = ()


class WhatIf(Strict):
    """A single change of fact that would change the outcome."""

    fact: str
    about: str = ""
    change: str
    outcome: Outcome


class ReviewSetOff(Strict):
    """Another review or process, and whether this death sets it off."""

    rule: str
    review: str
    answer: Answer
    tell: str
    by: str
    waiting_on: tuple[str, ...] = ()
    if_open: str = ""
    reasons: tuple[Reason, ...] = ()
    citations: tuple[Citation, ...] = ()


class LeadCsp(Strict):
    """Who leads the review, and which step of the ladder said so."""

    csp: str
    """The CSP's name; empty where none can be named yet."""
    step: str
    title: str
    say: str
    open: bool
    waiting_on: tuple[str, ...] = ()
    judgement: JudgementPoint | None = None
    citations: tuple[Citation, ...] = ()


class DutyState(str, Enum):
    """Where a duty stands on the ``as_of`` date."""

    DONE = "done"
    DONE_LATE = "done late"
    DUE = "due"
    OVERDUE = "overdue"
    WAITING = "waiting"
    NO_CLOCK = "to do"
    UNCLEAR = "unclear"
    """Whether the duty applies is open."""
    NOT_NEEDED = "not needed"
    """Something else on record leaves nothing to do."""
    EARLIER = "earlier"
    """Its stage has passed, and the record has no date that would show whether it was done."""

    def __str__(self) -> str:
        return self.value


class DutyDue(Strict):
    """A duty of this case, with its arithmetic shown."""

    rule: str
    title: str
    who: str
    what: str
    level: str
    state: DutyState
    limit: str
    start: str = ""
    """The date that started the clock, as recorded."""
    due: date | None = None
    due_latest: date | None = None
    """Where the start is known only to the month or year: the last day it can be."""
    arithmetic: str = ""
    done: str = ""
    waiting_on: str = ""
    paused_by: str = ""
    topic: str = ""
    """What it is about; a national and a local duty on one topic are one step."""
    stage: Stage = Stage.REVIEW
    """The part of the review's way in which it falls."""
    local: bool = False
    """It stands in a local protocol."""
    instead: str = ""
    """Where it is not needed: what on record leaves nothing to do."""
    follows: Literal["", "yes", "no"] = ""
    """Where it is unclear: that it would apply if the criteria were met, or if they were not."""
    citations: tuple[Citation, ...] = ()


class RemarkMade(Strict):
    """Something the reader should know: a reason that is none, a warning, a factor."""

    rule: str
    kind: str
    title: str
    say: str
    citations: tuple[Citation, ...] = ()


class Chosen(Strict):
    """How one of the four selection keys was chosen."""

    key: str
    value: str | None
    title: str
    because: str
    overridden: bool = False
    otherwise: str = ""
    """Where another choice would change the outcome: which, and to what."""
    citations: tuple[Citation, ...] = ()


class ElementElsewhere(Strict):
    """One element of the definition that other rules answer otherwise, or only they have."""

    title: str
    about: str = ""
    """P1, P2 ...; empty for the case."""
    here: Answer | None
    """The answer under the rules applied; None if they have no such element."""
    there: Answer | None
    """The answer under the other rules; None if they have no such element."""
    rule: str
    """The element's rule: the other rules' own, or where they have none the one applied."""


class Alternative(Strict):
    """The outcome under one other statutory test, edition or local overlay."""

    key: str
    """test, edition or overlay."""
    value: str | None
    """The pack; None for no local overlay."""
    title: str
    status: str
    """in-force, prospective, superseded or local: an answer under it may be no answer in law."""
    outcome: Outcome
    differs: bool
    """The outcome is not the one under the rules applied."""
    elements: tuple[ElementElsewhere, ...] = ()
    """What the two answer differently."""


class AppointeeView(Strict):
    """The chair or author against the rules on independence."""

    about: str
    elements: tuple[Element, ...]


class PackUsed(Strict):
    """A rule pack that was applied."""

    id: str
    title: str
    version: str
    status: str
    sha256: str


class Provenance(Strict):
    """What made this decision, so that it can be made again."""

    program: str
    engines: tuple[str, ...]
    packs: tuple[PackUsed, ...]
    rules_sha256: str
    input_sha256: str
    as_of: date | None = None
    note: str = ""


class Decision(Strict):
    """A criteria decision with its reasons."""

    schema_version: Literal["1.1"] = "1.1"
    """Of the JSON Schema that this follows; docs/machines.md says what its two numbers mean."""
    reference: str
    outcome: Outcome
    summary: str
    selection: tuple[Chosen, ...]
    elements: tuple[Element, ...]
    questions: tuple[Question, ...]
    judgements: tuple[JudgementPoint, ...]
    what_if: tuple[WhatIf, ...]
    reviews: tuple[ReviewSetOff, ...]
    lead: LeadCsp
    duties: tuple[DutyDue, ...]
    remarks: tuple[RemarkMade, ...]
    appointees: tuple[AppointeeView, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    """Other tests, editions or overlays under which the outcome differs; section 8A always."""
    recorded_outcome: str = ""
    """What the CSP recorded as its decision, where it did."""
    provenance: Provenance
