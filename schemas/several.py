"""What ``check`` gives back for several drafts: each one's report, and how they were taken.

A file that could not be read is in it as well, with what is wrong: silence about a draft must
never pass for approval.  Files and folders are named as they may be shown.
"""

from __future__ import annotations

from enum import Enum
from typing import Literal

from .common import Strict
from .compliance import CheckOutcome, ComplianceReport


class Verdict(str, Enum):
    """What came of one draft, in short."""

    PUT_RIGHT = "to put right"
    """Something failed."""
    BROKE = "a check broke"
    """Nothing failed, but not everything was tested."""
    NOTHING_FAILED = "nothing failed"
    """That is no approval."""
    NOT_CHECKED = "not checked"
    """The file could not be read, or not be checked."""

    def __str__(self) -> str:
        return self.value


class NotChecked(Strict):
    """Why a draft could not be checked."""

    code: str
    """Stable, for machines, such as ``document.pdf``; docs/messages.md lists them."""
    what: str
    mend: str = ""


class CheckedDraft(Strict):
    """One draft that was named, and what came of it: a report, or why there is none."""

    number: int
    """Its number in this run, from 1, in the order given."""
    file: str
    """The file's name, masked."""
    verdict: Verdict
    report: ComplianceReport | None = None
    not_checked: NotChecked | None = None


class Between(Strict):
    """A requirement that held one draft against another document of its review."""

    rule: str
    title: str
    draft: int
    """The number of the draft whose report has it."""
    outcome: CheckOutcome


class ReviewChecked(Strict):
    """Drafts that were held against each other, or one that stood alone."""

    number: int
    drafts: tuple[int, ...]
    """The numbers of the drafts."""
    together: bool
    because: str
    """Why they were taken together, or why this one stood alone."""
    between: tuple[Between, ...] = ()
    """What was checked between the drafts, in the order of the drafts and of the rules."""


class FilePassedOver(Strict):
    """A file that is no draft and was not read."""

    file: str
    """The file's name, masked."""
    why: str


class SeveralCounts(Strict):
    """How many drafts came out how."""

    drafts: int = 0
    to_put_right: int = 0
    broke: int = 0
    nothing_failed: int = 0
    not_checked: int = 0
    passed_over: int = 0


class ReportOnSeveral(Strict):
    """Several drafts held against what their templates ask."""

    schema_version: Literal["1.0"] = "1.0"
    """Of the JSON Schema that this follows; docs/machines.md says what its two numbers mean."""
    drafts: tuple[CheckedDraft, ...]
    """In the order given; the drafts of a folder in the order of their names."""
    reviews: tuple[ReviewChecked, ...] = ()
    passed_over: tuple[FilePassedOver, ...] = ()
    counts: SeveralCounts
    masked: bool = True

    @property
    def reports(self) -> tuple[ComplianceReport, ...]:
        """The reports there are, in the order of the drafts."""
        return tuple(one.report for one in self.drafts if one.report is not None)
