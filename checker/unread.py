"""What in a file was not looked into, said so that nobody takes silence for approval."""

from __future__ import annotations

from .document.model import Document


def not_read(document: Document) -> tuple[str, ...]:
    """One sentence for each kind of thing in the file that was not read."""
    facts = document.file
    said: list[str] = []
    if facts.pictures:
        said.append(
            f"{_many(len(facts.pictures), 'picture')}: words shown in pictures are not read."
        )
    if facts.embedded:
        said.append(
            f"{_many(len(facts.embedded), 'embedded file')} (spreadsheets and the like):"
            " not opened."
        )
    if facts.imported:
        said.append(
            f"{_many(len(facts.imported), 'imported document')} that Word merges in when it opens"
            " the file: not read."
        )
    if facts.macros:
        said.append("The file holds macros: not looked into.")
    if facts.external:
        said.append(
            f"{_many(len(facts.external), 'address')} outside the file that it points to: not"
            " visited."
        )
    return tuple(said)


def _many(number: int, what: str) -> str:
    plural = "es" if what.endswith("s") else "s"
    return f"{number} {what}{'' if number == 1 else plural}"
