"""Compliance reports as JUnit XML: a test case for every requirement.

What fails is a failure, what a person must look at or does not apply is skipped and says
which, and a check that broke is an error.  There are no times and no host: the same reports
give the same bytes, and nothing tells of the computer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lxml import etree

from ...schemas.compliance import CheckOutcome, ComplianceReport, Counts, Finding
from ...schemas.several import NotChecked
from . import settings_text
from .compared_text import about, parts
from .report_machine import names, told, worded
from .settings_text import about_settings

Node = etree._Element  # pyright: ignore[reportPrivateUsage] # lxml's type has no public name
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAGS = {
    CheckOutcome.FAIL: "failure",
    CheckOutcome.REVIEW: "skipped",
    CheckOutcome.NOT_APPLICABLE: "skipped",
    CheckOutcome.ERROR: "error",
    CheckOutcome.OFF: "skipped",
    CheckOutcome.SET_ASIDE: "skipped",
}


def render(
    reports: Sequence[ComplianceReport], not_checked: Sequence[tuple[str, NotChecked]] = ()
) -> bytes:
    """All reports as one file, a suite for each draft.

    ``not_checked`` is what each draft that could not be checked is called, and why.
    """
    counts = [*(report.counts for report in reports), *(Counts(error=1) for _ in not_checked)]
    root = etree.Element("testsuites", {"name": "dhr check", **_figures(counts)})
    for name, report in zip(names(reports), reports, strict=True):
        counted = report.counts
        skipped = str(counted.review + counted.not_applicable + counted.off + counted.set_aside)
        suite = _add(
            root, "testsuite", {"name": name, **_figures([report.counts]), "skipped": skipped}
        )
        properties = _add(suite, "properties", {})
        for key, value in _about(report):
            _add(properties, "property", {"name": key, "value": value})
        for one in report.findings:
            _case(suite, one)
    for name, why in not_checked:
        figures = {**_figures([Counts(error=1)]), "skipped": "0"}
        suite = _add(root, "testsuite", {"name": name, **figures})
        case = _add(suite, "testcase", {"classname": "file", "name": "The draft can be checked"})
        said = f"{why.what} {why.mend}".rstrip()
        _add(case, "error", {"type": why.code, "message": said})
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _figures(counts: Iterable[Counts]) -> dict[str, str]:
    tests = failures = errors = 0
    for one in counts:
        tests += (
            one.passed
            + one.failed
            + one.review
            + one.not_applicable
            + one.error
            + one.off
            + one.set_aside
        )
        failures += one.failed
        errors += one.error
    return {"tests": str(tests), "failures": str(failures), "errors": str(errors)}


def _about(report: ComplianceReport) -> Iterable[tuple[str, str]]:
    yield "headline", report.headline
    yield "kind", report.document.kind
    yield "edition", report.document.edition
    yield "sha256", report.document.sha256
    yield "masked", "yes" if report.masked else "no"
    if report.as_of:
        yield "as-of", report.as_of.isoformat()
    if report.compared is not None:
        for text in about(report.compared):
            yield "since-earlier-report", text
        for title, items in parts(report):
            yield from (("since-earlier-report", f"{title}: {what}") for what, _ in items)
    for text in (*about_settings(report), *report.settings.without_effect):
        yield "settings", text
    for one in report.findings:
        if one.set_by_hand:
            yield "settings", f"{one.rule}, {one.set_by_hand}. {settings_text.why(one)}"
    for text in (*report.not_checked, *report.warnings):
        yield "not-checked", text


def _case(suite: Node, one: Finding) -> None:
    name = f"{one.rule}: {one.title}"
    where = f"{one.group}.{one.section}" if one.section else one.group
    case = _add(suite, "testcase", {"classname": where, "name": name})
    if one.outcome not in _TAGS:
        return
    said = told(one, one.places)
    kind = one.level if one.outcome is CheckOutcome.FAIL else one.outcome.value
    first = " ".join(told(one)[:2])
    more = [f"And {one.more_places} more places, not listed."] if one.more_places else []
    outcome = _add(case, _TAGS[one.outcome], {"type": kind, "message": first})
    outcome.text = _clean("\n".join([*said, *more, worded(one)[-1]]))


def _add(parent: Node, tag: str, attributes: dict[str, str]) -> Node:
    return etree.SubElement(parent, tag, {k: _clean(v) for k, v in attributes.items()})


def _clean(text: str) -> str:
    """Without the few characters that no XML file may hold."""
    return _NO_XML.sub("\ufffd", text)
