"""Documents of one review checked together: each by itself, each beside the others."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from dhr_checker import InputError, check, check_together
from dhr_checker.checker.detectors.base import Hit, Look, Which
from dhr_checker.checker.detectors.beside import BesideSettings, beside
from dhr_checker.checker.packs import lay, load_packs
from dhr_checker.checker.records import load_case
from dhr_checker.checker.shown import Shown
from dhr_checker.checker.textdoc import text_document
from dhr_checker.schemas.common import Answer
from dhr_checker.schemas.documents import PUBLISHED, DocumentKind

DRAFTS = Path(__file__).resolve().parents[2] / "examples" / "drafts"
THREE = [DRAFTS / f"sound-{name}.docx" for name in ("overview", "summary", "action-plan")]
DAY = date(2025, 10, 31)


def test_each_document_gets_its_report_in_the_order_given() -> None:
    reports = check_together(THREE, as_of=DAY)
    assert [r.document.kind for r in reports] == [
        "overview-report",
        "executive-summary",
        "action-plan",
    ]
    assert reports[0].beside == ("executive summary", "action plan")
    assert reports[2].beside == ("overview report", "executive summary")


def test_alone_a_document_has_nothing_beside_it() -> None:
    assert check(THREE[0], as_of=DAY).beside == ()


def test_two_of_one_kind_are_refused() -> None:
    with pytest.raises(InputError) as caught:
        check_together([THREE[0], THREE[0]])
    assert caught.value.code == "input.kind-twice"


def test_whether_another_document_is_there() -> None:
    plan = Look(text_document("# Plan"), kind=DocumentKind.PLAN)
    overview = Look(text_document("# Analysis"), others=(plan,))
    settings = BesideSettings(document=DocumentKind.PLAN)
    assert beside(overview, settings).answer is Answer.YES
    assert beside(plan, settings).answer is Answer.NO


def test_a_place_in_another_document_is_told_in_words_and_masked_by_both() -> None:
    record = load_case({"reference": "T-1", "deceased": {"names": ["Tamsin Hallorane"]}})
    other_text = "Tamsin Hallorane was seen by Dr Ashworthy."
    summary = Look(text_document(other_text), record, kind=DocumentKind.SUMMARY)
    overview = Look(text_document("# Analysis\nShe was seen."), record, others=(summary,))
    place = summary.document.paragraphs[0].place
    show = Shown(overview, lay(load_packs(), ["dvcva-2004-s9"]), masked=True)
    spot = show.spot(Hit(place, other_text, 0, 5, within=Which(DocumentKind.SUMMARY)))
    assert spot.where.startswith("in the executive summary: ")
    assert spot.paragraph == -1
    assert "Hallorane" not in spot.excerpt
    assert "Ashworthy" not in spot.excerpt


@pytest.mark.parametrize("kind", DocumentKind)
def test_every_kind_has_a_name_and_an_article(kind: DocumentKind) -> None:
    assert kind.named in kind.with_article
    assert kind.headed.lower() == kind.named.lower()
    assert (kind in PUBLISHED) is (
        kind.value in {"overview-report", "executive-summary", "action-plan"}
    )
