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

_KIN = (
    r"(step-?|half-|grand|great-?grand)?"
    r"(sons?|daughters?|boys?|girls?|brothers?|sisters?|niece|nephew)"
)
_NAME = r"(?: [A-Z][a-z'-]{1,20}| \([^()\n]{1,30}\))?"
_NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
)
_NUMBER = rf"(\d{{1,2}}|{'|'.join(_NUMBERS)})\b"
_AGE_AFTER = re.compile(
    rf"\b{_KIN}\b{_NAME}"
    rf"(?:,? ?\(?(?:(?:then|now|both|also|who (?:is|was)|was|is)[ ,]){{0,3}} ?"
    rf"(?:aged?|at the age of|age of) {_NUMBER}"
    rf"|,? ?\(?(?:who (?:is|was)|was|is) {_NUMBER}(?=[ ,.);]|[ -](?:years?|months?)[ -]old)"
    rf"|, {_NUMBER}(?=[,.);]|\Z| (?:years?|months?|weeks?) old| and )"
    rf"| \({_NUMBER}(?: (?:years?|months?|weeks?)(?: old)?)?\))",
    re.I,
)
_AGE_BEFORE = re.compile(
    rf"\b{_NUMBER}[ -](?:years?|months?|weeks?)[ -]old (?:[a-z-]{{1,15}} ){{0,2}}{_KIN}\b", re.I
)
_YOUNG = re.compile(
    r"\b(?:(?:two|three|four|five|young|younger|little|small|baby|teenage|infant|minor|school-?age)"
    r"\b[ -]){1,2}"
    r"(?:step-?)?(sons?|daughters?|boys?|girls?)\b",
    re.I,
)
_ADULT_BEFORE = re.compile(
    r"\b(?:adult|grown-?up|elder(?:ly)?|as an?|was an?|when) (?:\w+ )?\Z", re.I
)
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
    found: list[Find] = look.once(
        "children-sex", lambda: without_overlaps([*_with_age(corpus), *_young(corpus)])
    )
    return found


def _with_age(corpus: Corpus) -> Iterator[Find]:
    for match, _ in corpus.find(_AGE_AFTER):
        age = next((g for g in match.groups()[2:] if g), "")
        yield from _judged(corpus, match, age, kin=match[2])
    for match, _ in corpus.find(_AGE_BEFORE):
        yield from _judged(corpus, match, match[1], kin=match[3])


def _judged(corpus: Corpus, match: re.Match[str], age: str, kin: str) -> Iterator[Find]:
    years = _number(age)
    behind = corpus.text[match.end() : match.end() + 8]
    if _MONTHS_OR_WEEKS.match(behind) or _MONTHS_OR_WEEKS.search(match.group()):
        years = 0
    if years >= ADULT:
        return
    before = corpus.text[max(0, match.start() - 24) : match.start()]
    a_child = kin.lower().rstrip("s") in ("son", "daughter") and not _ADULT_BEFORE.search(before)
    sure = a_child and years < _NEARLY
    yield Find(match.start(), match.end(), sure, "gives the sex of a child")


def _number(word: str) -> int:
    low = word.lower()
    return _NUMBERS.index(low) + 1 if low in _NUMBERS else int(low or ADULT)


def _young(corpus: Corpus) -> Iterator[Find]:
    for match, _ in corpus.find(_YOUNG):
        yield Find(match.start(), match.end(), False, "may give the sex of a child")
