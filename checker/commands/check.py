"""``dhr check DRAFT.docx``."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ...schemas.documents import DocumentKind
from ..errors import InputError
from ..exits import Exit
from ..grouping import How
from ..wording import counted
from . import check_several, shared
from .check_several import Several
from .settings_options import Wanted, settings_options
from .voice import complain

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ...schemas.compliance import ComplianceReport
    from ..asked import Asked
    from ..document.model import Document
    from ..prepare import Keys


@click.command()
@click.argument("drafts", nargs=-1, required=True, metavar="DRAFT...", type=click.Path())
@click.option(
    "--case", "case", type=click.Path(), help="The case record that stands beside the draft."
)
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in DocumentKind]),
    help="What the draft is; recognised if left out.",
)
@click.option("--clear", is_flag=True, help="Show names and numbers in clear in the excerpts.")
@click.option(
    "--annotate",
    "copy",
    type=click.Path(path_type=Path),
    help="Also write a copy of the draft with what was found as comments; not for submission."
    "  For several drafts, the folder for the copies.",
)
@click.option(
    "--together/--apart",
    "together",
    default=None,
    help="Take several drafts as one review, or each by itself; told from folders and kinds if"
    " left out.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="How many drafts or reviews to check at the same time.",
)
@settings_options
@shared.as_of_option
@shared.selection_options
@shared.engine_option
@shared.output_options("text", "json", "html", "docx", "sarif", "junit")
def check(
    drafts: tuple[str, ...],
    case: str | None,
    kind: str | None,
    clear: bool,
    copy: Path | None,
    together: bool | None,
    jobs: int,
    as_of: date | None,
    engine: Any,
    form: str,
    target: Path | None,
    settings: Wanted,
    **keys: Unpack[Keys],
) -> None:
    """Check drafts as a reader for the Quality Assurance Panel would.

    DRAFT is an overview report, executive summary or action plan as .docx, or - for
    standard input; or a folder of them.  Names in the findings are masked unless --clear is
    given.

    Several drafts are checked one by one, and those of one review against each other: drafts
    from one folder, unless two are of a kind of which a review has one.  A table at the end
    says what came of each, and a file that cannot be read does not stop the rest.
    """
    with shared.told_plainly("Checking"):
        from ..asked import Asked
        from ..gather import is_several

        asked = Asked(
            case=None if case is None else shared.source(case),
            as_of=shared.today(as_of),
            keys=keys,
            engine=engine,
            masked=not clear,
        )
        if is_several(drafts):
            wanted = Several(form, target, copy, _how(together), jobs)
            status = _several(drafts, asked, settings, kind, wanted)
        else:
            (draft,) = drafts
            shared.needs_file(form, target)
            source, document = _read(draft)
            asked = replace(asked, settings=settings.for_draft(draft), baselines=settings.earlier())
            (report,) = asked.reports([document], [kind])
            inputs = (draft, *([case] if case else []), *settings.inputs(draft))
            if copy is not None:
                from ..annotate import annotate

                shared.emit(
                    annotate(source, document, report).content, copy, *inputs, option="--annotate"
                )
            shared.emit(_rendered(report, form), target, *inputs, outcome_first=True)
            failed = report.newly_failed if settings.new_only else report.failed
            status = Exit.FAILED if failed else Exit.OK
    raise SystemExit(status)


def _several(
    drafts: tuple[str, ...], asked: Asked, settings: Wanted, kind: str | None, wanted: Several
) -> int:
    """Check several drafts, and say how that went as an exit status."""
    if settings.baseline is not None or settings.new_only:
        raise InputError(
            "--baseline compares one draft with its earlier report, and several were named.",
            mend="Check the draft by itself.",
            code="option.baseline-of-several",
        )
    if kind is not None:
        raise InputError(
            "--kind says what one draft is, and several were named.",
            mend="Leave it out: each draft is recognised. Or check the draft by itself.",
            code="option.kind-of-several",
        )
    counts = check_several.run(drafts, asked, settings, wanted).counts
    if counts.not_checked:
        number = counted(counts.not_checked, "draft was", "drafts were")
        complain(f"dhr: {number} not checked; the table says which, why, and what to do.")
        return Exit.UNUSABLE
    return Exit.FAILED if counts.to_put_right else Exit.OK


def _how(together: bool | None) -> How:
    return How.TOLD if together is None else How.TOGETHER if together else How.APART


def _read(draft: str) -> tuple[bytes, Document]:
    """The bytes of a draft, read once, and the document that they are."""
    from ..document.limits import DEFAULT
    from ..document.reader import read_document
    from ..document.source import load

    source = sys.stdin.buffer.read() if draft == "-" else draft
    data, name = load(source, DEFAULT, None)
    return data, read_document(data, name=name)


def _rendered(report: ComplianceReport, form: str) -> str | bytes:
    """The report in one of its formats."""
    if form == "json":
        from ..render import as_json

        return as_json.render(report)
    if form == "sarif":
        from ..render import report_sarif

        return report_sarif.render([report])
    if form == "junit":
        from ..render import report_junit

        return report_junit.render([report])
    if form == "html":
        from ..render import report_html

        return report_html.render(report)
    if form == "docx":
        from ..render import report_docx

        return report_docx.render(report)
    from ..render import report_text

    return report_text.render(report)
