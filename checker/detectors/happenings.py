"""When things happened, by the draft: the death, the decision, the trial, the review's own dates.

Only what is said outright is taken: the name of the person who died beside a word for the
death and a date close behind, "the review began on", "was sentenced in".  A report is full
of other deaths, trials and reviews.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...schemas.case import CaseRecord
from ...schemas.dates import PartialDate
from .base import Look
from .corpus import MARK, Passage, corpus_of
from .numbers_near import matches_at, passages_dating
from .persons import as_written, persons_of
from .regions import title_page
from .statements import Said, is_quoted, sentence_at
from .terms import plain
from .written_dates import WrittenDate, written_dates

KINDS = {
    "death": "the date of the death",
    "decision": "the date of the decision to hold a review",
    "began": "the date on which the review began",
    "completed": "the date on which the review was completed",
    "charged": "the date of the charge",
    "convicted": "the date of the conviction",
    "sentenced": "the date of the sentence",
}
"""What can be told, in the order in which it happens, and how it is called."""
_OTHER = (
    r"\b(?:IMRs?|management|mortem|police|patient|safety|interim|draft|rapid|serious|children'?s"
    r"|safeguarding|conduct|misconduct|internal|first|previous|earlier|other"
    r"|statutory)\W+(?:\w+\W+)?\Z"
)
_NOT_THIS = re.compile(_OTHER, re.I)
_REVIEW = (
    r"\b(?:(?:this|the) (?:domestic homicide |overview |DHR )?(?:review|report|DHR)(?: process| "
    r"report)?|report|review)"
)
_BEGAN = re.compile(
    rf"{_REVIEW} (?:was |has |had )?(?:formally |officially )?(?:began|begun|commenced|started"
    r"|initiated)\b",
    re.I,
)
_DONE = r"(?:completed|concluded|finalised|finished|signed off|ended)"
_COMPLETED = re.compile(
    rf"{_REVIEW}(?: was| were| has been)? (?:formally )?{_DONE}\b|\bdate of (?:completion|the "
    r"report|report)\b"
    rf"|\bdate (?:the )?(?:review )?(?:report )?(?:was )?completed\b",
    re.I,
)
_AND_COMPLETED = re.compile(rf"\band (?:was |were |is )?(?:formally )?{_DONE}\b", re.I)
_DECIDED = re.compile(
    r"\b(?:(?:CSP|partnership|chair|board|meeting|group)\b[^.;]{0,100}\b(?:decided|agreed"
    r"|determined)\b"
    r"|decision (?:was (?:made|taken)|to (?:hold|undertake|conduct|carry out|commission)))",
    re.I,
)
_CHARGED = re.compile(r"\bcharged with (?:the |her |his |their )?(?:murder|manslaughter)\b", re.I)
_CONVICTED = re.compile(
    r"\b(?:found (?:him |her |them |[A-Z]\w+ )?guilty of|convicted (?:him |her |[A-Z]\w+ )?of"
    r"|pleaded guilty to|pled guilty to|guilty plea to)"
    r" (?:the |her |his |their |[A-Z]\w+'s )?(?:murder|manslaughter)\b",
    re.I,
)
_SENTENCED = re.compile(
    r"\bsentenced (?:to|for)\b(?=[^.;]{0,60}\b(?:life|imprisonment|years|hospital|murder"
    r"|manslaughter)\b)"
    r"|\bsentenced\b(?= (?:in|on)\b)",
    re.I,
)
_KILLING = re.compile(r"\b(?:murder|manslaughter|life imprisonment|minimum term|homicide)\b", re.I)
_CUES = {
    "decision": ("decided", "decision", "agreed", "determined"),
    "began": ("began", "begun", "commenced", "started", "initiated"),
    "charged": ("charged",),
    "convicted": ("guilty", "convicted"),
    "sentenced": ("sentenced",),
}
_PATTERNS = {
    "decision": _DECIDED,
    "began": _BEGAN,
    "charged": _CHARGED,
    "convicted": _CONVICTED,
    "sentenced": _SENTENCED,
}
_BEGINS = {
    "decision": ("csp", "partnership", "chair", "board", "meeting", "group", "decision"),
    "began": ("this", "the", "report", "review"),
    "charged": ("charged",),
    "convicted": ("found", "convicted", "pleaded", "pled", "guilty"),
    "sentenced": ("sentenced",),
}
"""The words with which each of those patterns begins."""
_DEATH_WORDS = (
    "died",
    "death",
    "killed",
    "murdered",
    "murder",
    "homicide",
    "killing",
    "suicide",
    "life",
)
_DEATH_NOUNS = ("death", "murder", "homicide", "killing", "suicide")
_REACH = 45
"""Characters between an event's words and the date that is theirs."""
_LONGEST_MONTH = 16  # characters of "September, " and more, before the first figure of a date
_FIGURE = re.compile(r"\d")
_EVENT = re.compile(
    r"\b(?:trial|charged|sentenced|convicted|inquest|arrested|decided|met|meeting|told|notified"
    r"|referred|began|reported|funeral|since|until|before|after|following|review|appeared|from)\b",
    re.I,
)


_OWN_EVENT = re.compile(
    r"\b(?:trial|hearing|charged|convicted|guilty|pleaded|pled|sentenced|arrested|inquest)\b[^,;:]*\Z",
    re.I,
)
"""An event in the clause that ends in a date, whose date it then is."""


def happenings_of(look: Look) -> tuple[Said[PartialDate], ...]:
    """What the draft says outright of when things happened; found once, in the file's order."""
    found: tuple[Said[PartialDate], ...] = look.once(
        "happenings", lambda: tuple(sorted(_happenings(look), key=lambda one: one.start))
    )
    return found


def recorded(record: CaseRecord | None) -> dict[str, PartialDate]:
    """The same, by the case record."""
    if record is None:
        return {}
    dates, review = record.dates, record.review
    told = {
        "death": dates.death,
        "decision": dates.decision,
        "began": review.started if review else None,
        "completed": review.completed if review else None,
    }
    one = record.alleged_perpetrators[0] if len(record.alleged_perpetrators) == 1 else None
    if one is not None and one.proceedings is not None:
        told["charged"] = one.proceedings.charged_on
    return {kind: when for kind, when in told.items() if when is not None}


def _happenings(look: Look) -> Iterator[Said[PartialDate]]:
    yield from _deaths(look)
    yield from _completions(look)
    for kind, cues in _CUES.items():
        for passage in passages_dating(look, cues):
            yield from _found(look, passage, kind)


def _found(look: Look, passage: Passage, kind: str) -> Iterator[Said[PartialDate]]:
    text, at = passage.normal.text, passage.start
    for match in matches_at(_PATTERNS[kind], look, passage, _BEGINS[kind], numbers=False):
        if _NOT_THIS.search(text[: match.start()]) or is_quoted(
            look, passage, at + match.start(), at + match.end()
        ):
            continue
        first, last = sentence_at(look, passage, at + match.start())
        if kind == "decision" and "review" not in plain(text[first - at : last - at]):
            continue
        if kind == "sentenced" and not _KILLING.search(text):
            continue
        near = kind in ("convicted", "sentenced", "charged", "decision")
        start = at + match.start()
        if kind == "decision":  # "its chair, ..., on 2 May decided": the date is beside the verb
            start = at + max(match.start(), text.rfind(" ", 0, match.end()))
        when = _date_beside(look, start, at + match.end(), first, last, before=near)
        if when is not None:
            yield Said(kind, when, at + match.start(), at + match.end(), kind != "decision")
            if kind == "began":
                yield from _end_of_same(look, at + match.end(), last)


def _end_of_same(look: Look, start: int, last: int) -> Iterator[Said[PartialDate]]:
    """``began on ... and was concluded on ...``"""
    text = corpus_of(look).text
    match = _AND_COMPLETED.search(text, start, last)
    if match is not None:
        when = _date_beside(look, match.start(), match.end(), match.start(), last)
        if when is not None:
            yield Said("completed", when, match.start(), match.end())


def _completions(look: Look) -> Iterator[Said[PartialDate]]:
    pages = title_page(look)
    for passage in passages_dating(
        look,
        (
            "completed",
            "concluded",
            "finalised",
            "finished",
            "signed",
            "ended",
            "completion",
            "date",
        ),
    ):
        text, at = passage.normal.text, passage.start
        for match in _COMPLETED.finditer(text):
            if not _figure_behind(text, match.end()):
                continue
            first, last = sentence_at(look, passage, at + match.start())
            if _NOT_THIS.search(text[: match.start()]) or is_quoted(look, passage, first, last):
                continue
            when = _date_beside(look, at + match.start(), at + match.end(), first, last)
            if when is not None:
                front = passage.paragraph is not None and passage.paragraph.index in pages
                whose = front or text[match.start() :].lower().startswith(("this", "the", "date"))
                if whose:
                    yield Said("completed", when, at + match.start(), at + match.end())


def _deaths(look: Look) -> Iterator[Said[PartialDate]]:
    names = sorted(persons_of(look).deceased, key=len, reverse=True)
    corpus = corpus_of(look)
    joined = "|".join(as_written(corpus, name) for name in names)
    who = rf"(?:(?:the )?(?:{joined}))"
    verb = (
        r"(?: was| had| sadly| tragically| then| later){0,2} (?:died|killed|murdered"
        r"|took (?:her|his|their) own life|stabbed to death|strangled to death)"
    )
    pattern: re.Pattern[str] = re.compile(
        rf"\b(?:{who}{verb}|(?:death|murder|homicide|killing|suicide) of {who}(?!'s)"
        rf"|{who}'s (?:death|murder|homicide|killing|suicide))\b",
        re.I,
    )
    begins = {"the", *_DEATH_NOUNS, *(name.split()[0] for name in names)}
    pages = title_page(look)
    for passage in passages_dating(look, _DEATH_WORDS):
        text, at = passage.normal.text, passage.start
        front = passage.paragraph is not None and passage.paragraph.index in pages
        found = (
            _TITLE_DEATH.finditer(text)
            if front
            else matches_at(pattern, look, passage, begins, numbers=False)
        )
        for match in found:
            if not _figure_behind(text, match.end()):
                continue
            first, last = sentence_at(look, passage, at + match.start())
            if is_quoted(look, passage, first, last):
                continue
            when = _date_beside(look, at + match.start(), at + match.end(), first, last)
            if when is not None and when.month is not None:
                yield Said("death", when, at + match.start(), at + match.end())


_TITLE_DEATH = re.compile(r"\b(?:died|death|killed|murdered|date of death)\b", re.I)


def _figure_behind(text: str, end: int) -> bool:
    """Whether there is a figure where a date just behind some words would have one."""
    return _FIGURE.search(text, end, end + _REACH + _LONGEST_MONTH) is not None


def _date_beside(
    look: Look, start: int, end: int, first: int, last: int, *, before: bool = False
) -> PartialDate | None:
    """The date just behind some words or, if ``before``, just ahead of them in the sentence."""
    text = corpus_of(look).text
    stretch = text[end : min(last, end + _REACH)].split(MARK)[0]
    dates: list[WrittenDate] = []
    if _figure_behind(text, end):
        dates = [one for one in written_dates(plain(text[end:last])) if one.date is not None]
    if dates and dates[0].start <= len(stretch) and not _EVENT.search(stretch[: dates[0].start]):
        return dates[0].date
    if not before:
        return None
    lead = plain(text[first:start])
    ahead = [one for one in written_dates(lead) if one.date is not None]
    if not ahead or len(lead) - ahead[-1].end > _REACH or _EVENT.search(lead[ahead[-1].end :]):
        return None
    # "found guilty after a trial in June, and was sentenced": June is the date of the trial.
    return None if _OWN_EVENT.search(lead, 0, ahead[-1].start) else ahead[-1].date


def pairs_out_of_order(
    said: tuple[Said[PartialDate], ...],
) -> Iterator[tuple[Said[PartialDate], Said[PartialDate]]]:
    """What is said to have happened before something that must come first."""
    by_kind: dict[str, list[Said[PartialDate]]] = {}
    for one in said:
        by_kind.setdefault(one.about, []).append(one)
    for earlier, later in _ORDER:
        for one, other in (
            (a, b) for a in by_kind.get(earlier, ()) for b in by_kind.get(later, ())
        ):
            if other.value.before(one.value).value == "yes":
                yield one, other
                break


_ORDER = (
    *pairwise(("death", "decision", "completed")),
    ("death", "began"),
    ("began", "completed"),
    ("death", "convicted"),
    *pairwise(("charged", "convicted", "sentenced")),
    ("charged", "sentenced"),
)
