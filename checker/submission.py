"""The documents of one review held against the rules, and a report for each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from ..schemas.case import CaseRecord
from ..schemas.common import Answer
from ..schemas.compliance import ComplianceReport, DocumentSeen
from ..schemas.decision import Chosen, PackUsed, Provenance
from ..schemas.documents import DocumentKind
from ..schemas.rule import Requirement, Template
from .casework import Run, inputs_of, run
from .comparing import compared
from .compiler import Compiled
from .conditions import Each
from .detectors.base import Look
from .detectors.words import LISTS
from .document.model import Document
from .editions import edition_remarks
from .engine.select import Choice, Engine
from .evaluation import aggregate
from .headline import counts_of, headline
from .kinds import Kind
from .masking import Masker
from .own_outputs import own_remarks
from .packs import RuleSet
from .parts import Part, parts_of, put_to_part
from .requirements import (
    Surroundings,
    Verdict,
    compiled_for,
    each_unknown,
    templates_of,
    verdicts,
)
from .settings import NONE, InForce
from .settings_used import is_off, tell, used, with_settings
from .shown import Shown, strengths
from .unread import not_read
from .version import PROGRAM
from .vocabulary import vocabulary

GROUPS = (
    *("structure", "identity", "content", "consistency"),
    *("wording", "action-plan", "housekeeping"),
)
"""In the order of the Panel's letters."""


@dataclass(frozen=True)
class Submission:
    """The documents of one review, and all that they are held against."""

    looks: Sequence[Look]
    ruleset: RuleSet
    record: CaseRecord | None
    engine: Choice
    as_of: date | None
    masked: bool
    chosen: tuple[Chosen, ...]
    settings: InForce = NONE
    earlier: tuple[ComplianceReport, ...] = ()
    """Reports on earlier drafts, to compare with."""
    answered: set[int] = field(default_factory=set[int])
    """The numbers of the entries in the settings by which something was set aside."""

    def report(self, look: Look, told: Kind) -> ComplianceReport:
        """The report on one of them.

        Raises RuleConflict, and EngineError where the engines differ.
        """
        ruleset, document, template = self.ruleset, look.document, look.template
        mine, compiled, machine = _program(ruleset, look.kind, template is not None, self.engine)
        made = verdicts(self._asked(mine), compiled, machine, look, self._around)
        parts: dict[str, Part] = {}
        for part in parts_of(look, templates_of(ruleset.packs)):
            tell(part.look, self.settings)
            more, compiled, machine = _program_of_part(ruleset, look.kind, part.kind, self.engine)
            made += verdicts(self._asked(more), compiled, machine, part.look, self._around)
            parts |= {one.id: part for one in more}
            mine += more
        found = in_order(with_settings(mine, made, self.settings), template)
        show = Shown(look, ruleset, masked=self.masked, settings=self.settings)
        findings = tuple(show.finding(one, parts.get(one.requirement.id)) for one in found)
        counts = counts_of(findings)
        self.answered.update(show.answered)
        report = ComplianceReport(
            document=_seen(document, _said_of(look, told, parts), self.chosen, ruleset, show),
            beside=tuple(other.which.named for other in look.others),
            selection=self.chosen,
            headline=headline(findings, counts, told.value.goes_to),
            strengths=strengths(found, document),
            findings=findings,
            sections=show.sections(look),
            counts=counts,
            settings=used(self.settings, mine, ruleset, show.masker),
            not_checked=(*_left_out(told, mine), *not_read(document)),
            warnings=(
                *own_remarks(document),
                *edition_remarks(look, ruleset),
                *(show.masker.mask(w.message) for w in document.warnings),
            ),
            masked=self.masked,
            case_record=self.record is not None,
            as_of=self.as_of,
            provenance=_provenance(document, ruleset, self.as_of, machine.names, machine.note),
            phrases_sha256=_lists_sha256(),
        )
        return self._against(report, show.masker)

    def _against(self, report: ComplianceReport, masker: Masker) -> ComplianceReport:
        """The report beside the earlier one on a document of its kind, if there is one.

        One draft and one earlier report are compared whatever their kinds: these may have
        been mistaken, and that is said.
        """
        kind = report.document.kind
        same = [one for one in self.earlier if one.document.kind == kind]
        if not same and len(self.earlier) == len(self.looks) == 1:
            same = [*self.earlier]
        return compared(report, same[0], masker.mask) if same else report

    def _asked(self, requirements: Iterable[Requirement]) -> list[Requirement]:
        return [one for one in requirements if not is_off(one, self.settings)]

    @cached_property
    def _around(self) -> Surroundings:
        if self.record is None:
            return _around(self.ruleset, None)
        return _around(
            self.ruleset, run(inputs_of(self.record, self.ruleset), self.ruleset, self.engine)
        )


def _lists_sha256() -> str:
    """One digest of both lists of words: they bear on the findings as the packs do."""
    both = vocabulary().sha256 + vocabulary(LISTS).sha256
    return hashlib.sha256(both.encode("ascii")).hexdigest()


def in_order(found: Sequence[Verdict], template: Template | None) -> list[Verdict]:
    """Verdicts by group as the Panel's letters go, then by section as the template goes."""
    sections = [s.key for s in template.sections] if template else []

    def rank(verdict: Verdict) -> tuple[int, int]:
        section = verdict.requirement.section
        at = sections.index(section) if section in sections else -1
        return GROUPS.index(verdict.requirement.group), at

    return sorted(found, key=rank)


@lru_cache(maxsize=32)
def _program(
    ruleset: RuleSet, kind: DocumentKind, templated: bool, engine: Choice
) -> tuple[tuple[Requirement, ...], Compiled, Engine]:
    """The requirements that are put to this kind of document, ready to run."""
    listed: list[Requirement] = ruleset.entries("requirements")
    mine = tuple(r for r in listed if kind in r.kinds and (templated or not r.of_template))
    return mine, *compiled_for(mine, engine)


@lru_cache(maxsize=32)
def _program_of_part(
    ruleset: RuleSet, whole: DocumentKind, kind: DocumentKind, engine: Choice
) -> tuple[tuple[Requirement, ...], Compiled, Engine]:
    """The requirements that are put to a part of a document, ready to run."""
    listed: list[Requirement] = ruleset.entries("requirements")
    mine = tuple(r for r in listed if put_to_part(r, kind, whole))
    return mine, *compiled_for(mine, engine)


def _said_of(look: Look, told: Kind, parts: Mapping[str, Part]) -> Kind:
    """What a draft is, with its number where there are several of a kind, and its parts."""
    number = [f"It is {look.which.named}, in the order given."] if look.number else []
    said = dict.fromkeys(part.said for part in parts.values())
    return Kind(told.value, " ".join([told.because, *number, *said]))


def _around(ruleset: RuleSet, done: Run | None) -> Surroundings:
    """The facts and conclusions of the case that requirements may ask for."""
    specs = ruleset.base.facts
    titles = {d.name: d.entry.title for d in ruleset.definitions}

    def title(name: str) -> str:
        return titles.get(name, name)

    if done is None:
        return Surroundings({}, specs, each_unknown, None, title)

    def each(leaf: Each) -> Answer:
        return aggregate(leaf, done.of(leaf.scope))

    return Surroundings(done.case.facts, specs, each, done.case.answer, title)


def _left_out(told: Kind, mine: Iterable[Requirement]) -> tuple[str, ...]:
    if any(one.of_template for one in mine):
        return ()
    return (
        f"A template for {told.value.with_article} is not in the rules that were"
        " chosen: its sections and content were not checked.",
    )


def _seen(
    document: Document, told: Kind, chosen: Iterable[Chosen], ruleset: RuleSet, show: Shown
) -> DocumentSeen:
    edition = next((one.title for one in chosen if one.key == "edition"), "")
    guidance = [p.head.title for p in ruleset.packs if p.head.kind == "guidance"]
    return DocumentSeen(
        name=show.file_name(),
        sha256=document.sha256,
        size=document.file.size,
        words=document.words,
        kind=told.value.value,
        kind_because=told.because,
        edition=guidance[-1] if guidance else edition,
    )


def _provenance(
    document: Document,
    ruleset: RuleSet,
    as_of: date | None,
    engines: tuple[str, ...],
    note: str,
) -> Provenance:
    packs = tuple(
        PackUsed(
            id=pack.id,
            title=pack.head.title,
            version=pack.head.version,
            status=pack.head.status,
            sha256=pack.sha256,
        )
        for pack in ruleset.packs
    )
    return Provenance(
        program=PROGRAM,
        engines=engines,
        packs=packs,
        rules_sha256=ruleset.sha256,
        input_sha256=document.sha256,
        as_of=as_of,
        note=note,
    )
