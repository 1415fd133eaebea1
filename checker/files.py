"""Read a file that a user named, and call it by its name without its folders."""

from __future__ import annotations

import stat
from pathlib import Path

from .errors import InputError
from .loaded import MAX_BYTES

_CLOSED = (
    "Close it in other programs. If it lies in OneDrive or SharePoint, open it once so that it is"
    " downloaded. Otherwise ask who may read it."
)
TROUBLE = {
    "missing-file": (
        "there is no such file.",
        "Check the name and the folder; put a name with spaces in quotation marks.",
    ),
    "permission": ("this file may not be read.", _CLOSED),
    "unreadable": ("this file cannot be read.", _CLOSED),
    "directory": ("this is a folder, not a file.", "Name the file in it."),
    "not-a-file": (
        "this is not an ordinary file.",
        "Copy what it holds to an ordinary file, and name that.",
    ),
}
"""What can be wrong with a file, by the end of its code, and what to do about it."""


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
        kind = "missing-file"
    except PermissionError:
        kind = "permission"
    except (OSError, ValueError):
        kind = "unreadable"
    else:
        kind = "directory" if stat.S_ISDIR(mode) else "not-a-file"
    what, mend = TROUBLE[kind]
    raise InputError(what, where=named(path, otherwise), mend=mend, code=f"{code}.{kind}")
