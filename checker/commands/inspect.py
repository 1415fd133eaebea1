"""``dhr inspect FILE.docx``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from . import shared


@click.command()
@click.argument("draft", metavar="FILE", type=click.Path())
@click.option("--clear", is_flag=True, help="Show names, and what stands at each place.")
@shared.output_options("text", "json")
def inspect(draft: str, clear: bool, form: str, target: Path | None) -> None:
    """Show what a Word file holds besides its printed text, before it is shared.

    FILE is a .docx, .docm, .dotx or .dotm file, or - for standard input.
    """
    with shared.told_plainly("Reading"):
        from .. import inspect as inspecting
        from ..render import as_json, inspection_text

        found = inspecting.inspect(
            sys.stdin.buffer.read() if draft == "-" else draft, masked=not clear
        )
        face = as_json if form == "json" else inspection_text
        shared.emit(face.render(found), target, draft)
