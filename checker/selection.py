"""Choosing the rules: the statutory test, the edition, the nation and the local overlay.

The four keys are independent, and what a document calls itself chooses none of them.  Each
is chosen by rules that are themselves data (``rules/selection.yaml``), explained in the
output, and can be overridden by the caller or in the record.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ..schemas.case import CaseRecord
from ..schemas.common import Answer
from ..schemas.decision import Chosen, Citation
from ..schemas.rule import Choice, Scope
from .conditions import parse
from .errors import InputError
from .facts import facts_of, subjects
from .logic import Env, value_of
from .packs import RuleBase, RuleSet, lay

Key = Literal["test", "edition", "nation", "overlay"]
KEYS: tuple[Key, ...] = ("test", "edition", "nation", "overlay")
NATIONS = ("england", "wales")
KEY_DATE = "case.key_date"
"""The date that editions are chosen by; which one they turn on is not established."""
_OTHER_DATES = ("death.date", "case.decision")
NO_OVERLAY = "none"
"""What a caller writes to ask for no local overlay."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The rules chosen, and why."""

    chosen: tuple[Chosen, ...]
    ruleset: RuleSet

    def value(self, key: str) -> str | None:
        """What was chosen for a key."""
        return next(one.value for one in self.chosen if one.key == key)


def select(
    base: RuleBase, record: CaseRecord, overrides: Mapping[str, str | None] | None = None
) -> Selection:
    """Choose the packs for a record.

    ``overrides`` gives any of test, edition, nation and overlay; what the record itself
    chose by hand comes next, and the selection rules last.  Raises InputError for an
    unknown pack or nation.
    """
    asked = {**_in_record(record), **{k: v for k, v in (overrides or {}).items() if v}}
    env = Env(facts_of(record, base.facts, Scope.CASE, subjects(record, Scope.CASE)[0]))
    chosen = tuple(_choose(base, key, asked.get(key), env) for key in KEYS)
    return Selection(chosen, lay(base, pack_ids(base, {c.key: c.value for c in chosen})))


def _in_record(record: CaseRecord) -> dict[str, str]:
    made = record.selection
    if made is None:
        return {}
    given = {
        "test": made.test,
        "edition": None if made.edition is None else str(made.edition),
        "nation": made.nation.value if made.nation else None,
        "overlay": made.overlay,
    }
    return {key: value for key, value in given.items() if value}


def _choose(base: RuleBase, key: str, asked: str | None, env: Env) -> Chosen:
    if asked is not None:
        value, title = _overridden(base, key, asked)
        because = "Chosen by hand, in the record or by the caller."
        return Chosen(key=key, value=value, title=title, because=because, overridden=True)
    choice, doubtful = _first(base, key, env)
    return _explained(base, choice, doubtful, _by_other_dates(base, choice, env))


def _first(base: RuleBase, key: str, env: Env) -> tuple[Choice, list[Choice]]:
    """The first choice that holds, and those before it that may hold."""
    doubtful: list[Choice] = []
    for choice in base.choices:
        answer = value_of(parse(choice.when), env) if choice.key == key else Answer.NO
        if answer is Answer.YES:
            return choice, doubtful
        if answer is Answer.OPEN:
            doubtful.append(choice)
    raise InputError(
        f"no rule chooses the {key} for this record.",
        mend=f"Choose it by hand with --{key}.",
        code="input.selection",
    )


def _by_other_dates(base: RuleBase, choice: Choice, env: Env) -> str:
    """Whether another date of the record would choose another pack, and which.

    No source settles which date an edition turns on, so a choice that hangs on it says so.
    """
    said: list[str] = []
    for fact in _OTHER_DATES:
        if (when := env.facts[fact]).known:
            other, _ = _first(base, choice.key, Env({**env.facts, KEY_DATE: when}))
            if other.choose != choice.choose:
                said.append(f"By the {base.facts[fact].label} it would be: {other.title}.")
    return " ".join(said)


def _explained(base: RuleBase, choice: Choice, doubtful: list[Choice], also: str) -> Chosen:
    because = " ".join(choice.say.split())
    if doubtful:
        titles = "; ".join(one.title for one in doubtful)
        because += f" The record leaves open whether this should be: {titles}."
    if also:
        because += f" {also}"
    return Chosen(
        key=choice.key,
        value=choice.choose,
        title=choice.title,
        because=because,
        citations=tuple(Citation.of(c, base.sources[c.source].title) for c in choice.cites),
    )


_CALLED = {"test": "statutory test", "edition": "edition", "overlay": "local overlay"}


def _overridden(base: RuleBase, key: str, asked: str) -> tuple[str | None, str]:
    if key == "nation":
        if asked not in NATIONS:
            raise InputError(
                "that nation is not covered.",
                mend=f"Choose one of: {', '.join(NATIONS)}.",
                code="input.nation",
            )
        return asked, asked.capitalize()
    if key == "overlay" and asked == NO_OVERLAY:
        return None, "No local overlay"
    if key == "edition" and asked.isdigit():
        asked = f"home-office-{asked}"
    right = packs_of(base, {"test": "statute", "edition": "guidance", "overlay": "local"}[key])
    if asked not in right:
        none = [NO_OVERLAY] if key == "overlay" else []
        raise InputError(
            f"there is no such {_CALLED[key]}.",
            mend=f"Choose one of: {', '.join([*right, *none])}.",
            code="input.unknown-key",
        )
    pack = base.pack(asked)
    return pack.id, pack.head.title


def packs_of(base: RuleBase, kind: str) -> list[str]:
    """The ids of the packs of one kind, in order."""
    return sorted(pack.id for pack in base.packs.values() if pack.head.kind == kind)


def pack_ids(base: RuleBase, keys: Mapping[str, str | None]) -> list[str]:
    """The packs that a choice of keys calls for, in the order in which they are laid."""
    nation = keys["nation"] or "england"

    joint = [one for one in packs_of(base, "joint") if nation in base.packs[one].head.nations]
    edition = (keys["edition"], *packs_of(base, "drafts"))
    named = [keys["test"], *edition, *joint, keys["overlay"], *packs_of(base, "themes")]
    return [pack_id for pack_id in named if pack_id]
