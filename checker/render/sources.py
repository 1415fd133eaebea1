"""Sources by number: short in the text, whole in a list at the end."""

from __future__ import annotations

from collections.abc import Iterable

from ...schemas.decision import Citation
from ...schemas.rule import Checked
from .sheet import Block, Pairs, Para, Piece, Ref, Table, Words, pieces
from .source_names import short_name

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
            found += [" "] * bool(found) + [Ref(number, _NOTES[citation.checked])]
        return tuple(found)

    def blocks(self) -> Iterable[Block]:
        """The list of all sources used so far, then the documents that it names in short."""
        yield Para(_HOW)
        yield Table(
            "Sources, by number",
            ("Number", "Document and place", "Text"),
            tuple(
                (str(number), _place(citation), _NOTES[citation.checked].capitalize() or "Read")
                for citation, number in self._numbers.items()
            ),
            (10, 74, 16),
            tuple(Ref(number).anchor for number in self._numbers.values()),
        )
        full = {short_name(one): one.title for one in self._numbers if short_name(one) != one.title}
        if full:
            yield Pairs("Documents that are named in short", tuple(full.items()))


_HOW = (
    "Read: in the text itself. Restated: in another document that restates it. Inferred: it"
    " follows from texts that were read, and is not said in so many words. Not verified: nobody"
    " could check it."
)


def _place(citation: Citation) -> str:
    note = f" ({citation.note})" if citation.note else ""
    return f"{short_name(citation)}, {citation.at}{note}"


def whole(citation: Citation) -> str:
    """A citation with its document's full title."""
    note = f" ({citation.note})" if citation.note else ""
    return f"{citation.title}, {citation.at}{note}"


def source_line(citations: Iterable[Citation], sources: Sources) -> Para:
    """The sources of something as a line of small print."""
    return Para(("Source: ", *pieces(sources.refs(citations))), small=True)
