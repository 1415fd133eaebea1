"""Which members of a package go, and how the rest is packed again.

A part goes because of what it is (comments, people, custom properties, a thumbnail, a
signature), or because nothing points to it once others are gone.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterable, Mapping
from typing import Final

from .clean_xml import Node, drop, name_of, parse_whole, relation_ids, written
from .document.package import Link, Package

TYPES: Final = "[Content_Types].xml"
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
PEOPLE_ROOTS: Final = {
    "people": "list of people",
    "Tasks": "tasks",
}
COMMENT_ROOTS: Final = frozenset({"comments", "commentsEx", "commentsIds", "commentsExtensible"})
_PRIVATE_LINKS: Final = frozenset(
    {
        "attachedtemplate", "mailmergesource", "mailmergeheadersource", "mailmergerecipientdata",
        "recipientdata", "transform", "thumbnail", "customproperties", "origin",
        "documenttasks", "people",
    }
)  # fmt: skip
_COMMENT_LINKS: Final = frozenset(
    {"comments", "commentsextended", "commentsids", "commentsextensible"}
)


def rels_of(part: str) -> str:
    """The name of the member that holds a part's relationships."""
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def is_private(link: Link, *, comments: bool) -> bool:
    """Whether a relationship goes because of its kind; ``comments``: they are kept."""
    return link.kind in _PRIVATE_LINKS or (link.kind in _COMMENT_LINKS and not comments)


def goes_by_name(part: str) -> bool:
    """Whether a part goes whatever points to it: thumbnails and signatures."""
    low = part.lower()
    return low.startswith(("docprops/thumbnail.", "_xmlsignatures/"))


def reachable(links: Mapping[str, Iterable[Link]], package: Package) -> set[str]:
    """The parts that relationships lead to from the package's root."""
    found: set[str] = set()
    waiting = [""]
    while waiting:
        for link in links.get(waiting.pop(), ()):
            part = None if link.external else package.find(link.target)
            if part is not None and part not in found:
                found.add(part)
                waiting.append(part)
    return found


def without_links(data: bytes, name: str, gone: Iterable[Link]) -> bytes | None:
    """A member of relationships without some; None if it has none of them."""
    ids = {link.id for link in gone}
    root = parse_whole(data, name)
    found = [n for n in root if name_of(n) == "Relationship" and n.get("Id", "") in ids]
    return _without(root, found)


def without_types(data: bytes, removed: Iterable[str]) -> bytes | None:
    """``[Content_Types].xml`` without the parts removed; None if it names none of them."""
    names = {name.lower() for name in removed}
    root = parse_whole(data, TYPES)
    found = [n for n in root if (n.get("PartName") or "").lstrip("/").lower() in names]
    return _without(root, found)


def _without(root: Node, found: list[Node]) -> bytes | None:
    for item in found:
        drop(item)
    return written(root) if found else None


def unused(before: set[str], root: Node) -> set[str]:
    """Relationships that a part used before it was edited and uses no more."""
    return before - relation_ids(root)


def packed(members: Iterable[tuple[str, bytes, bool]]) -> bytes:
    """A zip archive of names, bytes and whether to compress them; no dates, no remarks."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data, compress in members:
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
            info.create_system = 0  # alike on every machine
            info.external_attr = 0
            archive.writestr(info, data)
    return out.getvalue()
