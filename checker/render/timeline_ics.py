"""The dated duties of a case as iCalendar, for Outlook and the like.

Entries hold the reference and the duty; no names.  Every entry is an all-day event on the
last day allowed.
"""

from __future__ import annotations

import hashlib
from datetime import date, datetime, timedelta, timezone
from typing import Any

from icalendar import Calendar, Event

from ...schemas.decision import DutyDue
from ...schemas.timeline import Timeline


def render(timeline: Timeline) -> bytes:
    """The timeline as an iCalendar file; a pure function of it."""
    calendar: Any = Calendar()  # icalendar's own types are incomplete
    calendar.add("prodid", "-//dhr-checker//duties//EN")
    calendar.add("version", "2.0")
    for duty in timeline.duties:
        if duty.due_latest is not None:
            calendar.add_component(_event(timeline, duty, duty.due_latest))
    return calendar.to_ical()


def _event(timeline: Timeline, duty: DutyDue, day: date) -> Any:
    stamp = timeline.provenance.as_of or day
    event: Any = Event()
    key = f"{timeline.provenance.input_sha256} {duty.rule}"
    event.add("uid", f"{hashlib.sha256(key.encode()).hexdigest()[:32]}@dhr-checker")
    event.add("dtstamp", datetime(stamp.year, stamp.month, stamp.day, tzinfo=timezone.utc))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", f"{timeline.reference}: {duty.title} ({duty.state})")
    sources = "; ".join(f"{c.title}, {c.at} [{c.checked}]" for c in duty.citations)
    event.add("description", f"{duty.who}: {duty.what}. {duty.arithmetic}. Source: {sources}.")
    event.add("categories", ["domestic homicide review"])
    event.add("transp", "TRANSPARENT")
    return event
