"""No face of a decision carries a name that the record holds."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import pytest
from dhr_checker.checker.decision import decide
from dhr_checker.checker.interview import next_questions
from dhr_checker.checker.record_report import record_as_read
from dhr_checker.checker.records import load_case
from dhr_checker.checker.render import decision_docx, decision_html

from .canary import CANARY, named_record

VARIANTS: list[dict[str, Any]] = [
    {},
    {"judgements": []},
    {"reasons_given": ["family-opposes"], "decisions": []},
]


def everything_in(document: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return "".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())


@pytest.mark.parametrize("more", VARIANTS)
def test_no_canary_in_a_decision_record(more: dict[str, Any]):
    made = decide(named_record(**more), as_of=date(2026, 1, 1), engine="plain")
    for text in (decision_html.render(made), everything_in(decision_docx.render(made))):
        assert CANARY not in text
        assert "Quixby" not in text


def test_no_canary_in_a_question():
    for ask in next_questions(named_record(judgements=[]), goals=("outcome", "lead", "reviews")):
        assert CANARY not in ask.model_dump_json()


def test_the_record_that_is_written_back_keeps_everything_and_adds_no_canary_to_its_head():
    """The record is the user's own; what the program adds to it is not a place for names."""
    record = load_case(named_record(judgements=[]))
    text = record_as_read(record, decide(record, engine="plain"))
    assert load_case(text.encode()) == record
    assert not [line for line in text.splitlines() if line.startswith("#") and CANARY in line]
