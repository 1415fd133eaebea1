"""A draft held against everything that its template asks.

``check`` is a pure function of the draft, the case record and the rules: it prints
nothing, stores nothing, reads no clock and touches no network.  What it shows of the draft
is masked unless the caller asks for clear text.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, BinaryIO

from ..schemas.case import CaseRecord
from ..schemas.compliance import ComplianceReport
from ..schemas.decision import Chosen
from ..schemas.documents import ANY_NUMBER, DocumentKind
from ..schemas.settings import Settings
from .baseline import Earlier, load_report
from .detectors.base import Look, set_beside
from .document.model import Document
from .document.reader import read_document
from .engine.select import Choice
from .errors import InputError
from .kinds import KINDS, Kind, kind_of
from .packs import RuleBase, RuleSet, load_packs
from .records import load_case
from .requirements import templates_of
from .selection import Selection, select
from .settings import NONE, InForce, checked, in_force
from .settings_used import tell, with_unanswered
from .submission import Submission

if TYPE_CHECKING:
    from .prepare import Keys, Source

Draft = str | os.PathLike[str] | bytes | BinaryIO | Document
_DEFAULT = "No case record was given, so this is the default."
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
    settings: Settings | InForce | None = None,
    baseline: Earlier | None = None,
) -> ComplianceReport:
    """Check a draft against the template and the rules of its edition.

    Parameters
    ----------
    draft: a path to a .docx file, its bytes, a binary stream, or a document already read.
    case: the case record that stands beside it, if there is one.
    kind: what the draft is, such as overview-report; recognised if left out.
    keys: overrides of the choice of rules (test, edition, nation, overlay).
    masked: hide names and numbers that lead to people in whatever is quoted.
    name: what to call the draft, where it has no file name of its own.
    settings: rules off or demoted, names to look for and the like; what is said in another
        argument goes before them.
    baseline: the report on an earlier draft, to be told what is new, remains and was put right.

    Raises
    ------
    DocumentError: the draft cannot be read.
    RecordError: the case record cannot be read, or contradicts itself.
    InputError: an unknown kind, pack, nation, engine or rule.
    """
    document = draft if isinstance(draft, Document) else read_document(draft, name=name)
    (report,) = check_together(
        [document],
        case,
        as_of=as_of,
        kinds=[kind],
        keys=keys,
        engine=engine,
        base=base,
        masked=masked,
        settings=settings,
        baselines=() if baseline is None else (baseline,),
    )
    return report


def check_together(
    drafts: Sequence[Draft],
    case: Source | None = None,
    *,
    as_of: date | None = None,
    kinds: Sequence[str | None] | None = None,
    keys: Keys | None = None,
    engine: Choice = "auto",
    base: RuleBase | None = None,
    masked: bool = True,
    settings: Settings | InForce | None = None,
    baselines: Sequence[Earlier] = (),
) -> tuple[ComplianceReport, ...]:
    """Check the documents of one review, each by itself and against the others.

    A report for each draft, in the order in which they were given.  The arguments are those
    of :func:`check`; ``kinds`` says what each draft is, None where it is to be recognised, and
    of ``baselines`` each draft is compared with the one on a document of its kind.

    Raises what ``check`` raises, and InputError where two drafts are of a kind of which a
    review has one.
    """
    documents = [d if isinstance(d, Document) else read_document(d) for d in drafts]
    chosen, record, held = choose(case, as_of=as_of, keys=keys, settings=settings, base=base)
    return check_documents(
        documents,
        record,
        chosen.ruleset,
        engine,
        as_of,
        kinds=kinds,
        masked=masked,
        chosen=_explained(chosen, record, held, keys),
        settings=held,
        earlier=tuple(load_report(one) for one in baselines),
    )


def choose(
    case: Source | None,
    *,
    as_of: date | None = None,
    keys: Keys | None = None,
    settings: Settings | InForce | None = None,
    base: RuleBase | None = None,
) -> tuple[Selection, CaseRecord | None, InForce]:
    """The rules that a check follows, the case record that chose them, and the settings.

    Raises RecordError and InputError, as :func:`check` does.
    """
    rules = base or load_packs()
    held = checked(in_force(settings), rules)
    beside = held.case if case is None else case
    record = None if beside is None else load_case(beside, as_of=as_of)
    return select(rules, record or _NOBODY, held.keys(keys)), record, held


def recognise(document: Document, ruleset: RuleSet) -> Kind:
    """Tell what kind of document a draft is, whatever anybody says that it is."""
    return _kind(document, ruleset, None, None, "")


def check_documents(
    documents: Sequence[Document],
    record: CaseRecord | None,
    ruleset: RuleSet,
    engine: Choice = "auto",
    as_of: date | None = None,
    *,
    kinds: Sequence[str | None] | None = None,
    masked: bool = True,
    chosen: tuple[Chosen, ...] = (),
    settings: InForce = NONE,
    earlier: tuple[ComplianceReport, ...] = (),
) -> tuple[ComplianceReport, ...]:
    """Check documents that have been read under rules that have been chosen.

    Raises InputError for an unknown kind, or two documents of one kind; RuleConflict, and
    EngineError where engines differ.
    """
    # One kind cannot be that of several documents: what the settings say is for one alone.
    set_kind = settings.kind if len(documents) == 1 else None
    told = [
        _kind(document, ruleset, kind, set_kind, settings.said_in)
        for document, kind in zip(documents, kinds or [None] * len(documents), strict=True)
    ]
    _each_once(told)
    looks = _looks(documents, told, record, ruleset, as_of)
    for look in looks:
        tell(look, settings)
    submission = Submission(
        looks, ruleset, record, engine, as_of, masked, chosen, settings, earlier
    )
    reports = [submission.report(look, one) for look, one in zip(looks, told, strict=True)]
    return tuple(with_unanswered(reports, settings, submission.answered))


def _each_once(told: Sequence[Kind]) -> None:
    kinds = [one.value for one in told if one.value not in ANY_NUMBER]
    if twice := next((kind for kind in kinds if kinds.count(kind) > 1), None):
        raise InputError(
            f"two of the documents seem to be {twice.with_article}.",
            mend="Check them apart, or say with `kind` what each of them is.",
            code="input.kind-twice",
        )


def _looks(
    documents: Sequence[Document],
    told: Sequence[Kind],
    record: CaseRecord | None,
    ruleset: RuleSet,
    as_of: date | None,
) -> list[Look]:
    templates = templates_of(ruleset.packs)
    looks = [
        Look(document, record, templates.get(one.value), as_of, one.value)
        for document, one in zip(documents, told, strict=True)
    ]
    set_beside(looks)
    return looks


def _explained(
    chosen: Selection, record: CaseRecord | None, settings: InForce, keys: Keys | None
) -> tuple[Chosen, ...]:
    def because(one: Chosen) -> str:
        if one.overridden:
            return settings.because(one.key, keys) or one.because
        return one.because if record is not None else _DEFAULT

    return tuple(one.model_copy(update={"because": because(one)}) for one in chosen.chosen)


def _kind(
    document: Document, ruleset: RuleSet, asked: str | None, set_kind: str | None, said_in: str
) -> Kind:
    if asked is None and set_kind is not None:
        return Kind(DocumentKind(set_kind), f"Chosen {said_in}.")
    if asked is None:
        return kind_of(document, templates_of(ruleset.packs))
    if asked not in KINDS:
        raise InputError(
            "there is no such kind of document.",
            mend=f"Choose one of: {', '.join(KINDS)}.",
            code="input.kind",
        )
    return Kind(DocumentKind(asked), "Chosen by hand.")
