"""The pieces: every text that is not part of a paragraph's final text, with its place."""

from __future__ import annotations

from collections.abc import Iterator

from .assemble import place_at
from .content import Change, Comment, Paragraph, TextPiece
from .drafts import Gathered
from .place import Place, Story


def pieces(
    gathered: Gathered, made: tuple[Paragraph, ...], remarks: tuple[Comment, ...]
) -> tuple[TextPiece, ...]:
    """All pieces: found by the walk, deleted text, authors.  In the order of the file."""
    found = [
        TextPiece(p.text, place_at(p.host, made, p.part, p.story), p.label) for p in gathered.pieces
    ]
    for paragraph in made:
        if paragraph.deleted:
            place = _with_story(paragraph.place, Story.DELETED)
            found.extend(
                TextPiece(text, place, "deleted text") for text in deleted_texts(paragraph)
            )
    found.extend(_authors(gathered, made, remarks))
    return tuple(found)


def _with_story(place: Place, story: Story) -> Place:
    return Place(
        place.part,
        story,
        place.heading_path,
        place.paragraph,
        place.number,
        place.after,
        place.table,
        place.row,
        place.cell,
    )


def deleted_texts(paragraph: Paragraph) -> Iterator[str]:
    """Each deleted stretch, completed to whole words from the text it was cut out of.

    Where ``Jane`` became ``J`` by deleting ``ane``, whoever rejects the change reads
    ``Jane``: so that is what must be checked.
    """
    for at, text in _stretches(paragraph.deleted):
        if not text.strip():
            continue
        before = _word_before(paragraph, at) if text[0].isalnum() else ""
        after = _word_after(paragraph, at) if text[-1].isalnum() else ""
        yield before + text + after


def _stretches(deleted: tuple[Change, ...]) -> Iterator[tuple[int, str]]:
    at, parts = -1, list[str]()
    for change in deleted:
        if change.start != at and parts:
            yield at, "".join(parts)
            parts = []
        at = change.start
        parts.append(change.text)
    if parts:
        yield at, "".join(parts)


def _word_before(paragraph: Paragraph, at: int) -> str:
    starts = {change.end: change.start for change in paragraph.inserted}
    kept: list[str] = []
    while at > 0:
        if at in starts and starts[at] < at:
            at = starts[at]
        elif paragraph.text[at - 1].isalnum():
            at -= 1
            kept.append(paragraph.text[at])
        else:
            break
    return "".join(reversed(kept))


def _word_after(paragraph: Paragraph, at: int) -> str:
    ends = {change.start: change.end for change in paragraph.inserted}
    kept: list[str] = []
    while at < len(paragraph.text):
        if at in ends and ends[at] > at:
            at = ends[at]
        elif paragraph.text[at].isalnum():
            kept.append(paragraph.text[at])
            at += 1
        else:
            break
    return "".join(kept)


def _authors(
    gathered: Gathered, made: tuple[Paragraph, ...], remarks: tuple[Comment, ...]
) -> Iterator[TextPiece]:
    """Each author once for each part: a draft of two years has thousands of changes."""
    seen: set[tuple[str, str]] = set()
    for revision in gathered.revisions:
        key = (revision.author, revision.part)
        if revision.author.strip() and key not in seen:
            seen.add(key)
            place = place_at(revision.host, made, revision.part, Story.AUTHOR)
            yield TextPiece(revision.author, place, "author of a tracked change")
    for comment in remarks:
        for text, label in (
            (comment.author, "author of a comment"),
            (comment.initials, "initials of a comment's author"),
        ):
            if text.strip() and (text, comment.place.part) not in seen:
                seen.add((text, comment.place.part))
                yield TextPiece(text, _with_story(comment.place, Story.AUTHOR), label)
