"""The criteria decision as one HTML file."""

from __future__ import annotations

from ...schemas.decision import Decision
from .decision_sheet import lay_out
from .html_page import page


def render(decision: Decision) -> str:
    """The decision record as a page; a pure function of the decision."""
    return page(lay_out(decision))
