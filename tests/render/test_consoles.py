"""Every command prints on a console that has not every letter, as old ones of Windows."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from .pages import EXAMPLES

_ODD = "\u0141l\u0177n \u0644\u064a\u0644\u0649"
"""Letters of Polish, Welsh and Arabic: cp1252 has none of the first three and no Arabic."""


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of an odd name with a case and a draft that hold odd letters."""
    folder = tmp_path_factory.mktemp("odd") / _ODD
    folder.mkdir()
    case = (EXAMPLES / "under-way.yaml").read_text(encoding="utf-8")
    (folder / f"{_ODD}.yaml").write_text(case.replace("Marrenshire", _ODD), encoding="utf-8")
    draft = docx.Document()
    draft.add_paragraph("Domestic Homicide Review: overview report")
    draft.add_heading(f"{_ODD} " * 30, 1)
    draft.add_paragraph(
        f"{_ODD} was born on 2 May 1982 and failed to leave. \u202e\u2192 \U0001f56f"
    )
    draft.save(str(folder / f"{_ODD}.docx"))
    return folder


def says(folder: Path, encoding: str, arguments: list[str]) -> subprocess.CompletedProcess[bytes]:
    known = [
        one.replace("CASE", f"{_ODD}.yaml")
        .replace("DRAFT", f"{_ODD}.docx")
        .replace("NEW", f"{encoding} {_ODD}")
        for one in arguments
    ]
    return subprocess.run(
        [sys.executable, "-c", "from dhr_checker.cli import main; main()", *known],
        cwd=folder,
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        input=b"CSP-9\n34\nnot known\n\x81\nq\n",
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["decide", "CASE", "--engine", "plain"],
        ["timeline", "CASE"],
        ["chair", "CASE"],
        ["notices", "CASE", "-o", "NEW"],
        ["ask", "CASE", "--also", "lead", "--also", "reviews", "-o", "again NEW.yaml"],
        ["ask", "-o", "NEW.yaml"],
        ["check", "DRAFT", "--engine", "plain", "--clear"],
        ["inspect", "DRAFT"],
        ["decide", "NEW is not there.yaml"],
    ],
    ids=" ".join,
)
def test_no_letter_stops_it(odd: Path, encoding: str, arguments: list[str]):
    made = says(odd, encoding, arguments)
    said = (made.stdout + made.stderr).decode("utf-8", "replace")
    assert "Traceback" not in said
    assert said.strip()
    usual = {"check": (1,), "ask": (0, 3)}.get(arguments[0], (0,))
    assert made.returncode in ((2,) if "not there" in arguments[-1] else usual), said
    assert "\x1b" not in said
