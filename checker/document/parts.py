"""Parse one part of a package into a tree, or refuse it with a reason.

The parser resolves no entity, loads no DTD and opens nothing.  Strict mark-up is turned
into Transitional by renaming the namespaces it declares, so that the rest of the reader
knows one language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Protocol, cast, overload

from lxml import etree

from .refusals import refuse


class Element(Protocol):
    """What this reader uses of an lxml element, which has no public type of its own.

    Comments and processing instructions are not parsed, so a tag is always text.
    """

    @property
    def tag(self) -> str:
        """The qualified name."""
        ...

    @property
    def text(self) -> str | None:
        """Text before the first child."""
        ...

    @property
    def tail(self) -> str | None:
        """Text between this element and the next."""
        ...

    @overload
    def get(self, key: str) -> str | None: ...
    @overload
    def get(self, key: str, default: str) -> str: ...
    def get(self, key: str, default: str | None = None) -> str | None:
        """The value of an attribute."""
        ...

    def items(self) -> list[tuple[str, str]]:
        """Names and values of all attributes, in file order."""
        ...

    def values(self) -> list[str]:
        """Values of all attributes, in file order."""
        ...

    def find(self, path: str) -> Element | None:
        """The first element at a path of child names."""
        ...

    def iter(self, *tags: str) -> Iterator[Element]:
        """This element and all below it, in file order; only those with one of ``tags``."""
        ...

    def iterchildren(self, *tags: str) -> Iterator[Element]:
        """The children with one of ``tags``."""
        ...

    def getparent(self) -> Element | None:
        """The element around this one."""
        ...

    def index(self, child: Element) -> int:
        """The position of a child."""
        ...

    def __getitem__(self, positions: slice, /) -> list[Element]: ...
    def __iter__(self) -> Iterator[Element]: ...
    def __len__(self) -> int: ...


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
    if root.getroottree().docinfo.doctype:
        raise refuse("dtd", name)
    return cast(Element, root)


def is_strict(data: bytes) -> bool:
    """Whether a part was written in Strict mark-up."""
    plain = _bytewise(data)
    return _STRICT in plain and _DECLARED.search(plain) is not None


def transitional(data: bytes) -> bytes:
    """The part with Strict namespaces renamed; the same object if it has none."""
    plain = _bytewise(data)
    if _STRICT not in plain:
        return data
    return _DECLARED.sub(_rename, plain)


def _rename(match: re.Match[bytes]) -> bytes:
    family, kind = match[2], match[3]
    renamed = b"http://schemas.openxmlformats.org/%b/2006/%b"
    return match[1] + renamed % (family, _RESPELT.get(kind, kind))


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
