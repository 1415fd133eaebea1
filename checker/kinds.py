"""What kind of document is this draft: an overview report, a summary, an action plan?

The first page says so as a rule; where it does not, the headings do.  What cannot be told
is held against the overview report template, and the report says that it was a guess.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..schemas.documents import PUBLISHED, DocumentKind
from ..schemas.rule import Template
from .detectors.terms import find, plain
from .document.model import Document
from .likeness import likenesses

KINDS = tuple(kind.value for kind in DocumentKind)
_FIRST = 25  # paragraphs of the body that can be the first page
_LONGEST_LINE = 100  # characters: longer is prose, which may speak of any document
_TITLE_LINES = 6  # of the first page, in which a paper behind the report has its title


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document, and how it was told."""

    value: DocumentKind
    because: str


def kind_of(document: Document, templates: Mapping[DocumentKind, Template]) -> Kind:
    """Tell the kind of a draft; ``templates`` are those of the rules that were chosen."""
    first = _first_page(document)
    looks = likenesses(document, templates)
    # Terms of reference and chronologies are parts of a report as well: only a title counts.
    titled = [kind for kind in _named(first[:_TITLE_LINES]) if kind not in PUBLISHED]
    named = [kind for kind in _named(first) if kind in PUBLISHED or kind in titled]
    # A summary names the report that it sums up, so what a draft looks like goes first.
    called = [kind for kind in named if kind in looks] or [k for k in named if k in PUBLISHED]
    if called:
        return Kind(called[0], f"The first page calls it {called[0].with_article}.")
    # A management review has many of a summary's headings, and its title is to be believed; a
    # report may have its terms of reference, or a chronology, on its first page.
    if titled and DocumentKind.OVERVIEW not in looks:
        return Kind(titled[0], f"Its title calls it {titled[0].with_article}.")
    for kind, because in looks.items():
        return Kind(kind, because)
    for kind in titled:
        return Kind(kind, f"Its title calls it {kind.with_article}.")
    return Kind(
        DocumentKind.OVERVIEW,
        "It does not say what it is; the overview report template was taken as a guess.",
    )


def _named(lines: list[str]) -> list[DocumentKind]:
    """The kinds that some lines name, in the order in which they do."""
    text = " | ".join(lines)
    found = {kind: find((f"<kind-{kind.value}>",), text) for kind in DocumentKind}
    starts = {kind: match.start() for kind, match in found.items() if match is not None}
    return sorted(starts, key=lambda kind: starts[kind])


def _first_page(document: Document) -> list[str]:
    """The lines before the contents list or the first real section, in plain form."""
    texts: list[str] = []
    for paragraph in document.main_text(contents=True):
        if paragraph.in_toc or len(texts) == _FIRST:
            break
        if paragraph.heading is not None and paragraph.style_name.startswith("heading") and texts:
            break
        if 0 < len(paragraph.text.strip()) <= _LONGEST_LINE:
            texts.append(plain(paragraph.text))
    return texts
