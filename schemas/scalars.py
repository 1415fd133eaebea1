"""The small types that the parts of a case record are written with.

Messages raised here are plain English and never hold the value that was refused: a
value of a case record may be a name.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, TypeVar, cast

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from .common import Answer, Strict

MOST = 500  # entries in any one list: far above any real case, far below what would choke a run

_ONE_LINE = r"^[^\x00-\x1f\x7f]*$"
_LINES = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$"  # line breaks and tabs allowed
_REFERENCE = r"^[A-Za-z0-9][A-Za-z0-9 ./_-]{0,39}$"
_REF = r"^[A-Z][A-Za-z0-9-]{0,11}$"
_ID = r"^[a-z][A-Za-z0-9._@-]{0,119}$"
PATTERNS = {
    _ONE_LINE: "this must be one line of text, without control characters",
    _LINES: "this must be text without control characters",
    _REFERENCE: "a reference is up to 40 letters, digits, spaces and . / _ -; never a name",
    _REF: "a label is a capital letter and up to 11 letters, digits and hyphens, such as P1",
    _ID: "this must be an id: a small letter, then letters, digits and . _ - @",
}
"""What each pattern of this module asks for, to tell a reader whose text did not fit."""
_YES_NO = {"yes": True, "true": True, "no": False, "false": False}
_ANY_CASE = "^([Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$"
_YES_NO_JSON = {
    "anyOf": [
        {"type": "boolean"},
        {"type": "string", "pattern": _ANY_CASE},
    ]
}


class RecordPart(Strict):
    """A part of the case record.  A known key with nothing after it counts as left out."""

    model_config = ConfigDict(populate_by_name=True)

    @model_validator(mode="before")
    @classmethod
    def _leave_out_blanks(cls, data: object) -> object:
        if not isinstance(data, Mapping):
            return data
        given = cast("Mapping[object, object]", data)
        known = keys_of(cls)
        return {key: value for key, value in given.items() if value is not None or key not in known}


def keys_of(model: type[RecordPart]) -> frozenset[object]:
    """The keys under which a record may give the fields of ``model``, as they are written."""
    return frozenset(field.alias or name for name, field in model.model_fields.items())


def _yes_or_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip().lower() in _YES_NO:
        return _YES_NO[value.strip().lower()]
    raise PydanticCustomError("yes_no", "say yes or no, or leave the line out if it is not known")


def _yes_or_no_answer(value: object) -> Answer:
    return Answer.YES if _yes_or_no(value) else Answer.NO


def number_as_text(value: object) -> object:
    """``2016`` without quotation marks is a number in YAML; the text is meant."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


T = TypeVar("T")

Many = Annotated[tuple[T, ...], Field(max_length=MOST)]
"""A list of the record, kept as a tuple."""

YesNo = Annotated[bool, BeforeValidator(_yes_or_no), WithJsonSchema(_YES_NO_JSON)]
"""``yes`` or ``no``, ``true`` or ``false``, in any case.  Absent means not stated."""

YesNoAnswer = Annotated[
    Literal[Answer.YES, Answer.NO],
    BeforeValidator(_yes_or_no_answer),
    WithJsonSchema(_YES_NO_JSON),
]
"""A judgement's answer: written like :data:`YesNo`, and an :class:`Answer` that is never open."""

Text = Annotated[
    str,
    StringConstraints(
        strict=True, strip_whitespace=True, min_length=1, max_length=300, pattern=_ONE_LINE
    ),
]
"""One line of text, up to 300 characters."""

Prose = Annotated[
    str,
    StringConstraints(
        strict=True, strip_whitespace=True, min_length=1, max_length=20_000, pattern=_LINES
    ),
]
"""Text of any number of lines, up to 20,000 characters."""

Number = Annotated[Text, BeforeValidator(number_as_text)]
"""Text that looks like a number, such as a paragraph or an edition; whole numbers are taken too."""

Reference = Annotated[
    str, StringConstraints(strict=True, pattern=r"^[A-Za-z0-9][A-Za-z0-9 ./_-]{0,39}$")
]
"""A case reference.  Its narrow alphabet keeps names out of what is printed."""

Ref = Annotated[str, StringConstraints(strict=True, pattern=_REF)]
"""A short label for a person in the record, such as P1 or C2; printed, so never a name."""

Id = Annotated[str, StringConstraints(strict=True, pattern=_ID)]
"""The id of a fact, a proposition, a statutory test or a set of local rules."""

Age = Annotated[int, Field(strict=True, ge=0, le=120)]
"""A person's age in completed years."""

Count = Annotated[int, Field(strict=True, ge=0, le=10_000)]
"""A whole number of things, or of months."""
