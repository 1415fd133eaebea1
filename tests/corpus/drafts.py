"""The sound drafts of the corpus: four fictional reviews in several layouts and editions.

Everything in them is invented.  Each is meant to be a draft that a panel would accept, so
that whatever a check calls a failing of it is a false alarm.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from .writing import Block, Draft, read

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FAMILY = "Involvement of family, friends, work colleagues, neighbours and wider community"


@dataclass(frozen=True)
class Sound:
    """One sound draft: what it is, under which edition, and beside which case record."""

    name: str
    kind: str
    edition: str
    make: Callable[[], Any]
    """A ``Draft``, or an ``OnDisk``, which no fault is made from."""
    record: str = ""
    """The name of a case record of ``records.yaml``; none if empty."""
    about: str = ""
    beside: tuple[str, ...] = ()
    """The names of other sound drafts of the same review that are given together with it."""


# --- layouts -------------------------------------------------------------------------------
def numbered_by_word(draft: Draft) -> Draft:
    """Headings and paragraphs carry Word's own numbers."""
    draft.numbered = True
    return draft


def numbered_by_hand(draft: Draft) -> Draft:
    """Somebody typed the numbers of headings and paragraphs."""
    section = paragraph = 0
    made: list[Block] = []
    for one in draft.blocks:
        text = one.text
        if one.kind == "heading" and one.level == 1:
            section, paragraph = section + 1, 0
            text = f"{section}. {one.text}"
        elif one.kind == "p" and section and not re.match(r"(?:\d+\.|[a-z]\)) ", text):
            paragraph += 1
            text = f"{section}.{paragraph} {text}"
        made.append(replace(one, text=text))
    draft.blocks = made
    return draft


def headed(draft: Draft, **headings: str) -> Draft:
    """Other headings, as published reports have them."""
    for old, new in headings.items():
        draft.heading(old, new)
    return draft


def merged(draft: Draft) -> Draft:
    """Two sections under one heading, twice."""
    draft.heading("Introduction", "Introduction and timescales")
    del draft.blocks[draft.section("Timescales").start]
    draft.heading(
        "Contributors to the review", "Contributors to the review and members of the panel"
    )
    del draft.blocks[draft.section("The review panel members").start]
    return draft


def with_appendices(draft: Draft) -> Draft:
    """Terms of reference and the panel at the end."""
    for number, heading in enumerate(("Terms of reference", "The review panel members"), 1):
        draft.move(heading)
        draft.heading(heading, f"Appendix {number}: {heading}")
    for old, new in (("Introduction", 1), ("Methodology", 2)):
        what = "terms of reference" if new == 1 else "members of the panel"
        draft.in_section(old, f"The {what} are set out in Appendix {new}.")
    return draft


def split(draft: Draft) -> Draft:
    """The family under one heading, friends and colleagues under another."""
    at = draft.at("Two friends of Nerys")
    draft.blocks.insert(at, Block("heading", "Involvement of friends, colleagues and neighbours"))
    return draft


_OTHERS = {
    "Preface": "Family tribute",
    FAMILY: "Family involvement",
    "The review panel members": "Review panel",
    "Author of the overview report": "Independent chair and author",
    "Background information (the facts)": "The facts",
    "Overview": "What agencies knew",
    "Lessons to be learnt": "Learning",
}


def partner(layout: Callable[[Draft], Draft] = lambda draft: draft) -> Callable[[], Draft]:
    return lambda: layout(read("partner-homicide"))


def suicide(layout: Callable[[Draft], Draft] = lambda draft: draft) -> Callable[[], Draft]:
    return lambda: layout(read("suicide"))


def two(layout: Callable[[Draft], Draft] = lambda draft: draft) -> Callable[[], Draft]:
    return lambda: layout(read("two-perpetrators"))


def _named(name: str, made: Callable[[], Draft]) -> Callable[[], Draft]:
    def make() -> Draft:
        draft = made()
        draft.name = name
        return draft

    return make


@dataclass(frozen=True)
class OnDisk:
    """One of the drafts in ``examples/drafts``, which were written apart from this corpus."""

    name: str

    def docx(self) -> bytes:
        return (EXAMPLES / "drafts" / self.name).read_bytes()


OVERVIEW, SUMMARY, PLAN = "overview-report", "executive-summary", "action-plan"
SOUND = [
    Sound(
        "partner", OVERVIEW, "2016", partner(), "partner", "husband, two children, England; tables"
    ),
    Sound("partner-numbered", OVERVIEW, "2016", partner(numbered_by_word), "", "numbers by Word"),
    Sound(
        "partner-headings",
        OVERVIEW,
        "2016",
        partner(lambda d: numbered_by_hand(headed(d, **_OTHERS))),
        "partner",
        "other headings, numbers typed",
    ),
    Sound("partner-merged", OVERVIEW, "2016", partner(merged), "", "merged headings"),
    Sound("partner-appendices", OVERVIEW, "2016", partner(with_appendices), "", "appendices"),
    Sound("suicide", OVERVIEW, "2016", suicide(), "suicide", "suicide after abuse, Wales"),
    Sound(
        "suicide-split",
        OVERVIEW,
        "2016",
        suicide(lambda d: numbered_by_word(split(d))),
        "",
        "split headings",
    ),
    Sound("two", OVERVIEW, "2016", two(), "two", "mother, two perpetrators; prose, no tables"),
    Sound("two-numbered", OVERVIEW, "2016", two(numbered_by_hand), "", "numbers typed"),
    Sound(
        "older",
        OVERVIEW,
        "2011",
        lambda: read("edition-2011"),
        "",
        "2011 edition, summary and plan inside",
    ),
    Sound(
        "older-numbered",
        OVERVIEW,
        "2011",
        lambda: numbered_by_word(read("edition-2011")),
        "",
        "2011, numbered",
    ),
    Sound(
        "summary",
        SUMMARY,
        "2016",
        _named("executive-summary.docx", lambda: read("summary")),
        "partner",
        "executive summary",
    ),
    Sound(
        "plan",
        PLAN,
        "2016",
        _named("action-plan.docx", lambda: read("plan")),
        "partner",
        "action plan",
    ),
    Sound(
        "example",
        OVERVIEW,
        "2016",
        lambda: OnDisk("sound-overview.docx"),
        "marrenshire",
        "the example of the repository",
    ),
    Sound(
        "example-summary",
        SUMMARY,
        "2016",
        lambda: OnDisk("sound-summary.docx"),
        "marrenshire",
        "its executive summary",
    ),
    Sound(
        "example-plan",
        PLAN,
        "2016",
        lambda: OnDisk("sound-action-plan.docx"),
        "marrenshire",
        "its action plan",
    ),
    Sound(
        "summary-beside",
        SUMMARY,
        "2016",
        _named("executive-summary.docx", lambda: read("summary")),
        "partner",
        "the summary, beside report and plan",
        ("partner", "plan"),
    ),
    Sound(
        "plan-beside",
        PLAN,
        "2016",
        _named("action-plan.docx", lambda: read("plan")),
        "partner",
        "the plan, beside report and summary",
        ("partner", "summary"),
    ),
]


@cache
def records() -> dict[str, dict]:
    """The case records that stand beside the drafts."""
    own = yaml.safe_load(Path(__file__).with_name("records.yaml").read_text(encoding="utf-8"))
    example = EXAMPLES / "cases" / "marrenshire-2023.yaml"
    return {**own, "marrenshire": yaml.safe_load(example.read_text(encoding="utf-8"))}
