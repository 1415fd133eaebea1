"""What a sheet must be in Word, whatever stands on it."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from dhr_checker.checker.render.docx_page import document
from dhr_checker.checker.render.sheet import (
    Blank,
    Block,
    Box,
    Bullets,
    Folded,
    Heading,
    NewPage,
    Para,
    Ref,
    Sheet,
    Space,
    Strong,
    Table,
    Ticks,
)

from .pages import W, part, words


def body(*blocks: Block) -> Any:
    return part(document(Sheet(title="A", reference="B", blocks=blocks)), "word/document.xml")


def numbering(*blocks: Block) -> Any:
    return part(document(Sheet(title="A", reference="B", blocks=blocks)), "word/numbering.xml")


def test_every_numbered_list_counts_from_one():
    """Word goes on counting where the last list left off, unless each list has its own count."""
    lists = (Bullets(("a", "b"), numbered=True), Para("x"), Bullets(("c",), numbered=True))
    made = body(*lists)
    counts = {
        words(one): one.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
        for one in made.iter(f"{W}p")
        if one.find(f"{W}pPr/{W}numPr") is not None
    }
    assert counts["a"] == counts["b"] != counts["c"]
    starts = {
        one.get(f"{W}numId"): one.find(f"{W}lvlOverride/{W}startOverride")
        for one in numbering(*lists).iter(f"{W}num")
    }
    for count in counts.values():
        assert starts[count].get(f"{W}val") == "1"


def test_bullets_have_no_count_of_their_own():
    assert not list(body(Bullets(("a",))).iter(f"{W}numPr"))


def test_a_paragraph_stays_with_the_table_that_it_leads_to():
    table = Table("T", ("h", "i"), (("1", "2"),), (1, 1))
    made = body(Para("leads"), table, Para("alone"), Para("end"))
    kept = {words(one): one.find(f"{W}pPr/{W}keepNext") is not None for one in made.iter(f"{W}p")}
    assert kept["leads"]
    assert not kept["alone"]
    assert not kept["end"]


def test_a_new_page_leaves_no_empty_page_before_it():
    """A break in a paragraph of its own goes over to the next page where the last is full."""
    for first in (Heading("First"), Para("First")):
        made = body(Para("before"), NewPage(), first, Para("after"))
        breaks = {
            words(one): one.find(f"{W}pPr/{W}pageBreakBefore") is not None
            for one in made.iter(f"{W}p")
        }
        assert breaks == {"A: B": False, "before": False, "First": True, "after": False}
        assert not list(made.iter(f"{W}br"))


def test_two_boxes_are_two():
    """Word draws neighbouring paragraphs with the same borders as one box."""
    made = body(Box("One", ("a",), "good"), Box("Two", ("b",), "stop"))
    styles = [one.find(f"{W}pPr/{W}pStyle").get(f"{W}val") for one in made.iter(f"{W}p")]
    assert styles[1:] == ["Boxgood", "Boxgood", "Aftertable", "Boxstop", "Boxstop"]


def test_every_style_that_is_used_is_there_and_none_is_said_twice():
    """Word mends, or complains of, a file that names a style that it has not."""
    table = Table("T", ("h", "i"), (("1", (Blank("x"), Strong("y"), Ref(1))),), (1, 1))
    blocks = (
        Heading("H"),
        Para("p", small=True),
        Bullets(("b",)),
        Ticks(("t",)),
        table,
        Space("s"),
    )
    made = document(Sheet(title="A", reference="B", blocks=blocks, subtitle="c", foot="d"))
    ids = [one.get(f"{W}styleId") for one in part(made, "word/styles.xml").iter(f"{W}style")]
    assert len(ids) == len(set(ids))
    for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml"):
        for kind in ("pStyle", "rStyle", "tblStyle"):
            assert {one.get(f"{W}val") for one in part(made, name).iter(f"{W}{kind}")} <= set(ids)
    # The mark of a comment, for skeletons with comments made on the same base.
    assert "CommentReference" in ids


def test_no_second_list_of_styles_contradicts_ours():
    made = document(Sheet(title="A", reference="B", blocks=()))
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert not [name for name in package.namelist() if "stylesWithEffects" in name]
        assert b"stylesWithEffects" not in package.read("[Content_Types].xml")


def test_rows_to_write_in_by_hand_are_tall():
    low = Table("L", ("h", "i"), (("1", "2"),), (1, 1))
    tall = Table("T", ("h", "i"), (("1", "2"),), (1, 1), tall=True)
    assert not list(body(low).iter(f"{W}trHeight"))
    (height,) = body(tall).iter(f"{W}trHeight")
    assert int(height.get(f"{W}val")) > 500


def test_a_caption_that_would_repeat_the_heading_is_not_printed():
    table = Table("", ("A", "B"), (("1", "2"),), (50, 50), under="Done")
    staged = Table("While it runs", ("A", "B"), (("3", "4"),), (50, 50), under="Later")
    made = body(Folded("Done", (table,)), Folded("Later", (staged,)))
    printed = [words(one) for one in made.iter(f"{W}p")]
    assert [printed.count(one) for one in ("Done", "Later", "While it runs")] == [1, 1, 1]
    named = [one.get(f"{W}val") for one in made.iter(f"{W}tblCaption")]
    assert named == ["Done", "Later - While it runs"]
