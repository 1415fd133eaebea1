"""Excerpts are short, hold what was found, and never end in half a name."""

from __future__ import annotations

import pytest
from dhr_checker.checker.detectors.base import Hit
from dhr_checker.checker.detectors.excerpts import LONGEST, WIDTH, window
from dhr_checker.checker.masking import Masker
from dhr_checker.checker.records import load_case
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
    assert len(shown) <= LONGEST
    found = " ".join(text[start:end].split())
    if len(found) < WIDTH - 60:
        assert found in shown


IDENTIFIERS = ("07700 900123", "GL50 1AB", "943 476 5919", "AB 12 34 56 C", "Tamsin Hallorane")
OTHERS = ("the", "panel", "saw", "A", "7", "(", ")", "PC", "3.4", "Trust")
PIECES = st.lists(st.sampled_from([*IDENTIFIERS, *OTHERS]), max_size=80)


@given(PIECES, st.integers(0, 900), st.integers(0, 300))
def test_nothing_is_shown_in_half(pieces: list[str], start: int, length: int) -> None:
    """Wherever a find begins and ends, be it inside a number, the number is masked whole."""
    record = load_case({"reference": "X", "deceased": {"names": ["Tamsin Hallorane"]}})
    text = " ".join(pieces)
    start = min(start, len(text))
    excerpt = window(text, start, min(len(text), start + length))
    shown = Masker(record).show(Hit(None, excerpt))
    assert len(shown) <= WIDTH
    for half in ("0770", "7700", "9001", "0123", "GL5", "1AB", "943", "5919", "56 C", "Hall"):
        assert half not in shown


def test_a_long_find_is_cut() -> None:
    shown = window("x " * 400, 10, 700)
    assert len(shown) <= LONGEST
    assert shown.startswith("…")
    assert shown.endswith("…")


def test_without_offsets_the_beginning_is_shown() -> None:
    assert window("one " * 200, -1, -1).startswith("one one")
