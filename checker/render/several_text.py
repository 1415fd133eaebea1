"""Several drafts as plain text: the report on each, then one table of what came of all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...schemas.several import ReportOnSeveral
from ..wording import counted
from . import report_text, several_words
from .page import Page

_GAP, _END = "  ", 9
_LONGEST = (3, 24, 17, 7, 4, 7, 14)  # columns; together they fit the page


def render(made: ReportOnSeveral) -> str:
    """Every report, one after another, and the table; a pure function."""
    reports = [
        f"Draft {one.number} of {made.counts.drafts}\n\n{report_text.render(one.report)}"
        for one in made.drafts
        if one.report is not None
    ]
    return "\n\n".join([*reports, summary(made)])


def summary(made: ReportOnSeveral) -> str:
    """Only the table, and what has to be said about it."""
    page = Page()
    page.title(f"In short: {counted(made.counts.drafts, 'draft', 'drafts')}")
    page.say(several_words.headline(made))
    page.gap()
    page.lines += _table([several_words.HEADS, *map(several_words.row, made.drafts)])
    if said := several_words.hidden(made):
        page.gap()
        page.say(said)
    refused = (several_words.refused(one) for one in made.drafts if one.not_checked)
    _section(page, several_words.REFUSED, refused)
    _section(page, several_words.TOGETHER, several_words.said_of_reviews(made))
    if made.reviews:
        page.say(several_words.together_or_apart(made))
    _section(page, several_words.BETWEEN, several_words.said_between(made))
    _section(page, several_words.PASSED_OVER, several_words.passed_over(made))
    return page.text()


def _section(page: Page, title: str, texts: Iterable[str]) -> None:
    said = list(texts)
    if said:
        page.heading(title)
        page.bullets(said)


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows in columns as wide as what stands in them; a long file name is cut short."""
    cells = [[_short(*both) for both in zip(one, _LONGEST, strict=True)] for one in rows]
    widths = [max(len(one[at]) for one in cells) for at in range(len(cells[0]))]
    lines = [
        _GAP.join(cell.ljust(width) for cell, width in zip(one, widths, strict=True))
        for one in cells
    ]
    return [line.rstrip() for line in lines]


def _short(cell: str, longest: int) -> str:
    """A cell that fits its column: of a long name the beginning and the end."""
    return cell if len(cell) <= longest else f"{cell[: longest - _END - 1]}…{cell[-_END:]}"
