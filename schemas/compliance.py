"""What ``check`` gives back: every requirement of the template, and how the draft stands to it.

Silence must never pass for approval: a draft *passes* or *fails* a requirement that can be
tested; a person must *review* the rest; some do *not apply*; and where a check itself broke,
that is said.  So is whatever somebody turned *off* or *set aside* by hand, with their reason.
Everything that comes from the draft is masked unless the caller asked for clear text.
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Literal

from .common import Strict
from .comparison import Comparison, State
from .decision import Chosen, Citation, Provenance


class CheckOutcome(str, Enum):
    """How a draft stands to one requirement."""

    PASS = "pass"  # noqa: S105 # an outcome, not a password
    FAIL = "fail"
    REVIEW = "review"
    NOT_APPLICABLE = "not-applicable"
    ERROR = "error"
    OFF = "off"
    """Not checked: somebody turned the rule off, and gave a reason."""
    SET_ASIDE = "set-aside"
    """Found, looked at by somebody, and set aside with a reason."""

    def __str__(self) -> str:
        return self.value


class Spot(Strict):
    """One place in the draft."""

    where: str
    """In words: part, heading, paragraph number as printed, table cell.  Masked."""
    excerpt: str = ""
    """The draft's own words there, masked."""
    note: str = ""
    """What is remarkable there, in the program's words."""
    part: str = ""
    """Name of the part inside the .docx."""
    paragraph: int = -1
    """Index of the paragraph in the document as read, from 0; -1 if it is in none."""
    start: int = -1
    """Offset of the words within the paragraph; -1 if the whole."""
    end: int = -1
    headings: tuple[str, ...] = ()
    """The headings above, outermost first, each as printed.  Masked."""
    number: str = ""
    """The paragraph's own number as Word prints it and a letter cites it: 4.1, 4.1(a)."""
    fingerprint: str = ""
    """The same for the same find in another draft, whether or not it is masked there."""
    words_fingerprint: str = ""
    """The same, whichever heading it stands under."""
    state: State = ""
    """Against an earlier report: new, remains, or changed (it remains, in other words)."""
    reason: str = ""
    """Why it was set aside, in the words of whoever did so.  Masked."""
    set_where: str = ""
    """Where that was set, in words."""


class Finding(Strict):
    """One requirement, and how the draft stands to it."""

    rule: str
    title: str
    group: str
    """structure, identity, content, consistency, wording, action-plan or housekeeping."""
    level: str
    """must, should or may, from the source's own verb."""
    section: str = ""
    """Key of the template's section; empty for the whole document."""
    section_title: str = ""
    outcome: CheckOutcome
    why: str = ""
    """What the outcome rests on, in the program's words."""
    depends_on: tuple[str, ...] = ()
    """Where it is open whether the requirement applies: what that depends on."""
    places: tuple[Spot, ...] = ()
    more_places: int = 0
    """How many further places were found and are not listed."""
    advice: str = ""
    """What to do."""
    look_for: str = ""
    """The question that a person has to answer."""
    human: bool = False
    """No program can test this: it is on the list for a person, whatever the draft says."""
    citations: tuple[Citation, ...] = ()
    gives_away: bool = False
    """A breach may show who people are, or leave names in the file."""
    fingerprint: str = ""
    """Of the finding as a whole, for one that has no places."""
    more_fingerprints: tuple[str, ...] = ()
    """The ``words_fingerprint`` of further places that are not listed, 48 at the most."""
    state: State = ""
    """Against an earlier report: new where all its places are; empty where nothing is open."""
    outcome_before: str = ""
    """Its outcome in the earlier report; empty where there is none."""
    more_new: int = 0
    """How many of the further places that are not listed are new."""
    set_aside: tuple[Spot, ...] = ()
    """Places that somebody has looked at and set aside, each with the reason."""
    set_by_hand: Literal["", "off", "demoted", "set-aside"] = ""
    """Whether the rule was turned off, its breach made a question, or this finding set aside as a
    whole, in the settings."""
    reason: str = ""
    """Why, in the words of whoever set it so.  Masked."""
    set_where: str = ""
    """Where it was set so, in words: by a flag, in dhr.toml."""
    was: CheckOutcome | None = None
    """What it was before it was demoted or set aside as a whole; None where it was neither."""
    eased: bool = False
    """The draft does not meet the requirement, which would be a fault had it not been demoted."""


class SectionSeen(Strict):
    """One section of the template, and where in the draft it was found."""

    key: str
    title: str
    found: str
    """heading, imitated heading, content without a heading, or absent."""
    heading: str = ""
    """The heading as printed, masked."""
    where: str = ""
    shared_with: tuple[str, ...] = ()
    """Titles of other sections for which the same heading stands."""
    words: int = 0


class DocumentSeen(Strict):
    """The draft that was checked."""

    name: str
    """The file's name, masked."""
    sha256: str
    size: int
    """Bytes."""
    words: int
    kind: str
    """A :class:`DocumentKind`, such as overview-report."""
    kind_because: str
    edition: str
    """Title of the edition whose template was applied."""


class Counts(Strict):
    """How many requirements have each outcome."""

    passed: int = 0
    failed: int = 0
    review: int = 0
    of_review_human: int = 0
    """Of those for review: how many no program can test."""
    not_applicable: int = 0
    error: int = 0
    off: int = 0
    """Not checked, because somebody turned the rule off."""
    eased: int = 0
    """Of those for review: how many would be faults had their rules not been demoted."""
    set_aside: int = 0
    """Found, and set aside as a whole."""
    places_set_aside: int = 0
    """Single places that were set aside."""


class SettingsUsed(Strict):
    """What was set by hand for this check, beside what single findings say of themselves."""

    read_from: str = ""
    """The file that was read, without its path; empty if none was.  Masked."""
    names: int = 0
    """How many names were given to look for; the names themselves are never told."""
    agencies: int = 0
    """How many agencies were given that a draft may name."""
    without_effect: tuple[str, ...] = ()
    """Settings that came to nothing for this draft, each in a sentence."""


class ComplianceReport(Strict):
    """A draft held against everything that its template asks."""

    schema_version: Literal["1.3"] = "1.3"
    """Of the JSON Schema that this follows; docs/machines.md says what its two numbers mean."""
    document: DocumentSeen
    beside: tuple[str, ...] = ()
    """The other documents of the same review that it was held against, each by what it is."""
    selection: tuple[Chosen, ...] = ()
    headline: str
    """What a reader for the Quality Assurance Panel would say first, in one sentence."""
    strengths: tuple[str, ...] = ()
    findings: tuple[Finding, ...]
    """Every requirement, in the order of the rules."""
    sections: tuple[SectionSeen, ...] = ()
    counts: Counts
    settings: SettingsUsed = SettingsUsed()
    compared: Comparison | None = None
    """What became of the findings of an earlier report, if one was given."""
    not_checked: tuple[str, ...] = ()
    """What was not looked at, and why."""
    warnings: tuple[str, ...] = ()
    """What was remarkable in reading the file."""
    masked: bool = True
    case_record: bool = False
    """Whether a case record stood beside the draft."""
    as_of: date | None = None
    provenance: Provenance
    phrases_sha256: str = ""
    """Digest of the shared lists of phrases."""

    @property
    def failed(self) -> bool:
        """Whether anything failed."""
        return self.counts.failed > 0

    @property
    def newly_failed(self) -> bool:
        """Whether anything failed that did not in the earlier report, or at a new place."""
        return self.failed if self.compared is None else self.compared.new_failures > 0

    @property
    def set_by_hand(self) -> tuple[Finding, ...]:
        """The findings whose rules were turned off or demoted, or that were set aside."""
        return tuple(one for one in self.findings if one.set_by_hand or one.set_aside)

    def of(self, *outcomes: CheckOutcome) -> tuple[Finding, ...]:
        """The findings with certain outcomes, in the order of the rules."""
        return tuple(one for one in self.findings if one.outcome in outcomes)
