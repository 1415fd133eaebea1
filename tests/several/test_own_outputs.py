"""What this program wrote into a folder is not taken for a draft there."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from dhr_checker.checker.document.reader import read_document
from dhr_checker.checker.own_outputs import Own, own_output
from dhr_checker.cli import main
from docx import Document

from .support import check, draft, put


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A draft, with a report on it and an annotated copy beside it."""
    there = tmp_path / "review"
    original = draft(there, "overview")
    written = check(original, "--format", "docx", "-o", there / "my notes.docx")
    assert written.exit_code in (0, 1), written.output
    copied = check(original, "--annotate", there / "overview with comments.docx")
    assert copied.exit_code in (0, 1), copied.output
    return there


def checked(*arguments: object) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(check(*arguments, "--format", "json").stdout)
    return made


def test_in_a_folder_both_are_passed_over_and_said_to_be(folder: Path) -> None:
    made = checked(folder)
    assert [one["file"] for one in made["drafts"]] == ["overview.docx"]
    assert made["reviews"][0]["drafts"] == [1]
    why = {one["file"]: one["why"] for one in made["passed_over"]}
    assert len(why) == made["counts"]["passed_over"] == 2
    assert sorted(text.split(" this program")[0] for text in why.values()) == [
        "a copy with comments that",
        "written by",
    ]
    told = check(folder).stdout
    for text in why.values():
        assert " ".join(text.split()) in " ".join(told.split())


def test_beside_its_report_a_draft_gets_the_same_report_as_alone(folder: Path) -> None:
    (folder / "my notes.docx").replace(folder / "0 notes.docx")
    (among,) = checked(folder)["drafts"]
    alone = checked(folder / "overview.docx")
    assert among["number"] == 1
    assert among["report"]["findings"] == alone["findings"]
    assert among["report"]["beside"] == []


def test_a_copy_that_is_named_itself_is_checked_and_said_to_be_one(folder: Path) -> None:
    copy = folder / "overview with comments.docx"
    (said,) = [one for one in checked(copy)["warnings"] if "copy with comments" in one]
    assert "not for submission" in said
    among = checked(copy, draft(folder.parent / "other", "summary"))
    assert among["passed_over"] == []
    assert any("copy with comments" in one for one in among["drafts"][0]["report"]["warnings"])
    assert not any("copy with comments" in one for one in among["drafts"][1]["report"]["warnings"])


def test_a_copy_named_after_its_folder_counts_as_named(folder: Path) -> None:
    copy = folder / "overview with comments.docx"
    assert len(checked(folder, copy)["drafts"]) == 2
    assert len(checked(copy, folder)["drafts"]) == 2


def test_a_report_among_drafts_is_passed_over_even_where_it_is_named(folder: Path) -> None:
    made = checked(folder / "my notes.docx", folder / "overview.docx")
    assert [one["file"] for one in made["drafts"]] == ["overview.docx"]
    assert len(made["passed_over"]) == 1
    assert any("report or a letter" in one for one in checked(folder / "my notes.docx")["warnings"])


def test_a_folder_of_nothing_else_is_told(folder: Path) -> None:
    (folder / "overview.docx").unlink()
    result = check(folder, "--format", "json")
    assert result.exit_code == 2
    (only,) = json.loads(result.stdout)["drafts"]
    assert only["not_checked"]["code"] == "check.own-only"


def test_an_author_who_deletes_the_comments_has_a_draft_again(folder: Path) -> None:
    path = folder / "overview with comments.docx"
    assert own_output(read_document(path)) is Own.COPY
    changed = Document(str(path))
    for relation in list(changed.part.rels.values()):
        if relation.reltype.endswith("/comments"):
            del changed.part.rels[relation.rId]
    out = io.BytesIO()
    changed.save(out)
    assert own_output(read_document(put(folder, "mine.docx", out.getvalue()))) is None


def test_a_report_that_word_has_saved_again_is_known(folder: Path) -> None:
    path = folder / "my notes.docx"
    again = Document(str(path))
    again.core_properties.last_modified_by = "Somebody"
    again.add_paragraph("Noted.")
    again.save(str(path))
    assert own_output(read_document(path)) is Own.PAGE


def test_a_report_begun_with_the_program_is_a_draft(tmp_path: Path) -> None:
    from click.testing import CliRunner

    target = tmp_path / "begun.docx"
    made = CliRunner().invoke(main, ["new", "overview-report", "-o", str(target)])
    assert made.exit_code == 0, made.output
    assert own_output(read_document(target)) is None


def test_a_comment_by_another_hand_makes_no_copy(tmp_path: Path) -> None:
    quoting = Document()
    paragraph = quoting.add_paragraph("The panel met four times.")
    quoting.add_comment(paragraph.runs, "This is not for submission.", author="DHR pre-check")
    out = io.BytesIO()
    quoting.save(out)
    assert own_output(read_document(out.getvalue())) is None
