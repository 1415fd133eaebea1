"""``dhr rules``: look into the rule base, check it, and compare packs."""

from __future__ import annotations

from pathlib import Path

import click

from ..exits import Exit
from . import shared
from .voice import remark


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
            raise InputError(
                "there is no rule of that id.",
                mend=f"Did you mean {' or '.join(close)}?"
                if close
                else "`dhr rules list` has all.",
                code="input.unknown-rule",
            )
        click.echo(page(base, *found[rule_id.upper()]), nl=False)


@rules.command()
def test() -> None:
    """Run the examples that stand in the rule files."""
    with shared.told_plainly("Running the examples"):
        from ...schemas.rule import Requirement
        from ..packs import load_packs
        from ..requirement_examples import run_draft_examples, templates_of_examples
        from ..rule_examples import run_examples
        from ..rule_pages import entries

        base = load_packs()
        number, failed = 0, 0
        for pack_id, entry in entries(base):
            if isinstance(entry, Requirement):
                templates = templates_of_examples(base, pack_id)
                ran = list(run_draft_examples(base, entry, templates))
            else:
                ran = list(run_examples(base, entry))
            number += len(ran)
            for one in ran:
                if not one.passed:
                    failed += 1
                    rest = "" if one.expected is not one.answered else ", on other grounds"
                    click.echo(
                        f"{one.rule_id}, example {one.number}: expected {one.expected.value},"
                        f" came out as {one.answered.value}{rest}"
                    )
        remark(f"{number} examples, {failed} failed")
    raise SystemExit(Exit.FAILED if failed else Exit.OK)


@rules.command()
@click.option("--to", "folder", type=click.Path(path_type=Path), default="docs/rules")
def pages(folder: Path) -> None:
    """Write a page for each rule into a folder (docs/rules by default)."""
    with shared.told_plainly("Writing the pages"):
        from ..packs import load_packs
        from ..rule_pages import pages as all_pages

        folder.mkdir(parents=True, exist_ok=True)
        wanted = all_pages(load_packs())
        for stale in folder.glob("*.md"):
            if stale.name not in wanted:
                stale.unlink()
        for name, content in wanted.items():
            (folder / name).write_text(content, encoding="utf-8", newline="\n")
        remark(f"{len(wanted)} pages")


@rules.command()
def coverage() -> None:
    """Show, paragraph by paragraph, which rules carry each document, or why none does."""
    with shared.told_plainly("Comparing"):
        from ..coverage import faults, load_coverage, table
        from ..packs import load_packs

        base, wrong = load_packs(), 0
        for pack, covered in load_coverage().items():
            rows = table(base, covered)
            bare = sum(rules.startswith("none: ") for _, _, rules in rows)
            click.echo(f"{pack}: {len(rows)} places, {bare} of them without a rule, and why")
            for at, about, rules in rows:
                click.echo(f"  {at}\t{about}\t{rules}")
            found = faults(base, covered)
            wrong += len(found)
            for fault in found:
                click.echo(f"  FAULT: {fault}")
        remark(f"{wrong} faults")
    raise SystemExit(Exit.FAILED if wrong else Exit.OK)


@rules.command()
@click.argument("before")
@click.argument("after")
def diff(before: str, after: str) -> None:
    """Show what changed for a practitioner from one pack to another, rule by rule.

    For example: dhr rules diff home-office-2011 home-office-2016
    """
    with shared.told_plainly():
        from ..packs import load_packs
        from ..rule_diff import diff as compare
        from ..rule_diff import text
        from ..rule_pages import titles_of

        base = load_packs()
        found = compare(base.pack(before), base.pack(after), base.facts, titles_of(base))
        shared.emit(text(found, before, after), None)


@rules.command()
@click.option("--mutants", is_flag=True, help="Also change every rule in one place, and see.")
def lint(mutants: bool) -> None:
    """Look for rules that cannot do what they should.

    Unreachable conclusions, contradictions, facts that no rule uses, overlays that change
    nothing, examples that do not exercise their rule, outcomes that no example shows.
    """
    with shared.told_plainly("Looking through the rules"):
        from ..mutation import score
        from ..packs import load_packs
        from ..rule_pages import entries
        from ..static_analysis import analyse

        base = load_packs()
        found = analyse(base)
        for one in found:
            click.echo(f"{one.kind}\t{one.what}\t{one.text}")
        remark(f"{len(base.located)} entries, {len(found)} findings")
        if mutants:
            result = score(base, [entry for _, entry in entries(base)])
            for survivor in result.survivors:
                click.echo(f"survived\t{survivor.entry}\t{survivor.key}: {survivor.change}")
            click.echo(f"{result.mutants} mutants, {result.caught:.1%} caught by the examples")
    raise SystemExit(Exit.FAILED if found else Exit.OK)
