"""The table of several drafts says which rules held them against each other, and no rule twice."""

from __future__ import annotations

from dhr_checker.checker.asked import Asked
from dhr_checker.checker.between import between
from dhr_checker.checker.render.several_words import said_between
from dhr_checker.schemas.compliance import CheckOutcome
from dhr_checker.schemas.several import Between, ReportOnSeveral, ReviewChecked


def test_every_rule_between_documents_is_known_as_one() -> None:
    rules = Asked().ruleset()
    own = {one.id for one in rules.entries("requirements") if one.id.startswith("BD-")}
    assert len(own) > 15
    assert own <= between(rules)
    # A person named beside a word in one document is nothing between two of them.
    assert not any(one.startswith(("HK16-", "ID16-", "WD16-", "OR16-")) for one in between(rules))


def test_a_point_seen_from_both_sides_is_said_once() -> None:
    def seen(rule: str, draft: int, outcome: CheckOutcome) -> Between:
        return Between(rule=rule, title=rule.lower(), draft=draft, outcome=outcome)

    made = ReportOnSeveral.model_construct(
        reviews=(
            ReviewChecked(
                number=1,
                drafts=(1, 2),
                together=True,
                because="",
                between=(
                    seen("BD-X", 1, CheckOutcome.REVIEW),
                    seen("BD-Y", 1, CheckOutcome.PASS),
                    seen("BD-X", 2, CheckOutcome.REVIEW),
                    seen("BD-Y", 2, CheckOutcome.PASS),
                ),
            ),
        )
    )
    (said,) = said_between(made)
    wanted = "2 points checked; to look at: bd-x (BD-X, drafts 1 and 2); 1 found met."
    assert said == f"Between 1 and 2: {wanted}"
