"""``dhr decide CASE``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from . import shared

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ..prepare import Keys


@click.command()
@click.argument("case")
@shared.as_of_option
@shared.selection_options
@shared.engine_option
@shared.output_options("text", "json")
def decide(
    case: str,
    as_of: date | None,
    engine: Any,
    form: str,
    target: Path | None,
    **keys: Unpack[Keys],
) -> None:
    """Decide whether a death calls for a domestic homicide review.

    CASE is a case record in YAML or JSON, or - for standard input.

    Exit status: 0 decided (met or not met), 3 open, 2 unusable input.
    """
    with shared.told_plainly():
        from ...schemas.decision import Outcome
        from .. import decision
        from ..render import decision_text

        made = decision.decide(
            shared.source(case), as_of=shared.today(as_of), engine=engine, **keys
        )
        if form == "json":
            content = made.model_dump_json(indent=2) + "\n"
        else:
            content = decision_text.render(made)
        shared.emit(content, target, case)
    raise SystemExit(shared.EXIT_OPEN if made.outcome is Outcome.OPEN else shared.EXIT_OK)
