"""Whether another document of the same review, or several of a kind, stand beside the draft."""

from __future__ import annotations

from ...schemas.common import Answer, Strict
from ...schemas.documents import DocumentKind
from .base import Look, Observation, detector


class BesideSettings(Strict):
    """Which document."""

    document: DocumentKind


@detector("beside", BesideSettings)
def beside(look: Look, settings: BesideSettings) -> Observation:
    """Another document of the same review was given together with the draft."""
    if look.each_beside(settings.document):
        return Observation(Answer.YES)
    kind = settings.document.with_article
    return Observation(Answer.NO, (), f"{kind} of the same review was not given with the draft")
