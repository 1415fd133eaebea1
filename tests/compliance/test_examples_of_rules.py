"""Every requirement of the overview report does on its own examples what it says."""

from __future__ import annotations

import pytest
from dhr_checker.checker.packs import load_packs
from dhr_checker.checker.requirement_examples import run_draft_examples
from dhr_checker.checker.requirements import templates_of
from dhr_checker.schemas.documents import DocumentKind
from dhr_checker.schemas.rule import Requirement

BASE = load_packs()
PACK = BASE.packs["home-office-2016"]
TEMPLATES = templates_of([PACK])
TEMPLATE = TEMPLATES[DocumentKind.OVERVIEW]
MINE: list[Requirement] = [r for r in PACK.entries("requirements") if r.id.startswith("OR16-")]


@pytest.mark.parametrize("requirement", MINE, ids=lambda r: r.id)
def test_examples(requirement: Requirement) -> None:
    for result in run_draft_examples(BASE, requirement, TEMPLATES):
        assert result.passed, (
            f"{result.rule_id}, example {result.number}: expected {result.expected},"
            f" got {result.verdict.outcome}; {result.verdict.why} {result.verdict.depends_on}"
        )


@pytest.mark.parametrize("requirement", MINE, ids=lambda r: r.id)
def test_what_only_a_person_can_judge_comes_with_a_question(requirement: Requirement) -> None:
    assert requirement.when is not None or requirement.look_for


def test_every_section_of_the_template_has_requirements() -> None:
    wanted = {s.key for s in TEMPLATE.sections if not s.optional}
    assert len(wanted) == 21
    assert wanted <= {r.section for r in MINE}
    assert {r.section for r in MINE if r.group == "structure" and r.section} >= wanted


def test_every_requirement_names_a_section_of_the_template() -> None:
    known = {s.key for s in TEMPLATE.sections} | {""}
    assert {r.section for r in MINE} <= known


def test_review_requirements_tell_a_person_what_to_ask() -> None:
    silent = [r.id for r in MINE if r.on_no == "review" and not r.look_for and r.when is not None]
    allowed = {
        "OR16-ORDER",
        "OR16-TERMS-EARLY",
        "OR16-RECOMMENDATIONS-TOGETHER",
    }
    assert set(silent) <= allowed


@pytest.mark.parametrize("number", ["paragraph 18", "paragraph 7", "paragraph 44", "(para"])
def test_no_paragraph_number_that_was_not_confirmed(number: str) -> None:
    cited = [cite.at for r in MINE for cite in r.cites if cite.source == "ho-2016"]
    assert not [at for at in cited if number in at]
    assert {at for at in cited if "paragraph" in at} <= {"paragraph 29", "paragraph 36"}
