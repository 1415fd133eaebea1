"""The four packs of these tests, with their entries."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dhr_checker.checker.packs import load_packs
from dhr_checker.checker.yamlio import load_yaml
from dhr_checker.schemas.rule import Entry, Requirement

HERE = Path(__file__).parent
SOURCES = {
    "gloucestershire-2019": "glos-2019",
    "cornwall-2023": "cornwall-2023",
    "stockton-2011": "stockton-2011",
    "home-office-2013-common-themes": "ho-themes-2013",
}
"""Pack -> the document that it restates."""
LISTS = ("rules", "overrides", "duties", "reviews", "lead", "remarks", "requirements")
BASE = load_packs()


def entries(pack_id: str) -> list[Entry]:
    """Every entry of a pack."""
    return [entry for kind in LISTS for entry in BASE.pack(pack_id).entries(kind)]


ENTRIES = [entry for pack_id in SOURCES for entry in entries(pack_id)]
RULES = [entry for entry in ENTRIES if not isinstance(entry, Requirement)]
REQUIREMENTS = [entry for entry in ENTRIES if isinstance(entry, Requirement)]


def headings() -> dict[str, dict[str, str]]:
    """What a pin-point into each document may name, with the heading in own words."""
    name = "headings.yaml"
    data: dict[str, Any] = load_yaml((HERE / name).read_bytes(), name=name).data
    return {source: {str(at): about for at, about in rows} for source, rows in data.items()}
