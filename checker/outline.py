"""The headings of a draft that stand for sections of a template, and the text under each.

Word knows some headings; others are only bold lines.  A bold line inside a section of a
draft with real headings is emphasis, unless it stands for a section that has no heading
otherwise.  In a draft without real headings the bold lines are all there is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..schemas.rule import Section, Template
from .document.content import HeadingSource, Paragraph
from .document.model import Document
from .document.place import Story
from .headings import HeadingMatch, HeadingMatcher, How

_FEW_REAL = 3  # with fewer real headings than this, the draft's headings are the imitated ones
_LONGEST_TITLE_PAGE = 60  # paragraphs
_SURE = (How.WORDING, How.SHORTENED)

_Entry = tuple[Paragraph, HeadingMatch | None]


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
        return is_imitated(self.heading)


@dataclass(frozen=True, slots=True)
class Outline:
    """The recognised headings in order, and the title page before them."""

    headed: tuple[Headed, ...]
    title_page: frozenset[int]


def aside(template: Template) -> frozenset[str]:
    """Optional sections that hold nothing of another: a glossary, a letter, a tribute."""
    holders = {key for section in template.sections for key in section.part_of}
    return frozenset(
        s.key for s in template.sections if s.optional and not s.part_of and s.key not in holders
    )


def outline_of(
    document: Document, template: Template, within: frozenset[int] | None = None
) -> Outline:
    """Recognise the headings of a draft, or of some of its paragraphs, under a template."""
    return _Reader(document, template, within).read()


class _Reader:
    def __init__(
        self, document: Document, template: Template, within: frozenset[int] | None
    ) -> None:
        self.document, self.within = document, within
        self.sections: dict[str, Section] = {one.key: one for one in template.sections}
        self.matcher = HeadingMatcher(template.sections)
        self.ranking = {k for k, s in self.sections.items() if not s.optional} | aside(template)

    def read(self) -> Outline:
        entries = list(self._entries())
        page = self._title_page(entries)
        found = [h for h in self._regions(entries) if h.heading.index not in page]
        return Outline(tuple(h for h in found if not _stray(h, found, self.sections)), page)

    def _entries(self) -> Iterator[_Entry]:
        """Every heading that counts, with what it stands for."""
        matched = [
            (p, self.matcher.match(p.title))
            for p in self.document.outline(imitations=True)
            if self.within is None or p.index in self.within
        ]
        real = [(p, m) for p, m in matched if not is_imitated(p)]
        keys_of_real = {key for _, m in real if m is not None for key in m.keys}
        first_line = first_contents_line(self.document)
        for paragraph, match in matched:
            if is_imitated(paragraph):
                if paragraph.index < first_line < len(self.document.paragraphs):
                    continue  # a bold line on the title page
                if len(real) >= _FEW_REAL and not _adds_section(match, keys_of_real):
                    continue  # emphasis
            yield paragraph, match

    def _regions(self, entries: Sequence[_Entry]) -> Iterator[Headed]:
        """Each recognised heading with the text down to the next of its level or higher."""
        main = _main_level(entries)
        levels = [self._level(p, m, main) for p, m in entries]
        attached = _attached(self.document)
        inside = [
            p.index
            for p in readable(self.document)
            if p.host < 0 and (self.within is None or p.index in self.within)
        ]
        for number, (paragraph, match) in enumerate(entries):
            if match is None:
                continue
            after = range(number + 1, len(entries))
            ends = (entries[n][0].index for n in after if levels[n] <= levels[number])
            end = next(ends, len(self.document.paragraphs))
            region = inside[bisect_right(inside, paragraph.index) : bisect_left(inside, end)]
            whole = {*region, *(a for i in region for a in attached.get(i, ()))}
            yield Headed(paragraph, match, levels[number], tuple(sorted(whole)))

    def _level(self, paragraph: Paragraph, match: HeadingMatch | None, main: int) -> int:
        """A real heading's own level; an imitated one ranks with the sections if it is one."""
        if not is_imitated(paragraph):
            return paragraph.heading.level if paragraph.heading else main
        ranks = match is not None and match.whole and any(key in self.ranking for key in match.keys)
        return main if ranks else main + 1

    def _title_page(self, entries: Sequence[_Entry]) -> frozenset[int]:
        """Everything before the contents list and the first heading of a section."""
        if self.within is not None:
            return frozenset()  # a part has none
        sure = [p.index for p, m in entries if m is not None and m.how is not How.PART]
        real = [p.index for p, _ in entries if not is_imitated(p)]
        end = min(first_contents_line(self.document), *(sure or real)[:1] or [10**9])
        texts = [
            p.index
            for p in self.document.paragraphs[:end]
            if p.story in (Story.BODY, Story.TEXTBOX) and p.text.strip()
        ]
        return frozenset(texts[:_LONGEST_TITLE_PAGE])


def _stray(one: Headed, found: Sequence[Headed], sections: dict[str, Section]) -> bool:
    """Whether a doubtful heading stands inside a section where its content never stands.

    "Line 9: family, friends and work" within the analysis is no section on the family.
    """
    if one.match.how in _SURE:
        return False
    above = [h for h in found if h.level < one.level and one.heading.index in h.region]
    if not above:
        return False
    holders = {key for mine in one.match.keys for key in sections[mine].part_of}
    holders |= {key for key, section in sections.items() if section.optional}
    return not any(key in holders or key in one.match.keys for key in above[-1].match.keys)


def is_imitated(paragraph: Paragraph) -> bool:
    """Whether a paragraph only looks like a heading."""
    heading = paragraph.heading
    return heading is not None and heading.source is HeadingSource.IMITATION


def _adds_section(match: HeadingMatch | None, keys_of_real: set[str]) -> bool:
    """Whether a bold line stands for a section that no real heading stands for."""
    return match is not None and match.whole and not any(key in keys_of_real for key in match.keys)


def _main_level(entries: Sequence[_Entry]) -> int:
    """The level at which most of the recognised real headings stand."""
    levels = Counter(
        p.heading.level for p, m in entries if m is not None and p.heading and not is_imitated(p)
    )
    return min(levels, key=lambda level: (-levels[level], level)) if levels else 1


_RANK = {how: rank for rank, how in enumerate(How)}


def best_first(found: Iterable[Headed]) -> list[Headed]:
    """Headings of one section, the likeliest to be its own first."""
    return sorted(
        found,
        key=lambda one: (
            one.imitated,
            one.match.appendix,
            _RANK[one.match.how],
            one.level,
            one.heading.index,
        ),
    )


def contents_lines(document: Document) -> tuple[int, ...]:
    """The lines of the contents list, which are no part of any other section."""
    return tuple(p.index for p in document.paragraphs if p.in_toc and p.story is Story.BODY)


def first_contents_line(document: Document) -> int:
    """Index of the first line of the contents list; past the end if there is none."""
    return next(iter(contents_lines(document)), len(document.paragraphs))


def readable(document: Document) -> Iterator[Paragraph]:
    """Body text, text boxes and notes; not contents lists, headers, comments."""
    wanted = (Story.BODY, Story.TEXTBOX, Story.FOOTNOTE, Story.ENDNOTE)
    return (p for p in document.paragraphs if p.story in wanted and not p.in_toc)


def _attached(document: Document) -> dict[int, list[int]]:
    """Body paragraph -> the text boxes anchored in it and the notes it cites."""
    hosted: dict[int, list[int]] = {}
    for paragraph in readable(document):
        if paragraph.host >= 0:
            hosted.setdefault(paragraph.host, []).append(paragraph.index)
    return hosted
