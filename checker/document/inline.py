"""What all paragraphs of a document share while they are read: looks, changes, anchors."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from .concealment import always_visible, concealment
from .content import Concealment, Format, RevisionKind
from .drafts import Draft, Gathered, RevisionDraft
from .formats import LOOK_TAGS, combine, read_look
from .harvest import LINK_ATTRIBUTES, TEXT_ATTRIBUTES, attribute_texts
from .parts import Element
from .place import Story
from .scope import AUTHOR, CHANGES, DATE, FORMAT_CHANGES, Scope
from .styles import ParagraphStyle, StyleSheet

_TELLING: Final = LOOK_TAGS | FORMAT_CHANGES
"""Children of run properties that tell one look from another; the rest is language and fonts."""


@dataclass(slots=True)
class Look:
    """A resolved format; one object for all runs that look alike."""

    format: Format
    changed: bool
    """The run's properties record a tracked change of format."""
    plain: bool
    """Nothing about it can conceal text, on whatever background."""
    kinds: dict[str, Concealment | None] = field(default_factory=dict["str", "Concealment | None"])

    def conceals(self, background: str) -> Concealment | None:
        """Why text of this look cannot be seen on a background, or None."""
        if background not in self.kinds:
            self.kinds[background] = concealment(self.format, background)
        return self.kinds[background]


@dataclass(slots=True)
class Inline:
    """Notes into ``gathered`` what paragraphs hold.  One for a document."""

    gathered: Gathered
    styles: StyleSheet
    pending_comments: list[str] = field(default_factory=list[str])
    _looks: dict[tuple[str, ...], Look] = field(default_factory=dict["tuple[str, ...]", Look])

    def begin(self, scope: Scope) -> Draft:
        """A new, empty paragraph."""
        drafts = self.gathered.drafts
        draft = Draft(
            len(drafts),
            scope.part,
            scope.story,
            self.styles.paragraph(""),
            scope.at,
            scope.host,
            scope.in_contents,
            scope.background,
            [],
            [],
        )
        draft.page = self.gathered.pages + 1
        drafts.append(draft)
        if self.pending_comments:
            for comment_id in self.pending_comments:
                self.anchor(comment_id, draft)
            self.pending_comments.clear()
        if scope.change is not None and scope.change.texts:
            scope.change.texts.append("\n")
        return draft

    def base_look(self, style: ParagraphStyle) -> Look:
        """The look of a run that sets nothing itself."""
        return self._looks.get((style.id,)) or self._new_look((style.id,), style, None)

    def look(self, base: Look, style: ParagraphStyle, rpr: Element) -> Look:
        """The look of a run, worked out once for each combination; ``base`` if it sets nothing."""
        key: tuple[str, ...] = ()
        for item in rpr[:]:
            tag = item.tag
            if tag in _TELLING:
                key += (tag, *item.values())
        if not key:
            return base
        key = (style.id, *key)
        return self._looks.get(key) or self._new_look(key, style, rpr)

    def _new_look(self, key: tuple[str, ...], style: ParagraphStyle, rpr: Element | None) -> Look:
        direct = read_look(rpr)
        character = self.styles.character(direct.get("rStyle", ""))
        resolved = combine(self.styles.defaults, style.look, character, direct)
        changed = rpr is not None and any(item.tag in FORMAT_CHANGES for item in rpr)
        look = self._looks[key] = Look(resolved, changed, always_visible(resolved))
        return look

    def change(self, element: Element, outer: RevisionDraft | None, scope: Scope) -> RevisionDraft:
        """The change that a ``w:ins``, ``w:del``, ``w:moveFrom`` or ``w:moveTo`` records.

        What is deleted stays deleted, whoever inserted it.
        """
        kind, deletes = CHANGES[element.tag]
        change = self.note_change(element, kind, deletes, scope)
        return outer if outer is not None and outer.deletes and not deletes else change

    def note_change(
        self, element: Element, kind: RevisionKind, deletes: bool, scope: Scope
    ) -> RevisionDraft:
        """Record a tracked change at the paragraph that is being read."""
        host = len(self.gathered.drafts) - 1
        change = RevisionDraft(
            kind, deletes, element.get(AUTHOR, ""), element.get(DATE, ""), scope.part, host
        )
        self.gathered.revisions.append(change)
        return change

    def note_format_changes(self, properties: Element, scope: Scope) -> None:
        """Record the tracked changes of format among the children of ``properties``."""
        for item in properties:
            if item.tag in FORMAT_CHANGES:
                self.note_change(item, RevisionKind.FORMAT, False, scope)

    def anchor(self, comment_id: str, draft: Draft | None) -> None:
        """Tie a comment to a paragraph; to the next one if it begins between two."""
        if draft is None:
            self.pending_comments.append(comment_id)
            return
        draft.comment_ids = draft.comment_ids or []
        if comment_id not in draft.comment_ids:
            draft.comment_ids.append(comment_id)
        self.gathered.comment_hosts.setdefault(comment_id, draft.index)

    def harvest(self, element: Element, scope: Scope, host: int) -> None:
        """Keep what the attributes of an unusual element say."""
        for name, tag, value in attribute_texts(element):
            story, label = Story.OTHER, f"{tag}/{name}"
            if name in LINK_ATTRIBUTES:
                story, label = TEXT_ATTRIBUTES[name]
            self.gathered.piece(value, label, story, scope.part, host)
