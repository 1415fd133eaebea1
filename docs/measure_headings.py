"""Measure how well headings are recognised, and write the table in headings.md.

Run as ``python docs/measure_headings.py``.  The headings are those of 19 published
reports, labelled by hand with the sections that they stand for.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dhr_checker.checker.headings import HeadingMatcher, normalise
from dhr_checker.checker.packs import load_packs
from dhr_checker.schemas.rule import Section

HERE = Path(__file__).resolve().parent
LABELLED = HERE.parent / "tests" / "data" / "report_headings.json"
PAGE = HERE / "headings.md"
_LABELS = {
    "background_facts": "background",
    "terms_of_reference": "terms-of-reference",
    "family_involvement": "family",
    "parallel_reviews": "parallel-reviews",
    "review_process(ES)": "review-process",
    "key_issues(ES)": "key-issues",
    "condolence_preface": "preface",
    "action_plan": "action-plan",
    "executive_summary_inside": "executive-summary",
    "qa_letter_appendix": "qa-letter",
    "good_practice": "good-practice",
}


@dataclass
class Score:
    """Headings rightly, wrongly and not given to each section."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    slips: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, heading: str, got: set[str], truth: set[str]) -> None:
        for key in sorted(got & truth):
            self.right[key] += 1
        for key in sorted(got - truth):
            self.wrong[key] += 1
            self.slips.append((heading, key, "taken for it"))
        for key in sorted(truth - got):
            self.missed[key] += 1
            self.slips.append((heading, key, "not recognised"))

    def precision(self, keys: Iterable[str]) -> str:
        return _share(sum(self.right[k] for k in keys), sum(self.wrong[k] for k in keys))

    def recall(self, keys: Iterable[str]) -> str:
        return _share(sum(self.right[k] for k in keys), sum(self.missed[k] for k in keys))


def _share(good: int, bad: int) -> str:
    return f"{good / (good + bad):.2f}" if good + bad else "-"


def template_sections() -> list[Section]:
    """The sections of the 2016 overview report template."""
    packs = load_packs().packs["home-office-2016"]
    return next(t for t in packs.templates if t.document == "overview-report").sections


def reports() -> list[dict[str, Any]]:
    """The labelled reports."""
    return json.loads(LABELLED.read_text(encoding="utf-8"))


def truth_of(report: dict[str, Any]) -> dict[str, set[str]]:
    """Heading -> the sections that it stands for."""
    found: dict[str, set[str]] = {heading: set() for heading in report["headings"]}
    for label, headings in report["template_sections_2016"].items():
        for heading in headings:
            found[heading].add(_LABELS.get(label, label.replace("_", "-")))
    return found


def measure(*, held_out: bool) -> Score:
    """Score every heading; ``held_out`` withholds the wordings that only its report has."""
    score, sections = Score(), template_sections()
    whole = HeadingMatcher(sections)
    for report in reports():
        matcher = HeadingMatcher(_without_own(sections, report)) if held_out else whole
        for heading, truth in truth_of(report).items():
            match = matcher.match(heading)
            score.add(heading, set(match.keys) if match else set(), truth)
    return score


def _without_own(sections: list[Section], report: dict[str, Any]) -> list[Section]:
    own = {normalise(h) for h in report["headings"]}
    elsewhere = {
        normalise(h) for one in reports() if one["id"] != report["id"] for h in one["headings"]
    }
    withheld = own - elsewhere
    return [
        s.model_copy(update={"aliases": [a for a in s.aliases if normalise(a) not in withheld]})
        for s in sections
    ]


def page() -> str:
    """The page, as it should stand."""
    known, fresh = measure(held_out=False), measure(held_out=True)
    titles = {s.key: s.title for s in template_sections()}
    seen = [k for k in titles if known.right[k] + known.wrong[k] + known.missed[k]]
    count = sum(len(one["headings"]) for one in reports())
    lines = [
        "# How well headings are recognised",
        "",
        f"Measured on {count} headings of {len(reports())} published reports of 2011 to 2019,"
        " labelled by hand. Written by `docs/measure_headings.py`; a test fails when this page is"
        " out of date.",
        "",
        "The accepted wordings were written with these headings in view, so the first two columns"
        " say how well the matcher does what it was told. For the last two, each report was scored"
        " without the wordings that no other report has: that is nearer to what a report not yet"
        " seen would get, though wordings with a gap in them cannot be withheld in this way. Most"
        " of these reports follow an earlier edition or a house style.",
        "",
        "| section | headings | precision | recall | precision, held out | recall, held out |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    lines += [_row(titles[k], known.right[k] + known.missed[k], known, fresh, [k]) for k in seen]
    total = sum(known.right.values()) + sum(known.missed.values())
    lines.append(_row("**all**", total, known, fresh, seen))
    lines += ["", "## Headings that are recognised wrongly or not at all", ""]
    lines += [f"- `{h}`: {titles.get(k, k)}, {how}" for h, k, how in known.slips]
    lines += ["", "## The same, held out", ""]
    lines += [f"- `{h}`: {titles.get(k, k)}, {how}" for h, k, how in fresh.slips]
    return "\n".join(lines) + "\n"


def _row(title: str, count: int, known: Score, fresh: Score, keys: list[str]) -> str:
    cells = [title, str(count)]
    for score in (known, fresh):
        cells += [score.precision(keys), score.recall(keys)]
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
