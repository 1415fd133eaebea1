"""Packs that are based on another: what an edition takes over from the one before.

A revised edition mostly says what its predecessor said.  A pack whose head names another
(``based_on``) has that pack's entries, except those that it replaces: by ``replaces: ID``,
or, for a rule, by concluding the same proposition.  A replacement stands where the entry
stood that it replaces, because the order of a ladder matters.  What is taken over says so:
the head's ``inherited_cite`` is added to its citations.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..schemas.rule import Entry, PackFile, PackHead, Rule
from .errors import PackError

if TYPE_CHECKING:
    from .packs import Pack

_LISTS = ("rules", "overrides", "duties", "reviews", "lead", "remarks", "requirements")


def inherit(packs: Mapping[str, Pack]) -> dict[str, Pack]:
    """Every pack with what it takes over.

    Raises PackError for a base that does not exist, a pack based on itself, and a
    ``replaces`` that names nothing that was taken over.
    """
    return {pack_id: _resolve(packs, pack_id, ()) for pack_id in packs}


def _resolve(packs: Mapping[str, Pack], pack_id: str, path: tuple[str, ...]) -> Pack:
    pack = packs[pack_id]
    name = pack.head.based_on
    if name is None:
        _refuse_stray(pack)
        return pack
    if name not in packs:
        raise PackError(f"the pack {pack_id} is based on {name}, which does not exist.")
    if name in (*path, pack_id):
        raise PackError(f"the pack {pack_id} is based on itself, by way of {name}.")
    return _over(pack, _resolve(packs, name, (*path, pack_id)))


def _refuse_stray(pack: Pack) -> None:
    for kind in _LISTS:
        for entry in pack.entries(kind):
            if entry.replaces is not None:
                raise PackError(
                    f"{entry.id} replaces {entry.replaces}, but its pack is based on no other.",
                    mend="Give the pack a `based_on`, or take the line out.",
                )


def _over(pack: Pack, base: Pack) -> Pack:
    """One pack laid over its base, entry by entry."""
    lists = {kind: _merged(pack, base, kind) for kind in _LISTS}
    own = {template.document for template in pack.templates}
    templates = (*(t for t in base.templates if t.document not in own), *pack.templates)
    digest = hashlib.sha256(f"{base.sha256}\n{pack.sha256}".encode()).hexdigest()
    merged = PackFile(pack=pack.head, templates=list(templates), **lists)
    return replace(pack, files=(merged,), templates=templates, sha256=digest)


def _merged(pack: Pack, base: Pack, kind: str) -> list[Any]:
    before: list[Entry] = base.entries(kind)
    mine: list[Entry] = pack.entries(kind)
    instead: dict[str, Entry] = {}
    for entry in mine:
        stands_for = _replaced(pack, entry, before)
        if stands_for in instead:
            raise PackError(f"{entry.id} and {instead[stands_for].id} both replace {stands_for}.")
        instead[stands_for] = entry
    kept = [instead.pop(e.id, None) or _taken_over(e, pack.head) for e in before]
    # What replaces nothing keeps its own order, after what was taken over.
    return [*kept, *instead.values()]


def _replaced(pack: Pack, entry: Entry, before: list[Entry]) -> str:
    """The id of the entry that this one replaces; its own id where it replaces none."""
    ids = [one.id for one in before]
    if entry.replaces is not None:
        if entry.replaces not in ids:
            raise PackError(
                f"{entry.id} replaces {entry.replaces}, which {pack.head.based_on} has not"
                " among entries of this kind."
            )
        return entry.replaces
    if isinstance(entry, Rule):
        for one in before:
            if isinstance(one, Rule) and one.concludes == entry.concludes:
                return one.id
    return entry.id


def _taken_over(entry: Entry, head: PackHead) -> Entry:
    if head.inherited_cite is None:
        return entry
    return entry.model_copy(update={"cites": [*entry.cites, head.inherited_cite]})
