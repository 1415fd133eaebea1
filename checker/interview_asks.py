"""An open point as a question: its words, its possible answers, why it is asked, and whence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..schemas.dates import PartialDate
from ..schemas.decision import Citation, Outcome
from ..schemas.interview import Ask, Effect, Kind, Option
from ..schemas.rule import FactSpec
from .explain import citations
from .interview_answers import IDENTIFIED, NOBODY, People, Tried
from .interview_points import Goal, asked_by
from .openings import Opening, Undecided, judgement_point, question
from .prepare import Prepared
from .whatif import UNTOLD, possible_values, together
from .wording import listed, value_text

NOT_ANSWERS = UNTOLD | {"not-stated"}
"""Words of a vocabulary that only say that nothing is known: typed as "not known" instead."""

_PEOPLE = (
    ("all", "one or more people, and everyone who may have caused it is known"),
    ("some", "one or more people, and somebody else who is not identified"),
    ("none", "somebody, and nobody is identified"),
    (NOBODY, "nobody: it does not appear that violence, abuse or neglect by anybody led to it"),
)
_TRIED_PEOPLE = {
    "all": People("all", 1),
    "some": People("some", 1),
    "none": People("none", 0),
    NOBODY: People("all", 0),
}
ANY: dict[str, Any] = {"text": "Somewhere", "date": PartialDate(2024), "number": 1}
"""An answer to try where no rule tells one from another: that there is one is what matters."""
_WHO = (
    "Whose violence, abuse or neglect may have led to the death? Count also anybody whose abuse"
    " may have led to a suicide."
)


def key_of(opening: Opening) -> str:
    """A name for an open point that is stable within a case."""
    name = f"judgement {opening.name}" if isinstance(opening, Undecided) else opening.fact
    return f"{name} {opening.ref}".strip()


def tries(ready: Prepared, opening: Opening) -> Iterator[tuple[Any, str]]:
    """The answers worth trying: one of each class that some rule tells apart, with its words."""
    if isinstance(opening, Undecided):
        yield from ((True, "yes"), (False, "no"))
        return
    spec = ready.done.ruleset.base.facts[opening.fact]
    if opening.fact == IDENTIFIED:
        for value, label in _PEOPLE:
            yield _TRIED_PEOPLE[value], label.partition(":")[0]
    elif spec.type in ("number", "date") and possible_values(ready.done.ruleset, opening.fact):
        for possible in possible_values(ready.done.ruleset, opening.fact):
            yield possible.value, value_text(spec, possible.value)
    elif spec.type in ANY:
        yield ANY[spec.type], "any answer"
    else:
        yield from _listed_values(spec)


def _listed_values(spec: FactSpec) -> Iterator[tuple[Any, str]]:
    if spec.type == "yes-no":
        yield from ((True, "yes"), (False, "no"))
        return
    for value in spec.values:
        if value not in NOT_ANSWERS:
            chosen = frozenset([value]) if spec.type == "choices" else value
            yield ((value,) if spec.type == "choices" else value), value_text(spec, chosen)
    if spec.type == "choices":
        yield (), "none of these"


def ask_of(ready: Prepared, opening: Opening, tried: list[Tried], goals: tuple[Goal, ...]) -> Ask:
    """The question for an open point, with what its answers would do."""
    if isinstance(opening, Undecided):
        return _judgement(ready, opening, tried, goals)
    asked = question(ready.done, opening)
    spec = ready.done.ruleset.base.facts[opening.fact]
    kind: Kind = "people" if opening.fact == IDENTIFIED else spec.type  # pyright: ignore[reportAssignmentType]
    return Ask(
        key=key_of(opening),
        kind=kind,
        fact=opening.fact,
        about=opening.ref,
        question=_WHO if kind == "people" else asked.ask,
        who_knows=asked.who_knows,
        options=_options(spec, kind),
        effects=_effects(ready, opening.fact, tried),
        **_whence(ready, opening, goals),
    )


def _judgement(
    ready: Prepared, opening: Undecided, tried: list[Tried], goals: tuple[Goal, ...]
) -> Ask:
    point = judgement_point(ready.done, opening)
    return Ask(
        key=key_of(opening),
        kind="judgement",
        proposition=opening.name,
        about=opening.ref,
        question=point.question,
        who_knows=point.decided_by,
        effects=_effects(ready, "", tried),
        factors_for=point.factors_for,
        factors_against=point.factors_against,
        **_whence(ready, opening, goals),
    )


def _options(spec: FactSpec, kind: Kind) -> tuple[Option, ...]:
    if kind == "people":
        return tuple(Option(value=value, label=label) for value, label in _PEOPLE)
    if kind not in ("choice", "choices"):
        return ()
    return tuple(
        Option(value=value, label=label)
        for value, label in spec.values.items()
        if value not in NOT_ANSWERS
    )


def _effects(ready: Prepared, fact: str, tried: list[Tried]) -> tuple[Effect, ...]:
    """What answers would do, those with the same effect together; the undecided ones last."""
    by_outcome: dict[Outcome, list[Tried]] = {}
    for one in tried:
        by_outcome.setdefault(one.outcome, []).append(one)
    order = (Outcome.MET, Outcome.NOT_MET, Outcome.OPEN)
    return tuple(
        Effect(answer=_text(ready, fact, by_outcome[outcome]), outcome=outcome)
        for outcome in order
        if outcome in by_outcome
    )


def _text(ready: Prepared, fact: str, tried: list[Tried]) -> str:
    """Answers in one phrase; numbers and dates as ranges."""
    ruleset = ready.done.ruleset
    if fact and ruleset.base.facts[fact].type in ("number", "date"):
        values = [one.value for one in tried]
        classes = [one for one in possible_values(ruleset, fact) if one.value in values]
        if classes:
            return together(ruleset, fact, classes)
    return listed([one.text for one in tried], "or")


def _whence(ready: Prepared, opening: Opening, goals: tuple[Goal, ...]) -> dict[str, Any]:
    """Which rules ask, and the sources of those rules."""
    asking = asked_by(ready.done, opening, goals)
    found: dict[Citation, None] = {}
    for entry in asking:
        found.update(dict.fromkeys(citations(ready.done, entry)))
    return {
        "bears_on": tuple(entry.title for entry in asking),
        "rules": tuple(entry.id for entry in asking),
        "citations": tuple(found),
    }
