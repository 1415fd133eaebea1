"""Every place where text can hide in a Word file: one document for each, built by code.

``PLACES`` maps a name to the group it is shown under, the channel (story) it must be found
in, and a function from the text to hide to the bytes of a file that hides it there.
"""

# ruff: noqa: E501
from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from typing import NamedTuple

from .builder import (
    NAMESPACES,
    REL,
    docx,
    field,
    p,
    pack,
    part,
    parts_of,
    r,
    rels,
    style,
    tbl,
    tc,
    tr,
    txbx,
)


class HidingPlace(NamedTuple):
    """Where a text is hidden, and the channel it must come out of."""

    group: str
    story: str
    build: Callable[[str], bytes]


PLACES: dict[str, HidingPlace] = {}
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"


def place(
    group: str, name: str, story: str
) -> Callable[[Callable[[str], bytes]], Callable[[str], bytes]]:
    def add(build: Callable[[str], bytes]) -> Callable[[str], bytes]:
        assert name not in PLACES
        PLACES[name] = HidingPlace(group, story, build)
        return build

    return add


def in_body(group: str, name: str, story: str, mark: Callable[[str], str]) -> None:
    place(group, name, story)(lambda text: docx(p("before") + mark(text) + p("after")))


def in_part(
    group: str, name: str, story: str, path: str, xml: Callable[[str], str], body: str = ""
) -> None:
    place(group, name, story)(lambda text: docx(p("x") + body, parts={path: xml(text)}))


# --- body -------------------------------------------------------------------------------
BODY = "Body"
in_body(BODY, "paragraph", "body", p)
in_body(BODY, "text split over runs", "body", lambda s: p("".join(r(c) for c in s)))
in_body(
    BODY,
    "runs split by spelling marks",
    "body",
    lambda s: p(r(s[:2]) + '<w:proofErr w:type="spellStart"/>' + r(s[2:])),
)
in_body(BODY, "table cell", "body", lambda s: tbl(tr(tc(s))))
in_body(BODY, "nested table", "body", lambda s: tbl(tr(tc(tbl(tr(tc(s))), p()))))
in_body(
    BODY, "horizontally merged cell", "body",
    lambda s: tbl(tr(tc(s, tcpr='<w:gridSpan w:val="3"/>'))),
)  # fmt: skip
in_body(
    BODY, "vertically merged cell", "body",
    lambda s: tbl(tr(tc("a", tcpr='<w:vMerge w:val="restart"/>')), tr(tc(s, tcpr="<w:vMerge/>"))),
)  # fmt: skip
in_body(BODY, "cell without paragraph", "body", lambda s: tbl(tr(f"<w:tc>{r(s)}</w:tc>")))
in_body(BODY, "run between paragraphs", "body", r)
in_body(BODY, "text without a run", "body", lambda s: f"<w:p><w:t>{s}</w:t></w:p>")
in_body(BODY, "non-breaking hyphen", "body", lambda s: p(
    f"<w:r><w:t>{s[:2]}</w:t><w:softHyphen/><w:t>{s[2:]}</w:t><w:noBreakHyphen/></w:r>"
))  # fmt: skip
in_body(BODY, "symbols", "body", lambda s: p(
    "<w:r>" + "".join(f'<w:sym w:font="Arial" w:char="{ord(c):04X}"/>' for c in s) + "</w:r>"
))  # fmt: skip
in_body(BODY, "ruby text", "body", lambda s: p(
    f"<w:r><w:ruby><w:rubyPr/><w:rt>{r(s)}</w:rt><w:rubyBase>{r('base')}</w:rubyBase></w:ruby></w:r>"
))  # fmt: skip
in_body(BODY, "equation", "body", lambda s: p(
    f"<m:oMathPara><m:oMath><m:r><m:t>{s}</m:t></m:r></m:oMath></m:oMathPara>"
))  # fmt: skip
in_body(BODY, "frame", "body", lambda s: p(s, ppr="<w:framePr/>"))
in_body(BODY, "heading", "body", lambda s: p(s, style="Heading1"))
in_body(BODY, "caption", "body", lambda s: p(s, style="Caption"))
in_body(BODY, "contents list", "body", lambda s: p(s, style="TOC1"))
in_body(BODY, "paragraph inside a paragraph", "body", lambda s: f"<w:p>{p(s)}</w:p>")

# --- wrappers ---------------------------------------------------------------------------
WRAPPED = "Wrapped"
for _name in ("smartTag", "customXml", "dir", "bdo", "ins", "moveTo", "hyperlink", "sdtContent"):
    in_body(
        WRAPPED, f"w:{_name} in a paragraph", "body", lambda s, n=_name: p(f"<w:{n}>{r(s)}</w:{n}>")
    )
for _name in ("customXml", "ins", "moveTo"):
    in_body(
        WRAPPED,
        f"w:{_name} around a paragraph",
        "body",
        lambda s, n=_name: f"<w:{n}>{p(s)}</w:{n}>",
    )
in_body(WRAPPED, "an element nobody knows", "body", lambda s: p(f"<w14:new>{r(s)}</w14:new>"))


def _sdt(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


in_body(WRAPPED, "content control around paragraphs", "body", lambda s: _sdt(p(s)))
in_body(WRAPPED, "content control in a paragraph", "body", lambda s: p(_sdt(r(s))))
in_body(WRAPPED, "content control around a row", "body", lambda s: tbl(_sdt(tr(tc(s)))))
in_body(
    WRAPPED, "content control around a cell", "body", lambda s: tbl(f"<w:tr>{_sdt(tc(s))}</w:tr>")
)
in_body(WRAPPED, "contents list in a content control", "body", lambda s: _sdt(
    p(s), '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
))  # fmt: skip
in_body(WRAPPED, "alternate content, choice", "body", lambda s: p(
    f'<mc:AlternateContent><mc:Choice Requires="w14">{r(s)}</mc:Choice></mc:AlternateContent>'
))  # fmt: skip
in_body(WRAPPED, "alternate content, only the fallback", "body", lambda s: p(
    f"<mc:AlternateContent><mc:Choice Requires='w14'/><mc:Fallback>{r(s)}</mc:Fallback>"
    "</mc:AlternateContent>"
))  # fmt: skip
in_body(WRAPPED, "alternate content, a fallback that differs", "other", lambda s: p(
    f"<mc:AlternateContent><mc:Choice Requires='w14'>{r('harmless')}</mc:Choice>"
    f"<mc:Fallback>{r(s)}</mc:Fallback></mc:AlternateContent>"
))  # fmt: skip

# --- shapes -----------------------------------------------------------------------------
SHAPES = "Shapes and pictures"
in_body(SHAPES, "text box", "textbox", lambda s: p(txbx(p(s))))
in_body(SHAPES, "text box in old mark-up only", "textbox", lambda s: p(
    f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p(s)}</w:txbxContent></v:textbox></v:shape>"
    "</w:pict></w:r>"
))  # fmt: skip
in_body(SHAPES, "text box in a table cell", "textbox", lambda s: tbl(tr(tc(p(txbx(p(s)))))))
in_body(SHAPES, "table in a text box", "textbox", lambda s: p(txbx(tbl(tr(tc(s))))))
in_body(SHAPES, "text box in a text box", "textbox", lambda s: p(txbx(p(txbx(p(s))))))
in_body(SHAPES, "text box copy that differs", "other", lambda s: p(txbx(p("harmless"), p(s))))
in_body(SHAPES, "shape text in DrawingML", "textbox", lambda s: p(
    f"<w:r><w:drawing><a:graphic><a:graphicData uri='x'><a:p><a:r><a:t>{s[:2]}</a:t></a:r><a:r>"
    f"<a:t>{s[2:]}</a:t></a:r></a:p></a:graphicData></a:graphic></w:drawing></w:r>"
))  # fmt: skip
in_body(SHAPES, "WordArt or watermark", "textbox", lambda s: p(
    f'<w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1"><v:textpath string="{s}"/></v:shape>'
    "</w:pict></w:r>"
))  # fmt: skip


def _picture(doc: str = "", inner: str = "") -> str:
    return p(
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" {doc}/><a:graphic><a:graphicData uri="x">'
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="2" {inner}/></pic:nvPicPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


in_body(SHAPES, "alternative text", "alt-text", lambda s: _picture(f'name="P" descr="{s}"'))
in_body(SHAPES, "alternative title", "alt-text", lambda s: _picture(f'name="P" title="{s}"'))
in_body(SHAPES, "picture name", "picture", lambda s: _picture(f'name="{s}"'))
in_body(SHAPES, "picture file name", "picture", lambda s: _picture('name="P"', f'name="{s}.jpg"'))
in_body(
    SHAPES,
    "alternative text inside the picture",
    "alt-text",
    lambda s: _picture("", f'descr="{s}"'),
)
in_body(SHAPES, "alternative text of an old shape", "alt-text", lambda s: p(
    f'<w:r><w:pict><v:shape alt="{s}"/></w:pict></w:r>'
))  # fmt: skip
in_body(SHAPES, "title of an old picture", "alt-text", lambda s: p(
    f'<w:r><w:pict><v:shape><v:imagedata o:title="{s}"/></v:shape></w:pict></w:r>'
))  # fmt: skip
in_body(SHAPES, "address on a shape", "hyperlink", lambda s: p(
    f'<w:r><w:pict><v:shape href="mailto:{s}"/></w:pict></w:r>'
))  # fmt: skip
in_body(SHAPES, "alternative text of a table", "alt-text", lambda s: tbl(
    tr("x"), tblpr=f'<w:tblDescription w:val="{s}"/>'
))  # fmt: skip
in_body(SHAPES, "alternative title of a table", "alt-text", lambda s: tbl(
    tr("x"), tblpr=f'<w:tblCaption w:val="{s}"/>'
))  # fmt: skip
in_body(SHAPES, "object's field", "other", lambda s: p(
    f'<w:r><w:object><o:OLEObject Type="Link" ProgID="{s}"/></w:object></w:r>'
))  # fmt: skip


def _png(chunk: bytes, data: bytes) -> bytes:
    body = chunk + data
    return (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", len(data))
        + body
        + struct.pack(">I", zlib.crc32(body))
    )


def _exif(text: str, tag: int = 0x013B) -> bytes:
    raw = text.encode() + b"\0"
    return (
        b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", 1)
        + struct.pack("<HHII", tag, 2, len(raw), 26) + struct.pack("<I", 0) + raw
    )  # fmt: skip


def _jpeg(body: bytes, marker: int = 0xE1) -> bytes:
    return b"\xff\xd8\xff" + bytes([marker]) + struct.pack(">H", len(body) + 2) + body + b"\xff\xd9"


def _media(name: str, group: str, build: Callable[[str], bytes], ending: str) -> None:
    place(group, name, "picture")(
        lambda s: pack({**parts_of(p("x")), f"word/media/image1.{ending}": build(s)})
    )


_media("author in a JPEG's EXIF", SHAPES, lambda s: _jpeg(b"Exif\0\0" + _exif(s)), "jpeg")
_media("description in a TIFF", SHAPES, lambda s: _exif(s, 0x010E), "tiff")
_media("comment in a JPEG", SHAPES, lambda s: _jpeg(s.encode(), 0xFE), "jpg")
_media("text in a PNG", SHAPES, lambda s: _png(b"tEXt", b"Author\0" + s.encode()), "png")
_media("EXIF in a PNG", SHAPES, lambda s: _png(b"eXIf", _exif(s)), "png")
_media(
    "XMP in a JPEG", SHAPES,
    lambda s: _jpeg(f"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><li>{s}</li></x:xmpmeta>".encode()),
    "jpg",
)  # fmt: skip
place(SHAPES, "name of a picture's part", "part-name")(
    lambda s: pack({**parts_of(p("x")), f"word/media/{s}.jpeg": b"\xff\xd8"})
)
in_part(SHAPES, "SVG picture", "other", "word/media/image1.svg", lambda s: (
    f'<svg xmlns="http://www.w3.org/2000/svg"><text>{s}</text></svg>'
))  # fmt: skip

# --- headers, notes, comments -----------------------------------------------------------
STORIES = "Headers, notes, comments"
for _kind, _root in (("header", "hdr"), ("footer", "ftr")):
    _path = f"word/{_kind}1.xml"
    in_part(STORIES, _kind, _kind, _path, lambda s, n=_root: part(n, p(s)))
    in_part(
        STORIES, f"{_kind} that no section uses", _kind, f"word/{_kind}9.xml",
        lambda s, n=_root: part(n, p(s)),
    )  # fmt: skip
for _which in ("first", "even"):

    def _apart(text: str, which: str = _which) -> bytes:
        """A header that Word prints on the first page, or on even ones, and nowhere else."""
        section = f'<w:sectPr><w:headerReference w:type="{which}" r:id="rId50"/></w:sectPr>'
        parts = parts_of("", parts={"word/header5.xml": part("hdr", p(text))})
        body = f"<w:body>{p('a')}{section}</w:body>"
        parts["word/document.xml"] = part("document", body).encode()
        parts["word/_rels/document.xml.rels"] = rels([("rId50", "header", "header5.xml")]).encode()
        return pack(parts)

    place(STORIES, f"header of {_which} pages", "header")(_apart)
in_part(
    STORIES, "table in a header", "header", "word/header1.xml", lambda s: part("hdr", tbl(tr(s)))
)
in_part(
    STORIES,
    "text box in a header",
    "textbox",
    "word/header1.xml",
    lambda s: part("hdr", p(txbx(p(s)))),
)
in_part(
    STORIES,
    "content control in a header",
    "header",
    "word/header1.xml",
    lambda s: part("hdr", _sdt(p(s))),
)
in_part(STORIES, "watermark in a header", "textbox", "word/header1.xml", lambda s: part("hdr", p(
    f'<w:r><w:pict><v:shape><v:textpath string="{s}"/></v:shape></w:pict></w:r>'
)))  # fmt: skip
for _kind in ("footnote", "endnote"):
    in_part(
        STORIES, _kind, _kind, f"word/{_kind}s.xml",
        lambda s, k=_kind: part(f"{k}s", f'<w:{k} w:id="2">{p(s)}</w:{k}>'),
        p(f'<w:r><w:{_kind}Reference w:id="2"/></w:r>'),
    )  # fmt: skip
in_part(STORIES, "footnote separator", "footnote", "word/footnotes.xml", lambda s: part(
    "footnotes", f'<w:footnote w:type="separator" w:id="0">{p(s)}</w:footnote>'
))  # fmt: skip


def _comment(text: str, attributes: str = 'w:author="A"') -> str:
    return part("comments", f'<w:comment w:id="1" {attributes}>{p(text)}</w:comment>')


_COMMENTS = "word/comments.xml"
in_part(STORIES, "comment", "comment", _COMMENTS, _comment)
in_part(
    STORIES, "author of a comment", "author", _COMMENTS, lambda s: _comment("x", f'w:author="{s}"')
)
in_part(
    STORIES,
    "initials of a comment",
    "author",
    _COMMENTS,
    lambda s: _comment("x", f'w:author="A" w:initials="{s}"'),
)
in_part(STORIES, "people", "people", "word/people.xml", lambda s: (
    f'<w15:people {NAMESPACES}><w15:person w15:author="{s}"/></w15:people>'
))  # fmt: skip
in_part(STORIES, "sign-in name of a person", "people", "word/people.xml", lambda s: (
    f'<w15:people {NAMESPACES}><w15:person w15:author="A"><w15:presenceInfo w15:userId="{s}"/>'
    "</w15:person></w15:people>"
))  # fmt: skip
in_part(STORIES, "building block", "glossary", "word/glossary/document.xml", lambda s: part(
    "glossaryDocument", f"<w:docParts><w:docPart><w:docPartBody>{p(s)}</w:docPartBody></w:docPart></w:docParts>"
))  # fmt: skip
in_part(STORIES, "name of a building block", "other", "word/glossary/document.xml", lambda s: part(
    "glossaryDocument", f'<w:docParts><w:docPart><w:docPartPr><w:name w:val="{s}"/></w:docPartPr></w:docPart></w:docParts>'
))  # fmt: skip
in_part(STORIES, "a second document in the package", "other", "word/document2.xml", lambda s: part(
    "document", f"<w:body>{p(s)}</w:body>"
))  # fmt: skip

# --- tracked changes --------------------------------------------------------------------
CHANGES = "Tracked changes"
_WHO = 'w:id="1" w:author="A" w:date="2026-01-02T03:04:05Z"'


def _deleted(text: str) -> str:
    return f"<w:r><w:delText>{text}</w:delText></w:r>"


in_body(CHANGES, "inserted text", "body", lambda s: p(f"<w:ins {_WHO}>{r(s)}</w:ins>"))
in_body(CHANGES, "deleted text", "deleted", lambda s: p(f"<w:del {_WHO}>{_deleted(s)}</w:del>"))
in_body(
    CHANGES, "text moved away", "deleted", lambda s: p(f"<w:moveFrom {_WHO}>{r(s)}</w:moveFrom>")
)
in_body(CHANGES, "text moved here", "body", lambda s: p(f"<w:moveTo {_WHO}>{r(s)}</w:moveTo>"))
in_body(CHANGES, "inserted, then deleted", "deleted", lambda s: p(
    f"<w:ins {_WHO}><w:del {_WHO}>{_deleted(s)}</w:del></w:ins>"
))  # fmt: skip
in_body(CHANGES, "deleted row", "deleted", lambda s: tbl(tr(tc(s), trpr=f"<w:del {_WHO}/>")))
in_body(CHANGES, "deleted cell", "deleted", lambda s: tbl(tr(tc(s, tcpr=f"<w:cellDel {_WHO}/>"))))
in_body(CHANGES, "deleted field instruction", "deleted", lambda s: p(
    f"<w:del {_WHO}><w:r><w:delInstrText>{s}</w:delInstrText></w:r></w:del>"
))  # fmt: skip
in_body(CHANGES, "text box deleted", "deleted", lambda s: p(f"<w:del {_WHO}>{txbx(p(s))}</w:del>"))
in_body(
    CHANGES,
    "author of an insertion",
    "author",
    lambda s: p(f'<w:ins w:author="{s}">{r("x")}</w:ins>'),
)
in_body(CHANGES, "author of a change of format", "author", lambda s: p(
    r("x", f'<w:rPrChange w:id="1" w:author="{s}"><w:rPr/></w:rPrChange>')
))  # fmt: skip
in_body(CHANGES, "author of a paragraph's change", "author", lambda s: p(
    "x", ppr=f'<w:rPr><w:ins w:author="{s}"/></w:rPr><w:pPrChange w:author="B"/>'
))  # fmt: skip
in_body(CHANGES, "author of a table's change", "author", lambda s: tbl(
    tr("x", trpr=f'<w:ins w:author="{s}"/>')
))  # fmt: skip
in_body(CHANGES, "author of a section's change", "author", lambda s: (
    f'<w:sectPr><w:sectPrChange w:author="{s}"/></w:sectPr>'
))  # fmt: skip
in_body(CHANGES, "editor of a protected range", "author", lambda s: p(
    f'<w:permStart w:id="1" w:ed="{s}"/>{r("x")}<w:permEnd w:id="1"/>'
))  # fmt: skip

# --- concealed --------------------------------------------------------------------------
CONCEALED = "Concealed in the text"
in_body(CONCEALED, "hidden text", "body", lambda s: p(r(s, "<w:vanish/>")))
place(CONCEALED, "hidden by a style", "body")(
    lambda s: docx(
        p(s, style="Gone"),
        parts={"word/styles.xml": part("styles", style("Gone", rpr="<w:vanish/>"))},
    )
)
in_body(CONCEALED, "hidden row", "body", lambda s: tbl(tr(tc(s), trpr="<w:hidden/>")))
in_body(CONCEALED, "white text", "body", lambda s: p(r(s, '<w:color w:val="FFFFFF"/>')))
in_body(CONCEALED, "black bar", "body", lambda s: p(r(s, '<w:highlight w:val="black"/>')))
in_body(CONCEALED, "black shading", "body", lambda s: p(
    r(s, '<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>')
))  # fmt: skip
in_body(CONCEALED, "text of one point", "body", lambda s: p(r(s, '<w:sz w:val="2"/>')))

# --- fields, links, forms ---------------------------------------------------------------
FIELDS = "Fields, links, forms"
in_body(FIELDS, "field result", "body", lambda s: p(field("AUTHOR", r(s))))
in_body(FIELDS, "field instruction", "field-code", lambda s: p(field(f"MERGEFIELD {s}", r("x"))))
in_body(FIELDS, "field instruction split over runs", "field-code", lambda s: p(
    field(f"REF {s[:2]}</w:instrText></w:r><w:r><w:instrText>{s[2:]}", r("x"))
))  # fmt: skip
in_body(FIELDS, "field never ended", "field-code", lambda s: p(
    f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{s}</w:instrText></w:r>'
))  # fmt: skip
in_body(
    FIELDS,
    "simple field",
    "body",
    lambda s: p(f'<w:fldSimple w:instr="AUTHOR">{r(s)}</w:fldSimple>'),
)
in_body(FIELDS, "instruction of a simple field", "field-code", lambda s: p(
    f'<w:fldSimple w:instr="DOCPROPERTY {s}">{r("x")}</w:fldSimple>'
))  # fmt: skip
in_body(FIELDS, "legacy form field", "form", lambda s: p(
    f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:helpText w:val="{s}"/></w:ffData>'
    "</w:fldChar></w:r>"
))  # fmt: skip
place(FIELDS, "link target", "hyperlink")(
    lambda s: docx(
        p(f'<w:hyperlink r:id="rId9">{r("mail")}</w:hyperlink>'),
        links=[("rId9", "hyperlink", f"mailto:{s}")],
    )
)
place(FIELDS, "link that nothing uses", "hyperlink")(
    lambda s: docx(p("x"), links=[("rId9", "hyperlink", f"file:///C:/Users/{s}/x.docx")])
)
place(FIELDS, "link from a header", "hyperlink")(
    lambda s: docx(
        p("x"),
        parts={
            "word/header1.xml": part("hdr", p()),
            "word/_rels/header1.xml.rels": (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f'<Relationship Id="a" Type="{REL}/hyperlink" Target="mailto:{s}"'
                ' TargetMode="External"/></Relationships>'
            ),
        },
    )
)
in_body(
    FIELDS,
    "tooltip of a link",
    "hyperlink",
    lambda s: p(f'<w:hyperlink w:tooltip="{s}">{r("x")}</w:hyperlink>'),
)
in_body(
    FIELDS,
    "bookmark a link leads to",
    "hyperlink",
    lambda s: p(f'<w:hyperlink w:anchor="{s}">{r("x")}</w:hyperlink>'),
)
in_body(FIELDS, "link on a picture", "hyperlink", lambda s: p(
    f'<w:r><w:drawing><wp:docPr id="1" name="P"><a:hlinkClick tooltip="{s}"/></wp:docPr></w:drawing></w:r>'
))  # fmt: skip
in_body(
    FIELDS, "bookmark", "bookmark", lambda s: p(f'<w:bookmarkStart w:id="1" w:name="{s}"/>{r("x")}')
)
in_body(
    FIELDS,
    "bookmark between paragraphs",
    "bookmark",
    lambda s: f'<w:bookmarkStart w:id="1" w:name="{s}"/>',
)
for _name, _mark in (
    ("title", '<w:alias w:val="{}"/>'),
    ("tag", '<w:tag w:val="{}"/>'),
    ("choice", '<w:dropDownList><w:listItem w:displayText="{}" w:value="1"/></w:dropDownList>'),
    ("binding", '<w:dataBinding w:xpath="/{}"/>'),
    ("placeholder", '<w:placeholder><w:docPart w:val="{}"/></w:placeholder>'),
):
    in_body(
        FIELDS,
        f"{_name} of a content control",
        "form",
        lambda s, m=_mark: _sdt(p("x"), m.format(s)),
    )
    in_body(
        FIELDS, f"{_name} of a content control in a paragraph", "form",
        lambda s, m=_mark: p(_sdt(r("x"), m.format(s))),
    )  # fmt: skip
in_body(FIELDS, "smart tag attribute", "other", lambda s: p(
    f'<w:smartTag w:element="PersonName"><w:smartTagPr><w:attr w:name="{s}" w:val="1"/></w:smartTagPr>'
    f"{r('x')}</w:smartTag>"
))  # fmt: skip
in_body(
    FIELDS,
    "name of a custom XML element",
    "other",
    lambda s: f'<w:customXml w:element="{s}">{p("x")}</w:customXml>',
)

# --- other parts ------------------------------------------------------------------------
PARTS = "Other parts"
in_part(PARTS, "custom XML", "custom-xml", "customXml/item1.xml", lambda s: f"<d><n>{s}</n></d>")
in_part(
    PARTS, "attribute in custom XML", "custom-xml", "customXml/item1.xml", lambda s: f'<d n="{s}"/>'
)
in_part(PARTS, "text in a chart", "chart", "word/charts/chart1.xml", lambda s: (
    f'<c:chartSpace xmlns:c="{_CHART}" {NAMESPACES}><c:title><a:p><a:r><a:t>{s}</a:t></a:r></a:p>'
    "</c:title></c:chartSpace>"
))  # fmt: skip
in_part(PARTS, "category of a chart", "chart", "word/charts/chart1.xml", lambda s: (
    f'<c:chartSpace xmlns:c="{_CHART}"><c:cat><c:pt><c:v>{s}</c:v></c:pt></c:cat></c:chartSpace>'
))  # fmt: skip
in_part(PARTS, "SmartArt", "diagram", "word/diagrams/data1.xml", lambda s: (
    f'<d:dataModel xmlns:d="{_DIAGRAM}" {NAMESPACES}><d:pt><d:t><a:p><a:r><a:t>{s}</a:t></a:r></a:p>'
    "</d:t></d:pt></d:dataModel>"
))  # fmt: skip
in_part(PARTS, "document variable", "setting", "word/settings.xml", lambda s: part(
    "settings", f'<w:docVars><w:docVar w:name="v" w:val="{s}"/></w:docVars>'
))  # fmt: skip
in_part(PARTS, "mail merge source", "setting", "word/settings.xml", lambda s: part(
    "settings", f'<w:mailMerge><w:query w:val="SELECT * FROM {s}"/></w:mailMerge>'
))  # fmt: skip
place(PARTS, "path of the template", "hyperlink")(
    lambda s: docx(
        p("x"), links=[("rId9", "attachedTemplate", f"file:///C:/Users/{s}/Normal.dotm")]
    )
)
in_part(PARTS, "name of a style", "style", "word/styles.xml", lambda s: part(
    "styles", f'<w:style w:customStyle="1" w:styleId="a"><w:name w:val="{s}"/></w:style>'
))  # fmt: skip
in_part(PARTS, "text of a numbering", "style", "word/numbering.xml", lambda s: part(
    "numbering", f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="{s} %1"/></w:lvl></w:abstractNum>'
))  # fmt: skip
in_part(PARTS, "unknown part", "other", "word/new1.xml", lambda s: f"<new>{s}</new>")
place(PARTS, "XML part with a strange ending", "other")(
    lambda s: pack(
        {**parts_of(p("x")), "word/thing.dat": f"<?xml version='1.0'?><x>{s}</x>".encode()}
    )
)
place(PARTS, "comment of the zip archive", "other")(
    lambda s: docx(p("x"))[:-2] + struct.pack("<H", len(s)) + s.encode()
)

# --- properties -------------------------------------------------------------------------
PROPERTIES = "Properties"
_DC = "http://purl.org/dc/elements/1.1/"
for _name in (
    "dc:creator", "cp:lastModifiedBy", "dc:title", "dc:subject", "cp:keywords", "dc:description",
    "cp:category", "cp:contentStatus", "dc:identifier",
):  # fmt: skip
    in_part(
        PROPERTIES, _name.partition(":")[2], "property", "docProps/core.xml",
        lambda s, n=_name: (
            f'<cp:coreProperties xmlns:cp="{_CP}" xmlns:dc="{_DC}"><{n}>{s}</{n}></cp:coreProperties>'
        ),
    )  # fmt: skip
for _name in ("Company", "Manager", "Template", "HyperlinkBase"):
    in_part(
        PROPERTIES, _name, "property", "docProps/app.xml",
        lambda s, n=_name: f'<Properties xmlns="{_APP}"><{n}>{s}</{n}></Properties>',
    )  # fmt: skip
in_part(PROPERTIES, "titles of parts", "property", "docProps/app.xml", lambda s: (
    f'<Properties xmlns="{_APP}" xmlns:v="{_VT}"><TitlesOfParts><v:vector><v:lpstr>{s}</v:lpstr>'
    "</v:vector></TitlesOfParts></Properties>"
))  # fmt: skip
in_part(PROPERTIES, "custom property", "property", "docProps/custom.xml", lambda s: (
    f'<Properties xmlns="{_CUSTOM}" xmlns:v="{_VT}"><property name="n"><v:lpwstr>{s}</v:lpwstr>'
    "</property></Properties>"
))  # fmt: skip
in_part(PROPERTIES, "name of a custom property", "property", "docProps/custom.xml", lambda s: (
    f'<Properties xmlns="{_CUSTOM}" xmlns:v="{_VT}"><property name="{s}"><v:bool>true</v:bool>'
    "</property></Properties>"
))  # fmt: skip
