"""The annotated copy: at the exact words, and the author's file untouched but for that."""

from __future__ import annotations

import stat
import zipfile
from datetime import date
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from dhr_checker.checker.annotate import AUTHOR, NOT_FOR_SUBMISSION, Annotated, annotate
from dhr_checker.checker.compliance import check
from dhr_checker.checker.document.model import Document
from dhr_checker.checker.document.place import Story
from dhr_checker.checker.document.reader import read_document
from dhr_checker.checker.errors import DocumentError
from dhr_checker.checker.render.report_places import placed
from dhr_checker.cli import main
from dhr_checker.schemas.compliance import CheckOutcome, ComplianceReport, Finding, Spot
from docx import Document as WordDocument
from hypothesis import given, settings
from hypothesis import strategies as st

from .drafts import STRICT, canonical, comment_texts, draft, enclosed, parts_of, shown, without

DRAFTS = Path(__file__).parents[2] / "examples" / "drafts"
EXAMPLES = ("faulty-overview.docx", "sound-overview.docx", "sound-action-plan.docx")
MAIN = "word/document.xml"


@lru_cache(maxsize=4)
def example(name: str) -> tuple[bytes, Document, ComplianceReport, Annotated]:
    data = (DRAFTS / name).read_bytes()
    document = read_document(data, name=name)
    report = check(document, as_of=date(2026, 11, 20), engine="plain")
    return data, document, report, annotate(data, document, report)


@lru_cache(maxsize=1)
def any_report() -> ComplianceReport:
    return example("sound-action-plan.docx")[2]


def with_spots(data: bytes, *spots: tuple[int, int, int]) -> Annotated:
    """Annotate a file at (paragraph, start, end)."""
    finding = Finding(
        rule="T-1",
        title="A test",
        group="content",
        level="must",
        outcome=CheckOutcome.FAIL,
        places=tuple(
            Spot(where="body", part=MAIN, paragraph=p, start=s, end=e) for p, s, e in spots
        ),
    )
    report = any_report().model_copy(update={"findings": (finding,)})
    return annotate(data, read_document(data), report)


def our_ids(made: Annotated) -> set[str]:
    from lxml import etree

    found: set[str] = set()
    for name, part in parts_of(made.content).items():
        if name.endswith("comments.xml"):
            for one in etree.fromstring(part):
                space = etree.QName(one).namespace
                if one.get(f"{{{space}}}author") == AUTHOR:
                    found.add(str(one.get(f"{{{space}}}id")))
    return found


# --- the proof that nothing else changed


@pytest.mark.parametrize("name", EXAMPLES)
def test_taking_the_pieces_out_gives_the_file_back_byte_for_byte(name: str):
    data, _, _, made = example(name)
    before, after = parts_of(data), parts_of(made.content)
    assert without(after[MAIN], made.insertions) == before[MAIN]


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_other_part_is_the_same(name: str):
    data, _, _, made = example(name)
    before, after = parts_of(data), parts_of(made.content)
    touched = {MAIN, "word/comments.xml", "word/dhr-comments.xml"}
    if "word/comments.xml" not in before:
        touched |= {"[Content_Types].xml", "word/_rels/document.xml.rels"}
    assert list(after)[: len(before)] == list(before), "the order of the parts"
    for part in set(before) - touched:
        assert after[part] == before[part], part


@pytest.mark.parametrize("name", EXAMPLES)
def test_stripped_of_comments_it_is_the_same_document(name: str):
    """Told without knowing what was put in: by taking the comments out of the mark-up."""
    data, _, _, made = example(name)
    stripped = canonical(parts_of(made.content)[MAIN], our_ids(made))
    assert stripped == canonical(parts_of(data)[MAIN], set())


@pytest.mark.parametrize("name", EXAMPLES)
def test_it_reads_the_same_numbers_styles_and_tracked_changes(name: str):
    _, before, _, made = example(name)
    after = read_document(made.content)

    def said(document: Document) -> list[Any]:
        return [
            (p.text, p.label, p.bullet, p.style_id, p.heading, p.inserted, p.deleted, p.hidden)
            for p in document.paragraphs
            if p.story is not Story.COMMENT
        ]

    assert said(after) == said(before)
    assert [(r.kind, r.author, r.text) for r in after.revisions] == [
        (r.kind, r.author, r.text) for r in before.revisions
    ]
    assert [t.rows for t in after.tables] == [t.rows for t in before.tables]


def test_comments_that_were_there_stay():
    _, before, _, made = example("faulty-overview.docx")
    after = read_document(made.content)
    theirs = [(c.id, c.author, c.text) for c in after.comments if c.author != AUTHOR]
    assert theirs == [(c.id, c.author, c.text) for c in before.comments]
    assert len({c.id for c in after.comments}) == len(after.comments)


# --- at the exact words


def test_each_comment_encloses_the_words_that_it_is_about():
    data, document, report, made = example("faulty-overview.docx")
    words = enclosed(parts_of(made.content)[MAIN])
    texts = comment_texts(made.content)
    exact = 0
    for one in placed(report):
        spot = one.spot
        if spot.part != MAIN or spot.start < 0 or spot.end <= spot.start:
            continue
        paragraph = document.paragraphs[spot.paragraph]
        if paragraph.story is not Story.BODY:
            continue
        wanted = paragraph.text[spot.start : spot.end]
        mine = [n for n, text in texts.items() if f"[{one.finding.rule}]" in text.split("\n")[0]]
        assert wanted in [words.get(n) for n in mine], one.finding.rule
        exact += 1
    assert exact >= 8
    assert made.placed >= exact
    assert data != made.content


def test_the_top_comment_says_that_the_copy_is_not_for_submission():
    _, _, report, made = example("faulty-overview.docx")
    top = next(t for t in comment_texts(made.content).values() if NOT_FOR_SUBMISSION in t)
    assert top.startswith(NOT_FOR_SUBMISSION)
    assert report.headline in top
    assert "header" in top, "a finding in the header has no place for a comment"
    assert "[OR16-DISSEMINATION]" in top, "nor has a section that is missing"


def test_every_open_finding_is_somewhere():
    _, _, report, made = example("faulty-overview.docx")
    said = "\n".join(comment_texts(made.content).values())
    for one in report.of(CheckOutcome.FAIL, CheckOutcome.REVIEW):
        assert one.human or f"[{one.rule}]" in said


def test_a_finding_in_a_text_box_or_footnote_hangs_at_its_anchor():
    said = "\n".join(comment_texts(example("faulty-overview.docx")[3].content).values())
    assert "In the text box that is anchored here" in said
    assert "In a footnote that is cited here" in said


def test_the_same_input_gives_the_same_bytes():
    data, document, report, made = example("faulty-overview.docx")
    assert annotate(data, document, report).content == made.content


# --- mark-up of every kind

_SPLIT = '<w:p><w:pPr><w:jc w:val="left"/></w:pPr>{}</w:p>'


@pytest.mark.parametrize(
    ("inside", "start", "end"),
    [
        ('<w:r w:rsidR="00A"><w:rPr><w:b/></w:rPr><w:t>one two three</w:t></w:r>', 4, 7),
        ("<w:r><w:t>one two three</w:t></w:r>", 0, 3),
        ("<w:r><w:t>one two three</w:t></w:r>", 8, 13),
        ("<w:r><w:t>one two three</w:t></w:r>", 0, 13),
        ('<w:r><w:t xml:space="preserve">one </w:t></w:r><w:r><w:t>two</w:t></w:r>', 2, 6),
        ('<w:r><w:t xml:space="preserve">one </w:t><w:tab/><w:t>two</w:t></w:r>', 3, 7),
        ('<w:hyperlink w:anchor="x"><w:r><w:t>one two</w:t></w:r></w:hyperlink>', 4, 7),
        ('<w:ins w:id="1" w:author="A"><w:r><w:t>one two</w:t></w:r></w:ins>', 0, 3),
        (
            '<w:r><w:t xml:space="preserve">one </w:t></w:r>'
            '<w:del w:id="1" w:author="A"><w:r><w:delText>gone</w:delText></w:r></w:del>'
            "<w:r><w:t>two</w:t></w:r>",
            2,
            6,
        ),
        ("<w:sdt><w:sdtContent><w:r><w:t>one two</w:t></w:r></w:sdtContent></w:sdt>", 4, 7),
        ('<w:fldSimple w:instr="AUTHOR"><w:r><w:t>one two</w:t></w:r></w:fldSimple>', 4, 7),
        ("<w:r><w:t>one &amp; t&#119;o\u2019s</w:t></w:r>", 4, 9),
        ("<w:smartTag><w:r><w:t>one</w:t></w:r></w:smartTag><w:r><w:t>two</w:t></w:r>", 1, 5),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>", 0, 3),
        ('<w:r x:odd="a > b"><w:t>one two</w:t></w:r>', 4, 7),
    ],
)
def test_exact_words_in_mark_up_of_every_kind(inside: str, start: int, end: int):
    data = draft(_SPLIT.format(inside))
    document = read_document(data)
    made = with_spots(data, (0, start, end))
    text = parts_of(made.content)[MAIN]
    assert document.paragraphs[0].text[start:end] in enclosed(text).values()
    assert without(text, made.insertions) == parts_of(data)[MAIN]
    assert canonical(text, our_ids(made)) == canonical(parts_of(data)[MAIN], set())
    assert shown(text) == shown(parts_of(data)[MAIN])
    assert read_document(made.content).paragraphs[0].text == document.paragraphs[0].text


def test_a_run_with_a_tracked_change_of_format_is_not_cut():
    change = '<w:rPr><w:b/><w:rPrChange w:id="9" w:author="A"><w:rPr/></w:rPrChange></w:rPr>'
    data = draft(_SPLIT.format(f"<w:r>{change}<w:t>one two three</w:t></w:r>"))
    made = with_spots(data, (0, 4, 7))
    assert "one two three" in enclosed(parts_of(made.content)[MAIN]).values()
    assert len(read_document(made.content).revisions) == len(read_document(data).revisions)


def test_a_text_whose_outer_spaces_do_not_show_is_not_cut():
    data = draft(_SPLIT.format("<w:r><w:t> one two </w:t></w:r>"))
    made = with_spots(data, (0, 1, 4))
    assert shown(parts_of(made.content)[MAIN]) == shown(parts_of(data)[MAIN]) == "one two"


def test_the_mark_of_a_comment_never_stands_inside_a_tracked_change():
    data = draft(
        _SPLIT.format('<w:ins w:id="1" w:author="A"><w:r><w:t>one two</w:t></w:r></w:ins>')
    )
    text = parts_of(with_spots(data, (0, 0, 3)).content)[MAIN].decode()
    for inserted in text.split("<w:ins ")[1:]:
        assert "commentReference" not in inserted.split("</w:ins>")[0]


@pytest.mark.parametrize("prefix", ["w:", "", "word:"])
def test_any_prefix(prefix: str):
    body = f"<{prefix}p><{prefix}r><{prefix}t>one two</{prefix}t></{prefix}r></{prefix}p>"
    data = draft(body, prefix=prefix)
    made = with_spots(data, (0, 4, 7))
    assert "two" in enclosed(parts_of(made.content)[MAIN]).values()


def test_strict_mark_up():
    data = draft("<w:p><w:r><w:t>one two</w:t></w:r></w:p>", namespace=STRICT)
    made = with_spots(data, (0, 4, 7))
    after = read_document(made.content)
    assert {c.author for c in after.comments} == {AUTHOR}
    assert (
        b"purl.oclc.org/ooxml/officeDocument/relationships/comments"
        in parts_of(made.content)["word/_rels/document.xml.rels"]
    )


def test_an_empty_list_of_comments_is_filled():
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override'
        ' PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/><Override PartName="/word/comments.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>'
    )
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/comments" Target="comments.xml"/></Relationships>'
    )
    empty = '<q:comments xmlns:q="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    data = draft(
        "<w:p><w:r><w:t>one two</w:t></w:r></w:p>",
        types=types,
        word___rels__document_xml_rels="",
    )
    files = parts_of(data)
    del files["word/_rels/document_xml_rels"]
    files |= {
        "word/_rels/document.xml.rels": rels.encode(),
        "word/comments.xml": empty.encode(),
    }
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, part in files.items():
            package.writestr(name, part)
    made = with_spots(packed.getvalue(), (0, 4, 7))
    assert len(read_document(made.content).comments) == 2
    assert b"</q:comments>" in parts_of(made.content)["word/comments.xml"]


def test_text_in_another_encoding_is_refused_in_words():
    body = "<w:p><w:r><w:t>caf\u00e9</w:t></w:r></w:p>"
    data = draft(body)
    files = parts_of(data)
    latin = files[MAIN].decode().replace("UTF-8", "ISO-8859-1").encode("latin-1")
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, part in files.items():
            package.writestr(name, latin if name == MAIN else part)
    with pytest.raises(DocumentError, match="unusual"):
        with_spots(packed.getvalue(), (0, 0, 2))


# --- whatever the mark-up: random paragraphs, random words

_WORD = st.text(st.sampled_from("ab \u2019&<"), min_size=1, max_size=6)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


_RUN = st.builds(
    lambda text, bold, kept: "<w:r>{}<w:t{}>{}</w:t></w:r>".format(
        "<w:rPr><w:b/></w:rPr>" if bold else "",
        ' xml:space="preserve"' if kept else "",
        _escaped(text),
    ),
    _WORD,
    st.booleans(),
    st.booleans(),
)
_INLINE = st.one_of(
    _RUN,
    _RUN.map(lambda run: f'<w:ins w:id="5" w:author="A">{run}</w:ins>'),
    _RUN.map(lambda run: f'<w:del w:id="6" w:author="A">{run.replace("w:t", "w:delText")}</w:del>'),
    _RUN.map(lambda run: f'<w:hyperlink w:anchor="a">{run}</w:hyperlink>'),
    _RUN.map(lambda run: f"<w:sdt><w:sdtContent>{run}</w:sdtContent></w:sdt>"),
    st.sampled_from(["<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>", '<w:bookmarkEnd w:id="1"/>']),
)
_PARAGRAPH = st.lists(_INLINE, max_size=4).map(lambda inside: _SPLIT.format("".join(inside)))
_BODY = st.lists(st.one_of(_PARAGRAPH, st.just("<w:p/>")), min_size=1, max_size=4)


@settings(max_examples=150)
@given(_BODY, st.data())
def test_any_words_of_any_paragraph(body: list[str], choose: st.DataObject):
    data = draft("".join(body))
    document = read_document(data)
    spots: list[tuple[int, int, int]] = []
    for paragraph in document.paragraphs:
        if len(paragraph.text) >= 1:
            start = choose.draw(st.integers(0, len(paragraph.text) - 1))
            end = choose.draw(st.integers(start + 1, len(paragraph.text)))
            spots.append((paragraph.index, start, end))
    made = with_spots(data, *spots)
    before, after = parts_of(data)[MAIN], parts_of(made.content)[MAIN]
    assert without(after, made.insertions) == before
    assert canonical(after, our_ids(made)) == canonical(before, set())
    assert shown(after) == shown(before)
    words = list(enclosed(after).values())
    for index, start, end in spots:
        wanted = document.paragraphs[index].text[start:end]
        assert any(wanted in one for one in words)
    again = read_document(made.content)
    assert [p.text for p in again.paragraphs if p.story is Story.BODY] == [
        p.text for p in document.paragraphs if p.story is Story.BODY
    ]


# --- names, and the command


def test_no_name_of_the_case_record_stands_in_a_comment():
    body = "<w:p><w:r><w:t>Zebulah Quixby lived in Ashcombe. Zebulah was 40.</w:t></w:r></w:p>"
    data = draft(body)
    document = read_document(data)
    case = {"reference": "T", "deceased": {"names": ["Zebulah Quixby"], "pseudonym": "Anna"}}
    report = check(document, case, kind="overview-report", engine="plain")
    made = annotate(data, document, report)
    assert made.placed >= 1
    said = "\n".join(comment_texts(made.content).values())
    assert "real name" in said
    assert "Zebulah" not in said
    assert "Quixby" not in said


def test_the_command_writes_the_copy_and_leaves_the_draft(tmp_path: Path):
    mine = tmp_path / "mine.docx"
    mine.write_bytes((DRAFTS / "faulty-overview.docx").read_bytes())
    copy = tmp_path / "copy.docx"
    result = CliRunner().invoke(main, ["check", str(mine), "--annotate", str(copy)])
    assert result.exit_code == 1, result.output
    assert mine.read_bytes() == (DRAFTS / "faulty-overview.docx").read_bytes()
    assert AUTHOR in {c.author for c in read_document(copy).comments}
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_the_draft_is_never_annotated_in_place(tmp_path: Path):
    mine = tmp_path / "mine.docx"
    mine.write_bytes((DRAFTS / "faulty-overview.docx").read_bytes())
    result = CliRunner().invoke(main, ["check", str(mine), "--annotate", str(mine)])
    assert result.exit_code == 2
    assert "after --annotate" in result.stderr
    assert mine.read_bytes() == (DRAFTS / "faulty-overview.docx").read_bytes()


def test_a_comment_that_speaks_of_how_is_not_broken_by_a_prefix():
    """ "how: " holds "w:", which a careless change of prefix would change as well."""
    _, _, report, _ = example("faulty-overview.docx")
    report = report.model_copy(update={"headline": "Say how: in full & <plainly>."})
    data, document, _, _ = example("faulty-overview.docx")
    said = "\n".join(comment_texts(annotate(data, document, report).content).values())
    assert "Say how: in full & <plainly>." in said


def test_places_without_a_comment_are_said_to_have_none():
    word = WordDocument()
    word.add_paragraph("Overview report", style="Title")
    for number in range(30):
        word.add_paragraph(f"Letter {number} came from the office at GL50 1AB.")
    out = BytesIO()
    word.save(out)
    document = read_document(out.getvalue())
    report = check(document, engine="plain")
    (one,) = [f for f in report.findings if f.rule == "ID16-POSTCODE"]
    assert one.more_places > 1
    texts = comment_texts(annotate(out.getvalue(), document, report).content).values()
    mine = [text for text in texts if "[ID16-POSTCODE]" in text.split("\n")[0]]
    assert mine
    wanted = f"{one.more_places} more places like this have no comment."
    assert all(wanted in text for text in mine)
