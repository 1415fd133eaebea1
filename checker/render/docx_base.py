"""An empty Word document as all of ours begin, and its bytes.

python-docx's own template is an American letter page that names its author and the Mac it
was made on.  Ours is A4, in British English and Arial, names nobody, and is the same bytes
for the same content: no clock, no random ids, no times in the package.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from .docx_xml import element, field

INK = RGBColor(0x14, 0x30, 0x4F)
GREY = RGBColor(0x40, 0x40, 0x40)
_STAMP = datetime(2000, 1, 1)
"""The date in the properties of every file: a clock would give other bytes each time."""
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_SIZES = {"Title": 20, "Heading 1": 15, "Heading 2": 13.5, "Heading 3": 11.5}
BOXES = {"good": "F1F6F1", "stop": "FBF3EA", "note": "F6F7F9"}
"""What a box weighs -> its shade.  Its title says in words what it means."""
AFTER_TABLE = "After table"
"""The empty paragraph that Word needs between two tables or boxes; as low as it can be."""
_LEFT_OUT = ("docProps/thumbnail.jpeg",)


def new_document(title: str, *, category: str = "") -> Any:
    """An empty document with the styles of this project.  Names no author."""
    made: Any = docx.Document()
    _properties(made, title, category)
    _drop_old_styles(made)
    _page(made)
    _styles(made)
    _language(made)
    return made


def to_bytes(document: Any) -> bytes:
    """The document's bytes: the same for the same content, whenever and wherever it is made."""
    raw = io.BytesIO()
    document.save(raw)
    packed = io.BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, source.read(name))
    return packed.getvalue()


def running_head(document: Any, text: str, *, strong: bool = False) -> None:
    """Words at the head of every page."""
    paragraph = document.sections[0].header.paragraphs[0]
    paragraph.style = document.styles["Header"]
    paragraph.add_run(text).bold = strong


def running_foot(document: Any, text: str) -> None:
    """Words at the foot of every page, then its number."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.style = document.styles["Footer"]
    paragraph.add_run(f"{text}   Page " if text else "Page ")
    for part in field("PAGE"):
        paragraph._p.append(part)
    paragraph.add_run(" of ")
    for part in field("NUMPAGES"):
        paragraph._p.append(part)


def _properties(document: Any, title: str, category: str) -> None:
    core = document.core_properties
    core.title, core.category = title, category
    core.author = core.last_modified_by = core.comments = core.keywords = core.subject = ""
    core.created = core.modified = _STAMP
    core.revision = 1
    core.language = "en-GB"
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.is_external:
            continue
        name = str(relation.target_part.partname).lstrip("/")
        if name in _LEFT_OUT:
            del package.rels[key]
        elif name == "docProps/app.xml":
            relation.target_part._blob = _APP


def _drop_old_styles(document: Any) -> None:
    """Take out Word 2010's copy of the styles: it would contradict ours, and Word may complain."""
    for key, relation in list(document.part.rels.items()):
        if relation.reltype.endswith("/stylesWithEffects"):
            del document.part.rels[key]


_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"><Application>Microsoft Office Word</Application></Properties>'
)


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2)


ACROSS = 14570
"""Width of the text on a page laid across, in twentieths of a point: 25.7 cm."""


def turn_page(document: Any) -> None:
    """Lay the page across, for a wide table."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)


def _styles(document: Any) -> None:
    styles = document.styles
    for style in styles:
        if style.type in (WD_STYLE_TYPE.PARAGRAPH, WD_STYLE_TYPE.CHARACTER):
            _arial(style)
    normal = styles["Normal"]
    normal.font.size = Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    for name, size in _SIZES.items():
        style = styles[name]
        style.font.size, style.font.bold, style.font.color.rgb = Pt(size), True, INK
        style.font.italic = False
        style.paragraph_format.space_before = Pt(14 if name != "Title" else 0)
        style.paragraph_format.space_after = Pt(5)
        style.paragraph_format.keep_with_next = True
    _caption(styles["Caption"])
    _added(styles)


def _arial(style: Any) -> None:
    """Set the font by name, and drop the theme's, which would win over it."""
    properties = style.element.find(qn("w:rPr"))
    fonts = None if properties is None else properties.find(qn("w:rFonts"))
    if properties is not None and fonts is not None:
        properties.remove(fonts)
    if style.name == "Normal" or fonts is not None:
        style.font.name = "Arial"


def _caption(style: Any) -> None:
    style.font.size, style.font.bold, style.font.color.rgb = Pt(10.5), True, INK
    style.paragraph_format.keep_with_next = True
    style.paragraph_format.space_before = Pt(8)
    style.paragraph_format.space_after = Pt(3)


def _added(styles: Any) -> None:
    """Styles of our own: small print, cells of tables, and the words of an empty field."""
    for name, size in (("Small print", 9.5), ("Table text", 9.5)):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.font.size = Pt(size)
        style.paragraph_format.space_after = Pt(2)
    styles["Small print"].font.color.rgb = GREY
    gap = styles.add_style(AFTER_TABLE, WD_STYLE_TYPE.PARAGRAPH)
    gap.base_style = styles["Normal"]
    gap.font.size = Pt(4)
    gap.paragraph_format.space_after = Pt(0)
    for weight, fill in BOXES.items():
        _box(styles.add_style(f"Box {weight}", WD_STYLE_TYPE.PARAGRAPH), styles["Normal"], fill)
    empty = styles.add_style("Placeholder Text", WD_STYLE_TYPE.CHARACTER)
    empty.font.color.rgb = RGBColor(0x4A, 0x3B, 0x00)
    properties = empty.element.get_or_add_rPr()
    properties.append(element("w:shd", val="clear", color="auto", fill="FFF6CC"))
    # Comments refer to it by this id, and Word knows it by this name.
    mark = styles.add_style("annotation reference", WD_STYLE_TYPE.CHARACTER)
    mark.element.styleId, mark.font.size = "CommentReference", Pt(8)


def _box(style: Any, base: Any, fill: str) -> None:
    """Neighbouring paragraphs of the style make one box, with a bar at its left."""
    style.base_style = base
    style.paragraph_format.left_indent = style.paragraph_format.right_indent = Cm(0.3)
    borders = element("w:pBdr")
    for side, size in (("top", "4"), ("left", "36"), ("bottom", "4"), ("right", "4")):
        borders.append(element(f"w:{side}", val="single", sz=size, space="6", color="14304F"))
    properties = style.element.get_or_add_pPr()
    # The schema wants borders and shade before spacing and indents.
    properties.insert(0, element("w:shd", val="clear", color="auto", fill=fill))
    properties.insert(0, borders)


def _language(document: Any) -> None:
    """British English in the defaults, and in the settings that name a language."""
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    for language in document.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), "en-GB")
