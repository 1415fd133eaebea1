"""The same draft, stored otherwise: what other programs, or an hour of editing, make of a file."""

from __future__ import annotations

import copy
import io
import random
import re
import zipfile
from collections.abc import Callable
from functools import partial
from typing import Any

from lxml import etree

WML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Members = dict[str, bytes]
Redraw = Callable[[Members], Members]
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_STORY = re.compile(r"word/(document|header\d|footer\d|footnotes|endnotes|comments)\.xml")
_FIRST_LEVEL = ("Heading1", "DHRHeadingUnnumbered", "DHRHeadingAppendix")
_REFERENCES = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "numStyleLink")


def w(name: str) -> str:
    return f"{{{WML}}}{name}"


def unpack(data: bytes) -> Members:
    """The members of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(members: Members, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A package of the members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return out.getvalue()


def _redrawn(members: Members, change: Callable[[Any], None], which: str = "") -> Members:
    """The members with every story (or what else ``which`` matches) changed as a tree."""
    wanted = re.compile(which) if which else _STORY
    made = dict(members)
    for name, data in members.items():
        if wanted.fullmatch(name):
            root = etree.fromstring(data)
            change(root)
            made[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return made


def split_runs(members: Members, seed: int) -> Members:
    """Cut every run that holds one text into up to three, anywhere."""
    chance = random.Random(seed)

    def cut(root: Any) -> None:
        for run in list(root.iter(w("r"))):
            texts = [child for child in run if child.tag in (w("t"), w("delText"))]
            inside = [child for child in run if child.tag != w("rPr")]
            while texts == inside and len(texts) == 1 and len(texts[0].text or "") > 1:
                text, at = texts[0], chance.randrange(1, len(texts[0].text))
                rest = copy.deepcopy(run)
                text.text, left = text.text[:at], text.text[at:]
                run.addnext(rest)
                texts = inside = [child for child in rest if child.tag == text.tag]
                texts[0].text = left
                for one in (text, texts[0]):
                    one.set(_SPACE, "preserve")
                run = rest
                if chance.random() < 0.5:
                    break

    return _redrawn(members, cut)


def noisy(members: Members, seed: int) -> Members:
    """Strew in what Word leaves behind: spelling marks, its own bookmarks, revision ids."""
    chance = random.Random(seed)

    def strew(root: Any) -> None:
        for number, run in enumerate(list(root.iter(w("r")))):
            run.set(w("rsidR"), f"{chance.randrange(1 << 32):08X}")
            kind = chance.choice(("proofErr", "bookmark", "language", "nothing"))
            if kind == "proofErr":
                run.addprevious(etree.Element(w("proofErr"), {w("type"): "spellStart"}))
                run.addnext(etree.Element(w("proofErr"), {w("type"): "spellEnd"}))
            elif kind == "bookmark":
                named = {w("id"): str(9000 + number), w("name"): f"_Hlk{chance.randrange(10**8)}"}
                run.addprevious(etree.Element(w("bookmarkStart"), named))
                run.addnext(etree.Element(w("bookmarkEnd"), {w("id"): str(9000 + number)}))
            elif kind == "language" and run.find(w("rPr")) is None:
                run.insert(0, etree.Element(w("rPr")))
                etree.SubElement(run[0], w("lang"), {w("val"): "en-GB"})

    return _redrawn(members, strew)


def _texts(members: Members, change: Callable[[str], str]) -> Members:
    def rewrite(root: Any) -> None:
        for text in root.iter(w("t"), w("delText")):
            text.text = change(text.text or "")

    return _redrawn(members, rewrite)


def straight(text: str) -> str:
    """Typographic quotation marks and apostrophes as those on the keys."""
    return text.translate(str.maketrans("‘’“”", "''\"\""))


def _curly(text: str) -> str:
    text = re.sub(r"(^|[\s(\[\u2013\u2014])'", "\\1‘", straight(text))
    text = re.sub(r'(^|[\s(\[\u2013\u2014‘])"', "\\1“", text)
    return text.replace("'", "’").replace('"', "”")


def renamed_styles(members: Members) -> Members:
    """Every style under another id and name; a heading is one by its outline level alone.

    Titles and the lines of contents lists keep their names, by which alone they are known.
    """
    ids: dict[str, str] = {}

    def rename(root: Any) -> None:
        for number, style in enumerate(root.iter(w("style"))):
            name = style.find(w("name"))
            said = name.get(w("val"))
            ids[style.get(w("styleId"))] = f"q{number}"
            style.set(w("styleId"), f"q{number}")
            if heading := re.fullmatch(r"heading (\d)", said):
                _outline(style, int(heading[1]) - 1)
            if not re.match("toc|title|subtitle", said, re.IGNORECASE):
                name.set(w("val"), f"form {number}")

    def point(root: Any) -> None:
        for item in root.iter(*map(w, _REFERENCES)):
            item.set(w("val"), ids.get(item.get(w("val")), item.get(w("val"))))

    return _redrawn(_redrawn(members, rename, r"word/styles\.xml"), point, r"word/\w+\.xml")


def _outline(style: Any, level: int) -> None:
    properties = style.find(w("pPr"))
    if properties is None:
        properties = etree.SubElement(style, w("pPr"))
    for old in properties.findall(w("outlineLvl")):
        properties.remove(old)
    etree.SubElement(properties, w("outlineLvl"), {w("val"): str(level)})


def _each(members: Members, change: Callable[[str], bytes]) -> Members:
    return {
        name: change(data.decode("utf-8")) if name.endswith((".xml", ".rels")) else data
        for name, data in members.items()
    }


def _strict(xml: str) -> bytes:
    for family in ("wordprocessingml", "officeDocument", "drawingml"):
        xml = xml.replace(
            f"http://schemas.openxmlformats.org/{family}/2006/",
            f"http://purl.oclc.org/ooxml/{family}/",
        )
    return xml.encode()


def _utf_16(xml: str) -> bytes:
    plain = re.sub(r"^\ufeff?<\?xml[^>]*\?>", "", xml)
    return f'<?xml version="1.0" encoding="UTF-16"?>{plain}'.encode("utf-16")


def _prefixed(xml: str) -> bytes:
    xml = re.sub(r"xmlns:w=", "xmlns:ns0=", xml)
    return re.sub(r"(?<=[<\s/])w:(?=\w+[\s/>=])", "ns0:", xml).encode()


def reordered(members: Members) -> Members:
    """The same members, the last one first."""
    return {name: members[name] for name in reversed(members)}


REDRAWN: dict[str, Redraw] = {
    "runs split": partial(split_runs, seed=1),
    "noise in split runs": lambda members: noisy(split_runs(members, 3), 4),
    "straight quotes": lambda members: _texts(members, straight),
    "curly quotes": lambda members: _texts(members, _curly),
    "styles renamed": renamed_styles,
    "Strict": lambda members: _each(members, _strict),
    "UTF-16": lambda members: _each(members, _utf_16),
    "another prefix": lambda members: _each(members, _prefixed),
}
"""Ways of storing a draft otherwise, by name."""


def without_section(members: Members, title: str) -> Members:
    """The draft without a first-level heading and all that stands under it."""

    def cut(root: Any) -> None:
        body = root.find(w("body"))
        cutting = False
        for block in list(body):
            style = block.find(f"{w('pPr')}/{w('pStyle')}") if block.tag == w("p") else None
            if style is not None and style.get(w("val")) in _FIRST_LEVEL:
                cutting = "".join(t.text or "" for t in block.iter(w("t"))) == title
            if cutting and block.tag != w("sectPr"):
                body.remove(block)

    return _redrawn(members, cut, r"word/document\.xml")
