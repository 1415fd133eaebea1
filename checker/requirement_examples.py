"""Run the examples that stand beside requirements: a few lines of a draft, and an outcome."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import Field

from ..schemas.case import CaseRecord
from ..schemas.common import Strict
from ..schemas.compliance import CheckOutcome
from ..schemas.documents import DocumentKind
from ..schemas.rule import Requirement, Scope, Template
from .conditions import Each
from .detectors.base import Look, set_beside
from .facts import facts_of, subjects
from .logic import OPEN, Answer, Env, conjunction, disjunction, value_of
from .packs import RuleBase
from .requirements import Surroundings, Verdict, compiled_for, each_unknown, templates_of, verdicts
from .textdoc import text_document


class DraftExample(Strict):
    """A short draft, the case record beside it if there is one, and what must come out."""

    document: str
    case: dict[str, Any] | None = None
    given: dict[str, Answer] = Field(default_factory=dict)
    """Answers of the case's own propositions."""
    then: CheckOutcome
    name: str = "example.docx"
    kind: DocumentKind | None = None
    """What the draft is; the first of the kinds that the requirement is put to if left out."""
    as_of: date | None = None
    """The day of the check; not known if left out."""
    beside: dict[DocumentKind, str | list[str]] = Field(default_factory=dict)
    """Other documents of the same review, in the same markup; a list where there are several."""
    depends: bool | None = None
    """Whether a review has to say that it rests on an open point: on whether the rule applies.

    A person reads the two kinds of review differently; not looked at if left out.
    """
    shows: str = ""
    """Words of the draft that must stand in a passage that the finding points to, if any."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class DraftResult:
    """One example, and what the requirement made of it."""

    rule_id: str
    number: int
    example: DraftExample
    verdict: Verdict

    @property
    def expected(self) -> CheckOutcome:
        """The outcome that the example asks for."""
        return self.example.then

    @property
    def answered(self) -> CheckOutcome:
        """The outcome."""
        return self.verdict.outcome

    @property
    def passed(self) -> bool:
        """Whether the outcome is the expected one, and rests on what the example says."""
        return self.expected is self.answered and self._rests and self._shows

    @property
    def _rests(self) -> bool:
        asked = self.example.depends
        return asked is None or asked is bool(self.verdict.depends_on)

    @property
    def _shows(self) -> bool:
        words = self.example.shows
        return not words or any(words in hit.excerpt for hit in self.verdict.hits)


def draft_examples(requirement: Requirement) -> list[DraftExample]:
    """The examples of a requirement, checked.  Raises ValidationError for a misspelt key."""
    return [DraftExample.model_validate(one) for one in requirement.examples]


def run_draft_examples(
    base: RuleBase, requirement: Requirement, templates: Mapping[DocumentKind, Template]
) -> Iterator[DraftResult]:
    """Run every example of one requirement, by the plain engine."""
    compiled, engine = compiled_for([requirement], "plain")
    for number, example in enumerate(draft_examples(requirement), 1):
        record = _record(example)
        look = _look(requirement, example, record, templates)
        around = _around(base, record, example.given)
        (verdict,) = verdicts([requirement], compiled, engine, look, around)
        yield DraftResult(requirement.id, number, example, verdict)


def templates_of_examples(base: RuleBase, pack_id: str) -> dict[DocumentKind, Template]:
    """The templates that a pack's examples are read with: its own, or else the latest there are."""
    return templates_of([*(base.packs[one] for one in sorted(base.packs)), base.packs[pack_id]])


def _look(
    requirement: Requirement,
    example: DraftExample,
    record: CaseRecord | None,
    templates: Mapping[DocumentKind, Template],
) -> Look:
    kind = example.kind or next(kind for kind in DocumentKind if kind in requirement.kinds)
    others = [
        Look(text_document(text), record, templates.get(other), kind=other)
        for other, given in example.beside.items()
        for text in ([given] if isinstance(given, str) else given)
    ]
    document = text_document(example.document, name=example.name)
    look = Look(document, record, templates.get(kind), example.as_of, kind)
    set_beside([look, *others])
    return look


def _record(example: DraftExample) -> CaseRecord | None:
    if example.case is None:
        return None
    return CaseRecord.model_validate({"reference": "EXAMPLE", **example.case})


def _around(base: RuleBase, record: CaseRecord | None, given: Mapping[str, Answer]) -> Surroundings:
    def outside(name: str) -> Answer:
        return given.get(name, OPEN)

    if record is None:
        return Surroundings({}, base.facts, each_unknown, outside)
    facts = facts_of(record, base.facts, Scope.CASE, subjects(record, Scope.CASE)[0])

    def each(leaf: Each) -> Answer:
        values = [
            value_of(leaf.inner, Env({**facts, **facts_of(record, base.facts, leaf.scope, one)}))
            for one in subjects(record, leaf.scope)
        ]
        return conjunction(values) if leaf.every else disjunction(values)

    return Surroundings(facts, base.facts, each, outside)
