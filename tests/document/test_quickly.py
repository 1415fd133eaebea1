"""What is made quickly is as good, and as frozen, as what is made slowly."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, replace

import pytest
from dhr_checker.checker.document import Place, Story
from dhr_checker.checker.document.quickly import quickly

VALUES = ("word/document.xml", Story.BODY, ("One",), 3, "4.1", "", None, None, None)


def test_it_equals_what_the_class_itself_makes() -> None:
    made, usual = quickly(Place)(*VALUES), Place(*VALUES)
    assert type(made) is Place
    assert (made, hash(made), repr(made)) == (usual, hash(usual), repr(usual))
    assert [getattr(made, field.name) for field in fields(made)] == list(VALUES)
    assert replace(made, row=2) == replace(usual, row=2)


def test_it_cannot_be_changed() -> None:
    made = quickly(Place)(*VALUES)
    with pytest.raises(FrozenInstanceError):
        made.paragraph = 4  # pyright: ignore[reportAttributeAccessIssue]


def test_every_field_is_asked_for() -> None:
    with pytest.raises(TypeError):
        quickly(Place)("word/document.xml", Story.BODY)
