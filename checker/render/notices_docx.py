"""A drafted notice as a Word document."""

from __future__ import annotations

from ..notices import Draft
from .docx_page import document


def render(draft: Draft) -> bytes:
    """The notice in Word; a pure function of the draft, byte for byte."""
    return document(draft.sheet)
