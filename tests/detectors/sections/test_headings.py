"""Headings are recognised as authors write them, and measured on published ones."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from dhr_checker.checker.headings import HeadingMatcher, How, normalise

from .support import template

DOCS = Path(__file__).resolve().parents[3] / "docs"


@pytest.fixture(scope="module")
def matcher() -> HeadingMatcher:
    return HeadingMatcher(template().sections)


@pytest.mark.parametrize(
    ("heading", "keys", "how"),
    [
        ("TIMESCALES", ("timescales",), How.WORDING),
        ("12. Analysis ........ 41", ("analysis",), How.WORDING),
        ("Appendix One: Terms of Reference", ("terms-of-reference",), How.WORDING),
        ("3 – The Facts", ("background",), How.WORDING),
        ("Contributors to this DHR", ("contributors",), How.SHORTENED),
        ("Contributors to the overview and members of the panel", ("contributors",), How.PATTERN),
        ("Contributors and members of the panel", ("contributors", "panel"), How.PART),
        ("The death of Sarah", ("background",), How.PATTERN),
        ("Conclusions & Recommendations", ("conclusions", "recommendations"), How.WORDING),
        ("Background and chronology", ("background", "chronology"), How.PART),
        ("Methodolgy", ("methodology",), How.TYPO),
        ("Equality and Diversity (Equality Act 2010)", ("equality",), How.WORDING),
    ],
)
def test_recognised(matcher: HeadingMatcher, heading: str, keys: tuple[str, ...], how: How) -> None:
    match = matcher.match(heading)
    assert match is not None
    assert set(match.keys) == set(keys)
    if len(keys) == 1:
        assert match.how is how


@pytest.mark.parametrize(
    "heading",
    ["Metropolitan Police", "Housing", "Risk assessment", "Leonie", "Domestic Homicide Review", ""],
)
def test_not_taken_for_a_section(matcher: HeadingMatcher, heading: str) -> None:
    assert matcher.match(heading) is None


def test_like_is_not_same(matcher: HeadingMatcher) -> None:
    chronology = matcher.match("Chronology")
    methodology = matcher.match("Methodology")
    assert chronology is not None
    assert methodology is not None
    assert chronology.keys != methodology.keys


def test_a_merged_heading_says_whether_all_of_it_was_recognised(matcher: HeadingMatcher) -> None:
    whole = matcher.match("Background and chronology")
    part = matcher.match("Line 9: family, friends, work and neighbours")
    assert whole is not None
    assert whole.whole
    assert part is not None
    assert not part.whole


@pytest.mark.parametrize(
    ("heading", "normal"),
    [
        ("1.1.1. Timescales", "timescales"),
        ("Section Two: The Review’s Scope", "the reviews scope"),
        ("(a) Lessons learned", "lessons learnt"),
        ("IV. Analysis…… 4", "analysis"),
    ],
)
def test_normalised(heading: str, normal: str) -> None:
    assert normalise(heading) == normal


@pytest.fixture(scope="module")
def measured() -> ModuleType:
    spec = importlib.util.spec_from_file_location("measure_headings", DOCS / "measure_headings.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["measure_headings"] = module
    spec.loader.exec_module(module)
    return module


def test_the_page_is_current(measured: ModuleType) -> None:
    assert measured.PAGE.read_text(encoding="utf-8") == measured.page(), (
        "run python docs/measure_headings.py"
    )


def test_accuracy_does_not_drop(measured: ModuleType) -> None:
    known, fresh = measured.measure(held_out=False), measured.measure(held_out=True)
    assert float(known.precision(known.right)) >= 0.98
    assert sum(known.missed.values()) <= 2
    assert sum(fresh.wrong.values()) <= 2
    assert sum(fresh.missed.values()) <= 15
