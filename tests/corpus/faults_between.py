# ruff: noqa: E501 - one fault, one line
"""Faults between the documents of one review: the summary or the plan says otherwise than the report."""

from __future__ import annotations

from .faults import Faults
from .faults_plan import LEAD, RECOMMENDATION, cell
from .writing import Block, Draft

FAULTS = Faults("between documents", [])
_add = FAULTS.add
SUMMARY, PLAN = "summary-beside", "plan-beside"

_add(
    "summary-other-age",
    SUMMARY,
    "BD-AGES",
    lambda d: d.reword(
        "Marianne, who was killed, was aged 38", "Marianne, who was killed, was aged 36"
    ),
)
_add(
    "summary-other-month",
    SUMMARY,
    "BD-DEATH-DATE",
    lambda d: d.reword(
        "The death of Marianne in March 2022", "The death of Marianne in May 2022"
    ).reword("She was killed in March 2022", "Marianne was killed in May 2022"),
)
_add(
    "summary-other-pseudonym", SUMMARY, "BD-PSEUDONYMS", lambda d: d.reword_all("Kenneth", "Keith")
)
_add(
    "summary-other-chair",
    SUMMARY,
    "BD-CHAIR-AUTHOR",
    lambda d: d.reword_all("Philippa Garroway", "Helena Marchbanks"),
)
_add("summary-other-panel", SUMMARY, "BD-PANEL", lambda d: d.without("Rupert Fenn"))
_add(
    "summary-other-meetings",
    SUMMARY,
    "BD-MEETINGS",
    lambda d: d.reword("The panel met five times", "The panel met seven times"),
)
_add(
    "summary-other-term",
    SUMMARY,
    "BD-SENTENCE",
    lambda d: d.reword("a minimum term of 19 years", "a minimum term of 16 years"),
)
_add(
    "summary-other-verdict",
    SUMMARY,
    "BD-VERDICT",
    lambda d: d.reword(
        "a jury had found him guilty of murder", "a jury had found him guilty of manslaughter"
    ),
)
_add(
    "summary-other-day-in-court",
    SUMMARY,
    "BD-COURT-DATES",
    lambda d: d.reword(
        "Criminal proceedings ended on 16 December 2022, when Kenneth was sentenced to life",
        "Criminal proceedings ended when Kenneth was sentenced on 16 November 2022 to life",
    ),
)
_add(
    "summary-other-completion",
    SUMMARY,
    "BD-REVIEW-DATES",
    lambda d: d.reword("Report completed: 17 November 2023", "Report completed: 3 October 2023"),
)
_add(
    "summary-recommendation-left-out",
    SUMMARY,
    "BD-RECOMMENDATIONS",
    lambda d: d.without("The Safeguarding Children Partnership should agree"),
)
_add(
    "summary-recommendation-reworded",
    SUMMARY,
    "BD-RECOMMENDATIONS",
    lambda d: d.reword(
        "should train all social workers in economic abuse by September 2024",
        "should think about training some staff in financial abuse",
    ),
)
_add("summary-term-left-out", SUMMARY, "BD-TERMS", lambda d: d.without("b) Money and work"))
_add(
    "plan-row-left-out",
    PLAN,
    "BD-PLAN-EACH",
    lambda d: d.without("3. The Safeguarding Children Partnership"),
)
_add(
    "plan-other-wording",
    PLAN,
    "BD-PLAN-WORDING",
    lambda d: cell(
        d,
        RECOMMENDATION,
        "2. Wendelshire Council should train most social workers in financial abuse by September 2025.",
        2,
    ),
)
_add("plan-other-lead", PLAN, "BD-PLAN-LEAD", lambda d: cell(d, LEAD, "Wendelshire Police", 2))


def _stray(draft: Draft) -> Draft:
    """A row for a recommendation that the report does not make."""
    row = (
        "5. Wendelshire Police should buy body cameras.",
        "Local",
        "Buy them",
        "Wendelshire Police",
        "Priced",
        "May 2024",
        "Every officer has one",
    )
    return draft.after("4. Aldmoor Hospitals", Block("row", cells=row))


_add("plan-row-too-many", PLAN, "BD-PLAN-STRAY", _stray)
