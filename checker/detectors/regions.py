"""Parts of a draft that checks speak of: the title page, the introduction, the headers.

Word has no title page; it has paragraphs before the contents list.  What ends a title page
is a list in ``rules/identities.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from functools import cache

from ..document.content import HeadingSource, Paragraph
from ..document.place import Story
from .base import Look
from .corpus import FILE_NAME, PROSE, Passage
from .folding import words_of
from .words import phrases

_LONGEST_TITLE_PAGE = 40  # paragraphs
_PROSE_LENGTH = 400  # characters: a paragraph as long is no line of a title page
_FIRST_PARAGRAPHS = 12


class Region(str, Enum):
    """Where a detector looks.  A rule may name several."""

    EVERYWHERE = "everywhere"
    PROSE = "prose"
    """Body, tables, text boxes and notes: the report's own words."""
    TITLE_PAGE = "title-page"
    INTRODUCTION = "introduction"
    """Under a heading of that kind, or among the first paragraphs after the title page."""
    HEADERS = "headers"
    """Headers and footers, watermarks included."""
    FILE_NAME = "file-name"
    TITLE_PROPERTY = "title-property"
    """Title, subject and the like in the file's properties."""


def in_regions(look: Look, passage: Passage, regions: Iterable[Region]) -> bool:
    """Whether a passage lies in one of the regions."""
    return any(_in(look, passage, region) for region in regions)


def _in(look: Look, passage: Passage, region: Region) -> bool:
    if region is Region.EVERYWHERE:
        return True
    if region is Region.PROSE:
        return passage.paragraph is not None and passage.story in PROSE
    if region is Region.HEADERS:
        part = passage.place.part.rpartition("/")[2]
        return passage.story in (Story.HEADER, Story.FOOTER) or part.startswith(
            ("header", "footer")
        )
    if region is Region.FILE_NAME:
        return passage.label == FILE_NAME
    if region is Region.TITLE_PROPERTY:
        return passage.story is Story.PROPERTY and passage.label.endswith(
            ("title", "subject", "description", "keywords", "category", "contentStatus")
        )
    if passage.paragraph is None:
        return False
    if region is Region.TITLE_PAGE:
        return passage.paragraph.index in title_page(look)
    return passage.paragraph.index in introduction(look)


def title_page(look: Look) -> frozenset[int]:
    """Indices of the paragraphs of the title page, text boxes on it included."""

    def work() -> frozenset[int]:
        found: list[int] = []
        for paragraph in look.document.paragraphs:
            if paragraph.story not in (Story.BODY, Story.TEXTBOX):
                break
            if _ends_title_page(paragraph) or len(found) >= _LONGEST_TITLE_PAGE:
                break
            if paragraph.text.strip():
                found.append(paragraph.index)
        return frozenset(found)

    found: frozenset[int] = look.once("title-page", work)
    return found


def _ends_title_page(paragraph: Paragraph) -> bool:
    if paragraph.in_toc or "toc heading" in paragraph.style_name.lower():
        return True
    heading = paragraph.heading
    if heading and heading.source is not HeadingSource.IMITATION and paragraph.number:
        return True
    return len(paragraph.text) > _PROSE_LENGTH or _is_titled(paragraph.title, "after_title_page")


def _is_titled(title: str, list_name: str) -> bool:
    words = tuple(words_of(title))
    return bool(words) and words in phrases(list_name)


def introduction(look: Look) -> frozenset[int]:
    """Indices of the body paragraphs that introduce the report."""

    def work() -> frozenset[int]:
        found: set[int] = set()
        first = 0

        @cache  # headings recur in paths
        def introduces(title: str) -> bool:
            return _has(title, "introductions")

        for paragraph in look.document.main_text():
            if paragraph.index in title_page(look) or not paragraph.text.strip():
                continue
            path = paragraph.place.heading_path
            if any(introduces(title) for title in path):
                found.add(paragraph.index)
            elif first < _FIRST_PARAGRAPHS and paragraph.heading is None:
                found.add(paragraph.index)
                first += 1
        return frozenset(found)

    found: frozenset[int] = look.once("introduction", work)
    return found


def _has(title: str, list_name: str) -> bool:
    """Whether a heading has one of a list's entries."""
    words = [word for word in words_of(title) if not word.isdigit()]
    return any(holds(words, wanted) for wanted in phrases(list_name))


def holds(words: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether words stand side by side, in this order, among others."""
    size = len(wanted)
    return any(list(words[at : at + size]) == list(wanted) for at in range(len(words)))


def under_heading(passage: Passage, words: Iterable[str]) -> bool:
    """Whether a heading above a passage has one of the phrases as whole words."""
    wanted = [words_of(phrase) for phrase in words]
    titles = [words_of(title) for title in passage.place.heading_path]
    return any(holds(title, phrase) for title in titles for phrase in wanted)
