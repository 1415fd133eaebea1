"""Is the person who died called by a pseudonym, and by a name rather than a letter?"""

from __future__ import annotations

import re
from collections import Counter

from ...schemas.common import Answer, Strict
from .base import SETTLED, Hit, Look, Observation, detector
from .reading import Reading, reading
from .terms import plain

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
_LETTER = re.compile(
    r"[ACMPSV](?<!\w.)"
    r"(?:(?<=A)dult|(?<=S)ubject|(?<=V)ictim|(?<=P)erpetrator|(?<=P)erson|(?<=C)hild|(?<=P)artner"
    r"|(?<=M)(?:r|rs|s|iss|x))\.?[ ]+(?:[A-Z]{1,2}\d?|\d)(?![\w'’-]*[a-z])"
)
_CAPITAL = re.compile(r"(?<![\w'’-])[A-Z][a-z]{2,}(?![\w-])")
_LOWER_START = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{2,}\b")
_OFTEN = 3  # uses in running text that make a word of the title page the name of a person
_SHOWN = 3


class LetterSettings(Strict):
    """How often a letter in place of a name makes it the practice of the report."""

    at_least: int = 3


@detector("letters-for-names", LetterSettings, SETTLED)
def letters_for_names(look: Look, settings: LetterSettings) -> Observation:
    """People are called by a letter or number (Adult A, Mr C) and not by a pseudonym."""
    read = reading(look)
    everywhere = [*sorted(read.layout.title_page), *read.layout.body()]
    hits: list[Hit] = []
    count = 0
    for index in everywhere:
        paragraph = read.document.paragraphs[index]
        found = list(_LETTER.finditer(paragraph.text))
        count += len(found)
        hits += [Hit(paragraph.place, m.group(), m.start(), m.end()) for m in found[:1]]
    if count >= settings.at_least:
        return Observation(YES, tuple(hits[:_SHOWN]), f"{count} times")
    return Observation(NO)


class TitleSettings(Strict):
    """Nothing to set."""


@detector("title-page-pseudonym", TitleSettings)
def title_page_pseudonym(look: Look, _: TitleSettings) -> Observation:
    """The title page gives the pseudonym of the person who died."""
    read = reading(look)
    page = [read.document.paragraphs[i] for i in sorted(read.layout.title_page)]
    agreed = look.record.deceased.pseudonym if look.record else None
    if agreed:
        wanted = re.compile(rf"(?<!\w){re.escape(plain(agreed))}(?!\w)")
        for paragraph in page:
            if (match := wanted.search(plain(paragraph.text))) is not None:
                hit = Hit(paragraph.place, paragraph.text, match.start(), match.end())
                return Observation(YES, (hit,))
        return Observation(NO, (), "the pseudonym of the case record is not on it")
    called = _called_by_name(read)
    for paragraph in page:
        if "artnership" in paragraph.text:
            continue
        for word in _CAPITAL.finditer(paragraph.text):
            if called[word.group()] >= _OFTEN:
                return Observation(YES, (Hit(paragraph.place, paragraph.text),))
        if match := _LETTER.search(paragraph.text):
            return Observation(OPEN, (Hit(paragraph.place, match.group()),), "a letter, not a name")
    return Observation(OPEN, (), "no pseudonym was recognised")


_NO_NAMES = frozenset(
    {"Domestic", "Homicide", "Review", "Overview", "Report", "Executive", "Summary", "Final"}
    | {"Draft", "Version", "Author", "Chair", "Independent", "Community", "Safety", "Safer"}
    | {"Partnership", "Council", "County", "City", "Borough", "Commissioned"}
)


def _called_by_name(read: Reading) -> Counter[str]:
    """How often each capitalised word stands in the middle of a sentence."""
    texts = (read.document.paragraphs[i].text for i in read.layout.body())
    counted = Counter(word for text in texts for word in _LOWER_START.findall(text))
    for word in _NO_NAMES:
        counted.pop(word, None)
    return counted
