"""Build Word files from mark-up, so that every test shows the file it is about.

``docx(body)`` is enough for most; everything a package can hold can be given by part.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

WML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PKG = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCX = f"{WORD}.document.main+xml"
NAMESPACES = (
    f'xmlns:w="{WML}" xmlns:r="{REL}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

Rel = tuple[str, str, str]
"""Id, kind, target; a target that is no part of the package is external."""


def p(content: str = "", *, style: str = "", ppr: str = "") -> str:
    """A paragraph; text that is no mark-up becomes a run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{named}{ppr}</w:pPr>" if named or ppr else ""
    inner = content if not content or content.startswith("<") else r(content)
    return f"<w:p>{properties}{inner}</w:p>"


def r(text: str, rpr: str = "") -> str:
    """A run."""
    properties = f"<w:rPr>{rpr}</w:rPr>" if rpr else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(*blocks: str, tcpr: str = "") -> str:
    """A table cell; text that is no mark-up becomes a paragraph."""
    properties = f"<w:tcPr>{tcpr}</w:tcPr>" if tcpr else ""
    inner = "".join(b if b.startswith("<") else p(b) for b in blocks)
    return f"<w:tc>{properties}{inner}</w:tc>"


def tr(*cells: str, trpr: str = "") -> str:
    """A table row."""
    properties = f"<w:trPr>{trpr}</w:trPr>" if trpr else ""
    return f"<w:tr>{properties}{''.join(c if c.startswith('<') else tc(c) for c in cells)}</w:tr>"


def tbl(*rows: str, tblpr: str = "") -> str:
    """A table."""
    return f"<w:tbl><w:tblPr>{tblpr}</w:tblPr><w:tblGrid/>{''.join(rows)}</w:tbl>"


def part(root: str, content: str, attributes: str = "") -> str:
    """A WordprocessingML part with all namespaces declared."""
    return f"{DECLARATION}<w:{root} {NAMESPACES} {attributes}>{content}</w:{root}>"


_TYPES = {"core-properties": f"{PKG}/metadata/core-properties"}


def rels(links: Sequence[Rel]) -> str:
    """A part of relationships."""
    said = "".join(
        f'<Relationship Id="{i}" Type="{_TYPES.get(kind, f"{REL}/{kind}")}" Target="{target}"'
        + (' TargetMode="External"' if ":" in target or target.startswith("\\\\") else "")
        + "/>"
        for i, kind, target in links
    )
    return f'{DECLARATION}<Relationships xmlns="{PKG}">{said}</Relationships>'


def types(overrides: Mapping[str, str]) -> str:
    """``[Content_Types].xml``."""
    said = "".join(f'<Override PartName="/{n}" ContentType="{t}"/>' for n, t in overrides.items())
    return (
        f'{DECLARATION}<Types xmlns="{TYPES}">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{said}</Types>'
    )


_KNOWN = {
    "word/styles.xml": ("styles", f"{WORD}.styles+xml"),
    "word/numbering.xml": ("numbering", f"{WORD}.numbering+xml"),
    "word/settings.xml": ("settings", f"{WORD}.settings+xml"),
    "word/footnotes.xml": ("footnotes", f"{WORD}.footnotes+xml"),
    "word/endnotes.xml": ("endnotes", f"{WORD}.endnotes+xml"),
    "word/comments.xml": ("comments", f"{WORD}.comments+xml"),
    "word/header1.xml": ("header", f"{WORD}.header+xml"),
    "word/footer1.xml": ("footer", f"{WORD}.footer+xml"),
}


_PROPERTIES = {
    "docProps/core.xml": (
        "core-properties",
        "application/vnd.openxmlformats-package.core-properties+xml",
    ),
    "docProps/app.xml": (
        "extended-properties",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    ),
    "docProps/custom.xml": (
        "custom-properties",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    ),
}


def parts_of(
    body: str = "",
    *,
    parts: Mapping[str, str | bytes] | None = None,
    links: Sequence[Rel] = (),
    main: str = "word/document.xml",
    main_type: str = DOCX,
) -> dict[str, bytes]:
    """The members of a package.

    ``parts`` are added (or replace what is there; an empty one is left out); known ones are
    linked and typed by their names.
    """
    given = dict(parts or {})
    links = list(links)
    overrides = {main: main_type}
    for name, (kind, declared) in _KNOWN.items():
        if name in given:
            overrides[name] = declared
            links.append((f"rId{kind}", kind, name.removeprefix("word/")))
    roots = [("rId1", "officeDocument", main)]
    for name, (kind, declared) in _PROPERTIES.items():
        if name in given:
            overrides[name] = declared
            roots.append((f"rId{kind}", kind, name))
    used = "".join(
        f'<w:{kind}Reference w:type="default" r:id="rId{kind}"/>'
        for kind in ("header", "footer")
        if f"word/{kind}1.xml" in given
    )
    folder, _, base = main.rpartition("/")
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": types(overrides),
        "_rels/.rels": rels(roots),
        main: part("document", f"<w:body>{body}<w:sectPr>{used}</w:sectPr></w:body>"),
    }
    if links:
        made[f"{folder}/_rels/{base}.rels".lstrip("/")] = rels(links)
    made.update(given)
    return {n: d.encode() if isinstance(d, str) else d for n, d in made.items() if d}


def pack(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of the members, the same bytes each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            info.compress_type = method
            archive.writestr(info, data)
    return out.getvalue()


def docx(
    body: str = "",
    *,
    parts: Mapping[str, str | bytes] | None = None,
    links: Sequence[Rel] = (),
    main: str = "word/document.xml",
    main_type: str = DOCX,
) -> bytes:
    """The bytes of a Word file; see :func:`parts_of`."""
    return pack(parts_of(body, parts=parts, links=links, main=main, main_type=main_type))


def styles(content: str) -> str:
    """``word/styles.xml`` with the styles given."""
    return part("styles", content)


def style(
    style_id: str,
    name: str = "",
    *,
    based_on: str = "",
    ppr: str = "",
    rpr: str = "",
    kind: str = "",
) -> str:
    """One style."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind or "paragraph"}" w:styleId="{style_id}">'
        f'<w:name w:val="{name or style_id}"/>{base}<w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr>'
        "</w:style>"
    )


def txbx(content: str, fallback: str | None = None) -> str:
    """A run with a text box, written twice as Word does."""
    copy = content if fallback is None else fallback
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        '<wp:docPr id="1" name="Text Box 1"/><a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx>'
        f"<w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"<w:txbxContent>{copy}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def field(instruction: str, result: str) -> str:
    """A complex field as runs."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
