"""What became of the findings of an earlier report."""

from __future__ import annotations

from datetime import date
from typing import Literal

from .common import Strict

State = Literal["", "new", "remains", "changed"]
"""Of a find, against an earlier report: ``changed`` remains, in other words.  Empty where there
is no earlier report, or where nothing was found."""
How = Literal[
    "put right",
    "turned off",
    "set aside",
    "does not apply",
    "not asked",
    "check broke",
    "cannot be told",
]


class Gone(Strict):
    """A find of the earlier report that is not among those of this one."""

    rule: str
    title: str
    level: str
    was: str
    """Its outcome in the earlier report."""
    how: How
    """Why it is gone.  Only ``put right`` means that it was looked for and not found."""
    where: str = ""
    """Its place in the earlier draft.  Masked."""
    excerpt: str = ""
    """What stood there.  Masked; empty where the earlier report was not."""
    fingerprint: str = ""


class Comparison(Strict):
    """This report against an earlier one, find by find: a place, or a finding without a place."""

    earlier_draft: str = ""
    """The file's name in the earlier report, masked; empty where that report was not."""
    earlier_sha256: str = ""
    """Of the earlier draft."""
    earlier_as_of: date | None = None
    new: int = 0
    remaining: int = 0
    put_right: int = 0
    gone_otherwise: int = 0
    new_failures: int = 0
    """How many requirements are not met and were met before, or are not met at a new place too."""
    gone: tuple[Gone, ...] = ()
    differences: tuple[str, ...] = ()
    """In what the two checks differ beside the draft, each in a sentence."""
