"""Which files are meant by what was named: files, folders, and names with * or ? in them.

Only names are looked at here; nothing is opened.  What is passed over is told with the reason,
so that no draft is left out in silence.
"""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from .settings_file import FILE

WORD = (".docx", ".docm", ".dotx", ".dotm")
"""The endings of files that can be drafts."""
_WILD = re.compile(r"[*?\[]")
_LOCK = "a lock file, which Word keeps while somebody has the document open"
_SAVE_AS = "open it in Word and save it as Word Document (.docx) to have it checked"
_OTHERS = {
    ".doc": f"a Word 97-2003 document: {_SAVE_AS}",
    ".rtf": f"a Rich Text file: {_SAVE_AS}",
    ".odt": f"an OpenDocument text: {_SAVE_AS}",
    ".pdf": "a PDF: ask for the Word document that it was made from",
}
_NOT_WORD = "not a Word document"


@dataclass(frozen=True, slots=True)
class Named:
    """A draft to be read: its path, and the folder that it lies in."""

    path: str
    """As it is opened; ``-`` is standard input."""
    by_name: bool = True
    """Whether it was named itself, and not only found in a folder or by a pattern."""

    @property
    def folder(self) -> str:
        """The folder, the same text for every file in it."""
        return str(Path(self.path).resolve().parent) if self.path != "-" else "-"


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file that is no draft, and why it was not read."""

    path: str
    why: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """A folder without drafts in it, or a name with * or ? that fits no file."""

    path: str
    reason: str
    """``empty-folder``, ``unreadable-folder`` or ``no-match``."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that was named, each file once, in the order given; folders in order of name."""

    files: tuple[Named, ...]
    passed_over: tuple[PassedOver, ...]
    nothing: tuple[Nothing, ...]


def is_several(arguments: Sequence[str]) -> bool:
    """Whether more than one draft may be meant, by what was written and not by what is there."""
    return len(arguments) > 1 or any(Path(one).is_dir() or _is_pattern(one) for one in arguments)


def gather(arguments: Sequence[str]) -> Gathered:
    """Find the files that are meant.

    A folder stands for the Word documents in it and in its folders; folders behind links are
    not followed.  A file that is named twice is taken once.
    """
    job = _Job()
    for one in arguments:
        if one != "-" and Path(one).is_dir():
            job.folder(one)
        elif _is_pattern(one):
            job.pattern(one)
        elif _is_lock(one):
            job.passed.append(PassedOver(one, _LOCK))
        else:
            job.file(one)
    return Gathered(tuple(job.files), tuple(job.passed), tuple(job.nothing))


def natural(text: str) -> tuple[tuple[int, int | str], ...]:
    """A key that sorts ``draft 2`` before ``draft 10``, whatever the case of its letters."""
    parts = re.split(r"([0-9]+)", text.casefold())
    return tuple((0, int(part)) if part.isdecimal() else (1, part) for part in parts)


def _is_pattern(one: str) -> bool:
    """Whether it is a pattern: a file may have brackets in its name, so that is tried first."""
    return bool(_WILD.search(one)) and not os.path.lexists(one)


def _is_lock(path: str) -> bool:
    return Path(path).name.startswith("~$")


class _Job:
    def __init__(self) -> None:
        self.files: list[Named] = []
        self.passed: list[PassedOver] = []
        self.nothing: list[Nothing] = []
        self._known: dict[str, int] = {}

    def file(self, path: str, *, by_name: bool = True) -> None:
        real = os.path.normcase(os.path.realpath(path)) if path != "-" else path
        at = self._known.setdefault(real, len(self.files))
        if at == len(self.files):
            self.files.append(Named(path, by_name))
        elif by_name:
            self.files[at] = replace(self.files[at], by_name=True)

    def folder(self, top: str) -> None:
        faults: list[OSError] = []
        found: list[str] = []
        for folder, folders, names in os.walk(top, onerror=faults.append):
            folders[:] = sorted((one for one in folders if not one.startswith(".")), key=natural)
            found += [os.path.join(folder, name) for name in sorted(names, key=natural)]  # noqa: PTH118 # a Path would drop ./
        self.nothing += [Nothing(str(fault.filename), "unreadable-folder") for fault in faults]
        if not self._among(found) and not faults:
            self.nothing.append(Nothing(top, "empty-folder"))

    def pattern(self, pattern: str) -> None:
        found = [one for one in glob.glob(pattern) if Path(one).is_file()]  # noqa: PTH207 # keeps the path as given
        if not self._among(sorted(found, key=natural)):
            self.nothing.append(Nothing(pattern, "no-match"))

    def _among(self, found: Iterable[str]) -> bool:
        """Take the drafts among some files, tell the others; whether there is a draft."""
        drafts = False
        for path in found:
            if Path(path).name == FILE:
                continue  # settings, which are read where they hold
            if _is_lock(path):
                self.passed.append(PassedOver(path, _LOCK))
            elif (ending := Path(path).suffix.lower()) in WORD:
                drafts = True
                self.file(path, by_name=False)
            else:
                self.passed.append(PassedOver(path, _OTHERS.get(ending, _NOT_WORD)))
        return drafts
