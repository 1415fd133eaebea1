"""Read a file into a :class:`~.model.Document`: the parts in order, then the whole."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Generator
from contextlib import contextmanager

from ..errors import DocumentError
from .annexes import Annexes
from .assemble import comments, notes, paragraphs, revisions
from .blocks import Blocks
from .channels import pieces
from .content import Paragraph
from .contents import Contents, survey
from .drafts import Gathered
from .grids import tables
from .inline import Inline
from .limits import DEFAULT, Limits
from .model import Document, FileFacts
from .names import local
from .numbering import Numbering
from .package import Package
from .parts import Element, is_strict, parse
from .place import Story
from .refusals import refuse
from .source import Source, load
from .stories import Stories
from .structure import HANDLERS
from .styles import read_styles


def read_document(source: Source, *, limits: Limits = DEFAULT, name: str | None = None) -> Document:
    """Read a .docx, .docm, .dotx or .dotm file, Transitional or Strict.

    ``source`` is a path, the bytes themselves or a binary stream; ``name`` is what to call
    it (default: the file's own name).  Reading opens nothing else, runs nothing, fetches
    nothing and writes nothing.

    Raises DocumentError, with a code ``document.…`` of :data:`~.refusals.REFUSALS`, for
    every file that cannot be read whole; it raises nothing else.
    """
    data, called = load(source, limits, name)
    try:
        with _collector_paused():
            return _Reading(data, called, limits).read()
    except DocumentError:
        raise
    except MemoryError:
        raise refuse("bomb") from None
    except Exception as error:  # a file must never bring the caller down: section 7 of docs/word.md
        raise refuse("internal") from error


@contextmanager
def _collector_paused() -> Generator[None, None, None]:
    """Pause the search for reference cycles while hundreds of thousands of objects are made.

    None of them is part of a cycle, so the search finds nothing; on a long report it takes
    a fifth of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Reading:
    """The reading of one file."""

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        self.data, self.name, self.limits = data, name, limits
        self.package = Package(data, limits)
        self.contents: Contents = survey(self.package)
        self.gathered = Gathered()
        self.annexes = Annexes(self.gathered)
        self.strict = False
        self.parsed: dict[str, Element] = {}
        """Roots that were needed early and are still to be looked through."""

    def read(self) -> Document:
        """Read all parts, the main one first."""
        main = self.contents.main
        raw = self.package.read(main)
        self.strict = is_strict(raw)
        root = parse(raw, main)
        if local(root.tag) != "document":
            raise refuse("wrong-root", main)
        del raw
        styles_root, numbering_root = self._helper("styles"), self._helper("numbering")
        styles = read_styles(styles_root)
        numbering = Numbering(numbering_root, styles)
        blocks = Blocks(Inline(self.gathered, styles), self.limits, HANDLERS)
        stories = Stories(self.package, blocks, self.annexes)
        stories.read(root, main, Story.BODY)
        del root
        for part in self.contents.xml:
            if part != main:
                self._read_part(part, stories)
        self.contents.harvest(self.package, self.gathered, self.annexes)
        return self._document(numbering)

    def _helper(self, kind: str) -> Element | None:
        """The root of the styles or numbering, if there are any."""
        part = self.contents.helpers.get(kind)
        if part is None:
            return None
        self.parsed[part] = parse(self.package.read(part), part)
        return self.parsed[part]

    def _read_part(self, part: str, stories: Stories) -> None:
        try:
            root = self.parsed.pop(part, None)
            if root is None:
                root = parse(self.package.read(part), part)
        except DocumentError as error:
            if self.contents.is_vital(part) or error.code not in _BEARABLE:
                raise
            self.package.warn(
                "part.unreadable", "A part could not be read, and was not checked.", part
            )
            return
        stories.take(root, part)

    def _document(self, numbering: Numbering) -> Document:
        gathered, annexes = self.gathered, self.annexes
        made = paragraphs(gathered, numbering)
        remarks = comments(gathered, made, annexes.replies, annexes.resolved)
        self._warn_if_empty(any(p.text.strip() for p in made))
        return Document(
            name=self.name,
            paragraphs=made,
            tables=tables(gathered, made),
            comments=remarks,
            revisions=revisions(gathered, made),
            notes=notes(gathered),
            properties=tuple(annexes.properties),
            pieces=pieces(gathered, made, remarks),
            warnings=tuple(self.package.warnings),
            file=self._facts(),
            words=_words(made),
        )

    def _facts(self) -> FileFacts:
        contents = self.contents
        return FileFacts(
            sha256=hashlib.sha256(self.data).hexdigest(),
            size=len(self.data),
            kind=contents.kind,
            main_part=contents.main,
            strict=self.strict,
            macros=contents.macros,
            template=contents.kind in ("dotx", "dotm"),
            signed=contents.signed,
            tracking=self.annexes.tracking,
            embedded=tuple(contents.embedded),
            imported=tuple(contents.imported),
            pictures=tuple(contents.pictures),
            external=tuple(contents.external),
        )

    def _warn_if_empty(self, has_text: bool) -> None:
        if has_text:
            return
        if self.contents.pictures:
            self.package.warn("document.scan", "There is no text, only pictures: is it a scan?")
        else:
            self.package.warn("document.no-text", "The document has no text.")


def _words(made: tuple[Paragraph, ...]) -> int:
    body = Story.BODY
    return sum([len(p.text.split()) for p in made if p.place.story is body and not p.in_toc])


_BEARABLE = frozenset({"document.xml", "document.encoding"})
