"""The parts of WordprocessingML that python-docx has no call for.

Fields to fill in are content controls, so that a click takes the whole of the placeholder;
boxes to tick are Word's own check boxes.
"""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def element(tag: str, **attributes: str) -> Any:
    """An element such as ``w:jc``, with attributes in the ``w`` namespace."""
    made: Any = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def run(text: str, *, style: str = "", bold: bool = False) -> Any:
    """A run of text."""
    made = element("w:r")
    if style or bold:
        properties = element("w:rPr")
        if style:
            properties.append(element("w:rStyle", val=style))
        if bold:
            properties.append(element("w:b"))
        made.append(properties)
    words = element("w:t")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    made.append(words)
    return made


def tab() -> Any:
    """A run that goes on at the next stop, such as the hanging indent of a list."""
    made = element("w:r")
    made.append(element("w:tab"))
    return made


def blank(label: str, number: int) -> Any:
    """A content control that shows ``[label]`` until something is typed into it."""
    control = element("w:sdt")
    properties = element("w:sdtPr")
    properties.append(element("w:alias", val=label[:64]))
    properties.append(element("w:id", val=str(number)))
    properties.append(element("w:showingPlcHdr"))
    properties.append(element("w:text"))
    content = element("w:sdtContent")
    words = run(f"[{label}]", style="PlaceholderText")
    # Said of the run as well: not every reader of Word files takes it from the style.
    words[0].append(element("w:shd", val="clear", color="auto", fill="FFF6CC"))
    content.append(words)
    control.append(properties)
    control.append(content)
    return control


def tick_box(label: str, number: int) -> Any:
    """A check box that can be ticked in Word."""
    control = element("w:sdt")
    properties = element("w:sdtPr")
    properties.append(element("w:alias", val=label[:64]))
    properties.append(element("w:id", val=str(number)))
    properties.append(_check_box())
    content = element("w:sdtContent")
    mark = run("\u2610")
    fonts = element(
        "w:rFonts", ascii="MS Gothic", eastAsia="MS Gothic", hAnsi="MS Gothic", hint="eastAsia"
    )
    look = element("w:rPr")
    look.append(fonts)
    mark.insert(0, look)
    content.append(mark)
    control.append(properties)
    control.append(content)
    return control


def _check_box() -> Any:
    box = element("w14:checkbox")
    for name, value in (("checked", "0"), ("checkedState", "2612"), ("uncheckedState", "2610")):
        part = element(f"w14:{name}")
        part.set(f"{_W14}val", value)
        if name != "checked":
            part.set(f"{_W14}font", "MS Gothic")
        box.append(part)
    return box


def field(instruction: str, shown: str = "1") -> list[Any]:
    """A field that Word works out, such as ``PAGE``, as its runs; ``shown`` until it has."""
    made: list[Any] = []
    for kind in ("begin", "", "separate", "shown", "end"):
        part = run(shown) if kind == "shown" else element("w:r")
        if kind in ("begin", "separate", "end"):
            part.append(element("w:fldChar", fldCharType=kind))
        elif not kind:
            code = element("w:instrText")
            code.text = f" {instruction} "
            code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            part.append(code)
        made.append(part)
    return made


def pointer(text: str, anchor: str) -> Any:
    """A link to a named place in the same document."""
    link = element("w:hyperlink", anchor=anchor, history="1")
    link.append(run(text))
    return link


def name_place(paragraph: Any, anchor: str, number: int) -> None:
    """Name a paragraph (its element), so that pointers can lead to it."""
    paragraph.append(element("w:bookmarkStart", id=str(number), name=anchor))
    paragraph.append(element("w:bookmarkEnd", id=str(number)))


def border(paragraph: Any, *sides: str, size: int = 8, colour: str = "14304F") -> None:
    """Draw lines beside a paragraph; ``size`` in eighths of a point."""
    borders = element("w:pBdr")
    for side in sides:
        borders.append(element(f"w:{side}", val="single", sz=str(size), space="6", color=colour))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap",
        "w:overflowPunct", "w:topLinePunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi",
        "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing",
        "w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment",
        "w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr",
        "w:pPrChange",
    )  # fmt: skip
