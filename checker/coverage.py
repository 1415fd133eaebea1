"""Is every paragraph of a document carried by a rule, and every rule by a paragraph?

``rules/coverage/`` has a file for each document that a pack restates.  A lawyer can go
through it with the document in hand; this module sees to it that nothing was left out, in
either direction, and that what is said to carry a paragraph cites it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from pydantic import ValidationError

from ..schemas.coverage import CoverageFile, Covered
from ..schemas.rule import Entry
from .errors import PackError
from .packs import ENTRY_LISTS, RULES, RuleBase
from .yamlio import load_yaml

_RANGE = re.compile(r"(\d+)\.(\d+) to (\d+)\.(\d+)")
_NUMBER = re.compile(r"\d+\.\d+")


@dataclass(frozen=True, slots=True)
class Coverage:
    """The coverage of one pack."""

    pack: str
    content: CoverageFile

    def rules_at(self, base: RuleBase, one: Covered) -> list[str]:
        """The ids at one place, patterns spelt out; a pattern without a match stays as it is."""
        found: dict[str, None] = {}
        for pattern in one.rules:
            matches = [i for i in base.located if fnmatchcase(i, pattern)]
            found.update(dict.fromkeys(matches or [pattern]))
        return list(found)


def load_coverage(folder: Path = RULES / "coverage") -> dict[str, Coverage]:
    """Every coverage file, by pack.  Raises PackError for one that cannot be read."""
    return {path.stem: Coverage(path.stem, _read(path)) for path in sorted(folder.glob("*.yaml"))}


def _read(path: Path) -> CoverageFile:
    name = f"rules/coverage/{path.name}"
    loaded = load_yaml(path.read_bytes(), name=name, error=PackError)
    try:
        return CoverageFile.model_validate(loaded.data)
    except ValidationError as error:
        first = error.errors()[0]
        where = f"{name}:{loaded.line_of(first['loc']) or 1}"
        raise PackError(f"{first['msg']}.", where=where) from None


def faults(base: RuleBase, coverage: Coverage) -> list[str]:
    """Everything that is missing or wrong in the coverage of one pack; empty if nothing."""
    return [
        *_of_places(coverage),
        *_of_rules(base, coverage),
        *(_of_citations(base, coverage) if coverage.content.pinpoints else ()),
    ]


def _of_places(coverage: Coverage) -> Iterator[str]:
    entries = [one.at for one in coverage.content.entries]
    for at in sorted({at for at in entries if entries.count(at) > 1}):
        yield f"{at} stands twice."
    outline = [at for part in coverage.content.outline for at in part.places()]
    if outline:
        yield from (f"{at} has no entry." for at in outline if at not in entries)
        yield from (f"{at} is not in the outline." for at in entries if at not in outline)


def _of_rules(base: RuleBase, coverage: Coverage) -> Iterator[str]:
    carried: set[str] = set()
    for one in coverage.content.entries:
        for rule in coverage.rules_at(base, one):
            carried.add(rule)
            if rule not in base.located:
                yield f"{one.at} names {rule}, which does not exist."
    for entry in own_entries(base, coverage.pack):
        if entry.id not in carried:
            yield f"{entry.id} stands at no place."


def _of_citations(base: RuleBase, coverage: Coverage) -> Iterator[str]:
    """What a rule of the pack cites of its document, and where it stands, must agree."""
    places = {one.at: coverage.rules_at(base, one) for one in coverage.content.entries}
    for entry in own_entries(base, coverage.pack):
        cited = set(places_cited(entry, coverage.content.document, places))
        standing = {at for at, rules in places.items() if entry.id in rules}
        yield from (f"{entry.id} cites {at}, and does not stand there." for at in cited - standing)
        yield from (f"{entry.id} stands at {at}, and does not cite it." for at in standing - cited)


def own_entries(base: RuleBase, pack: str) -> Iterator[Entry]:
    """The entries that stand in a pack's own files, without what it takes over."""
    inherited = base.packs[pack].head.based_on
    taken = {e.id for e in own_entries(base, inherited)} if inherited else set[str]()
    for kind in ENTRY_LISTS:
        yield from (e for e in base.packs[pack].entries(kind) if e.id not in taken)


def places_cited(entry: Entry, document: str, places: Iterable[str]) -> Iterator[str]:
    """The places of a document that an entry cites: ``6.3``, ``appendix 4, title``, a heading."""
    known = set(places)
    for cite in entry.cites:
        if cite.source != document:
            continue
        for part in (cite.at, *(p.strip() for p in cite.at.split(";"))):
            yield from ([part] if part in known else _numbered(part, known))


def _numbered(text: str, known: set[str]) -> Iterator[str]:
    """Paragraph numbers in a citation such as ``paragraphs 6.3 and 6.5 to 6.8``."""
    for first, low, last, high in _RANGE.findall(text):
        numbers = range(int(low), int(high) + 1) if first == last else range(0)
        yield from (at for at in (f"{first}.{n}" for n in numbers) if at in known)
    yield from (at for at in _NUMBER.findall(text) if at in known)
    if text.startswith("appendices "):  # every heading of each of them
        heads = tuple(f"appendix {number}," for number in re.findall(r"\d+", text))
        yield from (at for at in sorted(known) if at.startswith(heads))


def table(base: RuleBase, coverage: Coverage) -> list[tuple[str, str, str]]:
    """Place, what it is about, and the rules that carry it or why there are none."""
    return [
        (
            one.at,
            one.about,
            ", ".join(coverage.rules_at(base, one)) or f"none: {_reason(one)}",
        )
        for one in coverage.content.entries
    ]


def _reason(one: Covered) -> str:
    reason = one.none.value if one.none else ""
    return f"{reason} ({one.note})" if one.note else reason
