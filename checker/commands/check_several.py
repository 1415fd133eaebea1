"""``dhr check`` over several drafts: what it does beyond one draft.

Outputs that are one text go where one report would; pages and Word files go to a folder, with
names made of numbers and kinds, because the drafts' own names may hold people's.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import InputError
from ..gather import Gathered, gather
from ..grouping import How
from . import shared
from .voice import PROGRESS, voice

if TYPE_CHECKING:
    from ...schemas.several import CheckedDraft, ReportOnSeveral
    from ..asked import Asked
    from .settings_options import Wanted

_FILES = {"html": ".html", "docx": ".docx"}


@dataclass(frozen=True, slots=True)
class Several:
    """What several drafts are to become."""

    form: str
    target: Path | None
    copies: Path | None
    """Folder for annotated copies."""
    how: How
    jobs: int


def run(drafts: Sequence[str], asked: Asked, settings: Wanted, wanted: Several) -> ReportOnSeveral:
    """Check all of them and write what is wanted.

    Raises InputError where there is nothing to check, or where to write is not fit for it.
    """
    folders = [one for one in (_folder(wanted), wanted.copies) if one is not None]
    for folder in dict.fromkeys(folders):
        _fit(folder, drafts)
    gathered = gather(drafts)
    if not gathered.files and not gathered.nothing:
        raise InputError(
            "none of these is a Word document.",
            mend="Name the .docx files, or the folder that they are in.",
            code="check.no-drafts",
        )
    from ..several import check_several

    made = check_several(
        gathered,
        asked,
        lambda draft: replace(asked, settings=settings.for_draft(draft)),
        how=wanted.how,
        jobs=wanted.jobs,
        standard_input=sys.stdin.buffer.read() if _reads_standard_input(gathered) else b"",
        annotated=wanted.copies is not None,
        told=PROGRESS.at,
    )
    if wanted.copies is not None:
        stems = {one.number: _stem(one) for one in made.report.drafts}
        copies = {f"{stems[at]}-annotated.docx": data for at, data in made.copies.items()}
        shared.new_files(wanted.copies, copies)
    inputs = [one.path for one in gathered.files]
    inputs += [name for one in inputs for name in settings.inputs(one)]
    _write(made.report, wanted, inputs)
    return made.report


def _folder(wanted: Several) -> Path | None:
    """The folder that reports go to.  Raises InputError where one is needed and not named."""
    if wanted.form not in _FILES:
        return None
    if wanted.target is None:
        raise InputError(
            "several reports of this format are several files.",
            mend="Name a new folder for them with -o, such as -o reports.",
            code="output.needs-folder",
        )
    return wanted.target


def _fit(folder: Path, drafts: Sequence[str]) -> None:
    """Refuse a folder before any work is done, not after it."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(
            "the place for the outputs is not a new or empty folder.",
            mend="Name a folder that is not there yet: nothing is overwritten.",
            code="output.folder-not-empty",
        )
    inside = folder.resolve()
    if any(Path(one).is_dir() and inside.is_relative_to(Path(one).resolve()) for one in drafts):
        raise InputError(
            "the outputs would lie in a folder that is being checked, and be taken for drafts.",
            mend="Name a folder elsewhere.",
            code="output.folder-among-drafts",
        )


def _reads_standard_input(gathered: Gathered) -> bool:
    return any(one.path == "-" for one in gathered.files)


def _stem(one: CheckedDraft) -> str:
    kind = one.report.document.kind if one.report else "draft"
    return f"{one.number:02}-{kind}"


def _write(made: ReportOnSeveral, wanted: Several, inputs: Sequence[str]) -> None:
    folder = _folder(wanted)
    if folder is not None:
        files = {one.number: _stem(one) + _FILES[wanted.form] for one in made.drafts if one.report}
        shared.new_files(folder, _pages(made, files, wanted.form))
        # The reports are in files, so there is room for the table where it is seen at once.
        shared.emit(_summary(made), None, outcome_first=True)
    elif wanted.form == "text":
        from ..render import several_text

        whole = several_text.render(made)
        quiet = wanted.target is None and voice().quiet
        shared.emit(_summary(made) if quiet else whole, wanted.target, *inputs, outcome_first=True)
    else:
        shared.emit(_for_machines(made, wanted.form), wanted.target, *inputs)


def _summary(made: ReportOnSeveral) -> str:
    from ..render import several_text

    return several_text.summary(made)


def _pages(made: ReportOnSeveral, files: Mapping[int, str], form: str) -> dict[str, bytes]:
    """Every report as a page or Word file, and one with the table, by the names of the files."""
    from ..render import docx_page, html_page, report_sheet, several_sheet
    from ..render.sheet import Sheet

    def rendered(sheet: Sheet) -> bytes:
        return docx_page.document(sheet) if form == "docx" else html_page.page(sheet).encode()

    pages = {f"00-summary{_FILES[form]}": rendered(several_sheet.lay_out(made, files))}
    for one in made.drafts:
        if one.report is not None:
            pages[files[one.number]] = rendered(report_sheet.lay_out(one.report))
    return pages


def _for_machines(made: ReportOnSeveral, form: str) -> str | bytes:
    if form == "json":
        from ..render import as_json

        return as_json.render(made)
    refused = [
        (f"draft {one.number} ({one.file})", one.not_checked)
        for one in made.drafts
        if one.not_checked is not None
    ]
    if form == "sarif":
        from ..render import report_sarif

        return report_sarif.render(made.reports, refused)
    from ..render import report_junit

    return report_junit.render(made.reports, refused)
