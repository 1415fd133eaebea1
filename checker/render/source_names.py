"""What a cited document is called in short, where its full title would drown its place."""

from __future__ import annotations

from ...schemas.decision import Citation

_SHORT = {
    "dvcva-2004": "DVCVA 2004",
    "vpa-2024": "VPA 2024",
    "ho-2011": "Home Office guidance 2011",
    "ho-2013": "Home Office guidance 2013",
    "ho-2016": "Home Office guidance 2016",
    "ho-2016-template": "Home Office templates 2016",
    "glos-2019": "Gloucestershire protocol 2019",
    "cornwall-2023": "Safer Cornwall toolkit 2023",
    "stockton-2011": "Stockton procedure 2011",
    "project": "dhr-checker's own practice",
}


def short_name(citation: Citation) -> str:
    """The document's short name, or its title where it has none."""
    return _SHORT.get(citation.source, citation.title)
