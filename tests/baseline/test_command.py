"""``dhr check --baseline OLD.json``: every face says what is new, and the exit status may too."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..config.support import faces, run, write_draft

LINES = (
    "# 1. Introduction",
    "This overview report is about the death of Leonie.",
    "# 2. Background",
    "Leonie lived at GL50 1AB until the spring, with her two children.",
)
NEXT = (
    *LINES[:3],
    "Leonie lived in the town until the spring, with her two children. 07700 900123",
)
KIND = ("--kind", "overview-report")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    out = tmp_path / "old.json"
    result = run(write_draft(tmp_path, LINES, "report.docx"), *KIND, "--format", "json", "-o", out)
    assert result.exit_code == 1
    return out


def test_every_face_tells_what_is_new_and_what_was_put_right(tmp_path: Path, old: Path) -> None:
    draft = write_draft(tmp_path, NEXT, "next.docx")
    for face, said in faces(tmp_path, draft, *KIND, "--baseline", old).items():
        assert "1 is new" in said, face
        assert "1 was put right" in said, face
        assert "No postcode is given" in said, face
        if face not in ("json", "sarif"):
            assert "New. " in said, face
        assert str(tmp_path) not in said, face


def test_the_exit_status_may_look_at_what_is_new_only(tmp_path: Path, old: Path) -> None:
    same = write_draft(tmp_path, LINES, "same.docx")
    assert run(same, *KIND, "--baseline", old).exit_code == 1
    assert run(same, *KIND, "--baseline", old, "--new-only").exit_code == 0
    worse = write_draft(tmp_path, NEXT, "next.docx")
    assert run(worse, *KIND, "--baseline", old, "--new-only").exit_code == 1
    better = write_draft(tmp_path, (*LINES[:3], "Leonie lived in the town."), "better.docx")
    assert run(better, *KIND, "--baseline", old, "--new-only").exit_code == 0


def test_what_cannot_be_compared_is_a_plain_error(tmp_path: Path, old: Path) -> None:
    draft = write_draft(tmp_path, LINES)
    for arguments, said in (
        (("--new-only",), "nothing to compare with"),
        (("--baseline", draft), "draft.docx: this is no report"),
        (("--baseline", tmp_path / "none.json"), "none.json: there is no such file"),
        (("--baseline", tmp_path), "this is a folder"),
        (("--baseline", old, "-o", old), "overwrite"),
    ):
        result = run(draft, *arguments)
        assert result.exit_code == 2, result.output
        assert said in " ".join(result.output.split())
        assert str(tmp_path) not in result.output
    several = run(draft, write_draft(tmp_path, NEXT, "b.docx"), "--baseline", old)
    assert several.exit_code == 2
    assert "--baseline compares one draft" in several.output
