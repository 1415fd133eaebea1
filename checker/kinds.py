"""What kind of document is this draft: an overview report, a summary, an action plan?

The first page says so as a rule; where it does not, the headings do.  What cannot be told
is held against the overview report template, and the report says that it was a guess.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..schemas.rule import Template
from .detectors.terms import find, plain
from .document.model import Document
from .layout import Layout

OVERVIEW = "overview-report"
SUMMARY = "executive-summary"
PLAN = "action-plan"
KINDS = (OVERVIEW, SUMMARY, PLAN)
_FIRST = 25  # paragraphs of the body that can be the first page
_LONGEST_LINE = 100  # characters: longer is prose, which may speak of any document
_NAMED = ((OVERVIEW, "<kind-overview>"), (SUMMARY, "<kind-summary>"), (PLAN, "<kind-plan>"))
_ONLY_IN_OVERVIEW = ("methodology", "family", "equality", "background", "overview", "dissemination")
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document, and how it was told."""

    value: str
    because: str


def kind_of(document: Document, template: Template | None) -> Kind:
    """Tell the kind of a draft; ``template`` is that of the overview report."""
    first = _first_page(document)
    for kind, words in _NAMED:
        if find((words,), first):
            return Kind(kind, f"The first page calls it {_ARTICLE[kind]}.")
    if template is not None:
        layout = Layout(document, template)
        headed = {key for one in layout.headed for key in one.match.keys}
        if len(headed & set(_ONLY_IN_OVERVIEW)) >= _ENOUGH:
            return Kind(OVERVIEW, "Its headings are those of an overview report.")
        if {"key-issues", "review-process"} <= headed:
            return Kind(SUMMARY, "Its headings are those of an executive summary.")
    return Kind(
        OVERVIEW, "It does not say what it is; the overview report template was taken as a guess."
    )


_ARTICLE = {OVERVIEW: "an overview report", SUMMARY: "an executive summary", PLAN: "an action plan"}


def _first_page(document: Document) -> str:
    """The lines before the contents list or the first real section, in plain form."""
    texts: list[str] = []
    for paragraph in document.main_text(contents=True):
        if paragraph.in_toc or len(texts) == _FIRST:
            break
        if paragraph.heading is not None and paragraph.style_name.startswith("heading") and texts:
            break
        if 0 < len(paragraph.text.strip()) <= _LONGEST_LINE:
            texts.append(plain(paragraph.text))
    return " | ".join(texts)
