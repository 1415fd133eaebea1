"""All the text of a draft, put together once, so that every check reads it once.

Running forty patterns over ten thousand paragraphs is four hundred thousand calls; over
one long text it is forty.  So the passages (paragraphs, and every other piece of text in
the file) are normalised, laid end to end with a mark between that no pattern crosses, and
cut into words.  Every find leads back to its passage, its place, and the exact offsets in
the draft's own text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from urllib.parse import unquote

from ..document.content import Paragraph
from ..document.model import Document
from ..document.normalise import Normalised, normalise
from ..document.place import Place, Story
from .base import Hit, Look
from .excerpts import window
from .folding import fold, humps

MARK = "\ue000"
"""Stands between passages; a private character that normalised text never holds."""
BREAK = f"\n{MARK}\n"
PROSE = frozenset({Story.BODY, Story.TEXTBOX, Story.FOOTNOTE, Story.ENDNOTE})
"""The stories that a reader reads as the report's own words."""
FILE_NAME = "file name"
FILE_PLACE = Place("", Story.PROPERTY)
"""Where the file's own name stands: in no part of the file."""
"""Label of the passage that holds the name of the draft's own file."""

_SENTENCE_END = re.compile(r"[.!?:;\n\t•|]| - ")
_OTHER_SIGNS = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of the file, and where in the corpus it begins."""

    text: str
    """As the file has it."""
    place: Place
    label: str
    """What it is if it is no paragraph: ``picture name``, ``link target``; else empty."""
    paragraph: Paragraph | None
    start: int
    normal: Normalised

    @property
    def story(self) -> Story:
        """The channel it belongs to."""
        return self.place.story

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Corpus offsets as offsets in the passage's own text."""
        return self.normal.span(start - self.start, end - self.start)


@dataclass
class Corpus:
    """Passages, their joined normalised text, and its words.

    ``words[i]`` is folded and stands at ``starts[i]:ends[i]`` of ``text``.
    """

    passages: list[Passage] = field(default_factory=list[Passage])
    text: str = ""
    words: list[str] = field(default_factory=list[str])
    starts: list[int] = field(default_factory=list[int])
    ends: list[int] = field(default_factory=list[int])
    index: dict[str, list[int]] = field(default_factory=dict[str, list[int]])
    """Folded word -> its positions in ``words``."""
    capitals: dict[str, list[int]] = field(default_factory=dict[str, list[int]])
    """The same, for those occurrences that begin with a capital letter."""
    humped: list[int] = field(default_factory=list[int])
    """Positions of words with a capital inside: ``JaneSmith``."""
    apostrophes: set[str] = field(default_factory=set[str])
    """Spellings with an apostrophe inside: ``they've``, ``O'Brien's``."""
    capitalled: list[int] = field(default_factory=list[int])
    """Positions of words with two capitals or more: ``MARAC``, ``GPs``."""
    gaps: list[str] = field(default_factory=list[str])
    """``gaps[i]`` is what stands in ``text`` before word ``i``; the last, what is behind all."""
    _begins: list[int] = field(default_factory=list[int])

    def passage_at(self, offset: int) -> Passage:
        """The passage that holds an offset of ``text``."""
        return self.passages[bisect_right(self._begins, offset) - 1]

    def find(self, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], Passage]]:
        """Every match of a pattern, with its passage.  Patterns must not match the mark."""
        for match in pattern.finditer(self.text):
            if match.end() > match.start():
                yield match, self.passage_at(match.start())

    def hit(self, start: int, end: int, note: str = "") -> Hit:
        """A stretch of ``text`` as a hit, in the draft's own words and offsets."""
        passage = self.passage_at(start)
        first, last = passage.span(start, end)
        return Hit(passage.place, window(passage.text, first, last), first, last, note)

    def words_in(self, passage: Passage) -> list[str]:
        """The folded words of a passage."""
        first, end = self.range_of(passage)
        return self.words[first:end]

    def range_of(self, passage: Passage) -> tuple[int, int]:
        """Positions of the first word of a passage, and of that behind its last."""
        first, end = passage.start, passage.start + len(passage.normal.text)
        return bisect_left(self.starts, first), bisect_left(self.starts, end)

    def word_at(self, offset: int) -> int:
        """Position of the first word that ends after an offset of ``text``."""
        return bisect_right(self.ends, offset)

    def shown(self, position: int) -> str:
        """A word as the draft writes it, normalised but not folded."""
        return self.text[self.starts[position] : self.ends[position]]

    def capital(self, position: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.text[self.starts[position]].isupper()

    def small(self, word: str) -> int:
        """How often a folded word stands without a capital."""
        return len(self.index.get(word, ())) - len(self.capitals.get(word, ()))

    def adjacent(self, position: int, *, most: int = 3) -> bool:
        """Whether a word follows the one before it, with a space, hyphen or the like between."""
        if not 0 < position < len(self.words):
            return False
        between = self.gaps[position]
        if between == " ":
            return True
        if between == "." and self.words[position].isdigit() and self.words[position - 1].isdigit():
            return True  # 3.8 is one number, and no end of a sentence
        return len(between) <= most and not _parts_sentences(between) and MARK not in between

    def begins_sentence(self, position: int) -> bool:
        """Whether a word is the first of its sentence, heading, cell or line."""
        between = self.gaps[position] if position > 0 else MARK
        return between != " " and (MARK in between or _parts_sentences(between))


@lru_cache(maxsize=1024)
def _parts_sentences(between: str) -> bool:
    """Whether what stands between two words ends a sentence, cell or line."""
    return _SENTENCE_END.search(between) is not None


def build(texts: Iterable[tuple[str, Place, str, Paragraph | None]]) -> Corpus:
    """Lay texts end to end: each with its place, its label, and its paragraph if it is one."""
    corpus = Corpus()
    parts: list[str] = []
    at = 0
    for text, place, label, paragraph in texts:
        normal = normalise(text)
        corpus.passages.append(Passage(text, place, label, paragraph, at, normal))
        corpus._begins.append(at)  # pyright: ignore[reportPrivateUsage] # its own module
        clean = _with_lines(text, normal).replace(MARK, " ")
        parts.append(clean)
        at += len(clean) + len(BREAK)
    corpus.text = BREAK.join(parts) + BREAK
    _cut(corpus)
    return corpus


def _with_lines(text: str, normal: Normalised) -> str:
    """The normalised text with its tabs and line ends put back: they part words as stops do."""
    if "\n" not in text and "\t" not in text:
        return normal.text
    at = range(len(text)) if normal.offsets is None else normal.offsets
    return "".join(
        text[o] if sign == " " and text[o] in "\n\t" else sign
        for sign, o in zip(normal.text, at, strict=False)
    )


def _cut(corpus: Corpus) -> None:
    """Cut the text into words; what has to be known of a word is worked out once a spelling."""
    pieces = _words_and_gaps(corpus.text).split(corpus.text)
    ends = list(accumulate(map(len, pieces)))
    shown = pieces[1::2]
    corpus.gaps, corpus.starts, corpus.ends = pieces[::2], ends[:-1:2], ends[1::2]
    spellings: dict[str, list[int]] = {spelling: [] for spelling in dict.fromkeys(shown)}
    for position, spelling in enumerate(shown):
        spellings[spelling].append(position)
    folds = {spelling: fold(spelling) for spelling in spellings}
    corpus.words = list(map(folds.__getitem__, shown))
    for spelling, places in spellings.items():
        _enter(corpus.index, folds[spelling], places)
        if spelling[0].isupper():
            _enter(corpus.capitals, folds[spelling], places)
        if spelling.isalpha() and (spelling[1:].islower() or len(spelling) < 2):
            continue
        if "'" in spelling:
            corpus.apostrophes.add(spelling)
        if len(spelling) > 3 and len(humps(spelling)) > 1:
            corpus.humped.extend(places)
        if sum(map(str.isupper, spelling)) > 1:
            corpus.capitalled.extend(places)
    corpus.humped.sort()
    corpus.capitalled.sort()


def _words_and_gaps(text: str) -> re.Pattern[str]:
    """What cuts a text into words and gaps just as ``WORD`` does.

    To ask of every sign whether it is a letter of any script takes most of the time of cutting,
    so the few letters of the text that are not in ASCII are written into the expression.
    """
    others = sorted(set(_OTHER_SIGNS.findall(text)))
    digits = "".join(sign for sign in others if sign.isdecimal())
    letters = "".join(sign for sign in others if sign.isalnum() and not sign.isdecimal())
    return _cutter(letters, digits)


@lru_cache(maxsize=256)
def _cutter(letters: str, digits: str) -> re.Pattern[str]:
    letter = f"[A-Za-z{re.escape(letters)}]"
    return re.compile(f"({letter}+(?:'{letter}+)*|[0-9{re.escape(digits)}]+)")


def _enter(index: dict[str, list[int]], word: str, places: list[int]) -> None:
    """Add the places of one spelling to those of its word, in order."""
    known = index.get(word)
    index[word] = places if known is None else sorted(known + places)


def _texts(document: Document) -> Iterator[tuple[str, Place, str, Paragraph | None]]:
    for paragraph in document.paragraphs:
        if paragraph.text:
            yield paragraph.text, paragraph.place, "", paragraph
    for piece in document.pieces:
        coded = piece.place.story in (Story.HYPERLINK, Story.FIELD_CODE) and "%" in piece.text
        yield unquote(piece.text) if coded else piece.text, piece.place, piece.label, None
    if document.name:
        yield document.name, FILE_PLACE, FILE_NAME, None


def corpus_of(look: Look) -> Corpus:
    """Everything in the draft's file, its name included; built once for each draft."""
    found: Corpus = look.once("corpus", lambda: build(_texts(look.document)))
    return found
