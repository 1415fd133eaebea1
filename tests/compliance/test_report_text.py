"""The report as text: readable, complete, and without a single real name."""

from __future__ import annotations

import json
import re
from itertools import pairwise

import pytest
import yaml
from dhr_checker.checker.compliance import check
from dhr_checker.checker.render import as_json, report_text
from dhr_checker.schemas.compliance import CheckOutcome, ComplianceReport

from .support import CASE, DRAFTS, draft, report

NAMES = yaml.safe_load((DRAFTS / "names.yaml").read_text(encoding="utf-8"))


def real_names() -> list[str]:
    people = [
        NAMES["deceased"],
        *NAMES["alleged_perpetrators"],
        *NAMES["children"],
        *NAMES["others"],
    ]
    return [name for person in people for name in person["names"]]


@pytest.mark.parametrize("with_case", [True, False])
@pytest.mark.parametrize("name", ["sound-overview", "faulty-overview"])
def test_no_real_name_comes_out(name: str, with_case: bool) -> None:
    made = report(name, with_case)
    for text in (report_text.render(made), as_json.render(made)):
        assert not [n for n in real_names() if re.search(rf"\b{n}\b", text)]
        assert "MR7 4TD" not in text
        assert "Wainscott" not in text


def test_clear_text_only_when_asked_for() -> None:
    made = check(draft("faulty-overview"), CASE, masked=False)
    text = report_text.render(made)
    assert "NOT MASKED" in text
    assert "Pettisford" in text


def test_the_overall_line_comes_first_and_strengths_before_faults() -> None:
    text = report_text.render(report("faulty-overview"))
    lines = text.splitlines()
    assert lines[3].startswith("Do not send this draft yet")
    heads = [line for line, below in pairwise(lines) if set(below) == {"-"}]
    letters = ["What is good", "Structure", "Identities", "Content", "Consistency", "Wording"]
    assert heads[:6] == letters
    assert "What only a person can judge" in heads


def test_every_line_fits() -> None:
    for name in ("sound-overview", "faulty-overview"):
        text = report_text.render(report(name))
        assert max(len(line) for line in text.splitlines()) <= 88


def test_everything_that_is_not_met_is_told_with_its_source() -> None:
    made = report("faulty-overview")
    text = " ".join(report_text.render(made).split())
    for one in made.of(CheckOutcome.FAIL, CheckOutcome.REVIEW):
        assert f"[{one.rule}]" in text
    assert "taken from a document that restates it" in text


def test_what_is_missing_with_a_section_is_told_with_it() -> None:
    text = report_text.render(report("faulty-overview"))
    block = text[text.index("[OR16-DISSEMINATION]") : text.index("Identities\n---")]
    assert "[OR16-RECIPIENT-DAC]" in " ".join(block.split())
    content = text[text.index("Content\n---") : text.index("Wording\n---")]
    assert "OR16-RECIPIENT-DAC" not in content


def test_nothing_is_called_verified_or_ready() -> None:
    text = report_text.render(report("sound-overview")).lower()
    assert "verified" not in text.replace("not verified", "")
    assert "ready" not in text.replace("already", "")
    assert "that is no approval" in text


def test_json_holds_the_whole_report() -> None:
    made = report("faulty-overview")
    assert ComplianceReport.model_validate(json.loads(as_json.render(made))) == made


def test_a_report_of_an_empty_draft_still_reads() -> None:
    from dhr_checker.checker.textdoc import text_document

    text = report_text.render(check(text_document("")))
    assert "In figures" in text
