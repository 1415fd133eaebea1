"""Ask one detector about a few lines of a draft."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from dhr_checker.checker.detectors.base import Look, Observation, observe
from dhr_checker.checker.packs import load_packs
from dhr_checker.checker.textdoc import text_document
from dhr_checker.schemas.case import CaseRecord
from dhr_checker.schemas.rule import Template


@lru_cache(maxsize=1)
def template() -> Template:
    """The 2016 overview report template."""
    pack = load_packs().packs["home-office-2016"]
    return next(t for t in pack.templates if t.document == "overview-report")


def look(text: str, case: dict[str, Any] | None = None) -> Look:
    """A look at a draft in the markup of examples."""
    record = None if case is None else CaseRecord.model_validate({"reference": "TEST", **case})
    return Look(text_document(text), record, template())


def ask(
    detector: str, text: str, case: dict[str, Any] | None = None, **settings: Any
) -> Observation:
    """One observation."""
    return observe(look(text, case), detector, settings)
