"""Tables: a caption with a number field, a header row that repeats, fixed column widths."""

from __future__ import annotations

from docx.document import Document
from docx.shared import Mm
from docx.table import Table as WordTable

from .content import Table
from .fields import add_field
from .inline import Inline
from .wordxml import element, parse

SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="DDE3EE"/>'


def add_table(document: Document, table: Table, number: int, inline: Inline) -> WordTable:
    """Add ``table`` with the caption "Table <number>: ..."; no caption if it has none."""
    if table.caption:
        caption = document.add_paragraph("Table ", style="Caption")
        add_field(caption, "SEQ Table \\* ARABIC", str(number))
        caption.add_run(f": {table.caption}")
    made = document.add_table(rows=0, cols=len(table.widths), style="Table Grid")
    made.autofit = False
    for column, width in zip(made.columns, table.widths, strict=True):
        column.width = Mm(width)
    _add_row(made, table.header, table.widths, inline, head=True)
    for row in table.rows:
        _add_row(made, row, table.widths, inline, head=False)
    document.add_paragraph(style="DHR Body")
    return made


def _add_row(
    made: WordTable, cells: list[str], widths: list[int], inline: Inline, *, head: bool
) -> None:
    row = made.add_row()
    _keep_whole(row, head)
    for cell, text, width in zip(row.cells, cells, widths, strict=True):
        cell.width = Mm(width)
        cell.paragraphs[0].style = "DHR Table Head" if head else "DHR Table Text"
        inline.write(cell.paragraphs[0], text)
        if head:
            element(cell).get_or_add_tcPr().append(parse(SHADE))


def _keep_whole(row: object, head: bool) -> None:
    """No row breaks across pages, and the header row returns at the top of each."""
    properties = element(row).get_or_add_trPr()
    properties.append(parse("<w:cantSplit/>"))
    if head:
        properties.append(parse("<w:tblHeader/>"))
