"""From what the caller hands in to every answer: load, choose the rules, run them.

The first half of every question that can be put to a case record; what is made of the
answers is the business of ``decision``, ``timeline`` and ``chair``.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict

from ..schemas.case import CaseRecord
from ..schemas.decision import PackUsed, Provenance
from .casework import Run, inputs_of, run
from .engine.select import Choice
from .packs import RuleBase, load_packs
from .records import load_case, record_hash
from .selection import KEYS, Selection, select
from .version import PROGRAM

Source = str | os.PathLike[str] | bytes | Mapping[str, Any] | CaseRecord
"""A case record, a mapping, a path to YAML or JSON, or the bytes of one."""


class Keys(TypedDict, total=False):
    """Overrides of the four keys that choose the rules."""

    test: str | None
    edition: str | None
    nation: str | None
    overlay: str | None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A record, the rules chosen for it, and every answer."""

    record: CaseRecord
    chosen: Selection
    done: Run
    as_of: date | None

    @property
    def nation(self) -> str:
        """england or wales."""
        return self.chosen.value("nation") or "england"

    @property
    def edition(self) -> str:
        """Title of the edition of the guidance that was applied."""
        return next(one.title for one in self.chosen.chosen if one.key == "edition")

    def provenance(self) -> Provenance:
        """What made a result, so that it can be made again."""
        packs = tuple(
            PackUsed(
                id=pack.id,
                title=pack.head.title,
                version=pack.head.version,
                status=pack.head.status,
                sha256=pack.sha256,
            )
            for pack in self.chosen.ruleset.packs
        )
        return Provenance(
            program=PROGRAM,
            engines=self.done.engines,
            packs=packs,
            rules_sha256=self.chosen.ruleset.sha256,
            input_sha256=record_hash(self.record),
            as_of=self.as_of,
            note=self.done.note,
        )


def prepare(
    case: Source,
    as_of: date | None,
    engine: Choice = "auto",
    base: RuleBase | None = None,
    keys: Keys | None = None,
) -> Prepared:
    """Load a record, choose its rules and derive every answer.

    Raises RecordError, InputError, RuleConflict and EngineError, as :func:`decide` says.
    """
    record = load_case(case, as_of=as_of)
    asked = {key: keys.get(key) for key in KEYS} if keys else {}
    chosen = select(base or load_packs(drafts=False), record, asked)
    done = run(inputs_of(record, chosen.ruleset), chosen.ruleset, engine)
    return Prepared(record, chosen, done, as_of)
