"""What an example may ask beside the outcome: what a review rests on, and what it points to."""

from __future__ import annotations

import pytest
from dhr_checker.checker.packs import load_packs
from dhr_checker.checker.requirement_examples import run_draft_examples, templates_of_examples
from dhr_checker.schemas.rule import Requirement

BASE = load_packs()
TEMPLATES = templates_of_examples(BASE, "home-office-2016")
VERDICT = "# The review process\nAnna died by suicide.\n"
PICTURE = "# The facts\nThose who knew her described a warm, funny woman who sang in a choir.\n"
SUICIDE = {"deceased": {"manner": "suicide"}}
VIOLENCE = {"deceased": {"manner": "violence"}}


def passes(rule: str, **example: object) -> bool:
    """Whether one example, put in the place of a rule's own, holds."""
    found = BASE.located[rule].entry
    assert isinstance(found, Requirement)
    changed = found.model_copy(update={"examples": [example]})
    (result,) = run_draft_examples(BASE, changed, TEMPLATES)
    return result.passed


@pytest.mark.parametrize(
    ("case", "rests"), [(None, True), (VIOLENCE, False)], ids=["nothing recorded", "violence"]
)
def test_whether_a_review_rests_on_an_open_point(case: object, rests: bool) -> None:
    asked = {"document": VERDICT, "case": case, "then": "review"}
    assert passes("ES16-VERDICT", **asked)
    assert passes("ES16-VERDICT", **asked, depends=rests)
    assert not passes("ES16-VERDICT", **asked, depends=not rests)


def test_what_the_finding_points_to() -> None:
    asked = {"document": PICTURE, "then": "review"}
    assert passes("OR16-TRIBUTE", **asked, shows="a warm, funny woman")
    assert not passes("OR16-TRIBUTE", **asked, shows="a cold woman")


def test_the_outcome_is_held_all_the_same() -> None:
    asked = {"document": VERDICT, "case": SUICIDE}
    assert passes("ES16-VERDICT", **asked, then="not-applicable")
    assert not passes("ES16-VERDICT", **asked, then="review", depends=False)
