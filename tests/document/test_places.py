"""A text hidden in any place of a Word file is found, once, in the channel it belongs to."""

from __future__ import annotations

import pytest
from dhr_checker.checker.document import read_document

from .places import PLACES

MARKER = "Qwyzelda"


@pytest.mark.parametrize("name", PLACES)
def test_found_where_it_is_hidden(name: str) -> None:
    hidden = PLACES[name]
    document = read_document(hidden.build(MARKER))
    found = [(text, place) for text, place in document.all_text() if MARKER in text]
    assert {str(place.story) for _, place in found} == {hidden.story}


@pytest.mark.parametrize("name", PLACES)
def test_found_once(name: str) -> None:
    document = read_document(PLACES[name].build(MARKER))
    assert sum(text.count(MARKER) for text, _ in document.all_text()) == 1


@pytest.mark.parametrize("name", PLACES)
def test_nothing_is_found_where_nothing_is_hidden(name: str) -> None:
    document = read_document(PLACES[name].build("Otherwise"))
    assert not any(MARKER in text for text, _ in document.all_text())


def test_there_are_more_places_than_anybody_has_counted() -> None:
    assert len(PLACES) >= 69
