"""What is found by way of an index is what a search of the whole text would find."""

import re

import pytest
from dhr_checker.checker.detectors import (
    acronyms,
    ages,
    announced,
    calendar_dates,
    happenings,
    numbers_near,
)
from dhr_checker.checker.detectors import corpus as corpora
from dhr_checker.checker.detectors.base import Look
from dhr_checker.checker.detectors.folding import WORD
from dhr_checker.checker.detectors.statements import passages_with
from dhr_checker.checker.detectors.term_index import TermIndex
from dhr_checker.checker.detectors.terms import find, plain
from dhr_checker.checker.document import normalise as normal
from dhr_checker.checker.textdoc import text_document
from dhr_checker.checker.vocabulary import vocabulary
from hypothesis import example, given, settings
from hypothesis import strategies as st

NUMBERS = ["five", "5", "twenty-four", "34", "once", "2023", "112", "thirty", "3rd"]
DATES = ["3 May 2021", "in May 2021", "on 03/05/2021", "September, 2020", "2019", "1 June", "99"]
AGES = ["Adult A was aged {n}", "Leonie, who was aged {n}", "aged of {n}", "She was only {n}"]
AGES += ["a {n}-year-old Leonie", "The deceased, aged {n}", "They were {n}", "Leonie was {n}"]
COUNTS = ["The panel met {n} times", "The panel has formally held meetings on {n} occasions"]
COUNTS += ["{n} full panel meetings", "the panel had {n} members", "{n} panel members", "panel"]
COUNTS += ["{n} agencies contributed", "{n} agencies were asked for an IMR", "{n} IMRs"]
COUNTS += ["This review has made {n} recommendations", "there are {n} recommendations"]
EVENTS = [
    "Leonie died {d}",
    "the death of Leonie {d}",
    "Leonie's murder {d}",
    "{d} she was charged",
]
EVENTS += ["This review began {d}", "the review was completed {d}", "and was concluded {d}"]
EVENTS += ["was charged with murder {d}", "found guilty of murder {d}", "was sentenced {d} to life"]
EVENTS += ["{d} the CSP met and decided on a review", "the decision to hold a review was {d}"]
LINKS = [
    " at the time of her death. ",
    ". ",
    ", ",
    " when she died. ",
    " and ",
    ": ",
    " for murder. ",
]


@st.composite
def prose(draw):
    """A paragraph of the statements that are compared, in any order and with odd joints."""
    parts = draw(st.lists(st.sampled_from(AGES + COUNTS + EVENTS), min_size=1, max_size=5))
    text = ""
    for part in parts:
        number, date = draw(st.sampled_from(NUMBERS)), draw(st.sampled_from(DATES))
        text += part.format(n=number, d=date) + draw(st.sampled_from(LINKS))
    return text


def look_of(texts):
    opening = "# Introduction\nLeonie is the pseudonym. Leonie is dead. Leonie was loved.\n"
    return Look(text_document("Domestic homicide review: Leonie\n" + opening + "\n".join(texts)))


def told(look):
    things = {what: announced.announced(look, what) for what in announced._PATTERNS}
    return things, ages.ages_of(look), happenings.happenings_of(look)


@settings(max_examples=150, deadline=None)
@given(st.lists(prose(), min_size=1, max_size=4))
def test_statements_are_those_of_a_search_of_every_passage(texts):
    shortcut = told(look_of(texts))
    with pytest.MonkeyPatch.context() as patch:
        search_everything(patch)
        assert shortcut == told(look_of(texts))


def search_everything(patch):
    """Undo every narrowing: all passages, and every place in them."""
    for module in (announced, happenings):
        patch.setattr(module, "matches_at", lambda p, _, passage, *__, **___: _all(p, passage))
    patch.setattr(announced, "passages_counting", passages_with)
    patch.setattr(happenings, "passages_dating", passages_with)
    patch.setattr(happenings, "_figure_behind", lambda *_: True)
    patch.setattr(ages, "_by_an_age", lambda look: range(len(corpora.corpus_of(look).words)))


def _all(pattern, passage):
    return pattern.finditer(passage.normal.text)


def test_the_statements_of_the_test_are_found_at_all():
    texts = ["Leonie was 34 at the time of her death.", "The panel met five times."]
    things, stated, happened = told(look_of([*texts, "Leonie died on 3 May 2021."]))
    assert (len(things["meetings"]), len(stated), len(happened)) == (1, 1, 1)


def test_an_event_is_read_with_a_date_as_far_off_as_one_may_be():
    far = "a " * ((happenings._REACH - 2) // 2)
    look = look_of([f"Leonie died {far}3 May 2021."])
    assert [one.about for one in happenings.happenings_of(look)] == ["death"]
    assert len(numbers_near.passages_dating(look, ("died",))) == 1


# --- terms -------------------------------------------------------------------------------
TERMS = sorted({t for terms in vocabulary().lists.values() for t in terms if t[-1].isalnum()})
PIECES = ["they've", "O'Brien's", "post-mortem", "post  mortem", "fiancé", "self\u00adharm"]
PIECES += ["children's", "DON'T", "risk", "assessed", "as", "high", "—", "…", "|", "\u200b", "_"]


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_no_paragraph_that_has_a_term_is_left_out(data):
    terms = tuple(data.draw(st.lists(st.sampled_from(TERMS), min_size=1, max_size=3)))
    words = [w for term in terms for w in term.replace("*", "ing").split() if w[0] not in "<."]
    word = st.sampled_from([*PIECES, *words, *(w.upper() for w in words)])
    joint = st.sampled_from([" ", " ", "-", "'", "’s ", ". ", "\u00a0", "\u00ad", " | "])
    line = st.lists(st.tuples(word, joint), min_size=1, max_size=6)
    lines = ["".join(a + b for a, b in data.draw(line)) for _ in range(3)]
    look = Look(text_document("\n\n".join(lines) + "\n| a | " + lines[0].replace("|", "") + " |"))
    may = TermIndex(look).paragraphs(terms)
    for paragraph in look.document.paragraphs:
        if find(terms, plain(paragraph.text)) is not None:
            assert may is None or paragraph.index in may


def test_an_absent_term_is_searched_for_nowhere_and_a_row_is_one_place():
    look = Look(text_document("Her mother wrote.\n\nThey've gone.\n| risk | told |\n| a | b |"))
    index = TermIndex(look)
    assert index.paragraphs(("leaflet*", "took her own life")) == frozenset()
    assert index.paragraphs(("they",)) == {1}
    assert index.paragraphs(("risk",)) == {2, 3}
    assert index.paragraphs(("<number>",)) is None


# --- the text itself ---------------------------------------------------------------------
SIGNS = st.text("ab Z9'`-\n\u0301\u00e9\u00ad\u200b…½²٣①ﬁ’\u00df\u212a_\u0149ΑЖ", max_size=24)


@given(SIGNS)
@example("\na’\u200bK -\n9")
def test_stretches_of_plain_letters_are_normalised_like_any_others(text):
    found = normal.normalise(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(normal, "_stretches", lambda text: [(0, len(text), False)])
        assert found == normal.normalise(text)


@given(SIGNS)
def test_a_text_is_cut_where_its_words_end(text):
    pieces = corpora._words_and_gaps(text).split(text)
    assert pieces[1::2] == WORD.findall(text)


@given(st.text("aB3.'-éÉ ", max_size=20))
def test_a_line_in_capitals_is_known_whatever_its_letters(text):
    letters = [sign for sign in text if sign.isalpha()]
    share = acronyms._LOUD * len(letters)
    assert acronyms._loud(text) == (not letters or sum(map(str.isupper, letters)) > share)


DATED = ["3", "12", "112", "2020", "31", " ", "-", "/", ".", ",", "May", "Sept.", "st", "th"]
DATED += [" of ", "'99", "Monday ", "2024-01-02", "1/2/2023", "x", "£", "_", " May 3, 2020"]


@given(st.lists(st.sampled_from(DATED), max_size=9).map("".join))
def test_dates_are_those_that_the_patterns_find_by_themselves(text):
    found = {(one.start, one.end) for one in calendar_dates.dates_in(text)}
    ends = {end for _, end in found}
    for pattern in (calendar_dates._DAY_FIRST, calendar_dates._FIGURES, calendar_dates._ISO):
        for match in pattern.finditer(text):
            if not calendar_dates._glued(text, match.start()):
                kept = match.end() in ends or _no_date(pattern, match)
                assert kept, match


def _no_date(pattern, match):
    """What the patterns match and a date is not: "3 may", 99/99/99, 1.2.12."""
    if pattern is calendar_dates._DAY_FIRST:
        return False
    numbers = [int(part) for part in re.findall(r"\d+", match.group())]
    if pattern is calendar_dates._ISO:
        return numbers[1] > 12 or numbers[2] > 31
    day, month, _ = numbers
    return "." in match.group() or day > 31 or month > 31 or (month > 12 and day > 12)
