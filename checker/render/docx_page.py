"""A sheet as a Word document, with real headings, captions, tables, fields and tick boxes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from docx.shared import Cm

from ..own_outputs import MARK
from .docx_base import AFTER_TABLE, new_document, running_foot, running_head, to_bytes
from .docx_numbering import begin_again, count_in
from .docx_tables import Grid
from .docx_xml import (
    blank,
    border,
    name_place,
    pointer,
    run,
    tab,
    tick_box,
)
from .sheet import (
    Blank,
    Block,
    Box,
    Bullets,
    Folded,
    Heading,
    NewPage,
    Pairs,
    Para,
    Ref,
    Sheet,
    Space,
    Strong,
    Table,
    Ticks,
    Words,
    pieces,
    plain,
)


def document(sheet: Sheet) -> bytes:
    """The whole document; a pure function of the sheet, byte for byte."""
    made = new_document(f"{sheet.title}: {sheet.reference}", category=MARK)
    running_head(made, " - ".join(x for x in (sheet.marking, sheet.reference) if x), strong=True)
    running_foot(made, "")
    writer = Writer(made)
    made.add_paragraph(f"{sheet.title}: {sheet.reference}", style="Title")
    if sheet.subtitle:
        made.add_paragraph(sheet.subtitle, style="Small print")
    writer.write(sheet.blocks)
    if sheet.foot:
        made.add_paragraph(sheet.foot, style="Small print")
    return to_bytes(made)


class Writer:
    """Writes blocks to the end of a document; numbers its fields and tick boxes."""

    def __init__(self, target: Any) -> None:
        self.target = target
        self.fields = 0
        self.begins_page = False
        self.lead_in: Any = None
        """The paragraph just written, which stays on one page with the table that it leads to."""

    def write(self, blocks: Iterable[Block]) -> None:
        """Write blocks in their order."""
        makers: dict[type[Any], Callable[[Any], None]] = {
            Heading: self._heading,
            Para: self._para,
            Bullets: self._bullets,
            Ticks: self._ticks,
            Table: self._table,
            Pairs: self._pairs,
            Box: self._box,
            Space: self._space,
            Folded: self._folded,
            NewPage: self._new_page,
        }
        before: Block | None = None
        for block in blocks:
            if isinstance(block, Box) and isinstance(before, Box):
                self.target.add_paragraph(style=AFTER_TABLE)  # else Word draws them as one
            before = block
            if self.lead_in is not None:
                leads = isinstance(block, Table | Pairs | Bullets | Ticks)
                self.lead_in.paragraph_format.keep_with_next = leads or None
                self.lead_in = None
            makers[type(block)](block)

    def words(self, paragraph: Any, text: Words) -> None:
        """Add running text to a paragraph."""
        self.inline(paragraph._p, text)

    def inline(self, paragraph: Any, text: Words, *, bold: bool = False) -> None:
        """Add running text to a paragraph's element."""
        for one in pieces(text):
            if isinstance(one, Blank):
                paragraph.append(blank(one.label, self._next()))
            elif isinstance(one, Strong):
                paragraph.append(run(one.text, bold=True))
            elif isinstance(one, Ref):
                # Word takes no hyphen in the name of a place.
                paragraph.append(pointer(plain((one,)), one.anchor.replace("-", "_")))
            else:
                paragraph.append(run(one, bold=bold))

    def _next(self) -> int:
        self.fields += 1
        return self.fields

    def _heading(self, heading: Heading) -> None:
        made = self.target.add_paragraph(heading.text, style=f"Heading {heading.level - 1}")
        self._begin_page(made)

    def _begin_page(self, paragraph: Any) -> None:
        if self.begins_page:
            paragraph.paragraph_format.page_break_before = True
            self.begins_page = False

    def _para(self, para: Para) -> None:
        style = "Small print" if para.small else None
        self.lead_in = self.target.add_paragraph(style=style)
        self._begin_page(self.lead_in)
        self.words(self.lead_in, para.words)

    def _bullets(self, bullets: Bullets) -> None:
        style = "List Number" if bullets.numbered else "List Bullet"
        count = begin_again(self.target, style) if bullets.numbered else ""
        for one in bullets.items:
            paragraph = self.target.add_paragraph(style=style)
            if count:
                count_in(paragraph, count)
            self.words(paragraph, one)

    def _ticks(self, ticks: Ticks) -> None:
        for one in ticks.items:
            paragraph = self.target.add_paragraph()
            paragraph.paragraph_format.left_indent = Cm(0.8)
            paragraph.paragraph_format.first_line_indent = Cm(-0.8)
            paragraph._p.append(tick_box(plain(one), self._next()))
            paragraph._p.append(tab())
            self.words(paragraph, one)

    def _table(self, table: Table) -> None:
        grid = self._grid(table.caption, table.widths, table.named)
        self._fill(grid.row(heading=True, shaded=len(table.head), fill="E3EAF2"), table.head, True)
        names = table.anchors or ("",) * len(table.rows)
        for name, row in zip(names, table.rows, strict=True):
            cells = grid.row(tall=table.tall)
            self._fill(cells, row, False)
            if name:
                name_place(cells[0], name.replace("-", "_"), self._next())

    def _pairs(self, pairs: Pairs) -> None:
        grid = self._grid(pairs.caption, (30, 70))
        for term, said in pairs.rows:
            first, second = grid.row(shaded=1, fill="F3F5F8")
            self.inline(first, term, bold=True)
            self.inline(second, said)

    def _grid(self, caption: str, widths: tuple[int, ...], named: str = "") -> Grid:
        """An empty table under its caption, with the paragraph that keeps two tables apart."""
        if caption:
            self.target.add_paragraph(caption, style="Caption")
        after = self.target.add_paragraph(style=AFTER_TABLE)
        grid = Grid(named or caption, widths)
        after._p.addprevious(grid.element)
        return grid

    def _fill(self, cells: list[Any], texts: tuple[Words, ...], bold: bool) -> None:
        for cell, text in zip(cells, texts, strict=True):
            self.inline(cell, text, bold=bold)

    def _box(self, box: Box) -> None:
        style = f"Box {box.weight}"
        lines: list[Words] = [(Strong(box.title),), *box.words]
        for number, one in enumerate(lines, 1):
            paragraph = self.target.add_paragraph(style=style)
            paragraph.paragraph_format.keep_with_next = number < len(lines)
            self.words(paragraph, one)

    def _space(self, space: Space) -> None:
        label = self.target.add_paragraph()
        label.paragraph_format.keep_with_next = True
        self.words(label, (Strong(space.label),))
        first = self.target.add_paragraph()
        self.words(first, (Blank("write here"),))
        border(first, "bottom", size=4, colour="6B6B6B")
        for _ in range(space.lines - 1):
            border(self.target.add_paragraph(), "bottom", "between", size=4, colour="6B6B6B")

    def _folded(self, folded: Folded) -> None:
        # A heading, which Word's reader can fold; left open, or paper would lose what is under it.
        self._heading(Heading(folded.title, 3))
        self.write(folded.blocks)

    def _new_page(self, _: NewPage) -> None:
        # A break of its own would leave an empty page where the last page is just full.
        self.begins_page = True
