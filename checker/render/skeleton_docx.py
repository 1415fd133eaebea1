"""A blank report in Word: real headings, numbers that keep themselves, guidance as comments.

Every field to fill in stands in square brackets, and every section says what the rules ask of
it in a comment at its heading.  Comments and brackets have to go before the report does, and
``dhr check`` says so.
"""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from ...schemas.documents import DocumentKind
from ..detectors.plan_table import SECTION
from ..new_report import Notes, Plan
from .docx_base import ACROSS, AFTER_TABLE, new_document, running_foot, to_bytes, turn_page
from .docx_numbering import PARAGRAPH, number_sections
from .docx_tables import Grid
from .docx_xml import blank, field

AUTHOR, INITIALS = "dhr", "dhr"
# "[insert" is what the check looks for: nothing that is not yet written can be overlooked.
_TITLE_PAGE = (
    ("Domestic homicide review", ""),
    ("Review held by", "insert name of the partnership"),
    ("Pseudonym of the person who died", "insert pseudonym"),
    ("Month and year of the death", "insert month and year"),
    ("Author", "insert name"),
    ("Completed", "insert date"),
)
_OF_PAPERS: dict[DocumentKind, tuple[tuple[str, str], ...]] = {
    DocumentKind.MANAGEMENT_REVIEW: (
        ("Domestic homicide review", ""),
        ("Agency", "insert name of the agency"),
        ("Author", "insert name and job title"),
        ("Commissioned by", "insert name and post"),
        ("Date completed", "insert date"),
        ("Agreed by", "insert name and post of the senior manager"),
    ),
    DocumentKind.TERMS: (
        ("Domestic homicide review", ""),
        ("Review held by", "insert name of the partnership"),
        ("Pseudonym of the person who died", "insert pseudonym"),
        ("Agreed by the panel on", "insert date"),
    ),
}
"""What stands on the first page of a paper behind the report."""
_SHARES = (22, 11, 24, 14, 20, 11, 18)
"""Widths of the columns of a plan, as shares of the page."""
_ROWS = 3
_HEAD = "E8EDF2"
_STAMP = "2000-01-01T00:00:00Z"
"""The date of every comment: a clock would give other bytes each time."""


def render(plan: Plan) -> bytes:
    """The blank document; a pure function of the plan, byte for byte."""
    return _Skeleton(plan).bytes()


class _Skeleton:
    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.document = new_document(plan.document.headed)
        self.fields = 0
        if plan.columns:
            turn_page(self.document)
        number_sections(self.document)

    def bytes(self) -> bytes:
        running_foot(self.document, "")
        for notes in self.plan.sections:
            if notes.key == "title-page":
                self._title_page(notes)
            elif notes.key == "contents":
                self._contents(notes)
            else:
                self._section(notes)
        for one in self.document.part._comments_part.element.iter(qn("w:comment")):
            one.set(qn("w:date"), _STAMP)
        return to_bytes(self.document)

    def _next(self) -> int:
        self.fields += 1
        return self.fields

    def _title_page(self, notes: Notes) -> None:
        title = self.document.add_paragraph(style="Title")
        run = title.add_run(self.plan.document.headed)
        self._comment(run, self.plan.whole, _may_add(self.plan))
        lines = _OF_PAPERS.get(self.plan.document, _TITLE_PAGE)
        for number, (label, label_of_field) in enumerate(lines):
            line = self.document.add_paragraph()
            run = line.add_run(f"{label}: " if label_of_field else label)
            run.bold = not label_of_field
            if label_of_field:
                line._p.append(blank(label_of_field, self._next()))
            if number == 0:
                self._comment(run, notes)
        self._new_page()

    def _contents(self, notes: Notes) -> None:
        # In the style that is not numbered, so that the list does not list itself.
        heading = self.document.add_paragraph(style="TOC Heading")
        self._comment(heading.add_run("Contents"), notes)
        line = self.document.add_paragraph()
        shown = "Right-click here and choose Update Field."
        for part in field('TOC \\o "1-2" \\h \\z \\u', shown):
            line._p.append(part)
        begin = line._p.find(f"{qn('w:r')}/{qn('w:fldChar')}")
        # Word fills the list in when it opens the file.
        begin.set(qn("w:dirty"), "true")
        self._new_page()

    def _section(self, notes: Notes) -> None:
        heading = self.document.add_paragraph(style="Heading 1")
        self._comment(heading.add_run(notes.title), notes)
        if notes.key == SECTION and self.plan.columns:
            self._table()
            return
        paragraph = self.document.add_paragraph(style=PARAGRAPH)
        paragraph._p.append(blank("insert text", self._next()))

    def _table(self) -> None:
        """The table of an action plan: a head that repeats on every page, and fields."""
        columns = self.plan.columns
        grid = Grid(self.plan.document.headed, _SHARES, ACROSS)
        heads = grid.row(heading=True, shaded=len(columns), fill=_HEAD)
        for _ in range(_ROWS):
            for notes, cell in zip(columns, grid.row(), strict=True):
                cell.append(blank(f"insert {notes.title.lower()}", self._next()))
        body = self.document.element.body
        body.insert(list(body).index(body.sectPr), grid.element)
        for notes, cell in zip(columns, heads, strict=True):
            run = Paragraph(cell, self.document).add_run(notes.title)
            run.bold = True
            self._comment(run, notes)
        self.document.add_paragraph(style=AFTER_TABLE)

    def _new_page(self) -> None:
        self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def _comment(self, run: Any, notes: Notes, more: str = "") -> None:
        """Guidance as a comment on some words; one paragraph a point."""
        lines = _guidance(notes, self.plan.edition, more)
        comment = self.document.add_comment(run, lines[0], AUTHOR, INITIALS)
        for line in lines[1:]:
            comment.add_paragraph(line)


def _may_add(plan: Plan) -> str:
    return f"Sections that you may add: {'; '.join(plan.optional)}." if plan.optional else ""


def _guidance(notes: Notes, edition: str, more: str) -> list[str]:
    lines = [f"{notes.title}. What is asked under: {edition}."]
    lines += notes.points or ("No more than that it is there.",)
    if notes.sources:
        lines.append(f"Source: {'; '.join(notes.sources)}.")
    lines += [more] * bool(more)
    lines.append("Delete this comment when the section is written.")
    return lines
