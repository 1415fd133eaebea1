"""One form of text for matching, and the exact way back."""

from __future__ import annotations

import unicodedata

import pytest
from dhr_checker.checker.document.normalise import INVISIBLE, normalise
from hypothesis import given
from hypothesis import strategies as st

MARKS = "".join(INVISIBLE)
TEXTS = st.text(
    st.one_of(
        st.sampled_from("aé’‘“”–—\u2011\u00a0\u2009ﬁﬄ½²…`\u0301\u0308 -'" + MARKS),
        st.characters(codec="utf-8"),
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("O’Brien", "O'Brien"),
        ("O\u02bcBrien", "O'Brien"),
        ("“quoted”", '"quoted"'),
        ("Smith\u2011Jones", "Smith-Jones"),
        ("2019\u20132021", "2019-2021"),
        ("Jane\u00a0Smith", "Jane Smith"),
        ("o\ufb03ce", "office"),
        ("Ja\u00adne", "Jane"),
        ("J\u200ba\u200cn\u2060e", "Jane"),
        ("\u202eenaJ\u202c", "enaJ"),
        ("Zoe\u0308", "Zoë"),
        ("Ｊａｎｅ", "Jane"),
        ("10 m²", "10 m²"),
        ("½ mile", "½ mile"),
        ("wait…", "wait..."),
        ("plain text, nothing odd", "plain text, nothing odd"),
        ("a\tb\nc", "a b c"),
    ],
)
def test_what_becomes_of_it(written: str, plain: str) -> None:
    assert normalise(written).text == plain


def test_the_way_back_leaves_out_marks_at_the_edges() -> None:
    written = "x \u200bJa\u200bne\u200b y"
    found = normalise(written)
    at = found.text.index("Jane")
    start, end = found.span(at, at + 4)
    assert written[start:end] == "Ja\u200bne"
    assert [(m.offset, m.name) for m in found.invisible] == [
        (2, "zero-width space"),
        (5, "zero-width space"),
        (8, "zero-width space"),
    ]


def test_a_stretch_that_is_not_there_is_refused() -> None:
    for start, end in ((-1, 1), (2, 1), (0, 9)):
        with pytest.raises(ValueError, match="no such stretch"):
            normalise("abc").span(start, end)


@given(TEXTS)
def test_offsets_rise_and_cover_the_text(text: str) -> None:
    found = normalise(text)
    spans = [found.span(i, i + 1) for i in range(len(found.text))]
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert [a for a, _ in spans] == sorted(a for a, _ in spans)
    assert found.span(0, 0)[0] <= found.span(len(found.text), len(found.text))[0]


@given(TEXTS)
def test_every_character_comes_from_where_the_offsets_say(text: str) -> None:
    found = normalise(text)
    for i, sign in enumerate(found.text):
        start, end = found.span(i, i + 1)
        assert sign in normalise(text[start:end]).text


@given(TEXTS)
def test_doing_it_twice_changes_nothing(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once


@given(TEXTS)
def test_no_mark_is_left_and_each_is_reported(text: str) -> None:
    found = normalise(text)
    assert not set(found.text) & set(INVISIBLE)
    assert [m.offset for m in found.invisible] == [i for i, c in enumerate(text) if c in INVISIBLE]


@given(st.text("abcäéñ xyz", max_size=20))
def test_composed_and_decomposed_letters_are_one(text: str) -> None:
    assert normalise(unicodedata.normalize("NFD", text)).text == normalise(text).text
