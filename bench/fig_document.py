"""How long a 60,000-word draft takes to check, against merely parsing and merely reading it.

The names are invented, and are those that cost most: common words, parts that many share,
names that stand in the draft and names that do not.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
from dhr_checker import check
from dhr_checker.checker.document import read_document
from long_draft import long_draft, word_count
from lxml import etree
from measuring import Sizes, Table, in_turns, times

FORENAMES = (
    "Rose",
    "Will",
    "Grace",
    "Zoë",
    "Siân",
    "Małgorzata",
    "Chukwuemeka",
    "Aoife",
    "Ali",
    "Jo",
)
SURNAMES = ("May Mark", "O'Brien", "Kaur-Smith", "Wójcik")
MOST = 10
"""Times the bare reading that a check may take, all rules and forty names included."""


def record() -> dict[str, object]:
    """A case record with forty names."""
    names = [f"{forename} {surname}" for forename in FORENAMES for surname in SURNAMES]
    return {
        "reference": "BENCH",
        "deceased": {"names": names[:20]},
        "alleged_perpetrators": [{"ref": "P1", "names": names[20:]}],
    }


def measure(sizes: Sizes) -> list[Table]:
    """One table: each way of going through the same file."""
    data = long_draft(sizes.words)
    words = word_count(docx.Document(io.BytesIO(data)))
    work: dict[str, Callable[[], object]] = {
        "lxml: unpack and parse every part": lambda: parse(data),
        "python-docx: paragraphs, tables, styles": lambda: read_with_python_docx(data),
        "this program: read": lambda: read_document(data),
        "this program: check": lambda: check(data),
        "this program: check, 40 names": lambda: check(data, record()),
    }
    taken = in_turns(work, sizes.readings)
    floor, peer, reading = list(taken.values())[:3]
    table = Table(
        f"A draft of {words:,} words",
        ("", "seconds", "in parsings", "in python-docx readings", "in bare readings"),
        notes=[
            "*Check* includes the reading, and puts every requirement of the 2016 template."
            f" At most {MOST} bare readings are allowed, in the same run and with forty names.",
        ],
    )  # fmt: skip
    for name, seconds in taken.items():
        ratios = (times(seconds / against) for against in (floor, peer, reading))
        table.add(name, f"{seconds:.3f}", *ratios)
    return [table]


def parse(data: bytes) -> int:
    """Unpack and parse every part that is XML, and keep nothing."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        return sum(len(etree.fromstring(archive.read(name))) for name in names)


def read_with_python_docx(data: bytes) -> int:
    """The text and the style's name of every paragraph, in the body and in its tables.

    Less than this program reads: no footnotes, headers, text boxes, comments or tracked
    changes, and no paragraph numbers.
    """
    draft = docx.Document(io.BytesIO(data))
    seen = 0
    for paragraph in draft.paragraphs:
        seen += len(paragraph.text) + len(paragraph.style.name or "" if paragraph.style else "")
    for table in draft.tables:
        for row in table.rows:
            for cell in row.cells:
                for paragraph in cell.paragraphs:
                    named = paragraph.style.name if paragraph.style else ""
                    seen += len(paragraph.text) + len(named or "")
    return seen
