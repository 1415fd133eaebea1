"""Detectors of what a round of drafting leaves behind: marks, comments, tracked changes."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from ...schemas.common import Answer, Strict
from ..document.content import Comment, Revision, RevisionKind
from .base import SETTLED, Hit, Look, Observation, as_sure, detector
from .corpus import Corpus, corpus_of
from .excerpts import window
from .finds import MOST, Find, observation, without_overlaps
from .regions import Region, in_regions


class MarkSettings(Strict):
    """Signs and sequences of signs, found as they stand, in capitals or not."""

    marks: tuple[str, ...] = Field(min_length=1)
    where: tuple[Region, ...] = (Region.PROSE, Region.HEADERS)
    sure: bool = True


class NoSettings(Strict):
    """A detector that needs no settings."""


@detector("marks", MarkSettings, as_sure)
def marks(look: Look, settings: MarkSettings) -> Observation:
    """Signs that a finished report does not have, such as ``????`` or ``[insert``."""
    corpus = corpus_of(look)
    lowered: str = look.once("lowered", lambda: _lowered(corpus))

    def finds() -> Iterator[Find]:
        for mark in settings.marks:
            wanted = mark.lower()
            at = lowered.find(wanted)
            while at >= 0:
                if in_regions(look, corpus.passage_at(at), settings.where):
                    yield Find(at, at + len(wanted), settings.sure)
                at = lowered.find(wanted, at + len(wanted))

    return observation(corpus, without_overlaps(finds()))


def _lowered(corpus: Corpus) -> str:
    """The text in lower case with its length kept (a few letters grow when lowered)."""
    lowered = corpus.text.lower()
    if len(lowered) == len(corpus.text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in corpus.text)


@detector("comments", NoSettings, SETTLED)
def comments(look: Look, settings: NoSettings) -> Observation:
    """Comments left in the margin, answered and resolved ones included."""
    found = look.document.comments
    hits = tuple(_comment_hit(comment) for comment in found[:MOST])
    note = f"{_count(len(found), 'comment')} left in the file." if found else ""
    return Observation(Answer.YES if found else Answer.NO, hits, note)


def _comment_hit(comment: Comment) -> Hit:
    note = "resolved, but still in the file" if comment.resolved else ""
    return Hit(comment.place, window(comment.text, -1, -1), note=note)


class ChangeSettings(Strict):
    """Which tracked changes matter."""

    formats: bool = False
    """Count changes of format too; they carry no words."""


@detector("tracked-changes", ChangeSettings, SETTLED)
def tracked_changes(look: Look, settings: ChangeSettings) -> Observation:
    """Tracked changes that were neither accepted nor rejected."""
    found = [
        change
        for change in look.document.revisions
        if settings.formats or change.kind is not RevisionKind.FORMAT
    ]
    hits = tuple(_change_hit(change) for change in found[:MOST])
    note = f"{_count(len(found), 'tracked change')} still open." if found else ""
    return Observation(Answer.YES if found else Answer.NO, hits, note)


_DONE = {
    RevisionKind.INSERT: "inserted",
    RevisionKind.DELETE: "deleted, and still in the file",
    RevisionKind.MOVE: "moved",
    RevisionKind.FORMAT: "format changed",
}


def _change_hit(change: Revision) -> Hit:
    return Hit(change.place, window(change.text, -1, -1), note=_DONE[change.kind])


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
