"""A compliance report as one HTML file."""

from __future__ import annotations

from ...schemas.compliance import ComplianceReport
from .html_page import page
from .report_sheet import lay_out


def render(report: ComplianceReport) -> str:
    """The report as a page; a pure function of it."""
    return page(lay_out(report))
