"""How words are made equal before they are compared.

A name is found whether it stands as ``Zoë``, ``ZOE`` or ``Zoe's``: case, accents,
apostrophes and the possessive ending are dropped.  Positions are never taken from folded
text, so that nothing here has to keep the length.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from ..document.normalise import normalise

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+")
"""A word with apostrophes inside, or a run of digits.  Hyphens and underscores part words."""

_UNDECOMPOSED = str.maketrans(
    {"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe"}
    | {"ı": "i", "ð": "d", "þ": "th", "ħ": "h"}
)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The form in which two words are compared: ``O'Brien's`` becomes ``obrien``."""
    low = word.casefold().replace("’", "'")
    low = low.removesuffix("'s").replace("'", "")
    if low.isascii():
        return low
    apart = unicodedata.normalize("NFKD", low.translate(_UNDECOMPOSED))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def words_of(text: str) -> list[str]:
    """The folded words of a text, which need not be normalised."""
    return [fold(found) for found in WORD.findall(normalise(text).text)]


def humps(word: str) -> list[tuple[int, int]]:
    """Where the parts of ``JaneSmith`` begin and end; one part if there are no inner capitals."""
    inner = (at for at in range(1, len(word)) if _begins_hump(word, at))
    return list(pairwise([0, *inner, len(word)]))


def _begins_hump(word: str, at: int) -> bool:
    """A capital behind a small letter, or the last of several before one: ``DHRSmith``."""
    before, here, after = word[at - 1], word[at], word[at + 1 : at + 2]
    if not here.isupper() or not before.isalpha():
        return False
    return not before.isupper() or after.islower()
