"""A sentence cut into its clauses, so that what one denies does not spoil what another says.

No grammar: a clause begins at a conjunction, a semicolon or a comma where there is a verb on
both sides; what stands in brackets, or between commas after "who", is a clause of its own.
Texts are plain (:func:`.terms.plain`): lower case, simple quotes and dashes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SENTENCE_END = re.compile(
    r"(?:(?<!\bdr)(?<!\bmr)(?<!\bmrs)(?<!\bms)(?<!\bst)\.(?!\s*\d)|[!?]|(?<=\?)\.)"
    r"""["')\]]*(?:\s+|$)|\s\|\s|\n"""
)
_AUXILIARY = (
    r"(?:was|were|is|are|am|be|been|being|has|had|have|having|did|does|do|will|would|shall|should"
    r"|can|could|may|might|must|cannot|\w+n't)"
)
_IRREGULAR = (
    r"(?:met|gave|saw|read|sent|took|made|spoke|wrote|told|went|came|said|felt|knew|held|left|chose"
    r"|became|began|brought|put|sat|got|found|kept|understood|sought|wants?|wishes|given|seen|shown"
    r"|taken)"
)
_PAST = r"(?!(?:bereaved|extended|aged|named|related|indeed|need|agreed upon)\b)\w{2,}ed"
_VERB = re.compile(rf"\b(?:{_AUXILIARY}|{_IRREGULAR}|{_PAST})\b")
_STARTS_WITH_VERB = re.compile(
    rf"[\s,]*(?:(?:also|then|later|never|not|still|both|all)\s+)*(?:{_AUXILIARY}|{_IRREGULAR}|{_PAST})\b"
)
_STARTS_WITH_PARTICIPLE = re.compile(rf"[\s,]*(?:and\s+)?(?:{_IRREGULAR}|{_PAST})\b")
_AUXILIARY_DENIED = re.compile(rf"\b{_AUXILIARY}\s+(?:not|never)\b|n't\b")
_LONGEST_SENTENCE = 1500  # characters
_ASIDE = re.compile(r"\([^()]*\)")
_RELATIVE = re.compile(
    r",\s+(?=(?:who|whom|whose|which|where|(?:none|neither|all|both|some|most|many|one) of whom)\b)"
)
_GUARDED = re.compile(
    r"(?<=\w )(?:that|which|who)\s+(?:may|might|could|would|should)(?:\s+(?:not|also|well|still))*"
    r"(?:\s+(?:have|be))?(?:\s+been)?\s+\w+"
)
"""A clause that says of which things it is: `agencies that might have had contact were asked`."""
_FINITE = frozenset(
    {"was", "were", "is", "are", "has", "have", "had"}
    | {"did", "does", "do", "will", "would", "can", "could"}
)
_PARTICIPLE_CLAUSE = re.compile(r"\s*(?:having|being)\b")
_CONTRAST = (
    r"(?<!not once )(?<!not one )but|yet(?! to)|although|though|even though|however|whereas|while"
    r"|whilst|because|since|so that|in order|when|after|before|until|till|unless|if|despite"
    r"|except that|nor"
    r"|as (?=the|they|she|he|it|there|this|no|nobody|her|his|their|none|we|i)\b"
)
_BREAK = re.compile(
    rf";|:(?=\s)|\s-\s|,?\s(?={_CONTRAST})(?:{_CONTRAST})\b|,\s+so\b|,?\s(?:and|then)\b"
    r"|\sthat\b|\swhether\b|,"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause at ``[start, end)``; ``text`` is as long, with what is no part of it blanked."""

    text: str
    start: int
    end: int
    opened: str = ""
    """The word that opens it: `but`, `that`, `and`; empty for the first of a sentence."""

    @property
    def elliptic(self) -> bool:
        """Whether it has no subject of its own: `but was not given`."""
        return _STARTS_WITH_VERB.match(self.text.strip()) is not None


def sentences_of(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a plain text as ``[start, end)``; cells of a row are sentences too."""
    start = 0
    for found in _SENTENCE_END.finditer(text):
        if text[start : found.end()].strip(" |\n"):
            yield start, found.end()
        start = found.end()
    if text[start:].strip():
        yield start, len(text)


def clauses_of(text: str, start: int, end: int) -> list[Clause]:
    """The clauses of the sentence at ``[start, end)``, in their order, asides last.

    A sentence longer than any that people write is one clause.
    """
    if end - start > _LONGEST_SENTENCE:
        return [Clause(text[start:end], start, end)]
    work = [" "] * start + list(text[start:end])
    asides: list[Clause] = []
    for a, b in _asides("".join(work), start):
        asides.append(_clause("".join(work), a, b, "aside"))
        work[a:b] = " " * (b - a)
    return [*_linear("".join(work), start, end), *asides]


def _asides(text: str, start: int) -> Iterator[tuple[int, int]]:
    """What stands in brackets, or between commas after `who`, with the sentence going on."""
    for found in _ASIDE.finditer(text, start):
        yield found.span()
    for found in _RELATIVE.finditer(text, start):
        close = text.find(",", found.end())
        if close > 0 and _STARTS_WITH_VERB.match(text[close + 1 :]):
            yield found.start(), close + 1
    for found in _GUARDED.finditer(text, start):
        verb = _VERB.search(text, found.end())
        if verb is not None and verb.group() in _FINITE and _is_bare(text, start, found, verb):
            yield found.start(), verb.start()


def _is_bare(text: str, start: int, found: re.Match[str], verb: re.Match[str]) -> bool:
    """Whether a clause stands in the subject of a sentence: no verb before it, no stop inside."""
    begun = max(text.rfind(sign, start, found.start()) for sign in ";,:(") + 1 or start
    stopped = any(sign in text[found.end() : verb.start()] for sign in ",;:()")
    return not stopped and _VERB.search(text[begun : found.start()]) is None


def _linear(text: str, start: int, end: int) -> Iterator[Clause]:
    begun, opened = start, ""
    breaks = sorted(
        [*((m.start(), m.end(), m.group()) for m in _BREAK.finditer(text, start, end))]
        + [(m.start(), m.end(), ", who") for m in _RELATIVE.finditer(text, start, end)]
    )
    for number, (at, after, sign) in enumerate(breaks):
        if at <= begun:
            continue
        following = breaks[number + 1][0] if number + 1 < len(breaks) else end
        word = sign.strip(" ,")
        if _parts(text[begun:at], text[after : max(following, after)], text[after:end], word, sign):
            yield _clause(text, begun, at, opened)
            begun, opened = at, word
    yield _clause(text, begun, end, opened)


def _parts(left: str, right: str, rest: str, word: str, sign: str) -> bool:
    """Whether a sign between two stretches parts two clauses."""
    if _VERB.search(left) is None:
        return False
    if word in ("", ":", "-") or sign.strip() == ",":
        if _PARTICIPLE_CLAUSE.match(rest):
            return True  # "all are independent, having had no part in it"
        # "published in 2016, was not given": the subject waits for its verb behind the comma.
        return _VERB.search(right) is not None and not _STARTS_WITH_VERB.match(rest)
    if word in ("and", "then"):
        if _VERB.search(rest) is None:
            return False
        joined = _STARTS_WITH_PARTICIPLE.match(rest) and _AUXILIARY_DENIED.search(left)
        # "were not met and told": one auxiliary, and one denial, for both.
        return not joined and (
            _VERB.search(right) is not None or _STARTS_WITH_VERB.match(rest) is not None
        )
    if word in ("that", "whether"):
        return _VERB.search(rest) is not None
    return True


def _clause(text: str, start: int, end: int, opened: str) -> Clause:
    body = text[start:end]
    return Clause(_without(body, opened), start, end, opened)


def _without(body: str, opened: str) -> str:
    """The clause's text with its opening word blanked, its length kept."""
    if opened in ("", "aside", "nor", ", who", "who"):
        return body
    at = body.find(opened)
    return body if at < 0 else " " * (at + len(opened)) + body[at + len(opened) :]


def has_verb(text: str) -> bool:
    """Whether a stretch of plain text has a word that can be its verb."""
    return _VERB.search(text) is not None


def subject_of(clause: Clause) -> tuple[int, int]:
    """Where the words before the first verb of a clause stand."""
    verb = _VERB.search(clause.text)
    return clause.start, clause.start + (verb.start() if verb else len(clause.text))
