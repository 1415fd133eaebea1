"""Pictures, shapes and text boxes inside a run, and mark-up given in two versions.

Word writes a text box twice: once for itself (``mc:Choice``) and once for older readers
(``mc:Fallback``).  Only one copy is read, but a copy that says something else is
reported, because it is in the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from .harvest import TEXT_ATTRIBUTES, attribute_texts, described, inner_elements
from .names import A_P, A_T, ALTERNATE, CHOICE, FALLBACK, OFFICE_REL, TXBX, P, T
from .parts import Element
from .place import Story

_TEXTS: Final = (T, A_T)
_COPIES: Final = frozenset({FALLBACK})
_LINK_ATTRIBUTES: Final = tuple(
    f"{{{OFFICE_REL}}}{name}" for name in ("id", "link", "href", "pict")
)


class Graphic(NamedTuple):
    """What one drawing holds."""

    boxes: list[Element]
    """Contents of its text boxes, in order."""
    texts: list[tuple[str, str, Story]]
    """Text, what it is, and its channel."""
    links: list[str]
    """Ids of relationships it uses."""


def settle_alternates(alternate: Element) -> tuple[Element, list[str]]:
    """The version to read, and texts of the other versions that it does not have.

    The first choice is read, unless it holds no text and the fallback does.
    """
    versions = [c for tag in (CHOICE, FALLBACK) for c in alternate if c.tag == tag]
    if not versions:
        return alternate, []
    chosen = versions[0]
    if not _has_text(chosen):
        copies = (c for c in versions if c.tag == FALLBACK and _has_text(c))
        chosen = next(copies, chosen)
    said = "\n".join((_text_of(chosen), *_texts_of(chosen), *described(chosen)))
    others = [version for version in alternate if version is not chosen]
    leftover = [
        text for version in others for text in _sayings(version) if text.strip() not in said
    ]
    return chosen, leftover


def _texts_of(version: Element) -> list[str]:
    """Each text in it, nested copies included."""
    return [t.text or "" for t in version.iter(*_TEXTS)]


def _text_of(version: Element) -> str:
    """All text as it would be read without a break, and again with nested copies."""
    own = [e.text or "" for e in inner_elements(version, skip=_COPIES) if e.tag in _TEXTS]
    return "".join(own) + "\n" + "".join(_texts_of(version))


def _sayings(version: Element) -> Iterator[str]:
    """What a version says: each paragraph's text, text outside paragraphs, descriptions."""
    inside: set[str] = set()
    for paragraph in version.iter(P, A_P):
        texts = [e.text or "" for e in inner_elements(paragraph, skip=_COPIES) if e.tag in _TEXTS]
        inside.update(texts)
        yield "".join(texts)
    yield from (text for text in (*_texts_of(version), *described(version)) if text not in inside)


def _has_text(version: Element) -> bool:
    return any(t.text for t in version.iter(*_TEXTS))


def read_graphic(root: Element) -> Graphic:
    """Everything readable in a ``w:drawing``, ``w:pict`` or ``w:object``."""
    found = Graphic([], [], [])
    stack: list[Iterator[Element]] = [iter((root,))]
    while stack:
        for element in stack[-1]:
            inner = _look_at(element, found)
            if inner is not None:
                stack.append(iter(inner))
                break
        else:
            stack.pop()
    return found


def _look_at(element: Element, found: Graphic) -> Element | None:
    """Take what an element says; the element to go into next, or None."""
    tag = element.tag
    if tag == TXBX:
        found.boxes.append(element)
        return None
    if tag == ALTERNATE:
        chosen, leftover = settle_alternates(element)
        found.texts.extend((text, "fallback copy that differs", Story.OTHER) for text in leftover)
        return chosen
    if tag == A_P:
        text = "".join(t.text or "" for t in element.iter(A_T))
        if text.strip():
            found.texts.append((text, "text in a shape", Story.TEXTBOX))
        return None
    for key in _LINK_ATTRIBUTES:
        if link := element.get(key):
            found.links.append(link)
    for name, inside, value in attribute_texts(element, graphic=True):
        story, label = TEXT_ATTRIBUTES.get(name, (Story.OTHER, f"{inside}/{name}"))
        found.texts.append((value, label, story))
    return element
