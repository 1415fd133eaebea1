"""Notes on which page each heading stands, for the contents pages.

A .docx knows no pages.  To measure them, render the drafts, turn each into text with form feeds
between the pages (``pdftotext -layout``), and run this module with ``name=file`` arguments from
the folder above: ``python -m drafting.measure_pages overview=overview.txt summary=summary.txt``.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import yaml

from .content import CONTENT, load
from .numbers import contents

FIRST_PAGE_OF_TEXT = 3  # after the title page and the contents page


def measure(name: str, text: str) -> dict[str, int]:
    """Find the page of each heading of the draft called ``name`` in its rendered ``text``."""
    pages = [re.sub(r"\s+", " ", page) for page in text.split("\f")]
    found: dict[str, int] = {}
    at = FIRST_PAGE_OF_TEXT
    for _, number, heading in contents(load(name)):
        wanted = f"{number}. {heading}" if number.isdigit() else heading
        at = next(page for page in range(at, len(pages) + 1) if wanted in pages[page - 1])
        found[heading] = at
    return found


def main(arguments: list[str]) -> None:
    """Measure every ``name=file`` given and rewrite the file of pages."""
    pages: dict[str, dict[str, int]] = {}
    for argument in arguments:
        name, _, file = argument.partition("=")
        pages[name] = measure(name, Path(file).read_text(encoding="utf-8"))
    note = "# The page of each heading, measured in a rendering: see drafting/measure_pages.py.\n"
    (CONTENT / "pages.yaml").write_text(note + yaml.safe_dump(pages, sort_keys=False))


if __name__ == "__main__":
    main(sys.argv[1:])
