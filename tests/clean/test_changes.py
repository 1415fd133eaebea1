"""Keeping changes leaves the text, accepting gives the final text, refusing the original."""

from __future__ import annotations

import io
import zipfile

import pytest
from dhr_checker.checker.clean import clean
from dhr_checker.checker.document import read_document
from dhr_checker.checker.document.model import Document
from dhr_checker.schemas.inspection import Changes
from hypothesis import given
from hypothesis import strategies as st

from ..document.builder import docx, p, pack, part, parts_of, r, tbl, tc, tr, txbx

WHO = 'w:id="1" w:author="Jane Canary" w:date="2026-01-02T03:04:05Z"'
WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N"]), min_size=1, max_size=8)
KINDS = ("plain", "ins", "del", "moveTo", "moveFrom", "ins-del")


def texts(document: Document) -> list[str]:
    return [x.text for x in document.paragraphs if x.text]


def settled(data: bytes, changes: Changes) -> Document:
    document = read_document(clean(data, changes=changes).data)
    if changes is not Changes.KEEP:
        assert not document.revisions
        assert not any(x.inserted or x.deleted for x in document.paragraphs)
    return document


def markup(kind: str, word: str) -> str:
    gone = f"<w:r><w:delText>{word}</w:delText></w:r>"
    return {
        "plain": r(word),
        "ins": f"<w:ins {WHO}>{r(word)}</w:ins>",
        "del": f"<w:del {WHO}>{gone}</w:del>",
        "moveTo": f"<w:moveTo {WHO}>{r(word)}</w:moveTo>",
        "moveFrom": f"<w:moveFrom {WHO}>{r(word)}</w:moveFrom>",
        "ins-del": f"<w:ins {WHO}><w:del {WHO}>{gone}</w:del></w:ins>",
    }[kind]


FINAL = {"plain", "ins", "moveTo"}
ORIGINAL = {"plain", "del", "moveFrom"}


@st.composite
def drafts(draw: st.DrawFn) -> tuple[str, list[str], list[str]]:
    """A body with changes, its final and its original paragraphs (empty ones left out)."""
    body, final, original = "", [""], [""]
    wrap = draw(st.sampled_from(["", "sdt", "box", "cell"]))
    for _ in range(draw(st.integers(1, 5))):
        runs = draw(st.lists(st.tuples(st.sampled_from(KINDS), WORDS), max_size=4))
        mark = draw(st.sampled_from(["plain", "plain", "ins", "del"]))
        for kind, word in runs:
            final[-1] += word if kind in FINAL else ""
            original[-1] += word if kind in ORIGINAL else ""
        ppr = "" if mark == "plain" else f"<w:rPr><w:{mark} {WHO}/></w:rPr>"
        body += p("".join(markup(k, w) for k, w in runs), ppr=ppr)
        if mark != "del":
            final.append("")
        if mark != "ins":
            original.append("")
    if wrap == "sdt":
        body = f"<w:sdt><w:sdtPr/><w:sdtContent>{body}</w:sdtContent></w:sdt>"
    elif wrap == "box":
        body = p(txbx(body))
    elif wrap == "cell":
        body = tbl(tr(tc(body + p())))
    return body, [x for x in final if x], [x for x in original if x]


@given(drafts())
def test_keeping_leaves_the_text_and_its_changes(made: tuple[str, list[str], list[str]]) -> None:
    data = docx(made[0])
    before, after = read_document(data), settled(data, Changes.KEEP)
    assert texts(before) == texts(after)
    assert [(x.kind, x.text) for x in before.revisions] == [
        (x.kind, x.text) for x in after.revisions
    ]


@given(drafts())
def test_accepting_gives_the_final_text(made: tuple[str, list[str], list[str]]) -> None:
    assert texts(settled(docx(made[0]), Changes.ACCEPT)) == made[1]


@given(drafts())
def test_refusing_gives_the_original_text(made: tuple[str, list[str], list[str]]) -> None:
    assert texts(settled(docx(made[0]), Changes.REFUSE)) == made[2]


def strict(xml: bytes) -> bytes:
    text = xml.decode()
    for family in ("wordprocessingml", "officeDocument", "drawingml"):
        text = text.replace(
            f"http://schemas.openxmlformats.org/{family}/2006/",
            f"http://purl.oclc.org/ooxml/{family}/",
        )
    return text.encode()


@given(drafts())
def test_strict_mark_up_is_settled_too_and_stays_strict(
    made: tuple[str, list[str], list[str]],
) -> None:
    data = pack({name: strict(xml) for name, xml in parts_of(made[0]).items()})
    document = settled(data, Changes.ACCEPT)
    assert texts(document) == made[1]
    assert document.file.strict


ROWS = [
    (tbl(tr("a"), tr("b", trpr=f"<w:ins {WHO}/>")), ["a", "b"], ["a"]),
    (tbl(tr("a"), tr("b", trpr=f"<w:del {WHO}/>")), ["a"], ["a", "b"]),
    (p("x") + tbl(tr("b", trpr=f"<w:del {WHO}/>")), ["x"], ["x", "b"]),
    (tbl(tr("a", tc("b", tcpr=f"<w:cellIns {WHO}/>"))), ["a", "b"], ["a"]),
    (tbl(tr("a", tc("b", tcpr=f"<w:cellDel {WHO}/>"))), ["a"], ["a", "b"]),
    (f"<w:ins {WHO}>{p('a')}</w:ins>" + p("b"), ["a", "b"], ["b"]),
    (f"<w:del {WHO}>{p('a')}</w:del>" + p("b"), ["b"], ["a", "b"]),
    (p("a", ppr=f"<w:rPr><w:del {WHO}/></w:rPr>") + tbl(tr("t")), ["a", "t"], ["a", "t"]),
    (
        p(f'<w:moveFromRangeStart w:id="1" w:author="Jane Canary" w:name="move1"/>'
          f"<w:moveFrom {WHO}>{r('m')}</w:moveFrom><w:moveFromRangeEnd w:id=\"1\"/>")
        + p(f"<w:moveTo {WHO}>{r('m2')}</w:moveTo>"),
        ["m2"], ["m"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "final", "original"), ROWS)
def test_rows_cells_blocks_and_moves(body: str, final: list[str], original: list[str]) -> None:
    assert texts(settled(docx(body), Changes.ACCEPT)) == final
    assert texts(settled(docx(body), Changes.REFUSE)) == original


def test_former_properties_come_back_when_refused() -> None:
    bold = f"<w:b/><w:rPrChange {WHO}><w:rPr><w:i/></w:rPr></w:rPrChange>"
    styled = f'<w:pPrChange {WHO}><w:pPr><w:pStyle w:val="Quote"/></w:pPr></w:pPrChange>'
    body = p(r("x", bold), style="Heading1", ppr=styled)
    kept = settled(docx(body), Changes.ACCEPT).paragraphs[0]
    back = settled(docx(body), Changes.REFUSE).paragraphs[0]
    assert (kept.style_id, kept.runs[0].format.bold) == ("Heading1", True)
    assert (back.style_id, back.runs[0].format.bold, back.runs[0].format.italic) == (
        "Quote", False, True,
    )  # fmt: skip


def test_an_inserted_numbering_goes_when_refused() -> None:
    numbering = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/><w:ins {WHO}/></w:numPr>'
    for changes, there in ((Changes.ACCEPT, True), (Changes.REFUSE, False)):
        made = clean(docx(p("x", ppr=numbering)), changes=changes).data
        main = zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml")
        assert (b"<w:numId" in main) is there


def test_a_section_keeps_its_headers_when_its_change_is_refused() -> None:
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdheader"/><w:pgSz w:w="9"/>'
        f'<w:sectPrChange {WHO}><w:sectPr><w:pgSz w:w="5"/></w:sectPr></w:sectPrChange></w:sectPr>'
    )
    data = docx(
        parts={
            "word/header1.xml": part("hdr", p("top")),
            "word/document.xml": part("document", f"<w:body>{p('x')}{section}</w:body>"),
        }
    )
    assert texts(settled(data, Changes.REFUSE)) == ["x", "top"]


def test_a_note_cited_only_in_deleted_text_goes_with_it() -> None:
    cited = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    body = p(r("a") + cited.format(3) + f"<w:del {WHO}>{cited.format(2)}</w:del>")
    notes = "".join(f'<w:footnote w:id="{n}">{p(f"note{n}")}</w:footnote>' for n in (2, 3))
    data = docx(body, parts={"word/footnotes.xml": part("footnotes", notes)})
    assert texts(settled(data, Changes.ACCEPT)) == ["a", "note3"]
    assert texts(settled(data, Changes.REFUSE)) == ["a", "note2", "note3"]


def test_a_link_used_only_in_deleted_text_goes_with_it() -> None:
    body = p(r("a") + f'<w:del {WHO}><w:hyperlink r:id="rId9">{r("m")}</w:hyperlink></w:del>')
    data = docx(body, links=[("rId9", "hyperlink", "mailto:canary@example.org")])
    assert settled(data, Changes.ACCEPT).file.external == ()
    assert len(settled(data, Changes.REFUSE).file.external) == 1
