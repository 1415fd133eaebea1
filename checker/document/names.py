"""The XML names that the reader knows, spelt once."""

from __future__ import annotations

from typing import Final

WML: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE_REL: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_REL: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
MARKUP_COMPAT: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WORD_2010: Final = "http://schemas.microsoft.com/office/word/2010/wordml"
WORD_2012: Final = "http://schemas.microsoft.com/office/word/2012/wordml"
DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
MATH: Final = "http://schemas.openxmlformats.org/officeDocument/2006/math"
VML: Final = "urn:schemas-microsoft-com:vml"
OFFICE: Final = "urn:schemas-microsoft-com:office:office"
XML: Final = "http://www.w3.org/XML/1998/namespace"


def w(name: str) -> str:
    """The qualified name of a WordprocessingML element or attribute."""
    return f"{{{WML}}}{name}"


VAL: Final = w("val")
R_ID: Final = f"{{{OFFICE_REL}}}id"
ALTERNATE: Final = f"{{{MARKUP_COMPAT}}}AlternateContent"
CHOICE: Final = f"{{{MARKUP_COMPAT}}}Choice"
FALLBACK: Final = f"{{{MARKUP_COMPAT}}}Fallback"
A_P: Final = f"{{{DRAWING}}}p"
A_T: Final = f"{{{DRAWING}}}t"
M_T: Final = f"{{{MATH}}}t"
P: Final = w("p")
R: Final = w("r")
T: Final = w("t")
PPR: Final = w("pPr")
RPR: Final = w("rPr")
TBL: Final = w("tbl")
TR: Final = w("tr")
TC: Final = w("tc")
TCPR: Final = w("tcPr")
TRPR: Final = w("trPr")
TBLPR: Final = w("tblPr")
INS: Final = w("ins")
DEL: Final = w("del")
MOVE_FROM: Final = w("moveFrom")
MOVE_TO: Final = w("moveTo")
DEL_TEXT: Final = w("delText")
INSTR: Final = w("instrText")
DEL_INSTR: Final = w("delInstrText")
TXBX: Final = w("txbxContent")
SECTPR: Final = w("sectPr")


def is_on(value: str | None) -> bool:
    """Whether an on/off attribute says on; leaving it out means on."""
    return value is None or value.strip().lower() not in {"0", "false", "off"}


def local(tag: str) -> str:
    """The name without its namespace."""
    return tag.rpartition("}")[2]
