"""Tables of a Word document, built as XML: python-docx takes seconds over a long one.

Every table has the title that a screen reader says, a first row that is repeated on every
page, rows that are not torn apart, and widths that Word keeps to.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .docx_xml import element

_WIDTH = 9638  # twentieths of a point: 17 cm, the text of an A4 page with margins of 2 cm
_BY_HAND = "680"  # twentieths of a point: 1.2 cm
_CELL_STYLE = "Tabletext"
_LINES = ("top", "left", "bottom", "right", "insideH", "insideV")


class Grid:
    """A table that grows row by row.  ``widths`` are shares of the page, one a column.

    ``page``: the width of the text, in twentieths of a point; that of an upright page if left out.
    """

    def __init__(self, title: str, widths: Sequence[int], page: int = _WIDTH) -> None:
        total = sum(widths)
        self.widths = [page * one // total for one in widths]
        self.element = element("w:tbl")
        self.element.append(_properties(title, page))
        columns = element("w:tblGrid")
        for width in self.widths:
            columns.append(element("w:gridCol", w=str(width)))
        self.element.append(columns)

    def row(
        self, *, heading: bool = False, shaded: int = 0, fill: str = "", tall: bool = False
    ) -> list[Any]:
        """Add a row; give its cells' paragraphs.  The first ``shaded`` cells are filled.

        A ``tall`` row leaves room to write by hand.
        """
        row = element("w:tr")
        properties = element("w:trPr")
        properties.append(element("w:cantSplit"))
        if tall:
            properties.append(element("w:trHeight", val=_BY_HAND, hRule="atLeast"))
        if heading:
            properties.append(element("w:tblHeader"))
        row.append(properties)
        self.element.append(row)
        return [
            _cell(row, width, fill if number < shaded else "")
            for number, width in enumerate(self.widths)
        ]


def _properties(title: str, page: int) -> Any:
    made = element("w:tblPr")
    made.append(element("w:tblStyle", val="TableGrid"))
    made.append(element("w:tblW", w=str(page), type="dxa"))
    borders = element("w:tblBorders")
    for side in _LINES:
        borders.append(element(f"w:{side}", val="single", sz="4", space="0", color="6B6B6B"))
    made.append(borders)
    made.append(element("w:tblLayout", type="fixed"))
    made.append(element("w:tblLook", val="04A0", firstRow="1", firstColumn="1"))
    made.append(element("w:tblCaption", val=title))
    return made


def _cell(row: Any, width: int, fill: str) -> Any:
    cell = element("w:tc")
    properties = element("w:tcPr")
    properties.append(element("w:tcW", w=str(width), type="dxa"))
    if fill:
        properties.append(element("w:shd", val="clear", color="auto", fill=fill))
    cell.append(properties)
    paragraph = element("w:p")
    style = element("w:pPr")
    style.append(element("w:pStyle", val=_CELL_STYLE))
    paragraph.append(style)
    cell.append(paragraph)
    row.append(cell)
    return paragraph
