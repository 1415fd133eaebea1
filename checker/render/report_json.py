"""A compliance report as JSON: everything in it, the same bytes for the same report."""

from __future__ import annotations

from ...schemas.compliance import ComplianceReport


def render(report: ComplianceReport) -> str:
    """The report as JSON, indented, with a line end at its end."""
    return report.model_dump_json(indent=2) + "\n"
