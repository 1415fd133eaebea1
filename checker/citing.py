"""The citations of an entry, with the titles of their documents."""

from __future__ import annotations

from collections.abc import Iterator

from ..schemas.decision import Citation
from ..schemas.rule import Cite, Entry
from .casework import Run
from .packs import RuleSet


def citations(run: Run, entry: Entry) -> tuple[Citation, ...]:
    """An entry's citations, in its order, with how far each text was checked."""
    return citations_under(run.ruleset, entry)


def citations_under(ruleset: RuleSet, entry: Entry) -> tuple[Citation, ...]:
    """An entry's citations under the rules that were chosen.

    What is cited for other editions is left out.  An edition based on another (``based_on``)
    shows what is cited for that one, and says how far that is known to hold.
    """
    sources = ruleset.base.sources
    cites = dict.fromkeys(
        (cite.source, cite.at, cite.checked, cite.note) for cite in _shown(ruleset, entry)
    )
    made = (Cite(source=s, at=at, checked=checked, note=n) for s, at, checked, n in cites)
    return tuple(Citation.of(cite, sources[cite.source].title) for cite in made)


def _shown(ruleset: RuleSet, entry: Entry) -> Iterator[Cite]:
    heads = [pack.head for pack in ruleset.packs if pack.head.kind == "guidance"]
    own = {head.id for head in heads}
    for cite in entry.cites:
        if not cite.editions or own & set(cite.editions):
            yield cite
            continue
        for head in heads:
            if head.based_on in cite.editions:
                yield cite
                if head.inherited_cite is not None:
                    yield head.inherited_cite
