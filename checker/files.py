"""Read a file that a user named, and call it by its name without its folders."""

from __future__ import annotations

import stat
from pathlib import Path

from .errors import InputError
from .loaded import MAX_BYTES


def named(path: Path, otherwise: str) -> str:
    """What messages call a file: its name without its folders, fit to be printed."""
    if not path.name:
        return otherwise
    name = "".join(letter if letter.isprintable() else "?" for letter in path.name)
    return name if len(name) <= 80 else f"{name[:60]}...{name[-17:]}"


def content(path: Path, otherwise: str, code: str, most: int = MAX_BYTES) -> bytes:
    """The bytes of an ordinary file.  Pipes and devices could make the program wait for ever.

    At most one byte more than ``most``, so that a file that is too large shows itself.

    Raises InputError, its code beginning with ``code``; ``otherwise`` is what to call a file
    whose path has no name.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISREG(mode):
            with path.open("rb") as file:
                return file.read(most + 1)
    except FileNotFoundError:
        what, kind = "there is no such file.", "missing-file"
    except PermissionError:
        what, kind = "this file may not be read.", "permission"
    except (OSError, ValueError):
        what, kind = "this file cannot be read.", "unreadable"
    else:
        folder = stat.S_ISDIR(mode)
        what = "this is a folder, not a file." if folder else "this is not an ordinary file."
        kind = "directory" if folder else "not-a-file"
    raise InputError(what, where=named(path, otherwise), code=f"{code}.{kind}")
