"""What all paragraphs of a document share while they are read: looks, changes, anchors."""

from __future__ import annotations

from dataclasses import dataclass, field

from .concealment import concealment
from .content import Concealment, Format, RevisionKind
from .drafts import Draft, Gathered, RevisionDraft
from .formats import combine, read_look
from .harvest import TEXT_ATTRIBUTES, attribute_texts
from .parts import Element
from .place import Story
from .scope import AUTHOR, CHANGES, DATE, FORMAT_CHANGES, Scope
from .styles import ParagraphStyle, StyleSheet


@dataclass(slots=True)
class Look:
    """A resolved format; one object for all runs that look alike."""

    format: Format
    changed: bool
    """The run's properties record a tracked change of format."""
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
        )
        drafts.append(draft)
        if self.pending_comments:
            for comment_id in self.pending_comments:
                self.anchor(comment_id, draft)
            self.pending_comments.clear()
        if scope.change is not None and scope.change.texts:
            scope.change.texts.append("\n")
        return draft

    def look(self, style: ParagraphStyle, rpr: Element | None) -> Look:
        """The look of a run, worked out once for each combination."""
        key = [style.id]
        if rpr is not None:
            for item in rpr:
                key.append(item.tag)
                key += item.values()
        found = self._looks.get(tuple(key))
        if found is None:
            direct = read_look(rpr)
            character = self.styles.character(direct.get("rStyle", ""))
            resolved = combine(self.styles.defaults, style.look, character, direct)
            changed = rpr is not None and any(item.tag in FORMAT_CHANGES for item in rpr)
            found = self._looks[tuple(key)] = Look(resolved, changed)
        return found

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
        if comment_id not in draft.comment_ids:
            draft.comment_ids.append(comment_id)
        self.gathered.comment_hosts.setdefault(comment_id, draft.index)

    def harvest(self, element: Element, scope: Scope, host: int) -> None:
        """Keep what the attributes of an unusual element say."""
        for name, tag, value in attribute_texts(element):
            story, label = TEXT_ATTRIBUTES.get(name, (Story.OTHER, f"{tag}/{name}"))
            self.gathered.piece(value, label, story, scope.part, host)
