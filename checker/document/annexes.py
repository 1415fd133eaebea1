"""Read the parts that are no story: properties, people, settings, charts, custom XML.

Which kind a part is, its root element says; names and content types can be wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from .content import Property
from .drafts import Gathered
from .harvest import attribute_texts, drawn_paragraphs, part_texts, reads_like_text
from .names import VAL, WORD_2012, is_on, local, w
from .parts import Element
from .place import Story

# Elements of word/settings.xml whose attributes only Word writes.
_QUIET_SETTINGS: Final = frozenset(
    {
        "compat", "compatSetting", "rsids", "rsid", "rsidRoot", "themeFontLang",
        "clrSchemeMapping", "shapeDefaults", "hdrShapeDefaults", "proofState", "zoom", "mathPr",
        "stylePaneFormatFilter", "activeWritingStyle", "decimalSymbol", "listSeparator",
        "documentType", "view", "characterSpacingControl", "defaultTabStop",
        "chartTrackingRefBased", "docId", "idmap", "shapelayout", "shapedefaults", "mathFont",
        "brkBin", "brkBinSub", "defJc", "wrapIndent", "intLim", "naryLim", "footnotePr",
        "endnotePr", "footnote", "endnote", "drawingGridHorizontalSpacing", "revisionView",
        "stylePaneSortMethod", "documentProtection", "writeProtection", "settings",
        "cryptProviderType",
    }
)  # fmt: skip
_SETTING_FLAGS: Final = (
    "trackRevisions", "removePersonalInformation", "removeDateAndTime", "documentProtection",
    "writeProtection", "readOnlyRecommended", "formsDesign", "embedTrueTypeFonts",
)  # fmt: skip


@dataclass(slots=True)
class Annexes:
    """What the parts besides the stories have given."""

    gathered: Gathered
    properties: list[Property] = field(default_factory=list[Property])
    replies: dict[str, str] = field(default_factory=dict[str, str])
    """A comment's paragraph id to its parent's."""
    resolved: set[str] = field(default_factory=set[str])
    """Paragraph ids of comments marked as done."""
    tracking: bool = False

    def read(self, root: Element, part: str) -> None:
        """Take what the part says."""
        namespace, _, name = root.tag.lstrip("{").rpartition("}")
        kind = _KINDS.get(name)
        if name == "Properties":
            kind = _custom if "custom" in namespace else _app
        if kind is None:
            kind = _chart if "chart" in namespace or "diagram" in namespace else _unknown
        kind(self, root, part)

    def property(self, group: str, name: str, value: str | None, part: str) -> None:
        """Note a property, unless it is empty."""
        if value and value.strip():
            self.properties.append(Property(group, name, value.strip()))
            if reads_like_text(value) and group != "settings":
                self.gathered.piece(value, f"property {name}", Story.PROPERTY, part)

    def piece(self, text: str | None, label: str, story: Story, part: str) -> None:
        """Note a text of a part."""
        self.gathered.piece(text, label, story, part)


_Reader = Callable[[Annexes, Element, str], None]


def _core(annexes: Annexes, root: Element, part: str) -> None:
    for item in root.iter():
        if item is not root:
            annexes.property("core", local(item.tag), item.text, part)


def _app(annexes: Annexes, root: Element, part: str) -> None:
    for item in root:
        if len(item):
            values = [leaf.text for leaf in item.iter() if leaf.text and leaf.text.strip()]
            for value in values:
                annexes.property("app", local(item.tag), value, part)
        else:
            annexes.property("app", local(item.tag), item.text, part)


def _custom(annexes: Annexes, root: Element, part: str) -> None:
    for item in root:
        name = item.get("name", "")
        annexes.piece(name, "name of a custom property", Story.PROPERTY, part)
        annexes.piece(item.get("linkTarget"), "bookmark of a property", Story.BOOKMARK, part)
        values = [leaf.text for leaf in item.iter() if leaf.text and leaf.text.strip()]
        annexes.property("custom", name, "; ".join(values), part)


def _people(annexes: Annexes, root: Element, part: str) -> None:
    for item in root.iter():
        for name, _, value in attribute_texts(item):
            if name != "providerId":
                annexes.piece(value, f"person {name}", Story.PEOPLE, part)


def _comments_extended(annexes: Annexes, root: Element, part: str) -> None:
    def of(item: Element, name: str) -> str:
        return item.get(f"{{{WORD_2012}}}{name}", "")

    for item in root.iter(f"{{{WORD_2012}}}commentEx"):
        paragraph = of(item, "paraId")
        if of(item, "paraIdParent"):
            annexes.replies[paragraph] = of(item, "paraIdParent")
        if of(item, "done") and is_on(of(item, "done")):
            annexes.resolved.add(paragraph)


def _settings(annexes: Annexes, root: Element, part: str) -> None:
    for item in root.iter():
        name = local(item.tag)
        if name in _SETTING_FLAGS and item.getparent() is root:
            on = is_on(item.get(VAL))
            annexes.tracking |= on and name == "trackRevisions"
            annexes.property("settings", name, "on" if on else "off", part)
        if name == "docVar":
            annexes.property("settings", f"docVar {item.get(w('name'), '')}", item.get(VAL), part)
        if name in _QUIET_SETTINGS:
            continue
        for _, tag, value in attribute_texts(item):
            annexes.piece(value, f"setting {tag}", Story.SETTING, part)
        annexes.piece(item.text, f"setting {name}", Story.SETTING, part)
    rsids = sum(1 for _ in root.iter(w("rsid")))
    annexes.property("settings", "rsids", str(rsids) if rsids else "", part)


def _styles(annexes: Annexes, root: Element, part: str) -> None:
    for style in root.iter(w("style")):
        if style.get(w("customStyle")) is None:
            continue
        for tag in ("name", "aliases"):
            item = style.find(w(tag))
            # Word makes "X Char" for every style X; it says nothing that X does not.
            if item is not None and not item.get(VAL, "").endswith(" Char"):
                annexes.piece(item.get(VAL), f"style {tag}", Story.STYLE, part)


def _numbering(annexes: Annexes, root: Element, part: str) -> None:
    for tag in ("lvlText", "name"):
        for item in root.iter(w(tag)):
            value = item.get(VAL, "")
            if reads_like_text(value):
                annexes.piece(value, "text of a numbering", Story.STYLE, part)


def _theme(annexes: Annexes, root: Element, part: str) -> None:
    annexes.piece(root.get("name"), "name of the theme", Story.STYLE, part)
    for text in drawn_paragraphs(root):
        annexes.piece(text, "text in the theme", Story.STYLE, part)


def _chart(annexes: Annexes, root: Element, part: str) -> None:
    chart = "chart" in root.tag
    for text in part_texts(root):
        annexes.piece(
            text,
            "text in a chart" if chart else "text in a diagram",
            Story.CHART if chart else Story.DIAGRAM,
            part,
        )


def _unknown(annexes: Annexes, root: Element, part: str) -> None:
    custom = part.lower().startswith("customxml/")
    for text in part_texts(root):
        story = Story.CUSTOM_XML if custom else Story.OTHER
        annexes.piece(text, "custom XML" if custom else "other part", story, part)


def _quiet(annexes: Annexes, root: Element, part: str) -> None:
    """A part that holds nothing anybody typed."""


_KINDS: Final[dict[str, _Reader]] = {
    "coreProperties": _core,
    "people": _people,
    "commentsEx": _comments_extended,
    "commentsIds": _quiet,
    "settings": _settings,
    "styles": _styles,
    "numbering": _numbering,
    "fonts": _quiet,
    "theme": _theme,
    "Types": _quiet,
}
