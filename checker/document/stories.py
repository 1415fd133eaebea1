"""Send each part to the reader its root element calls for."""

from __future__ import annotations

from typing import Final

from .annexes import Annexes
from .blocks import Blocks
from .drafts import CommentDraft, FieldStack, NoteDraft
from .names import WML, local, w
from .package import Link, Package
from .parts import Element
from .place import Story
from .scope import AUTHOR, DATE, ID, Scope

_STORIES: Final = {
    "hdr": Story.HEADER,
    "ftr": Story.FOOTER,
    "document": Story.OTHER,  # a second document in the package: nobody prints it
    "glossaryDocument": Story.GLOSSARY,
}
_NOTES: Final = {"footnotes": Story.FOOTNOTE, "endnotes": Story.ENDNOTE}
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
        return self.blocks.walk(root, scope)

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
