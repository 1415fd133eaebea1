"""What a detector is: a question put to a draft, and an answer that shows where it looked.

A rule names a detector and gives its settings (``{observe: mentions, section: timescales,
words: [...]}``).  The detector answers yes, no or open - never a verdict: what a no means
is for the rule to say.  It returns the places, so that a reader can look for themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, Protocol, TypeVar

from pydantic import ValidationError

from ...schemas.case import CaseRecord
from ...schemas.common import Answer, Strict
from ...schemas.documents import ANY_NUMBER, DocumentKind
from ...schemas.rule import Template
from ..document.model import Document
from ..document.place import Place


@dataclass(frozen=True, slots=True)
class Which:
    """One document of a review, told apart from the others without its name or its agency's."""

    kind: DocumentKind
    number: int = 0
    """Its number among those of its kind, in the order given; 0 where there is one of the kind."""

    @property
    def named(self) -> str:
        """What it is called without an article: `executive summary`, `chronology 2`."""
        return f"{self.kind.named} {self.number}" if self.number else self.kind.named

    @property
    def definite(self) -> str:
        """What it is called within a sentence: `the executive summary`, `chronology 2`."""
        return self.named if self.number else f"the {self.named}"


@dataclass(frozen=True, slots=True)
class Hit:
    """One place in the draft.  ``excerpt`` is the draft's own text, masked only when shown."""

    place: Place | None
    excerpt: str = ""
    start: int = -1
    """Offset of the words in question within the paragraph's text; -1 if the whole."""
    end: int = -1
    note: str = ""
    """What is remarkable here, in the program's own words; never quotes the draft."""
    within: Which | None = None
    """The other document of the same review that it stands in; None for the draft itself."""


@dataclass(frozen=True, slots=True)
class Observation:
    """What was found.  YES: what the rule asked about is there.  OPEN: a person must look."""

    answer: Answer
    hits: tuple[Hit, ...] = ()
    note: str = ""
    """Why, in the program's own words; never quotes the draft."""


@dataclass
class Look:
    """What a detector may look at: the draft, and the case record where there is one."""

    document: Document
    record: CaseRecord | None = None
    template: Template | None = None
    as_of: date | None = None
    kind: DocumentKind = DocumentKind.OVERVIEW
    others: tuple[Look, ...] = ()
    """The other documents of the same review: one of a kind, but any number of management
    reviews and chronologies (:data:`ANY_NUMBER`)."""
    within: frozenset[int] | None = None
    """The paragraphs that are looked at, where a part of a document is a document of its own."""
    number: int = 0
    """Its number among the documents of its kind (:class:`Which`); 0 where it is the only one."""
    memo: dict[Any, Any] = field(default_factory=dict[Any, Any])
    """What detectors have already worked out about this draft, by key."""

    @property
    def which(self) -> Which:
        """Which document of its review this is."""
        return Which(self.kind, self.number)

    def beside(self, kind: DocumentKind) -> Look | None:
        """The other document of a kind of which a review has one; None where it was not given.

        Raises ValueError for management reviews and chronologies: of these there may be several,
        and the first stands for no other (:meth:`each_beside`).
        """
        if kind in ANY_NUMBER:
            raise ValueError(f"a review may have several of this kind: {kind}")
        return next((other for other in self.others if other.kind is kind), None)

    def each_beside(self, kind: DocumentKind) -> tuple[Look, ...]:
        """Every other document of a kind, in the order given."""
        return tuple(other for other in self.others if other.kind is kind)

    def other(self, which: Which) -> Look | None:
        """The other document that a place says it stands in."""
        return next((other for other in self.others if other.which == which), None)

    def once(self, key: Any, work: Callable[[], Any]) -> Any:
        """Do a piece of work once for each draft."""
        if key not in self.memo:
            self.memo[key] = work()
        return self.memo[key]


def set_beside(looks: Sequence[Look]) -> None:
    """Put the documents of one review beside each other, and number those of which it has several.

    Numbers go by the order given, and are the same in the report on each.
    """
    several = Counter(look.kind for look in looks)
    seen = Counter[DocumentKind]()
    for look in looks:
        seen[look.kind] += 1
        look.number = seen[look.kind] if several[look.kind] > 1 else 0
        look.others = tuple(other for other in looks if other is not look)


_Settings = TypeVar("_Settings", bound=Strict)
_Detect = Callable[[Look, _Settings], Observation]

Answers = frozenset[Answer]
ANY_ANSWER: Answers = frozenset(Answer)
SETTLED: Answers = frozenset({Answer.YES, Answer.NO})
"""What is counted or seen: never open."""
SUSPECTED: Answers = frozenset({Answer.NO, Answer.OPEN})
"""What nobody can be certain of: a find is only ever a question."""
QUESTIONED: Answers = frozenset({Answer.YES, Answer.OPEN})
"""What is in order, or else a question: never a fault for certain."""


class _Certainty(Protocol):
    @property
    def sure(self) -> bool: ...


def as_sure(settings: _Certainty) -> Answers:
    """The answers of a detector whose setting ``sure`` says what a find is worth."""
    return SETTLED if settings.sure else SUSPECTED


@dataclass(frozen=True, slots=True)
class Detector:
    """A registered detector and the settings that it understands."""

    name: str
    settings: type[Strict]
    look: Callable[[Look, Any], Observation]
    summary: str
    gives: Callable[[Any], Answers]
    """The answers that it can give with certain settings; tests hold it to them."""


REGISTRY: dict[str, Detector] = {}


def detector(
    name: str,
    settings: type[_Settings],
    gives: Answers | Callable[[_Settings], Answers] = ANY_ANSWER,
) -> Callable[[_Detect[_Settings]], _Detect[_Settings]]:
    """Register a detector under the name that rules use.

    ``gives`` says which answers it can give: what a rule over it must have examples of.
    """

    def answers(given: _Settings) -> Answers:
        return gives(given) if callable(gives) else gives

    def register(look: _Detect[_Settings]) -> _Detect[_Settings]:
        if name in REGISTRY:
            raise ValueError(f"two detectors are called {name}")
        summary = (look.__doc__ or "").strip().split("\n")[0]
        REGISTRY[name] = Detector(name, settings, look, summary, answers)
        return look

    return register


@lru_cache(maxsize=1)
def registered() -> dict[str, Detector]:
    """Every detector there is: each module of this package is imported, and registers its own."""
    package = __name__.rpartition(".")[0]
    for module in iter_modules([str(Path(__file__).parent)]):
        import_module(f"{package}.{module.name}")
    return REGISTRY


def settings_problem(name: str, settings: Mapping[str, Any]) -> str:
    """What is wrong with a rule's ``observe``; empty if nothing is."""
    known = registered()
    found = known.get(name)
    if found is None:
        return f"there is no detector `{name}`; there are {', '.join(sorted(known))}"
    try:
        found.settings.model_validate(dict(settings))
    except ValidationError as error:
        first = error.errors()[0]
        return f"`{'.'.join(map(str, first['loc']))}` of detector `{name}`: {first['msg']}"
    return ""


def can_give(name: str, settings: Mapping[str, Any]) -> Answers:
    """The answers that a detector can give with a rule's settings."""
    found = registered()[name]
    return found.gives(found.settings.model_validate(dict(settings)))


def observe(look: Look, name: str, settings: Mapping[str, Any]) -> Observation:
    """Run one detector with a rule's settings (checked when the rules were loaded)."""
    found = registered()[name]
    return found.look(look, found.settings.model_validate(dict(settings)))
