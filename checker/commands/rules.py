"""``dhr rules``: look into the rule base, check it, and compare packs."""

from __future__ import annotations

from pathlib import Path

import click

from . import shared


@click.group()
def rules() -> None:
    """Look into the rule base, check it, and compare packs."""


@rules.command("list")
@click.option("--pack", help="Only this pack.")
def list_rules(pack: str | None) -> None:
    """List every rule: id, kind, title."""
    with shared.told_plainly():
        from ..packs import load_packs
        from ..rule_pages import entries, kind_of

        base = load_packs()
        if pack is not None:
            base.pack(pack)
        for pack_id, entry in entries(base):
            if pack in (None, pack_id):
                click.echo(f"{entry.id}\t{pack_id}\t{kind_of(entry)}\t{entry.title}")


@rules.command()
@click.argument("rule_id")
def show(rule_id: str) -> None:
    """Show one rule: what it asks, why, its source, how it is decided, examples."""
    with shared.told_plainly():
        from difflib import get_close_matches

        from ..errors import InputError
        from ..packs import load_packs
        from ..rule_pages import entries, page

        base = load_packs()
        found = {entry.id: (pack_id, entry) for pack_id, entry in entries(base)}
        if rule_id.upper() not in found:
            close = get_close_matches(rule_id.upper(), list(found), n=3)
            mend = f"Did you mean {' or '.join(close)}?" if close else "`dhr rules list` has all."
            raise InputError("there is no rule of that id.", mend=mend, code="input.unknown-rule")
        click.echo(page(base, *found[rule_id.upper()]), nl=False)


@rules.command()
def test() -> None:
    """Run the examples that stand in the rule files.  Exit status 1 if one fails."""
    with shared.told_plainly():
        from ..packs import load_packs
        from ..rule_examples import run_examples
        from ..rule_pages import entries

        base = load_packs()
        results = [r for _, entry in entries(base) for r in run_examples(base, entry)]
        failed = [result for result in results if not result.passed]
        for one in failed:
            click.echo(
                f"{one.rule_id}, example {one.number}: expected {one.expected},"
                f" answered {one.answered}"
            )
        click.echo(f"{len(results)} examples, {len(failed)} failed")
    raise SystemExit(shared.EXIT_FAILED if failed else shared.EXIT_OK)


@rules.command()
@click.option(
    "--to", "folder", type=click.Path(path_type=Path, file_okay=False), default="docs/rules"
)
def pages(folder: Path) -> None:
    """Write a page for each rule into a folder (docs/rules by default)."""
    with shared.told_plainly():
        from ..packs import load_packs
        from ..rule_pages import pages as all_pages

        folder.mkdir(parents=True, exist_ok=True)
        wanted = all_pages(load_packs())
        for stale in folder.glob("*.md"):
            if stale.name not in wanted:
                stale.unlink()
        for name, content in wanted.items():
            (folder / name).write_text(content, encoding="utf-8", newline="\n")
        click.echo(f"{len(wanted)} pages")
