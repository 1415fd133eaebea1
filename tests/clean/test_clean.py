"""Nobody who worked on a file is left in it, and nothing else is touched."""

# ruff: noqa: E501
from __future__ import annotations

import io
import shutil
import stat
import struct
import subprocess
import zipfile
from pathlib import Path

import docx as python_docx
import pytest
from click.testing import CliRunner
from dhr_checker.checker.clean import clean
from dhr_checker.checker.document import read_document
from dhr_checker.checker.document.model import Document
from dhr_checker.checker.errors import DocumentError
from dhr_checker.cli import main
from dhr_checker.schemas.inspection import Changes

from ..document.builder import (
    NAMESPACES,
    docx,
    field,
    p,
    pack,
    part,
    parts_of,
    r,
    rels,
    style,
    styles,
    tbl,
    tc,
    tr,
    txbx,
)
from ..document.places import PLACES
from ..fuzz.mutants import make

CANARY = "Jacanary"
WHO = f'w:id="1" w:author="{CANARY}" w:date="2026-01-02T03:04:05Z"'
PEOPLE_PLACES = (
    "comment", "author of a comment", "initials of a comment", "people",
    "sign-in name of a person", "author of an insertion", "author of a change of format",
    "author of a paragraph's change", "author of a table's change", "author of a section's change",
    "editor of a protected range", "document variable", "mail merge source",
    "path of the template", "comment of the zip archive", "creator", "lastModifiedBy", "title",
    "subject", "keywords", "description", "category", "contentStatus", "identifier", "Company",
    "Manager", "Template", "HyperlinkBase", "titles of parts", "custom property",
    "name of a custom property",
)  # fmt: skip


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def holds(data: bytes, text: str) -> bool:
    raw = [data, *members(data).values(), "\n".join(members(data)).encode()]
    return any(text.encode() in one or text.encode("utf-16-le") in one for one in raw)


def texts(document: Document) -> list[str]:
    return [x.text for x in document.paragraphs if x.text and x.story.value != "comment"]


@pytest.mark.parametrize("place", PEOPLE_PLACES)
@pytest.mark.parametrize("changes", list(Changes))
def test_a_canary_in_a_place_of_metadata_is_gone(place: str, changes: Changes) -> None:
    data = PLACES[place].build(CANARY)
    assert holds(data, CANARY)
    assert not holds(clean(data, changes=changes).data, CANARY)


MORE = {
    "thumbnail": pack({**parts_of(p("x")), "docProps/thumbnail.jpeg": CANARY.encode()}),
    "inserted cell": docx(tbl(tr(tc("a", tcpr=f"<w:cellIns {WHO}/>")))),
    "merged cell": docx(tbl(tr(tc("a", tcpr=f'<w:cellMerge {WHO} w:vMerge="rest"/>')))),
    "move range": docx(p(f'<w:moveFromRangeStart {WHO} w:name="move1"/>{r("x")}')),
    "custom XML range": docx(p(f"<w:customXmlInsRangeStart {WHO}/>{r('x')}")),
    "numbering change": docx(p("x", ppr=f"<w:numPr><w:numberingChange {WHO}/></w:numPr>")),
    "conflict": docx(p(r("x", f"<w14:conflictIns {WHO}/>"))),
    "change in a style": docx(
        p("x"),
        parts={
            "word/styles.xml": styles(
                style("A", rpr=f"<w:rPrChange {WHO}><w:rPr/></w:rPrChange>")
            )
        },
    ),
    "change in a header": docx(
        p("x"), parts={"word/header1.xml": part("hdr", p(f"<w:ins {WHO}>{r('h')}</w:ins>"))}
    ),
    "change in a text box": docx(p(txbx(p(f"<w:ins {WHO}>{r('h')}</w:ins>")))),
    "comment ids": docx(
        p("x"), parts={"word/commentsExtensible.xml": f"<commentsExtensible {NAMESPACES} n='{CANARY}'/>"}
    ),
    "tasks": docx(p("x"), parts={"word/documenttasks/documenttasks1.xml": f"<Tasks n='{CANARY}'/>"}),
    "signature": docx(p("x"), parts={"_xmlsignatures/sig1.xml": f"<Signature>{CANARY}</Signature>"}),
    "notes in the mark-up": docx(p(f"<!-- {CANARY} -->" + r("x"))),
    "picture in a comment": docx(
        p("x"),
        parts={
            "word/comments.xml": part("comments", f'<w:comment w:id="1" w:author="A">{p("c")}</w:comment>'),
            "word/_rels/comments.xml.rels": rels([("rId1", "image", "media/c.png")]),
            "word/media/c.png": CANARY,
        },
    ),
}  # fmt: skip


@pytest.mark.parametrize("place", list(MORE))
def test_canaries_in_stranger_places_are_gone(place: str) -> None:
    assert holds(MORE[place], CANARY)
    assert not holds(clean(MORE[place]).data, CANARY)


def test_kept_comments_lose_their_authors() -> None:
    body = p(
        '<w:commentRangeStart w:id="1"/>' + r("x") + '<w:commentRangeEnd w:id="1"/>'
        '<w:r><w:commentReference w:id="1"/></w:r>'
    )
    said = f'<w:comment w:id="1" w:author="{CANARY}" w:initials="{CANARY}">{p("see")}</w:comment>'
    data = docx(body, parts={"word/comments.xml": part("comments", said)})
    kept = read_document(clean(data, keep_comments=True).data)
    assert [(c.author, c.text, c.paragraph) for c in kept.comments] == [("Author", "see", 0)]
    assert not holds(clean(data, keep_comments=True).data, CANARY)
    gone = clean(data)
    assert b"comment" not in b"".join(members(gone.data).values())
    assert texts(read_document(gone.data)) == ["x"]


def test_revision_ids_go() -> None:
    sheet = part("settings", '<w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids>')
    body = f'<w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD">{r("x")}</w:p>'
    made = clean(docx(body, parts={"word/settings.xml": sheet}))
    assert not holds(made.data, "00AB12CD")
    assert "revision ids: 3" in made.report.done


def test_a_title_tied_to_a_property_keeps_its_text() -> None:
    core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    tied = f"<w:dataBinding w:prefixMappings=\"xmlns:n='{core}'\" w:xpath='/n:coreProperties'/>"
    body = f"<w:sdt><w:sdtPr>{tied}</w:sdtPr><w:sdtContent>{p('Title')}</w:sdtContent></w:sdt>"
    made = clean(docx(body)).data
    assert not holds(made, "dataBinding")
    assert texts(read_document(made)) == ["Title"]


def test_what_stays_is_said() -> None:
    body = p(f"<w:ins {WHO}>{r('a')}</w:ins>" + r("h", "<w:vanish/>") + field("AUTHOR", r("x")))
    data = docx(body, parts={"word/embeddings/a.xlsx": b"PK", "customXml/item1.xml": "<a>bc</a>"})
    left = " ".join(clean(data).report.left)
    for word in ("tracked changes: 1", "hidden", "embedded", "custom XML", "fields"):
        assert word in left


@pytest.mark.parametrize("place", list(PLACES))
def test_every_hiding_place_is_cleaned_without_loss_and_only_once(place: str) -> None:
    data = PLACES[place].build("Zebrafinch")
    once = clean(data)
    assert clean(once.data).data == once.data
    assert clean(data).data == once.data
    assert texts(read_document(data)) == texts(read_document(once.data))
    before, after = members(data), members(once.data)
    changed = {*once.report.edited, *once.report.removed}
    assert all(after[name] == before[name] for name in before.keys() - changed)
    assert once.report.untouched == len(before) - len(changed)


def test_most_parts_are_not_touched() -> None:
    made = clean(docx(p("x"), parts={"word/header1.xml": part("hdr", p("h"))}))
    assert made.report.edited == ()
    assert members(made.data) == members(
        docx(p("x"), parts={"word/header1.xml": part("hdr", p("h"))})
    )


@pytest.mark.parametrize("seed", range(60))
def test_broken_files_are_refused_or_cleaned(seed: int) -> None:
    data = make(seed)
    data = data if isinstance(data, bytes) else data.data
    try:
        read_document(data)
    except DocumentError:
        with pytest.raises(DocumentError):
            clean(data)
        return
    for changes in Changes:
        once = clean(data, changes=changes).data
        read_document(once)
        assert clean(once, changes=changes).data == once


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"%PDF-1.7", docx(p("x"))[:200], docx(parts={"word/document.xml": "<w"})]
)
def test_what_is_no_document_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError):
        clean(data)


RICH = docx(
    p("Title", style="Heading1")
    + p(f"<w:ins {WHO}>{r('new')}</w:ins>" + f"<w:del {WHO}><w:r><w:delText>old</w:delText></w:r></w:del>")
    + tbl(tr("a", "b"), tr("c", "d", trpr=f"<w:del {WHO}/>"))
    + p('<w:r><w:commentReference w:id="1"/></w:r>' + r("end")),
    parts={
        "word/comments.xml": part("comments", f'<w:comment {WHO}>{p("remark")}</w:comment>'),
        "word/header1.xml": part("hdr", p("top")),
    },
)  # fmt: skip


@pytest.mark.parametrize("changes", list(Changes))
def test_python_docx_reads_what_was_cleaned(changes: Changes) -> None:
    made = python_docx.Document(io.BytesIO(clean(RICH, changes=changes).data))
    assert made.paragraphs[0].text == "Title"
    assert len(made.tables[0].rows) == (1 if changes is Changes.ACCEPT else 2)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_what_was_cleaned(tmp_path: Path) -> None:
    for changes, wanted in ((Changes.ACCEPT, "new"), (Changes.REFUSE, "old")):
        (tmp_path / f"{changes}.docx").write_bytes(clean(RICH, changes=changes).data)
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
             "--convert-to", "txt:Text", "--outdir", str(tmp_path), str(tmp_path / f"{changes}.docx")],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
        said = (tmp_path / f"{changes}.txt").read_text(encoding="utf-8-sig")
        assert [w for w in ("new", "old") if w in said] == [wanted]
        assert "remark" not in said


def test_the_command_writes_a_private_file_and_never_over_its_input(tmp_path: Path) -> None:
    source, target = tmp_path / "a.docx", tmp_path / "b.docx"
    source.write_bytes(RICH)
    done = CliRunner().invoke(main, ["clean", str(source), "-o", str(target)])
    assert done.exit_code == 0, done.output
    assert "Still in the file" in done.output
    assert CANARY not in done.output
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert source.read_bytes() == RICH
    for name in ("a.docx", "c.docm"):
        refused = CliRunner().invoke(main, ["clean", str(source), "-o", str(tmp_path / name)])
        assert refused.exit_code == 2
    assert source.read_bytes() == RICH
    assert sorted(x.name for x in tmp_path.iterdir()) == ["a.docx", "b.docx"]


def test_a_member_comment_and_dates_go() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts_of(p("x")).items():
            info = zipfile.ZipInfo(name, (2026, 5, 6, 7, 8, 10))
            info.comment = CANARY.encode()
            info.extra = struct.pack("<HH8s", 0x7777, 8, CANARY.encode())
            archive.writestr(info, data)
    made = clean(out.getvalue()).data
    assert CANARY.encode() not in made
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {1980}
