"""Say what a file is when it is not a Word document, so that the message can help."""

from __future__ import annotations

import re
from typing import Final

OLE_MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(rb"<(!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_FLAT = re.compile(rb"pkg:package|wordDocument|progid=[\"']Word\.Document", re.IGNORECASE)


def _stream_name(name: str) -> bytes:
    """A stream's name as the directory of an OLE file stores it."""
    return name.encode("utf-16-le")


def _name_ole(data: bytes) -> str:
    if _stream_name("DRMEncrypted") in data:
        return "rights"
    if _stream_name("EncryptedPackage") in data:
        return "password"
    if _stream_name("WordDocument") in data:
        return "legacy-doc"
    return "spreadsheet" if _stream_name("Workbook") in data else "ole"


def _readable(head: bytes) -> bool:
    if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    try:
        head.decode("utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(head) - 4 > 0
    return True


def name_reason(data: bytes) -> str:
    """The refusal (a key of REFUSALS) for bytes that could not be opened as a zip archive."""
    if data.startswith(OLE_MAGIC):
        return _name_ole(data)
    head = data[:4096]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    plain = head.replace(b"\0", b"")
    if _FLAT.search(plain):
        return "flat-xml"
    if _HTML.search(plain):
        return "html"
    if head.startswith(b"PK\x03\x04") or data.rfind(b"PK\x01\x02") >= 0:
        return "truncated"
    return "text" if len(data) > 1 and _readable(head) else "not-a-zip"
