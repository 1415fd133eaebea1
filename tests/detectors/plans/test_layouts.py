"""The same plan is read alike however it is laid out, and a fault in it is named alike."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from dhr_checker import check
from dhr_checker.checker.detectors.base import Look
from dhr_checker.checker.detectors.plan_reading import plan_of
from dhr_checker.checker.detectors.plan_table import COLUMNS, Column
from dhr_checker.checker.document.reader import read_document
from dhr_checker.schemas.documents import DocumentKind

from .layouts import LAYOUTS, ROWS, Cells, draft

Layout = Callable[[Any, Cells], None]
DAY = date(2026, 10, 31)
every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda f: f.__name__)


@every_layout
def test_every_layout_gives_the_same_rows(layout: Layout) -> None:
    plan = plan_of(Look(read_document(draft(layout)), kind=DocumentKind.PLAN))
    assert [row.number for row in plan.rows] == ["1", "1", "2"]
    for at, column in enumerate(COLUMNS):
        if column == "recommendation":
            continue
        said = [row.cells[column].raw for row in plan.rows]
        assert said == [row[at] for row in ROWS], column
    for row, own in zip(plan.rows, ROWS, strict=True):
        assert own[0].split(". ")[1] in row.cells["recommendation"].raw


@every_layout
def test_a_sound_plan_fails_in_no_layout(layout: Layout) -> None:
    report = check(draft(layout), as_of=DAY, engine="plain")
    assert report.document.kind == "action-plan"
    found = {f.rule: str(f.outcome) for f in report.findings if f.rule.startswith("AP16")}
    assert "fail" not in found.values()
    asked = {rule for rule, outcome in found.items() if outcome == "review"}
    assert asked <= {"AP16-SMART", "AP16-AGREED", "AP16-MONITORED"}
    assert found["AP16-COLUMNS"] == "pass"


EMPTY: dict[Column, str] = {
    "scope": "AP16-SCOPE",
    "action": "AP16-ACTION",
    "lead": "AP16-LEAD",
    "target": "AP16-TARGET",
    "outcome": "AP16-OUTCOME",
}


@every_layout
@pytest.mark.parametrize("column", EMPTY)
def test_an_empty_cell_fails_and_is_named(layout: Layout, column: Column) -> None:
    at = list(COLUMNS).index(column)
    last = (*ROWS[2][:at], "", *ROWS[2][at + 1 :])
    report = check(draft(layout, [*ROWS[:2], last]), as_of=DAY, engine="plain")
    (found,) = [f for f in report.findings if f.rule == EMPTY[column]]
    assert str(found.outcome) == "fail"
    (place,) = found.places
    assert place.note == f"recommendation 2, {COLUMNS[column]}: the cell is empty"
    others = {f.rule for f in report.findings if str(f.outcome) == "fail"} - {found.rule}
    assert not {rule for rule in others if rule.startswith("AP16")}


@every_layout
@pytest.mark.parametrize(
    ("target", "rule", "outcome"),
    [
        # The plan says that it shows the position at 30 September 2026; it is checked on
        # 31 October.
        ("31 March 2026", "AP16-TARGET-AFTER-REPORT", "fail"),
        ("15 October 2026", "AP16-TARGET-AHEAD", "review"),
    ],
)
def test_a_date_that_has_passed_is_named(
    layout: Layout, target: str, rule: str, outcome: str
) -> None:
    late = (*ROWS[0][:5], target, "Not yet completed")
    report = check(draft(layout, [late, *ROWS[1:]]), as_of=DAY, engine="plain")
    by_rule = {f.rule: f for f in report.findings}
    assert str(by_rule[rule].outcome) == outcome
    (place,) = by_rule[rule].places
    assert place.note.startswith("recommendation 1, target date: ")
    assert place.excerpt == target
    rules = {"AP16-TARGET-AFTER-REPORT", "AP16-TARGET-AHEAD"}
    (other,) = rules - {rule}
    assert str(by_rule[other].outcome) == "pass", "one date is not told twice"
