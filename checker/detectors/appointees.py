"""Who chaired the review and who wrote the report: one person, or two of whom both are shown?

Names stand on the title page, in the section on the author and in the panel's list.  What is
looked for is the word for the task and a name beside it; names are compared and never printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from ...schemas.common import Answer, Strict
from .base import QUESTIONED, Hit, Look, Observation, detector
from .panel_members import members_of
from .reading import Piece, Reading, reading
from .saying import stands
from .terms import find, labels_found
from .words_of_bodies import body_words

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
Task = Literal["chair", "author"]
_TASKS: dict[Task, re.Pattern[str]] = {
    "chair": re.compile(r"\bchair(?:ed|s|person|woman|man)?\b", re.IGNORECASE),
    "author": re.compile(r"\b(?:author(?:ed|s)?|report writer|wrote)\b", re.IGNORECASE),
}
_ONE_PERSON = (
    *("chair and author", "author and chair", "chair and overview report author"),
    *("chair and report author", "chaired and wrote", "chaired the review and wrote"),
    *("chair who also wrote", "also the author", "also wrote", "both chair and author"),
    *("chair/author", "chair and independent author", "author and independent chair"),
    *("chair was also the", "chair is also the", "chair and overview author"),
)
_NAME = re.compile(r"(?<![\w'’-])[A-Z][\w'’-]+(?: (?:[A-Z]\.? )?[A-Z][\w'’-]+)+")


@dataclass(frozen=True, slots=True)
class Appointees:
    """The surnames by which chair and author are known, as far as the draft or record says."""

    chair: frozenset[str]
    author: frozenset[str]
    one: bool
    """It is said that one person is both."""

    @property
    def two(self) -> Answer:
        """Whether they are two people."""
        if self.chair and self.author and not self.chair & self.author:
            return YES
        if self.one or self.chair & self.author:
            return NO
        return OPEN


def appointees_of(look: Look, section: str) -> Appointees:
    """Who they are; found once for each draft."""
    found: Appointees = look.once(("appointees", section), lambda: _appointees(look, section))
    return found


def _appointees(look: Look, section: str) -> Appointees:
    names: dict[Task, set[str]] = {"chair": set(), "author": set()}
    read = reading(look)
    one = False
    for text, plain_text in _lines(look, read, section):
        both = find(_ONE_PERSON, plain_text) is not None
        one = one or both
        people = set(_people(text))
        if len(people) != 1:
            continue
        for task, pattern in _TASKS.items():
            if both or pattern.search(text):
                names[task] |= people
    review = look.record.review if look.record else None
    if review is not None:
        if review.chair is not None and review.chair.name:  # the record is surer
            names["chair"] = {review.chair.name.split()[-1].lower()}
        if review.author is not None and review.author.name:
            names["author"] = {review.author.name.split()[-1].lower()}
        one = review.separate_author is False or (one and review.separate_author is not True)
    return Appointees(frozenset(names["chair"]), frozenset(names["author"]), one)


def _lines(look: Look, read: Reading, section: str) -> Iterator[tuple[str, str]]:
    """Lines of the title page, each with the next if it has no name; sentences; panel rows."""
    page = [read.document.paragraphs[i] for i in sorted(read.layout.title_page)]
    for number, line in enumerate(page):
        text = line.text.title() if line.text.isupper() else line.text
        follows = page[number + 1].text if number + 1 < len(page) else ""
        if not list(_people(text)) and follows and not _has_task(follows):
            text = f"{text}, {follows.title() if follows.isupper() else follows}"
        yield text, text.lower()
    for piece in read.pieces(read.section(section).paragraphs):
        if piece.start >= 0:
            text = piece.paragraph.text[piece.start : piece.start + len(piece.text)]
            yield text, piece.text
    for member in members_of(look, "panel"):
        if member.piece.paragraph.in_table is None:
            continue
        table, row, _ = member.piece.paragraph.in_table
        cells = read.document.tables[table].rows[row].cells
        text = ", ".join(read.document.cell_text(cell) for cell in cells)
        yield text, member.piece.text


def _has_task(text: str) -> bool:
    return any(pattern.search(text) for pattern in _TASKS.values())


def _people(text: str) -> Iterator[str]:
    """Surnames of the people that a line names; runs with a word of a body are none."""
    of_bodies = body_words()
    for match in _NAME.finditer(text.replace("’", "'")):
        words = [word.strip("'.").lower() for word in match.group().split()]
        while words and words[0] in of_bodies | {"dr", "mr", "mrs", "ms", "professor", "prof"}:
            words = words[1:]
        if words and not of_bodies.intersection(words):
            yield words[-1]


class WhoSettings(Strict):
    """The section on the author."""

    section: str


@detector("appointees-clear", WhoSettings, QUESTIONED)
def appointees_clear(look: Look, settings: WhoSettings) -> Observation:
    """It is clear who chaired the review and who wrote the report."""
    who = appointees_of(look, settings.section)
    if who.two is YES:
        return Observation(YES, (), "two people")
    if who.two is NO:
        return Observation(YES, (), "one person")
    told = "the chair" if who.chair else "the author" if who.author else "neither"
    if told == "neither":
        return Observation(OPEN, (), "neither was recognised by name beside the word for the task")
    other = "author" if who.chair else "chair"
    return Observation(OPEN, (), f"{told} was recognised by name, and nothing says who is {other}")


@detector("two-appointees", WhoSettings)
def two_appointees(look: Look, settings: WhoSettings) -> Observation:
    """The chair and the author are two people."""
    answer = appointees_of(look, settings.section).two
    notes = {NO: "one person is chair and author", OPEN: "whether chair and author are one person"}
    return Observation(answer, (), notes.get(answer, ""))


class EachSettings(WhoSettings):
    """What the section has to say of each of the two."""

    items: dict[str, list[str]] = Field(min_length=1)


@detector("each-appointee-says", EachSettings, QUESTIONED)
def each_appointee_says(look: Look, settings: EachSettings) -> Observation:
    """The section says certain things of the chair and of the author, each by name or task."""
    read = reading(look)
    who = appointees_of(look, settings.section)
    pieces = list(read.pieces(read.section(settings.section).paragraphs, whole=True))
    missing: list[str] = []
    hits: list[Hit] = []
    for task, names in (("chair", who.chair), ("author", who.author)):
        own = [p for p in pieces if find((task, *sorted(names)), p.text)]
        other = who.author if task == "chair" else who.chair
        # A paragraph on the other alone may well say "author of the report" or "the chair asked".
        mine = [
            p
            for p in own
            if find(tuple(sorted(names)) or (task,), p.text) or not find(sorted(other), p.text)
        ]
        said = {label for p in mine for label in _said_of(read, p, settings.items)}
        lacking = [label for label in settings.items if label not in said]
        if lacking:
            missing.append(f"of the {task}: {', '.join(lacking)}")
            hits += [p.hit() for p in mine[:1]]
    if missing:
        return Observation(OPEN, tuple(hits), f"not recognised {'; '.join(missing)}")
    return Observation(YES)


def _said_of(read: Reading, piece: Piece, items: Mapping[str, list[str]]) -> Iterator[str]:
    """What a paragraph says of somebody; what it denies is not said."""
    for label in labels_found(items, piece.text):
        if stands(piece.text, (items[label],), "done", lambda: read.marks(piece)) is None:
            yield label
