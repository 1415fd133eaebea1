"""Reports as JUnit XML: valid, counted right, a case for every requirement."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from dhr_checker.checker.render import report_junit
from dhr_checker.schemas.compliance import CheckOutcome, ComplianceReport
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from .official import junit
from .support import DRAFTS, report

TAGS = {
    CheckOutcome.PASS: None,
    CheckOutcome.FAIL: "failure",
    CheckOutcome.REVIEW: "skipped",
    CheckOutcome.NOT_APPLICABLE: "skipped",
    CheckOutcome.ERROR: "error",
}


def tree(*reports: ComplianceReport) -> Any:
    return etree.fromstring(report_junit.render(reports))


@pytest.mark.parametrize("with_case", [False, True])
@pytest.mark.parametrize("name", DRAFTS)
def test_every_example_is_valid_and_has_a_case_for_every_requirement(name: str, with_case: bool):
    made = report(name, with_case=with_case)
    root = tree(made)
    junit().assertValid(root)
    cases = list(root.iter("testcase"))
    assert len(cases) == len(made.findings)
    for case, one in zip(cases, made.findings, strict=True):
        assert case.get("name").startswith(f"{one.rule}: ")
        assert [child.tag for child in case] == [tag for tag in [TAGS[one.outcome]] if tag]


def test_the_schema_would_have_found_a_fault():
    root = tree(report("sound-summary"))
    del root[0].attrib["failures"]
    assert not junit().validate(root)


def test_the_figures_are_those_of_what_is_listed():
    reports = [report(name) for name in DRAFTS]
    root = tree(*reports)
    junit().assertValid(root)
    for suite in root:
        found = Counter(child.tag for case in suite.iter("testcase") for child in case)
        assert int(suite.get("tests")) == len(list(suite.iter("testcase")))
        assert int(suite.get("failures")) == found["failure"]
        assert int(suite.get("errors")) == found["error"]
        assert int(suite.get("skipped")) == found["skipped"]
    for key in ("tests", "failures", "errors"):
        assert int(root.get(key)) == sum(int(suite.get(key)) for suite in root)
    assert int(root.get("failures")) > 0


def test_what_is_skipped_says_whether_for_a_person_or_because_it_does_not_apply():
    made = report("faulty-overview")
    told = Counter(one.get("type") for one in tree(made).iter("skipped"))
    assert told == {
        "review": made.counts.review,
        "not-applicable": made.counts.not_applicable,
    }


def test_a_failure_says_where_what_to_do_and_on_what_it_rests():
    case = tree(report("faulty-overview")).find(".//testcase[@classname='identity']/failure")
    assert case.get("type") == "must"
    for part in ("Where: body, under '", "Do: ", "Source: "):
        assert f"\n{part}" in case.text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30))
def test_no_text_can_spoil_the_file(text: str):
    """A file's name may hold characters that XML may not."""
    made = report("sound-summary")
    odd = made.findings[0].model_copy(
        update={"outcome": CheckOutcome.FAIL, "why": text, "title": text}
    )
    seen = made.document.model_copy(update={"name": text})
    root = tree(made.model_copy(update={"document": seen, "findings": (odd,)}))
    junit().assertValid(root)
