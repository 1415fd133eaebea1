"""The citations of an entry, with the titles of their documents."""

from __future__ import annotations

from ..schemas.decision import Citation
from ..schemas.rule import Entry
from .casework import Run


def citations(run: Run, entry: Entry) -> tuple[Citation, ...]:
    """An entry's citations, in its order, with how far each text was checked."""
    sources = run.ruleset.base.sources
    return tuple(Citation.of(cite, sources[cite.source].title) for cite in entry.cites)
