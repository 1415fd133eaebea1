"""``dhr timeline CASE``."""

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
@shared.output_options("text", "json", "ics")
def timeline(
    case: str, as_of: date | None, engine: Any, form: str, target: Path | None, **keys: Unpack[Keys]
) -> None:
    """Print every duty with its start, limit, due date, source and state.

    CASE is a case record in YAML or JSON, or - for standard input.  The format ics is an
    iCalendar file of the dated duties.
    """
    with shared.told_plainly("Working out what is due"):
        from .. import timeline as rules

        made = rules.timeline(shared.source(case), as_of=shared.today(as_of), engine=engine, **keys)
        content: str | bytes
        if form == "json":
            from ..render import as_json

            content = as_json.render(made)
        elif form == "ics":
            from ..render import timeline_ics

            content = timeline_ics.render(made)
        else:
            from ..render import timeline_text

            content = timeline_text.render(made)
        shared.emit(content, target, case)
