"""What the tests of settings share: small drafts in a folder of their own, and every face."""

from __future__ import annotations

import html
import io
import re
import zipfile
from datetime import date
from pathlib import Path

import docx
from click.testing import CliRunner, Result
from dhr_checker.cli import main

AS_OF = date(2026, 11, 20)
FORMS = ("text", "json", "html", "docx", "sarif", "junit")
LINES = (
    "# 1. Introduction",
    "This overview report looks at the death of Leonie in October 2023.",
    "# 2. Background",
    "Leonie failed to leave him. He committed suicide. Her home was in GL50 1AB.",
    "# 3. Recommendations",
    "The trust should review its training.",
)


def write_draft(folder: Path, lines: tuple[str, ...] = LINES, name: str = "draft.docx") -> Path:
    """A draft; a line that begins with # is a heading."""
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line.lstrip("# "), style="Heading 1" if line[0] == "#" else None)
    made.core_properties.author = ""
    path = folder / name
    made.save(str(path))
    return path


def run(*arguments: object) -> Result:
    """``dhr check`` with one engine, on a fixed day."""
    fixed = ["--engine", "plain", "--as-of", AS_OF.isoformat()]
    return CliRunner().invoke(main, ["check", *map(str, arguments), *fixed])


def words_in(data: bytes) -> str:
    """All the text of an output; of a Word file, of every part of it."""
    if data[:2] != b"PK":
        return data.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [package.read(name).decode("utf-8", "replace") for name in package.namelist()]
    return " ".join(parts)


def plain(text: str) -> str:
    """As a reader takes it in; then once more with its tags, for what stands in attributes."""
    both = f"{re.sub(r'<[^>]+>', '', text)} {text}"
    return " ".join(html.unescape(both).split())


def faces(folder: Path, draft: Path, *arguments: object) -> dict[str, str]:
    """Every output of one check, with the comments of an annotated copy."""
    found: dict[str, str] = {}
    for form in FORMS:
        out = folder / f"out.{form}"
        result = run(draft, *arguments, "--format", form, "-o", out)
        assert result.exit_code in (0, 1), result.output
        found[form] = plain(words_in(out.read_bytes()) + result.output)
    copy = folder / "copy.docx"
    run(draft, *arguments, "--annotate", copy)
    with zipfile.ZipFile(copy) as package:
        (name,) = [one for one in package.namelist() if re.search(r"comments\.xml$", one)]
        comments = package.read(name).decode()
    found["annotated"] = plain(re.sub(r"</w:p>", "\n", comments))
    return found
