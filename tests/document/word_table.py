"""Generate the table in docs/word.md of where text hides and who sees it.

Two readers are compared: this one and python-docx's own API (all that it offers), because
that is what a script written in an afternoon would use.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator

import docx as python_docx
from dhr_checker.checker.document import read_document

from .places import PLACES

MARKER = "Qwyzelda"
BEGIN = "<!-- generated: hiding places -->"
END = "<!-- end of generated -->"


def ours(data: bytes) -> bool:
    return any(MARKER in text for text, _ in read_document(data).all_text())


def everything_python_docx_has(data: bytes) -> Iterator[str]:
    """Paragraphs and cells of body, headers and footers, comments, core properties."""
    document = python_docx.Document(io.BytesIO(data))
    areas = [document]
    for section in document.sections:
        areas += [section.header, section.footer]
    while areas:
        area = areas.pop()
        yield from (paragraph.text for paragraph in area.paragraphs)
        areas += [cell for table in area.tables for row in table.rows for cell in row.cells]
    for comment in document.comments:
        yield from (comment.text, comment.author, comment.initials or "")
    core = document.core_properties
    for name in ("author", "title", "subject", "keywords", "comments", "category"):
        yield getattr(core, name)
    yield core.last_modified_by


def theirs(data: bytes) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return any(MARKER in text for text in everything_python_docx_has(data))
        except Exception:  # it refuses files that Word opens; then it sees nothing
            return False


def table() -> str:
    """The table as Markdown, with its totals."""
    rows: list[str] = []
    seen = other = 0
    for name, hidden in PLACES.items():
        data = hidden.build(MARKER)
        we, they = ours(data), theirs(data)
        seen, other = seen + we, other + they
        rows.append(
            f"| {hidden.group} | {name} | {hidden.story} | {'yes' if we else 'NO'} |"
            f" {'yes' if they else 'no'} |"
        )
    head = (
        f"{len(PLACES)} places: this reader sees {seen}, python-docx's own API {other}.\n\n"
        "| Where | Hidden in | Found as | This reader | python-docx |\n|---|---|---|---|---|\n"
    )
    return f"{BEGIN}\n{head}" + "\n".join(rows) + f"\n{END}"


def renewed(page: str) -> str:
    """The page with its table generated anew."""
    before, _, rest = page.partition(BEGIN)
    return before + table() + rest.partition(END)[2]
