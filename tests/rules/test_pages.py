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


def test_two_examples_of_one_draft_are_told_apart(wanted: dict[str, str]) -> None:
    rows = [
        row for row in wanted["OR16-FACTS-TRIAL.md"].splitlines() if "charged with murder" in row
    ]
    assert len(rows) == len(set(rows)) == 3
    (acquitted,) = (row for row in rows if row.endswith("| not-applicable |"))
    assert "in the case record: " in acquitted
    assert "alleged_perpetrators 1.proceedings.outcome: acquitted" in acquitted
    assert "beside it, executive summary: # Terms of reference" in wanted["BD-TERMS.md"]


def test_the_note_of_an_example_says_why(wanted: dict[str, str]) -> None:
    assert "| not-applicable (nobody was tried) |" in wanted["OR16-FACTS-TRIAL.md"]


def test_people_of_an_example_are_written_out(wanted: dict[str, str]) -> None:
    assert "children 1.child.outcome: killed" in wanted["CHILD-OTHER.md"]
    assert not [name for name, page in wanted.items() if "{'" in page.partition("## Examples")[2]]
