"""``dhr schema``: the JSON Schemas of what goes in and comes out."""

from __future__ import annotations

from pathlib import Path

import click

from ..json_schemas import SCHEMAS, json_schema_text
from . import shared


@click.command()
@click.argument("what", type=click.Choice(SCHEMAS))
@click.option("-o", "--output", "target", type=click.Path(path_type=Path), help="Write to a file.")
def schema(what: str, target: Path | None) -> None:
    """Print a JSON Schema: of a case record, settings, a decision, a report or a rule file."""
    with shared.told_plainly():
        shared.emit(json_schema_text(what), target)
