"""Every section of the four documents has its rules, or the reason why it has none."""

from __future__ import annotations

import pytest
from dhr_checker.checker.coverage import faults, load_coverage

from .packs import BASE, SOURCES, headings

FILES = load_coverage()
HEADINGS = headings()
SECTIONS = {"glos-2019": 56, "cornwall-2023": 95, "stockton-2011": 11, "ho-themes-2013": 9}
"""How many headings each document has, counted in its text (appendices that are listed too)."""
MISSING = ["9.9", "footnote 99", "appendix 18", "section 8"]


@pytest.mark.parametrize(("pack_id", "source"), SOURCES.items())
def test_nothing_is_left_out(pack_id: str, source: str) -> None:
    assert FILES[pack_id].content.document == source
    assert faults(BASE, FILES[pack_id]) == []


@pytest.mark.parametrize(("source", "count"), SECTIONS.items())
def test_the_outline_has_every_heading(source: str, count: int) -> None:
    assert len(HEADINGS[source]) == count
    assert not set(MISSING) & set(HEADINGS[source])


@pytest.mark.parametrize(("pack_id", "source"), SOURCES.items())
def test_entries_stand_in_the_order_of_the_document(pack_id: str, source: str) -> None:
    entries = FILES[pack_id].content.entries
    assert [(one.at, one.about) for one in entries] == [*HEADINGS[source].items()]


@pytest.mark.parametrize("pack_id", SOURCES)
def test_what_is_not_carried_is_little_and_says_why(pack_id: str) -> None:
    """Only a bare heading goes without a note, and no duty hides behind "administrative"."""
    bare = [one for one in FILES[pack_id].content.entries if one.none and not one.note]
    assert {one.none.value for one in bare if one.none} <= {"heading"}
