"""``dhr check DRAFT.docx``."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import click
from typing_extensions import Unpack

from ..prepare import Keys
from . import shared


@click.command()
@click.argument("draft")
@click.option("--case", "case", help="The case record that stands beside the draft.")
@click.option(
    "--kind",
    type=click.Choice(["overview-report", "executive-summary", "action-plan"]),
    help="What the draft is; recognised if left out.",
)
@click.option("--clear", is_flag=True, help="Show names and numbers in clear in the excerpts.")
@shared.as_of_option
@shared.selection_options
@shared.engine_option
@shared.output_options("text", "json")
def check(
    draft: str,
    case: str | None,
    kind: str | None,
    clear: bool,
    as_of: date | None,
    engine: Any,
    form: str,
    target: Path | None,
    **keys: Unpack[Keys],
) -> None:
    """Check a draft as a reader for the Quality Assurance Panel would.

    DRAFT is an overview report, executive summary or action plan as .docx, or - for
    standard input.  Names in the findings are masked unless --clear is given.

    Exit status: 0 nothing failed, 1 something failed, 2 unusable input.
    """
    with shared.told_plainly():
        from .. import compliance

        report = compliance.check(
            sys.stdin.buffer.read() if draft == "-" else draft,
            None if case is None else shared.source(case),
            as_of=shared.today(as_of),
            kind=kind,
            keys=keys,
            engine=engine,
            masked=not clear,
        )
        if form == "json":
            content = report.model_dump_json(indent=2) + "\n"
        else:
            from ..render import report_text

            content = report_text.render(report)
        shared.emit(content, target, draft, *([case] if case else []))
    raise SystemExit(shared.EXIT_FAILED if report.failed else shared.EXIT_OK)
