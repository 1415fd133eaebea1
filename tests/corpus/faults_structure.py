"""Faults of structure: sections left out, out of order, imitated, numbered wrongly."""

from __future__ import annotations

from dataclasses import replace

from ..document.builder import r
from .drafts import FAMILY
from .faults import Faults
from .writing import Block, Draft

FAULTS = Faults("structure", [])
_add = FAULTS.add

_SECTIONS = {
    "timescales": ("Timescales", "OR16-TIMESCALES"),
    "confidentiality": ("Confidentiality", "OR16-CONFIDENTIALITY"),
    "terms": ("Terms of reference", "OR16-TERMS"),
    "methodology": ("Methodology", "OR16-METHODOLOGY"),
    "family": (FAMILY, "OR16-FAMILY"),
    "contributors": ("Contributors to the review", "OR16-CONTRIBUTORS"),
    "panel": ("The review panel members", "OR16-PANEL"),
    "author": ("Author of the overview report", "OR16-AUTHOR"),
    "parallel": ("Parallel reviews", "OR16-PARALLEL"),
    "equality": ("Equality and diversity", "OR16-EQUALITY"),
    "dissemination": ("Dissemination", "OR16-DISSEMINATION"),
    "facts": ("Background information (the facts)", "OR16-BACKGROUND"),
    "chronology": ("Chronology", "OR16-CHRONOLOGY"),
    "overview": ("Overview", "OR16-OVERVIEW"),
    "analysis": ("Analysis", "OR16-ANALYSIS"),
    "conclusions": ("Conclusions", "OR16-CONCLUSIONS"),
    "lessons": ("Lessons to be learnt", "OR16-LESSONS"),
    "recommendations": ("Recommendations", "OR16-RECOMMENDATIONS"),
}
for _key, (_heading, _rule) in _SECTIONS.items():
    _add(f"no-{_key}", "partner", _rule, lambda d, h=_heading: d.without_section(h))


def _no_title_page(draft: Draft) -> Draft:
    draft.blocks = [one for one in draft.blocks if one.kind not in ("title", "contents")]
    return draft


def _no_contents(draft: Draft) -> Draft:
    draft.blocks = [one for one in draft.blocks if one.kind != "contents"]
    return draft


def _imitated(draft: Draft) -> Draft:
    draft.blocks = [
        replace(one, kind="p", xml=r(one.text, "<w:b/>")) if one.kind == "heading" else one
        for one in draft.blocks
    ]
    return draft


def _skip(draft: Draft) -> Draft:
    """Another number for the second paragraph of the chronology, whatever its section's number."""
    at = next(n for n, one in enumerate(draft.blocks) if "In January 2016 Fabian" in one.text)
    one = draft.blocks[at]
    draft.blocks[at] = replace(one, text=one.text.replace(".2 ", ".6 ", 1))
    return draft


_add("no-title-page", "partner", "OR16-TITLE-PAGE", _no_title_page)
_add("no-contents", "partner", "OR16-CONTENTS", _no_contents)
_add("imitated-headings", "partner", "OR16-REAL-HEADINGS", _imitated)
_add(
    "sections-out-of-order",
    "partner",
    "OR16-ORDER",
    lambda d: d.move("Chronology", before="Timescales"),
)
_add(
    "terms-after-the-story",
    "suicide",
    "OR16-TERMS-EARLY",
    lambda d: d.move("Terms of reference", before="Conclusions"),
)
_add(
    "recommendation-in-the-analysis",
    "partner",
    "OR16-RECOMMENDATIONS-TOGETHER",
    lambda d: d.in_section(
        "Money and work",
        Block("p", "Recommendation 5: Wendelshire Council should open a fund for those who leave."),
    ),
)
_add(
    "agency-by-agency",
    "partner",
    "OR16-ANALYSIS-BY-THEME",
    lambda d: (
        d.heading("Coercive control", "General practice")
        .heading("Money and work", "Children's Services")
        .heading("Risk", "Wendelshire Police")
        .heading("The pandemic", "Haven Wendelshire")
        .heading("The children", "Aldmoor Hospitals NHS Trust")
    ),
)
_add(
    "number-left-out",
    "two-numbered",
    "OR16-NUMBERING",
    _skip,
)


_add(
    "broken-off",
    "suicide",
    "OR16-PARAGRAPHS-FINISHED",
    lambda d: d.reword(
        "The coroner held an inquest in November 2022, whose conclusion was suicide.",
        "The coroner held an inquest in November 2022, whose conclusion was that",
    ),
)
_add(
    "summary-no-process",
    "summary",
    "ES16-PROCESS",
    lambda d: d.without_section("The review process"),
)
_add(
    "summary-no-chronology",
    "summary",
    "ES16-CHRONOLOGY",
    lambda d: d.without_section("Summary chronology"),
)
_add(
    "summary-no-issues",
    "summary",
    "ES16-KEY-ISSUES",
    lambda d: d.without_section("Key issues arising from the review"),
)
_add("2011-no-facts", "older", "OR11-FACTS", lambda d: d.without_section("The facts"))
_add(
    "2011-no-dissemination",
    "older",
    "OR11-DISSEMINATION",
    lambda d: d.without_section("Dissemination"),
)
_add("2011-no-chronology", "older", "OR11-CHRONOLOGY", lambda d: d.without_section("Chronology"))
