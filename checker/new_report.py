"""What a blank report holds: the sections of its template, and what each has to say.

Taken from the rules that a draft is later held to, so that the skeleton asks for exactly what
the check looks for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..schemas.documents import DocumentKind
from ..schemas.rule import Level, Requirement, Section, Template
from .citing import citations_under
from .conditions import Observe, parse, walk
from .detectors.plan_table import COLUMNS, SECTION
from .errors import InputError
from .packs import RuleBase, RuleSet, lay, load_packs
from .selection import packs_of

EDITIONS = ("2016", "2013", "2011")


@dataclass(frozen=True, slots=True)
class Notes:
    """What the rules ask of one section."""

    key: str
    title: str
    points: tuple[str, ...]
    """Each requirement: how strongly, what, and what to do."""
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A blank document: its sections, and what holds for the whole of it."""

    document: DocumentKind
    edition: str
    """Title of the edition of the guidance."""
    whole: Notes
    sections: tuple[Notes, ...]
    optional: tuple[str, ...]
    """Titles of sections that a report may have.  An empty heading would pass for content."""
    columns: tuple[Notes, ...] = ()
    """What an action plan has to say under each head of its table."""


def plan_for(document: str, edition: str = "2016", base: RuleBase | None = None) -> Plan:
    """The plan of a blank document under an edition of the guidance.

    Raises InputError where that edition's rules have no template of such a document.
    """
    kind = DocumentKind(document)
    rules = base or load_packs()
    pack = f"home-office-{edition}"
    ruleset = lay(rules, [pack, *packs_of(rules, "drafts")])
    templates: list[Template] = ruleset.entries("templates")
    template = next((one for one in templates if one.document is kind), None)
    if template is None:
        raise InputError(
            f"the rules of {edition} have no template of that document.",
            mend=f"They have: {', '.join(one.document for one in templates) or 'none'}.",
            code="new.no-template",
        )
    listed: list[Requirement] = ruleset.entries("requirements")
    requirements = [one for one in listed if kind in one.kinds]
    chosen = [one for one in template.sections if not one.optional or kind is DocumentKind.TERMS]
    if kind is DocumentKind.PLAN:
        requirements, columns = _by_column(requirements, ruleset)
    else:
        columns = ()
    return Plan(
        document=kind,
        edition=rules.packs[pack].head.title,
        whole=_notes(Section(key="", title="The whole report"), requirements, ruleset),
        sections=tuple(_notes(one, requirements, ruleset) for one in chosen),
        optional=tuple(one.title for one in template.sections if one not in chosen),
        columns=columns,
    )


def _by_column(
    requirements: Sequence[Requirement], ruleset: RuleSet
) -> tuple[list[Requirement], tuple[Notes, ...]]:
    """What is asked of the plan as a whole, and what is asked of each of its columns."""
    own = {one.id: _column_of(one) for one in requirements}
    notes = tuple(
        _notes(
            Section(key=SECTION, title=name[0].upper() + name[1:]),
            [one for one in requirements if own[one.id] == key],
            ruleset,
        )
        for key, name in COLUMNS.items()
    )
    return [one for one in requirements if not own[one.id]], notes


def _column_of(requirement: Requirement) -> str:
    """The column of a plan that a requirement is about; empty where it is about several."""
    sources = (one for one in (requirement.applies_when, requirement.when) if one is not None)
    leaves = [leaf for source in sources for leaf in walk(parse(source))]
    named = {
        str(leaf.settings["column"])
        for leaf in leaves
        if isinstance(leaf, Observe) and leaf.settings.get("column") in COLUMNS
    }
    return named.pop() if len(named) == 1 else ""


def _notes(section: Section, requirements: Sequence[Requirement], ruleset: RuleSet) -> Notes:
    mine = [one for one in requirements if one.section == section.key]
    cites = (cite for one in mine for cite in citations_under(ruleset, one))
    sources = {f"{cite.title}, {cite.at}" for cite in cites}
    return Notes(
        key=section.key,
        title=section.title,
        points=tuple(_point(one) for one in mine if one.group != "structure"),
        sources=tuple(sorted(sources)),
    )


_STRENGTH = {Level.MUST: "Must", Level.SHOULD: "Should", Level.MAY: "May"}


def _point(one: Requirement) -> str:
    where = " (where it applies)" if one.applies_when is not None else ""
    return f"{_STRENGTH[one.level]}{where}: {one.title}. {' '.join(one.advice.split())}"
