"""Read an earlier report, against which a new draft is compared."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from pydantic import ValidationError

from ..schemas.compliance import ComplianceReport
from .errors import InputError
from .files import content, named

Earlier = str | os.PathLike[str] | bytes | Mapping[str, Any] | ComplianceReport
"""A report, a mapping, a path to a JSON report, or the bytes of one."""

_NAME = "earlier report"
_MOST = 60_000_000  # bytes; the report on a long draft has a few hundred thousand
_VERSION = re.compile(r"(\d{1,3})\.(\d{1,3})")


def load_report(source: Earlier) -> ComplianceReport:
    """An earlier report, as ``dhr check --format json`` wrote it, of this version or before.

    Raises InputError for anything else; no message quotes the file.
    """
    if isinstance(source, ComplianceReport):
        return source
    if isinstance(source, Mapping):
        return _report(dict(source), _NAME)
    if isinstance(source, bytes):
        return _report(_parsed(source, _NAME), _NAME)
    path = Path(source)
    name = named(path, _NAME)
    return _report(_parsed(content(path, _NAME, "baseline", _MOST), name), name)


def _parsed(data: bytes, name: str) -> Any:
    if len(data) <= _MOST:
        try:
            return json.loads(data)
        except (ValueError, RecursionError):
            pass
    raise _no_report(name)


def _report(data: Any, name: str) -> ComplianceReport:
    if not isinstance(data, dict):
        raise _no_report(name)
    given = cast("dict[str, Any]", data)
    if "drafts" in given and "findings" not in given:
        raise InputError(
            "this file holds the reports on several drafts.",
            where=name,
            mend="Check the earlier draft by itself with --format json, and name that file.",
            code="baseline.several",
        )
    found = _VERSION.fullmatch(str(given.get("schema_version")))
    if found is None or "findings" not in given:
        raise _no_report(name)
    current = str(ComplianceReport.model_fields["schema_version"].default)
    if tuple(map(int, found.groups())) > tuple(map(int, current.split("."))):
        raise InputError(
            "this report was made by a later version of the program.",
            where=name,
            mend="Compare with the version that made it, or check the earlier draft again.",
            code="baseline.later",
        )
    # Raised outside the handler, so that no traceback carries pydantic's quotations along.
    try:
        # Every version so far only added keys, and what is missing has its default.
        return ComplianceReport.model_validate_json(json.dumps(given | {"schema_version": current}))
    except ValidationError:
        pass
    raise _no_report(name)


def _no_report(name: str) -> InputError:
    return InputError(
        "this is no report of `dhr check`, or it was changed since.",
        where=name,
        mend="Name a file that was written with --format json.",
        code="baseline.no-report",
    )
