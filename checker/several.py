"""Many drafts checked, some of them against each other, and no bad one stopping the rest.

Two rounds: each file is read to see what it is, then each group of drafts is checked.  Both can
be spread over processes; the result is in the order given, however many there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..schemas.compliance import CheckOutcome, ComplianceReport
from ..schemas.documents import DocumentKind
from ..schemas.several import (
    Between,
    CheckedDraft,
    FilePassedOver,
    NotChecked,
    ReportOnSeveral,
    ReviewChecked,
    SeveralCounts,
    Verdict,
)
from .asked import Asked
from .between import between
from .compliance import recognise
from .document.limits import DEFAULT
from .document.model import Document
from .document.reader import read_document
from .document.source import load
from .errors import DhrError
from .file_names import masked_file_name
from .gather import Gathered, Nothing
from .grouping import Group, How, Member, grouped
from .jobs import Told, spread
from .own_outputs import Own, own_output, without_own

NOTHING = {
    "empty-folder": ("There is no Word document in this folder.", "Name the folder that it is in."),
    "unreadable-folder": ("This folder cannot be opened.", "Check who may read it."),
    "own-only": (
        "The Word documents here were written by this program, and none is a draft.",
        "Name the folder that the drafts are in.",
    ),
    "no-match": ("No file has a name like this.", "Check the name and the folder."),
}
_CRASHED = NotChecked(
    code="check.crashed",
    what="The process that checked this draft ended before it was done.",
    mend="Check it by itself, and close other programs first: there may be too little memory.",
)
_TWO_SETTINGS = NotChecked(
    code="check.two-settings",
    what="The drafts of this review lie in folders with different settings (dhr.toml).",
    mend="Name the settings that hold for all with --config, or add --no-config or --apart.",
)


@dataclass(frozen=True, slots=True)
class Work:
    """What a worker process is handed: paths and terms, plain data."""

    paths: tuple[str, ...]
    asked: Asked
    standard_input: bytes = b""
    annotated: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """What came of one draft."""

    report: ComplianceReport | None = None
    refused: NotChecked | None = None
    copy: bytes | None = None
    """The draft with comments, where that was asked for."""


@dataclass(frozen=True, slots=True)
class Several:
    """The report on all, and annotated copies by the number of the draft."""

    report: ReportOnSeveral
    copies: dict[int, bytes]


def check_several(
    gathered: Gathered,
    asked: Asked,
    terms: Callable[[str], Asked],
    *,
    how: How = How.TOLD,
    jobs: int = 1,
    standard_input: bytes = b"",
    annotated: bool = False,
    told: Told | None = None,
) -> Several:
    """Check all drafts that were named.

    ``asked`` are the terms that hold for all, and ``terms`` gives those of one draft, by its path:
    settings lie beside drafts.  ``jobs`` is the number of processes; ``told`` is called with what
    is done and how much there is.

    Raises RecordError and InputError for terms by which no draft can be checked.
    """
    asked.ruleset()
    paths = [one.path for one in gathered.files]
    held = [_terms(path, terms) for path in paths]
    works = [
        Work((path,), one, standard_input)
        for path, one in zip(paths, held, strict=True)
        if isinstance(one, Asked)
    ]
    found = iter(spread(kind_of_draft, works, jobs, _CRASHED, told and _named(told, "read")))
    read = [next(found) if isinstance(one, Asked) else one for one in held]
    gathered, kept = without_own(
        gathered, [one.own if isinstance(one, Seen) else None for one in read]
    )
    paths, held = [paths[at] for at in kept], [held[at] for at in kept]
    kinds = [one.kind if isinstance(one := read[at], Seen) else one for at in kept]
    members = [
        Member(number, one.folder, kind)
        for number, (one, kind) in enumerate(zip(gathered.files, kinds, strict=True), 1)
        if isinstance(kind, DocumentKind)
    ]
    groups = grouped(members, how, one_case=asked.case is not None)
    shared = [_of_group([held[m.number - 1] for m in group.members]) for group in groups]
    works = [
        Work(tuple(paths[m.number - 1] for m in group.members), one, standard_input, annotated)
        for group, one in zip(groups, shared, strict=True)
        if isinstance(one, Asked)
    ]
    made = iter(spread(check_group, works, jobs, _CRASHED, told and _named(told, "checked")))
    results = [next(made) if isinstance(one, Asked) else one for one in shared]
    done: dict[int, Done] = {
        number: Done(refused=kind)
        for number, kind in enumerate(kinds, 1)
        if isinstance(kind, NotChecked)
    }
    for group, result in zip(groups, results, strict=True):
        for at, member in enumerate(group.members):
            failed = isinstance(result, NotChecked)
            done[member.number] = Done(refused=result) if failed else result[at]
    return Several(
        _report(gathered, groups, done, asked),
        {number: one.copy for number, one in done.items() if one.copy is not None},
    )


def _terms(path: str, terms: Callable[[str], Asked]) -> Asked | NotChecked:
    try:
        return terms(path)
    except DhrError as error:
        return _refused(error)


def _of_group(held: Sequence[Asked | NotChecked]) -> Asked | NotChecked:
    """The terms of drafts that are checked together; settings of two folders cannot both hold."""
    return held[0] if all(one == held[0] for one in held) else _TWO_SETTINGS


def _named(told: Callable[[str], None], word: str) -> Callable[[int, int], None]:
    return lambda number, of: told(f"{number} of {of} {word}")


# --- in a worker ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Seen:
    """What a file was seen to be."""

    kind: DocumentKind
    own: Own | None = None


def kind_of_draft(work: Work) -> Seen | NotChecked:
    """What a draft is; or why that cannot be told."""
    try:
        document = _read(work.paths[0], work.standard_input)[1]
        return Seen(recognise(document, work.asked.ruleset()).value, own_output(document))
    except DhrError as error:
        return _refused(error)
    except Exception as error:  # one file must never stop the rest
        return _broke(error)


def check_group(work: Work) -> list[Done]:
    """Check the drafts of one review; one that cannot be read is left out, and said to be."""
    done: list[Done] = [Done()] * len(work.paths)
    read: dict[int, tuple[bytes, Document]] = {}
    for at, path in enumerate(work.paths):
        one = _read_or_why(path, work.standard_input)
        if isinstance(one, NotChecked):
            done[at] = Done(refused=one)
        else:
            read[at] = one
    try:
        reports = work.asked.reports([document for _, document in read.values()])
    except DhrError as error:
        failed = _refused(error)
    except Exception as error:
        failed = _broke(error)
    else:
        for (at, (data, document)), report in zip(read.items(), reports, strict=True):
            done[at] = _annotated(data, document, report) if work.annotated else Done(report)
        return done
    return [Done(refused=failed) if at in read else one for at, one in enumerate(done)]


def _annotated(data: bytes, document: Document, report: ComplianceReport) -> Done:
    from .annotate import annotate

    try:
        return Done(report, copy=annotate(data, document, report).content)
    except DhrError:
        return Done(report)


def _read(path: str, standard_input: bytes) -> tuple[bytes, Document]:
    data, name = load(standard_input if path == "-" else path, DEFAULT, None)
    return data, read_document(data, name=name)


def _read_or_why(path: str, standard_input: bytes) -> tuple[bytes, Document] | NotChecked:
    try:
        return _read(path, standard_input)
    except DhrError as error:
        return _refused(error)


def _refused(error: DhrError) -> NotChecked:
    what = f"{error.where}: {error.what}" if error.where else error.what
    return NotChecked(code=error.code, what=what, mend=error.mend)


def _broke(error: Exception) -> NotChecked:
    """A fault of this program.  Its own text is left out: it may quote the draft."""
    return NotChecked(
        code="check.internal",
        what=f"The check broke ({type(error).__name__}): a fault in this program.",
        mend="Tell whoever looks after it; the other drafts were checked.",
    )


# --- the whole --------------------------------------------------------------------------------


def _report(
    gathered: Gathered, groups: Sequence[Group], done: dict[int, Done], asked: Asked
) -> ReportOnSeveral:
    def shown(path: str) -> str:
        return masked_file_name(path, masked=asked.masked) if path != "-" else "standard input"

    drafts = [
        _draft(number, shown(one.path), done[number])
        for number, one in enumerate(gathered.files, 1)
    ]
    drafts += [
        _draft(number, _folder(one, shown), Done(refused=_nothing(one.reason)))
        for number, one in enumerate(gathered.nothing, len(drafts) + 1)
    ]
    rules = between(asked.ruleset())
    return ReportOnSeveral(
        drafts=tuple(drafts),
        reviews=tuple(
            ReviewChecked(
                number=number,
                drafts=tuple(one.number for one in group.members),
                together=group.together,
                because=group.because,
                between=tuple(_between(group, done, rules)),
            )
            for number, group in enumerate(groups, 1)
        ),
        passed_over=tuple(
            FilePassedOver(file=shown(one.path), why=one.why) for one in gathered.passed_over
        ),
        counts=_counts(drafts, len(gathered.passed_over)),
        masked=asked.masked,
    )


def _between(group: Group, done: dict[int, Done], rules: frozenset[str]) -> Iterator[Between]:
    for member in group.members if group.together else ():
        report = done[member.number].report
        for one in report.findings if report else ():
            if one.rule in rules and one.outcome is not CheckOutcome.NOT_APPLICABLE:
                yield Between(
                    rule=one.rule, title=one.title, draft=member.number, outcome=one.outcome
                )


def _folder(one: Nothing, shown: Callable[[str], str]) -> str:
    name = shown(one.path if one.reason == "no-match" else str(Path(one.path).resolve()))
    return name if one.reason == "no-match" else f"{name} (folder)"


def _nothing(reason: str) -> NotChecked:
    what, mend = NOTHING[reason]
    return NotChecked(code=f"check.{reason}", what=what, mend=mend)


def _draft(number: int, name: str, one: Done) -> CheckedDraft:
    return CheckedDraft(
        number=number,
        file=one.report.document.name if one.report else name,
        verdict=_verdict(one),
        report=one.report,
        not_checked=one.refused,
    )


def _verdict(one: Done) -> Verdict:
    if one.report is None:
        return Verdict.NOT_CHECKED
    if one.report.failed:
        return Verdict.PUT_RIGHT
    return Verdict.BROKE if one.report.counts.error else Verdict.NOTHING_FAILED


def _counts(drafts: Sequence[CheckedDraft], passed_over: int) -> SeveralCounts:
    def number(verdict: Verdict) -> int:
        return sum(one.verdict is verdict for one in drafts)

    return SeveralCounts(
        drafts=len(drafts),
        to_put_right=number(Verdict.PUT_RIGHT),
        broke=number(Verdict.BROKE),
        nothing_failed=number(Verdict.NOTHING_FAILED),
        not_checked=number(Verdict.NOT_CHECKED),
        passed_over=passed_over,
    )
