"""Places in a Word document as SARIF locations: headings and paragraphs, each listed once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ...schemas.compliance import Spot

Node = dict[str, Any]
_Path = tuple[str, ...]


class Places:
    """The logical locations of one run, in the order in which they are first met."""

    def __init__(self, uris: Sequence[str]) -> None:
        self.uris = uris
        self.listed: list[Node] = []
        self._index: dict[tuple[int, _Path, str], int] = {}

    def locations(self, draft: int, spots: Iterable[Spot]) -> list[Node]:
        """Several places, each once."""
        found: list[Node] = []
        for spot in spots:
            if (place := self.location(draft, spot)) not in found:
                found.append(place)
        return found

    def location(self, draft: int, spot: Spot | None) -> Node:
        """A place in a draft, given by its number; the draft as a whole where there is none."""
        artifact = {"uri": self.uris[draft], "index": draft}
        made: Node = {"physicalLocation": {"artifactLocation": artifact}}
        if spot is None:
            return made
        made["logicalLocations"] = [self._paragraph(draft, spot)]
        made["properties"] = {"where": spot.where, "part": spot.part} | {
            key: at for key in ("paragraph", "start", "end") if (at := getattr(spot, key)) >= 0
        }
        return made

    def _paragraph(self, draft: int, spot: Spot) -> Node:
        name = f"paragraph {spot.number}" if spot.number else spot.where
        at = self._node(draft, (*spot.headings, name), "paragraph")
        return {"index": at, "fullyQualifiedName": self.listed[at]["fullyQualifiedName"]}

    def _node(self, draft: int, path: _Path, kind: str) -> int:
        """Where a heading or a paragraph stands in the list, its headings before it."""
        key = (draft, path, kind)
        if key not in self._index:
            *above, name = path
            parent = self._node(draft, tuple(above), "heading") if above else None
            made: Node = {
                "name": name,
                "fullyQualifiedName": " > ".join((self.uris[draft], *path)),
                "kind": kind,
            }
            if parent is not None:
                made["parentIndex"] = parent
            self._index[key] = len(self.listed)
            self.listed.append(made)
        return self._index[key]
