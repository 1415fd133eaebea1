"""``dhr schema``: the JSON Schemas of what goes in and comes out."""

from __future__ import annotations

import json
from pathlib import Path

import click

from . import shared


@click.command()
@click.argument("what", type=click.Choice(["case", "decision", "rules", "report"]))
@click.option("-o", "--output", "target", type=click.Path(path_type=Path))
def schema(what: str, target: Path | None) -> None:
    """Print a JSON Schema: of a case record, a decision, a rule file or a report."""
    with shared.told_plainly():
        from ..json_schemas import json_schema

        shared.emit(json.dumps(json_schema(what), indent=2, ensure_ascii=False) + "\n", target)
