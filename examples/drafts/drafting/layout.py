"""Lays a report out as a Word document."""

from __future__ import annotations

from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT
from docx.section import Section
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from . import fields, numbering, styles
from .content import Report, Table, action_plan_parts
from .footnotes import Footnotes
from .inline import Inline
from .markup import HEADINGS, Block, typographic
from .numbers import contents, resolve
from .package import to_bytes
from .tables import add_table
from .textbox import add_text_box

STYLE_OF = {
    "heading": "Heading 1",
    "unnumbered": "DHR Heading Unnumbered",
    "appendix": "DHR Heading Appendix",
    "subheading": "Heading 2",
    "paragraph": "DHR Numbered Paragraph",
    "body": "DHR Body",
    "bullet": "DHR Bullet",
    "letter": "DHR Lettered",
    "quote": "Quote",
    "bold": "DHR Body",
    "textbox": "DHR Body",
}


def report_bytes(report: Report) -> bytes:
    """Give the overview report or executive summary as the bytes of a .docx file."""
    document = _start(report, margin=25)
    resolve(report)
    footnotes = Footnotes(report.footnotes)
    inline = Inline(document, footnotes)
    _title_page(document, report)
    fields.add_contents(document, contents(report), report.pages)
    report.blocks[0].starts_page = True
    places = {id(block): place for place, block in enumerate(_listed(report), 1)}
    tables = 0
    for block in report.blocks:
        if block.kind == "table":
            tables += 1
            add_table(document, report.tables[block.text], tables, inline)
        else:
            _paragraph(document, block, inline, places.get(id(block), 0))
    footnotes.attach(document)
    return to_bytes(document, report.running, report.creator, report.last_modified_by)


def action_plan_bytes(report: Report) -> bytes:
    """Give the action plan, one landscape table in the template's columns, as .docx bytes."""
    document = _start(report, margin=20, landscape=True)
    parts = action_plan_parts()
    for style, text in report.title[:6]:
        document.add_paragraph(text, style=style)
    for text in parts["intro"]:
        document.add_paragraph(typographic(text), style="DHR Body")
    _page_break(document)
    add_table(document, _plan_table(report, parts), 1, Inline(document, Footnotes({})))
    return to_bytes(document, report.running, report.creator, report.last_modified_by)


def _plan_table(report: Report, parts: dict[str, list[str]]) -> Table:
    keys = ("scope", "action", "owner", "milestones", "by", "outcome")
    rows: list[list[str]] = []
    for number, one in enumerate(report.recommendations, start=1):
        cells = [typographic(one[key]) for key in keys]
        rows.append([f"{number}. {typographic(one['text'])}", *cells])
    return Table("", [int(width) for width in parts["widths"]], parts["header"], rows)


def _start(report: Report, margin: int, *, landscape: bool = False) -> Document:
    document = docx.Document()
    numbering.apply(document)
    styles.apply(document)
    section = document.sections[0]
    long, short = Mm(297), Mm(210)
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Mm(margin)
    section.top_margin = section.bottom_margin = Mm(25)
    _furniture(section, report, section.page_width - 2 * Mm(margin))
    return document


def _furniture(section: Section, report: Report, width: int) -> None:
    """Put the marking at the head of every page, and title and page number at its foot."""
    section.different_first_page_header_footer = True
    for header in (section.header, section.first_page_header):
        header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
        header.paragraphs[0].add_run(report.marking).bold = True
    foot = section.footer.paragraphs[0]
    stops: Any = foot.paragraph_format.tab_stops
    stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
    foot.add_run(f"{report.running}\tPage ")
    fields.add_field(foot, "PAGE", "2")
    foot.add_run(" of ")
    fields.add_field(foot, "NUMPAGES", "2")


def _title_page(document: Document, report: Report) -> None:
    for style, text in report.title:
        document.add_paragraph(text, style=style)


def _page_break(document: Document) -> None:
    document.add_paragraph(style="DHR Body").add_run().add_break(WD_BREAK.PAGE)


def _listed(report: Report) -> list[Block]:
    return [block for block in report.blocks if block.kind in (*HEADINGS, "subheading")]


def _paragraph(document: Document, block: Block, inline: Inline, place: int) -> Paragraph:
    paragraph = document.add_paragraph(style=STYLE_OF[block.kind])
    if block.kind == "textbox":
        add_text_box(paragraph, block.text)
    elif block.kind == "bold":
        paragraph.add_run(block.text).bold = True
    else:
        inline.write(paragraph, block.text)
    if block.starts_page:
        paragraph.paragraph_format.page_break_before = True
    if place:
        fields.bookmark(paragraph, place)
    return paragraph
