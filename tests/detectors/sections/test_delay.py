"""How long the review took is computed, and a reason is told from a denial."""

from __future__ import annotations

from typing import Any

import pytest
from dhr_checker.schemas.common import Answer

from .support import ask

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
SPAN: dict[str, Any] = {
    "section": "timescales",
    "began": ["<review-began>"],
    "ended": ["<review-ended>"],
    "general": ["<reviews-in-general>"],
}
LONGER = {**SPAN, "months": 6, "since": ["decision", "began"]}
REASONS = {
    **LONGER,
    "delayed": ["<delayed>"],
    "reasons": ["<delay-reason>"],
    "late": ["<late-review>"],
    "none": ["<no-delay>"],
}
LATE = {"dates": {"decision": "2023-03-01"}, "review": {"completed": "2024-09-01"}}


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("It began on 1 March 2023 and was concluded on 1 September 2023.", NO),
        ("It began on 1 March 2023 and was concluded on 2 September 2023.", YES),
        ("It began in March 2023 and was concluded in September 2023.", NO),
        ("It began on 1 March 2023 and was concluded on 1 August 2023, within six months.", NO),
        ("It began on 1 March 2023 and was concluded on 1 May 2024, not within six months.", YES),
        ("It took long.", OPEN),
        ("It began on 1 March 2023.", OPEN),
    ],
)
def test_longer(text: str, answer: Answer) -> None:
    assert ask("took-longer", f"# Timescales\n{text}", **LONGER).answer is answer


def test_the_record_fills_in_what_the_draft_lacks() -> None:
    seen = ask("took-longer", "# Timescales\nIt took long.", LATE, **LONGER)
    assert seen.answer is YES
    assert "18 months" in seen.note
    assert seen.note.count("by the case record") == 2


def test_the_decision_counts_where_the_review_is_said_to_have_begun_later() -> None:
    text = "# Timescales\nThe review began on 1 February 2024 and was concluded on 1 June 2024."
    assert ask("took-longer", text, **LONGER).answer is NO
    seen = ask("took-longer", text, {"dates": {"decision": "2023-03-01"}}, **LONGER)
    assert seen.answer is YES
    assert "15 months from the date of the decision" in seen.note


def test_a_relationship_that_began_is_not_the_review() -> None:
    text = (
        "# Introduction\nTheir relationship began in May 2012 and ended in June 2019.\n"
        "# Timescales\nThe review followed the guidance."
    )
    assert ask("took-longer", text, **LONGER).answer is OPEN


def test_death_and_completion_alone_show_what_a_reader_will_ask() -> None:
    text = "Anna, who died in May 2019\nDate of completion: June 2022\n# Timescales\nIt took long."
    seen = ask("took-longer", text, **LONGER)
    assert seen.answer is OPEN
    assert "37 months from the date of the death" in seen.note


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The delay was due to the trial.", YES),
        ("The review took longer than six months. The first author was taken ill.", YES),
        (
            "Reviews should be completed within six months; because of the inquest it was not met.",
            YES,
        ),
        ("The timescale slipped when two authors left and had to be replaced.", YES),
        ("There was no delay due to the trial.", OPEN),
        ("The review was extended.", OPEN),
        ("The trial took place in May 2023.", OPEN),
        ("The review began on 1 March 2023 and was concluded on 1 May 2024.", NO),
        ("Reviews should be completed within six months.", NO),
    ],
)
def test_reasons(text: str, answer: Answer) -> None:
    assert ask("delay-reasons", f"# Timescales\n{text}", **REASONS).answer is answer


def test_a_reason_in_the_methodology_counts_if_it_is_the_review_that_was_late() -> None:
    dates = "# Timescales\nThe review began on 1 March 2023 and was concluded on 1 May 2024.\n"
    said = "# Methodology\nThe panel could not meet until the trial had ended."
    assert ask("delay-reasons", dates + said, **REASONS).answer is YES
    of_period = (
        "# Introduction\nThe review covers contact from 2019 until her death because they then met."
    )
    assert ask("delay-reasons", dates + of_period, **REASONS).answer is NO
    of_court = "# Methodology\nThe trial was delayed because a juror fell ill."
    assert ask("delay-reasons", dates + of_court, **REASONS).answer is NO
