"""The styles of the drafts: real heading styles, with the numbering in the styles."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import BaseStyle, ParagraphStyle

from .wordxml import append, element, paragraph_style, parse

FONT = "Arial"
INK = RGBColor(0x1F, 0x2A, 0x44)
KEPT = {
    "Normal", "Header", "Footer", "Heading 1", "Heading 2", "Title", "Subtitle", "Caption",
    "Quote", "Table Grid", "Normal Table", "Default Paragraph Font", "No List",
}  # fmt: skip
# name: (size in points, bold, points before, points after)
BASE_STYLES: dict[str, tuple[float, bool, float, float]] = {
    "Normal": (11, False, 0, 6),
    "Heading 1": (16, True, 18, 8),
    "Heading 2": (12.5, True, 12, 5),
    "Title": (30, True, 24, 6),
    "Subtitle": (18, False, 0, 6),
    "Caption": (9.5, True, 8, 4),
    "Quote": (11, False, 0, 8),
    "Header": (9, False, 0, 0),
    "Footer": (9, False, 0, 0),
}
# name: (based on, size in points, bold, points before, points after)
PARAGRAPH_STYLES: dict[str, tuple[str, float, bool, float, float]] = {
    "DHR Heading Unnumbered": ("Heading 1", 16, True, 18, 8),
    "DHR Heading Appendix": ("Heading 1", 16, True, 18, 8),
    "TOC Heading": ("Heading 1", 16, True, 0, 10),
    "toc 1": ("Normal", 11, False, 3, 3),
    "toc 2": ("Normal", 10, False, 0, 2),
    "DHR Numbered Paragraph": ("Normal", 11, False, 0, 8),
    "DHR Body": ("Normal", 11, False, 0, 8),
    "DHR Bullet": ("Normal", 11, False, 0, 4),
    "DHR Lettered": ("Normal", 11, False, 0, 5),
    "DHR Table Head": ("Normal", 9, True, 2, 2),
    "DHR Table Text": ("Normal", 9, False, 2, 2),
    "DHR Title Name": ("Normal", 24, True, 60, 6),
    "DHR Title Line": ("Normal", 13, False, 0, 6),
    "DHR Title Small": ("Normal", 12, False, 60, 24),
    "footnote text": ("Normal", 9, False, 0, 2),
    "annotation text": ("Normal", 10, False, 0, 0),
}
_STYLES_WITH_DETAILS = (
    "DHR Title Small", "Quote", "toc 2", "TOC Heading", "Heading 1", "Heading 2", "Caption",
    "DHR Table Head",
)  # fmt: skip
# Word knows its own styles by name in lower case and finds them by these ids.
BUILT_IN = {
    "toc 1": "TOC1",
    "toc 2": "TOC2",
    "TOC Heading": "TOCHeading",
    "footnote text": "FootnoteText",
    "footnote reference": "FootnoteReference",
    "annotation text": "CommentText",
    "annotation reference": "CommentReference",
}
# The styles that carry numbering: style, list, level (from 0).  List 0 takes numbering away.
NUMBERED = {
    "Heading 1": (1, 0),
    "DHR Numbered Paragraph": (1, 1),
    "DHR Lettered": (1, 2),
    "DHR Bullet": (2, 0),
    "DHR Heading Appendix": (3, 0),
    "DHR Heading Unnumbered": (0, 0),
    "TOC Heading": (0, 0),
}


def apply(document: Document) -> None:
    """Give ``document`` the styles of a report, and drop those that it does not use."""
    _prune(document)
    _base(document)
    for name, (base, size, bold, before, after) in PARAGRAPH_STYLES.items():
        _add(document, name, WD_STYLE_TYPE.PARAGRAPH)
        style = paragraph_style(document, name)
        style.base_style = paragraph_style(document, base)
        _shape(style, size, bold, before, after)
    for name, (list_id, level) in NUMBERED.items():
        _number(paragraph_style(document, name), list_id, level)
    _details(document)


def _prune(document: Document) -> None:
    for style in list(document.styles):
        if style.name not in KEPT:
            style.delete()
    for link in list(element(document.styles).iter(qn("w:link"))):
        link.getparent().remove(link)


def _add(document: Document, name: str, kind: WD_STYLE_TYPE) -> BaseStyle:
    styles: Any = document.styles
    style: BaseStyle = styles.add_style(name, kind, builtin=name in BUILT_IN)
    element(style).styleId = BUILT_IN.get(name, style.style_id)
    return style


def _base(document: Document) -> None:
    for name, (size, bold, before, after) in BASE_STYLES.items():
        _shape(paragraph_style(document, name), size, bold, before, after)
    paragraph_style(document, "Normal").paragraph_format.line_spacing = 1.1


def _shape(style: ParagraphStyle, size: float, bold: bool, before: float, after: float) -> None:
    """Set font, size and spacing outright, so that nothing depends on the theme."""
    root = element(style)
    for inherited in root.xpath("w:rPr | w:pPr/w:pBdr | w:pPr/w:contextualSpacing"):
        inherited.getparent().remove(inherited)
    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
    root.rPr.rFonts.set(qn("w:cs"), FONT)
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    if str(style.name).startswith(("Heading", "Title", "Subtitle", "DHR Heading", "TOC Heading")):
        style.font.color.rgb = INK


def _number(style: ParagraphStyle, list_id: int, level: int) -> None:
    num_pr = element(style).get_or_add_pPr().get_or_add_numPr()
    if level:
        num_pr.get_or_add_ilvl().val = level
    num_pr.get_or_add_numId().val = list_id


def _details(document: Document) -> None:
    formats = {one: paragraph_style(document, one).paragraph_format for one in _STYLES_WITH_DETAILS}
    formats["DHR Title Small"].alignment = WD_ALIGN_PARAGRAPH.LEFT
    formats["Quote"].left_indent = formats["Quote"].right_indent = Mm(10)
    formats["toc 2"].left_indent = Mm(12)
    formats["TOC Heading"].page_break_before = True
    paragraph_style(document, "Quote").font.italic = True
    for name in ("Heading 1", "Heading 2", "Caption", "DHR Table Head"):
        formats[name].keep_with_next = True
    # Word keeps a contents heading out of the contents by giving it the level of body text.
    contents = element(paragraph_style(document, "TOC Heading"))
    contents.get_or_add_pPr().append(parse('<w:outlineLvl w:val="9"/>'))
    _character_style(document, "footnote reference", '<w:vertAlign w:val="superscript"/>')
    _character_style(document, "annotation reference", '<w:sz w:val="16"/>')
    root = element(document.styles)
    # The template's footer has tab stops of its own, in the middle of our line.
    for tabs in root.xpath("w:style[w:name/@w:val='footer']/w:pPr/w:tabs"):
        tabs.getparent().remove(tabs)
    for language in root.find(qn("w:docDefaults")).iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")


def _character_style(document: Document, name: str, properties: str) -> None:
    style = _add(document, name, WD_STYLE_TYPE.CHARACTER)
    append(style, f"<w:rPr>{properties}</w:rPr>")
