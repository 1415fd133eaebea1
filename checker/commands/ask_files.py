"""Where an interview reads and saves its record.

A record that somebody wrote by hand has comments, and writing it anew would lose them; so
such a file is read and never written.  A file that an interview wrote says so in its first
line, and is gone on with in place.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ...schemas.case import CaseRecord
from ..errors import InputError
from ..record_writing import as_yaml
from ..records import load_case
from . import shared

FIRST_LINE = "Written by dhr ask, which saves here after every answer."
_HEAD = (FIRST_LINE, "Go on with:  dhr ask THIS-FILE   Decide with:  dhr decide THIS-FILE")
_NEW = Path("case-record.yaml")


@dataclass(slots=True)
class Saved:
    """A record and the file that it is saved in."""

    target: Path
    record: CaseRecord | None = None
    written: bool = False
    """The file holds just this record."""

    @property
    def shown(self) -> str:
        """The file's name, for a message."""
        return str(self.target)

    def save(self, record: CaseRecord) -> None:
        """Write the record, whole or not at all, readable by its owner only."""
        if self.written and record is self.record:
            return
        shared.emit(as_yaml(record, _HEAD), self.target)
        self.record, self.written = record, True


def open_record(case: str | None, target: Path | None) -> Saved:
    """The record to go on with, and where to save it.

    Raises InputError where saving would overwrite something that no interview wrote.
    """
    if case == "-":
        raise InputError(
            "an interview reads its answers from the keyboard.",
            mend="Give the case record as a file.",
            code="ask.standard-input",
        )
    if case is None:
        place = target or _NEW
        if not place.exists():
            return Saved(place)
        _ours_or_refuse(place)
        return Saved(place, load_case(place), written=True)
    return _from(Path(case), target)


def _from(path: Path, target: Path | None) -> Saved:
    """A record that is there: gone on with in place if an interview wrote it, else copied."""
    record = load_case(path)
    place = target or (path if _is_ours(path) else path.with_name(f"{path.stem}-answered.yaml"))
    if not place.exists():
        return Saved(place, record)
    _ours_or_refuse(place)
    if not place.samefile(path):
        raise InputError(
            "an interview has been saved there already.",
            where=place.name,
            mend=f"Go on with it (dhr ask {place.name}), or give another name after -o.",
            code="ask.saved-already",
        )
    return Saved(place, record, written=True)


def _is_ours(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.readline(200).decode("utf-8", "replace").strip() == f"# {FIRST_LINE}"
    except OSError:
        return False


def _ours_or_refuse(path: Path) -> None:
    if not _is_ours(path):
        raise InputError(
            "this file was not written by an interview, and its comments would be lost.",
            where=path.name,
            mend="Give another name after -o.",
            code="ask.overwrite",
        )
