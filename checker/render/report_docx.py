"""A compliance report as a Word document that a partnership can file."""

from __future__ import annotations

from ...schemas.compliance import ComplianceReport
from .docx_page import document
from .report_sheet import lay_out


def render(report: ComplianceReport) -> bytes:
    """The report as a Word document; a pure function of it."""
    return document(lay_out(report))
