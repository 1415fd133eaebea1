"""Read a case record from a file, text or data, or say everything that is wrong with it."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, cast

from pydantic import ValidationError

from ..schemas.case import CaseRecord
from .consistency import check_consistency
from .errors import CORRECT, InputError, RecordError
from .files import content, named
from .jsonio import load_json
from .loaded import Loaded, undotted
from .plain_errors import located, problems
from .yamlio import load_yaml

_NAME = "case record"

Source = str | os.PathLike[str] | bytes | Mapping[str, Any] | CaseRecord


def load_case(source: Source, *, as_of: date | None = None) -> CaseRecord:
    """Read a case record and check that it does not contradict itself.

    ``source`` is the path of a .yaml, .yml or .json file, the bytes of one (JSON if they
    begin with a curly bracket), a mapping, or a record already made, which is checked
    again.  With ``as_of``, events later than that day are faults.

    Raises
    ------
    InputError: the file cannot be read, or is no YAML or JSON.
    RecordError: the record has keys, words or values that cannot be, or contradicts
        itself; ``problems`` lists every fault.  No message holds a value of the record.
    """
    if isinstance(source, CaseRecord):
        return _consistent(source, as_of, Loaded({}, {}), "")
    if isinstance(source, Mapping):
        return _record(Loaded(source, {}), as_of, "")
    if isinstance(source, bytes):
        return _record(_text(source, _NAME), as_of, _NAME)
    return _from_file(source, as_of)


def dump_case(record: CaseRecord) -> dict[str, Any]:
    """The record as plain data that :func:`load_case` reads back as an equal record.

    Fields that say nothing are left out.  An empty list says something: ``children: []`` is
    "there are none", and no ``children`` at all is "nobody has said".
    """
    return record.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude_none=True)


def _pruned(value: Any) -> Any:
    """The value without mappings that hold nothing, except as members of a list."""
    if isinstance(value, dict):
        items = cast("dict[str, Any]", value).items()
        return {key: _pruned(part) for key, part in items if _says_something(part)}
    if isinstance(value, list):
        return [_pruned(part) for part in cast("list[Any]", value)]
    return value


def _says_something(value: Any) -> bool:
    if not isinstance(value, dict):
        return True
    return any(_says_something(part) for part in cast("dict[str, Any]", value).values())


def record_hash(record: CaseRecord) -> str:
    """SHA-256 (hexadecimal) of what the record says, however it was written down.

    The order of keys, the format and fields that say nothing make no difference; the
    order of a list does.
    """
    said = json.dumps(
        _pruned(dump_case(record)), sort_keys=True, separators=(",", ":"), ensure_ascii=True
    )
    return hashlib.sha256(said.encode("ascii")).hexdigest()


def _from_file(source: str | os.PathLike[str], as_of: date | None) -> CaseRecord:
    if isinstance(source, str) and "\n" in source:
        raise InputError(
            "a path was expected, and this is text of several lines.",
            mend="Hand over text as bytes, a file by its path.",
            code="record.source",
        )
    try:
        path = Path(source)
    except TypeError:
        raise InputError(
            "a case record is a path, bytes, a mapping or a CaseRecord.",
            mend="Hand over one of these.",
            code="record.source",
        ) from None
    reader = {".json": load_json, ".yaml": load_yaml, ".yml": load_yaml}.get(path.suffix.lower())
    read, name = content(path, _NAME, "record"), named(path, _NAME)
    if reader is None:
        raise InputError(
            "a case record is a .yaml, .yml or .json file.",
            where=name,
            mend="Begin one with `dhr new case`. A Word file is for `dhr check`.",
            code="record.kind",
        )
    return _record(reader(read, name=name), as_of, name)


def _text(source: bytes, name: str) -> Loaded:
    is_json = source.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    return load_json(source, name=name) if is_json else load_yaml(source, name=name)


def _record(loaded: Loaded, as_of: date | None, name: str) -> CaseRecord:
    # Raised outside the handler, so that no traceback carries pydantic's quotations along.
    try:
        record = CaseRecord.model_validate(loaded.data)
    except ValidationError as error:
        found = error.errors(include_url=False)
    else:
        return _consistent(record, as_of, loaded, name)
    raise RecordError(
        problems(found, CaseRecord, loaded), where=name, mend=CORRECT, code="record.field"
    )


def _consistent(record: CaseRecord, as_of: date | None, loaded: Loaded, name: str) -> CaseRecord:
    faults = check_consistency(record, as_of)
    if faults:
        placed = [(located(undotted(where), loaded), what) for where, what in faults]
        raise RecordError(placed, where=name, mend=CORRECT, code="record.contradiction")
    return record
