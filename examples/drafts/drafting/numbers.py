"""The numbers that Word will print, worked out beforehand so that the text can refer to them."""

from __future__ import annotations

from .content import Report
from .markup import HEADINGS, REFERENCE, Block


def numbers(found: list[Block]) -> list[str]:
    """Give each block its printed number (``5``, ``5.3``, ``Appendix A``) or an empty string."""
    printed: list[str] = []
    section = paragraph = appendix = 0
    for block in found:
        if block.kind == "heading":
            section, paragraph = section + 1, 0
            printed.append(str(section))
        elif block.kind == "appendix":
            appendix += 1
            printed.append(f"Appendix {chr(ord('A') + appendix - 1)}")
        elif block.kind == "paragraph":
            paragraph += 1
            printed.append(f"{section}.{paragraph}")
        else:
            printed.append("")
    return printed


def resolve(report: Report) -> None:
    """Replace every ``{@label}`` in the report's text by the number of what it names.

    Raises KeyError for a label that nothing carries, so that no report is written with a
    reference that leads nowhere.
    """
    known = {
        block.label: number
        for block, number in zip(report.blocks, numbers(report.blocks), strict=True)
        if block.label
    }
    for place, one in enumerate(report.recommendations, start=1):
        known[f"r:{one['key']}"] = str(place)
    for block in report.blocks:
        block.text = REFERENCE.sub(lambda mark: known[mark.group(1)], block.text)


def contents(report: Report) -> list[tuple[int, str, str]]:
    """List the entries of the contents page: level (1 or 2), number and heading text."""
    entries: list[tuple[int, str, str]] = []
    for block, number in zip(report.blocks, numbers(report.blocks), strict=True):
        if block.kind in HEADINGS:
            entries.append((1, number, block.text))
        elif block.kind == "subheading":
            entries.append((2, "", block.text))
    return entries
