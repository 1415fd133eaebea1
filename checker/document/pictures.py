"""Texts stored inside picture files: who took it, with what, what it shows, and where.

Only the head of a picture is looked at, and only its description: EXIF in JPEG, TIFF and
PNG, text chunks of PNG, XMP packets, comments of JPEG.  The picture is never decoded.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import Final

_EXIF_TEXTS: Final = {
    0x010D: "document name", 0x010E: "picture description", 0x013B: "picture author",
    0x8298: "picture copyright", 0x9C9B: "picture title", 0x9C9C: "picture comment",
    0x9C9D: "picture author", 0x9C9E: "picture keywords", 0x9C9F: "picture subject",
    0x9286: "picture comment", 0xA430: "owner of the camera", 0xA431: "serial number of the camera",
    0x013C: "computer of the picture", 0x9003: "date of the picture",
}  # fmt: skip
_POINTERS: Final = (0x8769, 0x8825)
_GPS: Final = 0x8825
_LATITUDE, _LONGITUDE = 2, 4
_MOST_ENTRIES: Final = 500
_XMP = re.compile(rb"<x:xmpmeta.{0,100000}?</x:xmpmeta>", re.DOTALL)
_XMP_TEXT = re.compile(rb">([^<>]{2,500})<")
_XMP_ATTRIBUTE = re.compile(rb"""[\w:]+:(?:creator|artist|author|title|description|credit|city|
    country|state|location|headline|instructions|ownername)\w*\s*=\s*["']([^"']{2,500})["']""",
    re.IGNORECASE | re.VERBOSE,
)  # fmt: skip


def describe_picture(head: bytes) -> Iterator[tuple[str, str]]:
    """Label and text of each description found in the head of a picture file."""
    try:
        if head.startswith(b"\xff\xd8"):
            yield from _jpeg(head)
        elif head.startswith(b"\x89PNG\r\n\x1a\n"):
            yield from _png(head)
        elif head[:4] in (b"II*\0", b"MM\0*"):
            yield from _tiff(head)
        yield from _xmp(head)
    except (struct.error, IndexError):
        return  # a damaged picture shows nothing either


def _jpeg(data: bytes) -> Iterator[tuple[str, str]]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker, size = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        body = data[at + 4 : at + 2 + size]
        if marker == 0xE1 and body.startswith(b"Exif\0\0"):
            yield from _tiff(body[6:])
        elif marker == 0xFE:
            yield "picture comment", _text(body)
        elif marker == 0xDA or size < 2:
            return
        at += 2 + size


def _png(data: bytes) -> Iterator[tuple[str, str]]:
    at = 8
    while at + 8 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + size]
        if kind == b"eXIf":
            yield from _tiff(body)
        elif kind in (b"tEXt", b"iTXt"):
            key, _, value = body.partition(b"\0")
            yield f"picture {_text(key).lower()}", _text(value.lstrip(b"\0\1"))
        at += 12 + size


def _tiff(data: bytes) -> Iterator[tuple[str, str]]:
    order = {b"II": "<", b"MM": ">"}.get(data[:2])
    if order is None:
        return
    waiting: list[tuple[int, int]] = [(0, struct.unpack_from(order + "I", data, 4)[0])]
    done: set[int] = set()
    while waiting:
        parent, at = waiting.pop()
        if at in done or at + 2 > len(data):
            continue
        done.add(at)
        count = min(struct.unpack_from(order + "H", data, at)[0], _MOST_ENTRIES)
        for entry in range(count):
            tag, kind, number, value = struct.unpack_from(order + "HHII", data, at + 2 + 12 * entry)
            if tag in _POINTERS and parent == 0:
                waiting.append((tag, value))
            elif parent == _GPS and tag in (_LATITUDE, _LONGITUDE):
                yield "place of the picture", "the picture says where it was taken (GPS)"
            elif tag in _EXIF_TEXTS and parent != _GPS:
                small = at + 2 + 12 * entry + 8
                raw = data[small : small + number] if number <= 4 else data[value : value + number]
                yield _EXIF_TEXTS[tag], _decoded(tag, kind, raw)


def _decoded(tag: int, kind: int, raw: bytes) -> str:
    if 0x9C9B <= tag <= 0x9C9F:  # Windows stores these as UTF-16
        return raw.decode("utf-16-le", "replace").strip("\0 ")
    if tag == 0x9286:  # eight bytes that name the character set come first
        return _text(raw[8:] if kind == 7 else raw)
    return _text(raw)


def _xmp(data: bytes) -> Iterator[tuple[str, str]]:
    for packet in _XMP.findall(data):
        for pattern in (_XMP_TEXT, _XMP_ATTRIBUTE):
            for value in pattern.findall(packet):
                if value.strip():
                    yield "picture metadata (XMP)", _text(value)


def _text(raw: bytes) -> str:
    try:
        said = raw.decode("utf-8")
    except UnicodeDecodeError:
        said = raw.decode("latin-1")
    return "".join(sign if sign.isprintable() else " " for sign in said).strip()[:2_000]
