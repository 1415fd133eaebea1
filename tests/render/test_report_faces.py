"""The compliance report as a page and as a Word document."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from html import escape
from pathlib import Path

import pytest
from click.testing import CliRunner
from dhr_checker.checker.compliance import check
from dhr_checker.checker.document.reader import read_document
from dhr_checker.checker.render import report_docx, report_html
from dhr_checker.checker.render.report_places import placed
from dhr_checker.checker.render.report_sheet import BY_PLACE, FOR_A_PERSON, lay_out, outcome_word
from dhr_checker.checker.render.sheet import Heading, NewPage, Ticks
from dhr_checker.checker.textdoc import text_document
from dhr_checker.cli import main
from dhr_checker.schemas.compliance import CheckOutcome, ComplianceReport

from .canary import CANARY
from .html_rules import faults
from .pages import AS_OF, GOLDEN, as_text, compare
from .test_axe import WIDTHS, violations
from .test_leaks import everything_in

DRAFTS = Path(__file__).parents[2] / "examples" / "drafts"
_OF_EACH = 2


@lru_cache(maxsize=2)
def kept() -> ComplianceReport:
    """A report kept as data, so that a change of the rules changes no rendering."""
    return ComplianceReport.model_validate_json((GOLDEN / "report.json").read_text("utf-8"))


def renew() -> None:
    """Check the faulty example afresh, and keep a few findings of each kind."""
    made = check(DRAFTS / "faulty-overview.docx", as_of=AS_OF, engine="plain")
    seen: Counter[tuple[str, str, bool, bool]] = Counter()
    few = []
    for one in made.findings:
        kind = (one.group, str(one.outcome), one.human, bool(one.places))
        seen[kind] += 1
        if seen[kind] <= _OF_EACH:
            few.append(one)
    short = made.model_copy(update={"findings": tuple(few)})
    (GOLDEN / "report.json").write_text(short.model_dump_json(indent=1) + "\n", "utf-8")
    kept.cache_clear()


@pytest.fixture(autouse=True, scope="module")
def fresh(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden", default=False):
        renew()


@lru_cache(maxsize=1)
def whole() -> ComplianceReport:
    return check(DRAFTS / "faulty-overview.docx", as_of=AS_OF, engine="plain")


def test_the_page_is_the_golden_one(update_golden: bool):
    compare("report.html", report_html.render(kept()), update=update_golden)


def test_the_word_document_is_the_golden_one(update_golden: bool):
    compare("report.docx.txt", as_text(report_docx.render(kept())), update=update_golden)


def test_the_word_document_is_the_same_bytes_twice():
    assert report_docx.render(kept()) == report_docx.render(kept())


def test_a_whole_report_bars_nobody_and_reaches_nowhere():
    assert faults(report_html.render(whole())) == []


def test_every_requirement_stands_on_both_faces_with_its_outcome():
    page, text = report_html.render(whole()), as_text(report_docx.render(whole()))
    for one in whole().findings:
        assert one.rule in text
        assert escape(one.title) in page
        assert f"({one.rule})" in page
    words = Counter(outcome_word(one) for one in whole().findings)
    for word, number in words.items():
        cell = f'data-column="Outcome"><strong>{word}</strong>'
        assert page.count(cell) == number


def test_every_place_is_listed():
    text = as_text(report_docx.render(whole()))
    assert len(placed(whole())) > 20
    for one in placed(whole()):
        if one.spot.excerpt:
            assert one.spot.excerpt in text


def test_what_only_a_person_can_judge_is_a_list_to_tick():
    human = [one for one in whole().findings if one.human and one.outcome is CheckOutcome.REVIEW]
    ticks = [block for block in lay_out(whole()).blocks if isinstance(block, Ticks)]
    assert human
    assert sum(len(block.items) for block in ticks) == len(human)


def test_the_summary_comes_first_and_is_short():
    blocks = lay_out(whole()).blocks
    summary = blocks[: next(at for at, one in enumerate(blocks) if isinstance(one, NewPage))]
    assert 4 <= len(summary) <= 10
    parts = [one.text for one in blocks if isinstance(one, Heading) and one.level == 2]
    assert parts.index("What to put right first") < parts.index("All requirements")
    assert parts.index("All requirements") < parts.index(BY_PLACE) < parts.index(FOR_A_PERSON)


def test_nothing_is_called_right():
    """Found is not approved: the words that would say so are not used."""
    text = as_text(report_docx.render(whole())).lower()
    for word in ("compliant", "approved by", "ready for submission", "verified."):
        assert word not in text
    assert "it clears nothing" in text


def test_a_name_of_the_case_record_is_masked_on_both_faces():
    case = {"reference": "T", "deceased": {"names": [f"{CANARY} Quixby"], "pseudonym": "Anna"}}
    draft = text_document(
        "Harbour Community Safety Partnership\nOverview report\n# 1. Introduction\n"
        f"This report is about {CANARY} Quixby, who was called {CANARY}.\n"
    )
    report = check(draft, case, engine="plain")
    assert report.failed
    for text in (report_html.render(report), everything_in(report_docx.render(report))):
        assert CANARY not in text
        assert "Quixby" not in text


def test_a_report_that_is_not_masked_says_so_on_every_page():
    report = kept().model_copy(update={"masked": False})
    assert "Not masked" in as_text(report_docx.render(report)).splitlines()[0]
    assert "NOT MASKED" in report_html.render(report)


def test_our_own_reader_can_read_it():
    assert read_document(report_docx.render(kept())).words > 300


@pytest.mark.slow
@pytest.mark.parametrize("draft", ["faulty-overview", "sound-overview", "sound-action-plan"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(draft: str, width: int, chromium: str, axe: str, tmp_path: Path):
    report = check(DRAFTS / f"{draft}.docx", as_of=AS_OF, engine="plain")
    found = violations(report_html.render(report), chromium, axe, tmp_path, width)
    assert found["passes"] > 20
    assert found["faults"] == []


@pytest.mark.parametrize("form", ["html", "docx"])
def test_the_command_has_both(tmp_path: Path, form: str):
    out = tmp_path / f"report.{form}"
    draft = str(DRAFTS / "faulty-overview.docx")
    result = CliRunner().invoke(main, ["check", draft, "--format", form, "-o", str(out)])
    assert result.exit_code == 1, result.output
    assert out.read_bytes()[:2] == (b"<!" if form == "html" else b"PK")
