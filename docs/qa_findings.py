"""Write qa-findings.md: what the Quality Assurance Panel asks for, and the rules that ask it.

Run as ``python docs/qa_findings.py``.  The list is tests/data/qa_findings.yaml, where each
finding that a program can see has a short draft that shows it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
LISTED = HERE.parent / "tests" / "data" / "qa_findings.yaml"
PAGE = HERE / "qa-findings.md"
SEEN = {
    "letter-neil": "letter about Neil",
    "letter-sarah": "letter about Sarah",
    "published": "published reports",
    "unseen": "no sighting",
    "asked": "the templates",
}
KINDS = {
    "mechanical": "by the program",
    "heuristic": "by the program, for a person to confirm",
    "person": "by a person, who is asked",
}


def findings() -> list[dict[str, Any]]:
    """The findings, as the file lists them."""
    return yaml.safe_load(LISTED.read_text(encoding="utf-8"))["findings"]


def page() -> str:
    """The page, as it should stand."""
    lines = [
        "# What the Panel asks for, and which rule asks it",
        "",
        "Findings of two published letters of the Home Office Quality Assurance Panel (2023, their"
        " openings), faults that can be seen in the openings of 26 published reports, and what the"
        " 2016 templates ask. In this project's own words. Written by `docs/qa_findings.py` from"
        " `tests/data/qa_findings.yaml`; a test fails when a rule goes away, when a finding that a"
        " program can see is no longer seen in a short draft that has it, or when this page is out"
        " of date.",
        "",
        "| finding | where it was seen | who can tell | rules |",
        "|---|---|---|---|",
    ]
    for one in findings():
        seen = ", ".join(SEEN[key] for key in one["seen"])
        rules = ", ".join(f"[{rule}](rules/{rule}.md)" for rule in one["rules"])
        lines.append(f"| {one['finding']} | {seen} | {KINDS[one['kind']]} | {rules} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
