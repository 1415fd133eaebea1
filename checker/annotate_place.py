"""From "these words of this paragraph" to marks at bytes of the file.

A comment's words are enclosed by two marks.  Where they begin or end inside a run the run is
cut in two there, as Word does itself; the halves look and read as the whole did.  The mark to
which the comment hangs stands after whatever encloses the words, never inside a tracked
change, so that nobody's change grows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .annotate_map import CharAt, ParagraphAt, RunAt, TextAt, TopAt

_AHEAD = 8  # paragraphs that one list may have and the other not


def align(
    found: Sequence[ParagraphAt], texts: Sequence[tuple[int, str]]
) -> dict[int, list[ParagraphAt]]:
    """Which paragraphs of the file each paragraph of the document is: index -> paragraphs.

    ``texts`` are the document's, with their indices.  One paragraph may be several of the file
    (a tracked change has deleted the mark between them).  What cannot be told is left out.
    """
    told: dict[int, list[ParagraphAt]] = {}
    at = 0
    for index, text in texts:
        size = _matches(found, at, text)
        if not size:
            at, size = _resume(found, at, text)
        if size:
            told[index] = list(found[at : at + size])
            at += size
    return told


def _resume(found: Sequence[ParagraphAt], at: int, text: str) -> tuple[int, int]:
    for ahead in range(at + 1, min(at + _AHEAD, len(found))):
        if text and (size := _matches(found, ahead, text)):
            return ahead, size
    return at, 0


def _matches(found: Sequence[ParagraphAt], at: int, text: str) -> int:
    """How many paragraphs of the file, from ``at`` on, have just this text together."""
    said = ""
    for size in range(1, 5):
        if at + size > len(found):
            return 0
        said += found[at + size - 1].words
        if said == text:
            return size
        if not text.startswith(said):
            return 0
    return 0


@dataclass(slots=True)
class _Cut:
    """A place where a run is cut in two."""

    run: RunAt
    text: TextAt


@dataclass(slots=True)
class _Marks:
    """What is put in at one byte."""

    ends: list[int] = field(default_factory=list[int])
    hung: list[int] = field(default_factory=list[int])
    starts: list[int] = field(default_factory=list[int])
    cut: _Cut | None = None


class Marker:
    """Gathers the marks of many comments, and turns them into bytes to put in."""

    def __init__(self, prefix: bytes, namespace: str) -> None:
        self.prefix = prefix
        # An attribute without a prefix is in no namespace, so the marks bring one where the
        # file has none.
        self.declared = b"" if prefix else f' xmlns:w="{namespace}"'.encode()
        self._marks: dict[int, _Marks] = {}
        self._preserve: set[int] = set()

    def words(self, number: int, paragraphs: Sequence[ParagraphAt], start: int, end: int) -> bool:
        """Enclose the characters from ``start`` to ``end``.  False if they are not to be found."""
        chars = [one for paragraph in paragraphs for one in paragraph.chars]
        if not 0 <= start < end <= len(chars):
            return False
        first, last = chars[start], chars[end - 1]
        if first.run is None or last.run is None or last.run.top is None:
            return False
        before = chars[start - 1] if start else None
        after = chars[end] if end < len(chars) else None
        self._begin(number, first, first.run, before)
        self._end(number, last, last.run, last.run.top, after)
        return True

    def whole(self, number: int, paragraphs: Sequence[ParagraphAt]) -> bool:
        """Enclose whole paragraphs.  False where they are empty."""
        first, last = paragraphs[0], paragraphs[-1]
        if first.content_start < 0 or last.content_end < 0:
            return False
        self._at(first.content_start).starts.append(number)
        marks = self._at(last.content_end)
        marks.ends.append(number)
        marks.hung.append(number)
        return True

    def _begin(self, number: int, first: CharAt, run: RunAt, before: CharAt | None) -> None:
        inside = before is not None and before.run is run
        if inside and (cut := _cut_before(first, before)):
            self._cut(first.at, cut).starts.append(number)
        else:
            self._at(run.start).starts.append(number)

    def _end(self, number: int, last: CharAt, run: RunAt, top: TopAt, after: CharAt | None) -> None:
        inside = after is not None and after.run is run
        if inside and after is not None and (cut := _cut_before(after, last)):
            marks = self._cut(after.at, cut)
            marks.ends.append(number)
            if run.end == top.end:  # the run stands in the paragraph itself
                marks.hung.append(number)
                return
        else:
            self._at(run.end).ends.append(number)
        self._at(top.end).hung.append(number)

    def _at(self, at: int) -> _Marks:
        return self._marks.setdefault(at, _Marks())

    def _cut(self, at: int, cut: _Cut) -> _Marks:
        marks = self._at(at)
        marks.cut = cut
        if not cut.text.preserved:
            self._preserve.add(cut.text.attribute_at)
        return marks

    def insertions(self) -> list[tuple[int, bytes]]:
        """What to put in, and at which byte of the part, in order."""
        made = [(at, self._bytes(marks)) for at, marks in self._marks.items()]
        made += [(at, b' xml:space="preserve"') for at in self._preserve]
        return sorted(made)

    def _bytes(self, marks: _Marks) -> bytes:
        inner = b"".join(self._mark(b"commentRangeEnd", number) for number in marks.ends)
        for number in marks.hung:
            reference = self._mark(b"commentReference", number)
            inner += b"<%sr>%s</%sr>" % (self.prefix, reference, self.prefix)
        inner += b"".join(self._mark(b"commentRangeStart", number) for number in marks.starts)
        if marks.cut is None:
            return inner
        p, run = self.prefix, marks.cut.run
        end, begin = b"</%st></%sr>" % (p, p), b'<%st xml:space="preserve">' % p
        return end + inner + run.opening + run.properties + begin

    def _mark(self, name: bytes, number: int) -> bytes:
        p = self.prefix or b"w:"
        return b'<%s%s%s %sid="%d"/>' % (p, name, self.declared, p, number)


def _cut_before(char: CharAt, before: CharAt | None) -> _Cut | None:
    """Where a run can be cut: between two characters of one ``w:t`` that shows all its spaces."""
    run, text = char.run, char.text
    if run is None or text is None or before is None or before.text is not text:
        return None
    return _Cut(run, text) if run.can_be_cut and not text.outer_space else None
