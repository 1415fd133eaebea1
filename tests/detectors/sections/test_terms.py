"""Words as rules write them are found as people write them."""

from __future__ import annotations

import time

import pytest
from dhr_checker.checker.detectors.terms import all_of, expand, find, plain, sentences
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("post mortem", "A post-mortem was held"),
        ("post-mortem", "a Post Mortem was held"),
        ("advoca*", "the family's advocates"),
        ("took * own life", "She took her own life."),
        ("read ... private", "read the draft report in private"),
        ("panel's", "the panel’s view"),
        ("<number>", "the panel met six times"),
        ("<number>", "the panel met 12 times"),
        ("<month-year>", "in October 2023"),
        ("<date>", "on 3rd May 2020"),
        ("<date>", "on 03/05/2020"),
        ("<duration>", "nineteen years and eight months"),
        ("<age>", "an 8-year-old"),
        ("<age>", "aged 41"),
        ("<covid>", "in the first lockdown"),
        ("in <year>", "They met in 2009."),
    ],
)
def test_found(term: str, text: str) -> None:
    assert find([term], plain(text))


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("panel", "panelled doors"),
        ("advocate", "advocates"),
        ("son", "a person"),
        ("took * own life", "took her whole own life"),
        ("<year>", "number 12019"),
        ("age", "aged 41"),
    ],
)
def test_not_found(term: str, text: str) -> None:
    assert not find([term], plain(text))


def test_every_group_is_needed() -> None:
    groups = [["leaflet*"], ["home office"]]
    assert all_of(groups, plain("The Home Office leaflet was given."))
    assert all_of(groups, plain("A leaflet was given.")) is None


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(ValueError, match="no-such-list"):
        expand(["<no-such-list>"])


@given(st.text())
def test_plain_keeps_every_offset(text: str) -> None:
    assert len(plain(text)) == len(text)


@given(st.text(alphabet="abcABC .!?'\")(0\n"))
def test_sentences_cover_the_text_once(text: str) -> None:
    cut = list(sentences(text))
    assert "".join(text[a:b] for a, b in cut) == text


def test_a_sentence_ends_where_a_reader_ends_it() -> None:
    text = 'She said, "No." He left at 5 p.m. and came back. It was 3.5 miles.'
    assert [text[a:b].strip() for a, b in sentences(text)] == [
        'She said, "No."',
        "He left at 5 p.m. and came back.",
        "It was 3.5 miles.",
    ]


@pytest.mark.parametrize("hostile", ["a " * 40_000, "met " * 20_000, "x" * 100_000, "1" * 100_000])
def test_no_text_makes_a_search_slow(hostile: str) -> None:
    text = plain(hostile)
    began = time.perf_counter()
    for terms in (["read ... private"], ["<date>"], ["<duration>"], ["took * own life"], ["<age>"]):
        find(terms, text)
    assert time.perf_counter() - began < 20


@pytest.mark.parametrize("terms", [(), ("-",)])
def test_no_terms_are_found_nowhere(terms: tuple[str, ...]) -> None:
    assert find(terms, "a - b") is None
