"""The four packs of these tests, with their entries."""

from __future__ import annotations

from dhr_checker.checker.coverage import load_coverage
from dhr_checker.checker.packs import load_packs
from dhr_checker.schemas.rule import Entry, Requirement

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
    files = load_coverage()
    return {
        source: {part.section: part.about for part in files[pack_id].content.outline}
        for pack_id, source in SOURCES.items()
    }
