"""The package around an annotated draft: every part as it was, but for the comments.

Members are copied with their names, order, dates and attributes.  Only the main part, the
comments and, where there were none, the two lists that name them are written anew.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

from .document.refusals import refuse
from .errors import DocumentError

AUTHOR, INITIALS = "DHR pre-check", "DHR"
_TYPES = "[Content_Types].xml"
_COMMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ID = re.compile(rb'comment(?:RangeStart|RangeEnd|Reference)?\b[^>]*?:id="(\d+)"')

Insertions = Sequence[tuple[int, bytes]]


@dataclass(frozen=True, slots=True)
class Remark:
    """One comment: its number, and its paragraphs."""

    number: int
    lines: tuple[str, ...]


def put_in(data: bytes, insertions: Insertions) -> bytes:
    """The bytes with pieces put in at places counted in the bytes as they were."""
    made: list[bytes] = []
    done = 0
    for at, piece in insertions:
        made += [data[done:at], piece]
        done = at
    return b"".join([*made, data[done:]])


class Parts:
    """The parts of a draft that matter to its comments."""

    def __init__(self, draft: bytes, main: str, *, strict: bool) -> None:
        self.strict, self.main = strict, main
        self._zip = zipfile.ZipFile(io.BytesIO(draft))
        self.text = self._zip.read(main)
        self.rels = posixpath.join(
            posixpath.dirname(main), "_rels", f"{posixpath.basename(main)}.rels"
        )
        self.comments = self._comments_part()
        _refuse_other_encodings(self.text)

    @property
    def _namespace(self) -> str:
        return STRICT_WORD if self.strict else WORD

    def _comments_part(self) -> str:
        """The name of the part that holds the comments; empty if there is none."""
        if self.rels not in self._zip.namelist():
            return ""
        root: Any = etree.fromstring(self._zip.read(self.rels), _safe())
        for one in root:
            if one.get("Type") in (_TRANSITIONAL, _STRICT):
                target = str(one.get("Target"))
                folder = posixpath.dirname(self.main)
                return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        return ""

    def next_id(self) -> int:
        """A number from which on no comment has one."""
        texts = [self.text, self._zip.read(self.comments) if self.comments else b""]
        used = [int(found) for text in texts for found in _ID.findall(text)]
        return max(used, default=-1) + 1

    def changes(self, insertions: Insertions, remarks: Sequence[Remark]) -> dict[str, bytes]:
        """Parts to write: the main one with its marks, the comments, and what names them."""
        made = b"".join(_comment(one, self._namespace) for one in remarks)
        changed = {self.main: put_in(self.text, insertions)}
        if self.comments:
            changed[self.comments] = _before_end(self._zip.read(self.comments), made)
            return changed
        name = posixpath.join(posixpath.dirname(self.main), "dhr-comments.xml")
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="'
        changed[name] = f'{head}{self._namespace}">'.encode() + made + b"</w:comments>"
        changed |= self._named(name)
        return changed

    def _named(self, name: str) -> dict[str, bytes]:
        kind = _STRICT if self.strict else _TRANSITIONAL
        target = posixpath.basename(name)
        link = f'<Relationship Id="rIdDhrComments" Type="{kind}" Target="{target}"/>'
        entry = f'<Override PartName="/{name}" ContentType="{_COMMENT_TYPE}"/>'
        if self.rels in self._zip.namelist():
            rels = _before_end(self._zip.read(self.rels), link.encode())
        else:
            space = "http://schemas.openxmlformats.org/package/2006/relationships"
            rels = f'<Relationships xmlns="{space}">{link}</Relationships>'.encode()
        return {
            self.rels: rels,
            _TYPES: _before_end(self._zip.read(_TYPES), entry.encode()),
        }

    def write(self, changed: dict[str, bytes]) -> bytes:
        """The package with some parts changed or added, all others as they were."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as target:
            target.comment = self._zip.comment
            for info in self._zip.infolist():
                data = changed.pop(info.filename, None)
                target.writestr(_like(info), self._zip.read(info) if data is None else data)
            for name, data in changed.items():
                fresh = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                fresh.compress_type = zipfile.ZIP_DEFLATED
                target.writestr(fresh, data)
        return out.getvalue()


def _like(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(info.filename, info.date_time)
    made.compress_type, made.external_attr = info.compress_type, info.external_attr
    made.comment, made.create_system = info.comment, info.create_system
    return made


def _before_end(data: bytes, piece: bytes) -> bytes:
    """The bytes with a piece put in before the end tag of the root; the root may be empty."""
    end = data.rfind(b"</")
    if end >= 0:
        return data[:end] + piece + data[end:]
    end = data.rfind(b"/>")
    name = re.search(rb"<([A-Za-z][^\s/>]*)", data)
    if end < 0 or name is None:
        raise refuse("damaged")
    return data[:end] + b">" + piece + b"</" + name.group(1) + b">" + data[end + 2 :]


def _refuse_other_encodings(data: bytes) -> None:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        raise DocumentError(
            "the text of this file is stored in an unusual way, so no comments can be added.",
            mend="Open it in Word, save it as .docx, and try again.",
            code="annotate.encoding",
        ) from None


def _safe() -> Any:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def _comment(remark: Remark, namespace: str) -> bytes:
    """One comment; a paragraph a line.  It has no date: a clock would give other bytes.

    It declares its own prefix, whichever the comments that are there may use.
    """
    paragraphs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{_escaped(line)}</w:t></w:r></w:p>'
        for line in remark.lines
    )
    head = (
        f'<w:comment xmlns:w="{namespace}" w:id="{remark.number}" w:author="{AUTHOR}"'
        f' w:initials="{INITIALS}">'
    )
    return f"{head}{paragraphs}</w:comment>".encode()


def _escaped(text: str) -> str:
    legal = "".join(x for x in text if x in "\t\n" or ord(x) >= 0x20)
    return legal.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
