"""Every duty from the notification to the audited end of the action plan, in its order."""

from __future__ import annotations

from datetime import date

from typing_extensions import Unpack

from ..schemas.timeline import Timeline
from .duties import duties
from .engine.select import Choice
from .packs import RuleBase
from .prepare import Keys, Source, prepare

NOTES = (
    "A trial or an inquest may move the report, and only by a timetable that panel and CSP"
    " have formally agreed. It never stops the decision, the securing of records or early"
    " learning.",
    "Clocks run side by side: a later one never stops an earlier one. The notification and"
    " the rapid review about a child, and the Safeguarding Adults Board's decision, do not"
    " wait for the domestic homicide review decision, nor it for them.",
)


def timeline(
    case: Source,
    *,
    as_of: date | None = None,
    engine: Choice = "auto",
    base: RuleBase | None = None,
    **keys: Unpack[Keys],
) -> Timeline:
    """The duties of a case with their dates.  Takes and raises what :func:`decide` does."""
    ready = prepare(case, as_of, engine, base, keys)
    found = duties(ready.done, ready.nation, as_of)
    return Timeline(
        reference=ready.record.reference,
        edition=ready.edition,
        duties=found,
        notes=NOTES,
        provenance=ready.provenance(),
    )
