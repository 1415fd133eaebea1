"""What must hold for every document: made at random, wrapped, split, re-packed, re-spelt."""

from __future__ import annotations

import random
import zipfile

from dhr_checker.checker.document import read_document
from dhr_checker.checker.document.model import Document
from hypothesis import given
from hypothesis import strategies as st

from .builder import NAMESPACES, docx, p, pack, part, parts_of, r, style, tbl, tc, tr, txbx

WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "Zs"]), min_size=1, max_size=12)
INLINE = ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "dir", "bdo", "sdt", "fldSimple")
BLOCKS = ("sdt", "customXml", "ins", "table", "box", "choice")


def wrap_inline(content: str, wrapper: str) -> str:
    if wrapper == "sdt":
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    return f"<w:{wrapper}>{content}</w:{wrapper}>"


def wrap_block(content: str, wrapper: str) -> str:
    if wrapper == "sdt":
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    if wrapper == "table":
        return tbl(tr(tc(content)))
    if wrapper == "box":
        return p(txbx(content))
    if wrapper == "choice":
        return (
            f'<mc:AlternateContent><mc:Choice Requires="wps">{content}</mc:Choice>'
            f"<mc:Fallback>{content}</mc:Fallback></mc:AlternateContent>"
        )
    return f"<w:{wrapper}>{content}</w:{wrapper}>"


@st.composite
def paragraphs(draw: st.DrawFn) -> tuple[str, str]:
    """Mark-up of a paragraph and the text it must give."""
    words = draw(st.lists(WORDS, min_size=1, max_size=4))
    runs: list[str] = []
    for word in words:
        run = r(word)
        for wrapper in draw(st.lists(st.sampled_from(INLINE), max_size=4)):
            run = wrap_inline(run, wrapper)
        runs.append(run)
        if draw(st.booleans()):
            runs.append("<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>")
    return p("".join(runs)), "".join(words)


@st.composite
def bodies(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Mark-up of a body and the texts of its paragraphs, in order, empty ones left out."""
    body, texts = "", list[str]()
    for markup, text in draw(st.lists(paragraphs(), min_size=1, max_size=5)):
        block = markup
        for wrapper in draw(st.lists(st.sampled_from(BLOCKS), max_size=5)):
            block = wrap_block(block, wrapper)
        body += block
        texts.append(text)
    return body, texts


def visible(document: Document) -> list[str]:
    return [x.text for x in document.paragraphs if x.text]


@given(bodies())
def test_the_visible_text_does_not_depend_on_what_it_is_wrapped_in(
    made: tuple[str, list[str]],
) -> None:
    body, texts = made
    assert visible(read_document(docx(body))) == texts


@given(bodies())
def test_runs_cover_the_text_without_gap_or_overlap(made: tuple[str, list[str]]) -> None:
    for paragraph in read_document(docx(made[0])).paragraphs:
        covered = [(run.start, run.end) for run in paragraph.runs]
        assert covered == sorted(covered)
        assert "".join(paragraph.text[a:b] for a, b in covered) == paragraph.text
        ordinals = [run.ordinal for run in paragraph.runs]
        assert ordinals == sorted(ordinals)


@given(bodies())
def test_every_paragraph_of_a_cell_is_in_that_cell(made: tuple[str, list[str]]) -> None:
    document = read_document(docx(made[0]))
    claimed = {
        (table.index, i, j, index)
        for table in document.tables
        for i, row in enumerate(table.rows)
        for j, cell in enumerate(row.cells)
        for index in cell.paragraphs
    }
    assert claimed == {(*x.in_table, x.index) for x in document.paragraphs if x.in_table}


@given(st.lists(WORDS, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_splitting_runs_changes_nothing(words: list[str], chance: random.Random) -> None:
    text = " ".join(words)
    cuts = sorted(chance.sample(range(len(text) + 1), min(len(text), 4)))
    pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    split = p('<w:proofErr w:type="spellStart"/>'.join(r(x, "<w:b/>") for x in pieces))
    whole, parts = (read_document(docx(b)).paragraphs[0] for b in (p(r(text, "<w:b/>")), split))
    assert (whole.text, whole.heading, whole.place) == (parts.text, parts.heading, parts.place)
    assert [whole.runs[0].format] * len(parts.runs) == [x.format for x in parts.runs]


def content(document: Document) -> tuple[object, ...]:
    return (
        document.paragraphs, document.tables, document.comments, document.revisions,
        document.notes, document.properties, document.words,
    )  # fmt: skip


@given(bodies(), st.randoms(use_true_random=False))
def test_packing_the_parts_otherwise_changes_nothing(
    made: tuple[str, list[str]], chance: random.Random
) -> None:
    members = parts_of(made[0], parts={"word/header1.xml": part("hdr", p("top"))})
    names = list(members)
    chance.shuffle(names)
    one, other = pack(members), pack({n: members[n] for n in names}, zipfile.ZIP_STORED)
    assert content(read_document(one)) == content(read_document(other))


def strict(xml: bytes) -> bytes:
    """Transitional mark-up as Strict."""
    text = xml.decode()
    for family in ("wordprocessingml", "officeDocument", "drawingml"):
        text = text.replace(
            f"http://schemas.openxmlformats.org/{family}/2006/",
            f"http://purl.oclc.org/ooxml/{family}/",
        )
    return text.encode()


@given(bodies())
def test_strict_mark_up_gives_the_same_document(made: tuple[str, list[str]]) -> None:
    sheet = part("styles", style("Heading1", "heading 1"))
    members = parts_of(p("One", style="Heading1") + made[0], parts={"word/styles.xml": sheet})
    converted = {name: strict(data) for name, data in members.items()}
    read, again = read_document(pack(members)), read_document(pack(converted))
    assert content(read) == content(again)
    assert (read.file.strict, again.file.strict) == (False, True)


@given(st.sampled_from(["utf-16", "utf-8-sig", "iso-8859-1"]), st.text("abcäöü ", min_size=1))
def test_the_encoding_of_a_part_changes_nothing(encoding: str, text: str) -> None:
    declared = encoding.replace("-sig", "")
    xml = (
        f'<?xml version="1.0" encoding="{declared}"?><w:document {NAMESPACES}><w:body>{p(r(text))}'
        "</w:body></w:document>"
    )
    document = read_document(docx(parts={"word/document.xml": xml.encode(encoding)}))
    assert document.paragraphs[0].text == text


@given(st.sampled_from(["Heading1", "X", "Überschrift 1"]), st.integers(0, 8))
def test_renaming_a_style_changes_no_level(style_id: str, level: int) -> None:
    sheet = part("styles", style(style_id, "any", ppr=f'<w:outlineLvl w:val="{level}"/>'))
    document = read_document(docx(p("Analysis", style=style_id), parts={"word/styles.xml": sheet}))
    heading = document.paragraphs[0].heading
    assert heading is not None
    assert heading.level == level + 1


@given(bodies(), bodies())
def test_more_text_never_hides_what_was_there(
    one: tuple[str, list[str]], other: tuple[str, list[str]]
) -> None:
    assert visible(read_document(docx(one[0] + other[0]))) == one[1] + other[1]


@given(bodies())
def test_the_same_bytes_give_the_same_document(made: tuple[str, list[str]]) -> None:
    data = docx(made[0])
    assert read_document(data) == read_document(data)
