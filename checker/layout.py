"""Where each section of a template is in a draft.

A missing heading is not missing content, and one heading may stand for two sections: so a
section is *found* by a heading, by a bold line that imitates one, or by its words in the
text, and only what is found in none of these ways is absent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from ..schemas.rule import Section, Template
from .detectors.terms import all_of, plain
from .document.content import HeadingSource, Paragraph
from .document.model import Document
from .document.place import Story
from .headings import HeadingMatch, HeadingMatcher, How

TITLE_PAGE = "title-page"
CONTENTS = "contents"
_FEW_REAL = 3  # with fewer real headings than this, the draft's headings are the imitated ones
_LONGEST_TITLE_PAGE = 60  # paragraphs


class Found(str, Enum):
    """How a section was found."""

    HEADING = "heading"
    IMITATED = "imitated heading"
    CONTENT = "content without a heading"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Headed:
    """A heading that was recognised, and the paragraphs under it."""

    heading: Paragraph
    match: HeadingMatch
    level: int
    region: tuple[int, ...]

    @property
    def imitated(self) -> bool:
        """Whether it only looks like a heading."""
        return _imitated(self.heading)


@dataclass(frozen=True, slots=True)
class SectionFound:
    """One section of the template, and where it is."""

    section: Section
    found: Found
    headings: tuple[Headed, ...] = ()
    """Every heading that stands for it, the best first."""
    paragraphs: tuple[int, ...] = ()
    """Its text: under its headings, or where its words were found."""

    @property
    def main(self) -> Headed | None:
        """The best of its headings; None where it has none."""
        return self.headings[0] if self.headings else None


class Layout:
    """The sections of one template in one draft."""

    def __init__(self, document: Document, template: Template) -> None:
        self.document, self.template = document, template
        self._sections = {section.key: section for section in template.sections}
        self._aside = _aside(template)
        self._matcher = HeadingMatcher(template.sections)
        self._attached = _attached(document)
        outline = self._outline()
        self.title_page = self._title_page(outline)
        self.headed = tuple(self._headed(outline))
        self._found = {key: self._find(section) for key, section in self._sections.items()}

    def __iter__(self) -> Iterator[SectionFound]:
        return iter(self._found.values())

    def of(self, key: str) -> SectionFound:
        """One section.  Raises KeyError for a key that the template lacks."""
        return self._found[key]

    def has(self, key: str) -> bool:
        """Whether the template knows a section of that key."""
        return key in self._sections

    def text_of(self, keys: Iterable[str]) -> tuple[int, ...]:
        """The paragraphs of several sections, in the order of the document, each once."""
        return tuple(sorted({i for key in keys for i in self._found[key].paragraphs}))

    def likely(self, key: str) -> tuple[str, ...]:
        """The sections in which the content of this one is commonly found."""
        return tuple(k for k in self._sections[key].part_of if k in self._sections)

    def body(self) -> tuple[int, ...]:
        """All the text that could hold content: not the title page, glossary or action plan."""
        apart = (one for one in self if one.section.key in self._aside and one.headings)
        aside = {i for one in apart for i in one.paragraphs}
        aside.update(self.title_page)
        return tuple(p.index for p in _readable(self.document) if p.index not in aside)

    def keys_at(self, index: int) -> tuple[str, ...]:
        """The sections, found by heading, that a paragraph lies in."""
        return tuple(one.section.key for one in self if one.headings and index in one.paragraphs)

    # --- headings ------------------------------------------------------------------------
    def _outline(self) -> list[tuple[Paragraph, HeadingMatch | None]]:
        headings = self.document.outline(imitations=True)
        matched = [(p, self._matcher.match(p.title)) for p in headings]
        real = sum(not _imitated(p) for p in headings)
        keys_of_real = {k for p, m in matched if m and not _imitated(p) for k in m.keys}
        first_toc = _first_contents_line(self.document)
        kept: list[tuple[Paragraph, HeadingMatch | None]] = []
        for paragraph, match in matched:
            if _imitated(paragraph):
                if paragraph.index < first_toc < len(self.document.paragraphs):
                    continue  # bold lines on the title page
                if real >= _FEW_REAL and not _adds_section(match, keys_of_real):
                    continue  # a bold line inside a section of a draft with real headings
            kept.append((paragraph, match))
        return kept

    def _headed(self, outline: Sequence[tuple[Paragraph, HeadingMatch | None]]) -> Iterator[Headed]:
        main = _main_level(outline)
        levels = [_level(p, m, main) for p, m in outline]
        inside = [p.index for p in _readable(self.document) if p.host < 0]
        for number, (paragraph, match) in enumerate(outline):
            if match is None or paragraph.index in self.title_page:
                continue
            end = len(self.document.paragraphs)
            for later in range(number + 1, len(outline)):
                if levels[later] <= levels[number]:
                    end = outline[later][0].index
                    break
            region = [i for i in inside if paragraph.index < i < end]
            whole = sorted({*region, *(a for i in region for a in self._attached.get(i, ()))})
            yield Headed(paragraph, match, levels[number], tuple(whole))

    def _title_page(
        self, outline: Sequence[tuple[Paragraph, HeadingMatch | None]]
    ) -> frozenset[int]:
        """Everything before the contents list and the first heading of a section."""
        end = _first_contents_line(self.document)
        for paragraph, match in outline:
            if match is not None and match.how is not How.PART:
                end = min(end, paragraph.index)
                break
        else:
            end = min([end, *(p.index for p, _ in outline if not _imitated(p))])
        texts = [
            p.index
            for p in self.document.paragraphs[:end]
            if p.story in (Story.BODY, Story.TEXTBOX) and p.text.strip()
        ]
        return frozenset(texts[:_LONGEST_TITLE_PAGE])

    # --- sections ------------------------------------------------------------------------
    def _find(self, section: Section) -> SectionFound:
        if section.key == TITLE_PAGE:
            found = Found.HEADING if self.title_page else Found.ABSENT
            return SectionFound(section, found, (), tuple(sorted(self.title_page)))
        if section.key == CONTENTS and (lines := _contents_lines(self.document)):
            return SectionFound(section, Found.HEADING, (), lines)
        mine = _worth_having(h for h in self.headed if section.key in h.match.keys)
        if mine:
            how = Found.IMITATED if mine[0].imitated else Found.HEADING
            region = tuple(sorted({i for h in mine for i in h.region}))
            return SectionFound(section, how, tuple(mine), region)
        held = self._by_words(section)
        return SectionFound(section, Found.CONTENT if held else Found.ABSENT, (), held)

    def _by_words(self, section: Section) -> tuple[int, ...]:
        """Paragraphs that have a word of every group that marks the section's content."""
        if not section.words:
            return ()
        return tuple(
            p.index
            for p in _readable(self.document)
            if p.index not in self.title_page
            and not self._set_aside(p.index)
            and all_of(section.words, plain(p.text))
        )

    def _set_aside(self, index: int) -> bool:
        return any(
            index in h.region
            for h in self.headed
            if all(key in self._aside for key in h.match.keys)
        )


def _aside(template: Template) -> frozenset[str]:
    """Optional sections that hold nothing of another: a glossary, a letter, a tribute."""
    holders = {key for section in template.sections for key in section.part_of}
    return frozenset(
        s.key for s in template.sections if s.optional and not s.part_of and s.key not in holders
    )


def _imitated(paragraph: Paragraph) -> bool:
    heading = paragraph.heading
    return heading is not None and heading.source is HeadingSource.IMITATION


def _adds_section(match: HeadingMatch | None, keys_of_real: set[str]) -> bool:
    """Whether a bold line stands for a section that no real heading stands for."""
    return (
        match is not None
        and match.how is not How.PART
        and not any(key in keys_of_real for key in match.keys)
    )


def _main_level(outline: Sequence[tuple[Paragraph, HeadingMatch | None]]) -> int:
    """The level at which most of the recognised real headings stand."""
    levels = Counter(
        p.heading.level for p, m in outline if m is not None and p.heading and not _imitated(p)
    )
    return min(levels, key=lambda level: (-levels[level], level)) if levels else 1


def _level(paragraph: Paragraph, match: HeadingMatch | None, main: int) -> int:
    """A real heading's own level; an imitated one ranks with the sections if it is one."""
    if _imitated(paragraph):
        return main if match is not None else main + 1
    return paragraph.heading.level if paragraph.heading else main


_RANK = {how: rank for rank, how in enumerate(How)}


def _best_first(headed: Headed) -> tuple[bool, bool, int, int, int]:
    return (
        headed.imitated,
        headed.match.appendix,
        _RANK[headed.match.how],
        headed.level,
        headed.heading.index,
    )


def _worth_having(found: Iterable[Headed]) -> list[Headed]:
    """The headings of one section, best first; "Line 9: family and work" is no second one."""
    ranked = sorted(found, key=_best_first)
    if not ranked or ranked[0].match.how is How.PART:
        return ranked
    best = ranked[0]
    return [h for h in ranked if h.match.how is not How.PART or h.level <= best.level]


def _first_contents_line(document: Document) -> int:
    """Index of the first line of the contents list; past the end if there is none."""
    return next(iter(_contents_lines(document)), len(document.paragraphs))


def _contents_lines(document: Document) -> tuple[int, ...]:
    """The lines of the contents list, which are no part of any other section."""
    return tuple(p.index for p in document.paragraphs if p.in_toc and p.story is Story.BODY)


def _readable(document: Document) -> Iterator[Paragraph]:
    """Body text, text boxes and notes; not contents lists, headers, comments."""
    wanted = (Story.BODY, Story.TEXTBOX, Story.FOOTNOTE, Story.ENDNOTE)
    return (p for p in document.paragraphs if p.story in wanted and not p.in_toc)


def _attached(document: Document) -> dict[int, list[int]]:
    """Body paragraph -> the text boxes anchored in it and the notes it cites."""
    hosted: dict[int, list[int]] = {}
    for paragraph in _readable(document):
        if paragraph.host >= 0:
            hosted.setdefault(paragraph.host, []).append(paragraph.index)
    return hosted
