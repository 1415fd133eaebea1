"""Small Word files made of any mark-up, for annotating; and what stripping a copy leaves."""

from __future__ import annotations

import io
import re
import zipfile
from copy import deepcopy
from typing import Any

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


def draft(body: str, *, prefix: str = "w:", namespace: str = W, **parts: str) -> bytes:
    """A Word file with this body; ``parts`` are further parts by name."""
    declared = f'xmlns:{prefix[:-1]}="{namespace}"' if prefix else f'xmlns="{namespace}"'
    main = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<{prefix}document {declared}'
        f' xmlns:x="urn:other"><{prefix}body>{body}</{prefix}body></{prefix}document>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", parts.pop("types", _TYPES))
        package.writestr("_rels/.rels", _RELS)
        package.writestr("word/document.xml", main)
        for name, text in parts.items():
            package.writestr(name.replace("__", "/"), text)
    return out.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def without(data: bytes, insertions: Any) -> bytes:
    """Take out again what was put in, counting in the bytes as they were."""
    for at, piece in insertions:
        assert data[at : at + len(piece)] == piece
        data = data[:at] + data[at + len(piece) :]
    return data


def canonical(main: bytes, ours: set[str]) -> bytes:
    """The main part without our comments, runs that look alike joined: for comparing by sight."""
    root: Any = etree.fromstring(main)
    ns = f"{{{etree.QName(root).namespace}}}"
    for tag in ("commentRangeStart", "commentRangeEnd"):
        for mark in list(root.iter(ns + tag)):
            if mark.get(f"{ns}id") in ours:
                mark.getparent().remove(mark)
    for mark in list(root.iter(f"{ns}commentReference")):
        if mark.get(f"{ns}id") in ours:
            run = mark.getparent()
            assert len(run) == 1
            run.getparent().remove(run)
    _join(root, ns)
    return etree.tostring(root, method="c14n")


def _join(root: Any, ns: str) -> None:
    """Join neighbouring runs that look alike, and their texts; spaces are marked everywhere."""
    space = "{http://www.w3.org/XML/1998/namespace}space"
    for text in root.iter(f"{ns}t"):
        text.set(space, "preserve")
    for run in list(root.iter(f"{ns}r")):
        before = run.getprevious()
        if before is None or before.tag != run.tag or dict(before.attrib) != dict(run.attrib):
            continue
        if _look(before, ns) != _look(run, ns):
            continue
        for child in run:
            if child.tag == f"{ns}rPr":
                continue
            last = before[-1] if len(before) else None
            if last is not None and last.tag == child.tag == f"{ns}t":
                last.text = (last.text or "") + (child.text or "")
            else:
                before.append(deepcopy(child))
        run.getparent().remove(run)


def _look(run: Any, ns: str) -> bytes:
    found = run.find(f"{ns}rPr")
    return b"" if found is None else etree.tostring(found, method="c14n")


def enclosed(main: bytes) -> dict[str, str]:
    """The words that each comment encloses."""
    root: Any = etree.fromstring(main)
    ns = f"{{{etree.QName(root).namespace}}}"
    open_now: dict[str, list[str]] = {}
    found: dict[str, str] = {}
    literal = {f"{ns}tab": "\t", f"{ns}br": "\n", f"{ns}noBreakHyphen": "-"}
    for node in root.iter():
        name = node.get(f"{ns}id") or ""
        if node.tag == f"{ns}commentRangeStart":
            open_now[name] = []
        elif node.tag == f"{ns}commentRangeEnd":
            found[name] = "".join(open_now.pop(name))
        elif (node.tag == f"{ns}t" or node.tag in literal) and not _gone(node, ns):
            said = literal.get(node.tag) or node.text or ""
            for words in open_now.values():
                words.append(said)
    assert not open_now, "a comment begins and does not end"
    return found


def _gone(node: Any, ns: str) -> bool:
    return bool(list(node.iterancestors(f"{ns}del", f"{ns}moveFrom")))


def comment_texts(data: bytes) -> dict[str, str]:
    """Every comment's text by its id."""
    found: dict[str, str] = {}
    for name, part in parts_of(data).items():
        if re.search(r"comments\.xml$", name):
            root: Any = etree.fromstring(part)
            ns = f"{{{etree.QName(root).namespace}}}"
            for one in root.iter(f"{ns}comment"):
                found[one.get(f"{ns}id")] = "\n".join(
                    "".join(t.text or "" for t in p.iter(f"{ns}t")) for p in one.iter(f"{ns}p")
                )
    return found


def shown(main: bytes) -> str:
    """The words as Word shows them: outer spaces of a text count only where it says so."""
    root: Any = etree.fromstring(main)
    ns = f"{{{etree.QName(root).namespace}}}"
    space = "{http://www.w3.org/XML/1998/namespace}space"
    return "".join(
        (node.text or "") if node.get(space) == "preserve" else (node.text or "").strip(" ")
        for node in root.iter(f"{ns}t")
    )
