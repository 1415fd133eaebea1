"""What ``dhr chair`` gives back: the chair and the author against the rules, step by step."""

from __future__ import annotations

from .common import Answer, Strict
from .decision import Citation, Element, JudgementPoint, Provenance


class Step(Strict):
    """One part of a rule: a condition in words, and whether the record shows it."""

    text: str
    answer: Answer


class Checked(Strict):
    """A rule on chairs and authors, with each of its parts."""

    element: Element
    steps: tuple[Step, ...]
    waiting_on: tuple[str, ...] = ()


class Gap(Strict):
    """Past employment with an agency involved, and the time since it ended."""

    post: int
    """Its place in the record's list of posts, from 1.  The employer is not named."""
    ended: str
    years: int
    months: int
    """Months beyond the whole years, as at the appointment (or the as-of date)."""
    approximate: bool
    """The record gives only the month or the year."""


class AppointeeReport(Strict):
    """The chair, or the author, against the rules."""

    about: str
    checks: tuple[Checked, ...]
    gaps: tuple[Gap, ...]
    earlier_reviews: int | None = None
    """Earlier reviews for the same CSP: to be disclosed; not by itself an association."""
    judgements: tuple[JudgementPoint, ...] = ()


class MustSay(Strict):
    """Something that the report will have to say about the chair and the author."""

    rule: str
    text: str
    citations: tuple[Citation, ...] = ()


class ChairReport(Strict):
    """Independence and fitness of chair and author, for the CSP that appoints."""

    reference: str
    edition: str
    appointed_by: str
    warnings: tuple[str, ...]
    appointees: tuple[AppointeeReport, ...]
    must_say: tuple[MustSay, ...]
    provenance: Provenance
