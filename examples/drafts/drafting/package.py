"""Saves a document so that the same content always gives the same bytes."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any
from xml.sax.saxutils import escape

from docx.document import Document

from .wordxml import element

STAMP = dt.datetime(2025, 9, 30, 12, 0, 0)
OLDEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip archive can hold
UNWANTED_SETTINGS = ("}rsids", "}docId")
UNWANTED = ("thumbnail", "customXml", "stylesWithEffects")
APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>Microsoft Office Word</Application>'
    "<AppVersion>16.0000</AppVersion></Properties>"
)
CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    "<cp:coreProperties "
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator>"
    "<cp:lastModifiedBy>{modifier}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified>'
    "<dc:language>en-GB</dc:language></cp:coreProperties>"
)


def to_bytes(document: Document, title: str, creator: str = "", modifier: str = "") -> bytes:
    """Give the .docx as bytes, with neutral properties except for those named."""
    _drop_unwanted(document)
    saved = io.BytesIO()
    document.save(saved)
    core = CORE.format(
        title=escape(title),
        creator=escape(creator),
        modifier=escape(modifier),
        stamp=STAMP.strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    replaced = {"docProps/core.xml": core.encode("utf-8"), "docProps/app.xml": APP.encode("utf-8")}
    return _repack(saved.getvalue(), replaced)


def parts(data: bytes) -> dict[str, bytes]:
    """Give the parts of a package by name: what two files must share to be the same draft."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _drop_unwanted(document: Document) -> None:
    """Take away what python-docx's template carries and no report needs.

    The revision ids and the document id would tie every draft to the template's own history.
    """
    settings = element(document.settings)
    for unwanted in [one for one in settings if one.tag.endswith(UNWANTED_SETTINGS)]:
        settings.remove(unwanted)
    package: Any = document.part.package
    for rels in (package.rels, document.part.rels):
        for key in [k for k, rel in rels.items() if rel.reltype.endswith(UNWANTED)]:
            del rels[key]


def _repack(data: bytes, replaced: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in parts(data).items():
            entry = zipfile.ZipInfo(name, OLDEST)
            entry.create_system = 0  # the same on every system
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, replaced.get(name, content), compresslevel=9)
    return packed.getvalue()
