"""Ages: do they agree with one another, with the case record, and with the dates given?

People grow older in the course of a report, so an age is only compared where the words say
that it is the age at the death.  An age that stands by itself in the opening, or in a table
of the people, is taken to be that too, but never for sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...schemas.case import CaseRecord
from ...schemas.common import Answer, Strict
from ...schemas.dates import PartialDate, age_range
from .base import Hit, Look, Observation, detector
from .corpus import Corpus, Passage, corpus_of
from .folding import words_of
from .happenings import happenings_of
from .numbers_near import numbers_of
from .persons import DECEASED, Persons, persons_of
from .quantities import NUMBER, value_of_number
from .regions import title_page, under_heading
from .statements import (
    MOST,
    Said,
    disagreements,
    is_quoted,
    passages_at,
    passages_with,
    sentence_at,
)
from .written_dates import known, written_dates

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
_NAME = r"(?P<name>(?:Adult|Child|Mr|Mrs|Ms|Subject|Person|Male|Female) [A-Z]\d?|[A-Z][\w-]+)"
_AGE = rf"(?P<age>{NUMBER})"
_AGED = re.compile(
    rf"\b{_NAME}(?:'s)?(?:, who [^,.;]{{3,60}})?,?(?: \(|,? who| then)?(?: was| is| were)? ?"
    rf"aged (?:of )?{_AGE}"
)
_WAS = re.compile(
    rf"\b{_NAME} was (?:only |just )?{_AGE}"
    r"(?=(?: years?(?: old| of age)?)?(?:,|\.|;|$| and\b| when\b| at the time\b| on the))"
)
_OLD = re.compile(rf"\b(?P<age>\d\d)[ -]years?[ -]old {_NAME}")
_PRONOUN = re.compile(
    rf"\b(?P<name>She|He|They|[Tt]he (?:victim|deceased)),? (?:was|were)?,? ?(?:aged )?{_AGE}\b"
)
_DEATH = (
    r"(?:at the time of (?:(?:her|his|their|the)(?: [\w']+)? |[A-Z]\w+'s )"
    r"(?:death|murder|homicide|killing|fatal incident|incident|fatal attack|fatal event|suicide)"
    r"|at (?:her|his|their) death|on the (?:day|date|night) of (?:her|his|their|the) "
    r"(?:death|murder|homicide)|when (?:she|he|they|[A-Z]\w+) (?:died|was killed|was murdered"
    r"|took (?:her|his|their) own life))"
)
_AT_DEATH = re.compile(_DEATH, re.I)
_OWN_DEATH = re.compile(
    r"at the time of (?:her|his|their) (?:death|murder|killing|suicide)|at (?:her|his|their) death"
    r"|when (?:she|he|they) (?:died|was killed|was murdered|took)",
    re.I,
)
_OTHER_TIME = re.compile(
    r"\b(?:when|while|since|until|before|after|then|now|today|currently|from the age|by the age"
    r"|at the time|on the (?:day|date)|(?:19|20)\d\d)\b",
    re.I,
)
_OPENING = (
    "confidentiality",
    "anonymity",
    "pseudonyms",
    "introduction",
    "summary",
    "key people",
    "family composition",
    "subjects",
    "people",
)
_BORN = re.compile(
    rf"\b(?:{_NAME}|[Tt]he (?P<dead>victim|deceased)) was born (?:in|on) (?P<when>[^.;,]{{4,30}})"
)
_CANDIDATES = frozenset(
    {"aged", "old", "age", "death", "died", "killed", "murdered", "murder", "homicide", "incident"}
)
_BEFORE_AGES = frozenset(
    {"aged", "was", "were", "only", "just", "she", "he", "they", "victim", "deceased"}
)
_PEOPLE = ("adult", "child", "mr", "mrs", "ms")


class NoSettings(Strict):
    """Nothing to set."""


def ages_of(look: Look) -> tuple[Said[int], ...]:
    """What the draft says of ages at the death; found once."""
    found: tuple[Said[int], ...] = look.once(
        "ages-stated", lambda: tuple(sorted(_ages(look), key=lambda one: one.start))
    )
    return found


def _ages(look: Look) -> Iterator[Said[int]]:
    corpus, persons = corpus_of(look), persons_of(look)
    yield from _of_rows(look, corpus, persons)
    for passage in passages_at(look, _by_an_age(look)):
        if passage.paragraph is None or passage.paragraph.in_table is not None:
            continue
        if _CANDIDATES.isdisjoint(corpus.words_in(passage)):
            continue
        text, at = passage.normal.text, passage.start
        for pattern in (_AGED, _WAS, _OLD, _PRONOUN):
            for match in pattern.finditer(text):
                start, end = at + match.start(), at + match.end()
                if is_quoted(look, passage, start, end):
                    continue
                said = _said(look, passage, match, persons)
                if said is not None:
                    yield said


def _by_an_age(look: Look) -> Iterator[int]:
    """Positions of the numbers beside which stand words that an age stands beside."""
    words = corpus_of(look).words
    for at in numbers_of(look):
        before = words[max(0, at - 2) : at]
        if (
            (before and before[-1] in _BEFORE_AGES)
            or before == ["aged", "of"]
            or words[at + 1 : at + 2] in (["year"], ["years"])
        ):
            yield at


def _of_rows(look: Look, corpus: Corpus, persons: Persons) -> Iterator[Said[int]]:
    """Ages in a table of the people of the case."""
    for row in persons.rows:
        match = re.search(rf"\baged? (?:of )?({NUMBER})", row.relation)
        if match and (age := value_of_number(match[1])) is not None:
            yield Said(persons.key(row.name), age, row.start, row.end, sure=False)


def _said(look: Look, passage: Passage, match: re.Match[str], persons: Persons) -> Said[int] | None:
    age = value_of_number(match["age"])
    if age is None:
        return None
    first, last = sentence_at(look, passage, passage.start + match.start("age"))
    text = corpus_of(look).text
    before = text[first : passage.start + match.start("age")]
    after = text[passage.start + match.end("age") : last]
    sure = _at_death(before, after)
    if sure is None:
        return None
    name = match["name"]
    if match.re is _PRONOUN:
        # "He was 49 at the time of the murder" may be either; "her death" is the dead woman's.
        if not sure or not (_OWN_DEATH.search(before + after) or " " in name):
            return None
        who = DECEASED
    else:
        who = persons.key(name)
        if who in _NOT_NAMES:
            return None
    if not sure and not _opening(look, passage):
        return None
    start, end = passage.start + match.start(), passage.start + match.end()
    return Said(who, age, start, end, sure)


_NOT_NAMES = frozenset(
    {
        "she",
        "he",
        "they",
        "who",
        "and",
        "then",
        "it",
        "this",
        "the",
        "child",
        "children",
        "men",
        "women",
        "people",
        "persons",
        "those",
        "anyone",
        "adults",
    }
)


def _at_death(before: str, after: str) -> bool | None:
    """Whether an age is that at the death: yes, not said (False), or another time (None)."""
    time = _OTHER_TIME.search(after)
    if time is not None:
        death = _AT_DEATH.search(after)
        return True if death is not None and death.start() <= time.start() else None
    if _AT_DEATH.search(before):
        return True
    return None if _OTHER_TIME.search(before) else False


def _opening(look: Look, passage: Passage) -> bool:
    paragraph = passage.paragraph
    if paragraph is not None and paragraph.index in title_page(look):
        return True
    return under_heading(passage, _OPENING)


@detector("ages-agree", NoSettings)
def ages_agree(look: Look, _: NoSettings) -> Observation:
    """Each person's age at the death is the same wherever the draft gives it."""
    return disagreements(corpus_of(look), ages_of(look), lambda a, b: a == b, "an age at the death")


@detector("ages-fit-dates", NoSettings)
def ages_fit_dates(look: Look, _: NoSettings) -> Observation:
    """Ages at the death fit the case record, and dates of birth and death where they are given."""
    corpus = corpus_of(look)
    hits: list[Hit] = []
    answer = YES
    for said, (least, greatest, sure, source) in bounded_ages(look):
        if least <= said.value <= greatest:
            continue
        answer = NO if (sure and said.sure) or answer is NO else OPEN
        hits.append(corpus.hit(said.start, said.end, f"by {source} another age"))
    note = "an age does not fit what is known of birth and death" if hits else ""
    return Observation(answer, tuple(hits[:MOST]), note)


_Range = tuple[int, int, bool, str]
"""Least and greatest age, whether that is sure, and by what it is known."""


def bounded_ages(look: Look) -> tuple[tuple[Said[int], _Range], ...]:
    """Each age of somebody whose age can be worked out from the record or the draft."""

    def work() -> tuple[tuple[Said[int], _Range], ...]:
        ranges = {**_by_text(look), **_by_record(look.record)}
        return tuple((one, ranges[one.about]) for one in ages_of(look) if one.about in ranges)

    found: tuple[tuple[Said[int], _Range], ...] = look.once("bounded-ages", work)
    return found


def _by_record(record: CaseRecord | None) -> dict[str, _Range]:
    """The age that the case record allows for each person whom it gives a pseudonym."""
    found: dict[str, _Range] = {}
    if record is None:
        return found
    act = record.dates.fatal_act or record.dates.death
    died = record.dates.death
    people = [
        (DECEASED, record.deceased.age_at_death, record.deceased.born, died),
        *(
            (_key(one.pseudonym), one.age_at_fatal_act, one.born, act)
            for one in record.alleged_perpetrators
        ),
        *((_key(child.pseudonym), child.age, child.born, died) for child in record.children),
    ]
    for key, age, born, when in people:
        if key and age is not None:
            found[key] = (age, age, True, "the case record")
        elif key and born is not None and when is not None:
            found[key] = (*age_range(born, when), True, "the case record")
    return found


def _key(pseudonym: str | None) -> str:
    return " ".join(words_of(pseudonym)) if pseudonym else ""


def _by_text(look: Look) -> dict[str, _Range]:
    """The age that the draft's own dates allow, for those of whom it gives a birth."""
    death = next((one.value for one in happenings_of(look) if one.about == "death"), None)
    found: dict[str, _Range] = {}
    if death is None:
        return found
    persons = persons_of(look)
    for passage in passages_with(look, ("born",)):
        for match in _BORN.finditer(passage.normal.text):
            born = _date(match["when"])
            if born is not None and born.after(death) is not YES:
                key = persons.key(match["name"] or match["dead"])
                found.setdefault(key, (*age_range(born, death), False, "the dates in the draft"))
    return found


def _date(text: str) -> PartialDate | None:
    return next(known(written_dates(text.lower(), years=True)), None)
