"""``dhr chair CASE``."""

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
@click.argument("case", type=click.Path())
@shared.as_of_option
@shared.selection_options
@shared.engine_option
@shared.output_options("text", "json")
def chair(
    case: str, as_of: date | None, engine: Any, form: str, target: Path | None, **keys: Unpack[Keys]
) -> None:
    """Set the chair and the author against the rules, step by step.

    CASE is a case record in YAML or JSON, or - for standard input.
    """
    with shared.told_plainly("Comparing"):
        from .. import chair as rules
        from ..render import as_json, chair_text

        made = rules.review_chair(
            shared.source(case), as_of=shared.today(as_of), engine=engine, **keys
        )
        face = as_json if form == "json" else chair_text
        shared.emit(face.render(made), target, case)
