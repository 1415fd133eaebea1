"""A file that nobody could read is named without naming anybody."""

from __future__ import annotations

import pytest
from dhr_checker.checker.file_names import masked_file_name
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("Overview report draft v3.docx", "Overview report draft v3.docx"),
        ("DHR_JaneMarlowe_overview.docx", "DHR_[name]_overview.docx"),
        ("reviews/Jane Marlowe/plan.docx", "plan.docx"),
        ("C:\\Reviews\\O'Brien-Nowak final.DOC", "[name] final.DOC"),
        ("überblick Müller.docx", "[name].docx"),
        ("report 07700900123.pdf", "report [number].pdf"),
        ("overview.marlowe", "overview.[name]"),
        ("~$rlowe summary.docx", "~$[name] summary.docx"),
        ("[name].docx", "[[name]].docx"),
        ("a\nb\x1b[31m.docx", "a?[name]?[31[name].docx"),
    ],
)
def test_only_words_of_every_review_stay_in_sight(path: str, shown: str) -> None:
    assert masked_file_name(path) == shown


@given(st.text(min_size=1, max_size=60))
def test_no_name_of_any_form_brings_a_surname_through(around: str) -> None:
    around = around.replace("/", " ").replace("\\", " ")
    assert "marlowe" not in masked_file_name(f"{around} Marlowe {around}.docx").casefold()


def test_in_clear_the_name_is_the_files_own() -> None:
    assert masked_file_name("x/Jane Marlowe.docx", masked=False) == "Jane Marlowe.docx"
    assert masked_file_name("a\x1bb.docx", masked=False) == "a?b.docx"
