"""What holds of denials whatever is written around them."""

from __future__ import annotations

import pytest
from dhr_checker.checker.detectors.clauses import clauses_of, sentences_of
from dhr_checker.checker.detectors.denials import struck
from dhr_checker.checker.detectors.saying import stands
from dhr_checker.checker.detectors.terms import plain
from hypothesis import given
from hypothesis import strategies as st

LEAFLET = [["leaflet", "booklet"], ["family", "mother"]]
WHO = st.sampled_from(["the chair", "the panel", "the police", "the council", "an officer"])
THING = st.sampled_from(["the leaflet", "the booklet", "a leaflet"])
TO = st.sampled_from(["to the family", "to Anna's mother"])
WHEN = st.sampled_from(["", " in May 2023", " at the first meeting", " by post"])
APART = st.sampled_from(
    [
        "The inquest was not opened.",
        "No charge was brought, and nobody was arrested.",
        "The trial had not ended by then.",
        "Nothing was found at the house.",
        "The school was asked for its records.",
        "Who knew of the debts?",
    ]
)
PIECES = (
    *("not", "never", "no", "without", "and", "but", "who", "that", "leaflet", "was", "given", "3"),
    *(",", ".", ";", ":", "?", "|", "-", "(", ")", "[", "]", "\n"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)


def says(text: str, counts: str = "done") -> bool:
    low = plain(text)
    return stands(low, LEAFLET, counts, lambda: struck(low)) is None  # pyright: ignore[reportArgumentType]


@st.composite
def told(draw: st.DrawFn) -> str:
    form = draw(
        st.sampled_from(["{who} gave {thing} {to}{when}.", "{thing} was given {to}{when}."])
    )
    return form.format(who=draw(WHO), thing=draw(THING), to=draw(TO), when=draw(WHEN))


@st.composite
def denied(draw: st.DrawFn) -> str:
    form = draw(
        st.sampled_from(
            [
                "{who} did not give {thing} {to}{when}.",
                "{thing} was not given {to}{when}.",
                "{thing} was never given {to}{when}.",
                "{who} was unable to give {thing} {to}{when}.",
                "nobody gave {thing} {to}{when}.",
                "there is no record that {who} gave {thing} {to}{when}.",
                "{thing}, which {who} had, was not given {to}{when}.",
                "{who} had {thing} but it was not given {to}{when}.",
            ]
        )
    )
    return form.format(who=draw(WHO), thing=draw(THING), to=draw(TO), when=draw(WHEN))


@given(told(), st.lists(APART, max_size=3), st.lists(APART, max_size=3))
def test_denials_of_other_things_do_not_spoil_it(
    text: str, before: list[str], after: list[str]
) -> None:
    assert says(" ".join([*before, text.capitalize(), *after]))


@given(denied(), st.lists(APART, max_size=3), st.lists(APART, max_size=3))
def test_nothing_around_a_denial_makes_it_a_statement(
    text: str, before: list[str], after: list[str]
) -> None:
    assert not says(" ".join([*before, text.capitalize(), *after]))


@given(told(), denied())
def test_one_statement_is_enough(yes: str, no: str) -> None:
    assert says(f"{no} {yes}")
    assert says(f"{yes} {no}")


@given(denied())
def test_what_has_only_to_be_named_may_be_denied(text: str) -> None:
    assert says(text, "named")
    assert not says(text, "said")


@given(TEXTS)
def test_any_text_is_weighed_and_marks_lie_within_it(text: str) -> None:
    for one in struck(plain(text)):
        assert 0 <= one.start <= one.end <= len(text)


@given(TEXTS)
def test_clauses_lie_within_their_sentence_and_keep_its_length(text: str) -> None:
    low = plain(text)
    for start, end in sentences_of(low):
        for clause in clauses_of(low, start, end):
            assert start <= clause.start <= clause.end <= end
            assert len(clause.text) == clause.end - clause.start


@pytest.mark.parametrize(
    "sign", [", who ", "(", " and not ", ", not the ", " that no ", " - ", "[", "?"]
)
def test_a_hostile_sentence_takes_no_time(sign: str) -> None:
    struck(f"the leaflet{sign * 2000}was given")
