"""``dhr decide`` with its formats for people, and the record written back."""

from __future__ import annotations

import stat
import zipfile
from pathlib import Path

from click.testing import CliRunner, Result
from dhr_checker.checker.records import load_case
from dhr_checker.cli import main

RECORD = """\
# a comment of mine
reference: CSP-1
dates: {death: 2024-03-07}
deceased: {age_at_death: 40, manner: violence}
alleged_perpetrators:
  - links: [{kind: household, basis: self-contained-lodger}]
children: []
"""


def decide(folder: Path, *arguments: str) -> Result:
    (folder / "case.yaml").write_text(RECORD, encoding="utf-8")
    return CliRunner().invoke(main, ["decide", str(folder / "case.yaml"), *arguments])


def test_html_to_standard_output(tmp_path: Path):
    result = decide(tmp_path, "--format", "html")
    assert result.exit_code == 3
    assert result.output.startswith("<!DOCTYPE html>")


def test_word_to_a_private_file(tmp_path: Path):
    out = tmp_path / "record.docx"
    result = decide(tmp_path, "--format", "docx", "-o", str(out))
    assert result.exit_code == 3, result.output
    assert zipfile.is_zipfile(out)
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_word_without_a_file_is_refused(tmp_path: Path):
    result = decide(tmp_path, "--format", "docx")
    assert result.exit_code == 2
    assert "-o decision.docx" in result.output


def test_the_record_is_written_back_elsewhere(tmp_path: Path):
    out = tmp_path / "filled.yaml"
    result = decide(tmp_path, "--record", str(out))
    assert result.exit_code == 3
    text = out.read_text(encoding="utf-8")
    assert "ref: " in text
    assert "children: []" in text
    assert "person.same-household, about: P1" in text
    assert load_case(out).alleged_perpetrators[0].ref == "P1"
    assert (tmp_path / "case.yaml").read_text(encoding="utf-8") == RECORD


def test_the_record_is_never_written_in_place(tmp_path: Path):
    result = decide(tmp_path, "--record", str(tmp_path / "case.yaml"))
    assert result.exit_code == 2
    assert (tmp_path / "case.yaml").read_text(encoding="utf-8") == RECORD
    assert "Give another name after --record." in result.stderr
    assert result.stdout == ""


def test_a_fault_in_the_record_still_names_file_and_line(tmp_path: Path):
    (tmp_path / "bad.yaml").write_text("reference: A\ndeceased: {age_at_death: old}\n", "utf-8")
    result = CliRunner().invoke(main, ["decide", str(tmp_path / "bad.yaml"), "--format", "html"])
    assert result.exit_code == 2
    assert "bad.yaml" in result.output
    assert "line 2" in result.output
