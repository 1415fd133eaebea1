"""A blank management review, and blank terms: known for what they are, and nothing written."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from dhr_checker.checker.new_report import plan_for
from dhr_checker.checker.render import skeleton_docx
from dhr_checker.cli import main

from .support import ERROR, FAIL, PASS, held, of


@pytest.mark.parametrize("edition", ["2011", "2013", "2016"])
@pytest.mark.parametrize("document", ["management-review", "terms-of-reference"])
def test_a_blank_paper_is_known_and_says_nothing(document: str, edition: str) -> None:
    made = skeleton_docx.render(plan_for(document, edition))
    report = held(made, edition)
    assert report.document.kind == document
    assert not of(report, ERROR)
    pack = "TR" if document == "terms-of-reference" else "MR"
    failed = {rule.split("-", 1)[1] for rule in of(report, FAIL) if rule.startswith(pack)}
    assert "BLANKS" in failed
    if document == "management-review":
        assert {"AUTHOR", "COMMISSIONED", "COMPLETED", "QUALITY"} <= failed
    # What only asks that nothing bad be said passes; nothing that has to be said does.
    passed = {rule.split("-", 1)[1] for rule in of(report, PASS)}
    assert passed <= {"REC-SPECIFIC"}


def test_every_section_of_a_blank_paper_says_what_is_asked_of_it() -> None:
    plan = plan_for("management-review", "2011")
    titles = [one.title for one in plan.sections]
    assert titles[1:5] == [
        "Introduction",
        "Victim, perpetrator, family details",
        "Terms of reference",
        "Methodology",
    ]
    asked = {one.key: one.points for one in plan_for("terms-of-reference", "2016").sections}
    assert any("period under review" in point for point in asked["period"])
    assert len(asked["lines"]) > 8


def test_the_command_writes_it(tmp_path: Path) -> None:
    out = tmp_path / "review.docx"
    made = CliRunner().invoke(main, ["new", "management-review", "-o", str(out)])
    assert made.exit_code == 0
    assert out.exists()
