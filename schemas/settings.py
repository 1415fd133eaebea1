"""What a partnership may set for its checks: ``dhr.toml``, or the same as an object.

A rule can be turned off or made a question, and a single finding set aside; each only with a
reason, which the report prints.
Names that are listed here are looked for and are never printed.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints, WithJsonSchema

from .common import Strict
from .documents import DocumentKind

MOST = 500  # entries of one list

_ONE_LINE = r"^[^\x00-\x1f\x7f]*$"
Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=_ONE_LINE),
]
"""One line of text that says something."""
Reason = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=500, pattern=_ONE_LINE),
]
"""Why something is set as it is, in a sentence; the report prints it."""
Edition = Annotated[
    str,
    BeforeValidator(lambda given: str(given) if type(given) is int else given),
    StringConstraints(strip_whitespace=True, min_length=1, max_length=60),
    WithJsonSchema({"type": ["string", "integer"]}),
]


class RuleSetting(Strict):
    """A rule that is set otherwise than it is written, and why."""

    rule: Line
    """Its id, such as HK16-TOC."""
    reason: Reason


class SetAside(Strict):
    """A single finding that somebody has looked at and set aside, and why.

    It is known by its rule with its ``fingerprint``, as the JSON and SARIF reports give it; or
    with ``words`` of the sentence that the find stands in.
    """

    rule: Line
    fingerprint: Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{32})?$")] = ""
    words: Annotated[
        str, StringConstraints(strip_whitespace=True, max_length=200, pattern=_ONE_LINE)
    ] = ""
    reason: Reason


class Agency(Strict):
    """An agency that a draft may name."""

    name: Line
    acronyms: tuple[Line, ...] = Field(default=(), max_length=20)


class Settings(Strict):
    """Settings for ``check``.  Every key may be left out."""

    edition: Edition | None = None
    """Edition of the guidance: 2011, 2013 or 2016."""
    kind: DocumentKind | None = None
    """What the draft is; recognised if left out."""
    nation: Line | None = None
    """england or wales."""
    overlay: Line | None = None
    """A local overlay, such as gloucestershire-2019, or none."""
    test: Line | None = None
    """A statutory test, such as dvcva-2004-s9."""
    case: Line | None = None
    """The case record.  In a file: its name, beside the file or in a folder below it."""
    mailbox: Line | None = None
    """The Home Office's address for notifications, for ``dhr notices``."""
    off: tuple[RuleSetting, ...] = Field(default=(), max_length=MOST)
    """Rules that are not checked."""
    demote: tuple[RuleSetting, ...] = Field(default=(), max_length=MOST)
    """Rules whose breach is a question for a person and no fault."""
    set_aside: tuple[SetAside, ...] = Field(default=(), max_length=MOST)
    """Single findings that are set aside."""
    names: tuple[Line, ...] = Field(default=(), max_length=MOST)
    """Names to look for beside those of the case record.  Never printed."""
    agencies: tuple[Agency, ...] = Field(default=(), max_length=MOST)
    """Agencies that a draft may name: they are not taken for people."""
