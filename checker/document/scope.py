"""What surrounds the place where a walk stands, and the changes that reach over it."""

from __future__ import annotations

from typing import Final, NamedTuple

from .content import RevisionKind
from .drafts import CellAt, FieldStack, RevisionDraft
from .names import DEL, INS, MOVE_FROM, MOVE_TO, w
from .package import Link
from .place import Story

ID: Final = w("id")
AUTHOR: Final = w("author")
DATE: Final = w("date")
CHANGES: Final = {
    INS: (RevisionKind.INSERT, False),
    DEL: (RevisionKind.DELETE, True),
    MOVE_FROM: (RevisionKind.MOVE, True),
    MOVE_TO: (RevisionKind.MOVE, False),
}
"""Elements that insert or delete: what they do, and whether their text is gone."""
FORMAT_CHANGES: Final = frozenset(
    w(name)
    for name in (
        "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange",
        "tblGridChange", "tblPrExChange", "numberingChange", "cellMerge",
    )
)  # fmt: skip


class Scope(NamedTuple):
    """What surrounds a paragraph."""

    part: str
    story: Story
    links: dict[str, Link]
    fields: FieldStack
    at: CellAt | None = None
    change: RevisionDraft | None = None
    background: str = ""
    host: int = -1
    in_contents: bool = False
    hidden: bool = False
    """In a table row that is hidden."""
