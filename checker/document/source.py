"""Get the bytes of a file, whatever it is handed over as."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO, cast

from .limits import Limits
from .refusals import refuse

Source = str | os.PathLike[str] | bytes | BinaryIO


def load(source: Source, limits: Limits, name: str | None) -> tuple[bytes, str]:
    """The bytes and a name for them (the file's own, without its folder).

    Raises DocumentError: ``document.missing``, ``.directory``, ``.unreadable``,
    ``.stream``, ``.empty``, ``.too-large``.
    """
    if isinstance(source, bytes | bytearray | memoryview):
        data, known = bytes(source), "document"
    elif isinstance(source, str | os.PathLike):
        data, known = _from_path(source, limits), Path(source).name
    else:
        data, known = _from_stream(source, limits)
    if not data:
        raise refuse("empty")
    if len(data) > limits.file:
        raise refuse("too-large")
    return data, name or known


def _from_path(path: str | os.PathLike[str], limits: Limits) -> bytes:
    try:
        with Path(path).open("rb") as stream:
            # One byte more than allowed tells a file that is too large, or still growing.
            return stream.read(limits.file + 1)
    except FileNotFoundError:
        raise refuse("missing") from None
    except IsADirectoryError:
        raise refuse("directory") from None
    except (OSError, ValueError):  # ValueError: a NUL in the name
        if _is_folder(path):  # what Windows calls "permission denied"
            raise refuse("directory") from None
        raise refuse("unreadable") from None


def _is_folder(path: str | os.PathLike[str]) -> bool:
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def _from_stream(stream: BinaryIO, limits: Limits) -> tuple[bytes, str]:
    try:
        data = cast(object, stream.read(limits.file + 1))
    except (OSError, ValueError, AttributeError, TypeError):
        raise refuse("stream") from None
    if not isinstance(data, bytes):
        raise refuse("stream")
    name = getattr(stream, "name", "")
    return data, Path(name).name if isinstance(name, str) and name else "document"
