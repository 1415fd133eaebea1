"""Reports that are long, and texts that are odd: both faces hold, and stay readable."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from dhr_checker.checker.compliance import check
from dhr_checker.checker.decision import decide
from dhr_checker.checker.document.reader import read_document
from dhr_checker.checker.render import decision_docx, decision_html, report_docx, report_html
from dhr_checker.checker.render.report_sheet import lay_out
from dhr_checker.checker.render.sheet import Bullets, NewPage, Table
from dhr_checker.checker.textdoc import text_document
from dhr_checker.schemas.compliance import CheckOutcome, ComplianceReport, Spot

from .html_rules import faults
from .pages import AS_OF, W, as_text, part
from .test_axe import WIDTHS, violations

_ARABIC = "\u0644\u064a\u0644\u0649"
_LONG = "A heading that goes on as no heading should, " * 20
_MOST = 300


@lru_cache(maxsize=1)
def odd() -> ComplianceReport:
    """A draft with Arabic, an override of the direction of writing, and endless words."""
    return check(
        text_document(
            "Harbour Community Safety Partnership\nOverview report\n"
            f"# 1. {_LONG}\n"
            f"{_ARABIC} was born on 2 May 1982. \u202e{_ARABIC}\u200f lived at MR7 4TD.\n"
            f"# {_ARABIC} <b>& \u201cmore\u201d\n"
            f"{'x' * 3000} failed to leave. Call 07700 900123.\n"
        ),
        as_of=AS_OF,
        engine="plain",
    )


@lru_cache(maxsize=1)
def long() -> ComplianceReport:
    """Three hundred findings, each at four places under a long heading."""
    made = odd()
    like = next(one for one in made.of(CheckOutcome.FAIL) if one.places)
    findings = tuple(
        like.model_copy(
            update={
                "rule": f"XX16-{number}",
                "group": ("identity", "content", "wording")[number % 3],
                "title": f"Requirement {number}",
                "section_title": f"Section {number % 20}",
                "places": tuple(_spot(number, place) for place in range(4)),
                "more_places": 9,
            }
        )
        for number in range(_MOST)
    )
    counts = made.counts.model_copy(update={"failed": _MOST})
    return made.model_copy(update={"findings": findings, "counts": counts})


def _spot(number: int, place: int) -> Spot:
    chapter = number % 37
    return Spot(
        where=f"body, under '{chapter}. {_LONG}', paragraph {chapter}.{place}",
        excerpt="w" * 150 if place == 2 else f"words {number}-{place}",
        part="word/document.xml",
        paragraph=chapter * 10 + place,
    )


@pytest.mark.parametrize("report", [odd, long])
def test_both_faces_hold(report: Any):
    page = report_html.render(report())
    assert faults(page) == []
    made = report_docx.render(report())
    assert read_document(made).words > 300
    text = as_text(made)
    for one in report().findings:
        assert f"({one.rule})" in page
        assert f"({one.rule})" in text


@pytest.mark.slow
@pytest.mark.parametrize("report", [odd, long])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(report: Any, width: int, chromium: str, axe: str, tmp_path: Path):
    """A word without an end must not push a cell out of sight."""
    found = violations(report_html.render(report()), chromium, axe, tmp_path, width)
    assert found["passes"] > 20
    assert found["faults"] == []


@pytest.mark.parametrize("report", [odd, long])
def test_the_first_page_is_short_whatever_is_wrong(report: Any):
    """Few points, and no table: it was looked at on paper with these numbers."""
    blocks = lay_out(report()).blocks
    summary = blocks[: next(at for at, one in enumerate(blocks) if isinstance(one, NewPage))]
    lists = [one for one in summary if isinstance(one, Bullets)]
    assert lists
    assert all(len(one.items) <= 5 for one in lists)
    assert not [one for one in summary if isinstance(one, Table)]


def test_captions_are_no_longer_than_a_caption():
    tables = [one for one in lay_out(long()).blocks if isinstance(one, Table)]
    assert len(tables) > 40
    assert max(len(one.caption) for one in tables) < 140


def test_places_stand_in_the_order_of_the_draft():
    tree: Any = lxml.html.fromstring(report_html.render(long()))
    chapters = [
        int(caption.text_content().split()[1].rstrip("."))
        for caption in tree.iter("caption")
        if caption.text_content().startswith("Under: ")
    ]
    assert chapters == sorted(chapters)
    assert len(chapters) == 37


def test_nothing_turns_the_direction_of_writing_of_the_report():
    """An override in the draft would turn every word after it in the cell."""
    assert odd().of(CheckOutcome.FAIL)
    for text in (report_html.render(odd()), as_text(report_docx.render(odd()))):
        assert _ARABIC in text
        assert not [
            one for one in text if one in "\u200e\u200f\u202a\u202b\u202d\u202e\u2066\u2069"
        ]


def test_what_is_in_no_paragraph_of_the_text_comes_last():
    made = odd()
    like = next(one for one in made.of(CheckOutcome.FAIL) if one.places)
    header = Spot(
        where="header, paragraph 9 of the file, in word/header1.xml",
        excerpt="RESTRICTED",
        part="word/header1.xml",
        paragraph=0,
    )
    top = Spot(where="body, paragraph 2 of the file", part="word/document.xml", paragraph=1)
    finding = like.model_copy(update={"places": (header, top)})
    captions = [
        one.caption
        for one in lay_out(made.model_copy(update={"findings": (finding,)})).blocks
        if isinstance(one, Table) and one.head[0] == "Place"
    ]
    assert captions == [
        "Before the first heading",
        "Headers, footers, properties and other parts of the file",
    ]
    text = as_text(report_docx.render(made.model_copy(update={"findings": (finding,)})))
    assert "| header | \u201cRESTRICTED\u201d" in text
    assert "word/header1.xml" not in text
    assert "paragraph 2 of the file" not in text


# --- six people -----------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def six() -> Any:
    kinds = ["spouse", "relative", "household", "friend", "carer", "not-known"]
    record = {
        "reference": "SIX-6",
        "dates": {"death": "2026-03-01", "csp_aware": "2026-03-02"},
        "deceased": {"age_at_death": 30, "manner": "violence"},
        "alleged_perpetrators": [{"links": [{"kind": kind}]} for kind in kinds],
    }
    return decide(record, as_of=date(2026, 4, 1), engine="plain")


def test_a_case_with_six_alleged_perpetrators_holds():
    page = decision_html.render(six())
    assert faults(page) == []
    text = as_text(decision_docx.render(six()))
    for number in range(1, 7):
        assert f"Caption: Alleged perpetrator P{number}\n" in text


def test_what_is_asked_of_six_people_is_said_once():
    text = as_text(decision_docx.render(six()))
    asked = "hether the alleged perpetrator was a police officer"
    assert text.count(asked) == 1
    assert f"{asked} (P1, P2, P3, P4, P5 and P6)" in text


def test_a_table_of_many_rows_repeats_its_heading_and_tears_no_row():
    document = part(report_docx.render(long()), "word/document.xml")
    for table in document.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        if len(rows[0].findall(f"{W}tc")) > 2:
            assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
