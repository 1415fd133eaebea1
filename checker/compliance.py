"""A draft held against everything that its template asks.

``check`` is a pure function of the draft, the case record and the rules: it prints
nothing, stores nothing, reads no clock and touches no network.  What it shows of the draft
is masked unless the caller asks for clear text.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, BinaryIO

from ..schemas.case import CaseRecord
from ..schemas.common import Answer
from ..schemas.compliance import (
    CheckOutcome,
    ComplianceReport,
    DocumentSeen,
    Finding,
    SectionSeen,
    Spot,
)
from ..schemas.decision import Chosen, Citation, PackUsed, Provenance
from ..schemas.rule import Requirement, Template
from .casework import Run, inputs_of, run
from .compiler import Compiled
from .conditions import Each
from .detectors.base import Hit, Look
from .detectors.reading import reading
from .document.model import Document
from .document.reader import read_document
from .engine.select import Choice, Engine
from .errors import InputError
from .evaluation import aggregate
from .headline import counts_of, headline
from .kinds import KINDS, OVERVIEW, Kind, kind_of
from .layout import SectionFound
from .masking import Masker, masker_for
from .packs import RuleBase, RuleSet, load_packs
from .records import load_case
from .requirements import Surroundings, Verdict, compiled_for, each_unknown, template_for, verdicts
from .selection import Selection, select
from .unread import not_read
from .version import PROGRAM
from .vocabulary import vocabulary
from .wording import sentence

if TYPE_CHECKING:
    from .prepare import Keys, Source

Draft = str | os.PathLike[str] | bytes | BinaryIO | Document
_TEMPLATE_GROUPS = frozenset({"structure", "content", "action-plan"})
"""Groups whose requirements belong to the template of one kind of document."""
GROUPS = ("structure", "identity", "content", "wording", "action-plan", "housekeeping")
"""In the order of the Panel's letters."""
_PLACES = {CheckOutcome.PASS: 2, CheckOutcome.NOT_APPLICABLE: 0}
_MOST_PLACES = 12
_NOBODY = CaseRecord.model_validate({"reference": "none"})


def check(
    draft: Draft,
    case: Source | None = None,
    *,
    as_of: date | None = None,
    kind: str | None = None,
    keys: Keys | None = None,
    engine: Choice = "auto",
    base: RuleBase | None = None,
    masked: bool = True,
    name: str | None = None,
) -> ComplianceReport:
    """Check a draft against the template and the rules of its edition.

    Parameters
    ----------
    draft: a path to a .docx file, its bytes, a binary stream, or a document already read.
    case: the case record that stands beside it, if there is one.
    kind: overview-report, executive-summary or action-plan; recognised if left out.
    keys: overrides of the choice of rules (test, edition, nation, overlay).
    masked: hide names and numbers that lead to people in whatever is quoted.
    name: what to call the draft, where it has no file name of its own.

    Raises
    ------
    DocumentError: the draft cannot be read.
    RecordError: the case record cannot be read, or contradicts itself.
    InputError: an unknown kind, pack, nation or engine.
    """
    document = draft if isinstance(draft, Document) else read_document(draft, name=name)
    record = None if case is None else load_case(case, as_of=as_of)
    asked = dict(keys or {})
    chosen = select(base or load_packs(), record or _NOBODY, asked)  # pyright: ignore[reportArgumentType]
    return check_document(
        document,
        record,
        chosen.ruleset,
        engine,
        as_of,
        masked=masked,
        kind=kind,
        chosen=_explained(chosen, record),
    )


def _explained(chosen: Selection, record: CaseRecord | None) -> tuple[Chosen, ...]:
    if record is not None:
        return chosen.chosen
    note = "No case record was given, so this is the default."
    return tuple(
        one if one.overridden else one.model_copy(update={"because": note}) for one in chosen.chosen
    )


def check_document(
    document: Document,
    record: CaseRecord | None,
    ruleset: RuleSet,
    engine: Choice = "auto",
    as_of: date | None = None,
    *,
    masked: bool = True,
    kind: str | None = None,
    chosen: tuple[Chosen, ...] = (),
) -> ComplianceReport:
    """Check a document that has been read under rules that have been chosen.

    Raises InputError for an unknown kind; RuleConflict, and EngineError where engines differ.
    """
    told = _kind(document, ruleset, kind)
    template = template_for(ruleset, told.value)
    look = Look(document, record, template, as_of)
    mine, compiled, machine = _program(ruleset, template is not None, engine)
    done = run(inputs_of(record, ruleset), ruleset, engine) if record else None
    found = verdicts(mine, compiled, machine, look, _around(ruleset, done))
    show = _Shown(masker_for(look, active=masked), ruleset, template)
    findings = tuple(show.finding(one) for one in in_order(found, template))
    counts = counts_of(findings)
    return ComplianceReport(
        document=_seen(document, told, chosen, ruleset, show),
        selection=chosen,
        headline=headline(findings, counts),
        strengths=_strengths(findings),
        findings=findings,
        sections=show.sections(look),
        counts=counts,
        not_checked=(*_left_out(told, template), *not_read(document)),
        warnings=tuple(show.masker.mask(w.message) for w in document.warnings),
        masked=masked,
        case_record=record is not None,
        as_of=as_of,
        provenance=_provenance(document, ruleset, as_of, machine.names, machine.note),
        phrases_sha256=vocabulary().sha256,
    )


def in_order(found: Sequence[Verdict], template: Template | None) -> list[Verdict]:
    """Verdicts by group as the Panel's letters go, then by section as the template goes."""
    sections = [s.key for s in template.sections] if template else []

    def rank(verdict: Verdict) -> tuple[int, int]:
        section = verdict.requirement.section
        at = sections.index(section) if section in sections else -1
        return GROUPS.index(verdict.requirement.group), at

    return sorted(found, key=rank)


def _kind(document: Document, ruleset: RuleSet, asked: str | None) -> Kind:
    if asked is None:
        return kind_of(document, template_for(ruleset, OVERVIEW))
    if asked not in KINDS:
        raise InputError(
            "there is no such kind of document.",
            mend=f"Choose one of: {', '.join(KINDS)}.",
            code="input.kind",
        )
    return Kind(asked, "Chosen by hand.")


@lru_cache(maxsize=16)
def _program(
    ruleset: RuleSet, templated: bool, engine: Choice
) -> tuple[tuple[Requirement, ...], Compiled, Engine]:
    """The requirements of this kind of document, or of every document, ready to run."""
    listed: list[Requirement] = ruleset.entries("requirements")
    mine = tuple(r for r in listed if templated or r.group not in _TEMPLATE_GROUPS)
    return mine, *compiled_for(mine, engine)


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


class _Shown:
    """Puts what was found into words that may be shown."""

    def __init__(self, masker: Masker, ruleset: RuleSet, template: Template | None) -> None:
        self.masker, self.ruleset = masker, ruleset
        self.titles = {s.key: s.title for s in template.sections} if template else {}

    def finding(self, verdict: Verdict) -> Finding:
        """One requirement and its outcome."""
        requirement, outcome = verdict.requirement, verdict.outcome
        most = _PLACES.get(outcome, _MOST_PLACES)
        return Finding(
            rule=requirement.id,
            title=requirement.title,
            group=requirement.group,
            level=requirement.level.value,
            section=requirement.section,
            section_title=self.titles.get(requirement.section, ""),
            outcome=outcome,
            why=verdict.why,
            depends_on=verdict.depends_on,
            places=tuple(self.spot(hit) for hit in verdict.hits[:most]),
            more_places=max(0, len(verdict.hits) - most) if most else 0,
            advice=sentence(requirement.advice),
            look_for=sentence(requirement.look_for),
            human=requirement.when is None,
            strength=sentence(requirement.strength) if outcome is CheckOutcome.PASS else "",
            citations=self._citations(requirement),
        )

    def _citations(self, requirement: Requirement) -> tuple[Citation, ...]:
        sources = self.ruleset.base.sources
        return tuple(Citation.of(cite, sources[cite.source].title) for cite in requirement.cites)

    def spot(self, hit: Hit) -> Spot:
        """One place, with whatever the draft says there masked."""
        place = hit.place
        if place is None:
            return Spot(where="the document", excerpt=self.masker.show(hit), note=hit.note)
        return Spot(
            where=place.describe(self.masker.mask),
            excerpt=self.masker.show(hit),
            note=hit.note,
            part=place.part,
            paragraph=place.paragraph,
            start=hit.start,
            end=hit.end,
        )

    def sections(self, look: Look) -> tuple[SectionSeen, ...]:
        """Where each section of the template was found; optional ones only if they were."""
        if look.template is None:
            return ()
        read = reading(look)
        return tuple(
            self._section(one, read.words_in(one.paragraphs))
            for one in read.layout
            if one.headings or not one.section.optional
        )

    def _section(self, one: SectionFound, words: int) -> SectionSeen:
        main = one.main
        others = [k for k in main.match.keys if k != one.section.key] if main else []
        return SectionSeen(
            key=one.section.key,
            title=one.section.title,
            found=one.found.value,
            heading=self.masker.mask(main.heading.numbered_title) if main else "",
            where=main.heading.place.describe(self.masker.mask) if main else "",
            shared_with=tuple(self.titles[key] for key in others),
            words=words,
        )


def _strengths(findings: Sequence[Finding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.strength for one in findings if one.strength))


def _left_out(told: Kind, template: Template | None) -> tuple[str, ...]:
    if template is not None:
        return ()
    return (
        f"The template of this kind of document ({told.value}) is not in the rules that were"
        " chosen: its sections and content were not checked.",
    )


def _seen(
    document: Document, told: Kind, chosen: Iterable[Chosen], ruleset: RuleSet, show: _Shown
) -> DocumentSeen:
    edition = next((one.title for one in chosen if one.key == "edition"), "")
    guidance = [p.head.title for p in ruleset.packs if p.head.kind == "guidance"]
    return DocumentSeen(
        name=show.masker.mask(document.name),
        sha256=document.sha256,
        size=document.file.size,
        words=document.words,
        kind=told.value,
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
