"""Read ``dhr.toml``, or say everything that is wrong with it.

No message holds anything that stands in the file: it lists names.
"""

from __future__ import annotations

import re
import sys
from importlib import import_module
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ..schemas.settings import Settings
from .errors import InputError
from .files import content, named
from .loaded import Loaded
from .plain_errors import problems
from .textio import decode

FILE = "dhr.toml"
"""What the file is called that is read where it lies beside a draft."""
_NAME = "settings"
_LINE = re.compile(r"at line (\d+)")
_REASON = "a reason is required: one sentence, which the report prints"


def beside(draft: str) -> Path | None:
    """The settings that lie beside a draft, in its own folder; None if there are none.

    Nowhere else is looked: not in the folder where the program was started, and not above.
    """
    if draft == "-":
        return None
    found = Path(draft).parent / FILE
    return found if found.is_file() else None


def read_settings(source: Path | bytes) -> Settings:
    """Settings from a TOML file or its bytes.

    ``case`` in a file names a record beside it; it comes back as a path that can be opened.
    Raises InputError, which tells every fault and quotes nothing.
    """
    if isinstance(source, bytes):
        return _settings(source, _NAME)
    name = named(source, _NAME)
    made = _settings(content(source, _NAME, "settings"), name)
    if made.case is None:
        return made
    _lies_beside(made.case, name)
    return made.model_copy(update={"case": str(source.parent / made.case)})


def _settings(data: bytes, name: str) -> Settings:
    loaded = Loaded(_parsed(decode(data, name=name, error=InputError), name), {})
    # Raised outside the handler, so that no traceback carries pydantic's quotations along.
    try:
        return Settings.model_validate(loaded.data)
    except ValidationError as error:
        found = error.errors(include_url=False)
    raise refused([_plain(one, loaded) for one in found], name)


_MEND = "docs/configuration.md shows every key."


def refused(told: list[tuple[str, str]], name: str, mend: str = _MEND) -> InputError:
    """The error that tells everything wrong with settings, each fault with its place."""
    lines = "; ".join(f"{at}: {what}" if at else what for at, what in told)
    return InputError(f"{lines}.", where=name, mend=mend, code="settings.faults")


def _parsed(text: str, name: str) -> dict[str, Any]:
    at = ""
    try:
        return _reader().loads(text.replace("\r\n", "\n"))
    except RecursionError:
        pass
    except ValueError as fault:  # what both readers raise; of its text only the line is told
        found = _LINE.search(str(fault))
        at = f":{found.group(1)}" if found else ""
    raise InputError(
        "this is not valid TOML.",
        where=f"{name}{at}",
        mend='Write `key = "value"`, text in quotation marks, and each key once.',
        code="settings.syntax",
    )


def _reader() -> Any:
    """Python's own reader; before 3.11, which brought it, the package that it came from."""
    return import_module("tomllib" if sys.version_info >= (3, 11) else "tomli")


def _plain(one: ErrorDetails, loaded: Loaded) -> tuple[str, str]:
    where, what = problems([one], Settings, loaded)[0]
    if one["loc"][-1] == "reason" and one["type"] in ("missing", "string_too_short"):
        what = _REASON
    elif one["type"] == "string_too_short":
        what = "this is empty"
    elif one["loc"][-1] == "fingerprint" and one["type"] == "string_pattern_mismatch":
        what = "a fingerprint is 32 digits and letters a to f, as the JSON report gives it"
    elif one["type"] in ("model_type", "tuple_type"):
        what = _tables(one["loc"])
    return _counted(where), what


def _tables(loc: tuple[str | int, ...]) -> str:
    key = str(loc[0])
    if key in ("off", "demote", "set_aside", "agencies"):
        return f"write each entry under a line `[[{key}]]` of its own"
    return "this must be a list in square brackets"


def _counted(where: str) -> str:
    """``off[1].reason`` as people count: ``off, entry 2, reason``."""
    told = re.sub(r"\[(\d+)\]", lambda found: f", entry {int(found.group(1)) + 1}", where)
    return told.replace(".", ", ")


def _lies_beside(written: str, name: str) -> None:
    """Refuse a case record anywhere but beside the settings: nobody named that file."""
    windows = PureWindowsPath(written)
    strays = ".." in windows.parts or bool(windows.anchor) or PurePosixPath(written).is_absolute()
    if strays:
        raise InputError(
            "case: this must be a file beside the settings, or in a folder below them.",
            where=name,
            mend="Name a record elsewhere with --case.",
            code="settings.case",
        )
