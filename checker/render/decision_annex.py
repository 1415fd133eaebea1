"""The last pages of a decision record: what would change it, which rules, what made it."""

from __future__ import annotations

from collections.abc import Iterable

from ...schemas.decision import AppointeeView, Decision, Outcome, Provenance
from ..wording import sentence
from .sheet import Block, Bullets, Heading, NewPage, Pairs, Para, Strong, Table, Words
from .sources import Sources

_KEYS = {"test": "Test", "edition": "Guidance", "nation": "Nation", "overlay": "Local protocol"}


def annex(decision: Decision, sources: Sources) -> Iterable[Block]:
    """Everything that a reader needs to test the decision, and its signatory does not."""
    yield NewPage()
    yield Heading("Annex: how this was worked out")
    yield from _what_if(decision)
    yield from _rules(decision, sources)
    for view in decision.appointees:
        yield _appointee(view, sources)
    yield Heading("Sources", 3)
    yield from sources.blocks()
    yield Heading("What made this record", 3)
    yield provenance(decision.provenance)


def _what_if(decision: Decision) -> Iterable[Block]:
    if not decision.what_if:
        return
    yield Heading("What would change the outcome", 3)
    for then in (Outcome.MET, Outcome.NOT_MET, Outcome.OPEN):
        found = [one for one in decision.what_if if one.outcome is then]
        if not found:
            continue
        yield Para(("By itself, any of these would make the outcome ", Strong(str(then)), ":"))
        yield Bullets(
            tuple(f"{one.about}, {one.change}" if one.about else one.change for one in found)
        )


def _rules(decision: Decision, sources: Sources) -> Iterable[Block]:
    yield Heading("Which rules were applied, and why", 3)
    rows: list[tuple[Words, ...]] = []
    for one in decision.selection:
        why = f"{one.because} {one.otherwise}".strip()
        rows.append((_KEYS[one.key], one.title, why, sources.refs(one.citations)))
    yield Table("Rules chosen", ("Key", "Choice", "Why", "Source"), tuple(rows), (14, 28, 43, 15))


def _appointee(view: AppointeeView, sources: Sources) -> Block:
    return Table(
        f"Independence of the {view.about}",
        ("Rule", "Answer", "Source"),
        tuple(
            (
                one.title,
                (Strong(str(one.answer).capitalize()),),
                sources.refs(one.citations),
            )
            for one in view.elements
        ),
        (70, 14, 16),
    )


def provenance(made: Provenance) -> Block:
    """How an output was made: program, engines, packs and the first digits of their hashes."""
    agreed = ", in agreement" if len(made.engines) > 1 else ""
    note = f" {sentence(made.note)}" if made.note else ""
    rows: list[tuple[str, Words]] = [
        ("Program", made.program),
        ("Engine", f"{' and '.join(made.engines)}{agreed}.{note}"),
    ]
    packs = "; ".join(f"{one.id} {one.version} ({one.status})" for one in made.packs)
    rows.append(("Rules", f"{packs}. Together: {made.rules_sha256[:16]}"))
    rows.append(("Case record", made.input_sha256[:16]))
    return Pairs("Program, rules and record (SHA-256, first 16 digits)", tuple(rows))
