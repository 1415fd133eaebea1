"""Every entry of the local packs: its examples, what they exercise, and where it stands."""

from __future__ import annotations

from typing import Any

import pytest
from dhr_checker.checker.requirement_examples import draft_examples, run_draft_examples
from dhr_checker.checker.requirements import templates_of
from dhr_checker.checker.rule_examples import examples_of, run_examples
from dhr_checker.schemas.common import Answer
from dhr_checker.schemas.compliance import CheckOutcome
from dhr_checker.schemas.documents import PUBLISHED, DocumentKind
from dhr_checker.schemas.rule import Checked, Duty, Entry, Remark, Requirement, Template

from .mutants import draft_survivors, survivors
from .packs import BASE, ENTRIES, REQUIREMENTS, RULES, SOURCES, entries, headings

HEADINGS = headings()
TEMPLATES = {
    pack.id: templates_of([pack])
    for pack in BASE.packs.values()
    if DocumentKind.OVERVIEW in templates_of([pack])
}
LOCAL = templates_of([BASE.pack(pack_id) for pack_id in SOURCES])
"""The forms of local packs: papers that an edition has no form for, or another."""


def templates(edition: str) -> dict[DocumentKind, Template]:
    return {**TEMPLATES[edition], **LOCAL}


def is_of_a_paper(requirement: Requirement) -> bool:
    """Whether it is put to a paper behind the report, which is not published."""
    return not requirement.kinds & PUBLISHED


def named(listed: list[Any]) -> Any:
    return [pytest.param(entry, id=entry.id) for entry in listed]


@pytest.mark.parametrize("entry", named(RULES))
def test_examples(entry: Entry) -> None:
    results = list(run_examples(BASE, entry))
    assert results
    assert [r for r in results if r.expected is not r.answered] == []


@pytest.mark.parametrize("entry", named([e for e in RULES if isinstance(e, Duty | Remark)]))
def test_examples_go_both_ways(entry: Duty | Remark) -> None:
    said = {one.then for one in examples_of(entry)}
    always = "always" in (getattr(entry, "applies_when", None), getattr(entry, "when", None))
    assert said >= ({Answer.YES} if always else {Answer.YES, Answer.NO})


@pytest.mark.parametrize("entry", named(RULES))
def test_every_small_mistake_is_caught(entry: Entry) -> None:
    assert [(key, mutant) for key, mutant, unseen in survivors(BASE, entry) if unseen] == []


@pytest.mark.parametrize("edition", TEMPLATES)
@pytest.mark.parametrize("requirement", named(REQUIREMENTS))
def test_draft_examples(requirement: Requirement, edition: str) -> None:
    results = list(run_draft_examples(BASE, requirement, templates(edition)))
    assert results
    assert [(r.number, r.verdict) for r in results if not r.passed] == []


@pytest.mark.parametrize("requirement", named(REQUIREMENTS))
def test_draft_examples_go_both_ways(requirement: Requirement) -> None:
    wanted = {CheckOutcome.REVIEW}
    if requirement.when is not None:
        wanted |= {CheckOutcome.PASS}
    if requirement.applies_when is not None:
        wanted |= {CheckOutcome.NOT_APPLICABLE}
    shown = {one.then for one in draft_examples(requirement)}
    if is_of_a_paper(requirement) and requirement.on_no == "fail" and requirement.when is not None:
        wanted |= {CheckOutcome.FAIL}
        shown |= {CheckOutcome.REVIEW}  # what can only be there or not asks nobody
    assert shown == wanted


@pytest.mark.parametrize("requirement", named(REQUIREMENTS))
def test_every_small_mistake_in_a_requirement_is_caught(requirement: Requirement) -> None:
    found = draft_survivors(BASE, requirement, templates("home-office-2016"))
    assert [(key, mutant) for key, mutant, unseen in found if unseen] == []


@pytest.mark.parametrize("requirement", named(REQUIREMENTS))
def test_a_local_protocol_or_theme_never_fails_a_draft(requirement: Requirement) -> None:
    if not is_of_a_paper(requirement):  # a form's blank may be one: nobody has filled it in
        assert requirement.on_no == "review" or requirement.when is None
    assert requirement.look_for
    assert requirement.advice


@pytest.mark.parametrize(
    ("entry", "source"),
    [pytest.param(e, source, id=e.id) for pack, source in SOURCES.items() for e in entries(pack)],
)
def test_the_first_source_is_the_document_itself(entry: Entry, source: str) -> None:
    first = entry.cites[0]
    assert (first.source, first.checked) == (source, Checked.PRIMARY)


@pytest.mark.parametrize("entry", named(ENTRIES))
def test_pin_points_exist(entry: Entry) -> None:
    own = [cite for cite in entry.cites if cite.source in HEADINGS]
    assert [cite.at for cite in own if cite.at not in HEADINGS[cite.source]] == []


def test_there_are_seven_themes() -> None:
    themes = [e.id for e in entries("home-office-2013-common-themes")]
    assert len(themes) == 7
    cited = [e.cites[0].at for e in entries("home-office-2013-common-themes")]
    listed = list(HEADINGS["ho-themes-2013"])
    assert cited == listed[1:-1]


def test_the_overlay_leaves_limb_a_alone() -> None:
    changed = [one.overrides for pack in SOURCES for one in BASE.pack(pack).entries("overrides")]
    assert changed == ["S9-1B-HOUSEHOLD"]
