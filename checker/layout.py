"""Where each section of a template is in a draft.

A missing heading is not missing content, and one heading may stand for two sections: so a
section is *found* by a heading, by a bold line that imitates one, or by its words in the
text, and only what is found in none of these ways is absent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from ..schemas.rule import Section, Template
from .detectors.terms import all_of, plain
from .document.content import Paragraph
from .document.model import Document
from .likeness import has_columns
from .outline import Headed, aside, best_first, contents_lines, outline_of, readable

TITLE_PAGE = "title-page"
CONTENTS = "contents"
_FEW = 5  # recognised headings; with fewer, a section that is not found may only lack its heading


class Found(str, Enum):
    """How a section was found."""

    HEADING = "heading"
    IMITATED = "imitated heading"
    CONTENT = "content without a heading"
    ABSENT = "absent"


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
    """The sections of one template in one draft, or in some of its paragraphs."""

    def __init__(
        self, document: Document, template: Template, within: frozenset[int] | None = None
    ) -> None:
        self.document, self.template = document, template
        self._within = within
        self._sections = {section.key: section for section in template.sections}
        self._aside = aside(template)
        outline = outline_of(document, template, within)
        self.headed, self.title_page = outline.headed, outline.title_page
        self._found = {key: self._find(section) for key, section in self._sections.items()}
        self._body = self._text_apart()

    def __iter__(self) -> Iterator[SectionFound]:
        return iter(self._found.values())

    @property
    def hardly_headed(self) -> bool:
        """Whether the draft has so few headings that what is not found may still be there."""
        return len(self.headed) < _FEW

    def of(self, key: str) -> SectionFound:
        """One section.  Raises KeyError for a key that the template lacks."""
        return self._found[key]

    def text_of(self, keys: Iterable[str]) -> tuple[int, ...]:
        """The paragraphs of several sections, in the order of the document, each once."""
        return tuple(sorted({i for key in keys for i in self._found[key].paragraphs}))

    def likely(self, key: str) -> tuple[str, ...]:
        """The sections in which the content of this one is commonly found."""
        return tuple(k for k in self._sections[key].part_of if k in self._sections)

    def body(self) -> tuple[int, ...]:
        """All the text that could hold content: not the title page, glossary or action plan."""
        return self._body

    def _text_apart(self) -> tuple[int, ...]:
        apart = (one for one in self if one.section.key in self._aside and one.headings)
        kept_out = {i for one in apart for i in one.paragraphs}
        kept_out.update(self.title_page)
        return tuple(p.index for p in self._readable() if p.index not in kept_out)

    def _readable(self) -> Iterator[Paragraph]:
        within = self._within
        return (p for p in readable(self.document) if within is None or p.index in within)

    def _find(self, section: Section) -> SectionFound:
        if section.key == TITLE_PAGE:
            found = Found.HEADING if self.title_page else Found.ABSENT
            return SectionFound(section, found, (), tuple(sorted(self.title_page)))
        if section.key == CONTENTS and (lines := contents_lines(self.document)):
            return SectionFound(section, Found.HEADING, (), lines)
        mine = best_first(h for h in self.headed if section.key in h.match.keys)
        if mine:
            how = Found.IMITATED if mine[0].imitated else Found.HEADING
            region = tuple(sorted({i for h in mine for i in h.region}))
            return SectionFound(section, how, tuple(mine), region)
        held = self._by_words(section) or self._by_columns(section)
        return SectionFound(section, Found.CONTENT if held else Found.ABSENT, (), held)

    def _by_words(self, section: Section) -> tuple[int, ...]:
        """Paragraphs that have a word of every group that marks the section's content."""
        if not section.words:
            return ()
        return tuple(
            p.index
            for p in self._readable()
            if p.index not in self.title_page
            and p.index not in self._set_aside
            and all_of(section.words, plain(p.text))
        )

    def _by_columns(self, section: Section) -> tuple[int, ...]:
        """The cells of a document that is its tables: a plan needs no heading above them."""
        like = self.template.like
        if like is None or not like.columns or section.key != self.template.document.value:
            return ()
        columns = like.columns.values()
        own = {t.index for t in self.document.tables if has_columns(self.document, t, columns)}
        return tuple(
            p.index for p in self._readable() if p.in_table is not None and p.in_table[0] in own
        )

    @cached_property
    def _set_aside(self) -> frozenset[int]:
        """The text under headings that stand for nothing but sections set aside."""
        apart = (h for h in self.headed if all(key in self._aside for key in h.match.keys))
        return frozenset(i for h in apart for i in h.region)
