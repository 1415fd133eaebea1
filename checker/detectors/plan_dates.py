"""The dates of an action plan: is there one to meet, can it still be met, was it?

A row whose last column says that it was completed is past its target by right.  A row is held
against the day of the check and against the day on which the plan, or the report beside it,
says that it was completed.
"""

from __future__ import annotations

import re
from datetime import date

from ...schemas.common import Answer
from ...schemas.dates import PartialDate
from ...schemas.documents import DocumentKind
from .base import QUESTIONED, SETTLED, Hit, Look, Observation, detector
from .plan_reading import plan_of
from .plan_rows import MOST, NoSettings, cells_where, is_placeholder, questioned
from .plan_table import PlanCell, PlanRow, hit_of
from .terms import find, plain
from .written_dates import known, written_dates

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
_QUARTER = re.compile(
    r"\b(?:q(?P<q>[1-4])|(?P<n>first|second|third|fourth|last) quarter(?: of)?)\s*[,/ -]?\s*"
    r"(?P<y>20\d\d)(?!\s*[/-]\s*\d)"
)
_SEASON = re.compile(r"\b(?P<s>spring|summer|autumn|winter)\s+(?P<y>20\d\d)")
_ORDINAL = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_SEASON_ENDS = {"spring": 5, "summer": 8, "autumn": 11, "winter": 12}
_DONE = ("<plan-done>",)
_NOT_DONE = ("<plan-not-done>",)
_PLAN_DATED = ("<plan-dated>",)
_TO_COME = ("will be", "next", "is to be", "are to be")
_FIRST_LINES = 25  # paragraphs of a plan or report in which it says when it was completed


def target_of(cell: PlanCell) -> PartialDate | None:
    """The last date that a target cell names: day, month, quarter, season or year."""
    text = " ".join(cell.text.split())
    dates = list(known(written_dates(text)))
    for match in _QUARTER.finditer(text):
        quarter = int(match["q"]) if match["q"] else _ORDINAL[match["n"]]
        dates.append(PartialDate(int(match["y"]), quarter * 3))
    dates += [
        PartialDate(int(match["y"]), _SEASON_ENDS[match["s"]]) for match in _SEASON.finditer(text)
    ]
    if not dates:
        dates = list(known(written_dates(text, years=True)))
    return max(dates, key=lambda one: one.latest()) if dates else None


def is_done(row: PlanRow) -> Answer:
    """Whether a row says that its action was completed; open where it says something else."""
    cell = row.cell("outcome")
    if cell is None or cell.blank or is_placeholder(cell):
        return NO
    text = " ".join(cell.text.split())
    not_done = find(_NOT_DONE, text)
    done = find(_DONE, text)
    if done is not None and (not_done is None or done.start() < not_done.start()):
        return YES
    return NO if not_done is not None else OPEN


@detector("plan-targets-dated", NoSettings, QUESTIONED)
def plan_targets_dated(look: Look, _: NoSettings) -> Observation:
    """Every target that is given is a date, and not "ongoing" or "as soon as possible"."""

    def wrong(row: PlanRow, cell: PlanCell) -> str:
        if cell.blank or is_placeholder(cell) or target_of(cell) is not None:
            return ""
        return "" if is_done(row) is YES else "this is no date"

    return questioned(look, "target", cells_where(look, "target", wrong))


@detector("plan-targets-ahead", NoSettings)
def plan_targets_ahead(look: Look, _: NoSettings) -> Observation:
    """No target date has passed on the day of the check without the row's saying it was met.

    Of those that were past before the plan was made, another detector speaks.
    """
    if look.as_of is None:
        return Observation(OPEN, (), "the day of the check is not known")
    completed = _completed(look)
    since = completed.earliest() if completed is not None else date.min
    note = f"this was past on {_day(look.as_of)}, the day of the check"
    return _overdue(look, look.as_of, note, since)


@detector("plan-report-dated", NoSettings, SETTLED)
def plan_report_dated(look: Look, _: NoSettings) -> Observation:
    """It is known when the plan, or the report that it follows from, was completed."""
    if not plan_of(look).has("target"):
        return Observation(NO, (), "the plan has no target dates")
    if _completed(look) is None:
        return Observation(NO, (), "no date of the plan or of the report was found")
    return Observation(YES)


@detector("plan-targets-after-report", NoSettings)
def plan_targets_after_report(look: Look, _: NoSettings) -> Observation:
    """No target date is earlier than the plan or the report, unless the row says it was met."""
    completed = _completed(look)
    if completed is None:
        return Observation(OPEN, (), "no date of the plan or of the report was found")
    return _overdue(look, completed.earliest(), "this is earlier than the plan or the report")


def _overdue(look: Look, day: date, note: str, since: date = date.min) -> Observation:
    """Targets before a day: NO where a row says that it is not done, open where it is not clear."""
    sure: list[Hit] = []
    unclear: list[Hit] = []
    for row, cell in plan_of(look).cells("target"):
        target = target_of(cell)
        if target is None or target.before(day) is not YES or target.latest() < since:
            continue
        done = is_done(row)
        if done is NO:
            sure.append(hit_of(look, row, "target", f"{note}, and the row does not say it was met"))
        elif done is OPEN:
            unclear.append(hit_of(look, row, "target", f"{note}; it is not clear if it was met"))
    hits = tuple(dict.fromkeys([*sure, *unclear]))
    return Observation(NO, hits[:MOST]) if sure else questioned(look, "target", hits)


def _completed(look: Look) -> PartialDate | None:
    """When the plan says that it was made; or the report, or the case record, was completed."""
    own = _dated(look) if look.kind is DocumentKind.PLAN else None
    if own is not None:
        return own
    review = look.record.review if look.record is not None else None
    if review is not None and review.completed is not None:
        return review.completed
    report = look if look.kind is DocumentKind.OVERVIEW else look.beside(DocumentKind.OVERVIEW)
    return _dated(report) if report is not None else None


def _dated(look: Look) -> PartialDate | None:
    """The date that the first pages give for the completion, or the standing, of a document."""
    tables = {table.index for table in plan_of(look).tables}
    for paragraph in list(look.document.main_text())[:_FIRST_LINES]:
        text = plain(paragraph.text)
        said = find(_PLAN_DATED, text)
        in_plan = paragraph.in_table is not None and paragraph.in_table[0] in tables
        if said is None or in_plan or find(_TO_COME, text) is not None:
            continue
        for one in written_dates(text):
            if one.start > said.start() and one.date is not None:
                return one.date
    return None


@detector("plan-completed-dated", NoSettings, QUESTIONED)
def plan_completed_dated(look: Look, _: NoSettings) -> Observation:
    """Every row that says it was completed says when."""

    def wrong(row: PlanRow, cell: PlanCell) -> str:
        if is_done(row) is not YES:
            return ""
        dated = written_dates(" ".join(cell.text.split()), years=True)
        return "" if dated else "completed, but no date is given"

    return questioned(look, "outcome", cells_where(look, "outcome", wrong))


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
