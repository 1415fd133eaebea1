"""Excerpts are short, hold what was found, and never end in half a name."""

from __future__ import annotations

import pytest
from dhr_checker.checker.detectors.excerpts import WIDTH, window
from hypothesis import given
from hypothesis import strategies as st

LONG = "the panel met and saw that nothing was done about it for a long while "


def test_a_short_text_is_shown_whole_on_one_line() -> None:
    assert window("One\n two\tthree", 0, 3) == "One two three"


@pytest.mark.parametrize("name", ["Hallorane", "Tamsin Hallorane", "GL50 1AB", "07700 900123"])
@pytest.mark.parametrize("shift", range(0, 60, 3))
def test_half_a_name_is_never_left_at_an_edge(name: str, shift: int) -> None:
    text = (
        LONG * 2
        + name
        + " "
        + "x" * shift
        + " failed to leave "
        + "y" * shift
        + " "
        + name
        + LONG * 2
    )
    at = text.index("failed")
    shown = window(text, at, at + 15)
    assert "failed to leave" in shown
    rest = shown.replace(name, "")
    assert not any(part in rest for part in name.split())
    assert not any(name[k:] in rest for k in range(1, len(name) - 3))


@given(st.text(max_size=800), st.integers(0, 800), st.integers(0, 800))
def test_an_excerpt_is_short_and_holds_the_words(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    shown = window(text, start, end)
    assert len(shown) <= WIDTH
    found = " ".join(text[start:end].split())
    if len(found) < WIDTH - 60:
        assert found in shown


def test_a_long_find_is_cut() -> None:
    shown = window("x " * 400, 10, 700)
    assert len(shown) <= WIDTH
    assert shown.startswith("…")
    assert shown.endswith("…")


def test_without_offsets_the_beginning_is_shown() -> None:
    assert window("one " * 200, -1, -1).startswith("one one")
