"""``dhr notices CASE -o FOLDER``: drafts of the notices that a decision calls for."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import shared
from .voice import remark

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ..prepare import Keys


@click.command()
@click.argument("case", type=click.Path())
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path),
    required=True,
    help="The folder to write to; made if it is not there.",
)
@click.option(
    "--decided",
    "told",
    type=click.Choice(["yes", "no"]),
    help="The decision to tell; by default the one on record, else the one worked out.",
)
@click.option(
    "--mailbox",
    default="",
    envvar="DHR_HOME_OFFICE_MAILBOX",
    help="The Home Office's address for notifications today; by default that in dhr.toml beside"
    " the case record.",
)
@click.option("--with-names", is_flag=True, help="Put names from the record into the drafts.")
@shared.as_of_option
@shared.selection_options
def notices(
    case: str,
    folder: Path,
    told: str | None,
    mailbox: str,
    with_names: bool,
    as_of: date | None,
    **keys: Unpack[Keys],
) -> None:
    """Draft the notices that a decision calls for, as Word files.

    CASE is a case record in YAML or JSON, or - for standard input.  Nothing is sent, and no
    file is overwritten.  Names stay out of the drafts unless --with-names is given.
    """
    with shared.told_plainly("Drafting"):
        from .. import decision
        from ..notices import draft_notices
        from ..records import load_case
        from ..render import notices_docx

        mailbox, day = mailbox or _of_settings(case), shared.today(as_of)
        record = load_case(shared.source(case), as_of=day)
        made = decision.decide(record, as_of=day, **keys)
        drafts, left = draft_notices(
            record, made, told=told or "", mailbox=mailbox, names=with_names
        )
        shared.new_files(folder, {one.file: notices_docx.render(one) for one in drafts})
        for one in drafts:
            remark(f"{folder / one.file}  {one.title}")
        for one in left:
            remark(f"not drafted: {one.title} ({one.why})")
        remark("These are drafts. Read each, and see to its first page before it goes out.")


def _of_settings(case: str) -> str:
    """The mailbox in the settings beside the case record; empty if there is none."""
    from ..settings_file import FILE, beside, read_settings

    found = beside(case)
    mailbox = read_settings(found).mailbox if found else None
    if mailbox:
        remark(f"The mailbox was read from {FILE}, beside the case record.")
    return mailbox or ""
