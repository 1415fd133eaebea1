"""Small Word files and folders of them, made in a test's own folder."""

from __future__ import annotations

import io
from pathlib import Path

from click.testing import CliRunner, Result
from dhr_checker.cli import main
from docx import Document

TITLES = {
    "overview": "Domestic Homicide Review Overview Report",
    "summary": "Executive Summary",
    "plan": "Action Plan",
    "imr": "Individual Management Review",
    "chronology": "Chronology",
}


def word(title: str, *lines: str) -> bytes:
    """A Word file with a title and a few paragraphs."""
    document = Document()
    document.add_paragraph(title, style="Title")
    for line in lines:
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def put(folder: Path, name: str, content: bytes | str) -> Path:
    """A file in a folder, which is made if it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def draft(folder: Path, kind: str, name: str = "") -> Path:
    """A draft of a kind."""
    return put(folder, name or f"{kind}.docx", word(TITLES[kind], "The panel met four times."))


def check(*arguments: object, given: bytes | None = None) -> Result:
    """``dhr check`` with these arguments."""
    words = ["check", *map(str, arguments), "--as-of", "2026-03-20", "--engine", "plain"]
    return CliRunner().invoke(main, words, input=given)
