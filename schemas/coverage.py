"""The shape of a coverage file: for every section of a document, the rules that carry it."""

from __future__ import annotations

from enum import Enum

from pydantic import Field, model_validator

from .common import Strict


class NoRule(str, Enum):
    """Why a section of a document has no rule.  The list is closed."""

    BACKGROUND = "background"
    """It explains, and asks nothing."""
    HEADING = "heading"
    """A heading with nothing of its own under it."""
    REPEATS = "repeats"
    """It says what another section says; the note names that section."""
    ADMINISTRATIVE = "administrative"
    """It asks something that no case record or draft shows, and that nothing turns on."""
    FORM_FIELD = "form-field"
    """A field or sample text of a form for an agency's own use."""
    ADDRESSED_TO_HOME_OFFICE = "addressed-to-home-office"
    ADDRESSED_TO_OTHERS = "addressed-to-others"
    """It is for prosecutors, investigators or others who take no part in a review."""
    NOT_IN_DOCUMENT = "not-in-document"
    """A heading of the contents list whose text is kept elsewhere."""


class Covered(Strict):
    """One section, and what carries it."""

    at: str
    """Its number or heading, as citations write it."""
    about: str
    """What it is about, in a few words of this project's own."""
    rules: list[str] = []
    """Ids; `OR16-FACTS-*` stands for all that begin so."""
    none: NoRule | None = None
    note: str = ""

    @model_validator(mode="after")
    def _one_of_the_two(self) -> Covered:
        if bool(self.rules) == (self.none is not None):
            raise ValueError("a section has either `rules`, or `none` with the reason")
        if self.none is NoRule.REPEATS and not self.note:
            raise ValueError("say in `note` which section this repeats")
        return self


class OutlinePart(Strict):
    """A part of the document's own outline, so that no paragraph can be passed over."""

    section: str
    """`4`, or a heading such as `appendix 1`."""
    about: str
    paragraphs: int | None = Field(default=None, ge=1)
    """How many numbered paragraphs it has: 4.1, 4.2 ...; none if it is one heading."""

    def places(self) -> list[str]:
        """Every place of this part, as ``at`` names it."""
        if self.paragraphs is None:
            return [self.section]
        return [f"{self.section}.{n + 1}" for n in range(self.paragraphs)]


class CoverageFile(Strict):
    """One document and the pack that restates it; the file bears the pack's name."""

    document: str
    """Id of the document in ``rules/sources.yaml``."""
    pinpoints: bool = True
    """Places are pin-points of citations; false where they are topics."""
    outline: list[OutlinePart] = []
    """What the document has; empty where the entries themselves are the list."""
    entries: list[Covered]
