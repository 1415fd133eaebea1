"""The duties of a case as plain text."""

from __future__ import annotations

from ...schemas.timeline import Timeline
from .decision_text import duty_cites, provenance
from .duties_text import duty_plan
from .page import Page


def render(timeline: Timeline) -> str:
    """The whole timeline as text; a pure function of it."""
    page = Page()
    page.title(f"Timeline: {timeline.reference}")
    page.say(f"Rules: {timeline.edition}.")
    page.gap()
    duty_plan(page, timeline.duties, timeline.provenance.as_of, duty_cites, whole=True)
    page.gap()
    page.heading("What pauses a clock, and what never does")
    page.bullets(timeline.notes)
    page.gap()
    provenance(page, timeline.provenance)
    return page.text()
