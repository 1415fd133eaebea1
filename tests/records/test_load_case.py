"""Loading from files, bytes, mappings and records; every way in which a file can fail."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from dhr_checker.checker.errors import InputError, RecordError
from dhr_checker.checker.loaded import MAX_BYTES
from dhr_checker.checker.records import dump_case, load_case, record_hash
from dhr_checker.schemas.dates import PartialDate

TEXT = """\
reference: T/1
dates:
  death: 2024-03-07
alleged_perpetrators:
  - links:
      - kind: spouse
"""
DATA: dict[str, Any] = {
    "reference": "T/1",
    "dates": {"death": "2024-03-07"},
    "alleged_perpetrators": [{"links": [{"kind": "spouse"}]}],
}


def refuse(source: Any) -> InputError:
    with pytest.raises(InputError) as caught:
        load_case(source)
    return caught.value


def test_all_sources_give_the_same_record(tmp_path: Path):
    expected = load_case(DATA)
    assert expected.dates.death == PartialDate(2024, 3, 7)
    for name in ("case.yaml", "case.yml", "CASE.YAML"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
        assert load_case(tmp_path / name) == expected
        assert load_case(str(tmp_path / name)) == expected
    (tmp_path / "case.json").write_text(json.dumps(DATA), encoding="utf-8")
    assert load_case(tmp_path / "case.json") == expected
    assert load_case(TEXT.encode("utf-8")) == expected
    assert load_case(json.dumps(DATA, indent="\t").encode("utf-16")) == expected
    assert load_case(expected) is expected


def test_a_record_already_made_is_checked_again():
    record = load_case(DATA)
    wrong = record.model_copy(
        update={"dates": record.dates.model_copy(update={"fatal_act": PartialDate(2025)})}
    )
    assert refuse(wrong).code == "record.contradiction"


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("nowhere/case.yaml", "record.missing-file"),
        (".", "record.directory"),
        ("", "record.directory"),
        ("a\0b.yaml", "record.unreadable"),
        ("x" * 5_000 + ".yaml", "record.unreadable"),
        (TEXT, "record.source"),
        (None, "record.source"),
        (12, "record.source"),
        ([DATA], "record.source"),
        (b"", "yaml.empty"),
        (b"- a\n", "yaml.not-a-mapping"),
        (b"{", "json.syntax"),
        (b"\xff", "text.encoding"),
        (b"a: *b", "yaml.alias"),
        (b"x: [" * 100, "yaml.depth"),
        (b"x" * (MAX_BYTES + 1), "text.too-large"),
    ],
)
def test_what_cannot_be_read_gives_one_clear_error(source: object, code: str):
    error = refuse(source)
    assert error.code == code
    assert len(str(error)) < 300
    assert "\0" not in str(error)


def test_files_that_cannot_be_read(tmp_path: Path):
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "empty.yaml").touch()
    (tmp_path / "notes.docx").write_bytes(b"PK\x03\x04")
    with (tmp_path / "large.yaml").open("wb") as large:
        large.truncate(50_000_000)
    assert refuse(tmp_path / "folder.yaml").code == "record.directory"
    assert refuse(tmp_path / "empty.yaml").code == "yaml.empty"
    assert refuse(tmp_path / "notes.docx").code == "record.kind"
    assert refuse(tmp_path / "large.yaml").code == "text.too-large"


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes are another thing there")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path):
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    code = f"from dhr_checker.checker.records import load_case; load_case({str(pipe)!r})"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, timeout=60, check=False
    )
    assert b"not an ordinary file" in done.stderr


@pytest.mark.parametrize(
    ("failure", "code"),
    [(PermissionError(13, "no"), "record.permission"), (OSError(5, "no"), "record.unreadable")],
)
def test_a_file_that_will_not_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: OSError, code: str
):
    def fail(*_: object) -> None:
        raise failure

    (tmp_path / "case.yaml").write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(Path, "open", fail)
    assert refuse(tmp_path / "case.yaml").code == code


def test_errors_name_the_file_without_its_folders(tmp_path: Path):
    path = tmp_path / "case.yaml"
    path.write_text("reference: T/1\ndeceased:\n  born: never\n", encoding="utf-8")
    error = refuse(path)
    assert isinstance(error, RecordError)
    assert error.where == "case.yaml"
    assert error.problems[0][0] == "deceased.born (line 3)"
    assert str(tmp_path) not in str(error)


def test_contradictions_are_told_by_line_too():
    source = b"reference: T/1\ndates:\n  fatal_act: 2024-02\n  death: 2024-01\n"
    error = refuse(source)
    assert isinstance(error, RecordError)
    assert error.problems == [("dates.death (line 4)", "this comes before the fatal act")]


def test_the_hash_does_not_depend_on_the_format_or_on_silence():
    one = load_case(TEXT.encode())
    same = load_case({**DATA, "children": None, "deceased": {}, "weapon": None})
    assert record_hash(one) == record_hash(same) == record_hash(load_case(dump_case(one)))
    assert len(record_hash(one)) == 64


def test_none_of_something_and_silence_are_two_records():
    silent, none = load_case({"reference": "T/1"}), load_case({"reference": "T/1", "children": []})
    assert record_hash(silent) != record_hash(none)
    again = load_case(dump_case(none))
    assert "children" in again.model_fields_set
    assert record_hash(again) == record_hash(none)


def test_the_hash_is_the_same_for_ever():
    """A decision quotes it, so a change of how it is made has to be deliberate."""
    assert record_hash(load_case(TEXT.encode())) == (
        "5fc558b8f19b84d6fc81a2b33f1cf102ed612be7eba0fdc3855136fffbe53e94"
    )


def test_nothing_is_dumped_that_was_not_said():
    assert dump_case(load_case({"reference": "T/1"})) == {"reference": "T/1"}
