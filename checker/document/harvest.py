"""The last net: texts in attributes and in parts that are no story.

Names hide in the alternative text of a picture, the title of a content control, a
picture's file name.  Rather than list all places, this takes every attribute that reads
like text and leaves out those that only a program can have written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .names import A_T, DRAWING
from .parts import Element
from .place import Story

_LETTERS = re.compile(r"[^\W\d_]{2}")
_SPOKEN = re.compile(r"[^\W\d_]{2}|(\d\D?){6}")
_MACHINE = re.compile(
    r"""
      \{?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?   # GUID
    | [0-9A-Fa-f]{6,16}                                          # colour, rsid
    | _x0000_\w+ | \#_x0000_\w+                                  # VML shape
    | rId\d+ | -?[\d.]+(pt|px|in|cm|mm|emu|%)                    # relation, measure
    | (true|false|none|auto|on|off)
    | https?://schemas\.\S* | http://purl\.oclc\.org/\S* | http://www\.w3\.org/\S*
    | urn:schemas-microsoft-com:\S*
    """,
    re.VERBOSE | re.IGNORECASE,
)
# By local name.  What a person or a camera can have put there.
TEXT_ATTRIBUTES: Final[dict[str, tuple[Story, str]]] = {
    "descr": (Story.ALT_TEXT, "alternative text"),
    "title": (Story.ALT_TEXT, "alternative title"),
    "alt": (Story.ALT_TEXT, "alternative text"),
    "name": (Story.PICTURE, "name of a picture or shape"),
    "string": (Story.TEXTBOX, "WordArt or watermark text"),
    "tooltip": (Story.HYPERLINK, "tooltip of a link"),
    "href": (Story.HYPERLINK, "link target"),
    "anchor": (Story.HYPERLINK, "bookmark a link leads to"),
    "docLocation": (Story.HYPERLINK, "place a link leads to"),
    "tgtFrame": (Story.HYPERLINK, "frame a link opens in"),
    "src": (Story.PICTURE, "picture source"),
    "ProgID": (Story.OTHER, "program of an embedded object"),
    "macro": (Story.OTHER, "macro of a shape"),
    "textlink": (Story.OTHER, "link of a shape's text"),
}
LINK_ATTRIBUTES: Final = frozenset({"tooltip", "anchor", "docLocation", "tgtFrame"})
# Attributes of graphics whose values come from a list in the standard.
_GRAPHIC_NOISE: Final = frozenset(
    {
        "prst", "uri", "cstate", "relativeFrom", "wrapText", "algn", "cap", "cmpd", "bwMode",
        "type", "spid", "ext", "Requires", "id", "style", "path", "adj", "coordsize", "wrap",
        "anchor", "vert", "vertOverflow", "horzOverflow", "numCol", "embed", "link", "val",
        "fillcolor", "strokecolor", "stroked", "filled", "lang", "typeface", "spt", "rtlCol",
        "Ignorable", "connecttype", "gradientshapeok", "aspectratio", "eqn", "editId", "anchorId",
        "ShapeID", "DrawAspect", "ObjectID", "Type", "panose", "charset", "bidi", "altLang",
        "cstheme", "idx", "tx1", "bg1", "noChangeAspect", "pitchFamily", "linkTarget",
    }
)  # fmt: skip


def reads_like_text(value: str) -> bool:
    """Whether somebody may have typed this: it has letters and no shape of a machine's."""
    return bool(_LETTERS.search(value)) and not _MACHINE.fullmatch(value.strip())


def attribute_texts(element: Element, *, graphic: bool = False) -> Iterator[tuple[str, str, str]]:
    """Name (local), name (local) of the element and value of each attribute that reads like text.

    ``graphic`` leaves out the attributes of drawings that hold names from the standard.
    """
    tag = element.tag.rpartition("}")[2]
    for key, value in element.items():
        name = key.rpartition("}")[2]
        if graphic and name in _GRAPHIC_NOISE and (name != "anchor" or tag != "hyperlink"):
            continue
        if reads_like_text(value):
            yield name, tag, value


def inner_elements(root: Element, *, skip: frozenset[str]) -> Iterator[Element]:
    """``root`` and all below it, in order, without the subtrees named in ``skip``."""
    stack: list[Iterator[Element]] = [iter((root,))]
    while stack:
        for element in stack[-1]:
            if element.tag in skip:
                continue
            yield element
            stack.append(iter(element))
            break
        else:
            stack.pop()


def drawn_paragraphs(root: Element) -> Iterator[str]:
    """Texts of DrawingML paragraphs (``a:p``), runs joined: shapes, charts, diagrams."""
    for paragraph in root.iter(f"{{{DRAWING}}}p"):
        text = "".join(t.text or "" for t in paragraph.iter(A_T))
        if text.strip():
            yield text


def part_texts(root: Element) -> Iterator[str]:
    """Every text of an unknown part: drawn paragraphs joined, then text nodes, then attributes."""
    yield from drawn_paragraphs(root)
    seen: set[str] = set()
    for element in root.iter():
        if element.tag == A_T:
            continue
        for text in (element.text, element.tail):
            # Digits count too: a telephone or NHS number identifies as well as a name.
            if text and _SPOKEN.search(text):
                yield text
        for _, _, value in attribute_texts(element):
            if value not in seen:
                seen.add(value)
                yield value


def described(root: Element) -> list[str]:
    """What the attributes of a drawing say: to compare two versions of it."""
    return [
        value for element in root.iter() for _, _, value in attribute_texts(element, graphic=True)
    ]
