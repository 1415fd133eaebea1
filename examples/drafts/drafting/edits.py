"""How a fault changes a draft: small edits that fail loudly when their place is gone."""

from __future__ import annotations

from .content import Report
from .markup import HEADINGS, Block, typographic


class LostPlaceError(Exception):
    """The text or heading that a fault changes is no longer in the content."""


def section(report: Report, heading: str) -> tuple[int, int]:
    """Give the first block under ``heading`` and the one after the last, as list positions."""
    start = _heading(report, heading) + 1
    rest = range(start, len(report.blocks))
    return start, next((i for i in rest if report.blocks[i].kind in HEADINGS), len(report.blocks))


def reword(report: Report, heading: str, old: str, new: str) -> None:
    """Replace ``old``, which must stand exactly once under ``heading``, by ``new``."""
    old, new = typographic(old), typographic(new)
    start, end = section(report, heading)
    holders = [block for block in report.blocks[start:end] if old in block.text]
    if len(holders) != 1 or holders[0].text.count(old) != 1:
        raise LostPlaceError(f"{heading}: expected once, found {len(holders)}: {old[:40]}")
    holders[0].text = holders[0].text.replace(old, new)


def rewrite(report: Report, heading: str, *paragraphs: str) -> None:
    """Put numbered ``paragraphs`` in the place of everything under ``heading``."""
    start, end = section(report, heading)
    report.blocks[start:end] = [Block("paragraph", typographic(text)) for text in paragraphs]


def remove(report: Report, heading: str) -> None:
    """Take away ``heading`` and everything under it."""
    start, end = section(report, heading)
    del report.blocks[start - 1 : end]


def drop(report: Report, heading: str, opening: str) -> None:
    """Take away the one block under ``heading`` that begins with ``opening``."""
    start, end = section(report, heading)
    found = [b for b in report.blocks[start:end] if b.text.startswith(typographic(opening))]
    if len(found) != 1:
        raise LostPlaceError(f"{heading}: expected one block that begins: {opening[:40]}")
    report.blocks.remove(found[0])


def recell(report: Report, table: str, row: str, old: str, new: str) -> None:
    """Replace the cell text ``old`` by ``new`` in the one row of ``table`` that begins ``row``."""
    old, new = typographic(old), typographic(new)
    rows = [cells for cells in report.tables[table].rows if cells[0].startswith(row)]
    if len(rows) != 1 or sum(old in cell for cell in rows[0]) != 1:
        raise LostPlaceError(f"table {table}, row {row}: expected once: {old[:40]}")
    rows[0][:] = [cell.replace(old, new) for cell in rows[0]]


def _heading(report: Report, heading: str) -> int:
    for position, block in enumerate(report.blocks):
        if block.kind in HEADINGS and block.text == heading:
            return position
    raise LostPlaceError(f"no heading called {heading}")
