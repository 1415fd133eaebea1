"""Accept or refuse the tracked changes of a part, as Word's own buttons do.

Accepting leaves the final text, refusing the original one.  Every kind of change in the
standard (ISO/IEC 29500-1, 17.13.5) is settled: runs, paragraph marks, rows, cells, moves
and former properties.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from .clean_xml import (
    Node,
    attached,
    attribute,
    both,
    child,
    drop,
    name_of,
    sibling_name,
    unwrap,
    within,
)

_COMES: Final = ("ins", "moveTo")
_GOES: Final = ("del", "moveFrom")
_FORMER: Final = (
    "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange",
    "tblPrExChange", "tblGridChange",
)  # fmt: skip
_RANGES: Final = tuple(
    f"{kind}Range{end}"
    for kind in (
        "moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom",
        "customXmlMoveTo",
    )
    for end in ("Start", "End")
)  # fmt: skip
# What a former set of properties does not hold, and so does not replace.
_STAYS: Final = frozenset(
    {
        *_COMES, *_GOES, *_FORMER, "cellIns", "cellDel", "cellMerge", "rPr", "sectPr",
        "headerReference", "footerReference",
    }
)  # fmt: skip
_PASSED: Final = frozenset(
    {"bookmarkStart", "bookmarkEnd", "proofErr", "commentRangeStart", "commentRangeEnd", "permEnd"}
)
_BEFORE_MERGE: Final = frozenset({"cnfStyle", "tcW", "gridSpan", "hMerge"})
_HOLD_PARAGRAPHS: Final = ("tc", "txbxContent", "hdr", "ftr", "footnote", "endnote", "comment")


def settle(root: Node, *, accept: bool) -> int:
    """Settle every tracked change of a part; how many there were."""
    stays, goes = (_COMES, _GOES) if accept else (_GOES, _COMES)
    count = _former(root, accept=accept)
    count += _cells(root, accept=accept)
    joins: list[Node] = []
    for mark in within(root, *stays, *goes):
        if attached(mark, root):
            count += 1
            _settle_one(mark, name_of(mark) in stays, joins)
    for paragraph in joins:
        if attached(paragraph, root):
            _join(paragraph)
    count += _loose(root, accept=accept)
    if count:
        _mend(root)
    return count


def _settle_one(mark: Node, stays: bool, joins: list[Node]) -> None:
    parent = mark.getparent()
    where = "" if parent is None else name_of(parent)
    if where == "rPr":
        drop(mark)
        owner = None if parent is None else parent.getparent()
        paragraph = None if owner is None else owner.getparent()
        marked = owner is not None and name_of(owner) == "pPr" and paragraph is not None
        if marked and not stays and paragraph is not None:
            joins.append(paragraph)
    elif where == "trPr" and parent is not None:
        row = parent.getparent()
        drop(mark)
        if not stays and row is not None:
            drop(row)
    elif where == "numPr" and parent is not None:
        drop(mark if stays else parent)
    elif where == "ctrlPr":
        unwrap(mark)  # of an equation's structure: taking that away would tear the equation
    elif stays:
        unwrap(mark)
    else:
        drop(mark)


def _former(root: Node, *, accept: bool) -> int:
    """Changes of properties: drop the former ones, or bring them back."""
    found = [one for one in within(root, *_FORMER) if attached(one, root)]
    for change in found:
        holder = change.getparent()
        old = next((c for c in change if name_of(c)), None)
        drop(change)
        if accept or holder is None:
            continue
        for item in [c for c in holder if name_of(c) not in _STAYS]:
            drop(item)
        if old is not None:
            for at, item in enumerate([c for c in old if name_of(c) not in _STAYS]):
                holder.insert(at + _references(holder), item)
    return len(found)


def _references(holder: Node) -> int:
    """How many references to headers and footers stand first in a section's properties."""
    return sum(name_of(c) in ("headerReference", "footerReference") for c in holder)


def _cells(root: Node, *, accept: bool) -> int:
    found = within(root, "cellIns", "cellDel", "cellMerge")
    for mark in found:
        parent = mark.getparent()
        if parent is None:
            continue
        cell = parent.getparent()
        kind = name_of(mark)
        drop(mark)
        if kind == "cellMerge":
            _merge(parent, attribute(mark, "vMerge" if accept else "vMergeOrig"))
        elif (kind == "cellDel") == accept and cell is not None:
            drop(cell)
    return len(found)


def _merge(properties: Node, how: str | None) -> None:
    for old in [c for c in properties if name_of(c) == "vMerge"]:
        drop(old)
    if how is None:
        return
    tag = sibling_name(properties, "vMerge")
    made = etree.Element(tag)
    made.set(sibling_name(properties, "val"), "restart" if how == "rest" else "continue")
    properties.insert(sum(name_of(c) in _BEFORE_MERGE for c in properties), made)


def _join(paragraph: Node) -> None:
    """Join a paragraph whose mark is gone to the next, whose properties it takes.

    Before a table or at an end there is none: the paragraph stays if it holds anything.
    """
    after = paragraph.getnext()
    while after is not None and (name_of(after) in _PASSED or not name_of(after)):
        after = after.getnext()
    content = [c for c in paragraph if name_of(c) != "pPr"]
    if after is None or name_of(after) != "p":
        if not content:
            drop(paragraph)
        return
    between: list[Node] = []
    passed = paragraph.getnext()
    while passed is not None and passed is not after:
        between.append(passed)
        passed = passed.getnext()
    at = 0 if child(after, "pPr") is None else 1
    for offset, item in enumerate([*content, *between]):
        after.insert(at + offset, item)
    drop(paragraph)


def _loose(root: Node, *, accept: bool) -> int:
    """Marks of ranges, numbers before a change, and deleted text outside a deletion."""
    marks = within(root, *_RANGES, "numberingChange")
    for mark in marks:
        drop(mark)
    count = len(marks)
    for text in within(root, "delText", "delInstrText"):
        count += 1
        if accept:
            drop(text)
        else:
            plain = "t" if name_of(text) == "delText" else "instrText"
            text.tag = sibling_name(text, plain)
    return count


def _mend(root: Node) -> None:
    """Leave nothing that Word would refuse to open: tables without rows, cells without text."""
    for row in reversed(within(root, "tr")):
        if next(row.iter(*both("tc")), None) is None:
            drop(row)
    for table in reversed(within(root, "tbl")):
        if next(table.iter(*both("tr")), None) is None:
            drop(table)
    for holder in within(root, *_HOLD_PARAGRAPHS):
        blocks = [c for c in holder if name_of(c) in ("p", "tbl", "sdt", "customXml")]
        needs_last = name_of(holder) == "tc" and bool(blocks) and name_of(blocks[-1]) == "tbl"
        if needs_last or not (blocks or any(name_of(c) == "AlternateContent" for c in holder)):
            etree.SubElement(holder, sibling_name(holder, "p"))
