"""What is taken out of one part: authors, dates, revision ids, comments, settings.

Each step edits the tree in place and answers how often; a part in which nothing was found
is copied as it was.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from ..schemas.inspection import Changes
from .clean_changes import settle
from .clean_xml import Node, both, drop, is_word, name_of, within
from .document.names import WML

AUTHOR: Final = "Author"
"""What Word itself writes where a name is required and none is wanted."""
_INITIALS: Final = "A"
_RSID_ELEMENTS: Final = ("rsids", "rsid")
_SETTINGS: Final = ("docVars", "attachedTemplate", "mailMerge", "saveThroughXslt")
_ANCHORS: Final = ("commentRangeStart", "commentRangeEnd", "commentReference")
_NEUTRAL_APP: Final = frozenset(
    {
        "Pages", "Words", "Characters", "CharactersWithSpaces", "Lines", "Paragraphs",
        "Application", "AppVersion", "DocSecurity", "ScaleCrop", "LinksUpToDate", "SharedDoc",
        "HyperlinksChanged",
    }
)  # fmt: skip
_PROPERTY_BINDINGS: Final = ("core-properties", "extended-properties", "extendedProperties")
_WORD_SPACES: Final = ("http://schemas.microsoft.com/office/word/", WML, "http://purl.oclc.org/")


@dataclass(slots=True)
class Tally:
    """How often each thing was done, and which notes and comments lost their anchors."""

    done: Counter[str] = field(default_factory=Counter[str])
    gone: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    """By kind (footnote, endnote, comment): ids whose reference went with a change."""
    still: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    """The same: ids still referred to."""

    def note(self, what: str, times: int) -> int:
        """Count, and hand the number on."""
        if times:
            self.done[what] += times
        return times


def edit(root: Node, tally: Tally, *, changes: Changes, comments: bool) -> bool:
    """Take out of a part what is to go; whether anything was. ``comments``: they are kept."""
    note = tally.note
    times = note("notes in the mark-up", _markup_notes(root))
    if name_of(root) == "coreProperties":
        times += note("core properties", _empty(root))
    elif name_of(root) == "Properties":
        times += note("application properties", _personal_app(root))
    times += note("revision ids", _revision_ids(root))
    times += note("settings that name people or paths", _settings(root))
    times += note("editors of protected ranges", _editors(root))
    times += note("content controls tied to a removed property", _bindings(root))
    if not comments:
        times += note("comment anchors", _anchors(root))
    if changes is not Changes.KEEP:
        before = references(root)
        settled = settle(root, accept=changes is Changes.ACCEPT)
        after = references(root)
        for kind, ids in before.items():
            tally.gone.setdefault(kind, set()).update(ids - after[kind])
        times += note("tracked changes settled", settled)
    for kind, ids in references(root).items():
        tally.still.setdefault(kind, set()).update(ids)
    times += note("authors and dates", _authors(root))
    return times > 0


def references(root: Node) -> dict[str, set[str]]:
    """The notes and comments that a part refers to, by kind."""
    return {
        kind: {
            str(value)
            for node in root.iter(*both(f"{kind}Reference"))
            for key, value in node.items()
            if str(key).endswith("}id")
        }
        for kind in ("footnote", "endnote", "comment")
    }


def drop_unanchored(root: Node, tally: Tally) -> bool:
    """Drop notes and comments that were cited only in text that is gone."""
    kind = name_of(root).rstrip("s")
    lost = tally.gone.get(kind, set()) - tally.still.get(kind, set())
    if not lost or not is_word(root):
        return False
    found = [n for n in root if any(str(k).endswith("}id") and v in lost for k, v in n.items())]
    for item in found:
        drop(item)
    return tally.note("notes whose reference was deleted", len(found)) > 0


def _markup_notes(root: Node) -> int:
    found = list(root.iter(etree.Comment))
    for item in found:
        parent = item.getparent()
        if parent is not None:
            _keep_tail(item)
            parent.remove(item)
    return len(found)


def _keep_tail(item: Node) -> None:
    parent, before = item.getparent(), item.getprevious()
    if item.tail and parent is not None:
        if before is not None:
            before.tail = (before.tail or "") + item.tail
        else:
            parent.text = (parent.text or "") + item.tail
        item.tail = None


def _empty(root: Node) -> int:
    found = len(root)
    for item in list(root):
        drop(item)
    return found


def _personal_app(root: Node) -> int:
    found = [item for item in root if name_of(item) not in _NEUTRAL_APP]
    for item in found:
        drop(item)
    return len(found)


def _revision_ids(root: Node) -> int:
    count = 0
    for node in root.iter(etree.Element):
        if not is_word(node):
            continue
        for key in [str(k) for k in node.keys()]:  # noqa: SIM118 # an element is no dictionary
            if key.rpartition("}")[2].startswith("rsid"):
                del node.attrib[key]
                count += 1
    found = within(root, *_RSID_ELEMENTS)
    for item in found:
        drop(item)
    return count + len(found)


def _settings(root: Node) -> int:
    if name_of(root) != "settings" or not is_word(root):
        return 0
    found = within(root, *_SETTINGS)
    found += [item for item in root if name_of(item) == "docId"]  # alike in all versions of a file
    for item in found:
        drop(item)
    return len(found)


def _editors(root: Node) -> int:
    ids: set[str] = set()
    found = [
        n for n in within(root, "permStart") if any(str(k).endswith("}ed") for k, _ in n.items())
    ]
    for item in found:
        ids.update(str(v) for k, v in item.items() if str(k).endswith("}id"))
        drop(item)
    for item in within(root, "permEnd"):
        if any(str(k).endswith("}id") and v in ids for k, v in item.items()):
            drop(item)
    return len(found)


def _bindings(root: Node) -> int:
    """Without this Word would empty a cover page's title once the property is empty."""
    found = [
        item
        for item in root.iter(etree.Element)
        if name_of(item) == "dataBinding"
        and any(sign in str(v) for _, v in item.items() for sign in _PROPERTY_BINDINGS)
    ]
    for item in found:
        drop(item)
    return len(found)


def _anchors(root: Node) -> int:
    found = within(root, *_ANCHORS)
    for item in found:
        run = item.getparent()
        drop(item)
        if run is not None and name_of(run) == "r" and all(name_of(c) == "rPr" for c in run):
            drop(run)
    return len(found)


def _authors(root: Node) -> int:
    """Authors become a neutral word, which the standard asks for; dates go."""
    count = 0
    for node in root.iter(etree.Element):
        for key, value in [(str(k), str(v)) for k, v in node.items()]:
            space, _, name = key.rpartition("}")
            if not space.lstrip("{").startswith(_WORD_SPACES):
                continue
            if name == "author" and value != AUTHOR:
                node.set(key, AUTHOR)
            elif name == "initials" and value != _INITIALS:
                node.set(key, _INITIALS)
            elif (name == "date" and not _is_control(node)) or name == "dateUtc":
                del node.attrib[key]
            else:
                continue
            count += 1
    return count


def _is_control(node: Node) -> bool:
    """Whether an element is no tracked change: a date picker has no author."""
    return not any(str(key).endswith("}author") for key, _ in node.items())
