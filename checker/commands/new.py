"""``dhr new``: a blank case record, or the skeleton of a report in Word."""

from __future__ import annotations

from pathlib import Path

import click

from ..errors import InputError
from . import shared


@click.command()
@click.argument(
    "what",
    type=click.Choice(
        [
            *("case", "overview-report", "executive-summary", "action-plan"),
            *("management-review", "terms-of-reference"),
        ]
    ),
)
@click.option(
    "-o",
    "--output",
    "target",
    type=click.Path(path_type=Path),
    help="Write to a file; needed for a Word document.  Nothing is overwritten.",
)
@click.option(
    "--edition",
    type=click.Choice(["2016", "2013", "2011"]),
    default="2016",
    show_default=True,
    help="The edition of the guidance whose template is used.",
)
def new(what: str, target: Path | None, edition: str) -> None:
    """Begin a case record, or a report.

    A case record is YAML with a comment on every line.  A report is a Word document with the
    headings of its template, automatic numbering, and what the rules ask of each section as a
    comment.
    """
    with shared.told_plainly():
        if target is not None and target.exists():
            raise InputError(
                "that file is there already.",
                where=target.name,
                mend="Give another name: nothing is overwritten.",
                code="output.exists",
            )
        if what == "case":
            from ..new_case import blank_case

            shared.emit(blank_case(), target)
            return
        shared.needs_file("docx", target)
        from ...schemas.documents import DocumentKind
        from ..new_report import plan_for
        from ..render import skeleton_docx

        shared.emit(skeleton_docx.render(plan_for(DocumentKind(what), edition)), target)
