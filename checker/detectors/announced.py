"""Numbers that a report announces, against what it then lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from ...schemas.common import Answer, Strict
from ..document.content import Paragraph, Table
from .base import ANY_ANSWER, QUESTIONED, Answers, Hit, Look, Observation, detector
from .calendar_dates import dates_in
from .corpus import Passage, corpus_of
from .numbers_near import matches_at, passages_counting
from .quantities import NUMBER, value_of_number
from .reading import Reading, has_section, reading
from .recommendation_list import numbered_series, recommendations_of
from .statements import (
    MOST,
    Said,
    disagreements,
    is_quoted,
    sentence_at,
)
from .tables import is_item
from .terms import find, plain
from .written_dates import written_dates

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
_N = rf"(?<![\d.])(?P<n>{NUMBER})(?!\.\d)"
"""A number of things; the 12 of paragraph 1.12 is none."""
_N2 = rf"(?<![\d.])(?P<n2>{NUMBER})(?!\.\d)"
_TIMES = re.compile(
    r"\bpanel (?:has |had |have )?(?:formally )?(?:met|convened|held meetings) (?:on |a total of "
    rf"|in total |formally )*{_N}"
    rf"(?: (?:separate |full |formal )?(?:times|occasions))?\b"
    rf"|\b{_N2} (?:full |formal )?(?:panel meetings|meetings of the (?:review )?panel)\b",
    re.I,
)
_QUALIFIED = re.compile(
    r"\b(?:in person|virtually|online|by video|remotely|face to face|face-to-face|further|more|"
    r"another|additional|of (?:these|them|which)|before|prior|with the family|first|last|next"
    r"|since)\b",
    re.I,
)
_SHORT_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?(?=,| and| &)")
_MEMBERS = re.compile(
    r"\bpanel (?:had|has|comprised|comprises|consisted of|consists of|was made up of|is made up "
    rf"of) (?:of )?{_N}"
    rf"(?: (?:panel |core |independent )?(?:members|people|representatives))\b|\b{_N2} panel "
    r"members\b",
    re.I,
)
_AGENCIES = re.compile(
    rf"\b{_N} (?:different |separate )?(?:agencies|organisations)(?: and (?:other "
    r")?(?:contributors|organisations))? "
    r"(?:contributed|took part|participated|(?:provided|submitted|gave)\b"
    r"(?! (?:an? |their |its )?(?:IMRs?|individual management|summary|short|letters?)\b))\b",
    re.I,
)
_IMRS = re.compile(
    rf"\b{_N} (?:agencies |organisations |of (?:those|them|these) )?(?:were asked for (?:an )?"
    r"|submitted (?:an )?|provided (?:an )?|"
    r"completed (?:an )?|produced (?:an )?)?(?:IMRs?|individual management reviews?)\b",
    re.I,
)
_RECOMMENDATIONS = re.compile(
    r"\b(?:(?:this|the) (?:review|report|panel|DHR|author|chair)|it) (?:has |have |had "
    r")?(?:ma(?:de|kes?)|identified|resulted in|contains?)"
    rf" (?:a total of )?{_N} recommendations\b|\b(?:there are|has made|made) (?:a total of "
    rf")?{_N2} recommendations\b",
    re.I,
)
_PARTIAL = re.compile(
    r"\b(?:national|multi|single|further|additional|of (?:these|which)|previous|IMRs?|local|own)\b",
    re.I,
)
_LIST_OF = re.compile(
    rf"\b(?:following |these )?(?P<n>{NUMBER}) (?:[a-z-]+ "
    r"){0,3}?(?P<what>[a-z]+s)\b[^.:;]{0,60}(?::|\bas follows\b.?|\bfollowing\b.?)\s*\Z",
    re.I,
)
_NO_LIST = frozenset(
    {
        "years",
        "months",
        "weeks",
        "days",
        "times",
        "hours",
        "minutes",
        "was",
        "is",
        "has",
        "children",
        "this",
        "occasions",
    }
)

Thing = Literal["meetings", "members", "agencies", "management-reviews", "recommendations"]


class CountSettings(Strict):
    """What is counted, and the section in which it is listed."""

    what: Thing
    section: str


class NoSettings(Strict):
    """Nothing to set."""


def _gives(settings: CountSettings) -> Answers:
    return ANY_ANSWER if settings.what in _SURE else QUESTIONED


@detector("counts-agree", CountSettings, _gives)
def counts_agree(look: Look, settings: CountSettings) -> Observation:
    """A number that the draft announces is that of what it lists, and the same everywhere."""
    if settings.what == "meetings":
        return _meetings(look)
    said = announced(look, settings.what)
    corpus = corpus_of(look)
    made = disagreements(
        corpus, said, lambda a, b: a == b, f"the number of {_CALLED[settings.what]}"
    )
    listed, place, sure = _listed(look, settings)
    wrong = [one for one in said if listed and one.value != listed]
    if not wrong:
        return made
    hits = [corpus.hit(o.start, o.end, f"{o.value} announced, {listed} listed") for o in wrong]
    answer = NO if sure and all(one.sure for one in wrong) else OPEN
    note = f"{listed} {_CALLED[settings.what]} are listed"
    return Observation(answer, (*hits[:MOST], *((place,) if place else ())), note)


_SURE = ("meetings", "recommendations")
"""What there is one number of; panels change, and not every contributor is in the table."""
_CALLED = {
    "meetings": "meetings of the panel",
    "members": "members of the panel",
    "agencies": "contributors",
    "management-reviews": "management reviews",
    "recommendations": "recommendations",
}
_PATTERNS = {
    "meetings": (_TIMES, ("panel",)),
    "members": (_MEMBERS, ("panel",)),
    "agencies": (_AGENCIES, ("agencies", "organisations")),
    "management-reviews": (_IMRS, ("imr", "imrs", "management")),
    "recommendations": (_RECOMMENDATIONS, ("recommendations",)),
}

_BEGINS = ("panel", "this", "the", "it", "there", "made")
"""The words that those patterns begin with, where they do not begin with the number."""


def announced(look: Look, what: Thing) -> tuple[Said[int], ...]:
    """Where the draft announces how many there are; found once for each thing."""
    found: tuple[Said[int], ...] = look.once(("announced", what), lambda: tuple(_said(look, what)))
    return found


def _said(look: Look, what: Thing) -> Iterator[Said[int]]:
    pattern, cues = _PATTERNS[what]
    for passage in passages_counting(look, cues):
        text, at = passage.normal.text, passage.start
        for match in matches_at(pattern, look, passage, _BEGINS):
            words = next((w for n, w in match.groupdict().items() if n.startswith("n") and w), "")
            number = value_of_number(words or _first_number(match.group()))
            first, last = sentence_at(look, passage, at + match.start())
            if number is None or is_quoted(look, passage, at + match.start(), at + match.end()):
                continue
            sentence = text[first - at : last - at]
            near = sentence if what == "recommendations" else text[match.end() : match.end() + 25]
            doubt = _PARTIAL if what == "recommendations" else _QUALIFIED
            if doubt.search(near):
                continue
            span = (at + match.start(), at + match.end())
            yield Said(what, number, *span, sure=what in _SURE)


def _first_number(text: str) -> str:
    match = re.search(NUMBER, text, re.I)
    return match.group() if match else ""


# --- meetings ------------------------------------------------------------------------------
def _meetings(look: Look) -> Observation:
    """The number of meetings against the dates beside it, other places, and the case record."""
    corpus = corpus_of(look)
    said = announced(look, "meetings")
    for one in said:
        passage = corpus.passage_at(one.start)
        dates = _dates_after(look, passage, one.end)
        if dates and dates != one.value:
            hit = corpus.hit(one.start, one.end, f"{one.value} announced, {dates} dates listed")
            return Observation(NO, (hit,), "the number of meetings is not that of the dates listed")
    review = look.record.review if look.record else None
    told = review.panel_meetings if review else None
    against = [one for one in said if told is not None and one.value != told]
    if against:
        hits = tuple(corpus.hit(one.start, one.end) for one in against)
        return Observation(NO, hits, "the case record has another number of meetings")
    loose = tuple(Said(o.about, o.value, o.start, o.end, sure=False) for o in said)
    return disagreements(corpus, loose, lambda a, b: a == b, "the number of meetings")


def _dates_after(look: Look, passage: Passage, end: int) -> int:
    """How many dates the rest of the sentence lists, or the list right below it."""
    _, last = sentence_at(look, passage, end)
    shown = corpus_of(look).text[end:last]
    rest = plain(shown)
    if number := _dates_listed(shown):
        return 0 if _SPAN.search(rest) else number
    paragraph = passage.paragraph
    if paragraph is None or not rest.rstrip(" .").endswith(
        (":", "following dates", "on", "follows")
    ):
        return 0
    items = _items_below(look, paragraph)
    return len(items) if items and all(written_dates(plain(p.text)) for p in items) else 0


_SPAN = re.compile(r"\b(?:between|from|and ended|until)\b")


def _dates_listed(text: str) -> int:
    """How many dates a text lists; in "3 May, 4 June and 5 July 2023" the year stands once."""
    days = [(one.start, one.end) for one in dates_in(text)]
    months = [
        (one.start, one.end)
        for one in written_dates(plain(text))
        if not any(a <= one.start < b or one.start <= a < one.end for a, b in days)
    ]
    whole = [*days, *months]
    # "12 and 19 March 2024": the day of the first stands without its month.
    bare = [m for m in _SHORT_DAY.finditer(text) if not any(a <= m.start() < b for a, b in whole)]
    return len(whole) + len(bare) if whole else 0


def _items_below(look: Look, paragraph: Paragraph) -> list[Paragraph]:
    """The list items that follow a paragraph directly."""
    found: list[Paragraph] = []
    for nearest in look.document.paragraphs[paragraph.index + 1 :]:
        if not nearest.text.strip():
            continue
        if nearest.in_table is not None or not is_item(nearest) or nearest.heading:
            break
        found.append(nearest)
    return found


# --- what is listed ------------------------------------------------------------------------
def _listed(look: Look, settings: CountSettings) -> tuple[int, Hit | None, bool]:
    """How many are listed, where, and whether the list is certainly all of them."""
    if not has_section(look, settings.section):
        return 0, None, False
    read = reading(look)
    if settings.what == "recommendations":
        listed = recommendations_of(look, settings.section)
        # A review's own and its agencies' may stand in several lists; one run is a sure count.
        whole = len(numbered_series(listed)) == 1 and all(one.number for one in listed)
        return len(listed), listed[0].hit() if listed else None, whole
    table = _table(read, settings)
    if table is None:
        return 0, None, False
    rows = [r for r in table.rows[1:] if not r.deleted and len(r.cells) > 1]
    if settings.what == "management-reviews":
        rows = [
            r
            for r in rows
            if find(("IMR", "IMRs", "individual management *"), _row_text(read, table, r))
        ]
    return len(rows), Hit(table.place, " | ".join(table.header)), False


def _row_text(read: Reading, table: Table, row: object) -> str:
    cells = getattr(row, "cells", ())
    return " ".join(read.plain(i) for cell in cells for i in cell.paragraphs)


def _table(read: Reading, settings: CountSettings) -> Table | None:
    """The one table of a section that lists such things; None if there is none, or several."""
    wanted = {
        "members": ("name", "names", "member", "members", "role", "job title"),
        "agencies": ("agency", "organisation", "contributor", "contributors"),
        "management-reviews": ("agency", "organisation", "contributor", "contribution"),
    }[settings.what]
    tables = [
        t
        for t in read.tables_in(read.section(settings.section).paragraphs)
        if any(find(wanted, plain(title)) for title in t.header)
    ]
    return tables[0] if len(tables) == 1 else None


@detector("lists-as-announced", NoSettings, QUESTIONED)
def lists_as_announced(look: Look, _: NoSettings) -> Observation:
    """A list has as many items as the line above it announces: "the following five issues:"."""
    hits = [
        Hit(paragraph.place, paragraph.text, note=f"{number} announced, {items} listed")
        for paragraph, number, items in announced_lists(look)
        if number != items
    ]
    if hits:
        note = "a list has more or fewer items than the line above it announces"
        return Observation(OPEN, tuple(hits[:MOST]), note)
    return Observation(YES)


def announced_lists(look: Look) -> tuple[tuple[Paragraph, int, int], ...]:
    """Lines that announce a list and how long it is, with how many items follow; found once."""
    found: tuple[tuple[Paragraph, int, int], ...] = look.once(
        "announced-lists", lambda: tuple(_lists(look))
    )
    return found


def _lists(look: Look) -> Iterator[tuple[Paragraph, int, int]]:
    for paragraph in look.document.main_text():
        if paragraph.in_table is not None or not paragraph.text.rstrip().endswith(_LIST_ENDS):
            continue
        match = _LIST_OF.search(plain(paragraph.title).strip())
        if match is None or match["what"] in _NO_LIST:
            continue
        number = value_of_number(match["n"])
        items = _top_items(_items_below(look, paragraph))
        if number is not None and number > 1 and items:
            yield paragraph, number, items


_LIST_ENDS = (":", "follows.", "follows", "following.", "following")


def _top_items(items: list[Paragraph]) -> int:
    """Items of the list's first level: those below them are parts of an item."""
    levels = [item.list_level or 0 for item in items]
    return sum(1 for level in levels if level == min(levels))
