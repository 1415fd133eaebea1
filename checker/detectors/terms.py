"""Words as rules write them, and where they stand in a text.

A rule says ``[draft, "read* in private", <number>]``; nobody who writes rules has to know
regular expressions, and no rule can hold one that runs for ever.  What can be written:

* a word or phrase, matched whole and in any case; a space also matches a hyphen or a line
  end, so that ``post mortem`` finds ``post-mortem``;
* ``advoca*``: any ending; ``took * life``: any one word; ``...``: up to six words;
* ``<number>``, ``<year>``, ``<date>``, ``<month-year>``, ``<duration>``, ``<age>``;
* ``<family>``: a list of that name in ``rules/phrases.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from ..vocabulary import vocabulary

_ONE_FOR_ONE = (
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "−": "-"}
    | dict.fromkeys("\u00a0\u2007\u2009\u202f\t\n", " ")
)  # fmt: skip
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?:19|20)\d\d"
_NUMBER = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|once|twice)"
)
_PATTERNS = {
    "number": _NUMBER,
    "year": _YEAR,
    "month-year": rf"{_MONTH},?[ ]+(?:of[ ]+)?{_YEAR}",
    "date": (
        rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[ ]+(?:of[ ]+)?{_MONTH}(?:,?[ ]+{_YEAR})?"
        rf"|{_MONTH}[ ]+\d{{1,2}}(?:st|nd|rd|th)?,?[ ]+{_YEAR}"
        rf"|\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:{_YEAR}|\d\d)"
        rf"|{_MONTH},?[ ]+(?:of[ ]+)?{_YEAR})"
    ),
    "duration": rf"(?:{_NUMBER}|several|many|a few|some|over)[ -]+(?:years?|months?|weeks?)",
    "age": rf"(?:aged?[ ]+(?:of[ ]+)?{_NUMBER}|{_NUMBER}[ -]years?[ -]old)",
}
_GAP = r"(?:\S+[ ]+){0,6}?"
_NAMED = re.compile(r"<([a-z-]+)>")
_SENTENCE_END = re.compile(r"""[.!?]["')\]]*[ ]+(?=["'(\[]?[A-Z0-9])|(?<=;) """)


def plain(text: str) -> str:
    """A text for searching: lower case, plain quotes, dashes and spaces, of the same length."""
    simple = _simple(text)
    lowered = simple.lower()
    if len(lowered) == len(text):
        return lowered
    # A few letters have a longer lower case (İ): offsets matter more than they do.
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in simple)


def _simple(text: str) -> str:
    """Plain quotes, dashes and spaces.  Replacing what is seldom there beats translating all."""
    if text.isascii():
        return text.replace("\t", " ").replace("\n", " ")
    for sign, put in _ONE_FOR_ONE.items():
        text = text.replace(sign, put)
    return text


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph as ``[start, end)``; good enough, not grammar."""
    start = 0
    for found in _SENTENCE_END.finditer(_simple(text)):
        if found.end() - start > 2:
            yield start, found.end()
            start = found.end()
    if start < len(text):
        yield start, len(text)


@lru_cache(maxsize=2048)
def pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    """One regular expression for any of the terms, to be used on :func:`plain` text.

    Raises ValueError for a ``<name>`` that is neither built in nor in ``rules/phrases.yaml``.
    """
    # Sorted by their first letter, so that a text is only stopped at where a term may begin.
    by_letter: dict[str, list[str]] = {}
    others: list[str] = []
    for term in expand(terms):
        made = _term(term)
        if not made:
            continue  # a hyphen alone is no word
        if made[0].isalnum():
            by_letter.setdefault(made[0], []).append(made[1:])
        else:
            others.append(made)
    branches = [rf"{first}(?<!\w.)(?:{'|'.join(rest)})" for first, rest in by_letter.items()]
    if others:
        branches.append(rf"(?<!\w)(?:{'|'.join(others)})")
    # No terms match nothing: an empty expression would match everywhere.
    return re.compile(rf"(?:{'|'.join(branches)})(?!\w)" if branches else r"(?!)")


def expand(terms: Iterable[str]) -> list[str]:
    """The terms with every named list written out, each once."""
    found: dict[str, None] = {}
    pending = list(reversed(list(terms)))
    lists = vocabulary().lists
    while pending:
        term = pending.pop()
        named = _NAMED.fullmatch(term)
        if named is None or named.group(1) in _PATTERNS:
            found.setdefault(term)
        elif named.group(1) in lists:
            pending.extend(reversed(lists[named.group(1)]))
        else:
            raise ValueError(f"`{term}` is neither built in nor a list of rules/phrases.yaml")
    return list(found)


def _term(term: str) -> str:
    """The expression of one term: its words, joined by a space or hyphen."""
    words = plain(term).replace("-", " ").split() if "<" not in term else plain(term).split()
    made: list[str] = []
    for word in words:
        if word == "...":
            made.append(_GAP)
            continue
        named = _NAMED.fullmatch(word)
        if named:
            made.append(_inner(named.group(1)))
        elif word == "*":
            made.append(r"\S+")
        else:
            made.append(re.escape(word).replace(r"\*", r"[\w']*"))
    return _joined(made)


def _inner(name: str) -> str:
    if name in _PATTERNS:
        return _PATTERNS[name]
    lists = vocabulary().lists
    if name not in lists:
        raise ValueError(f"`<{name}>` is neither built in nor a list of rules/phrases.yaml")
    return f"(?:{'|'.join(_term(term) for term in expand(lists[name]))})"


def _joined(words: list[str]) -> str:
    """Words with a space or hyphen between them; a gap (``...``) brings its own spaces."""
    text = ""
    for number, word in enumerate(words):
        if number and not words[number - 1].endswith(_GAP):
            text += "[ -]+"
        text += word
    return text


def find(terms: Iterable[str], text: str) -> re.Match[str] | None:
    """The first of the terms in a text that :func:`plain` has been over."""
    return pattern(tuple(terms)).search(text)


def all_of(groups: Iterable[Iterable[str]], text: str) -> re.Match[str] | None:
    """The find of the first group, if the text has one of every group; else None."""
    first: re.Match[str] | None = None
    for group in groups:
        found = find(group, text)
        if found is None:
            return None
        first = first or found
    return first


def labels_found(named: Mapping[str, Iterable[str]], text: str) -> dict[str, re.Match[str]]:
    """Which of several named word lists a text has something of, each with its first find."""
    finds = ((name, find(terms, text)) for name, terms in named.items())
    return {name: found for name, found in finds if found is not None}
