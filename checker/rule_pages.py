"""A page for each rule, generated from the rule: what it asks, why, source, how, examples.

``docs/rules/`` holds the pages; a test fails when one is stale.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ..schemas.rule import (
    Cite,
    Duty,
    Entry,
    LeadStep,
    Override,
    Remark,
    Requirement,
    ReviewTrigger,
    Rule,
)
from .clocks import in_words
from .condition_words import Words
from .conditions import parse
from .example_rows import example_rows
from .lint import conditions_of
from .packs import RuleBase, definitions_of
from .wording import about_text, sentence

_KINDS = (
    (Rule, "Rule", "rules"),
    (Override, "Change to a rule by an overlay", "overrides"),
    (Duty, "Duty", "duties"),
    (ReviewTrigger, "Other review set off", "reviews"),
    (LeadStep, "Step to the lead CSP", "lead"),
    (Remark, "Remark", "remarks"),
    (Requirement, "Requirement of a draft", "requirements"),
)

_CHECKED = {
    "primary": "read in the text itself",
    "secondary": "read in a document that restates it",
    "inference": "inferred from texts that were read",
    "unverified": "**not verified: nobody could check this**",
}

_KEY_TITLES = {
    "when": "It holds when",
    "settled_yes": "It holds, without anybody's judgement, when",
    "settled_no": "It does not hold, without anybody's judgement, when",
    "applies_when": "It applies when",
    "unless": "Where this is so, the answer is no",
    "also": "Where this is so, the answer is yes",
}


def kind_of(entry: Entry) -> str:
    """What kind of entry it is, in words."""
    return next((title for model, title, _ in _KINDS if isinstance(entry, model)), "Choice")


def entries(base: RuleBase) -> Iterator[tuple[str, Entry]]:
    """Every entry of every pack, with its pack's id, in order."""
    for pack in base.packs.values():
        for _, _, kind in _KINDS:
            for entry in pack.entries(kind):
                yield pack.id, entry


def page(base: RuleBase, pack_id: str, entry: Entry) -> str:
    """The page of one entry as Markdown."""
    lines = [f"# {entry.id}: {entry.title}", ""]
    lines += [f"{kind_of(entry)} of the pack `{pack_id}` ({base.packs[pack_id].head.title}).", ""]
    if entry.why:
        lines += ["## Why", "", " ".join(entry.why.split()), ""]
    lines += _says(entry)
    lines += _how(base, entry)
    lines += ["## Source", "", *(_cited(base, cite) for cite in entry.cites), ""]
    lines += _examples(entry)
    lines += _related(base, entry)
    return "\n".join(lines).rstrip() + "\n"


def _says(entry: Entry) -> list[str]:
    """What an entry says or asks, by its kind."""
    said: list[str] = []
    if isinstance(entry, Duty):
        said = [f"{sentence(entry.who)[:-1]} {entry.level}: {sentence(entry.what)}"]
        said.append(f"Limit: {in_words(entry.limit)}.")
    elif isinstance(entry, ReviewTrigger):
        said = [f"{entry.review}.", f"Tell: {sentence(entry.tell)}", f"When: {sentence(entry.by)}"]
    elif isinstance(entry, LeadStep | Remark):
        said = [sentence(entry.say)]
    elif isinstance(entry, Requirement):
        said = [f"Level: {entry.level.value}. What to do: {sentence(entry.advice)}"]
        if entry.look_for:
            said.append(f"For a person to judge: {sentence(entry.look_for)}")
    elif isinstance(entry, Override):
        said = [f"Changes the rule [{entry.overrides}]({entry.overrides}.md) and no other."]
    return ["## What it says", "", *_spaced(said)] if said else []


def _spaced(paragraphs: list[str]) -> list[str]:
    return [line for paragraph in paragraphs for line in (paragraph, "")]


def _how(base: RuleBase, entry: Entry) -> list[str]:
    words = Words(base.facts, titles_of(base))
    lines = ["## How it is decided", ""]
    if isinstance(entry, Rule):
        lines += [f"It concludes `{entry.concludes}` about the {entry.scope.value}.", ""]
    for key, source in _conditions(entry):
        lines += [f"{_KEY_TITLES[key]}:", "", *words.lines(parse(source)), ""]
    judgement = getattr(entry, "judgement", None)
    if judgement is not None:
        lines += [f"Otherwise it is a judgement for the {judgement.decided_by}:", ""]
        lines += [f"> {about_text(' '.join(judgement.question.split()), '')}", ""]
        lines += _factors("For", judgement.factors_for)
        lines += _factors("Against", judgement.factors_against)
    if isinstance(entry, Requirement) and entry.when is None:
        lines += ["Only a person can judge this: the outcome is always `review`.", ""]
    return lines


def _conditions(entry: Entry) -> Iterator[tuple[str, Any]]:
    if isinstance(entry, Override):
        for key in ("unless", "also"):
            if getattr(entry, key) is not None:
                yield key, getattr(entry, key)
    for key, source, _ in conditions_of(entry):
        if source is not None and key in _KEY_TITLES:
            yield key, source


def _factors(side: str, factors: Any) -> list[str]:
    if not factors:
        return []
    return [f"{side}:", "", *(f"- {factor.text}" for factor in factors), ""]


def _cited(base: RuleBase, cite: Cite) -> str:
    note = f" {sentence(cite.note)}" if cite.note else ""
    title = base.sources[cite.source].title
    only = [base.packs[one].head.title for one in cite.editions]
    under = f" Shown under: {', '.join(only)}." if only else ""
    return f"- {title}, {cite.at} ({_CHECKED[cite.checked.value]}).{note}{under}"


def _examples(entry: Entry) -> list[str]:
    rows = [
        f"| {given.replace('|', '¦') or 'nothing'} | {then} |"
        for given, then in example_rows(entry)
    ]
    return ["## Examples", "", "| given | answer |", "|---|---|", *rows, ""] if rows else []


def titles_of(base: RuleBase) -> Callable[[str], str]:
    """What to call each proposition: the title of the entry that concludes it."""
    titles = {d.name: d.entry.title for pack in base.packs.values() for d in definitions_of(pack)}

    def title(name: str) -> str:
        return titles.get(name, name)

    return title


def _related(base: RuleBase, entry: Entry) -> list[str]:
    """Rules of other packs on the same topic or proposition, and overlays that change it."""
    mine = (entry.topic, getattr(entry, "concludes", ""))
    found: list[str] = []
    for pack_id, other in entries(base):
        if other.id == entry.id:
            continue
        theirs = (other.topic, getattr(other, "concludes", ""))
        same = any(a and a == b for a, b in zip(mine, theirs, strict=True))
        changes = isinstance(other, Override) and other.overrides == entry.id
        if same or changes:
            found.append(f"- [{other.id}]({other.id}.md) ({pack_id}): {other.title}")
    return ["## Related rules", "", *found, ""] if found else []


def index(base: RuleBase) -> str:
    """The index of all pages as Markdown."""
    lines = ["# Rules", "", "Generated from `rules/`; do not edit by hand.", ""]
    for pack in base.packs.values():
        lines += [f"## {pack.head.title} (`{pack.id}`, {pack.head.status})", ""]
        lines += ["| id | kind | title |", "|---|---|---|"]
        lines += [
            f"| [{entry.id}]({entry.id}.md) | {kind_of(entry)} | {entry.title} |"
            for pack_id, entry in entries(base)
            if pack_id == pack.id
        ]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def pages(base: RuleBase) -> dict[str, str]:
    """File name -> content of everything under ``docs/rules/``."""
    found = {"README.md": index(base)}
    found.update({f"{entry.id}.md": page(base, pack_id, entry) for pack_id, entry in entries(base)})
    return found
