"""A draft held against everything that its template asks.

``check`` is a pure function of the draft, the case record and the rules: it prints
nothing, stores nothing, reads no clock and touches no network.  What it shows of the draft
is masked unless the caller asks for clear text.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, BinaryIO

from ..schemas.case import CaseRecord
from ..schemas.common import Answer
from ..schemas.compliance import ComplianceReport, DocumentSeen
from ..schemas.decision import Chosen, PackUsed, Provenance
from ..schemas.rule import Requirement, Template
from .casework import Run, inputs_of, run
from .compiler import Compiled
from .conditions import Each
from .detectors.base import Look
from .detectors.words import LISTS
from .document.model import Document
from .document.reader import read_document
from .engine.select import Choice, Engine
from .errors import InputError
from .evaluation import aggregate
from .headline import counts_of, headline
from .kinds import KINDS, OVERVIEW, Kind, kind_of
from .masking import masker_for
from .packs import RuleBase, RuleSet, load_packs
from .records import load_case
from .requirements import Surroundings, Verdict, compiled_for, each_unknown, template_for, verdicts
from .selection import Selection, select
from .shown import Shown, strengths
from .unread import not_read
from .version import PROGRAM
from .vocabulary import vocabulary

if TYPE_CHECKING:
    from .prepare import Keys, Source

Draft = str | os.PathLike[str] | bytes | BinaryIO | Document
_TEMPLATE_GROUPS = frozenset({"structure", "content", "action-plan"})
"""Groups whose requirements belong to the template of one kind of document."""
GROUPS = ("structure", "identity", "content", "wording", "action-plan", "housekeeping")
"""In the order of the Panel's letters."""
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
    show = Shown(masker_for(look, active=masked), ruleset, template)
    found = in_order(found, template)
    findings = tuple(show.finding(one) for one in found)
    counts = counts_of(findings)
    return ComplianceReport(
        document=_seen(document, told, chosen, ruleset, show),
        selection=chosen,
        headline=headline(findings, counts),
        strengths=strengths(found, document),
        findings=findings,
        sections=show.sections(look),
        counts=counts,
        not_checked=(*_left_out(told, template), *not_read(document)),
        warnings=tuple(show.masker.mask(w.message) for w in document.warnings),
        masked=masked,
        case_record=record is not None,
        as_of=as_of,
        provenance=_provenance(document, ruleset, as_of, machine.names, machine.note),
        phrases_sha256=_lists_sha256(),
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


def _left_out(told: Kind, template: Template | None) -> tuple[str, ...]:
    if template is not None:
        return ()
    return (
        f"The template of this kind of document ({told.value}) is not in the rules that were"
        " chosen: its sections and content were not checked.",
    )


def _seen(
    document: Document, told: Kind, chosen: Iterable[Chosen], ruleset: RuleSet, show: Shown
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
