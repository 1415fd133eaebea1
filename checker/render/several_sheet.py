"""Several drafts as a page: what came of each, in one table, and what has to be said about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...schemas.several import ReportOnSeveral
from ..wording import counted
from . import several_words
from .sheet import Block, Box, Bullets, Heading, Para, Sheet, Strong, Table

_NO_REPORT = "-"


def lay_out(made: ReportOnSeveral, files: Mapping[int, str]) -> Sheet:
    """The page that stands beside the reports; ``files`` names each report by its draft."""
    return Sheet(
        title="Check of drafts",
        reference=counted(made.counts.drafts, "draft", "drafts"),
        marking="" if made.masked else "Not masked: may name people",
        foot="A check by a program. It clears nothing: the Quality Assurance Panel does.",
        blocks=tuple(_blocks(made, files)),
    )


def _blocks(made: ReportOnSeveral, files: Mapping[int, str]) -> Iterable[Block]:
    counts = made.counts
    weight = "stop" if counts.to_put_right or counts.not_checked else "note"
    yield Box("In short", (several_words.headline(made),), weight)
    yield Table(
        "What came of each draft",
        (*several_words.HEADS, "Report"),
        tuple(_row(several_words.row(one), files.get(one.number, "")) for one in made.drafts),
        (5, 24, 16, 9, 7, 8, 13, 18),
    )
    if said := several_words.hidden(made):
        yield Para(said)
    refused = (several_words.refused(one) for one in made.drafts if one.not_checked)
    yield from _section(several_words.REFUSED, refused)
    yield from _section(several_words.TOGETHER, several_words.said_of_reviews(made))
    yield from _section(several_words.BETWEEN, several_words.said_between(made))
    yield from _section(several_words.PASSED_OVER, several_words.passed_over(made))
    if not made.masked:
        yield Para("Names are shown in clear. Handle this as you do the drafts.")


def _row(cells: tuple[str, ...], file: str) -> tuple[str | tuple[Strong, ...], ...]:
    *first, outcome = cells
    return (*first, (Strong(outcome),), file or _NO_REPORT)


def _section(title: str, texts: Iterable[str]) -> Iterable[Block]:
    said = tuple(texts)
    if said:
        yield Heading(title)
        yield Bullets(said)
