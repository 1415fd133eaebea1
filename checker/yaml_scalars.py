"""What an unquoted word of YAML means here: YAML 1.2, not 1.1.

In YAML 1.1, which PyYAML follows, ``no`` is false and ``2024-03-07`` is a date.  In a
case record both have to stay what was written: ``no`` is one of the answers a person
can give, and a date is only as precise as its author made it.
"""

from __future__ import annotations

import re

from .loaded import MAX_DIGITS

Scalar = str | int | float | bool | None

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_BEGINS_NUMBER = frozenset("+-.0123456789")
_DECIMAL = re.compile(r"[-+]?[0-9]+", re.ASCII)
_OCTAL = re.compile(r"0o[0-7]+", re.ASCII)
_HEX = re.compile(r"0x[0-9a-fA-F]+", re.ASCII)
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", re.ASCII)
_ENDLESS = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)", re.ASCII)


def resolve(word: str) -> Scalar:
    """The value of an unquoted word.  Raises ValueError for a number of too many digits."""
    if word in _WORDS:
        return _WORDS[word]
    if word[0] not in _BEGINS_NUMBER:  # nearly every word of a rule file
        return word
    if len(word.lstrip("+-")) > MAX_DIGITS:
        if _DECIMAL.fullmatch(word) or _FLOAT.fullmatch(word):
            raise ValueError("too many digits")
        return word
    if _DECIMAL.fullmatch(word):
        return int(word)
    if _OCTAL.fullmatch(word) or _HEX.fullmatch(word):
        return int(word, 0)
    if _FLOAT.fullmatch(word):
        return float(word)
    return float(word.lower().replace(".", "")) if _ENDLESS.fullmatch(word) else word
