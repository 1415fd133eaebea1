"""The criteria decision as a Word document that the CSP chair completes and signs."""

from __future__ import annotations

from ...schemas.decision import Decision
from .decision_sheet import lay_out
from .docx_page import document


def render(decision: Decision) -> bytes:
    """The decision record in Word; a pure function of the decision, byte for byte."""
    return document(lay_out(decision))
