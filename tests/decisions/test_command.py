"""``dhr decide`` from the outside: bad input, output files, standard input, the same bytes."""

from __future__ import annotations

import inspect
import json
import os
import socket
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from dhr_checker.cli import main

EXAMPLES = Path(__file__).parent.parent.parent / "examples" / "cases"
CANARY = "Zebedee Quillfeather"
SOUND: dict[str, Any] = {
    "reference": "CLI-1",
    "dates": {"death": "2024-03-07", "csp_aware": "2024-03-08"},
    "deceased": {"age_at_death": 34, "manner": "violence"},
    "alleged_perpetrators": [{"links": [{"kind": "spouse"}]}],
}


def dhr(*args: object, stdin: bytes | None = None) -> Result:
    # Before click 8.2 standard error was mixed into the output unless one asked for it.
    apart = {"mix_stderr": False} if "mix_stderr" in inspect.signature(CliRunner).parameters else {}
    return CliRunner(**apart).invoke(main, [str(arg) for arg in args], input=stdin)


def refused(result: Result) -> str:
    """What was said, where the input was refused in the only right way."""
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    said = result.stderr
    assert said.strip()
    assert "Traceback" not in said
    assert isinstance(result.exception, SystemExit)
    return said


def written(folder: Path, content: str | bytes, name: str = "case.yaml") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def changed(**parts: Any) -> str:
    return yaml.safe_dump({**SOUND, **parts}, sort_keys=False)


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
PEOPLE = [{"links": [{"kind": "spouse"}], "names": [CANARY]}]

FILES: dict[str, tuple[str, str | bytes, str]] = {
    "an empty file": ("case.yaml", "", "empty"),
    "only a comment": ("case.yaml", "# nothing yet\n", "empty"),
    "a list": ("case.yaml", f"- {CANARY}\n", "mapping"),
    "a sentence": ("case.yaml", f"{CANARY} died.\n", "mapping"),
    "a PDF": ("case.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", ".yaml"),
    "a PDF under another name": ("case.yaml", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "UTF-8"),
    "a Word file": ("case.docx", b"PK\x03\x04", ".yaml"),
    "a bomb of aliases": ("case.yaml", BOMB, "alias"),
    "a Python object": ("case.yaml", "!!python/object/apply:os.system ['true']\n", "tag"),
    "broken YAML": ("case.yaml", f"reference: [{CANARY}\n", "case.yaml"),
    "a key twice": ("case.yaml", "reference: A\nreference: B\n", "same key"),
    "broken JSON": ("case.json", '{"reference": "A",', "case.json"),
    "JSON that is a list": ("case.json", "[]", "object"),
    "control characters": ("case.yaml", b"reference: A\x00\n", "control"),
    "another encoding": ("case.yaml", "reference: Zoë\n".encode("latin-1"), "UTF-8"),
}

RECORDS: dict[str, tuple[dict[str, Any], str]] = {
    "no reference": ({"reference": None}, "reference"),
    "a name for a reference": ({"reference": f"{CANARY}'s case"}, "reference"),
    "an unknown key": ({"deceased": {"age_of_death": 34}}, "age_at_death"),
    "a key of another part": ({"age_at_death": 34}, "deceased"),
    "an unknown word": ({"deceased": {"manner": CANARY}}, "deceased.manner"),
    "a wrong type deep inside": (
        {"alleged_perpetrators": [{"links": [{"kind": "household", "months": CANARY}]}]},
        "alleged_perpetrators[0].links[0].months",
    ),
    "an unknown kind of link": (
        {"alleged_perpetrators": [{"links": [{"kind": "spuose"}], "names": [CANARY]}]},
        "spouse",
    ),
    "no such day": ({"dates": {"death": "2024-02-30"}}, "dates.death"),
    "a date in words": ({"dates": {"death": f"the day {CANARY} died"}}, "dates.death"),
    "a future death": ({"dates": {"death": "2190-01-01"}}, "future"),
    "a decision before the death": (
        {"dates": {"death": "2024-03-07", "decision": "2024-03-01"}},
        "dates.decision",
    ),
    "contradictory ages": (
        {"deceased": {"age_at_death": 34, "born": "2000-01-01", "names": [CANARY]}},
        "deceased.age_at_death",
    ),
    "an age in words": ({"deceased": {"age_at_death": "thirty-four"}}, "deceased.age_at_death"),
    "a yes for an age": ({"deceased": {"age_at_death": True}}, "deceased.age_at_death"),
    "two people of one label": (
        {"alleged_perpetrators": [{"ref": "P1"}, {"ref": "P1", "names": [CANARY]}]},
        "same label",
    ),
    "a judgement on nothing": (
        {"judgements": [{"on": "person.nice", "answer": True, "reason": CANARY}]},
        "judgements[0].on",
    ),
    "a judgement about nobody": (
        {"judgements": [{"on": "person.related", "about": "P9", "answer": True}]},
        "judgements[0].about",
    ),
    "a judgement against the facts": (
        {"judgements": [{"on": "person.intimate", "about": "P1", "answer": False}]},
        "contradicts",
    ),
    "an unknown pack": ({"selection": {"test": "magna-carta"}}, "no such statutory test"),
}


@pytest.mark.parametrize(("name", "content", "says"), FILES.values(), ids=FILES)
def test_a_file_that_is_no_record(
    tmp_path: Path, name: str, content: str | bytes, says: str
) -> None:
    said = refused(dhr("decide", written(tmp_path, content, name)))
    assert says in said
    assert CANARY not in said
    assert len(said.splitlines()) <= 4


@pytest.mark.parametrize(("parts", "says"), RECORDS.values(), ids=RECORDS)
def test_a_record_that_cannot_be(tmp_path: Path, parts: dict[str, Any], says: str) -> None:
    said = refused(dhr("decide", written(tmp_path, changed(**parts))))
    assert says in said
    assert CANARY not in said
    assert "Quillfeather" not in said


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    deceased = {"age_at_death": "old", "manner": "odd"}
    said = refused(dhr("decide", written(tmp_path, changed(deceased=deceased))))
    assert "deceased.age_at_death" in said
    assert "deceased.manner" in said


@pytest.mark.parametrize("make", ["missing", "folder", "pipe"])
def test_what_is_no_file(tmp_path: Path, make: str) -> None:
    path = tmp_path / "case.yaml"
    if make == "folder":
        path.mkdir()
    elif make == "pipe":
        if not hasattr(os, "mkfifo"):
            pytest.skip("this system has no named pipes")
        os.mkfifo(path)
    assert "case.yaml" in refused(dhr("decide", path))


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--edition", "1999"),
        ("--test", "home-office-2016"),
        ("--overlay", "atlantis-2020"),
        ("--nation", "narnia"),
        ("--as-of", "next Tuesday"),
        ("--engine", "steam"),
        ("--format", "papyrus"),
    ],
)
def test_an_option_that_cannot_be(tmp_path: Path, option: str, value: str) -> None:
    refused(dhr("decide", written(tmp_path, changed()), option, value))


def test_exit_status_tells_the_outcome(tmp_path: Path) -> None:
    assert dhr("decide", written(tmp_path, changed())).exit_code == 0
    open_case = written(tmp_path, changed(deceased={"age_at_death": 34}))
    assert dhr("decide", open_case).exit_code == 3


def test_standard_input_reads_yaml_and_json_alike(tmp_path: Path) -> None:
    path = written(tmp_path, changed())
    day = ("--as-of", "2024-04-01")
    from_file = dhr("decide", path, *day).stdout
    assert dhr("decide", "-", *day, stdin=path.read_bytes()).stdout == from_file
    assert dhr("decide", "-", *day, stdin=json.dumps(SOUND).encode()).stdout == from_file
    refused(dhr("decide", "-", stdin=b""))


def test_the_output_never_overwrites_the_input(tmp_path: Path) -> None:
    path = written(tmp_path, changed())
    before = path.read_bytes()
    link = tmp_path / "other.yaml"
    link.symlink_to(path)
    for target in (path, link):
        assert "overwrite" in refused(dhr("decide", path, "-o", target))
    assert path.read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permission bits")
def test_an_output_file_is_for_its_owner_only(tmp_path: Path) -> None:
    target = tmp_path / "decision.txt"
    result = dhr("decide", written(tmp_path, changed()), "-o", target)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert "OUTCOME: MET" in target.read_text(encoding="utf-8")


def test_no_output_is_left_of_a_refusal(tmp_path: Path) -> None:
    target = tmp_path / "decision.txt"
    refused(dhr("decide", written(tmp_path, "reference: [\n"), "-o", target))
    assert not target.exists()
    target.write_text("kept", encoding="utf-8")
    refused(dhr("decide", written(tmp_path, "reference: [\n"), "-o", target))
    assert target.read_text(encoding="utf-8") == "kept"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case.yaml", "decision.txt"]


def test_an_output_folder_that_is_not_there(tmp_path: Path) -> None:
    path = written(tmp_path, changed())
    assert "folder" in refused(dhr("decide", path, "-o", tmp_path / "no" / "decision.txt"))


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_same_bytes_whatever_the_hash_seed(form: str) -> None:
    command = [sys.executable, "-c", "from dhr_checker.cli import main; main()", "decide"]
    command += [str(EXAMPLES / "under-way.yaml"), "--as-of", "2025-09-15", "--format", form]
    outputs: set[bytes] = set()
    for seed in ("0", "1", "42", "random"):
        env = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(command, env=env, capture_output=True, check=True)
        assert done.stderr == b""
        outputs.add(done.stdout)
    assert len(outputs) == 1


def test_bad_input_from_a_real_shell(tmp_path: Path) -> None:
    path = written(tmp_path, changed(deceased={"manner": CANARY}))
    command = [sys.executable, "-c", "from dhr_checker.cli import main; main()", "decide"]
    done = subprocess.run([*command, str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "deceased.manner" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Zebedee" not in done.stderr


def test_no_socket_is_opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was asked for")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    for path in sorted(EXAMPLES.glob("*.yaml")):
        result = dhr("decide", path, "--format", "json", "--as-of", "2026-11-21")
        assert result.exit_code in (0, 3), result.output
