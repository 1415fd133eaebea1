"""The example drafts, and variants of them made in memory."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from dhr_checker.checker.compliance import check
from dhr_checker.checker.document import read_document
from dhr_checker.checker.document.content import Heading, HeadingSource, Paragraph
from dhr_checker.checker.document.model import Document
from dhr_checker.schemas.compliance import CheckOutcome, ComplianceReport, Finding

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
DRAFTS = EXAMPLES / "drafts"
CASE = EXAMPLES / "cases" / "marrenshire-2023.yaml"
FAIL, REVIEW, PASS = CheckOutcome.FAIL, CheckOutcome.REVIEW, CheckOutcome.PASS


@lru_cache(maxsize=8)
def draft(name: str) -> Document:
    """One of the example drafts."""
    return read_document(DRAFTS / f"{name}.docx")


@lru_cache(maxsize=8)
def report(name: str, with_case: bool = True) -> ComplianceReport:
    """The report on one of the example drafts."""
    return check(draft(name), CASE if with_case else None)


def with_faults(faults: Sequence[str]) -> bytes:
    """The overview report with some of the planted faults and no others."""
    sys.path.insert(0, str(DRAFTS))
    try:
        from drafting.content import load
        from drafting.faults import spoil
        from drafting.layout import report_bytes
    finally:
        sys.path.remove(str(DRAFTS))
    made: Any = load("overview")
    spoil(made, faults)
    data: bytes = report_bytes(made)
    return data


def faults() -> list[dict[str, Any]]:
    """The planted faults, as they are described."""
    listed = yaml.safe_load((DRAFTS / "faults.yaml").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = listed["faults"]
    return found


def finding(made: ComplianceReport, rule: str) -> Finding:
    """The finding of one rule."""
    return next(one for one in made.findings if one.rule == rule)


def unmet(made: ComplianceReport, outcome: CheckOutcome) -> set[str]:
    """The rules with an outcome, those that only a person can judge left out."""
    return {one.rule for one in made.of(outcome) if not one.human}


def with_headings(document: Document, change: Callable[[Paragraph], Paragraph]) -> Document:
    """The document with every real heading changed."""
    return replace(
        document,
        paragraphs=tuple(
            change(p)
            if p.heading and p.heading.source is not HeadingSource.IMITATION and not p.in_toc
            else p
            for p in document.paragraphs
        ),
    )


def imitated(paragraph: Paragraph) -> Paragraph:
    """A heading that is only bold."""
    level = paragraph.heading.level if paragraph.heading else 1
    return replace(
        paragraph, heading=Heading(level, HeadingSource.IMITATION, 0.6), style_name="Normal"
    )


def no_heading(paragraph: Paragraph) -> Paragraph:
    """A heading that has become ordinary text."""
    return replace(paragraph, heading=None, style_name="Normal")
