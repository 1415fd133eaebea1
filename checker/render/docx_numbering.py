"""Automatic numbering in a Word document: headings 1, 2, 3 and paragraphs 1.1, 1.2, 1.3.

Authors cite paragraphs by number, and so do the Panel's letters.  Numbers belong to styles,
so that a paragraph put in later renumbers the rest by itself.
"""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from .docx_xml import element

PARAGRAPH, POINT = "Numbered paragraph", "Numbered point"
_LEVELS = (
    ("Heading1", "decimal", "%1.", 1.0, 1.0),
    ("Numberedparagraph", "decimal", "%1.%2", 1.2, 1.2),
    ("Numberedpoint", "lowerLetter", "(%3)", 2.2, 1.0),
)
"""Style, kind of number, how it is printed, indent and hanging indent in centimetres."""


def number_sections(document: Any) -> None:
    """Number the first heading style and two paragraph styles, which are added."""
    styles = document.styles
    for name in (PARAGRAPH, POINT):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.paragraph_format.space_after = Pt(8)
    root = document.part.numbering_part.element
    number = str(1 + max(int(one.get(qn("w:numId"))) for one in root.findall(qn("w:num"))))
    known = [int(one.get(qn("w:abstractNumId"))) for one in root.findall(qn("w:abstractNum"))]
    abstract = str(1 + max(known))
    # Word wants all definitions before the first number that uses one.
    root.find(qn("w:num")).addprevious(_definition(abstract))
    made = element("w:num", numId=number)
    made.append(element("w:abstractNumId", val=abstract))
    root.append(made)
    # The heading of the list of contents is based on the first heading, and takes no number.
    _number(styles["TOC Heading"], "0", 0)
    for level, (style_id, *_) in enumerate(_LEVELS):
        style = next(one for one in styles if one.style_id == style_id)
        _number(style, number, level)


def begin_again(document: Any, style: str) -> str:
    """A new count from 1 for a list in a numbered style; give its id.

    Without one, Word goes on counting where the last list in the style left off.
    """
    root = document.part.numbering_part.element
    kept = document.styles[style].element.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
    like = next(
        one for one in root.findall(qn("w:num")) if one.get(qn("w:numId")) == kept.get(qn("w:val"))
    )
    number = str(1 + max(int(one.get(qn("w:numId"))) for one in root.findall(qn("w:num"))))
    made = element("w:num", numId=number)
    abstract = like.find(qn("w:abstractNumId")).get(qn("w:val"))
    made.append(element("w:abstractNumId", val=abstract))
    start = element("w:lvlOverride", ilvl="0")
    start.append(element("w:startOverride", val="1"))
    made.append(start)
    root.append(made)
    return number


def count_in(paragraph: Any, number: str) -> None:
    """Let a paragraph count in a list of its own."""
    numbered = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    numbered.append(element("w:ilvl", val="0"))
    numbered.append(element("w:numId", val=number))


def _definition(abstract: str) -> Any:
    made = element("w:abstractNum", abstractNumId=abstract)
    made.append(element("w:multiLevelType", val="multilevel"))
    for level, (style, kind, text, left, hanging) in enumerate(_LEVELS):
        one = element("w:lvl", ilvl=str(level))
        one.append(element("w:start", val="1"))
        one.append(element("w:numFmt", val=kind))
        one.append(element("w:pStyle", val=style))
        one.append(element("w:lvlText", val=text))
        one.append(element("w:lvlJc", val="left"))
        properties = element("w:pPr")
        places = {"left": str(Cm(left).twips), "hanging": str(Cm(hanging).twips)}
        properties.append(element("w:ind", **places))
        one.append(properties)
        made.append(one)
    return made


def _number(style: Any, number: str, level: int) -> None:
    properties = style.element.get_or_add_pPr()
    numbered = properties.get_or_add_numPr()
    for tag, value in (("w:ilvl", str(level)), ("w:numId", number)):
        numbered.append(element(tag, val=value))
