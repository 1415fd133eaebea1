"""Which files are meant by what was named."""

from __future__ import annotations

from pathlib import Path

import pytest
from dhr_checker.checker.gather import gather, is_several, natural

from .support import put


def names(paths: object) -> list[str]:
    return [Path(one.path).name for one in paths]  # type: ignore[attr-defined]


def test_a_folder_is_its_word_files_in_order_of_name_and_its_folders(tmp_path: Path) -> None:
    for name in ("draft 10.docx", "Draft 2.DOCX", "b/plan.docm", "a/überblick.docx"):
        put((tmp_path / name).parent, Path(name).name, "x")
    found = gather([str(tmp_path)])
    assert names(found.files) == ["Draft 2.DOCX", "draft 10.docx", "überblick.docx", "plan.docm"]
    assert found.passed_over == found.nothing == ()


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("~$erview.docx", "lock file"),
        ("old.doc", "Word 97-2003"),
        ("printed.PDF", "a PDF"),
        ("notes.txt", "not a Word document"),
        ("report", "not a Word document"),
    ],
)
def test_what_is_no_draft_is_passed_over_and_said_to_be(
    tmp_path: Path, name: str, why: str
) -> None:
    put(tmp_path, name, "x")
    put(tmp_path, "draft.docx", "x")
    found = gather([str(tmp_path)])
    assert names(found.files) == ["draft.docx"]
    assert names(found.passed_over) == [name]
    assert why in found.passed_over[0].why


def test_a_lock_file_that_a_shell_put_in_is_passed_over_too(tmp_path: Path) -> None:
    paths = [put(tmp_path, name, "x") for name in ("~$aft.docx", "draft.docx", "old.doc")]
    found = gather([str(one) for one in paths])
    assert names(found.files) == ["draft.docx", "old.doc"]  # what is named is read, or refused
    assert names(found.passed_over) == ["~$aft.docx"]


def test_a_file_that_is_named_twice_is_taken_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "draft.docx", "x")
    monkeypatch.chdir(tmp_path)
    assert len(gather(["draft.docx", str(tmp_path), "./draft.docx", "*.docx"]).files) == 1


def test_a_pattern_that_no_shell_expanded_is_expanded(tmp_path: Path) -> None:
    for name in ("b.docx", "a.docx", "a.txt", "[draft].docx"):
        put(tmp_path, name, "x")
    found = gather([str(tmp_path / "*.docx")])
    assert names(found.files) == ["[draft].docx", "a.docx", "b.docx"]
    assert names(gather([str(tmp_path / "[draft].docx")]).files) == ["[draft].docx"]


def test_what_stands_for_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    found = gather([str(tmp_path / "empty"), str(tmp_path / "*.docx")])
    assert [one.reason for one in found.nothing] == ["empty-folder", "no-match"]


def test_a_folder_with_nothing_but_other_files_is_empty_of_drafts(tmp_path: Path) -> None:
    put(tmp_path, "notes.txt", "x")
    found = gather([str(tmp_path)])
    assert [one.reason for one in found.nothing] == ["empty-folder"]
    assert names(found.passed_over) == ["notes.txt"]


def test_hidden_folders_and_folders_behind_links_are_not_followed(tmp_path: Path) -> None:
    put(tmp_path / "in" / ".trash", "old.docx", "x")
    put(tmp_path / "elsewhere", "other.docx", "x")
    put(tmp_path / "in", "draft.docx", "x")
    (tmp_path / "in" / "link").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "in" / "round").symlink_to(tmp_path / "in")
    assert names(gather([str(tmp_path / "in")]).files) == ["draft.docx"]


def test_one_named_file_is_one_and_everything_else_is_several(tmp_path: Path) -> None:
    one = str(put(tmp_path, "draft [final].docx", "x"))
    assert not is_several([one])
    assert not is_several(["-"])
    assert not is_several([str(tmp_path / "missing.docx")])
    assert is_several([one, one])
    assert is_several([str(tmp_path)])
    assert is_several([str(tmp_path / "*.docx")])


def test_numbers_in_names_are_counted() -> None:
    assert sorted(["v10", "V9", "v1 b", "v1 a"], key=natural) == ["v1 a", "v1 b", "V9", "v10"]
