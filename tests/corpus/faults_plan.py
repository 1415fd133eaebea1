"""Faults of the recommendations and of the action plan."""

# ruff: noqa: E501 - one fault, one line
from __future__ import annotations

from dataclasses import replace

from .faults import Faults
from .writing import Block, Draft

FAULTS = Faults("action-plan", [])
_add, _worded = FAULTS.add, FAULTS.worded
RECOMMENDATION, SCOPE, ACTION, LEAD, MILESTONES, TARGET, OUTCOME = range(7)


def cell(draft: Draft, column: int, text: str, row: int = 1) -> Draft:
    """Another text in a cell of the plan; the head is row 0."""
    at = [n for n, one in enumerate(draft.blocks) if one.kind == "row"][row]
    cells = list(draft.blocks[at].cells)
    cells[column] = text
    draft.blocks[at] = replace(draft.blocks[at], cells=tuple(cells))
    return draft


def _without_column(draft: Draft, column: int) -> Draft:
    for n, one in enumerate(draft.blocks):
        if one.kind == "row":
            draft.blocks[n] = replace(one, cells=one.cells[:column] + one.cells[column + 1 :])
    return draft


_add("plan-not-a-table", "plan", "AP16-TABLE", lambda d: _prose(d))
_add("plan-column-left-out", "plan", "AP16-COLUMNS", lambda d: _without_column(d, MILESTONES))
_add("plan-no-recommendation", "plan", "AP16-RECOMMENDATION", lambda d: cell(d, RECOMMENDATION, ""))
_add("plan-no-scope", "plan", "AP16-SCOPE", lambda d: cell(d, SCOPE, "", 2))
_add("plan-no-action", "plan", "AP16-ACTION", lambda d: cell(d, ACTION, "", 3))
_add("plan-no-lead", "plan", "AP16-LEAD", lambda d: cell(d, LEAD, "TBC", 2))
_add("plan-no-milestones", "plan", "AP16-MILESTONES", lambda d: cell(d, MILESTONES, "", 4))
_add("plan-no-target", "plan", "AP16-TARGET", lambda d: cell(d, TARGET, "", 1))
_add("plan-no-outcome", "plan", "AP16-OUTCOME", lambda d: cell(d, OUTCOME, "", 3))
_add("plan-odd-scope", "plan", "AP16-SCOPE-LEVEL", lambda d: cell(d, SCOPE, "Everywhere", 2))
_add(
    "plan-target-undated",
    "plan",
    "AP16-TARGET-DATED",
    lambda d: cell(d, TARGET, "When staffing allows", 2),
)
_add("plan-target-ongoing", "plan", "AP16-TARGET-DATED", lambda d: cell(d, TARGET, "Ongoing", 3))
_add(
    "plan-target-before-report",
    "plan",
    "AP16-TARGET-AFTER-REPORT",
    lambda d: cell(d, TARGET, "March 2022", 1),
)
_add(
    "plan-unknown-lead",
    "plan",
    "AP16-LEAD-KNOWN",
    lambda d: cell(d, LEAD, "Brackenshaw Water Company", 2),
)
_worded(
    "plan-two-actions",
    "plan",
    "AP16-ONE-ACTION",
    lambda d: cell(
        d, ACTION, "1. Buy a course. 2. Write a policy on economic abuse. 3. Hold a conference.", 2
    ),
    lambda d: cell(
        d,
        ACTION,
        "Write a policy on economic abuse; train all managers; audit case files every year",
        2,
    ),
)
_worded(
    "plan-vague-action",
    "plan",
    "AP16-ACTION-SPECIFIC",
    lambda d: cell(d, ACTION, "Raise awareness", 2),
    lambda d: cell(d, ACTION, "Consider whether anything more is needed", 2),
)
_worded(
    "plan-many-leads",
    "plan",
    "AP16-LEAD-ONE",
    lambda d: cell(d, LEAD, "All agencies", 3),
    lambda d: cell(d, LEAD, "Wendelshire Council and Wendelshire Police", 3),
)
_worded(
    "plan-completed-undated",
    "plan",
    "AP16-COMPLETED-DATED",
    lambda d: cell(d, OUTCOME, "Completed. Practices know of concerns within two days", 3),
    lambda d: cell(d, OUTCOME, "Action closed, as the protocol is in use in every school", 3),
)
_worded(
    "plan-progress-for-outcome",
    "plan",
    "AP16-OUTCOME-SAID",
    lambda d: cell(d, OUTCOME, "Ongoing", 2),
    lambda d: cell(d, OUTCOME, "On track", 2),
)


def _recommendations_in_a_table(draft: Draft) -> Draft:
    """The recommendations as a table, the owner of the second left open."""
    found = draft.section("Recommendations")
    rows = [
        Block("row", cells=("Recommendation", "Owner")),
        Block(
            "row", cells=("See every older person alone when care is assessed", "Northmere Council")
        ),
        Block("row", cells=("Publish guidance on abuse of parents", "")),
        Block(
            "row",
            cells=("Give housing officers and local banks one number to call", "Northmere Council"),
        ),
    ]
    draft.blocks[found.start + 2 : found.stop] = rows
    return draft


_add("owner-blank", "two", "OR16-RECOMMENDATION-OWNER-BLANK", _recommendations_in_a_table)
_worded(
    "recommendation-without-owner",
    "two",
    "OR16-RECOMMENDATION-OWNER",
    lambda d: d.reword(
        "Recommendation 1: Northmere Council to see every older person",
        "Recommendation 1 (owner: TBC): see every older person",
    ),
    lambda d: d.reword(
        "Recommendation 2: Northmere Community Safety Partnership to publish guidance",
        "Recommendation 2: guidance should be published",
    ),
    lambda d: d.reword(
        "Recommendation 3: Northmere Council to give housing officers and local banks one number",
        "Recommendation 3: it is important that there is one number",
    ),
)
_worded(
    "recommendation-vague",
    "suicide",
    "OR16-RECOMMENDATION-FOCUSED",
    lambda d: d.reword(
        "Cwm Hafren Community Safety Partnership will put a tracker of MARAC actions in place by June 2023",
        "Cwm Hafren Community Safety Partnership will consider raising awareness of MARAC",
    ),
    lambda d: d.reword(
        "South Hafren Police will review by July 2023 all reports of repeated messages in the past year for signs of stalking",
        "South Hafren Police will explore how best to keep stalking in mind where appropriate",
    ),
)
_add(
    "imr-recommendations-left-out",
    "partner",
    "OR16-RECOMMENDATION-IMR",
    lambda d: d.reword(
        " They include those of the IMRs, which are set out in the action plan.", ""
    ),
)
_add("2011-plan-columns", "older", "AP11-COLUMNS", lambda d: _drop_plan_column(d))


def _prose(draft: Draft) -> Draft:
    rows = [one for one in draft.blocks if one.kind == "row"]
    draft.blocks = [one for one in draft.blocks if one.kind != "row"]
    return draft.in_section("Action plan", *(" ".join(row.cells) for row in rows[1:]))


def _drop_plan_column(draft: Draft) -> Draft:
    """The plan at the end of the report loses its milestones."""
    for n, one in enumerate(draft.blocks):
        if one.kind == "row" and len(one.cells) == 7:
            draft.blocks[n] = replace(one, cells=one.cells[:4] + one.cells[5:])
    return draft
