"""docs/word.md says what is so: its table is generated, its codes are all there.

``DHR_WRITE_DOCS=1 pytest tests/document/test_word_docs.py`` writes the table anew.
"""

from __future__ import annotations

import os
from dataclasses import fields
from pathlib import Path

from dhr_checker.checker.document import Limits
from dhr_checker.checker.document.refusals import REFUSALS

from .word_table import renewed

PAGE = Path(__file__).parents[2] / "docs" / "word.md"


def test_the_table_of_hiding_places_is_current() -> None:
    page = PAGE.read_text(encoding="utf-8")
    current = renewed(page)
    if os.environ.get("DHR_WRITE_DOCS"):
        PAGE.write_text(current, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == current


def test_every_refusal_and_every_limit_is_on_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [reason for reason in REFUSALS if f"`document.{reason}`" not in page] == []
    assert [field.name for field in fields(Limits) if f"`{field.name}`" not in page] == []


def test_the_limits_on_the_page_are_the_limits() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for field in fields(Limits):
        assert f"| `{field.name}` | {field.default:,} |" in page
