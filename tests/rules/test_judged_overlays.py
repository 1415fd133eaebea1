"""A recorded judgement under an overlay: it settles what is open, and never hides a fact."""

from __future__ import annotations

from typing import Any

import pytest
from dhr_checker import decide
from dhr_checker.checker.errors import RuleConflict


def record(link: dict[str, Any]) -> dict[str, Any]:
    return {
        "reference": "T-1",
        "dates": {"death": "2024-03-07", "csp_aware": "2024-03-08"},
        "deceased": {"age_at_death": 40, "manner": "violence"},
        "alleged_perpetrators": [{"links": [{"kind": "relative", **link}]}],
        "judgements": [
            {"on": "person.related", "answer": "no", "by": "CSP chair", "reason": "not family"}
        ],
    }


def test_a_no_settles_a_foster_link_whose_relation_is_not_stated() -> None:
    made = decide(record({"basis": "foster"}))
    related = next(one for one in made.elements if one.rule == "S9-1A-RELATED")
    assert str(related.answer) == "no"


def test_a_no_on_a_relation_that_the_guidance_settles_is_a_contradiction() -> None:
    with pytest.raises(RuleConflict, match=r"judgement on person\.related .* contradicts"):
        decide(record({"relation": "parent-in-law", "basis": "marriage"}))
