"""What the court decided: is it told in the same way everywhere, and as the case record has it?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...schemas.common import Answer, Strict
from .base import Look, Observation, detector
from .corpus import Passage, corpus_of
from .folding import words_of
from .persons import persons_of
from .quantities import NUMBER, value_of_number
from .statements import Said, disagreements, is_quoted, passages_with, sentence_at

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
_YEARS = (
    rf"(?P<years>{NUMBER})[ -]years?'?(?:,? (?:and )?(?P<more>{NUMBER}) (?P<unit>months?|days?))?"
)
_MINIMUM = re.compile(
    r"\b(?:minimum (?:term |tariff |sentence |period |custodial term )?|tariff |at least |not "
    r"less than )"
    r"(?:of |for |was set at |set at |being )*" + _YEARS,
    re.I,
)
_FIXED = re.compile(
    r"\b(?:sentenced to (?:a (?:total|term) of )?|sentence of |imprisoned for |jailed for )"
    + _YEARS,
    re.I,
)
_LIFE = re.compile(
    r"\b(?:life imprisonment|life sentence|imprisonment for life|life in prison|sentenced to "
    r"life)\b",
    re.I,
)
_SERVE = re.compile(r"\b(?:serve|minimum|tariff|parole|imprisonment|sentenced|prison)\b", re.I)
_KILLING = re.compile(r"\b(?:murder|manslaughter|life imprisonment|life sentence|homicide)\b", re.I)
_CHANGED = re.compile(
    r"\b(?:appeal\w*|unduly|increased|reduced|raised|previous\w*|earlier|originally|initially|"
    r"statutory|starting point|guideline\w*|would have|could have|maximum|co-?defendant)\b",
    re.I,
)
_GUILTY = re.compile(
    r"\b(?P<how>found (?:him |her |them |[A-Z]\w+ )?guilty of|convicted (?:him |her |[A-Z]\w+ )?of"
    r"|conviction for|convicted for)"
    r" (?:the |her |his |their |[A-Z]\w+'s )?(?P<what>murder|manslaughter)\b",
    re.I,
)
_ALTERNATIVE = re.compile(
    r"\b(?:not guilty|cleared|acquitted|alternative|appeal\w*|quashed|substituted|rather than"
    r"|instead of"
    r"|not convicted|not been convicted|previous\w*)\b",
    re.I,
)
_SUBJECT = re.compile(r"\b([A-Z][a-z]+)(?= (?:was|were|is|pleaded|has been|had been)\b)")
_RECORDED = {"convicted-murder": "murder", "convicted-manslaughter": "manslaughter"}


class NoSettings(Strict):
    """Nothing to set."""


def terms_of(look: Look) -> tuple[Said[tuple[int, int, int]], ...]:
    """The terms of imprisonment for the killing that the draft gives: years, months, days."""
    found: tuple[Said[tuple[int, int, int]], ...] = look.once("terms", lambda: tuple(_terms(look)))
    return found


def _terms(look: Look) -> Iterator[Said[tuple[int, int, int]]]:
    for passage in passages_with(
        look, ("minimum", "tariff", "sentenced", "sentence", "serve", "jailed", "imprisoned")
    ):
        text, at = passage.normal.text, passage.start
        if not _KILLING.search(text):
            continue
        for pattern, kind in ((_MINIMUM, "minimum term"), (_FIXED, "fixed term")):
            for match in pattern.finditer(text):
                first, last = sentence_at(look, passage, at + match.start())
                sentence = text[first - at : last - at]
                if (
                    _CHANGED.search(sentence)
                    or not _SERVE.search(sentence)
                    or is_quoted(look, passage, first, last)
                    or (kind == "fixed term" and not _of_killing(text, sentence))
                ):
                    continue
                who, alone = _whose(look, sentence, text[first - at : match.start()])
                span = (at + match.start(), at + match.end())
                yield Said(f"{kind} {who}".strip(), _length(match), *span, sure=alone)


def _of_killing(text: str, sentence: str) -> bool:
    """A fixed term counts only beside the offence: a chronology has sentences of many kinds."""
    return _KILLING.search(sentence) is not None or _GUILTY.search(text) is not None


def _length(match: re.Match[str]) -> tuple[int, int, int]:
    years = value_of_number(match["years"]) or 0
    more = (value_of_number(match["more"]) or 0) if match["more"] else 0
    months = bool(match["unit"]) and match["unit"].lower().startswith("month")
    return years, more if months else 0, 0 if months else more


def _whose(look: Look, sentence: str, before: str) -> tuple[str, bool]:
    """Whose sentence it is, if the draft has more than one who killed; and whether that is sure.

    Where a sentence names several, it is the one named last ``before`` the court's words.
    """
    killers = persons_of(look).perpetrators - {"perpetrator"}
    if len(killers) == 1 or (
        look.record is not None and len(look.record.alleged_perpetrators) == 1
    ):
        return "", True
    if not killers:
        subjects = list(dict.fromkeys(_SUBJECT.findall(sentence)))
        nearest = (_SUBJECT.findall(before) or [""])[-1]
        return (nearest if len(subjects) > 1 else "", False)
    words = set(words_of(sentence))
    named = [name for name in sorted(killers) if set(name.split()) <= words]
    if len(named) == 1:
        return named[0], True
    ahead = words_of(before)
    last = {name: _last_of(name.split()[-1], ahead) for name in named}
    nearest = max(last, key=lambda name: last[name], default="")
    return (nearest, False) if nearest and last[nearest] >= 0 else ("", False)


def _last_of(word: str, words: list[str]) -> int:
    return max((at for at, one in enumerate(words) if one == word), default=-1)


@detector("terms-agree", NoSettings)
def terms_agree(look: Look, _: NoSettings) -> Observation:
    """The sentence for the killing is the same wherever the draft gives it."""
    corpus, said = corpus_of(look), terms_of(look)
    made = disagreements(corpus, said, same_term, "the term of the sentence")
    if made.answer is not YES:
        return made
    fixed = next((one for one in said if one.about.startswith("fixed")), None)
    life = next(_lives(look), None)
    if fixed is not None and life is not None:
        hits = (
            corpus.hit(*life, "a life sentence here"),
            corpus.hit(fixed.start, fixed.end, "a fixed term here"),
        )
        return Observation(OPEN, hits, "a life sentence in one place, a fixed term in another")
    return made


def same_term(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    """18 years, and 18 years and 190 days, are one sentence told more or less fully."""
    shorter = one[1:] == (0, 0) or other[1:] == (0, 0)
    return one == other or (one[0] == other[0] and shorter)


def _lives(look: Look) -> Iterator[tuple[int, int]]:
    for passage in passages_with(look, ("life",)):
        for match in _LIFE.finditer(passage.normal.text):
            start, end = passage.start + match.start(), passage.start + match.end()
            if "sentenced" in passage.normal.text and not is_quoted(look, passage, start, end):
                yield start, end


@detector("verdicts-agree", NoSettings)
def verdicts_agree(look: Look, _: NoSettings) -> Observation:
    """Of what the court convicted is the same wherever the draft says it, and in the record."""
    corpus = corpus_of(look)
    said = verdicts_of(look)
    made = disagreements(corpus, said, lambda a, b: a == b, "the offence of the conviction")
    known = _in_record(look)
    if made.answer is YES and known:
        against = [one for one in said if one.value != known]
        if against:
            hits = tuple(corpus.hit(one.start, one.end) for one in against)
            return Observation(NO, hits, "the case record has a conviction of another offence")
    return made


def _in_record(look: Look) -> str:
    people = look.record.alleged_perpetrators if look.record else ()
    if len(people) != 1 or people[0].proceedings is None or people[0].proceedings.outcome is None:
        return ""
    return _RECORDED.get(people[0].proceedings.outcome.value, "")


def verdicts_of(look: Look) -> tuple[Said[str], ...]:
    """The convictions of the killing that the draft gives; found once."""
    found: tuple[Said[str], ...] = look.once("verdicts", lambda: tuple(_verdicts(look)))
    return found


def _verdicts(look: Look) -> Iterator[Said[str]]:
    for passage in passages_with(look, ("guilty", "convicted", "conviction")):
        text, at = passage.normal.text, passage.start
        for match in _GUILTY.finditer(text):
            first, last = sentence_at(look, passage, at + match.start())
            sentence = text[first - at : last - at]
            if _ALTERNATIVE.search(sentence) or is_quoted(look, passage, first, last):
                continue
            if _general(passage, sentence):
                continue
            who, alone = _whose(look, sentence, text[first - at : match.start()])
            yield Said(
                who or "the perpetrator",
                match["what"].lower(),
                at + match.start(),
                at + match.end(),
                alone,
            )


def _general(passage: Passage, sentence: str) -> bool:
    """Statistics and law: "men convicted of murder", "a person convicted of manslaughter"."""
    return (
        re.search(
            r"\b(?:men|women|people|those|a person|anyone|offenders|who are|per cent|%)\b",
            sentence,
            re.I,
        )
        is not None
    )
