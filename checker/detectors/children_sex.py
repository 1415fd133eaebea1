"""The detector of children's sex, which the 2016 template asks authors to leave out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...schemas.common import Strict
from .base import Look, Observation, detector
from .corpus import PROSE, Corpus, corpus_of
from .finds import Find, observation, without_overlaps
from .regions import under_heading

ADULT = 18
_NEARLY = 16
"""From this age on a boy or girl may be the person who died: reviews begin at 16."""

_SURE = ("son", "daughter", "grandson", "granddaughter", "stepson", "stepdaughter")
_POSSIBLE = ("boy", "girl", "brother", "sister", "nephew", "niece")
_KIN = tuple(form for word in (*_SURE, *_POSSIBLE) for form in (word, f"{word}s"))
_NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
)
_NUMBER = rf"(\d{{1,2}}|{'|'.join(_NUMBERS)})\b"
_UNIT = r"(?:years?|months?|weeks?)"
# Each is matched from the end of a word for kin, so it is never tried anywhere else.
_AGE_AFTER = re.compile(
    r"(?: [A-Z][a-z'-]{1,20}| \([^()\n]{1,30}\))?"
    rf"(?:,? ?\(?(?:(?:then|now|both|also|who (?:is|was)|was|is)[ ,]){{0,3}} ?"
    rf"(?i:aged?|at the age of|age of) {_NUMBER}"
    rf"|,? ?\(?(?:who (?:is|was)|was|is) {_NUMBER}(?=[ ,.);]|[ -]{_UNIT}[ -]old)"
    rf"|, {_NUMBER}(?=[,.);\n]| {_UNIT} old| and | at the time)"
    rf"| \({_NUMBER}(?: {_UNIT}(?: old)?)?\))"
)
# Each of these ends where a word for kin begins.
_BACK = 60  # characters
_AGE_BEFORE = re.compile(
    rf"(?<!\w){_NUMBER}[ -]{_UNIT}[ -]old (?:[a-z-]{{1,15}} ){{0,2}}(?:step|half)?-?\Z", re.I
)
_YOUNG = re.compile(
    r"(?<!\w)(?:(?:two|three|four|five|young|younger|little|small|baby|teenage|infant|minor"
    r"|school-?age)[ -]){1,2}(?:step|half)?-?\Z",
    re.I,
)
_ADULT_BEFORE = re.compile(r"\b(?:adult|grown-?up|as an?|was an?|when) (?:\w{1,20} )?\Z", re.I)
_MONTHS_OR_WEEKS = re.compile(r"[ -](?:months?|weeks?)", re.I)


class Settings(Strict):
    """Where to look: under headings with one of these phrases, or everywhere else."""

    headings: tuple[str, ...]
    elsewhere: bool = False
    """Look where none of the headings stands above."""


@detector("children-sex", Settings)
def children_sex(look: Look, settings: Settings) -> Observation:
    """A child's sex given away: ``son, aged 8``, ``8-year-old daughter``, ``her two boys``.

    YES where kin and an age under 16 stand together; OPEN where a child is probably meant.
    """
    corpus = corpus_of(look)

    def finds() -> Iterator[Find]:
        for find in _finds(look):
            passage = corpus.passage_at(find.start)
            if passage.story not in PROSE or passage.paragraph is None:
                continue
            if under_heading(passage, settings.headings) is not settings.elsewhere:
                yield find

    return observation(corpus, finds())


def _finds(look: Look) -> list[Find]:
    corpus = corpus_of(look)

    def work() -> list[Find]:
        places = sorted(at for word in _KIN for at in corpus.index.get(word, ()))
        return without_overlaps(find for at in places for find in _around(corpus, at))

    found: list[Find] = look.once("children-sex", work)
    return found


def _around(corpus: Corpus, at: int) -> Iterator[Find]:
    """What stands before and behind one word for kin."""
    start, end = corpus.starts[at], corpus.ends[at]
    before = corpus.text[max(0, start - _BACK) : start]
    if after := _AGE_AFTER.match(corpus.text, end):
        age = next(group for group in after.groups() if group)
        yield from _judged(corpus, at, age, start, after.end())
    if ahead := _AGE_BEFORE.search(before):
        yield from _judged(corpus, at, ahead[1], start - len(before) + ahead.start(), end)
    if young := _YOUNG.search(before):
        first = start - len(before) + young.start()
        yield Find(first, end, False, "may give the sex of a child")


def _judged(corpus: Corpus, at: int, age: str, start: int, end: int) -> Iterator[Find]:
    years = _number(age)
    if _MONTHS_OR_WEEKS.search(corpus.text[start : end + 8]):
        years = 0
    if years >= ADULT:
        return
    before = corpus.text[max(0, corpus.starts[at] - 24) : corpus.starts[at]]
    a_child = corpus.words[at].rstrip("s") in _SURE and not _ADULT_BEFORE.search(before)
    yield Find(start, end, a_child and years < _NEARLY, "gives the sex of a child")


def _number(word: str) -> int:
    low = word.lower()
    return _NUMBERS.index(low) + 1 if low in _NUMBERS else int(low)
