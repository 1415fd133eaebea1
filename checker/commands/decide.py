"""``dhr decide CASE``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..exits import Exit
from . import shared

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ...schemas.decision import Decision
    from ..prepare import Keys


@click.command()
@click.argument("case", type=click.Path())
@shared.as_of_option
@shared.selection_options
@shared.engine_option
@shared.output_options("text", "json", "html", "docx")
@click.option(
    "--record",
    "record_target",
    type=click.Path(path_type=Path),
    help="Also write the case record as it was read, with what is still open.",
)
def decide(
    case: str,
    as_of: date | None,
    engine: Any,
    form: str,
    target: Path | None,
    record_target: Path | None,
    **keys: Unpack[Keys],
) -> None:
    """Decide whether a death calls for a domestic homicide review.

    CASE is a case record in YAML or JSON, or - for standard input.  The formats html and docx
    are the record that the CSP chair completes and signs.
    """
    with shared.told_plainly("Deciding"):
        from ...schemas.decision import Outcome
        from .. import decision
        from ..records import load_case

        shared.needs_file(form, target)
        day = shared.today(as_of)
        record = load_case(shared.source(case), as_of=day)
        made = decision.decide(record, as_of=day, engine=engine, **keys)
        if record_target is not None:
            from ..record_report import record_as_read

            shared.emit(record_as_read(record, made), record_target, case, option="--record")
        shared.emit(_rendered(made, form), target, case, outcome_first=True)
    raise SystemExit(Exit.OPEN if made.outcome is Outcome.OPEN else Exit.OK)


def _rendered(made: Decision, form: str) -> str | bytes:
    """The decision in one of its formats."""
    if form == "json":
        from ..render import as_json

        return as_json.render(made)
    if form == "html":
        from ..render import decision_html

        return decision_html.render(made)
    if form == "docx":
        from ..render import decision_docx

        return decision_docx.render(made)
    from ..render import decision_text

    return decision_text.render(made)
