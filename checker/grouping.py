"""Which drafts belong to one review, and how that was told.

Drafts that lie in one folder are one review if there is at most one of each kind of which a
review has only one; management reviews and chronologies may be many.  Otherwise each stands
alone: two overview reports in one folder are two reviews, or two versions, and holding them
against each other would say nothing true.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from ..schemas.documents import ANY_NUMBER, DocumentKind


class How(str, Enum):
    """How drafts are put together."""

    TOLD = "told"
    """By the folders that they lie in and by what they are."""
    TOGETHER = "together"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Member:
    """A draft that could be read: its number in the order given, its folder, what it is."""

    number: int
    folder: str
    kind: DocumentKind


@dataclass(frozen=True, slots=True)
class Group:
    """Drafts that are held against each other, or one that stands alone, and why."""

    members: tuple[Member, ...]
    because: str

    @property
    def together(self) -> bool:
        """Whether anything is held against anything."""
        return len(self.members) > 1


def grouped(members: Sequence[Member], how: How, *, one_case: bool = False) -> tuple[Group, ...]:
    """Put drafts into groups, in the order of their first members.

    ``one_case``: a case record was given for all of them, so they are of one review wherever
    they lie.
    """
    if how is How.APART:
        return tuple(Group((one,), "Each draft was to be checked apart.") for one in members)
    if how is How.TOGETHER:
        return (Group(tuple(members), "They were to be checked together."),) if members else ()
    folders: dict[str, list[Member]] = {}
    for one in members:
        folders.setdefault("" if one_case else one.folder, []).append(one)
    groups = [group for several in folders.values() for group in _told(several, one_case)]
    return tuple(sorted(groups, key=lambda group: group.members[0].number))


def _told(several: Sequence[Member], one_case: bool) -> list[Group]:
    if len(several) == 1:
        return [Group(tuple(several), _ALONE_CASE if one_case else _ALONE)]
    kinds = [one.kind for one in several]
    twice = next((k for k in DocumentKind if k not in ANY_NUMBER and kinds.count(k) > 1), None)
    where = "One case record was given for them" if one_case else "They lie in one folder"
    if twice is None:
        because = f"{where}, and no two are of a kind of which a review has one."
        return [Group(tuple(several), because)]
    because = (
        f"{where}, but more than one of them seems to be {twice.with_article}, of which a review"
        " has one: so each was checked by itself."
    )
    return [Group((one,), because) for one in several]


_ALONE = "It is the only draft from its folder."
_ALONE_CASE = "It is the only draft."
