"""The shape of every HTML page, and that nothing in a text can break it."""

from __future__ import annotations

from typing import Any

import lxml.html
import pytest
from dhr_checker.checker.render import decision_html
from dhr_checker.checker.render.html_page import page
from dhr_checker.checker.render.html_style import STYLE
from dhr_checker.checker.render.sheet import (
    Blank,
    Box,
    Bullets,
    Folded,
    Heading,
    Pairs,
    Para,
    Ref,
    Sheet,
    Space,
    Strong,
    Table,
    Ticks,
)

from .html_rules import faults
from .pages import CASES, fixture


@pytest.mark.parametrize("kind", CASES)
def test_a_decision_bars_nobody_and_reaches_nowhere(kind: str):
    assert faults(decision_html.render(fixture(kind))) == []


def test_the_rules_find_a_fault():
    """A test of the test: each kind of fault is found."""
    sound = decision_html.render(fixture("met"))
    for broken in (
        sound.replace('lang="en-GB"', ""),
        sound.replace('<h2 id="h1">', '<h4 id="h1">', 1).replace("</h2>", "</h4>", 1),
        sound.replace(' scope="col"', "", 1),
        sound.replace('href="#main"', 'href="#nowhere"'),
        sound.replace("</style>", "@import 'x';</style>"),
        sound.replace("</main>", '<img src="x"></main>'),
    ):
        assert faults(broken)


def test_nothing_in_a_text_becomes_markup():
    nasty = "<script>alert('x')</script> \" onload=\"x & y"
    sheet = Sheet(
        title=nasty,
        reference=nasty,
        subtitle=nasty,
        marking=nasty,
        foot=nasty,
        blocks=(
            Heading(nasty),
            Para((nasty, Strong(nasty), Blank(nasty), Ref(1, nasty))),
            Bullets((nasty,)),
            Ticks((nasty,)),
            Table(nasty, (nasty, nasty), ((nasty, nasty),), (1, 1)),
            Pairs(nasty, ((nasty, nasty),)),
            Box(nasty, (nasty,)),
            Space(nasty),
        ),
    )
    tree: Any = lxml.html.fromstring(page(sheet))
    assert list(tree.iter("script")) == []
    assert not [one for one in tree.iter() if one.get("onload")]
    assert tree.text_content().count("alert('x')") == 25


def test_a_long_page_has_links_to_its_parts_and_a_short_one_none():
    tree: Any = lxml.html.fromstring(decision_html.render(fixture("met")))
    headings = [one.text_content() for one in tree.iter("h2")]
    assert [one.text_content() for one in tree.findall(".//nav//a")] == headings
    assert "<nav" not in page(Sheet(title="A", reference="B", blocks=(Heading("One"), Para("x"))))


def test_on_a_telephone_every_cell_says_its_column():
    """The heading row is out of sight there."""
    tree: Any = lxml.html.fromstring(decision_html.render(fixture("met")))
    for table in tree.find_class("grid"):
        columns = [one.text_content() for one in table.findall(".//thead//th")]
        for row in table.findall("tbody/tr"):
            assert [one.get("data-column") for one in row.findall("td")] == columns[1:]


def test_the_style_sheet_prints():
    assert "@media print" in STYLE
    assert "A4" in STYLE


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("ink", ["#1a1a1a", "#14304f", "#404040"])
@pytest.mark.parametrize(
    "paper", ["#ffffff", "#e3eaf2", "#f3f5f8", "#f1f6f1", "#fbf3ea", "#fff6cc"]
)
def test_every_ink_stands_out_from_every_paper(ink: str, paper: str):
    """7:1, where WCAG 2.2 AA asks for 4.5:1."""
    assert ink in STYLE
    assert paper in STYLE
    light, dark = _luminance(paper), _luminance(ink)
    assert (light + 0.05) / (dark + 0.05) >= 7


def test_a_caption_that_would_repeat_the_heading_is_said_and_not_shown():
    table = Table("Stage", ("A", "B"), (("1", "2"),), (50, 50), under="Later")
    made = page(Sheet(title="A", reference="B", blocks=(Folded("Later", (table,)),)))
    (caption,) = lxml.html.fromstring(made).iter("caption")
    assert caption.text_content() == "Later - Stage"
    assert caption.find("span").get("class") == "unseen"
    assert caption.find("span").tail == "Stage"
