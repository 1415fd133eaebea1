"""``dhr check DRAFT.docx``."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ...schemas.documents import DocumentKind
from . import shared
from .settings_options import Wanted, settings_options

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ...schemas.compliance import ComplianceReport
    from ..document.model import Document
    from ..prepare import Keys


@click.command()
@click.argument("draft")
@click.option("--case", "case", help="The case record that stands beside the draft.")
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
    help="Also write a copy of the draft with what was found as comments; not for submission.",
)
@settings_options
@shared.as_of_option
@shared.selection_options
@shared.engine_option
@shared.output_options("text", "json", "html", "docx", "sarif", "junit")
def check(
    draft: str,
    case: str | None,
    kind: str | None,
    clear: bool,
    copy: Path | None,
    as_of: date | None,
    engine: Any,
    form: str,
    target: Path | None,
    settings: Wanted,
    **keys: Unpack[Keys],
) -> None:
    """Check a draft as a reader for the Quality Assurance Panel would.

    DRAFT is an overview report, executive summary or action plan as .docx, or - for
    standard input.  Names in the findings are masked unless --clear is given.

    Exit status: 0 nothing failed, 1 something failed, 2 unusable input.
    """
    with shared.told_plainly():
        from ..asked import Asked

        shared.needs_file(form, target)
        source, document = _read(draft)
        asked = Asked(
            case=None if case is None else shared.source(case),
            as_of=shared.today(as_of),
            keys=keys,
            engine=engine,
            masked=not clear,
            settings=settings.for_draft(draft),
        )
        (report,) = asked.reports([document], [kind])
        inputs = (draft, *([case] if case else []), *settings.inputs(draft))
        if copy is not None:
            from ..annotate import annotate

            shared.emit(annotate(source, document, report).content, copy, *inputs)
        shared.emit(_rendered(report, form), target, *inputs)
    raise SystemExit(shared.EXIT_FAILED if report.failed else shared.EXIT_OK)


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
