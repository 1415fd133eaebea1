"""Footnotes, for which python-docx has no writer: the part, the notes and their references."""

from __future__ import annotations

from xml.sax.saxutils import escape

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from .wordxml import append

# Word reserves the first two notes for the line above the notes and for its continuation.
FIRST = 1


class Footnotes:
    """Collects the notes of one document in the order in which the text refers to them."""

    def __init__(self, texts: dict[str, str]) -> None:
        self._texts = texts
        self._used: list[str] = []

    def refer(self, paragraph: Paragraph, key: str) -> None:
        """Append to ``paragraph`` the reference mark of the note called ``key``."""
        self._used.append(self._texts[key])
        number = FIRST + len(self._used) - 1
        append(
            paragraph,
            '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
            f'<w:footnoteReference w:id="{number}"/></w:r>',
        )

    def attach(self, document: Document) -> None:
        """Add the footnotes part to the package, if the text referred to any note."""
        if not self._used:
            return
        part = Part(
            PackURI("/word/footnotes.xml"),
            CONTENT_TYPE.WML_FOOTNOTES,
            self._xml().encode("utf-8"),
            document.part.package,
        )
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    def _xml(self) -> str:
        notes = "".join(_note(number, text) for number, text in enumerate(self._used, FIRST))
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f"<w:footnotes {nsdecls('w')}>{_line('separator', -1)}"
            f"{_line('continuationSeparator', 0)}{notes}</w:footnotes>"
        )


def _line(kind: str, number: int) -> str:
    return (
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p>'
        "</w:footnote>"
    )


def _note(number: int, text: str) -> str:
    return (
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:footnote>'
    )
