"""The zip package around a document: members, content types and relationships.

Nothing is ever extracted: a member's name only serves to find its bytes.  Every read is
bounded, and the declared sizes are not believed.
"""

from __future__ import annotations

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from collections import Counter
from typing import Final, NamedTuple
from urllib.parse import unquote

from ..errors import DocumentError
from .content import ReadWarning
from .limits import Limits
from .names import CONTENT_TYPES, PACKAGE_REL
from .parts import Element, parse
from .refusals import refuse
from .sniff import name_reason

_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    struct.error,
    ValueError,
    OverflowError,
    IndexError,
)
_LOCAL_HEADER: Final = 30
_TYPES_PART: Final = "[Content_Types].xml"


class Link(NamedTuple):
    """A relationship: what a part points to."""

    id: str
    kind: str
    """Last word of the type, lower-case and without hyphens: ``hyperlink``, ``footnotes``."""
    target: str
    """A part's name, or the address as written if ``external``."""
    external: bool


class Package:
    """The members of a zip archive, read on demand and within limits."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self.limits = limits
        self.warnings: list[ReadWarning] = []
        self._zip = _open(data, limits)
        infos = self._zip.infolist()
        if len(infos) > limits.members:
            raise refuse("members")
        _refuse_overlaps(infos, self._zip.start_dir)
        self.names = self._index(infos)
        self.unpacked = 0
        self._warn_of_frame(data)
        self._types, self._defaults = self._read_types()

    @property
    def comment(self) -> str:
        """The comment that a zip archive may carry after its last member."""
        return self._zip.comment.decode("utf-8", "replace")

    def member_comments(self) -> list[tuple[str, str]]:
        """Each member's own zip comment, where there is one."""
        return [
            (info.filename, info.comment.decode("utf-8", "replace"))
            for info in self._zip.infolist()
            if info.comment
        ]

    def find(self, name: str) -> str | None:
        """The name as stored of the part called ``name``, whatever its case, or None."""
        return self._folded.get(_fold(name))

    def size(self, name: str) -> int:
        """Unpacked size as declared, in bytes."""
        return self.names[name].file_size

    def content_type(self, name: str) -> str:
        """The declared content type, lower-case; empty if the package does not say."""
        found = self._types.get(_fold(name))
        return found or self._defaults.get(name.rpartition(".")[2].lower(), "")

    def read(self, name: str) -> bytes:
        """All bytes of a part found by :meth:`find`.

        Raises DocumentError: ``document.bomb``, ``.too-large``, ``.zip-encrypted``,
        ``.compression``, ``.damaged``.
        """
        info, limits = self.names[name], self.limits
        if info.file_size > limits.part:
            raise refuse("bomb" if _ratio(info) > limits.ratio else "too-large", name)
        if info.file_size > limits.ratio_floor and _ratio(info) > limits.ratio:
            raise refuse("bomb", name)
        data = self._unpack(info, name, limits.part + 1)
        self.unpacked += len(data)
        if len(data) > limits.part or self.unpacked > limits.total:
            raise refuse("bomb", name)
        return data

    def head(self, name: str, size: int) -> bytes:
        """At most the first ``size`` bytes of a part; empty if they cannot be read."""
        try:
            return self._unpack(self.names[name], name, size)
        except DocumentError:
            return b""

    def _unpack(self, info: zipfile.ZipInfo, name: str, size: int) -> bytes:
        try:
            with self._zip.open(info) as stream:
                return stream.read(size)
        except NotImplementedError:
            raise refuse("compression", name) from None
        except RuntimeError:  # zipfile's way of saying that a password is needed
            raise refuse("zip-encrypted", name) from None
        except MemoryError:  # an LZMA dictionary of gigabytes, a directory of nonsense
            raise refuse("bomb", name) from None
        except _BROKEN:
            raise refuse("damaged", name) from None

    def links(self, name: str) -> tuple[Link, ...]:
        """What the part called ``name`` (or the package, ``""``) points to."""
        folder, base = posixpath.split(name)
        found = self.find(posixpath.join(folder, "_rels", f"{base}.rels"))
        if found is None:
            return ()
        try:
            root = parse(self.read(found), found)
        except DocumentError as error:
            if error.code not in ("document.xml", "document.encoding"):
                raise
            self.warn("links.unreadable", "The links of a part could not be read.", found)
            return ()
        return tuple(_link(item, folder) for item in root.iter(f"{{{PACKAGE_REL}}}Relationship"))

    def warn(self, code: str, message: str, part: str = "") -> None:
        """Note something the reader of the report should know."""
        self.warnings.append(ReadWarning(code, message, part))

    def _index(self, infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
        names: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            name = info.filename.replace("\\", "/").lstrip("/")
            if info.is_dir():
                continue
            if ".." in name.split("/") or ":" in name.split("/")[0] or info.filename[:1] == "/":
                self.warn("package.path", "A part's name points outside the package.", name)
            names[name] = info
            if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                self.warn("package.packing", "A part is packed in a way Word does not use.", name)
        self._folded = {_fold(name): name for name in names}
        repeated = Counter(_fold(info.filename) for info in infos)
        for name, times in repeated.items():
            if times > 1:
                self.warn(
                    "package.duplicate", "A part is there more than once; the last was read.", name
                )
        return names

    def _warn_of_frame(self, data: bytes) -> None:
        if not data.startswith(b"PK"):
            self.warn("package.prefix", "The file has other data before the document.")
        end = data.rfind(b"PK\x05\x06")
        if end >= 0 and end + 22 + len(self._zip.comment) < len(data):
            self.warn("package.suffix", "The file has other data after the document.")

    def _read_types(self) -> tuple[dict[str, str], dict[str, str]]:
        found = self.find(_TYPES_PART)
        if found is None:
            self.warn("package.no-types", "The package does not say what its parts are.")
            return {}, {}
        root = parse(self.read(found), found)
        overrides: dict[str, str] = {}
        defaults: dict[str, str] = {}
        for item in root.iter(f"{{{CONTENT_TYPES}}}Override"):
            part = item.get("PartName", "").lstrip("/")
            overrides[_fold(unquote(part))] = item.get("ContentType", "").lower()
        for item in root.iter(f"{{{CONTENT_TYPES}}}Default"):
            defaults[item.get("Extension", "").lower()] = item.get("ContentType", "").lower()
        return overrides, defaults


def _fold(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _ratio(info: zipfile.ZipInfo) -> float:
    return info.file_size / max(info.compress_size, 1)


def _open(data: bytes, limits: Limits) -> zipfile.ZipFile:
    # Counting signatures costs milliseconds; a directory of millions costs gigabytes.
    if data.count(b"PK\x01\x02") > 4 * limits.members:
        raise refuse("members")
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (*_BROKEN, NotImplementedError, RuntimeError, MemoryError):
        raise refuse(name_reason(data)) from None


def _refuse_overlaps(infos: list[zipfile.ZipInfo], end: int) -> None:
    """Members that share bytes are the mark of a zip bomb; Word never writes them."""
    for info in sorted(infos, key=lambda info: info.header_offset, reverse=True):
        if info.header_offset + _LOCAL_HEADER + info.compress_size > end:
            raise refuse("bomb")
        end = info.header_offset


def _link(item: Element, folder: str) -> Link:
    get = item.get
    kind = get("Type", "").rstrip("/").rpartition("/")[2].lower().replace("-", "")
    target, external = get("Target", ""), get("TargetMode", "").lower() == "external"
    if not external:
        path = unquote(target.partition("#")[0]).replace("\\", "/")
        joined = path if path.startswith("/") else posixpath.join(folder, path)
        target = posixpath.normpath(joined).lstrip("/") if path else ""
    return Link(get("Id", ""), kind, target, external)
