"""What the render tests share: decisions to render, golden files, and Word files as text."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from dhr_checker.checker.decision import decide
from dhr_checker.schemas.decision import Decision
from lxml import etree

from .canary import named_record

GOLDEN = Path(__file__).parents[1] / "golden" / "render"
EXAMPLES = Path(__file__).parents[2] / "examples" / "cases"
AS_OF = date(2026, 11, 20)
CASES = {
    "met": "partner-homicide.yaml",
    "open": "lodger.yaml",
    "not-met": "girl-of-15.yaml",
    "refused": "refused.yaml",
}
"""One decision of each kind; ``refused`` has reasons that are no reasons."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@lru_cache(maxsize=8)
def fixture(kind: str) -> Decision:
    """A decision kept as data, so that a change of the rules changes no rendering."""
    kept = (GOLDEN / f"decision-{kind}.json").read_text(encoding="utf-8")
    return Decision.model_validate_json(kept)


def suicide_record() -> dict[str, Any]:
    """A record that calls for every notice, with a name wherever one can stand."""
    data = named_record(decisions=[])
    data["deceased"]["manner"] = "suicide"
    person = data["alleged_perpetrators"][0]
    person |= {"link_to_death": "evidenced", "proceedings": {"charged": True, "outcome": "pending"}}
    return data


def renew_fixtures() -> None:
    """Decide the examples afresh and keep what comes of them."""
    for kind, name in CASES.items():
        made = decide(EXAMPLES / name, as_of=AS_OF, engine="plain")
        text = made.model_dump_json(indent=1) + "\n"
        (GOLDEN / f"decision-{kind}.json").write_text(text, encoding="utf-8")
    named = decide(suicide_record(), as_of=AS_OF, engine="plain")
    text = named.model_dump_json(indent=1) + "\n"
    (GOLDEN / "decision-named.json").write_text(text, encoding="utf-8")
    fixture.cache_clear()


def compare(name: str, made: str, *, update: bool) -> None:
    """Compare with a golden file, or write it."""
    path = GOLDEN / name
    if update:
        path.write_text(made, encoding="utf-8")
    assert path.is_file(), f"{name} is missing: run with --update-golden and look at it"
    assert made == path.read_text(encoding="utf-8"), f"{name} differs: look, then --update-golden"


def part(document: bytes, name: str) -> Any:
    """One XML part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return etree.fromstring(package.read(name))


def as_text(document: bytes) -> str:
    """The body of a Word file as text: a line a paragraph with its style, tables row by row."""
    lines: list[str] = []
    for header in ("word/header1.xml", "word/footer1.xml"):
        with zipfile.ZipFile(io.BytesIO(document)) as package:
            if header in package.namelist():
                lines.append(f"({header[5:11]}) {words(part(document, header))}")
    body = part(document, "word/document.xml").find(f"{W}body")
    for block in body:
        if block.tag == f"{W}p":
            lines.append(f"{style(block)}: {words(block)}".rstrip())
        elif block.tag == f"{W}tbl":
            for row in block.iter(f"{W}tr"):
                cells = [words(cell) for cell in row.findall(f"{W}tc")]
                lines.append("  | " + " | ".join(cells))
    return "\n".join(lines) + "\n"


def style(paragraph: Any) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "Normal" if found is None else found.get(f"{W}val")


def words(block: Any) -> str:
    return "".join(
        node.text or "" if node.tag == f"{W}t" else "\n" for node in block.iter(f"{W}t", f"{W}br")
    ).strip()
