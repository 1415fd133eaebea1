"""Each finding of the Panel's letters has a rule, and a draft with the fault is found out."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest
from dhr_checker.checker.compliance import check
from dhr_checker.checker.packs import load_packs
from dhr_checker.checker.textdoc import text_document
from dhr_checker.schemas.compliance import CheckOutcome
from dhr_checker.schemas.rule import Requirement

DOCS = Path(__file__).resolve().parents[2] / "docs"
_spec = importlib.util.spec_from_file_location("qa_findings", DOCS / "qa_findings.py")
assert _spec is not None
assert _spec.loader is not None
qa = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(qa)

BASE = load_packs()
FINDINGS: list[dict[str, Any]] = qa.findings()
ASKED = [one for one in FINDINGS if "draft" in one]
KEYS = {"finding", "seen", "kind", "rules", "said", "draft", "case", "as_of"}


def requirement(rule: str) -> Requirement | None:
    """A requirement of a draft, by its id; None for another kind of rule."""
    found = {r.id: r for pack in BASE.packs.values() for r in pack.entries("requirements")}
    return found.get(rule)


@pytest.mark.parametrize("one", FINDINGS, ids=lambda one: one["finding"][:40])
def test_every_rule_named_is_there(one: dict[str, Any]) -> None:
    assert set(one) <= KEYS
    assert set(one["seen"]) <= set(qa.SEEN)
    assert one["kind"] in qa.KINDS
    assert [rule for rule in one["rules"] if rule not in BASE.located] == []
    assert set(one.get("said", ())) <= set(one["rules"])


@pytest.mark.parametrize("one", FINDINGS, ids=lambda one: one["finding"][:40])
def test_what_a_program_can_see_is_shown_and_the_rest_is_asked(one: dict[str, Any]) -> None:
    asked = [r for rule in one["rules"] if (r := requirement(rule)) is not None]
    if one["kind"] == "person":
        assert "draft" not in one
        assert any(r.when is None and r.look_for for r in asked)
    else:
        assert one["said"]
        assert any(r.when is not None for r in asked)


@pytest.mark.parametrize("one", ASKED, ids=lambda one: one["finding"][:40])
def test_a_draft_with_the_fault_is_told_of_it(one: dict[str, Any]) -> None:
    case = {"reference": "TEST", **one["case"]} if "case" in one else None
    made = check(text_document(one["draft"]), case, kind="overview-report", engine="plain")
    told = {f.rule: f for f in made.findings}
    for rule in one["said"]:
        finding = told[rule]
        assert finding.outcome in (CheckOutcome.FAIL, CheckOutcome.REVIEW), rule
        assert not finding.human, f"{rule} asks a person of every draft"


def test_the_page_is_what_the_list_says() -> None:
    assert qa.PAGE.read_text(encoding="utf-8") == qa.page()


def test_the_letters_are_listed_whole() -> None:
    """Seven findings of the letter about Neil and eight of that about Sarah."""
    counted = {key: sum(key in one["seen"] for one in FINDINGS) for key in qa.SEEN}
    assert counted["letter-neil"] == 8  # equality is in it twice: thin, and what it leaves out
    assert counted["letter-sarah"] == 8
    assert counted["published"] >= 17
