"""Chronologies as tables: cut in two, merged, the newest first, with dates left out."""

from __future__ import annotations

from datetime import date

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .forms import careful_chronology, careless_chronology, saved, table
from .support import FAIL, REVIEW, asked_by_program, held, of


@pytest.mark.parametrize(("edition", "pack"), [("2011", "CH11"), ("2016", "CH16")])
def test_a_careful_chronology_is_read_across_cut_tables_and_merged_cells(
    edition: str, pack: str
) -> None:
    report = held(careful_chronology(), edition)
    assert report.document.kind == "chronology"
    assert not of(report, FAIL)
    assert not asked_by_program(report)
    entries = next(f for f in report.findings if f.rule == f"{pack}-ENTRIES")
    assert entries.why == "7 entries in a table."  # five, and two that share a date


@pytest.mark.parametrize(("edition", "pack"), [("2011", "CH11"), ("2016", "CH16")])
def test_a_careless_chronology_is_told_what_is_wrong(edition: str, pack: str) -> None:
    report = held(careless_chronology(), edition)
    assert of(report, FAIL) == {f"{pack}-DATED", f"{pack}-ORDER"}
    assert {f"{pack}-PERIOD", f"{pack}-SOURCE", f"{pack}-AGENCY"} <= of(report, REVIEW)
    order = next(f for f in report.findings if f.rule == f"{pack}-ORDER")
    assert order.why == "The newest entries stand first."


@settings(max_examples=25, deadline=None)
@given(st.lists(st.dates(date(2015, 1, 1), date(2025, 1, 1)), min_size=2, max_size=6))
def test_order_is_that_of_the_calendar(days: list[date]) -> None:
    d = docx.Document()
    d.add_paragraph("Chronology", style="Title")
    table(d, [("Date", "Event"), *((f"{x.day}/{x.month}/{x.year}", "Seen.") for x in days)])
    report = held(saved(d), "2016")
    assert ("CH16-ORDER" in of(report, FAIL)) == (days != sorted(days))
