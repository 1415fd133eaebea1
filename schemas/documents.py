"""The kinds of document that a review makes, and what each is called."""

from __future__ import annotations

from enum import Enum


class DocumentKind(str, Enum):
    """A kind of document that a draft can be."""

    OVERVIEW = "overview-report"
    SUMMARY = "executive-summary"
    PLAN = "action-plan"
    MANAGEMENT_REVIEW = "management-review"
    """An individual management review (IMR), or a management report as some call it."""
    CHRONOLOGY = "chronology"
    TERMS = "terms-of-reference"

    def __str__(self) -> str:
        return self.value

    @property
    def named(self) -> str:
        """What it is called in a sentence, without an article."""
        return _TITLES[self]

    @property
    def headed(self) -> str:
        """What it is called at the head of a page."""
        return self.named[0].upper() + self.named[1:]

    @property
    def with_article(self) -> str:
        """What it is called, with its article: `an overview report`."""
        title = self.named
        if self is DocumentKind.TERMS:
            return title
        return f"{'an' if title[0] in 'aeiou' else 'a'} {title}"

    @property
    def goes_to(self) -> str:
        """Who has it next: the Home Office's Panel, or the panel of the review itself."""
        return "the Panel" if self in PUBLISHED else "the review panel"


_TITLES = {
    DocumentKind.OVERVIEW: "overview report",
    DocumentKind.SUMMARY: "executive summary",
    DocumentKind.PLAN: "action plan",
    DocumentKind.MANAGEMENT_REVIEW: "individual management review",
    DocumentKind.CHRONOLOGY: "chronology",
    DocumentKind.TERMS: "terms of reference",
}

PUBLISHED = frozenset({DocumentKind.OVERVIEW, DocumentKind.SUMMARY, DocumentKind.PLAN})
"""What goes to the Home Office and is meant to be published.  Source: Home Office guidance
2011, paragraphs 8.19 and 9.1 (management reviews are never published)."""

ANY_NUMBER = frozenset({DocumentKind.MANAGEMENT_REVIEW, DocumentKind.CHRONOLOGY})
"""Of which one review has as many as there are agencies; of every other kind it has one.
Source: Home Office guidance 2011, paragraphs 8.1 to 8.9 (each agency reviews its own part)."""
