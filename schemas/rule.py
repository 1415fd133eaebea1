"""The shape of a rule file.

A pack is a folder under ``rules/`` whose files each hold lists of entries.  Every entry
has an id that never changes, a title in plain English, and at least one citation that
says how far its text was checked.  Conditions are kept here as plain data; the language
they are written in is defined, and checked, by ``checker.conditions``.
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Any, cast

from pydantic import Field, field_validator, model_validator

from .common import Answer, Strict
from .documents import PUBLISHED, DocumentKind

Condition = str | dict[str, Any]
"""A proposition's name, or a mapping such as ``{all: [...]}`` or ``{fact: ..., is: ...}``."""

ENTRY_ID = r"^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$"


class Checked(str, Enum):
    """How far a citation's text was checked, shown to every reader."""

    PRIMARY = "primary"
    """Read in the text of the law or guidance itself."""
    SECONDARY = "secondary"
    """Read in a document that restates it."""
    INFERENCE = "inference"
    """Follows from texts that were read, but is not said in them."""
    UNVERIFIED = "unverified"
    """Nobody could check it: treat with caution."""


class Cite(Strict):
    """A pin-point citation."""

    source: str
    """Id of a document in ``rules/sources.yaml``."""
    at: str
    """Section, paragraph, footnote or heading within it."""
    checked: Checked
    note: str = ""
    editions: list[str] = []
    """The packs of guidance under which it is shown; always, if left out."""


class Example(Strict):
    """A worked example, run as a test: given these facts, the rule must answer thus."""

    given: dict[str, Any] = {}
    """Fact or proposition -> value; ``judged: yes`` stands for a recorded judgement."""
    then: Answer
    note: str = ""


class Entry(Strict):
    """What every entry of a pack has."""

    id: str = Field(pattern=ENTRY_ID)
    title: str
    cites: list[Cite] = Field(min_length=1)
    why: str = ""
    """Why the rule matters, for the reader of its page."""
    topic: str = Field(default="", pattern=r"^([a-z][a-z0-9]*(-[a-z0-9]+)*)?$")
    """What it is about, in a word or two that other editions use as well: `decision-clock`."""
    replaces: str | None = Field(default=None, pattern=ENTRY_ID)
    """The inherited entry that this one stands in for, in a pack based on another."""


class Factor(Strict):
    """Something that speaks for or against an answer, without settling it."""

    text: str
    when: Condition | None = None
    """Where the record can show whether it is so; otherwise it is for the reader to weigh."""

    @model_validator(mode="before")
    @classmethod
    def _plain_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value


class Judgement(Strict):
    """The part of a rule that only a person can decide."""

    question: str
    decided_by: str = "CSP chair"
    """Kept without an article, so that every output can write "for the ..."."""
    factors_for: list[Factor] = []
    factors_against: list[Factor] = []
    ask_at_once: bool = False
    """Whether to put it while facts that could settle it are missing, because they seldom do."""

    @field_validator("decided_by")
    @classmethod
    def _without_article(cls, decided_by: str) -> str:
        return decided_by.removeprefix("the ")


class Scope(str, Enum):
    """What a proposition is about."""

    CASE = "case"
    PERSON = "person"
    """Each alleged perpetrator in turn."""
    CHILD = "child"
    APPOINTEE = "appointee"
    """The chair, and the author where that is somebody else."""


class Rule(Entry):
    """A proposition and when it holds.

    Either ``when`` (yes if it holds, no if it does not), or ``judgement`` with what
    settles the point without one: ``settled_yes`` and ``settled_no``.
    """

    scope: Scope = Scope.CASE
    concludes: str = Field(pattern=r"^[a-z][a-z0-9]*(\.[a-z0-9]+(-[a-z0-9]+)*)+$")
    when: Condition | None = None
    settled_yes: Condition | None = None
    settled_no: Condition | None = None
    judgement: Judgement | None = None
    element: int | None = None
    """Place among the elements of the definition as they are shown; absent if it is none."""
    examples: list[Example] = Field(min_length=1)

    @model_validator(mode="after")
    def _one_way_to_decide(self) -> Rule:
        if (self.when is None) == (self.judgement is None):
            raise ValueError("give either `when`, or `judgement` with what settles it")
        if self.when is not None and (self.settled_yes or self.settled_no):
            raise ValueError("`settled_yes` and `settled_no` belong to a `judgement`")
        return self

    @field_validator("examples")
    @classmethod
    def _both_ways(cls, examples: list[Example]) -> list[Example]:
        if missing := {Answer.YES, Answer.NO, Answer.OPEN} - {e.then for e in examples}:
            raise ValueError(f"no example that answers {', '.join(sorted(missing))}")
        return examples


class Override(Entry):
    """How a local overlay changes one named rule; the rest of the rule stays as it is."""

    overrides: str = Field(pattern=ENTRY_ID)
    unless: Condition | None = None
    """Where this holds, the rule's answer is no."""
    also: Condition | None = None
    """Where this holds, the rule's answer is yes."""
    examples: list[Example] = Field(min_length=1)


class Limit(Strict):
    """How long a duty allows.  Exactly one is given; ``words`` where no number is laid down."""

    months: int | None = None
    """Calendar months."""
    working_days: int | None = None
    """Monday to Friday, without the bank holidays of the nation."""
    days: int | None = None
    words: str = ""
    """The source's own standard, e.g. as soon as reasonably practicable."""

    @model_validator(mode="after")
    def _exactly_one(self) -> Limit:
        given = [x for x in (self.months, self.working_days, self.days, self.words or None) if x]
        if len(given) != 1:
            raise ValueError("give exactly one of months, working_days, days, words")
        return self


class Stage(str, Enum):
    """The part of a review's way in which a duty falls, in the order of time."""

    FIRST = "first"
    """From the notification to the decision."""
    DECIDED = "decided"
    """Once the CSP chair has decided: telling people, and setting the review up."""
    REVIEW = "review"
    REPORT = "report"
    """Completing the report, agreeing it and sending it to the Home Office."""
    CLEARED = "cleared"
    """Publication, and the action plan to its audited end."""

    @property
    def place(self) -> int:
        """Its place in the order, from 0."""
        return list(Stage).index(self)


_STAGE_OF_START = {
    "death.date": Stage.FIRST,
    "case.csp_aware": Stage.FIRST,
    "case.notified": Stage.FIRST,
    "case.local_authority_aware": Stage.FIRST,
    "case.children_partners_told": Stage.FIRST,
    "case.decision": Stage.DECIDED,
    "review.completed": Stage.REPORT,
    "review.submitted": Stage.REPORT,
    "review.quality_assured": Stage.CLEARED,
    "review.published": Stage.CLEARED,
}


class Duty(Entry):
    """Something that must or should be done, by whom, and by when."""

    applies_when: Condition
    who: str
    what: str
    level: str = Field(default="must", pattern="^(must|should|may)$")
    start: str | None = None
    """The date fact that starts the clock; none if the duty has no clock."""
    limit: Limit
    done: str | None = None
    """The date fact that shows that it was done."""
    paused_by: str = ""
    """What may pause this clock, in words; empty if nothing does."""
    stage: Stage | None = None
    """The part of the way in which it falls, where the date that starts it does not show it."""
    met_by: str | None = None
    """A date fact that leaves nothing to do, although the duty itself is not on record as done."""
    examples: list[Example] = []

    @property
    def falls_in(self) -> Stage:
        """Its stage: as the rule says, or by what starts its clock; else while the review runs."""
        return self.stage or _STAGE_OF_START.get(self.start or "", Stage.REVIEW)


class ReviewTrigger(Entry):
    """Another review or process that the same death may set off."""

    when: Condition
    review: str
    tell: str
    """Who has to be told, and of what."""
    by: str = ""
    """The limit, in words."""
    if_open: str = ""
    """What to do while the trigger is open."""
    examples: list[Example] = Field(min_length=1)


class LeadStep(Entry):
    """One step of the ladder that finds the lead CSP; the first that holds decides."""

    when: Condition
    takes: str | None = None
    """The fact that names the CSP; none where areas have to agree."""
    say: str
    judgement: Judgement | None = None
    examples: list[Example] = Field(min_length=1)


class Remark(Entry):
    """Something to tell the reader when a condition holds: a reason that is none, a warning."""

    when: Condition
    kind: str = Field(pattern="^(no-reason|warning|note|factor)$")
    say: str
    examples: list[Example] = []


class Level(str, Enum):
    """How strongly the guidance asks, from its own verb."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"


TEMPLATE_GROUPS = frozenset({"structure", "content", "action-plan"})
"""Groups whose requirements belong to the template of one kind of document."""


class Requirement(Entry):
    """What a draft has to hold, or must not hold.

    ``when`` is a condition over observations of the document (``{observe: detector, ...}``)
    and facts.  Holds -> pass; does not -> ``on_no``; open -> review.
    """

    documents: list[DocumentKind] = []
    """The kinds of document that it is put to.  Empty: the overview report for what belongs to
    a template, and every document that is published for the rest."""

    section: str = ""
    """The section of the template it belongs to; empty for the whole document."""
    group: str = Field(
        pattern="^(structure|identity|content|consistency|wording|action-plan|housekeeping)$"
    )
    level: Level = Level.MUST
    applies_when: Condition | None = None
    when: Condition | None = None
    """None where only a person can judge: the outcome is then always `review`."""
    on_no: str = Field(default="fail", pattern="^(fail|review)$")
    advice: str
    """What to tell the author to do."""
    look_for: str = ""
    """For `review`: the question a person has to answer."""
    strength: str = ""
    """What to say among the strengths when it passes; empty if a pass is no praise."""
    examples: list[dict[str, Any]] = []
    carries_names: bool = False
    """Whether a breach may leave names in the file, though the rule is not of group `identity`."""

    @property
    def gives_away(self) -> bool:
        """Whether a breach may show who people are: such a rule is never turned off."""
        return self.group == "identity" or self.carries_names

    @property
    def of_template(self) -> bool:
        """Whether it belongs to the template of one kind of document."""
        return self.group in TEMPLATE_GROUPS

    @property
    def kinds(self) -> frozenset[DocumentKind]:
        """The kinds of document that it is put to."""
        if self.documents:
            return frozenset(self.documents)
        return frozenset({DocumentKind.OVERVIEW}) if self.of_template else PUBLISHED


class Section(Strict):
    """A section of a report template, and the wordings by which it is known."""

    key: str
    title: str
    """The template's own heading."""
    aliases: list[str] = []
    """Accepted wordings, matched after numbering, case and punctuation are dropped."""
    part_of: list[str] = []
    """Keys of sections within which its content is commonly found."""
    words: list[list[str]] = []
    """Groups of words; text that has one of each group probably holds the content."""
    optional: bool = False
    as_in: DocumentKind | None = None
    """Another kind of document of the same pack whose template heads this section alike: its
    wordings count here as well, and need not be said twice."""


class Likeness(Strict):
    """How to tell that a draft follows a template, where the draft does not say what it is.

    Both, where both are given.
    """

    headings: list[str] = []
    """Keys of sections that drafts of other kinds seldom have."""
    enough: int = Field(default=3, ge=1)
    """How many of those headings tell it."""
    columns: dict[str, list[str]] = {}
    """What a table has to say: a label, and the words by which a column for it is headed.  Such
    tables must hold most of the words of the draft."""

    @model_validator(mode="after")
    def _says_something(self) -> Likeness:
        if not self.headings and not self.columns:
            raise ValueError("give `headings` or `columns`")
        if self.headings and self.enough > len(self.headings):
            raise ValueError("`enough` is more than there are headings")
        return self


class Template(Strict):
    """The sections of one kind of document, in order."""

    document: DocumentKind
    like: Likeness | None = None
    sections: list[Section]

    @model_validator(mode="after")
    def _own_headings(self) -> Template:
        strange = set(self.like.headings if self.like else ()) - {s.key for s in self.sections}
        if strange:
            raise ValueError(f"`like` names no section of the template: {', '.join(strange)}")
        return self


class Choice(Entry):
    """One possible value of a selection key, and when it is the one."""

    key: str = Field(pattern="^(test|edition|nation|overlay)$")
    choose: str | None
    when: Condition
    say: str
    examples: list[Example] = []


class PackHead(Strict):
    """What a pack is."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: str
    kind: str = Field(pattern="^(statute|guidance|drafts|joint|local|themes)$")
    version: str
    status: str = Field(pattern="^(in-force|prospective|superseded|local)$")
    nations: list[str] = ["england", "wales"]
    in_force_from: date | None = None
    in_force_to: date | None = None
    note: str = ""
    definition: str = ""
    """For a statutory test: the proposition that is the whole definition."""
    based_on: str | None = None
    """Another pack whose entries this one takes over, except those that it replaces."""
    inherited_cite: Cite | None = None
    """Added to the citations of every entry taken over: how far it is known to hold here."""


class PackFile(Strict):
    """One file of a pack."""

    pack: PackHead | None = None
    documents: list[DocumentKind] = []
    """What those requirements of the file are put to that do not say so themselves."""
    rules: list[Rule] = []
    overrides: list[Override] = []
    duties: list[Duty] = []
    reviews: list[ReviewTrigger] = []
    lead: list[LeadStep] = []
    remarks: list[Remark] = []
    requirements: list[Requirement] = []
    templates: list[Template] = []

    @model_validator(mode="before")
    @classmethod
    def _put_to(cls, value: Any) -> Any:
        kinds, listed = _member(value, "documents"), _member(value, "requirements")
        if not kinds or not isinstance(listed, list):
            return value
        own = [
            {"documents": kinds, **cast("dict[str, Any]", one)} if isinstance(one, dict) else one
            for one in cast("list[Any]", listed)
        ]
        return {**value, "requirements": own}


def _member(value: Any, key: str) -> Any:
    return cast("dict[str, Any]", value).get(key) if isinstance(value, dict) else None


class FactSpec(Strict):
    """One fact that rules may test."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$")
    scope: Scope = Scope.CASE
    type: str = Field(pattern="^(yes-no|number|date|choice|choices|text)$")
    label: str
    """How it reads in an output: `age at death`."""
    values: dict[str, str] = {}
    """For `choice` and `choices`: value -> how it reads."""
    ask: str = ""
    """The question to put when it is missing."""
    who_knows: str = ""
    path: str | None = None
    """Where it stands in the case record, relative to its scope; none if it is worked out."""
    fixed: bool = False
    """True where asking `what if it were otherwise?` makes no sense."""
    assumed: str | bool | None = None
    """The value it takes when nobody has raised the point; not worth showing as a reason."""
    resets: list[str] = []
    """Facts of the same scope that are unknown again once this one is changed."""


class Source(Strict):
    """A document that rules cite."""

    id: str
    title: str
    publisher: str
    date: str
    address: str = ""
    licence: str = ""
    checked: str
    """How far its text was checked."""


class FactFile(Strict):
    """``rules/facts.yaml``."""

    facts: list[FactSpec]


class SourceFile(Strict):
    """``rules/sources.yaml``."""

    sources: list[Source]


class SelectionFile(Strict):
    """``rules/selection.yaml``."""

    choices: list[Choice]
