"""Numbers as a report writes them: in figures or in words."""

from __future__ import annotations

_ONES = (
    *("nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {
    **{word: value for value, word in enumerate(_ONES)},
    "once": 1,
    "twice": 2,
    **{word: 10 * value for value, word in enumerate(_TENS, start=2)},
    **{
        f"{ten}-{one}": 10 * n + m
        for n, ten in enumerate(_TENS, start=2)
        for m, one in enumerate(_ONES[1:10], start=1)
    },
}

NUMBER_WORDS = frozenset({*_ONES, *_TENS, "once", "twice"})
"""Every word that stands in a number written in words."""

NUMBER = (
    rf"(?:\d{{1,3}}(?![\d.,:/]\d)|(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_ONES[1:10])}))?"
    rf"|(?:{'|'.join((*reversed(_ONES[1:]), 'once', 'twice'))}))\b"
)
"""An expression for a whole number below a thousand, in figures, or below a hundred in words."""


def value_of_number(text: str) -> int | None:
    """The number that a text writes; None if it writes none that is known."""
    word = text.strip().lower().replace(" ", "-")
    return int(word) if word.isdigit() else _VALUES.get(word)
