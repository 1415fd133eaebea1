"""The content of a draft, read from the files beside this package."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from .markup import Block, blocks, typographic

CONTENT = Path(__file__).resolve().parent.parent / "content"
# A4 text width is 160 mm; the columns of the recommendations table fill it.
RECOMMENDATION_WIDTHS = [10, 54, 17, 28, 21, 30]
RECOMMENDATION_HEADER = ["No.", "Recommendation", "Kind", "Owner", "Complete by", "Measure"]


@dataclass
class Table:
    """A table: caption, column widths in millimetres, header row and body rows."""

    caption: str
    widths: list[int]
    header: list[str]
    rows: list[list[str]]


@dataclass
class Report:
    """Everything that a draft says, before any layout; the faults edit this.

    ``title`` holds ``(style, text)`` pairs; ``pages`` the page on which a heading was measured.
    """

    title: list[tuple[str, str]]
    blocks: list[Block]
    tables: dict[str, Table]
    footnotes: dict[str, str]
    recommendations: list[dict[str, str]]
    marking: str
    running: str
    subject: str
    creator: str = ""
    last_modified_by: str = ""
    pages: dict[str, int] = field(default_factory=dict[str, int])


def load(name: str) -> Report:
    """Read the draft called ``name``: ``overview``, ``summary`` or ``action-plan``."""
    common: dict[str, Any] = _yaml("reports.yaml")
    document: dict[str, str] = common["documents"][name]
    recommendations: list[dict[str, str]] = _yaml("recommendations.yaml")
    pages: dict[str, dict[str, int]] = _yaml("pages.yaml") or {}
    tables = {key: _table(raw) for key, raw in _yaml("tables.yaml").items()}
    tables["recommendations"] = _recommendation_table(recommendations)
    return Report(
        title=_title(common, document),
        blocks=_prose(name),
        tables=tables,
        footnotes={key: typographic(text) for key, text in _yaml("footnotes.yaml").items()},
        recommendations=recommendations,
        marking=common["marking"],
        running=document["running"],
        subject=common["subject"],
        pages=pages.get(name, {}),
    )


def action_plan_parts() -> dict[str, Any]:
    """Give the introduction, the column headings and the column widths (mm) of the plan."""
    return _yaml("reports.yaml")["action_plan"]


def _yaml(name: str) -> Any:
    return yaml.safe_load((CONTENT / name).read_text(encoding="utf-8"))


def _prose(name: str) -> list[Block]:
    files = sorted((CONTENT / name).glob("*.txt"))
    return [block for file in files for block in blocks(file.read_text(encoding="utf-8"))]


def _title(common: dict[str, Any], document: dict[str, str]) -> list[tuple[str, str]]:
    return [
        ("DHR Title Small", common["csp"]),
        ("Title", common["title"]),
        ("Subtitle", document["subtitle"]),
        ("DHR Title Name", common["subject"]),
        ("DHR Title Line", common["death"]),
        ("DHR Title Line", common["author"]),
        ("DHR Title Line", common["completed"]),
        ("DHR Title Small", common["statute"]),
    ]


def _table(raw: dict[str, Any]) -> Table:
    return Table(
        caption=typographic(raw["caption"]),
        widths=raw["widths"],
        header=[typographic(cell) for cell in raw["header"]],
        rows=[[typographic(cell) for cell in row] for row in raw["rows"]],
    )


def _recommendation_table(recommendations: list[dict[str, str]]) -> Table:
    rows = [
        [
            str(number),
            *(typographic(one[key]) for key in ("text", "kind", "owner", "by", "measure")),
        ]
        for number, one in enumerate(recommendations, start=1)
    ]
    return Table("Recommendations", RECOMMENDATION_WIDTHS, RECOMMENDATION_HEADER, rows)
