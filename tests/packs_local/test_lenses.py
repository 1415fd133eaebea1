"""Themes and local protocols in a whole check: lenses and prompts, never a fail."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from dhr_checker.checker.compliance import check_documents
from dhr_checker.checker.document import read_document
from dhr_checker.checker.packs import lay
from dhr_checker.checker.records import load_case
from dhr_checker.checker.textdoc import text_document
from dhr_checker.schemas.compliance import CheckOutcome

from .packs import BASE, SOURCES

THEMES = "home-office-2013-common-themes"
JOINT = sorted(
    p.id for p in BASE.packs.values() if p.head.kind == "joint" and "england" in p.head.nations
)
DRAFTS = Path(__file__).parents[2] / "examples" / "drafts"
PREFIXES = ("THEME-", "GLOS-R-", "CORN-R-", "STOCK-R-")

QUIET = """
# Overview report
# Introduction
This report of a domestic homicide review examines the support given to Anna.
# Chronology
In 2021 she saw her landlord.
# Analysis
The council kept good notes.
"""
TELLING = {
    "children": [{"age": 8, "in_household": "yes"}],
    "agencies": [
        {"name": "A practice", "kind": "gp", "contact_with": ["deceased"]},
        {"name": "A prison", "kind": "prison", "contact_with": ["alleged-perpetrator"]},
    ],
    "alleged_perpetrators": [
        {
            "mental_health_services": "yes",
            "abuse": [{"kind": "economic", "how_known": "police-report"}],
        }
    ],
}


def outcomes(document: Any, *packs: str, **record: Any) -> dict[str, CheckOutcome]:
    """The outcome of every theme and every local requirement in a check of a draft."""
    laid = lay(BASE, ["dvcva-2004-s9", "home-office-2016", *JOINT, *packs])
    known = load_case({"reference": "T-1", **record}) if record else None
    (report,) = check_documents([document], known, laid, "plain")
    return {f.rule: f.outcome for f in report.findings if f.rule.startswith(PREFIXES)}


def test_the_themes_that_the_record_suggests_and_the_draft_never_mentions() -> None:
    found = outcomes(text_document(QUIET), THEMES, **TELLING)
    assert len(found) == 7
    assert set(found.values()) == {CheckOutcome.REVIEW}


def test_a_theme_that_nothing_suggests_does_not_apply() -> None:
    found = outcomes(text_document(QUIET), THEMES)
    assert set(found.values()) == {CheckOutcome.NOT_APPLICABLE}


def test_the_analysis_of_the_sound_draft_deals_with_every_theme() -> None:
    found = outcomes(read_document(DRAFTS / "sound-overview.docx"), THEMES)
    assert set(found.values()) == {CheckOutcome.PASS}


@pytest.mark.parametrize("draft", ["sound-overview.docx", "faulty-overview.docx"])
def test_no_local_protocol_and_no_theme_ever_fails_or_breaks(draft: str) -> None:
    found = outcomes(read_document(DRAFTS / draft), *SOURCES, **TELLING)
    assert len(found) > 20
    assert not {CheckOutcome.FAIL, CheckOutcome.ERROR} & set(found.values())
