"""Bytes to text: size, encoding and characters that no text file should hold."""

from __future__ import annotations

import codecs
import re

from .errors import DhrError
from .loaded import MAX_BYTES

# UTF-32 before UTF-16: the little-endian marks begin with the same two bytes.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
EMPTY = "Check that it is the right file; `dhr new case` begins a record."
_SAVE = "Save the file again as UTF-8 text."


def decode(source: str | bytes, *, name: str, error: type[DhrError]) -> str:
    """The text of a file, without its byte order mark.

    UTF-8 is expected; UTF-16 and UTF-32 are read when they begin with their mark, as
    Windows programs write them.  Raises ``error`` for a file that is too large, in
    another encoding, or holds control characters.
    """
    if len(source) > MAX_BYTES:
        raise error(
            f"the file is larger than {MAX_BYTES // 1_000_000} MB.",
            where=name,
            mend="A case record or rule file is far smaller: check that it is the right file.",
            code="text.too-large",
        )
    text = source if isinstance(source, str) else _decode(source, name, error)
    text = text.removeprefix("\ufeff")
    unfit = _UNFIT.search(text)
    if unfit is not None:
        raise error(
            "there is a control character here, which no text file should hold.",
            where=place(name, text, unfit.start()),
            mend=_SAVE,
            code="text.control-character",
        )
    return text


def place(name: str, text: str, at: int) -> str:
    """``file:line:column`` of a position in a text, counted from 1."""
    before = text[:at]
    return f"{name}:{before.count(chr(10)) + 1}:{at - (before.rfind(chr(10)) + 1) + 1}"


def _decode(source: bytes, name: str, error: type[DhrError]) -> str:
    encoding = next((found for mark, found in _MARKS if source.startswith(mark)), "utf-8")
    try:
        return source.decode(encoding)
    except UnicodeDecodeError as failure:
        line = source[: failure.start].count(b"\n") + 1
    where = f"{name}:{line}" if encoding.startswith("utf-8") else name
    raise error("this is not UTF-8 text.", where=where, mend=_SAVE, code="text.encoding")
