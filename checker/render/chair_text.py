"""The chair and the author against the rules, as plain text."""

from __future__ import annotations

from ...schemas.chair import AppointeeReport, ChairReport, Checked, Gap
from ...schemas.common import Answer
from ..wording import counted, sentence
from .decision_text import cites, judgement, provenance
from .page import Page

_SHOWN = {Answer.YES: "[ok]", Answer.NO: "[no]", Answer.OPEN: "[not stated]"}


def render(report: ChairReport) -> str:
    """The whole report as text; a pure function of it."""
    page = Page()
    page.title(f"Chair and author: {report.reference}")
    page.say(f"Rules: {report.edition}. The chair was appointed by: {report.appointed_by}.")
    if report.appointees:
        page.say(
            "Under each rule is what it asks for: [ok] means that the record meets it, [no] that it"
            " does not, [not stated] that it is silent."
        )
    for warning in report.warnings:
        page.bullet(warning)
    page.gap()
    if not report.appointees:
        page.say("The record names no chair and no author.")
    for one in report.appointees:
        _appointee(page, one)
    if report.must_say:
        page.heading("What the overview report will have to say")
        for said in report.must_say:
            page.bullet(f"{said.text} ({said.rule})")
        page.gap()
    provenance(page, report.provenance)
    return page.text()


def _appointee(page: Page, one: AppointeeReport) -> None:
    page.heading(f"The {one.about}")
    for check in one.checks:
        _check(page, check)
    page.gap()
    for gap in one.gaps:
        page.say(_gap(gap), 2)
    if one.gaps:
        page.say(
            "No number of years is laid down: past employment has to be disclosed with the"
            " time since it ended, and whether it is long enough is for the CSP to judge.",
            2,
        )
    if one.earlier_reviews:
        page.say(
            f"Earlier reviews for this CSP: {one.earlier_reviews}. That is no association by"
            " itself; disclose it.",
            2,
        )
    for number, point in enumerate(one.judgements, 1):
        judgement(page, number, point)
    page.gap()


def _check(page: Page, check: Checked) -> None:
    page.say(f"[{str(check.element.answer).upper():^4}] {check.element.title}", 2, 7)
    for step in check.steps:
        page.bullet(f"{_SHOWN[step.answer]} {step.text}", 9)
    if check.element.judgement:
        page.say(f"Judgement recorded by: {check.element.judgement.by}.", 9)
    if check.waiting_on and check.element.answer is Answer.OPEN:
        page.say(f"Waiting on: {'; '.join(check.waiting_on)}.", 9)
    cites(page, check.element.citations, 9)


def _gap(gap: Gap) -> str:
    years = counted(gap.years, "year", "years") if gap.years else ""
    months = counted(gap.months, "month", "months") if gap.months or not gap.years else ""
    length = " and ".join(one for one in (years, months) if one)
    about = "about " if gap.approximate else ""
    return sentence(
        f"post {gap.post} in the record, with an agency involved, ended {gap.ended}: {about}"
        f"{length} before the appointment"
    )
