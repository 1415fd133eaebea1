"""What is asked of a check, whatever the drafts: one draft or many are checked by the same terms.

Kept apart from the command so that a worker process can be handed it: it holds plain data only.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from .document.model import Document
from .engine.select import Choice
from .settings import NONE, InForce

if TYPE_CHECKING:
    from ..schemas.compliance import ComplianceReport
    from .packs import RuleSet
    from .prepare import Keys


def _no_keys() -> Keys:
    return {}


@dataclass(frozen=True, slots=True)
class Asked:
    """The terms of a check; every field means what it means in :func:`.compliance.check`."""

    case: str | os.PathLike[str] | bytes | None = None
    """The case record that stands beside the drafts: a path, or its bytes."""
    as_of: date | None = None
    keys: Keys = field(default_factory=_no_keys)
    engine: Choice = "auto"
    masked: bool = True
    settings: InForce = NONE
    """What holds for drafts of one folder; ``replace`` it for those of another."""

    baselines: tuple[ComplianceReport, ...] = ()
    """Reports on earlier drafts, to compare with those of their kinds."""

    def reports(
        self, documents: Sequence[Document], kinds: Sequence[str | None] | None = None
    ) -> tuple[ComplianceReport, ...]:
        """Check the documents of one review by these terms, each beside the others.

        Raises what :func:`.compliance.check_together` raises.
        """
        from .compliance import check_together

        return check_together(
            documents,
            self.case,
            as_of=self.as_of,
            kinds=kinds,
            keys=self.keys,
            engine=self.engine,
            masked=self.masked,
            settings=self.settings,
            baselines=self.baselines,
        )

    def ruleset(self) -> RuleSet:
        """The rules that a check by these terms follows.

        Raises RecordError and InputError: a case record that cannot be used, an unknown key.
        """
        from .compliance import choose

        return choose(self.case, as_of=self.as_of, keys=self.keys, settings=self.settings)[
            0
        ].ruleset
