"""Files that are broken, foreign or hostile: each is refused with its own code, or read."""

from __future__ import annotations

import io
import os
import struct
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from dhr_checker.checker.document import Limits, read_document
from dhr_checker.checker.document.refusals import REFUSALS
from dhr_checker.checker.errors import DocumentError

from .builder import (
    DECLARATION,
    NAMESPACES,
    WML,
    WORD,
    docx,
    p,
    pack,
    part,
    parts_of,
    r,
    tbl,
    tc,
    tr,
)

HELLO = p("Hello")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def ole(*streams: str) -> bytes:
    return OLE + b"".join(name.encode("utf-16-le") + bytes(8) for name in streams)


def with_main(xml: str | bytes) -> bytes:
    return docx(parts={"word/document.xml": xml})


def flip(data: bytes, name: bytes, offset: int, value: int) -> bytes:
    """Change one byte of a member's local header (offset from the signature)."""
    out = bytearray(data)
    at = data.index(name) - 30 + offset
    out[at] = value
    return bytes(out)


def set_everywhere(data: bytes, name: bytes, local: int, central: int, value: int) -> bytes:
    out = bytearray(data)
    first = data.index(name)
    out[first - 30 + local] = value
    last = data.rindex(name)
    out[last - 46 + central] = value
    return bytes(out)


def stored(body: str) -> bytes:
    return pack(parts_of(body), zipfile.ZIP_STORED)


def overlapping() -> bytes:
    """Two entries of the directory that share one member's bytes: the core of a zip bomb."""
    one = pack(parts_of(HELLO))
    end = one.rindex(b"PK\x05\x06")
    start = struct.unpack_from("<I", one, end + 16)[0]
    entry = one.rindex(b"PK\x01\x02")
    doubled = one[:end] + one[entry:end].replace(b"document.xml", b"d0cument.xml") + one[end:]
    out = bytearray(doubled)
    end = doubled.rindex(b"PK\x05\x06")
    count = struct.unpack_from("<H", out, end + 10)[0] + 1
    struct.pack_into("<HHII", out, end + 8, count, count, end - start, start)
    return bytes(out)


def entities() -> str:
    lines = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    return f'<!DOCTYPE x [<!ENTITY l0 "lol">{lines}]>'


def nested(depth: int) -> str:
    return part("document", "<w:body>" + "<w:sdt>" * depth + "</w:sdt>" * depth + "</w:body>")


def without(*names: str) -> bytes:
    members = parts_of(HELLO)
    for name in names:
        del members[name]
    return pack(members)


def foreign(main_type: str) -> bytes:
    members = parts_of(HELLO, main="xl/workbook.xml", main_type=main_type)
    return pack(members)


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "03 empty": (lambda: b"", "empty"),
    "04 one byte": (lambda: b"P", "not-a-zip"),
    "06 text renamed": (lambda: b"Dear all,\nplease find attached the report.\n", "text"),
    "06 text in UTF-16": (lambda: "Dear all".encode("utf-16"), "text"),
    "07 RTF": (lambda: b"{\\rtf1\\ansi Hello}", "rtf"),
    "08 HTML": (lambda: b"\xef\xbb\xbf<!DOCTYPE html>\n<html><body>Hello</body></html>", "html"),
    "09 PDF": (lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "pdf"),
    "10 legacy .doc": (lambda: ole("Root Entry", "WordDocument"), "legacy-doc"),
    "11 password": (lambda: ole("EncryptionInfo", "EncryptedPackage"), "password"),
    "11 rights management": (lambda: ole("DRMEncryptedTransform", "EncryptedPackage"), "rights"),
    "10 legacy .xls": (lambda: ole("Workbook"), "spreadsheet"),
    "10 an e-mail": (lambda: ole("__nameid_version1.0"), "ole"),
    "12 ODT": (
        lambda: pack(
            {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}
        ),
        "odt",
    ),
    "13 xlsx": (lambda: foreign(XLSX), "spreadsheet"),
    "13 pptx": (lambda: foreign(PPTX), "presentation"),
    "14 plain zip": (lambda: pack({"holiday.txt": b"hello"}), "other-zip"),
    "14 empty zip": (lambda: pack({}), "other-zip"),
    "15 truncated": (lambda: docx(HELLO * 500)[:-300], "truncated"),
    "16 no central directory": (
        lambda: (d := docx(HELLO))[: d.index(b"PK\x01\x02")],
        "truncated",
    ),
    "17 bad CRC": (lambda: stored(HELLO).replace(b">Hello<", b">Hallo<"), "damaged"),
    "18 bad deflate": (
        lambda: (
            (d := bytearray(docx(HELLO * 50))).__setitem__(
                slice((at := d.index(b"word/document.xml") + 40), at + 9), b"\xff" * 9
            ),
            bytes(d),
        )[1],
        "damaged",
    ),
    "19 encrypted member": (
        lambda: set_everywhere(docx(HELLO), b"word/document.xml", 6, 8, 1),
        "zip-encrypted",
    ),
    "20 unsupported method": (
        lambda: set_everywhere(docx(HELLO), b"word/document.xml", 8, 10, 9),
        "compression",
    ),
    "26 too many members": (
        lambda: pack({**parts_of(HELLO), **{f"x/{i}": b"" for i in range(6_000)}}),
        "members",
    ),
    "26 far too many members": (
        lambda: docx(HELLO)[:0] + b"PK\x03\x04" + b"PK\x01\x02" * 70_000,
        "members",
    ),
    "27 overlapping members": (overlapping, "bomb"),
    "29 200 MB of XML": (lambda: with_main(b"<w>" + b" " * 200_000_000 + b"</w>"), "bomb"),
    "29 40 MB of XML in 40 KB": (lambda: with_main(b"<w>" + b" " * 40_000_000 + b"</w>"), "bomb"),
    "31 depth 5,000": (lambda: with_main(nested(5_000)), "depth"),
    "33 billion laughs": (
        lambda: with_main(
            f"{DECLARATION}{entities()}<w:document xmlns:w='{WML}'>&l9;</w:document>"
        ),
        "dtd",
    ),
    "34 external entity": (
        lambda: with_main(
            '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
            f"<w:document {NAMESPACES}><w:body>{p(r('&e;'))}</w:body></w:document>"
        ),
        "dtd",
    ),
    "34 external entity over http": (
        lambda: with_main(
            '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd">'
            f"<w:document {NAMESPACES}><w:body>{HELLO}</w:body></w:document>"
        ),
        "dtd",
    ),
    "35 any DTD": (
        lambda: with_main(f"<!DOCTYPE d><w:document {NAMESPACES}><w:body/></w:document>"),
        "dtd",
    ),
    "35 a DTD in UTF-16": (
        lambda: with_main(
            f"<!DOCTYPE d><w:document {NAMESPACES}><w:body/></w:document>".encode("utf-16")
        ),
        "dtd",
    ),
    "35 a DTD in a custom part": (
        lambda: docx(HELLO, parts={"customXml/item1.xml": "<!DOCTYPE d><d/>"}),
        "dtd",
    ),
    "37 invalid UTF-8": (
        lambda: with_main(part("document", f"<w:body>{HELLO}</w:body>").encode() + b"\xff\xfe"),
        "xml",
    ),
    "37 invalid UTF-8 in a text": (
        lambda: with_main(
            part("document", f"<w:body>{HELLO}</w:body>").encode().replace(b"Hello", b"H\xe9llo")
        ),
        "encoding",
    ),
    "38 control characters": (
        lambda: with_main(
            part("document", f"<w:body>{HELLO}</w:body>").encode().replace(b"Hello", b"H\x01llo")
        ),
        "encoding",
    ),
    "41 no document part": (lambda: without("word/document.xml"), "no-document"),
    "45 wrong root": (lambda: with_main(part("styles", "")), "wrong-root"),
    "45 not XML": (lambda: with_main("hello"), "xml"),
    "45 unclosed": (lambda: with_main(part("document", "<w:body>")), "xml"),
    "37 a header that is no XML": (
        lambda: docx(HELLO, parts={"word/header1.xml": "<w:hdr"}),
        "xml",
    ),
    "68 Word 2003 XML": (
        lambda: (
            b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
            b'<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>'
        ),
        "flat-xml",
    ),
    "68 flat OPC": (
        lambda: b'<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>',
        "flat-xml",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_with_its_own_code(name: str) -> None:
    build, reason = REFUSED[name]
    data = build()
    begun = time.perf_counter()
    with pytest.raises(DocumentError) as refused:
        read_document(data)
    assert refused.value.code == f"document.{reason}"
    assert refused.value.mend
    assert time.perf_counter() - begun < 30


@pytest.mark.slow
def test_50_mb_of_one_text_is_refused() -> None:
    noise = os.urandom(1_000_000).hex()  # so that it does not pack like a bomb
    body = p(r(noise * 25))
    with pytest.raises(DocumentError) as refused:
        read_document(docx(body))
    assert refused.value.code == "document.huge-text"


class TestSources:
    def test_01_missing_path(self, tmp_path: Path) -> None:
        with pytest.raises(DocumentError) as refused:
            read_document(tmp_path / "no.docx")
        assert refused.value.code == "document.missing"

    def test_02_directory(self, tmp_path: Path) -> None:
        with pytest.raises(DocumentError) as refused:
            read_document(tmp_path)
        assert refused.value.code == "document.directory"

    def test_05_unreadable(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*args: object, **kwargs: object) -> None:
            raise PermissionError(13, "denied")

        monkeypatch.setattr(Path, "open", refuse)
        with pytest.raises(DocumentError) as refused:
            read_document(tmp_path / "x.docx")
        assert refused.value.code == "document.unreadable"

    def test_a_nul_in_the_name(self) -> None:
        with pytest.raises(DocumentError) as refused:
            read_document("a\0b.docx")
        assert refused.value.code == "document.unreadable"

    def test_73_larger_than_allowed_or_growing(self, tmp_path: Path) -> None:
        path = tmp_path / "x.docx"
        path.write_bytes(docx(HELLO))
        with pytest.raises(DocumentError) as refused:
            read_document(path, limits=Limits(file=100))
        assert refused.value.code == "document.too-large"

    @pytest.mark.parametrize("stream", [io.StringIO("text"), object()])
    def test_74_a_stream_without_bytes(self, stream: object) -> None:
        with pytest.raises(DocumentError) as refused:
            read_document(stream)  # type: ignore[arg-type]
        assert refused.value.code == "document.stream"

    def test_74_a_closed_stream(self) -> None:
        stream = io.BytesIO(docx(HELLO))
        stream.close()
        with pytest.raises(DocumentError) as refused:
            read_document(stream)
        assert refused.value.code == "document.stream"

    @pytest.mark.parametrize("name", ["Überprüfung – 报告.docx", "a" * 200 + ".docx", "no ending"])
    def test_80_any_file_name(self, tmp_path: Path, name: str) -> None:
        path = tmp_path / name
        path.write_bytes(docx(HELLO))
        assert read_document(path).name == name
        assert read_document(str(path)).paragraphs[0].text == "Hello"

    def test_path_bytes_and_stream_give_the_same(self, tmp_path: Path) -> None:
        data = docx(HELLO)
        path = tmp_path / "x.docx"
        path.write_bytes(data)
        by_path, by_bytes = read_document(path, name="n"), read_document(data, name="n")
        assert by_path == by_bytes == read_document(io.BytesIO(data), name="n")

    def test_no_message_holds_the_name_of_the_file(self, tmp_path: Path) -> None:
        path = tmp_path / "Jane Smith.docx"
        path.write_bytes(b"hello there")
        for source in (path, tmp_path / "Jane Smith 2.docx"):
            with pytest.raises(DocumentError) as refused:
                read_document(source)
            assert "Jane" not in str(refused.value)


def codes(data: bytes) -> set[str]:
    return {warning.code for warning in read_document(data).warnings}


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in read_document(data).paragraphs]


class TestPackages:
    def test_21_lzma(self) -> None:
        data = pack(parts_of(HELLO), zipfile.ZIP_LZMA)
        assert texts(data) == ["Hello"]
        assert "package.packing" in codes(data)

    def test_22_data_before_and_after(self) -> None:
        assert "package.prefix" in codes(b"junk" * 9 + docx(HELLO))
        assert "package.suffix" in codes(docx(HELLO) + b"junk" * 9)
        assert texts(b"junk" * 9 + docx(HELLO)) == texts(docx(HELLO) + b"junk" * 9) == ["Hello"]

    @pytest.mark.filterwarnings("ignore:Duplicate name")
    def test_23_duplicate_members(self) -> None:
        out = io.BytesIO(docx(p("first")))
        with zipfile.ZipFile(out, "a") as archive:
            archive.writestr("word/document.xml", part("document", f"<w:body>{HELLO}</w:body>"))
        assert texts(out.getvalue()) == ["Hello"]
        assert "package.duplicate" in codes(out.getvalue())

    @pytest.mark.parametrize("name", ["../../evil.xml", "/etc/evil.xml", "C:/evil.xml"])
    def test_24_names_that_lead_outside(
        self, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        data = pack({**parts_of(HELLO), name: b"<x/>"})
        monkeypatch.chdir(tmp_path)
        assert "package.path" in codes(data)
        assert list(tmp_path.rglob("*")) == []

    def test_25_backslashes_and_case(self) -> None:
        members = parts_of(HELLO)
        members = {n.replace("/", "\\").upper(): d for n, d in members.items()}
        assert texts(pack(members)) == ["Hello"]

    def test_28_huge_media_is_not_unpacked(self) -> None:
        data = pack({**parts_of(HELLO), "word/media/image1.png": bytes(150_000_000)})
        begun = time.perf_counter()
        assert texts(data) == ["Hello"]
        assert time.perf_counter() - begun < 10

    def test_36_utf_16(self) -> None:
        xml = part("document", f"<w:body>{p('Grüße')}</w:body>").replace("UTF-8", "UTF-16")
        for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
            mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
            assert texts(with_main(mark + xml.encode(encoding))) == ["Grüße"]

    def test_39_no_content_types(self) -> None:
        assert texts(without("[Content_Types].xml")) == ["Hello"]
        assert "package.no-types" in codes(without("[Content_Types].xml"))

    def test_40_no_links(self) -> None:
        assert texts(without("_rels/.rels")) == ["Hello"]
        assert "package.no-links" in codes(without("_rels/.rels"))

    def test_46_47_nothing_in_it(self) -> None:
        for data in (with_main(part("document", "")), docx(), docx(p())):
            assert "document.no-text" in codes(data)

    def test_48_only_pictures(self) -> None:
        data = pack({**parts_of(p()), "word/media/image1.png": b"\x89PNG"})
        assert "document.scan" in codes(data)

    @pytest.mark.parametrize(
        "target", ["NULL", "../../../../etc/passwd", "media/no.png", "#_top", ""]
    )
    def test_49_links_to_nowhere(self, target: str) -> None:
        assert texts(docx(HELLO, links=[("rId7", "image", target)])) == ["Hello"]

    def test_50_nothing_is_fetched(self, monkeypatch: pytest.MonkeyPatch) -> None:
        import socket

        def refuse(*args: object, **kwargs: object) -> None:
            raise AssertionError("the network was used")

        monkeypatch.setattr(socket, "socket", refuse)
        url = "http://127.0.0.1:9/secret.dotm"
        read = read_document(
            docx(HELLO, links=[("rId7", "attachedTemplate", url), ("rId8", "image", url)])
        )
        assert read.file.external == (url, url)
        assert any(piece.text == url for piece in read.pieces)

    def test_51_links_in_a_circle(self) -> None:
        members = parts_of(HELLO, links=[("rId7", "header", "document.xml")])
        assert texts(pack(members))[0] == "Hello"

    @pytest.mark.parametrize(
        ("kind", "main_type"),
        [
            ("docm", "application/vnd.ms-word.document.macroEnabled.main+xml"),
            ("dotx", f"{WORD}.template.main+xml"),
            ("dotm", "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"),
        ],
    )
    def test_65_66_macros_and_templates(self, kind: str, main_type: str) -> None:
        data = docx(HELLO, main_type=main_type, parts={"word/vbaProject.bin": b"x"})
        read = read_document(data)
        assert (read.file.kind, read.file.macros) == (kind, True)
        assert read.file.template is kind.startswith("dot")
        assert "file.macros" in codes(data)
        assert ("file.template" in codes(data)) is kind.startswith("dot")

    def test_69_70_72_what_is_not_read_is_said(self) -> None:
        data = docx(
            HELLO + '<w:altChunk r:id="rId7"/><w:p><w:subDoc r:id="rId8"/></w:p>',
            parts={
                "word/afchunk1.html": "<html>secret</html>",
                "word/embeddings/plan.xlsx": b"PK",
            },
            links=[("rId7", "aFChunk", "afchunk1.html"), ("rId8", "subDocument", "file:///s.docx")],
        )
        assert {"unread.imported", "unread.embedded", "unread.subdocument"} <= codes(data)
        read = read_document(data)
        assert read.file.imported == ("word/afchunk1.html",)
        assert read.file.embedded == ("word/embeddings/plan.xlsx",)

    def test_71_signed(self) -> None:
        data = docx(HELLO, parts={"_xmlsignatures/sig1.xml": "<Signature/>"})
        assert read_document(data).file.signed
        assert "file.signed" in codes(data)

    def test_a_custom_part_that_is_no_xml_is_reported(self) -> None:
        data = docx(HELLO, parts={"customXml/item1.xml": "<broken"})
        assert [w for w in read_document(data).warnings if w.part == "customXml/item1.xml"]
        assert "part.unreadable" in codes(data)

    def test_a_forged_size_does_not_pass_the_limit(self) -> None:
        data = docx(p("x" * 3_000_000))
        with pytest.raises(DocumentError) as refused:
            read_document(data, limits=Limits(part=1_000_000, ratio=10**9))
        assert refused.value.code == "document.too-large"

    def test_all_parts_together_are_limited(self) -> None:
        parts = {f"customXml/item{i}.xml": f"<x>{'y' * 9000}</x>" for i in range(9)}
        with pytest.raises(DocumentError) as refused:
            read_document(docx(HELLO, parts=parts), limits=Limits(total=50_000))
        assert refused.value.code == "document.bomb"


class TestMarkup:
    def test_32_sixty_nested_tables(self) -> None:
        inner = HELLO
        for _ in range(60):
            inner = tbl(tr(tc(inner, p())))
        read = read_document(docx(inner))
        assert len(read.tables) == 60
        assert [x.text for x in read.paragraphs if x.text] == ["Hello"]

    def test_42_43_44_nothing_but_the_document(self) -> None:
        data = docx(p("Hello", style="Heading1"))
        heading = read_document(data).paragraphs[0].heading
        assert heading is not None
        assert heading.level == 1

    @pytest.mark.parametrize(
        "sheet",
        [
            '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>'
            '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>',
            '<w:style w:styleId="A"><w:basedOn w:val="A"/></w:style>',
            '<w:style w:styleId="A"/>',
            "<w:style/>",
            "",
        ],
    )
    def test_52_53_54_odd_styles(self, sheet: str) -> None:
        data = docx(p("Hello", style="A"), parts={"word/styles.xml": part("styles", sheet)})
        assert texts(data) == ["Hello"]

    @pytest.mark.parametrize("number", ["7", "", "abc", "-1", "99999999999", "1\u0660"])
    def test_55_odd_numbers(self, number: str) -> None:
        numbering = part("numbering", '<w:num w:numId="1"><w:abstractNumId w:val="9"/></w:num>')
        ppr = f'<w:numPr><w:ilvl w:val="{number}"/><w:numId w:val="{number}"/></w:numPr>'
        data = docx(p("Hello", ppr=ppr), parts={"word/numbering.xml": numbering})
        assert read_document(data).paragraphs[0].label == ""

    def test_56_unbalanced_fields_keep_the_text_after_them(self) -> None:
        begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        toc = "<w:r><w:instrText>TOC \\o</w:instrText></w:r>"
        separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        body = p(end + begin) + HELLO + p(begin + toc + separate) + p("Later", style="Heading1")
        read = read_document(docx(body))
        assert [x.text for x in read.paragraphs] == ["", "Hello", "", "Later"]
        assert [x.text for x in read.outline()] == ["Later"]

    def test_57_a_comment_without_author(self) -> None:
        comments = part("comments", f'<w:comment w:id="1">{HELLO}</w:comment><w:comment/>')
        read = read_document(docx(p("x"), parts={"word/comments.xml": comments}))
        assert [c.author for c in read.comments] == ["", ""]

    def test_58_odd_properties(self) -> None:
        core = (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
            'core-properties"><revision>many</revision><created>yesterday</created></cp:coreProperties>'
        )
        read = read_document(docx(HELLO, parts={"docProps/core.xml": core}))
        assert [x.value for x in read.properties] == ["many", "yesterday"]

    @pytest.mark.parametrize("span", ["abc", "", "-5", "0", "3000000", "9" * 40])
    def test_59_odd_spans(self, span: str) -> None:
        cell = tc("Hello", tcpr=f'<w:gridSpan w:val="{span}"/>')
        read = read_document(docx(tbl(tr(cell))))
        assert 1 <= read.tables[0].rows[0].cells[0].span <= 1000

    def test_60_61_odd_cells(self) -> None:
        body = tbl(tr(tc("Hello", tcpr="<w:vMerge/>")), tr("<w:tc/>"), "<w:tr/>")
        body += f"<w:tbl>{tr(tc('no grid'))}</w:tbl><w:tc>{p('stray cell')}</w:tc>{tr('stray row')}"
        assert texts(docx(body)) == ["Hello", "no grid", "stray cell", "stray row"]

    @pytest.mark.slow
    def test_62_63_very_many_paragraphs_or_runs(self) -> None:
        for body, count in ((p("x") * 100_000, 100_000), (p(r("x") * 200_000), 1)):
            data = docx(body)
            begun = time.perf_counter()
            assert len(read_document(data).paragraphs) == count
            assert time.perf_counter() - begun < 60

    def test_64_every_kind_of_character(self) -> None:
        text = "مرحبا \u202eevil\u202c Ja\u200bne e\u0301 👩\u200d👧 𝔘 \u0000".rstrip("\0") + "end"
        read = read_document(docx(p(text)))
        only = read.paragraphs[0]
        assert only.text == text
        assert only.text[only.runs[0].start : only.runs[0].end] == text

    def test_inline_content_between_paragraphs_is_kept(self) -> None:
        body = r("stray run") + "<w:t>stray text</w:t>" + f"<w:hyperlink>{r('link')}</w:hyperlink>"
        assert texts(docx(body)) == ["stray run", "stray text", "link"]

    def test_an_error_inside_the_reader_is_typed_as_well(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from dhr_checker.checker.document import reader

        def fail(*args: object) -> None:
            raise KeyError("Jane Smith")

        monkeypatch.setattr(reader, "paragraphs", fail)
        with pytest.raises(DocumentError) as refused:
            read_document(docx(HELLO))
        assert refused.value.code == "document.internal"
        assert "Jane" not in str(refused.value)


def test_every_refusal_says_what_is_wrong_and_what_to_do() -> None:
    for reason, (what, mend) in REFUSALS.items():
        assert what.endswith(".")
        assert mend.endswith(".")
        assert reason == reason.lower()


def test_every_refusal_is_tested() -> None:
    here = Path(__file__).read_text(encoding="utf-8")
    untested = [
        reason
        for reason in REFUSALS
        if f'"{reason}"' not in here and f"document.{reason}" not in here
    ]
    assert untested == []
