"""A text box, written as Word does: a drawing, with a picture for older readers beside it."""

from __future__ import annotations

from xml.sax.saxutils import escape

from docx.text.paragraph import Paragraph

from .wordxml import append

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}
DECLARED = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in SPACES.items())
# 80 mm by 14 mm, in the units of drawings (36,000 to the millimetre)
WIDE, HIGH = 2880000, 504000


def add_text_box(paragraph: Paragraph, text: str) -> None:
    """Anchor in ``paragraph`` a text box that says ``text``."""
    words = (
        "<w:txbxContent><w:p><w:r>"
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p></w:txbxContent>'
    )
    append(
        paragraph,
        f"<w:r {DECLARED}><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing>{_drawing(words)}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{_picture(words)}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>",
    )


def _drawing(words: str) -> str:
    shape = (
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{WIDE}" cy="{HIGH}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:ln w="6350"><a:solidFill><a:srgbClr val="7F7F7F"/></a:solidFill></a:ln></wps:spPr>'
        f"<wps:txbx>{words}</wps:txbx><wps:bodyPr/>"
    )
    return (
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{WIDE}" cy="{HIGH}"/>'
        '<wp:docPr id="901" name="Text Box 1"/><a:graphic><a:graphicData '
        f'uri="{SPACES["wps"]}"><wps:wsp>{shape}</wps:wsp></a:graphicData></a:graphic></wp:inline>'
    )


def _picture(words: str) -> str:
    return f'<v:rect style="width:227pt;height:40pt"><v:textbox>{words}</v:textbox></v:rect>'
