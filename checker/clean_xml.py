"""Parse a part so that it can be written again, with everything in it that is not edited.

Unlike the reader's own parser this keeps Strict mark-up Strict.  Names are therefore given
in both spellings.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from .document.names import WML
from .document.refusals import refuse

STRICT_WML: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_STRICT_REL: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_REL: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Node = etree._Element  # pyright: ignore[reportPrivateUsage] # lxml's type has no public name


def both(*names: str) -> tuple[str, ...]:
    """Qualified WordprocessingML names, Transitional and Strict."""
    return tuple(f"{{{space}}}{name}" for name in names for space in (WML, STRICT_WML))


def parse_whole(data: bytes, part: str) -> Node:
    """The root of a part, comments and instructions included.

    Raises DocumentError ``document.xml`` or ``document.dtd``.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        raise refuse("xml", part) from None
    if root.getroottree().docinfo.doctype:
        raise refuse("dtd", part)
    return root


def written(root: Node) -> bytes:
    """The part as UTF-8, declared as Word declares it."""
    return etree.tostring(
        root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
    )


def name_of(node: Node) -> str:
    """The local name; empty for a comment or an instruction."""
    tag: object = node.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def is_word(node: Node) -> bool:
    """Whether the element belongs to WordprocessingML."""
    tag: object = node.tag
    return isinstance(tag, str) and tag.startswith((f"{{{WML}}}", f"{{{STRICT_WML}}}"))


def sibling_name(node: Node, name: str) -> str:
    """The qualified ``name`` in the spelling (namespace) of ``node``."""
    return f"{str(node.tag).rpartition('}')[0]}}}{name}"


def attribute(node: Node, name: str) -> str | None:
    """The value of an attribute in the spelling of the element's own namespace."""
    return node.get(sibling_name(node, name))


def child(node: Node, name: str) -> Node | None:
    """The first child of that name in the namespace of ``node``."""
    return node.find(sibling_name(node, name))


def within(node: Node, *names: str) -> list[Node]:
    """All WordprocessingML elements of these names, in order; a list, so that they can go."""
    return list(node.iter(*both(*names)))


def drop(node: Node) -> None:
    """Take an element away with all that is in it."""
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def unwrap(node: Node) -> None:
    """Put an element's children in its place."""
    parent = node.getparent()
    if parent is None:
        return
    at = parent.index(node)
    parent[at : at + 1] = list(node)


def attached(node: Node, root: Node) -> bool:
    """Whether an element is still part of the tree."""
    return node is root or any(above is root for above in node.iterancestors())


def relation_ids(root: Node) -> set[str]:
    """The relationships that a part uses."""
    return {
        value
        for key, value in _attributes(root)
        if key.startswith((f"{{{_REL}}}", f"{{{_STRICT_REL}}}"))
    }


def _attributes(root: Node) -> Iterator[tuple[str, str]]:
    for node in root.iter(etree.Element):
        yield from ((str(key), str(value)) for key, value in node.items())
