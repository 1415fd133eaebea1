"""Hold a paper against the rules of an edition, and see what came out."""

from __future__ import annotations

from typing import Any

from dhr_checker.checker.compliance import check
from dhr_checker.schemas.compliance import CheckOutcome, ComplianceReport

FAIL, REVIEW = CheckOutcome.FAIL, CheckOutcome.REVIEW
PASS, ERROR = CheckOutcome.PASS, CheckOutcome.ERROR
EDITIONS = ("2011", "2013", "2016")
OVERLAYS = ("none", "gloucestershire-2019", "cornwall-2023", "stockton-2011")


def held(
    draft: bytes, edition: str, overlay: str = "none", case: dict[str, Any] | None = None
) -> ComplianceReport:
    """The report on one paper."""
    record = None if case is None else {"reference": "TEST", **case}
    return check(draft, record, keys={"edition": edition, "overlay": overlay}, name="draft.docx")


OF_PAPERS = ("MR", "CH", "TR", "CORN", "GLOS")
"""The rules that are only put to papers; those on wording and files are put to reports as well."""


def of(report: ComplianceReport, outcome: CheckOutcome) -> set[str]:
    """The rules on papers with one outcome."""
    found = (one.rule for one in report.findings if one.outcome is outcome)
    return {rule for rule in found if rule.startswith(OF_PAPERS)}


def asked_by_program(report: ComplianceReport) -> set[str]:
    """The rules that ask a person although the program looked for something."""
    human = {finding.rule for finding in report.findings if finding.human}
    return of(report, REVIEW) - human
