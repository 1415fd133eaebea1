"""The one place that reaches past python-docx's public interface into the XML below it."""

from __future__ import annotations

from typing import Any, cast

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.styles.style import ParagraphStyle


def element(thing: object) -> Any:
    """Give the XML element behind a paragraph, run, cell, row, style or document."""
    return cast(Any, thing)._element


def append(thing: object, *xml: str) -> None:
    """Append each piece of ``xml`` to the element behind ``thing``.

    The pieces may use the prefix ``w`` without declaring it.
    """
    for piece in xml:
        element(thing).append(parse(piece))


def parse(xml: str) -> Any:
    """Parse one element, whose ``w`` prefix need not be declared."""
    name_ends = min(at for at in (xml.find(mark) for mark in (" ", ">", "/>")) if at > 0)
    if "xmlns:w=" not in xml.split(">", 1)[0]:
        xml = f"{xml[:name_ends]} {nsdecls('w')}{xml[name_ends:]}"
    return parse_xml(xml)


def paragraph_style(document: Document, name: str) -> ParagraphStyle:
    """Give the paragraph style called ``name``."""
    return cast(ParagraphStyle, document.styles[name])
