"""What kind of document is this draft: an overview report, a summary, an action plan?

The first page says so as a rule; where it does not, the headings do.  What cannot be told
is held against the overview report template, and the report says that it was a guess.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..schemas.documents import PUBLISHED, DocumentKind
from ..schemas.rule import Template
from .detectors.terms import find, plain
from .document.model import Document
from .layout import Layout

KINDS = tuple(kind.value for kind in DocumentKind)
_FIRST = 25  # paragraphs of the body that can be the first page
_LONGEST_LINE = 100  # characters: longer is prose, which may speak of any document
_TITLE_LINES = 6  # of the first page, in which a paper behind the report has its title
_ONLY_IN_OVERVIEW = ("methodology", "family", "equality", "background", "overview", "dissemination")
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document, and how it was told."""

    value: DocumentKind
    because: str


def kind_of(document: Document, template: Template | None) -> Kind:
    """Tell the kind of a draft; ``template`` is that of the overview report."""
    first = _first_page(document)
    for kind in DocumentKind:
        if kind in PUBLISHED and _called(kind, first):
            return Kind(kind, f"The first page calls it {kind.with_article}.")
    if template is not None:
        layout = Layout(document, template)
        headed = {key for one in layout.headed for key in one.match.keys}
        if len(headed & set(_ONLY_IN_OVERVIEW)) >= _ENOUGH:
            return Kind(DocumentKind.OVERVIEW, "Its headings are those of an overview report.")
        if {"key-issues", "review-process"} <= headed:
            return Kind(DocumentKind.SUMMARY, "Its headings are those of an executive summary.")
    for kind in DocumentKind:
        # Only now: terms of reference and chronologies are parts of a report as well.
        if _called(kind, first[:_TITLE_LINES]):
            return Kind(kind, f"Its title calls it {kind.with_article}.")
    return Kind(
        DocumentKind.OVERVIEW,
        "It does not say what it is; the overview report template was taken as a guess.",
    )


def _called(kind: DocumentKind, lines: list[str]) -> bool:
    return find((f"<kind-{kind.value}>",), " | ".join(lines)) is not None


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
