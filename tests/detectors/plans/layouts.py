"""One plan of three actions, laid out in the ways in which real plans are."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

import docx
from docx.enum.section import WD_ORIENT

HEADS = (
    *("Recommendation", "Scope of recommendation i.e. local or regional", "Action to take"),
    *("Lead Agency", "Key milestones achieved in enacting recommendation", "Target Date"),
    "Completion Date and Outcome",
)
Row = tuple[str, str, str, str, str, str, str]
ROWS: tuple[Row, ...] = (
    (
        *("1. Ask every patient alone", "Local", "Change the form of the clinic", "Harbour Trust"),
        *("Form agreed in May 2026", "30 June 2027", "Outcome sought: patients are asked"),
    ),
    (
        *("1. Ask every patient alone", "Local", "Train the staff of the clinic", "Harbour Trust"),
        *("Course bought in June 2026", "30 September 2027", "Outcome sought: staff ask"),
    ),
    (
        *("2. Share what is known", "Regional", "Sign one protocol", "Harbour Constabulary"),
        *("Draft read in June 2026", "31 October 2027", "Outcome sought: one picture of risk"),
    ),
)
Cells = Sequence[Sequence[str]]


def table(document: Any, rows: Cells) -> Any:
    made = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for row in rows:
        for cell, text in zip(made.add_row().cells, row, strict=True):
            cell.text = text
    return made


def plain(document: Any, rows: Cells) -> None:
    table(document, [HEADS, *rows])


def landscape(document: Any, rows: Cells) -> None:
    section = document.sections[-1]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    plain(document, rows)


def head_repeated(document: Any, rows: Cells) -> None:
    table(document, [HEADS, rows[0], HEADS, *rows[1:]])


def a_table_on_each_page(document: Any, rows: Cells) -> None:
    table(document, [HEADS, *rows[:2]])
    document.add_paragraph("")
    table(document, rows[2:])


def title_row(document: Any, rows: Cells) -> None:
    made = table(document, [("Action plan", *[""] * 6), HEADS, *rows])
    made.cell(0, 0).merge(made.cell(0, 6))


def merged_down(document: Any, rows: Cells) -> None:
    made = table(document, [HEADS, rows[0], ("", *rows[1][1:]), *rows[2:]])
    made.cell(1, 0).merge(made.cell(2, 0))


def lead_merged_down(document: Any, rows: Cells) -> None:
    second = (*rows[1][:3], "", *rows[1][4:])
    made = table(document, [HEADS, rows[0], second, *rows[2:]])
    made.cell(1, 3).merge(made.cell(2, 3))


def left_empty(document: Any, rows: Cells) -> None:
    table(document, [HEADS, rows[0], ("", *rows[1][1:]), *rows[2:]])


def number_column(document: Any, rows: Cells) -> None:
    numbers = ("1.1", "1.2", "2.1")
    numbered = [
        (number, row[0].split(". ", 1)[-1], *row[1:])
        for number, row in zip(numbers, rows, strict=True)
    ]
    table(document, [("No.", *HEADS), *numbered])


def set_by_word(document: Any, rows: Cells) -> None:
    """The numbers are Word's own; each action repeats its recommendation's words."""
    made = table(document, [HEADS, rows[0], ("", *rows[1][1:]), *rows[2:]])
    for at in (1, 3):
        paragraph = made.cell(at, 0).paragraphs[0]
        paragraph.text = paragraph.text.split(". ", 1)[-1]
        paragraph.style = document.styles["List Number"]


def recommendation_across(document: Any, rows: Cells) -> None:
    """A row across the table with the recommendation, and below it the rows of its actions."""
    heads = HEADS[1:]
    spread = [heads]
    seen = ""
    lines: list[int] = []
    for row in rows:
        if row[0] != seen:
            seen = row[0]
            lines.append(len(spread))
            spread.append((f"Recommendation {seen}", *[""] * 5))
        spread.append(row[1:])
    made = table(document, spread)
    for at in lines:
        made.cell(at, 0).merge(made.cell(at, 5))


def recommendation_above(document: Any, rows: Cells) -> None:
    """Each recommendation is a heading with a table of its actions below."""
    for number in ("1", "2"):
        own = [row for row in rows if row[0].startswith(number)]
        document.add_heading(f"Recommendation {own[0][0]}", 2)
        table(document, [HEADS[1:], *[row[1:] for row in own]])


def two_heads(document: Any, rows: Cells) -> None:
    """A wide head over two columns, each headed in the row below."""
    top = (*HEADS[:4], "Progress", "", HEADS[6])
    below = ("", "", "", "", "Milestones", "By when", "")
    made = table(document, [top, below, *rows])
    made.cell(0, 4).merge(made.cell(0, 5))
    for column in (0, 1, 2, 3, 6):
        made.cell(0, column).merge(made.cell(1, column))


def labels(document: Any, rows: Cells) -> None:
    """A table of labels and values for each action."""
    for row in rows:
        table(document, [(head, text) for head, text in zip(HEADS, row, strict=True)])
        document.add_paragraph("")


def labels_abreast(document: Any, rows: Cells) -> None:
    """Labels and values two abreast."""
    for row in rows:
        pairs = list(zip(HEADS, row, strict=True))
        wide = [(*pairs[n], *pairs[n + 1]) for n in (0, 2, 4)]
        table(document, [*wide, (*pairs[6], "", "")])
        document.add_paragraph("")


def other_words(document: Any, rows: Cells) -> None:
    heads = (
        *("Recommendation", "Level", "What will be done?", "Owner", "How will we know?"),
        *("By when", "Outcome", "RAG"),
    )
    table(document, [heads, *[(*row, "Amber") for row in rows]])


LAYOUTS: tuple[Callable[[Any, Cells], None], ...] = (
    *(plain, landscape, head_repeated, a_table_on_each_page, title_row, merged_down, left_empty),
    lead_merged_down,
    *(number_column, set_by_word, recommendation_across, recommendation_above, two_heads),
    *(labels, labels_abreast, other_words),
)


def draft(
    layout: Callable[[Any, Cells], None], rows: Cells = ROWS, *, inside: bool = False
) -> bytes:
    """A plan as a file; ``inside``: as the appendix of an overview report."""
    document = docx.Document()
    if inside:
        document.add_paragraph("Harbour Community Safety Partnership: overview report")
        for title in ("Methodology", "Involvement of family", "Dissemination", "Analysis"):
            document.add_heading(title, 1)
            document.add_paragraph(f"What this report has to say on {title.lower()}.")
        document.add_heading("Appendix A: Action plan", 1)
    else:
        document.add_paragraph("Action plan", style="Title")
        document.add_paragraph("This plan shows the position at 30 September 2026. Progress is")
    layout(document, rows)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
