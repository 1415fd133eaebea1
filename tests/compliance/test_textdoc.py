"""The markup of examples becomes the document that a Word file would become."""

from __future__ import annotations

import pytest
from dhr_checker.checker.document.content import HeadingSource, RevisionKind
from dhr_checker.checker.document.place import Story
from dhr_checker.checker.textdoc import text_document

DRAFT = """
Harbour Community Safety Partnership
@toc Timescales 2
# 1 Timescales
This review began on 1 March 2023.
@footnote As minuted.
!# Methodology
a) First
b) Second
After the list.
| Name | Agency |
| A. Person | Police |
Last words.
@comment Jo Bloggs: is this right?
@inserted Jo Bloggs: not
@deleted Jo Bloggs: never
@header OFFICIAL
@property core.creator: Jo Bloggs
@hidden unseen
"""


def test_headings_and_places() -> None:
    document = text_document(DRAFT)
    outline = document.outline()
    assert [p.title for p in outline] == ["Timescales", "Methodology"]
    assert [p.heading.source for p in outline if p.heading] == [
        HeadingSource.NAME,
        HeadingSource.IMITATION,
    ]
    began = next(p for p in document.paragraphs if p.text.startswith("This review"))
    assert began.place.heading_path == ("1 Timescales",)
    after = next(p for p in document.paragraphs if p.text.startswith("After"))
    assert after.place.after == "b)"
    assert document.outline(imitations=False) == outline[:1]


def test_tables_keep_rows_and_cells() -> None:
    document = text_document(DRAFT)
    (table,) = document.tables
    assert table.header == ("Name", "Agency")
    assert document.rows_text(table)[1] == ("A. Person", "Police")
    cell = document.paragraphs[table.rows[1].cells[0].paragraphs[0]]
    assert cell.in_table == (0, 1, 0)


def test_other_parts_of_the_file() -> None:
    document = text_document(DRAFT)
    stories = {p.story for p in document.paragraphs}
    assert {Story.HEADER, Story.FOOTNOTE, Story.COMMENT} <= stories
    assert document.comments[0].author == "Jo Bloggs"
    assert [r.kind for r in document.revisions] == [RevisionKind.INSERT, RevisionKind.DELETE]
    assert {p.text for p in document.pieces} >= {"Jo Bloggs", "never"}
    assert document.properties[0].name == "creator"
    assert next(p for p in document.paragraphs if p.hidden).text == "unseen"
    assert next(p for p in document.paragraphs if p.in_toc).text == "Timescales 2"
    changed = next(p for p in document.paragraphs if p.inserted)
    (change,) = changed.inserted
    assert changed.text[change.start : change.end] == "not"


def test_sections_hold_what_stands_under_them() -> None:
    document = text_document("# One\nalpha\n## Inner\nbeta\n# Two\ngamma")
    one = document.sections()[0]
    assert [document.paragraphs[i].text for i in one.paragraphs] == ["alpha", "Inner", "beta"]


def test_a_misspelt_directive_is_an_error() -> None:
    with pytest.raises(ValueError, match="@fotnote"):
        text_document("@fotnote hello")
