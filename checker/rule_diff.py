"""What changes for a practitioner from one pack to another, rule by rule.

Two entries are about the same thing if they conclude the same proposition, name the same
topic or, in a pack that takes over another's entries, are the same entry.  Of such a pair
the difference is told in the terms of the person who has to act: who, what, by when, how
strongly, under what condition.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..schemas.rule import (
    Duty,
    Entry,
    FactSpec,
    LeadStep,
    Override,
    Remark,
    Requirement,
    ReviewTrigger,
    Rule,
)
from .clocks import in_words
from .condition_words import Words
from .conditions import parse
from .packs import ENTRY_LISTS, Pack

_WORDING = frozenset({"title", "what", "says", "advice", "judgement", "tell"})
"""Points that two editions put in other words although they ask the same."""


@dataclass(frozen=True, slots=True)
class _Told:
    """How conditions and facts are told."""

    condition: Callable[[Any], str]
    fact: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs between two entries on the same matter."""

    what: str
    """The key that differs, in words: `limit`, `who`, `condition`."""
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """How one matter stands in two packs."""

    kind: str
    """same, reworded (only sentences differ), changed, added or removed."""
    matter: str
    """Its topic or proposition; the id where it has neither."""
    before: tuple[Entry, ...]
    after: tuple[Entry, ...]
    changes: tuple[Change, ...] = ()


def diff(
    pack_a: Pack,
    pack_b: Pack,
    facts: Mapping[str, FactSpec] | None = None,
    titles: Callable[[str], str] = str,
) -> tuple[Difference, ...]:
    """Every matter of either pack: first those of ``pack_a`` in its order, then what is new.

    With ``facts`` conditions are told in words, and ``titles`` says what to call a proposition;
    without, they are told as they stand in the rule files.
    """
    say = _Told(_as_written, str)
    if facts is not None:
        words = Words(facts, titles)
        say = _Told(
            lambda source: words.phrase(parse(source)),
            lambda fact: facts[fact].label if fact in facts else fact,
        )
    before, after = _matters(pack_a), _matters(pack_b)
    new = [matter for matter in after if matter not in before]
    return tuple(
        _difference(matter, before.get(matter, []), after.get(matter, []), say)
        for matter in (*before, *new)
    )


def _matters(pack: Pack) -> dict[str, list[Entry]]:
    """The entries of a pack by what they are about."""
    found: dict[str, list[Entry]] = {}
    for kind in ENTRY_LISTS:
        for entry in pack.entries(kind):
            found.setdefault(matter_of(entry), []).append(entry)
    return found


def matter_of(entry: Entry) -> str:
    """What an entry is about, by a name that other packs use as well."""
    if isinstance(entry, Rule):
        return entry.concludes
    return entry.topic or entry.id


def _difference(matter: str, before: list[Entry], after: list[Entry], say: _Told) -> Difference:
    entries = (tuple(before), tuple(after))
    if not before or not after:
        return Difference("removed" if before else "added", matter, *entries)
    changes = tuple(_changes(_told(before, say), _told(after, say)))
    if any(one.what not in _WORDING for one in changes):
        return Difference("changed", matter, *entries, changes)
    return Difference("reworded" if changes else "same", matter, *entries, changes)


def _changes(one: Mapping[str, str], other: Mapping[str, str]) -> Iterator[Change]:
    for what in dict.fromkeys([*one, *other]):
        if one.get(what, "") != other.get(what, ""):
            yield Change(what, one.get(what, ""), other.get(what, ""))


def _told(entries: list[Entry], say: _Told) -> dict[str, str]:
    """What some entries on one matter tell the practitioner."""
    told: dict[str, list[str]] = {}
    for entry in entries:
        for what, text in (*_points(entry, say), *_conditions(entry, say)):
            if text:
                told.setdefault(what, []).append(" ".join(text.split()))
    return {what: "; ".join(dict.fromkeys(texts)) for what, texts in told.items()}


def _points(entry: Entry, say: _Told) -> Iterator[tuple[str, str]]:
    yield "title", entry.title
    if isinstance(entry, Duty):
        yield "who", entry.who
        yield "what", entry.what
        yield "level", entry.level
        yield "counted from", say.fact(entry.start) if entry.start else ""
        yield "limit", in_words(entry.limit)
        yield "may be paused by", entry.paused_by
    elif isinstance(entry, Rule) and entry.judgement is not None:
        yield "judgement", entry.judgement.question
        yield "decided by", entry.judgement.decided_by
    elif isinstance(entry, ReviewTrigger):
        yield "review", entry.review
        yield "tell", entry.tell
    elif isinstance(entry, LeadStep | Remark):
        yield "says", entry.say
    elif isinstance(entry, Override):
        yield "changes the rule", entry.overrides
    elif isinstance(entry, Requirement):
        yield "level", entry.level.value
        yield "advice", entry.advice


def _conditions(entry: Entry, say: _Told) -> Iterator[tuple[str, str]]:
    for key, what in _KEYS.items():
        if (source := getattr(entry, key, None)) is not None:
            yield what, say.condition(source)


_KEYS = {
    "when": "condition",
    "applies_when": "applies when",
    "settled_yes": "settled: yes",
    "settled_no": "settled: no",
    "unless": "no, where",
    "also": "yes, where",
}


def _as_written(source: Any) -> str:
    """A condition as it stands in the rule file, in one line."""
    if isinstance(source, dict):
        parts: dict[str, Any] = source  # pyright: ignore[reportUnknownVariableType]
        return "{" + ", ".join(f"{key}: {_as_written(one)}" for key, one in parts.items()) + "}"
    if isinstance(source, list):
        items: list[Any] = source  # pyright: ignore[reportUnknownVariableType]
        return "[" + ", ".join(_as_written(one) for one in items) + "]"
    return str(source).lower() if isinstance(source, bool) else str(source)


def text(found: tuple[Difference, ...], before: str, after: str) -> str:
    """The differences as plain text, for a terminal: changed, new, gone; the rest counted."""
    lines = [f"From {before} to {after}", ""]
    for kind, heading in _HEADINGS.items():
        mine = [one for one in found if one.kind == kind]
        lines += [f"{heading} ({len(mine)})", ""] if mine else []
        lines += [line for one in mine for line in _lines(one)]
    counts = {kind: sum(one.kind == kind for one in found) for kind in ("reworded", "same")}
    lines.append(f"Said in other words: {counts['reworded']}. The same: {counts['same']}.")
    return "\n".join(lines) + "\n"


_HEADINGS = {"changed": "Changed", "added": "New", "removed": "Gone"}


def _lines(one: Difference) -> Iterator[str]:
    entries = one.after or one.before
    ids = ", ".join(entry.id for entry in (*one.before, *one.after))
    yield f"  {entries[0].title} [{ids}]"
    for change in one.changes:
        if change.what not in _WORDING or one.kind != "changed":
            yield f"    {change.what}: {change.before or '-'}"
            yield f"    {' ' * len(change.what)}  now: {change.after or '-'}"
    yield ""
