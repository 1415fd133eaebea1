"""A copy of a Word file without those who worked on it.

Authors, properties, comments, revision ids, paths and people go; the text stays.  Parts in
which nothing of that kind was found are copied byte for byte.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from ..schemas.inspection import Changes, Cleaning
from .clean_package import (
    COMMENT_ROOTS,
    PEOPLE_ROOTS,
    TYPES,
    goes_by_name,
    is_private,
    packed,
    reachable,
    rels_of,
    unused,
    without_links,
    without_types,
)
from .clean_parts import Tally, drop_unanchored, edit
from .clean_report import describe
from .clean_xml import Node, name_of, parse_whole, relation_ids, written
from .document import DEFAULT, Limits, read_document
from .document.contents import survey
from .document.model import Document
from .document.package import Link, Package
from .document.refusals import refuse
from .document.source import Source, load
from .errors import DocumentError

_ANCHORED: Final = ("footnotes", "endnotes", "comments")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The new file's bytes, and what was done."""

    data: bytes
    report: Cleaning


def clean(
    source: Source,
    *,
    changes: Changes = Changes.KEEP,
    keep_comments: bool = False,
    limits: Limits = DEFAULT,
    name: str | None = None,
) -> Cleaned:
    """A clean copy of a .docx, .docm, .dotx or .dotm file; the file itself is only read.

    With ``keep_comments`` comments stay, under the author "Author".  The same bytes in
    give the same bytes out, and cleaning twice changes nothing more.

    Raises DocumentError as :func:`~.document.read_document` does, and nothing else.
    """
    data, called = load(source, limits, name)
    document = read_document(data, limits=limits, name=called)
    try:
        return _Cleaning(data, document, limits, changes, comments=keep_comments).run()
    except DocumentError:
        raise
    except MemoryError:
        raise refuse("bomb") from None
    except Exception as error:  # a file must never bring the caller down
        raise refuse("internal") from error


@dataclass(slots=True)
class _Part:
    """A parsed part that may be edited."""

    root: Node
    used: set[str] = field(default_factory=set[str])
    edited: bool = False


class _Cleaning:
    """The cleaning of one file."""

    def __init__(
        self, data: bytes, document: Document, limits: Limits, changes: Changes, *, comments: bool
    ) -> None:
        self.document, self.changes, self.comments = document, changes, comments
        # Parts are read more than once, to look and to copy; the reader held them to the limit.
        self.package = Package(data, replace(limits, total=8 * limits.total))
        self.contents = survey(self.package)
        self.tally = Tally()
        self.parts: dict[str, _Part] = {}
        self.removed: set[str] = set()
        self.unread: list[str] = []
        self.new: dict[str, bytes] = {}

    def run(self) -> Cleaned:
        """Edit the parts, then what points to them, then pack."""
        for part in self.contents.xml:
            if part != TYPES:
                self._edit(part)
        self._unanchor()
        self._relationships()
        self._types()
        data = packed(self._members())
        report = describe(
            self.document,
            self.tally.done,
            changes=self.changes,
            comments=self.comments,
            removed=tuple(sorted(self.removed)),
            edited=tuple(sorted(self.new)),
            total=len(self.package.names),
            unread=tuple(self.unread),
        )
        return Cleaned(data, report)

    def _edit(self, part: str) -> None:
        try:
            root = parse_whole(self.package.read(part), part)
        except DocumentError as error:
            if error.code != "document.xml":
                raise
            self.unread.append(part)
            return
        kind = name_of(root)
        if self._goes(root, kind):
            self.removed.add(part)
            return
        made = _Part(root, relation_ids(root))
        made.edited = edit(root, self.tally, changes=self.changes, comments=self.comments)
        self.parts[part] = made

    def _goes(self, root: Node, kind: str) -> bool:
        if kind == "Properties" and "custom" in str(root.tag):
            return bool(self.tally.note("custom properties", len(root) or 1))
        if kind == "comments" and not self.comments:
            return bool(self.tally.note("comments", len(root) or 1))
        if kind in COMMENT_ROOTS and not self.comments:
            return True
        return kind in PEOPLE_ROOTS and bool(self.tally.note(PEOPLE_ROOTS[kind], 1))

    def _unanchor(self) -> None:
        for made in self.parts.values():
            if name_of(made.root) in _ANCHORED and drop_unanchored(made.root, self.tally):
                made.edited = True
        for part, made in self.parts.items():
            if made.edited:
                self.new[part] = written(made.root)

    def _relationships(self) -> None:
        """Drop links that go by their kind or by an edit, then the parts that only they held."""
        sources = ("", *(n for n in self.package.names if not n.lower().endswith(".rels")))
        links = {name: self.package.links(name) for name in sources}
        before = reachable(links, self.package)
        self.removed |= {name for name in self.package.names if goes_by_name(name)}
        self._private_targets(links)
        gone = {name: self._gone(name, links[name]) for name in sources}
        left = {
            name: () if name in self.removed else [k for k in links[name] if k not in gone[name]]
            for name in sources
        }
        self.removed |= before - reachable(left, self.package)
        if any(name.lower().startswith("_xmlsignatures/") for name in self.removed):
            self.tally.note("digital signatures", 1)
        for name in sources:
            self._write_links(name, gone[name])
        for name in self.removed:
            self.new.pop(name, None)

    def _private_targets(self, links: Mapping[str, tuple[Link, ...]]) -> None:
        for link in (link for found in links.values() for link in found):
            if not is_private(link, comments=self.comments):
                continue
            target = None if link.external else self.package.find(link.target)
            if target is not None and target != self.contents.main:
                self.removed.add(target)
            if link.kind in _LINK_SAID:
                self.tally.note(_LINK_SAID[link.kind], 1)

    def _gone(self, name: str, links: tuple[Link, ...]) -> list[Link]:
        made = self.parts.get(name)
        lost = unused(made.used, made.root) if made is not None and made.edited else set[str]()
        return [
            link
            for link in links
            if is_private(link, comments=self.comments)
            or link.id in lost
            or (not link.external and self.package.find(link.target) in self.removed)
        ]

    def _write_links(self, name: str, gone: list[Link]) -> None:
        member = self.package.find(rels_of(name))
        if member is None:
            return
        if name in self.removed:
            self.removed.add(member)
        elif gone:
            made = without_links(self.package.read(member), member, gone)
            if made is not None:
                self.new[member] = made

    def _types(self) -> None:
        member = self.package.find(TYPES)
        if member is not None and self.removed:
            made = without_types(self.package.read(member), self.removed)
            if made is not None:
                self.new[member] = made

    def _members(self) -> Iterator[tuple[str, bytes, bool]]:
        for name, info in self.package.names.items():
            if name not in self.removed:
                data = self.new[name] if name in self.new else self.package.read(name)
                yield name, data, info.compress_type != zipfile.ZIP_STORED


_LINK_SAID: Final = {"attachedtemplate": "path of the template", "thumbnail": "thumbnail"}
