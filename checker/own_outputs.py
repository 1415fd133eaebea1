"""Whether a Word file was written by this program, and so is nobody's draft.

A report on a draft quotes it under headings of its own, and an annotated copy is the draft once
more: taken for drafts, they would be checked, and held against the draft that they came from.
Reports, decision sheets and letters bear a mark in their properties, which Word keeps when it
saves.  An annotated copy is known by the comment at its top: once that is deleted, the copy is
the author's own file again.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from pathlib import Path

from .annotate_package import AUTHOR
from .document.model import Document
from .gather import Gathered, Nothing, PassedOver

MARK = "Written by dhr-checker: not a draft"
"""The category in the properties of what :mod:`.render.docx_page` writes.  The same in every file:
it names nobody, and no date."""
NOT_FOR_SUBMISSION = (
    "This copy was made by a program to show its comments. It is not for submission: send your"
    " own file, not this one."
)
"""How the comment at the top of an annotated copy begins."""


class Own(str, Enum):
    """What this program made of a draft or a case."""

    PAGE = "page"
    """A report, a decision sheet or a letter."""
    COPY = "copy"
    """A draft with what was found in it as comments."""

    @property
    def passed_over(self) -> str:
        """Why it is not taken for a draft among others."""
        return _PASSED_OVER[self]

    @property
    def remark(self) -> str:
        """What to tell a reader who had it checked all the same."""
        return _REMARKS[self]


_PASSED_OVER = {
    Own.PAGE: "written by this program: a report or a letter, not a draft",
    Own.COPY: "a copy with comments that this program wrote: name the file itself to have it"
    " checked",
}
_REMARKS = {
    Own.PAGE: "This file was written by this program: it is a report or a letter, and no draft."
    " Check the draft that it is on.",
    Own.COPY: "This is a copy with comments that this program wrote, and it is not for submission."
    " It was checked as it stands; check and send your own file.",
}


def own_output(document: Document) -> Own | None:
    """What of this program's a file is; None for a draft, one begun with ``dhr new`` included."""
    for one in document.properties:
        if one.group == "core" and one.name == "category" and one.value == MARK:
            return Own.PAGE
    for one in document.comments:
        if one.author == AUTHOR and one.text.startswith(NOT_FOR_SUBMISSION):
            return Own.COPY
    return None


def own_remarks(document: Document) -> tuple[str, ...]:
    """What to say in the report on such a file; nothing on a draft."""
    own = own_output(document)
    return () if own is None else (own.remark,)


def without_own(gathered: Gathered, own: Sequence[Own | None]) -> tuple[Gathered, list[int]]:
    """What is left of some files without this program's outputs, and at which positions it stood.

    ``own`` says what each file is.  What is left out is passed over with the reason; a copy with
    comments that was named itself is left in, and its report says what it is.
    """
    kept: list[int] = []
    passed = list(gathered.passed_over)
    for at, (file, one) in enumerate(zip(gathered.files, own, strict=True)):
        if one is None or (one is Own.COPY and file.by_name):
            kept.append(at)
        else:
            passed.append(PassedOver(file.path, one.passed_over))
    nothing = gathered.nothing
    if gathered.files and not kept and not nothing:
        nothing = (Nothing(str(Path(gathered.files[0].path).parent), "own-only"),)
    return Gathered(tuple(gathered.files[at] for at in kept), tuple(passed), nothing), kept
