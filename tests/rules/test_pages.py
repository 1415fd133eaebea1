"""``docs/rules/`` says what the rules say."""

from __future__ import annotations

from pathlib import Path

import pytest
from dhr_checker.checker.packs import load_packs
from dhr_checker.checker.rule_pages import pages

DOCS = Path(__file__).resolve().parents[2] / "docs" / "rules"


@pytest.fixture(scope="module")
def wanted() -> dict[str, str]:
    return pages(load_packs())


def test_the_pages_are_current(wanted: dict[str, str]) -> None:
    kept = {path.name: path.read_text(encoding="utf-8") for path in DOCS.glob("*.md")}
    stale = sorted(
        name for name in wanted.keys() | kept.keys() if wanted.get(name) != kept.get(name)
    )
    assert not stale, "dhr rules pages"


def test_every_page_names_its_source(wanted: dict[str, str]) -> None:
    for name, page in wanted.items():
        assert name == "README.md" or "## Source" in page, name


def test_what_nobody_could_check_says_so(wanted: dict[str, str]) -> None:
    assert "**not verified: nobody could check this**" in wanted["MAPPA-SCR.md"]
