"""Headings with their source, contents lists, tables, changes, concealment, notes."""

from __future__ import annotations

import pytest
from dhr_checker.checker.document import read_document
from dhr_checker.checker.document.content import HeadingSource, RevisionKind
from dhr_checker.checker.document.model import Document

from .builder import docx, field, p, part, r, style, tbl, tc, tr, txbx


def read(body: str, styles: str = "", **parts: str) -> Document:
    given = {f"word/{name}.xml": xml for name, xml in parts.items()}
    if styles:
        given["word/styles.xml"] = part("styles", styles)
    return read_document(docx(body, parts=given))


def heading(body: str, styles: str = "") -> tuple[int, str, float] | None:
    found = read(body, styles).paragraphs[0].heading
    return None if found is None else (found.level, str(found.source.value), found.confidence)


OUTLINE = '<w:outlineLvl w:val="{}"/>'


class TestHeadings:
    def test_outline_level_of_the_paragraph(self) -> None:
        assert heading(p("x y", ppr=OUTLINE.format(2))) == (3, "outline", 1.0)

    def test_outline_level_of_a_style_it_is_based_on(self) -> None:
        sheet = style("A", "Überschrift", ppr=OUTLINE.format(1)) + style("B", based_on="A")
        assert heading(p("x y", style="B"), sheet) == (2, "style", 1.0)

    def test_body_text_in_a_heading_style_is_no_heading(self) -> None:
        sheet = style("Heading1", "heading 1", ppr=OUTLINE.format(0))
        assert heading(p("x y", style="Heading1", ppr=OUTLINE.format(9)), sheet) is None

    def test_built_in_name(self) -> None:
        assert heading(p("x y", style="h"), style("h", "Heading 4")) == (4, "name", 1.0)

    @pytest.mark.parametrize("name", ["Heading2", "berschrift2", "Pennawd 2", "Titre2"])
    def test_conventional_name(self, name: str) -> None:
        assert heading(p("x y", style=name)) == (2, "name", 0.9)

    @pytest.mark.parametrize(
        "caption",
        ["Table 3: Members of the panel", "Figure 2", "Table A1. Contacts", "Map 1"],
    )
    def test_a_bold_caption_is_no_heading_whatever_its_style(self, caption: str) -> None:
        assert heading(p(r(caption, "<w:b/>"))) is None

    @pytest.mark.parametrize("title", ["Tables of events", "Map of services", "Figures"])
    def test_a_title_that_begins_like_a_caption_is_still_one(self, title: str) -> None:
        assert heading(p(r(title, "<w:b/>"))) is not None

    def test_imitations(self) -> None:
        body = (
            p(r("Terms of reference", "<w:b/>"))
            + p("The panel met four times, and the chair wrote to the family each time.")
            + p(r("3.2 Background", "<w:b/>"))
            + p(r("This whole sentence is bold but it ends with a stop.", "<w:b/>"))
            + p("CHRONOLOGY")
            + tbl(tr(tc(p(r("Bold in a cell", "<w:b/>")))))
        )
        found = read(body).outline()
        assert [x.title for x in found] == ["Terms of reference", "Background", "CHRONOLOGY"]
        assert {x.heading.source for x in found if x.heading} == {HeadingSource.IMITATION}
        assert found[1].number == "3.2"
        assert found[1].heading is not None
        assert found[1].heading.level == 2
        assert read(body).outline(imitations=False) == ()

    @pytest.mark.parametrize(
        ("text", "number", "title"),
        [
            ("12 Analysis", "12", "Analysis"),
            ("Section 3: Analysis", "Section 3:", "Analysis"),
            ("4.1.2 Analysis", "4.1.2", "Analysis"),
            ("4.\tAnalysis", "4.", "Analysis"),
            ("Appendix A Analysis", "Appendix A", "Analysis"),
            ("Analysis", "", "Analysis"),
        ],
    )
    def test_typed_numbers_of_headings(self, text: str, number: str, title: str) -> None:
        found = read(p(text, style="Heading1")).paragraphs[0]
        assert (found.number, found.title) == (number, title)

    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("3 children lived there.", ""),
            ("12.03.2016 was the date.", ""),
            ("Section 44 of the Care Act applies.", ""),
            ("4.1 The panel met.", "4.1"),
            ("(a) the first of these", "(a)"),
            ("iv) the fourth of these", "iv)"),
            ("A general remark.", ""),
        ],
    )
    def test_typed_numbers_of_paragraphs(self, text: str, number: str) -> None:
        assert read(p(text)).paragraphs[0].typed_label == number

    def test_sections_and_paths(self) -> None:
        body = (
            p("One", style="Heading1") + p("a") + p("Two", style="Heading2") + p("b")
            + p("Three", style="Heading1") + p("c" + "")
        )  # fmt: skip
        found = read(body)
        assert [(s.heading.text, s.paragraphs) for s in found.sections()] == [
            ("One", (1, 2, 3)),
            ("Two", (3,)),
            ("Three", (5,)),
        ]
        assert found.paragraphs[3].place.heading_path == ("One", "Two")
        assert found.paragraphs[4].place.heading_path == ()
        masked = found.paragraphs[3].place.describe(lambda text: "X" * len(text))
        assert "under 'XXX'" in masked


class TestContents:
    def test_a_field_a_style_and_a_typed_list_are_no_sections(self) -> None:
        toc = p(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText>'
            '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("ANALYSIS 3")
        ) + p('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + r("Analysis"), style="Heading1")
        typed = "".join(p(f"CHAPTER {c}\t{i}") for i, c in enumerate("ABC"))
        found = read(toc + p("CONCLUSION", style="TOC2") + typed)
        assert [x.text for x in found.outline()] == ["Analysis"]
        assert [x.in_toc for x in found.paragraphs] == [True, False, True, True, True, True]

    def test_a_field_within_one_paragraph(self) -> None:
        assert read(p(field("TOC \\o", r("Analysis 3")))).paragraphs[0].in_toc
        assert not read(p(field("AUTHOR", r("Analysis 3")))).paragraphs[0].in_toc


class TestTables:
    def test_cells_once_with_their_columns(self) -> None:
        body = tbl(
            tr(tc("a", tcpr='<w:gridSpan w:val="2"/>'), tc("b"), trpr="<w:tblHeader/>"),
            tr("c", tc(tbl(tr("inner")), p("d")), "e"),
        )
        found = read(body)
        outer, inner = found.tables
        assert outer.header == ("a", "b")
        assert outer.columns == 3
        assert outer.rows[0].is_header
        assert [(c.column, c.span) for c in outer.rows[0].cells] == [(0, 2), (2, 1)]
        assert found.rows_text(outer) == (("a", "b"), ("c", "d", "e"))
        assert inner.within == (0, 1, 1)
        assert outer.rows[1].cells[1].tables == (1,)
        assert [x.in_table for x in found.paragraphs] == [
            (0, 0, 0), (0, 0, 1), (0, 1, 0), (1, 0, 0), (0, 1, 1), (0, 1, 2),
        ]  # fmt: skip
        assert found.paragraphs[3].place.describe().endswith("table 2, row 1, cell 1")

    def test_text_boxes_come_after_their_host(self) -> None:
        found = read(p(r("host ") + txbx(p("box")) + r("goes on")) + p("next"))
        assert [x.text for x in found.paragraphs] == ["host goes on", "box", "next"]
        assert [x.host for x in found.paragraphs] == [-1, 0, -1]


WHO = 'w:author="A N Author" w:date="2026-01-02T03:04:05Z"'


class TestChanges:
    def test_final_text_and_what_was_deleted(self) -> None:
        body = p(
            r("The ") + f"<w:ins {WHO}>{r('second')}</w:ins>"
            f"<w:del {WHO}><w:r><w:delText>first</w:delText></w:r></w:del>" + r(" draft")
        )
        found = read(body)
        only = found.paragraphs[0]
        assert only.text == "The second draft"
        assert [(c.start, c.end, c.text) for c in only.inserted] == [(4, 10, "second")]
        assert [(c.start, c.text, c.author) for c in only.deleted] == [(10, "first", "A N Author")]
        assert [(x.kind, x.text) for x in found.revisions] == [
            (RevisionKind.INSERT, "second"),
            (RevisionKind.DELETE, "first"),
        ]

    def test_a_deletion_inside_a_word_is_reported_with_the_word(self) -> None:
        deleted = f"<w:del {WHO}><w:r><w:delText>ane</w:delText></w:r></w:del>"
        inserted = f"<w:ins {WHO}>{r('ohn')}</w:ins>"
        found = read(p(r("Dear J") + deleted + inserted + r(" Smith")))
        assert "Jane" in [x.text for x in found.pieces]
        assert found.paragraphs[0].text == "Dear John Smith"

    def test_a_deleted_mark_joins_two_paragraphs(self) -> None:
        first = p("Jane ", ppr=f"<w:rPr><w:del {WHO}/></w:rPr>")
        assert [x.text for x in read(first + p("Smith") + p("x")).paragraphs] == ["Jane Smith", "x"]
        assert [x.text for x in read(first + tbl(tr("cell"))).paragraphs] == ["Jane ", "cell"]


class TestConcealment:
    @pytest.mark.parametrize(
        ("rpr", "kind"),
        [
            ("<w:vanish/>", "hidden"),
            ('<w:vanish w:val="0"/>', None),
            ('<w:color w:val="FFFFFF"/>', "white"),
            ('<w:color w:val="FEFEFE"/>', "white"),
            ('<w:color w:themeColor="background1" w:val="FFFFFF"/>', "white"),
            ('<w:highlight w:val="black"/>', "redacted"),
            ('<w:highlight w:val="black"/><w:color w:val="FFFFFF"/>', None),
            ('<w:highlight w:val="white"/><w:color w:val="FFFFFF"/>', "white"),
            ('<w:highlight w:val="yellow"/>', None),
            ('<w:shd w:val="clear" w:fill="000000"/><w:color w:val="000000"/>', "redacted"),
            ('<w:sz w:val="2"/>', "tiny"),
            ("<w:b/>", None),
        ],
    )
    def test_runs(self, rpr: str, kind: str | None) -> None:
        found = read(p(r("ab ") + r("cd", rpr))).paragraphs[0]
        assert [(s.start, s.end, s.kind.value) for s in found.hidden] == (
            [(3, 5, kind)] if kind else []
        )

    def test_white_on_a_dark_cell_is_visible(self) -> None:
        white = p(r("x", '<w:color w:val="FFFFFF"/>'))
        dark = tbl(tr(tc(white, tcpr='<w:shd w:val="clear" w:fill="1F3864"/>')))
        assert read(dark).paragraphs[0].hidden == ()

    def test_hidden_through_a_chain_of_styles_and_toggled_back(self) -> None:
        sheet = (
            style("A", rpr="<w:vanish/>")
            + style("B", based_on="A")
            + style("C", rpr="<w:vanish/>", kind="character")
        )
        hidden = read(p("x", style="B"), sheet).paragraphs[0]
        assert [s.kind.value for s in hidden.hidden] == ["hidden"]
        twice = read(p(r("x", '<w:rStyle w:val="C"/>'), style="B"), sheet).paragraphs[0]
        assert twice.hidden == ()


class TestNotesAndComments:
    def test_a_note_knows_who_cites_it(self) -> None:
        notes = part("footnotes", f'<w:footnote w:id="2">{p("source")}</w:footnote>')
        body = p("Analysis", style="Heading1") + p('<w:r><w:footnoteReference w:id="2"/></w:r>')
        found = read(body, footnotes=notes)
        assert found.notes[0].host == 1
        assert found.paragraphs[found.notes[0].paragraphs[0]].place.heading_path == ("Analysis",)

    def test_comments_with_replies_and_anchors(self) -> None:
        comments = part(
            "comments",
            f'<w:comment w:id="1" w:author="A"><w:p w14:paraId="0A"><w:r><w:t>q</w:t></w:r></w:p>'
            f'</w:comment><w:comment w:id="2" w:author="B"><w:p w14:paraId="0B">{r("a")}</w:p>'
            "</w:comment>",
        )
        extended = (
            part("x", "")
            .replace("w:x ", "w15:commentsEx ")
            .replace(
                "></w:x>",
                '><w15:commentEx w15:paraId="0A" w15:done="1"/>'
                '<w15:commentEx w15:paraId="0B" w15:paraIdParent="0A"/></w15:commentsEx>',
            )
        )
        body = p("x") + '<w:commentRangeStart w:id="1"/>' + p("y")
        found = read(body, comments=comments, commentsExtended=extended)
        first, second = found.comments
        assert (first.text, first.resolved, first.parent, first.paragraph) == ("q", True, None, 1)
        assert (second.parent, second.resolved, second.paragraph) == ("1", False, -1)
        assert found.paragraphs[1].comment_ids == ("1",)
