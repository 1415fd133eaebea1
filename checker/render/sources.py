"""Sources by number: short in the text, whole in a list at the end."""

from __future__ import annotations

from collections.abc import Iterable

from ...schemas.decision import Citation
from ...schemas.rule import Checked
from .sheet import Para, Piece, Ref, Table, Words, pieces

_NOTES = {
    Checked.PRIMARY.value: "",
    Checked.SECONDARY.value: "restated",
    Checked.INFERENCE.value: "inferred",
    Checked.UNVERIFIED.value: "not verified",
}
"""How far a source was checked, said where it is used and not only in the list."""


class Sources:
    """The sources of one page, numbered in the order in which they are first used."""

    def __init__(self) -> None:
        self._numbers: dict[Citation, int] = {}

    def refs(self, citations: Iterable[Citation]) -> Words:
        """Citations as pointers into the list."""
        found: list[Piece] = []
        for citation in dict.fromkeys(citations):
            number = self._numbers.setdefault(citation, len(self._numbers) + 1)
            found += [", "] * bool(found) + [Ref(number, _NOTES[citation.checked])]
        return tuple(found)

    def table(self) -> Table:
        """The list of all sources used so far."""
        return Table(
            "Sources, by number",
            ("Number", "Document and place", "How far its text was checked"),
            tuple(
                (str(number), whole(citation), _HOW[citation.checked])
                for citation, number in self._numbers.items()
            ),
            (12, 63, 25),
            tuple(Ref(number).anchor for number in self._numbers.values()),
        )


_HOW = {
    Checked.PRIMARY.value: "Read in the text itself",
    Checked.SECONDARY.value: "Read in a document that restates it",
    Checked.INFERENCE.value: "Follows from texts that were read; not said in so many words",
    Checked.UNVERIFIED.value: "Not verified: nobody could check it",
}


def whole(citation: Citation) -> str:
    """A citation with its document's full title."""
    note = f" ({citation.note})" if citation.note else ""
    return f"{citation.title}, {citation.at}{note}"


def source_line(citations: Iterable[Citation], sources: Sources) -> Para:
    """The sources of something as a line of small print."""
    return Para(("Source: ", *pieces(sources.refs(citations)), "."), small=True)
