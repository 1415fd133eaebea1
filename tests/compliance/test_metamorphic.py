"""What a file looks like inside changes no finding; what is cut out of a draft mends none.

A checker that misses a name because Word cut it into three runs, or because somebody saved
the draft with another program, would be worse than none: its silence would be trusted.
"""

from __future__ import annotations

import zipfile
from functools import lru_cache
from typing import NamedTuple

import pytest
from dhr_checker.checker.compliance import check
from dhr_checker.schemas.compliance import CheckOutcome, ComplianceReport

from .redrawn import REDRAWN, Members, pack, reordered, straight, unpack, without_section
from .support import CASE, DRAFTS, FAIL, PASS, draft

NAMES = ("faulty-overview", "sound-overview")


class Seen(NamedTuple):
    """What must stay the same of a finding.  Quotation marks may be either kind."""

    outcome: CheckOutcome
    why: str
    number: int
    places: tuple[tuple[object, ...], ...]


def seen(report: ComplianceReport) -> dict[str, Seen]:
    return {
        one.rule: Seen(
            one.outcome,
            straight(one.why),
            len(one.places) + one.more_places,
            tuple(
                (straight(s.where), straight(s.excerpt), s.note, s.paragraph, s.start, s.end)
                for s in one.places
            ),
        )
        for one in report.findings
    }


@lru_cache(maxsize=2)
def members(name: str) -> Members:
    return unpack((DRAFTS / f"{name}.docx").read_bytes())


@lru_cache(maxsize=2)
def usual(name: str) -> dict[str, Seen]:
    return seen(check(pack(members(name)), CASE))


def different(name: str, data: bytes) -> dict[str, tuple[Seen, Seen]]:
    """The findings that are not as usual: as usual, and now."""
    now = seen(check(data, CASE))
    assert now.keys() == usual(name).keys()
    return {rule: (was, now[rule]) for rule, was in usual(name).items() if was != now[rule]}


@pytest.mark.parametrize("way", REDRAWN)
@pytest.mark.parametrize("name", NAMES)
def test_the_findings_do_not_depend_on_how_the_draft_is_stored(name: str, way: str) -> None:
    made = REDRAWN[way](members(name))
    assert list(made.items()) != list(members(name).items())
    assert different(name, pack(made)) == {}


@pytest.mark.parametrize("name", NAMES)
def test_the_findings_do_not_depend_on_how_the_parts_are_packed(name: str) -> None:
    assert different(name, pack(reordered(members(name)), zipfile.ZIP_STORED)) == {}


def test_the_comparison_sees_a_single_name() -> None:
    name = "sound-overview"
    spoilt = dict(members(name))
    main = spoilt["word/document.xml"]
    spoilt["word/document.xml"] = main.replace(b">Introduction<", b">Introduction to NE1 4ST<")
    assert spoilt != members(name)
    assert "ID16-POSTCODE" in different(name, pack(spoilt))


SECTIONS = [
    paragraph.title
    for paragraph in draft("faulty-overview").outline(imitations=False)
    if paragraph.heading and paragraph.heading.level == 1
]


@lru_cache(maxsize=1)
def whole() -> ComplianceReport:
    return check(draft("faulty-overview"), CASE)


@pytest.mark.parametrize("title", SECTIONS)
def test_cutting_out_a_section_never_leaves_it_as_found(title: str) -> None:
    name = "faulty-overview"
    cut = without_section(members(name), title)
    assert cut != members(name)
    now = {one.rule: one.outcome for one in check(pack(cut), CASE).findings}
    here = {one.key for one in whole().sections if one.heading.endswith(title)}
    own = [one for one in whole().findings if one.section in here and one.group == "structure"]
    assert {one.rule for one in own if now[one.rule] is PASS} == set()
    unmet = {one.rule for one in whole().findings if one.section in here and one.outcome is FAIL}
    assert {rule for rule in unmet if now[rule] is PASS} <= GONE_WITH_IT


GONE_WITH_IT = {"OR16-RECOMMENDATION-OWNER-BLANK"}
"""The fault itself was cut out: no cell is blank where there is no table."""
