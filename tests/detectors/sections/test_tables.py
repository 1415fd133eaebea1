"""Tables and lists that a section has to hold."""

from __future__ import annotations

from dhr_checker.schemas.common import Answer

from .support import ask

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
PANEL = {
    "section": "panel",
    "columns": {"the name": ["name"], "the role": ["role", "title"], "the agency": ["agency"]},
}
OWNER = {"section": "recommendations", "column": ["owner", "lead agency"]}


def test_a_table_with_every_column() -> None:
    text = "# Panel\n| Name | Job title | Agency |\n| A | B | C |\n| D | E | F |"
    assert ask("table-or-list", text, **PANEL).answer is YES


def test_a_table_that_lacks_a_column_is_for_a_person() -> None:
    text = "# Panel\n| Name | Agency |\n| A | B |\n| C | D |"
    seen = ask("table-or-list", text, **PANEL)
    assert seen.answer is OPEN
    assert seen.note.endswith("the role")


def test_a_list_that_says_as_much() -> None:
    text = "# Panel\n- A. One, Superintendent, Police\n- B. Two, Manager, Council"
    assert ask("table-or-list", text, **PANEL).answer is YES
    short = "# Panel\n- A. One\n- B. Two"
    assert ask("table-or-list", short, **PANEL).answer is OPEN


def test_prose_is_no_list() -> None:
    text = "# Panel\nThe panel met, talked, and agreed; it had, in all, nine members."
    assert ask("table-or-list", text, **PANEL).answer is NO


def test_members_told_in_running_text_are_for_a_person() -> None:
    told = "A. One, superintendent of police; B. Two, manager at the council; and C. Three, nurse."
    seen = ask("table-or-list", f"# Panel\nThe members were {told}", **PANEL)
    assert seen.answer is OPEN
    assert seen.note == "it seems to be listed in running text"


def test_a_list_numbered_by_hand_is_a_list() -> None:
    text = "# Panel\n1. A. One, Superintendent, Police\n2. B. Two, Manager, Council"
    assert ask("table-or-list", text, **PANEL).answer is YES


def test_an_empty_cell_is_found_and_its_row_shown() -> None:
    head = "# Recommendations\n| No. | Recommendation | Owner |\n| 1 | Train. | Council |\n"
    assert ask("column-filled", head, **OWNER).answer is YES
    seen = ask("column-filled", head + "| 2 | See alone. | |", **OWNER)
    assert seen.answer is NO
    assert seen.hits[0].excerpt == "2 | See alone."


def test_a_dash_is_as_good_as_nothing_and_a_heading_row_is_no_row() -> None:
    head = "# Recommendations\n| No. | Recommendation | Owner |\n"
    assert ask("column-filled", head + "| 1 | Train. | - |", **OWNER).answer is NO
    assert ask("column-filled", head + "| National |\n| 1 | Train. | X |", **OWNER).answer is YES


def test_no_such_column() -> None:
    text = "# Recommendations\n- Train all staff."
    assert ask("column-filled", text, **OWNER).answer is OPEN
    assert ask("column-filled", text, **OWNER, without="yes").answer is YES
    assert ask("column-there", text, **OWNER).answer is NO


def test_a_cell_merged_with_the_one_above_is_not_empty() -> None:
    from dataclasses import replace

    from dhr_checker.checker.detectors.base import observe
    from dhr_checker.checker.document.content import Cell, Row, Table

    from .support import look

    text = (
        "# Recommendations\n| No. | Recommendation | Owner |\n"
        "| 1 | Train. | Council |\n| 2 | See alone. | |"
    )
    plain = look(text)
    (table,) = plain.document.tables
    last = table.rows[2].cells
    merged = Cell(last[2].paragraphs, (), last[2].column, last[2].span, continues=True)
    rows = (*table.rows[:2], Row((*last[:2], merged), is_header=False, deleted=False))
    joined = Table(0, rows, table.header, table.place, "", table.columns, None, "", "")
    plain.document = replace(plain.document, tables=(joined,))
    assert observe(plain, "column-filled", OWNER).answer is YES
