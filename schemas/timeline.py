"""What ``dhr timeline`` gives back: every duty of a case in order of its date."""

from __future__ import annotations

from .common import Strict
from .decision import DutyDue, Provenance


class Timeline(Strict):
    """The duties of a case, those with a date first."""

    reference: str
    edition: str
    duties: tuple[DutyDue, ...]
    notes: tuple[str, ...]
    """What pauses a clock, and what never does."""
    provenance: Provenance
