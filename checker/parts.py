"""Documents inside a document: a summary in the report's own file, a plan in its appendix.

Such a part is held to the template of its kind in place.  It has no title page and no contents
list of its own, and what its template asks in the same words as the whole document's is asked
of the whole document only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..schemas.documents import DocumentKind
from ..schemas.rule import Requirement, Section, Template
from .detectors.base import Look
from .detectors.plan_reading import plan_of
from .detectors.reading import Reading, reading
from .layout import CONTENTS, TITLE_PAGE
from .outline import Headed

SUMMARY, PLAN, OVERVIEW = DocumentKind.SUMMARY, DocumentKind.PLAN, DocumentKind.OVERVIEW
_NOT_IN_A_PART = ("", TITLE_PAGE, CONTENTS)
_ENOUGH = 20  # words; a heading with less under it points to another file


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a draft that is a document of another kind."""

    look: Look
    """The part as a detector sees it: the same document, and no more of it than the part."""

    @property
    def kind(self) -> DocumentKind:
        """What the part is."""
        return self.look.kind

    @property
    def said(self) -> str:
        """What to tell the reader about it."""
        named = self.kind.with_article
        return f"There is {named} in it, which was held to what {named} has to say."


def put_to_part(requirement: Requirement, kind: DocumentKind, whole: DocumentKind) -> bool:
    """Whether a requirement is put to a part of one kind in a document of another."""
    own = kind in requirement.kinds and whole not in requirement.kinds
    return own and requirement.of_template and requirement.section not in _NOT_IN_A_PART


def parts_of(look: Look, templates: Mapping[DocumentKind, Template]) -> tuple[Part, ...]:
    """The parts of a draft that are documents of other kinds, each under its own template."""
    if look.template is None or look.kind not in (OVERVIEW, SUMMARY):
        return ()
    return tuple(
        Part(_within(look, kind, templates[kind], paragraphs))
        for kind, find in ((SUMMARY, _summary_in), (PLAN, _plan_in))
        if kind is not look.kind
        and kind in templates
        and (paragraphs := find(look, templates[kind]))
    )


def _within(look: Look, kind: DocumentKind, template: Template, paragraphs: set[int]) -> Look:
    others = (look, *look.others)
    return Look(
        look.document,
        look.record,
        template,
        look.as_of,
        kind,
        others,
        within=frozenset(paragraphs),
    )


def _plan_in(look: Look, _: Template) -> set[int]:
    """The plan's tables, and what stands with them under its heading."""
    tables = {table.index for table in plan_of(look).tables}
    if not tables:
        return set()
    found = {
        p.index
        for p in look.document.paragraphs
        if p.in_table is not None and p.in_table[0] in tables
    }
    for headed in _headings_of(reading(look), PLAN.value):
        if found & set(headed.region):
            found |= {headed.heading.index, *headed.region}
    return found


def _summary_in(look: Look, template: Template) -> set[int]:
    """The text under a heading that says executive summary, sections of the same rank included."""
    read = reading(look)
    keys = {section.key for section in template.sections if not section.optional}
    for headed in _beginnings(read, keys):
        found = {headed.heading.index, *headed.region}
        for following in _following(read, headed, template.sections):
            found |= {following.heading.index, *following.region}
        if read.words_in(sorted(found)) >= _ENOUGH:
            return found
    return set()


def _beginnings(read: Reading, keys: set[str]) -> Iterator[Headed]:
    """Headings with which a summary begins: its title or, where it has none, its first section.

    The second only where the report's own template counts two of its sections as the summary's.
    """
    titled = list(_headings_of(read, SUMMARY.value))
    if titled:
        yield from titled
        return
    inner = [
        one.section.key
        for one in read.layout
        if SUMMARY.value in one.section.part_of and one.section.key in keys and one.headings
    ]
    if len(inner) > 1:
        yield from list(_headings_of(read, inner[0]))[:1]


def _headings_of(read: Reading, key: str) -> Iterator[Headed]:
    if key in {one.section.key for one in read.layout}:
        yield from read.section(key).headings


def _following(read: Reading, first: Headed, sections: Sequence[Section]) -> list[Headed]:
    """Headings of the summary's sections that stand beside, not below, its own heading.

    Only where nothing stands below it.  They end at the first that is none of a summary's
    sections, or that comes a second time: there the report itself begins.  The last of them
    is one that every summary has.
    """
    inside = set(first.region)
    if any(one.heading.index in inside for one in read.layout.headed):
        return []
    known = {section.key for section in sections}
    seen = set(first.match.keys) & known
    found: list[Headed] = []
    for one in read.layout.headed:
        if one.heading.index <= first.heading.index:
            continue
        mine = set(one.match.keys)
        if not mine & known or mine & seen:
            break
        seen |= mine
        found.append(one)
    required = {section.key for section in sections if not section.optional}
    while found and not required & set(found[-1].match.keys):
        found.pop()
    return found
