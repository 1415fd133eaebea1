"""What a file or a folder may be called in an output.

The names of files hold the names of people ("Overview Smith v3.docx"), and a draft in which
everybody has a pseudonym does not give them away.  So only words that every review uses are
left in sight, and those that the draft itself prints with a capital, such as a county's name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import PurePath

from .detectors.folding import fold
from .detectors.words import folded
from .masking import NAME

_PIECE = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+|[\W_]+")
_LONG_NUMBER = 5  # digits from which a number may lead to somebody
_NUMBER = "[number]"
_REPEATED = re.compile(r"\[name\](?:[ ._,-]{0,3}\[name\])+")
_ENDINGS = re.compile(
    r"\.(?:do[ct][xm]?|rtf|odt|pdf|txt|html?|xml|xlsx?|pptx?|zip|msg|eml|ya?ml|json|csv|jpe?g|png|tmp)",
    re.I,
)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def masked_file_name(
    path: str, *, masked: bool = True, printed: Callable[[str], bool] = lambda _: False
) -> str:
    """A file's or folder's own name, without the folders above it, fit to be shown.

    The ending stays, and so do words that lead to nobody (``overview``, ``draft``, ``v3``).
    ``printed`` says of further words, folded, whether they may be shown.
    """
    pure = PurePath(path.replace("\\", "/"))
    name = pure.name or path
    if not masked:
        return "".join(letter if letter.isprintable() else "?" for letter in name)
    ending = pure.suffix if _ENDINGS.fullmatch(pure.suffix) else ""
    stem = name[: len(name) - len(ending)] if ending else name
    return _REPEATED.sub(NAME, "".join(_shown(one, printed) for one in _pieces(stem))) + ending


def _pieces(stem: str) -> list[str]:
    return [part for piece in _PIECE.findall(stem) for part in _HUMP.split(piece)]


def _shown(piece: str, printed: Callable[[str], bool]) -> str:
    if piece.isdigit():
        return piece if len(piece) < _LONG_NUMBER else _NUMBER
    if not any(letter.isalpha() for letter in piece):
        return "".join(letter if letter.isprintable() else "?" for letter in piece)
    word = fold(piece)
    return piece if word in _harmless() or printed(word) else NAME


@lru_cache(maxsize=1)
def _harmless() -> frozenset[str]:
    return folded("file_words")
