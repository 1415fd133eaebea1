"""Send each part to the reader its root element calls for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, cast

from lxml import etree

from .annexes import Annexes
from .blocks import Blocks
from .drafts import CommentDraft, FieldStack, NoteDraft
from .names import A_P, TXBX, WML, T, local, w
from .package import Link, Package
from .parts import Element
from .place import Story
from .runs import GRAPHICS, LEAVES
from .scope import AUTHOR, DATE, ID, Scope

_STORIES: Final = {
    "hdr": Story.HEADER,
    "ftr": Story.FOOTER,
    "document": Story.OTHER,  # a second document in the package: nobody prints it
    "glossaryDocument": Story.GLOSSARY,
}
_NOTES: Final = {"footnotes": Story.FOOTNOTE, "endnotes": Story.ENDNOTE}
_COUNT_TEXTS: Final = cast(
    "Callable[[Element], float]", etree.XPath("count(.//w:t)", namespaces={"w": WML})
)
_SEPARATORS: Final = ("separator", "continuationSeparator", "continuationNotice")


class Stories:
    """Reads parts into the blocks' ``gathered`` and into the annexes."""

    def __init__(self, package: Package, blocks: Blocks, annexes: Annexes) -> None:
        self.package, self.blocks, self.annexes = package, blocks, annexes

    def take(self, root: Element, part: str) -> None:
        """Read a part, whatever it is."""
        name = local(root.tag)
        if not root.tag.startswith(f"{{{WML}}}"):
            self.annexes.read(root, part)
        elif name in _STORIES:
            self.read(root, part, _STORIES[name])
        elif name in _NOTES:
            self._notes(root, part, _NOTES[name])
        elif name == "comments":
            self._comments(root, part)
        elif any(True for _ in root.iter(w("t"))):
            self.read(root, part, Story.OTHER)
        else:
            self.annexes.read(root, part)

    def read(self, root: Element, part: str, story: Story) -> range:
        """Walk a part (or an element of it) as one story."""
        scope = Scope(part, story, self._links(part), FieldStack())
        before = self.blocks.paragraphs.seen
        paragraphs = self.blocks.walk(root, scope)
        if self.blocks.paragraphs.seen - before != _COUNT_TEXTS(root):
            self._missed(root, part)
        return paragraphs

    def _missed(self, root: Element, part: str) -> None:
        """Keep text that stands where no program may write it, and so where nobody looks."""
        for text in root.iter(T):
            if _is_out_of_place(text):
                self.annexes.piece(text.text, "text out of place", Story.OTHER, part)

    def _links(self, part: str) -> dict[str, Link]:
        return {link.id: link for link in self.package.links(part)}

    def _notes(self, root: Element, part: str, story: Story) -> None:
        for item in root:
            paragraphs = self.read(item, part, story)
            if item.get(w("type")) not in _SEPARATORS:
                self.blocks.gathered.notes.append(
                    NoteDraft(item.get(ID, ""), story, part, paragraphs)
                )

    def _comments(self, root: Element, part: str) -> None:
        for item in root:
            paragraphs = self.read(item, part, Story.COMMENT)
            self.blocks.gathered.comments.append(
                CommentDraft(
                    id=item.get(ID, ""),
                    author=item.get(AUTHOR, ""),
                    initials=item.get(w("initials"), ""),
                    date=item.get(DATE, ""),
                    part=part,
                    paragraphs=paragraphs,
                )
            )


def _is_out_of_place(text: Element) -> bool:
    """Whether a ``w:t`` stands in an element that is not read for text."""
    boxed = False
    above = text.getparent()
    while above is not None:
        tag = above.tag
        if tag in LEAVES or tag == A_P or (tag in GRAPHICS and not boxed):
            return True
        boxed = tag == TXBX or (boxed and tag not in GRAPHICS)
        above = above.getparent()
    return False
