"""Parse one part of a package into a tree, or refuse it with a reason.

The parser resolves no entity, loads no DTD and opens nothing.  Strict mark-up is turned
into Transitional by renaming the namespaces it declares, so that the rest of the reader
knows one language.
"""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from .refusals import refuse

Element = etree._Element  # pyright: ignore[reportPrivateUsage]  # lxml exports no public name

_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_DECLARED = re.compile(
    rb"""(xmlns(?::[\w.-]+)?\s*=\s*["'])http://purl\.oclc\.org/ooxml/([A-Za-z]+)/([A-Za-z]+)"""
)
# Two namespaces changed their spelling between the editions, besides gaining a year.
_RESPELT: Final = {
    b"extendedProperties": b"extended-properties",
    b"customProperties": b"custom-properties",
}
_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)


def parse(data: bytes, name: str) -> Element:
    """The root of the part called ``name``.

    Raises DocumentError: ``document.dtd``, ``.depth``, ``.huge-text``, ``.encoding`` or
    ``.xml``, with the part's name.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(transitional(data), parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise refuse(_why(data, error), name) from None
    except MemoryError:
        raise refuse("bomb", name) from None
    # A document without an element parses to nothing, whatever the stubs say.
    if root is None:  # pyright: ignore[reportUnnecessaryComparison]
        raise refuse("xml", name)
    if root.getroottree().docinfo.doctype:
        raise refuse("dtd", name)
    return root


def is_strict(root: Element, data: bytes) -> bool:
    """Whether the part was written in Strict mark-up."""
    return _STRICT in _bytewise(data) and root.nsmap is not None


def transitional(data: bytes) -> bytes:
    """The part with Strict namespaces renamed; the same object if it has none."""
    plain = _bytewise(data)
    if _STRICT not in plain:
        return data
    return _DECLARED.sub(_rename, plain)


def _rename(match: re.Match[bytes]) -> bytes:
    family, kind = match[2], match[3]
    return b"".join(
        (match[1], b"http://schemas.openxmlformats.org/", family, b"/2006/")
        + (_RESPELT.get(kind, kind),)
    )


def _bytewise(data: bytes) -> bytes:
    """UTF-16 as UTF-8, without a declaration that would contradict it; the rest as it is."""
    if data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        return data
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError:
        return data
    return re.sub(r"^<\?xml[^>]*\?>", "", text.lstrip("\ufeff")).encode("utf-8", "replace")


def _why(data: bytes, error: Exception) -> str:
    if _DOCTYPE.search(_bytewise(data)):
        return "dtd"
    said = str(error).lower()
    if "depth" in said:
        return "depth"
    if "huge" in said or "too long" in said or "resource limit" in said or "too big" in said:
        return "huge-text"
    if "encod" in said or "pcdata invalid char" in said or "input conversion" in said:
        return "encoding"
    return "xml"
