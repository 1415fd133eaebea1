"""How fast the Word reader is, measured against lxml parsing the same parts.

    python bench/bench_document.py            the gates: ratio, growth, memory
    python bench/bench_document.py FILE.docx  one file of your own

Everything is measured in one run on one machine, so that the ratios mean something where
the milliseconds do not.  Exits with 1 if a gate is missed.
"""

from __future__ import annotations

import argparse
import gc
import io
import random
import statistics
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from dhr_checker.checker.document import read_document
from lxml import etree

RATIO = 3.0  # times what lxml needs to parse the same parts and take their text
GROWTH = 1.6  # time for each paragraph at 100,000 of them, against 10,000
MEMORY = 40  # times the size of the main part, at the highest point
TURNS, ROUNDS = 5, 5

_WML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SENTENCE = (
    "The review panel heard that the practitioner recorded the disclosure and that no onward "
    "referral followed within the time the procedure sets "
)


def _run(text: str, rsid: int, rpr: str = "") -> str:
    properties = f"<w:rPr>{rpr}</w:rPr>" if rpr else ""
    return f'<w:r w:rsidR="{rsid:08X}">{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


_draw = random.Random(1)


def _paragraph(words: int, rsid: int, style: str = "") -> str:
    """A paragraph as Word leaves it after editing: several runs, spelling marks, revision ids."""
    text = _draw.choices(_SENTENCE.split(), k=words)
    cut = len(text) // 3 + 1
    runs = [" ".join(text[i : i + cut]) + " " for i in range(0, len(text), cut)]
    inner = '<w:proofErr w:type="spellStart"/>'.join(
        _run(run, rsid, "<w:b/>" if i == 1 else '<w:lang w:val="en-GB"/>')
        for i, run in enumerate(runs)
    )
    ppr = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p w:rsidR="{rsid:08X}">{ppr}{inner}</w:p>'


def _table(rows: int, columns: int, rsid: int) -> str:
    cell = f"<w:tc><w:tcPr><w:tcW w:w='900'/></w:tcPr>{_paragraph(5, rsid)}</w:tc>"
    return f"<w:tbl><w:tblPr/>{f'<w:tr>{cell * columns}</w:tr>' * rows}</w:tbl>"


def report(words: int = 60_000, tables: int = 300) -> bytes:
    """A report of about ``words`` words and ``tables`` tables, numbered throughout."""
    body: list[str] = []
    written, rsid = 0, 0x00A10000
    each = max(words // max(tables, 1), 60)
    while written < words:
        rsid += 1
        body.append(_paragraph(4, rsid, "Heading1" if written % 3000 < each else "Heading2"))
        body.append(_paragraph(each - 4 - 40, rsid, "Numbered"))
        if tables:
            body.append(_table(2, 4, rsid))
        written += each
    return package("".join(body))


_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{i}"><w:name w:val="{n}"/>'
    f"<w:pPr>{ppr}</w:pPr></w:style>"
    for i, n, ppr in (
        ("Normal", "Normal", ""),
        (
            "Heading1",
            "heading 1",
            '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>',
        ),
        ("Heading2", "heading 2", '<w:outlineLvl w:val="1"/>'),
        ("Numbered", "Numbered", '<w:numPr><w:numId w:val="1"/></w:numPr>'),
    )
)
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Numbered"/>'
    '<w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def package(body: str) -> bytes:
    """A Word file with that body."""
    out = io.BytesIO()
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for root, content in (("styles", _STYLES), ("numbering", _NUMBERING)):
            archive.writestr(f"word/{root}.xml", f'<w:{root} xmlns:w="{_WML}">{content}</w:{root}>')
        archive.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="a" Type="{relation}" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/></Types>',
        )
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{_WML}"><w:body>{body}</w:body></w:document>',
        )
    return out.getvalue()


def lxml_alone(data: bytes) -> int:
    """Parse every XML part and take text and style of each paragraph: the floor."""
    found = 0
    style, text, paragraph = f"{{{_WML}}}pStyle", f"{{{_WML}}}t", f"{{{_WML}}}p"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            root = etree.fromstring(archive.read(name))
            for p in root.iter(paragraph):
                found += len("".join(t.text or "" for t in p.iter(text)))
                named = next(p.iter(style), None)
                found += named is not None and bool(named.get(f"{{{_WML}}}val"))
    return found


def once(work: Callable[[], object]) -> float:
    """Processor time in seconds; letting go of the result is not counted."""
    gc.collect()
    begun = time.process_time()
    kept = work()
    taken = time.process_time() - begun
    del kept
    return taken


def best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Median processor time in seconds."""
    return statistics.median(once(work) for _ in range(rounds))


def in_turns(*works: Callable[[], object]) -> list[float]:
    """Median processor time of each, in seconds, so that a change of load meets all alike.

    The first round of each turn does not count: it would pay for tidying the memory that
    the other has just let go of (libc puts that off until somebody asks for much), a
    third of what lxml alone takes.
    """
    times: list[list[float]] = [[] for _ in works]
    for _ in range(TURNS):
        for work, mine in zip(works, times, strict=True):
            once(work)
            mine += [once(work) for _ in range(ROUNDS)]
    return [statistics.median(mine) for mine in times]


def peak(data: bytes) -> int:
    """Bytes by which reading raises the memory of a fresh process, lxml's trees included."""
    code = (
        "import sys; from dhr_checker.checker.document import read_document;"
        "highest = lambda: next(int(line.split()[1]) for line in open('/proc/self/status')"
        " if line.startswith('VmHWM'));"
        "data = sys.stdin.buffer.read(); before = highest(); read = read_document(data);"
        "print(1024 * (highest() - before))"
    )
    done = subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=True)
    return int(done.stdout)


def main_size(data: bytes) -> int:
    """Unpacked size of the main part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.getinfo("word/document.xml").file_size


def gates() -> bool:
    """Measure, print, and say whether all is within bounds."""
    data = report()
    read = read_document(data)
    print(f"{read.words} words, {len(read.paragraphs)} paragraphs, {len(read.tables)} tables")
    del read
    floor, ours = in_turns(lambda: lxml_alone(data), lambda: read_document(data))
    print(f"lxml alone {floor * 1e3:7.1f} ms")
    print(f"reader     {ours * 1e3:7.1f} ms   {ours / floor:.2f} times (gate {RATIO})")
    few, many = (
        package("".join(_paragraph(12, rsid) for rsid in range(n))) for n in (10_000, 100_000)
    )
    small = best(lambda: read_document(few), 3)
    large = best(lambda: read_document(many), 3)
    growth = large / small / 10
    print(f"10,000 paragraphs {small:.3f} s, 100,000 {large:.3f} s: {growth:.2f} (gate {GROWTH})")
    memory = peak(many) / main_size(many)
    print(f"memory {memory:.1f} times the main part (gate {MEMORY})")
    return ours / floor <= RATIO and growth <= GROWTH and memory <= MEMORY


def main() -> int:
    """Run the gates, or time one file."""
    parser = argparse.ArgumentParser(description="Time the Word reader.")
    parser.add_argument("file", nargs="?", type=Path)
    chosen = parser.parse_args()
    if chosen.file is None:
        return 0 if gates() else 1
    data = chosen.file.read_bytes()
    print(f"{best(lambda: read_document(data)) * 1e3:.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
