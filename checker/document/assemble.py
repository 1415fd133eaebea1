"""Turn what the walk noted down into the immutable document: numbers, headings, places."""

from __future__ import annotations

from typing import Final, NamedTuple

from .content import Comment, Heading, HeadingSource, Note, Paragraph, Revision
from .drafts import Draft, Gathered
from .headings import (
    Candidate,
    ends_like_contents,
    imitation,
    imitation_heading,
    ranks,
    real_heading,
    title_label,
    typed_label,
)
from .numbering import Counters, Number, Numbering
from .place import Place, Story
from .quickly import quickly

# Looking up a member of an enumeration is slow in Python 3.10 and 3.11, and these are asked
# for several times for each paragraph.
_BODY: Final = Story.BODY
_TEXTBOX: Final = Story.TEXTBOX
_paragraph: Final = quickly(Paragraph)
_at: Final = quickly(Place)
_RUN_OF_CONTENTS: Final = 3  # lines that end in a page number before they are called a list
_LONGEST_TITLE: Final = 200  # characters


class Known(NamedTuple):
    """What the first pass finds out about a paragraph."""

    text: str
    number: Number | None
    heading: Heading | None
    candidate: Candidate | None
    in_contents: bool


def paragraphs(gathered: Gathered, numbering: Numbering) -> tuple[Paragraph, ...]:
    """All paragraphs, with their numbers, headings and places."""
    known = _first_pass(gathered, numbering)
    levels = ranks([k.candidate for k in known if k.candidate is not None])
    maker = _Maker(gathered, levels)
    return tuple([maker.make(d, k) for d, k in zip(gathered.drafts, known, strict=True)])


def _first_pass(gathered: Gathered, numbering: Numbering) -> list[Known]:
    texts = ["".join(draft.texts) for draft in gathered.drafts]
    typed = _typed_contents(gathered.drafts, texts)
    body_size = _body_size(gathered.drafts)
    counters: dict[str, Counters] = {}
    known: list[Known] = []
    for draft, text in zip(gathered.drafts, texts, strict=True):
        # Text boxes are one story to Word, however many there are, and count by themselves.
        key = "" if draft.story is _TEXTBOX else draft.part
        if key not in counters:
            counters[key] = Counters()
        number = numbering.next(counters[key], draft.style, draft.num_id, draft.level)
        in_contents = draft.index in typed or _in_contents(draft)
        heading = candidate = None
        if draft.story in (_BODY, _TEXTBOX) and not in_contents and text:
            heading = real_heading(draft.style, draft.outline)
            if heading is None and _may_imitate(draft, text, number):
                numbered = number is not None and bool(number.label)
                candidate = imitation(text, draft.runs, body_size, numbered=numbered)
        known.append(Known(text, number, heading, candidate, in_contents))
    return known


def _may_imitate(draft: Draft, text: str, number: Number | None) -> bool:
    return (
        draft.story is _BODY
        and draft.at is None
        and draft.outline is None
        and len(text) <= _LONGEST_TITLE
        and (number is None or not number.bullet)
        and draft.style.name.lower() not in ("title", "subtitle", "caption", "toc heading")
    )


def _body_size(drafts: list[Draft]) -> float:
    """The size that most of the body's text has, in points; 0 if the file does not say."""
    sizes: dict[float, int] = {}
    for draft in drafts:
        if draft.runs and draft.story is _BODY:
            size = draft.runs[-1].format.size
            sizes[size] = sizes.get(size, 0) + draft.length
    return max(sizes, key=lambda size: (sizes[size], -size)) if sizes else 0.0


def _in_contents(draft: Draft) -> bool:
    if draft.style.contents:
        return True
    if draft.in_contents:
        return draft.style.name.lower() != "toc heading"
    made = draft.contents_field
    return made is not None and made.closed and 2 * draft.contents_length > draft.length


def _typed_contents(drafts: list[Draft], texts: list[str]) -> set[int]:
    """Lines of a contents list typed by hand: several in a row that end in a page number."""
    found: set[int] = set()
    streak: list[int] = []
    for draft, text in zip(drafts, texts, strict=True):
        if draft.story is not _BODY or draft.at is not None:
            continue
        line = text.rstrip()[-20:]
        if line[-1:].isdigit() and ends_like_contents(line):
            streak.append(draft.index)
        elif line:
            if len(streak) >= _RUN_OF_CONTENTS:
                found.update(streak)
            streak = []
    return found.union(streak) if len(streak) >= _RUN_OF_CONTENTS else found


class _Maker:
    """Makes paragraphs in order, keeping the headings that are open."""

    def __init__(
        self, gathered: Gathered, levels: dict[tuple[float, bool, bool, bool], int]
    ) -> None:
        self.gathered, self.levels = gathered, levels
        self.hosts = _note_hosts(gathered)
        self.made: list[Paragraph] = []
        self.titles: list[tuple[int, str]] = []
        self.path: tuple[str, ...] = ()
        self.after = ""
        self.real_level = 0
        self.has_pages = gathered.pages > 0

    def make(self, draft: Draft, known: Known) -> Paragraph:
        text, number, heading, candidate, in_contents = known
        if candidate is not None:
            heading = imitation_heading(candidate, self.levels, self.real_level, number)
        label = number.label if number else ""
        typed = typed_label(text) if text else ""
        if heading is not None and not label and not typed:
            typed = title_label(text)
        in_body = draft.story is _BODY
        if heading is not None and in_body:
            self._open(heading)
        said = label or typed
        host = self.hosts.get(draft.index, draft.host) if self.hosts else draft.host
        paragraph = _paragraph(
            draft.index,
            text,
            self._place(draft, said, host),
            label,
            typed,
            number.bullet if number else "",
            number.level if number else None,
            draft.style.id,
            draft.style.name,
            heading,
            in_contents,
            draft.at,
            host,
            tuple(draft.hidden) if draft.hidden else (),
            tuple(draft.inserted) if draft.inserted else (),
            tuple(draft.deleted) if draft.deleted else (),
            tuple(draft.comment_ids) if draft.comment_ids else (),
            tuple(draft.runs),
            draft.page if self.has_pages and in_body else None,
        )
        self.made.append(paragraph)
        if heading is not None and in_body:
            self._stand_under(heading, paragraph)
        elif said and in_body and draft.at is None and any(map(str.isdigit, said)):
            self.after = said
        return paragraph

    def _open(self, heading: Heading) -> None:
        while self.titles and self.titles[-1][0] >= heading.level:
            self.titles.pop()
        self.path = tuple(title for _, title in self.titles)
        self.after = ""

    def _stand_under(self, heading: Heading, paragraph: Paragraph) -> None:
        """From here on, everything stands under this heading."""
        self.titles.append((heading.level, paragraph.numbered_title))
        self.path = tuple(title for _, title in self.titles)
        if heading.source is not HeadingSource.IMITATION:
            self.real_level = heading.level

    def _place(self, draft: Draft, number: str, host: int) -> Place:
        path, after = self.path, self.after
        if draft.story is not _BODY:
            path, after = (), ""
            if 0 <= host < len(self.made):
                above = self.made[host].place
                path, after = above.heading_path, above.number or above.after
        table, row, cell = draft.at or (None, None, None)
        return _at(draft.part, draft.story, path, draft.index, number, after, table, row, cell)


def _note_hosts(gathered: Gathered) -> dict[int, int]:
    """The body paragraph that each paragraph of a note or comment belongs to."""
    hosts: dict[int, int] = {}
    for note in gathered.notes:
        host = gathered.note_hosts.get((note.story, note.id), -1)
        hosts.update(dict.fromkeys(note.paragraphs, host))
    for comment in gathered.comments:
        host = gathered.comment_hosts.get(comment.id, -1)
        hosts.update(dict.fromkeys(comment.paragraphs, host))
    return hosts


def place_at(host: int, made: tuple[Paragraph, ...], part: str, story: Story) -> Place:
    """The place of something found at a paragraph (-1: at none)."""
    if not 0 <= host < len(made):
        return Place(part, story)
    at = made[host].place
    return Place(part, story, at.heading_path, host, at.number, at.after, at.table, at.row, at.cell)


def comments(
    gathered: Gathered,
    made: tuple[Paragraph, ...],
    replies: dict[str, str],
    resolved: set[str],
) -> tuple[Comment, ...]:
    """All comments, in the order of the file."""
    owner = {
        gathered.drafts[i].para_id: comment.id
        for comment in gathered.comments
        for i in comment.paragraphs
        if gathered.drafts[i].para_id
    }
    answers = {owner.get(child): owner.get(parent) for child, parent in replies.items()}
    done = {owner.get(paragraph) for paragraph in resolved}
    return tuple(
        Comment(
            id=c.id,
            author=c.author,
            initials=c.initials,
            date=c.date,
            text="\n".join(made[i].text for i in c.paragraphs),
            parent=answers.get(c.id),
            resolved=c.id in done,
            paragraph=(host := gathered.comment_hosts.get(c.id, -1)),
            place=place_at(host, made, c.part, Story.COMMENT),
            paragraphs=tuple(c.paragraphs),
        )
        for c in gathered.comments
    )


def notes(gathered: Gathered) -> tuple[Note, ...]:
    """All footnotes and endnotes, in the order of the file."""
    return tuple(
        Note(n.id, n.story, tuple(n.paragraphs), gathered.note_hosts.get((n.story, n.id), -1))
        for n in gathered.notes
    )


def revisions(gathered: Gathered, made: tuple[Paragraph, ...]) -> tuple[Revision, ...]:
    """All tracked changes, in order."""
    return tuple(
        Revision(
            r.kind,
            r.author,
            r.date,
            "".join(r.texts),
            place_at(r.host, made, r.part, made[r.host].story if r.host >= 0 else Story.OTHER),
        )
        for r in gathered.revisions
    )
