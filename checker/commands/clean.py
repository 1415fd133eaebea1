"""``dhr clean FILE.docx -o OUT.docx``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..errors import InputError
from . import shared
from .voice import remark


@click.command()
@click.argument("draft", metavar="FILE", type=click.Path())
@click.option(
    "-o", "--output", "target", type=click.Path(path_type=Path), required=True,
    help="The new file; never the one that is cleaned.",
)  # fmt: skip
@click.option(
    "--changes",
    type=click.Choice(["keep", "accept", "refuse"]),
    default="keep",
    show_default=True,
    help="What becomes of tracked changes.",
)
@click.option("--keep-comments", is_flag=True, help="Keep comments, without their authors.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="Form of the account of what was done.",
)  # fmt: skip
def clean(draft: str, target: Path, changes: str, keep_comments: bool, form: str) -> None:
    """Write a copy of a Word file without authors, properties, comments and revision ids.

    FILE is a .docx, .docm, .dotx or .dotm file, or - for standard input; it is only read.
    What was done, and what is still in the copy, goes to standard output.
    """
    with shared.told_plainly("Cleaning"):
        from ...schemas.inspection import Changes
        from .. import clean as cleaning
        from ..render import as_json, inspection_text

        made = cleaning.clean(
            sys.stdin.buffer.read() if draft == "-" else draft,
            changes=Changes(changes),
            keep_comments=keep_comments,
        )
        if target.suffix.lower() != f".{made.report.kind}":
            raise InputError(
                "the new file would not open under that name.",
                mend=f"End it in .{made.report.kind}, as what is in it is.",
                code="output.suffix",
            )
        shared.emit(made.data, target, draft)
        account = as_json.render if form == "json" else inspection_text.cleaning
        remark(account(made.report).rstrip())
