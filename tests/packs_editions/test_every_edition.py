"""What is asked under every edition, each with the citations that are true for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from dhr_checker import check
from dhr_checker.checker.compliance import check_together
from dhr_checker.checker.errors import PackError
from dhr_checker.checker.packs import load_packs
from dhr_checker.checker.textdoc import text_document
from dhr_checker.schemas.compliance import CheckOutcome, ComplianceReport, Finding
from dhr_checker.schemas.documents import DocumentKind
from dhr_checker.schemas.rule import Requirement

EDITIONS = ("2011", "2013", "2016")
SHARED: list[Requirement] = load_packs().pack("every-edition").entries("requirements")
DRAFT = """
Domestic homicide overview report
Report into the death of Anna
Died in May 2012
# Introduction
This report of a domestic homicide review examines the support given to Anna.
The victim died on 4 July 2012.
# Timescales
This review began on 1 March 2013 and was concluded on 1 August 2012.
# Recommendations
Recommendation 1: The council should train all its staff.
Recommendation 3: The trust should see patients alone.
"""


def report_under(edition: str) -> ComplianceReport:
    document = text_document(DRAFT)
    return check(document, kind="overview-report", keys={"edition": edition}, engine="plain")


def by_rule(report: ComplianceReport) -> dict[str, Finding]:
    return {one.rule: one for one in report.findings}


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_report_that_contradicts_itself_fails_under_every_edition(edition: str) -> None:
    found = by_rule(report_under(edition))
    assert {one.id for one in SHARED if DocumentKind.OVERVIEW in one.kinds} <= set(found)
    for rule in ("CN-DEATH-DATE", "CN-ORDER", "CN-RECOMMENDATION-NUMBERS"):
        assert found[rule].outcome.value == "fail", rule


def test_each_edition_is_cited_for_itself() -> None:
    cited = {
        edition: [
            (c.source, c.checked) for c in by_rule(report_under(edition))["CN-ORDER"].citations
        ]
        for edition in EDITIONS
    }
    assert cited["2016"] == [("ho-2016-template", "secondary"), ("project", "inference")]
    assert cited["2011"] == [("ho-2011", "primary"), ("project", "inference")]
    # The 2013 text was not read: it is taken to say what the one before it said.
    assert cited["2013"] == [
        ("ho-2011", "primary"),
        ("ho-2013", "unverified"),
        ("project", "inference"),
    ]


def test_no_edition_is_shown_what_another_asks() -> None:
    for edition, strange in (("2011", "ho-2016"), ("2013", "ho-2016"), ("2016", "ho-2011")):
        found = by_rule(report_under(edition))
        shared = [found[one.id] for one in SHARED if one.id in found]
        assert not [f.rule for f in shared for c in f.citations if c.source.startswith(strange)]
        assert all(one.citations for one in shared)


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_section_that_it_names_is_in_the_reports_template(edition: str) -> None:
    pack = load_packs().pack(f"home-office-{edition}")
    report = next(t for t in pack.templates if t.document is DocumentKind.OVERVIEW)
    keys = {"", *(section.key for section in report.sections)}
    assert not [one.id for one in SHARED if one.section not in keys]


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("kind", list(DocumentKind))
def test_nothing_breaks_on_any_kind_of_document(edition: str, kind: DocumentKind) -> None:
    others = [one for one in DocumentKind if one is not kind]
    reports = check_together(
        [text_document(DRAFT) for _ in (kind, *others)],
        kinds=[kind.value, *(one.value for one in others)],
        keys={"edition": edition},
        engine="plain",
    )
    shared = {one.id for one in SHARED if kind in one.kinds}
    found = by_rule(reports[0])
    assert shared <= set(found)
    assert not [rule for rule in shared if found[rule].outcome is CheckOutcome.ERROR]


@pytest.mark.parametrize(
    ("cites", "why"),
    [
        ("[{source: ho-2011, at: x, checked: primary, editions: [home-office-2011]}]", "nothing"),
        ("[{source: ho-2011, at: x, checked: primary, editions: [home-office-2001]}, "
         "{source: project, at: x, checked: inference}]", "no pack"),
    ],
)  # fmt: skip
def test_a_citation_for_some_editions_leaves_none_without(
    tmp_path: Path, cites: str, why: str
) -> None:
    import shutil

    from dhr_checker.checker.packs import RULES

    folder = tmp_path / "rules"
    shutil.copytree(RULES, folder)
    (folder / "drafts" / "every-edition" / "more.yaml").write_text(
        "requirements:\n"
        f"  - {{id: CN-X, title: X, group: consistency, advice: X, look_for: X, cites: {cites}}}\n",
        encoding="utf-8",
    )
    with pytest.raises(PackError, match=why):
        load_packs(folder)
