"""Keep names out of what the program shows.

A report on a draft would be of little use to an author, and a danger to a family, if it
repeated the names that it found.  So every excerpt, heading and file name is masked before
it is shown: whatever the case record lists, in any form, and whatever looks like a person,
an address or a number that leads to one.  Too much masked does no harm; a name does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from ..schemas.case import CaseRecord
from .detectors.base import Hit, Look
from .detectors.calendar_dates import dates_in
from .detectors.corpus import Corpus, build, corpus_of
from .detectors.dates_in_text import births_given
from .detectors.declared import pseudonyms_likely
from .detectors.excerpts import WIDTH, window
from .detectors.folding import fold, humps, words_of
from .detectors.identifier_patterns import PATTERNS
from .detectors.lookalikes import Lookalikes
from .detectors.name_index import sequences
from .detectors.people import (
    EXTRA_NAMES,
    ListedName,
    births_of_record,
    listed,
    names_of_record,
    pseudonyms_of,
)
from .detectors.unlisted_names import suspected_names
from .detectors.words import folded
from .document.place import Place, Story

NAME = "[name]"
_AS = {
    "postcode": "[postcode]",
    "telephone": "[telephone]",
    "e-mail": "[e-mail]",
    "nhs-number": "[NHS number]",
    "ni-number": "[NI number]",
    "vehicle": "[vehicle]",
    "reference": "[reference]",
    "street-address": "[address]",
}
_DATE = "[date]"
TOKENS = (NAME, _DATE, *_AS.values())
"""Everything that stands in a masked text for what was hidden."""
_BIRTH = re.compile(r"\b(?:born|birth\w*|d\.?o\.?b)\b", re.I)
_LETTERS_APART = re.compile(r"(?<![^\W\d_])(?:[^\W\d_][ .·_'-]{1,3}){2,}[^\W\d_](?![^\W\d_])")
_INITIALS = re.compile(r"\b[^\W\d_a-z](?:\W{1,2}[^\W\d_a-z]\b)+\.?")
_REPEATED = re.compile(r"\[name\](?:[ ,.-]{1,2}\[name\])+")
_NOWHERE = Place("", Story.OTHER)
_LONGEST = 4_000  # characters: no excerpt is longer, and masking must never be slow
_TITLED_LOOK = 2  # words behind a title that may be a name

_Span = tuple[int, int, str]
_TURNING = dict.fromkeys((0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))


class Masker:
    """Replaces names and numbers in a text by what they are.

    ``off`` is a masker that shows everything in clear.
    """

    off: Masker

    def __init__(
        self,
        record: CaseRecord | None = None,
        extra_names: Iterable[str] = (),
        *,
        pseudonyms: Iterable[str] = (),
        births: Iterable[date] = (),
        active: bool = True,
    ) -> None:
        self._active = active
        self._masked: dict[str, str] = {}
        self._spellings: dict[str, bool] = {}
        """Whether a word, as it was written, is hidden."""
        own = [*names_of_record(record), *((name, "") for name in extra_names)]
        self._names: tuple[ListedName, ...] = listed(own)
        self._parts = frozenset(part for name in self._names for part in name.parts())
        self._joined = frozenset(made for name in self._names for made in name.joined())
        self._initials = frozenset(made for name in self._names for made in name.initials())
        self._full: dict[str, list[tuple[str, ...]]] = {}
        for name in self._names:
            if name.full:
                self._full.setdefault(name.words[0], []).append(name.words)
        self._near = Lookalikes(self._parts)
        self._births = births_of_record(record).union(births)
        declared = (*pseudonyms_of(record), *pseudonyms)
        self._pseudonyms = frozenset(w for name in declared for w in words_of(name)) - self._parts

    @property
    def active(self) -> bool:
        """Whether anything is masked at all."""
        return self._active

    def mask(self, text: str) -> str:
        """``text`` with every name and identifying number replaced by what it is.

        Characters that only turn the direction of writing are left out: shown in a report, they
        would turn the words around the excerpt as well.
        """
        text = text.translate(_TURNING)
        if not self._active or not text:
            return text
        if text not in self._masked:  # headings recur in the place of every find
            self._masked[text] = self._mask(text)
        return self._masked[text]

    def _mask(self, text: str) -> str:
        if len(text) > _LONGEST:
            text = text[:_LONGEST] + "…"
        corpus = build([(text, _NOWHERE, "", None)])
        passage = corpus.passages[0]
        out: list[str] = []
        at = 0
        for start, end, put in _merged(self._spans(corpus)):
            first, last = passage.span(start, min(end, len(passage.normal.text)))
            out += [text[at:first], put]
            at = last
        return _REPEATED.sub(NAME, "".join([*out, text[at:]]))

    def show(self, hit: Hit) -> str:
        """A hit's excerpt as it may be shown: masked, on one line, at most 160 characters.

        What a file says of its authors is a name and nothing else, and is masked whole.
        """
        if not self._active:
            return window(hit.excerpt, -1, -1).translate(_TURNING)
        if hit.place is not None and hit.place.story in (Story.AUTHOR, Story.PEOPLE):
            return NAME if hit.excerpt.strip() else ""
        shown = " ".join(self.mask(hit.excerpt).split())
        return shown if len(shown) <= WIDTH else shown[: WIDTH - 1].rpartition(" ")[0] + "…"

    # --- what is masked ------------------------------------------------------------------
    def _spans(self, corpus: Corpus) -> Iterator[_Span]:
        yield from self._words(corpus)
        yield from self._titled(corpus)
        yield from self._apart(corpus)
        yield from self._whole(corpus)
        for kind, put in _AS.items():
            yield from ((find.start, find.end, put) for find in PATTERNS[kind](corpus))
        speaks_of_birth = _BIRTH.search(corpus.text) is not None
        for found in dates_in(corpus.text):
            if speaks_of_birth or found.day_of() in self._births:
                yield found.start, found.end, _DATE

    def _words(self, corpus: Corpus) -> Iterator[_Span]:
        for at, word in enumerate(corpus.words):
            shown = corpus.shown(at)
            if shown not in self._spellings:
                self._spellings[shown] = self._is_name(word, shown)
            if self._spellings[shown]:
                yield corpus.starts[at], _possessive(corpus, at), NAME

    def _is_name(self, word: str, shown: str) -> bool:
        if word in self._parts:
            # "will" and "may" are hidden only where they could be somebody's name.
            return shown[0].isupper() or word not in folded("ordinary")
        bare = shown.removesuffix("'s").removesuffix("'S")
        if word in self._joined or (bare.isupper() and word.upper() in self._initials):
            return word.upper() not in _acronyms() or bare != shown
        if shown[0].isupper() and any(
            word.removesuffix(ending) in self._parts for ending in ("s", "es")
        ):
            return True
        if shown[0].isupper() and word not in self._pseudonyms and self._near.nearest(word):
            return True
        pieces = humps(shown)
        return len(pieces) > 1 and any(fold(shown[a:b]) in self._parts for a, b in pieces)

    def _titled(self, corpus: Corpus) -> Iterator[_Span]:
        """A title or rank with capitalised words behind it, pseudonyms left in sight."""
        titles = folded("titles") | folded("ranks")
        for title in titles & corpus.capitals.keys():
            for at in corpus.capitals[title]:
                for name in range(at + 1, min(at + 1 + _TITLED_LOOK, len(corpus.words))):
                    if not self._behind_title(corpus, name):
                        break
                    yield corpus.starts[name], _possessive(corpus, name), NAME

    def _behind_title(self, corpus: Corpus, at: int) -> bool:
        between = corpus.text[corpus.ends[at - 1] : corpus.starts[at]]
        word = corpus.words[at]
        known = word in self._pseudonyms or word in folded("public_words") or len(word) < 2
        return between in (" ", ". ", "-") and corpus.capital(at) and not known

    def _apart(self, corpus: Corpus) -> Iterator[_Span]:
        """``J. S.`` and ``S M I T H``."""
        for match in _LETTERS_APART.finditer(corpus.text):
            letters = fold(re.sub(r"[\W\d_]", "", match.group()))
            if any(part in letters for part in self._parts if len(part) > 1):
                yield match.start(), match.end(), NAME
        for match in _INITIALS.finditer(corpus.text):
            letters = fold(re.sub(r"[\W\d_]", "", match.group())).upper()
            dotted = "." in match.group() or letters not in _acronyms()
            if dotted and any(initials in letters for initials in self._initials):
                yield match.start(), match.end(), NAME

    def _whole(self, corpus: Corpus) -> Iterator[_Span]:
        """A whole name in small letters, though each of its words is an everyday one."""
        for words in (found for word in corpus.index for found in self._full.get(word, ())):
            for at in sequences(corpus, words):
                yield corpus.starts[at], corpus.ends[at + len(words) - 1], NAME


def _acronyms() -> frozenset[str]:
    return frozenset(word.upper() for word in folded("acronyms"))


def _possessive(corpus: Corpus, at: int) -> int:
    """Where a word ends, its ``'s`` left in sight."""
    end = corpus.ends[at]
    return end - 2 if corpus.shown(at).lower().endswith("'s") else end


def _merged(spans: Iterable[_Span]) -> Iterator[_Span]:
    """Spans in order; those that overlap or touch as names are one."""
    last: _Span | None = None
    for span in sorted(spans):
        if last is not None and span[0] < last[1]:
            longer = span if span[1] - span[0] > last[1] - last[0] else last
            last = (last[0], max(last[1], span[1]), longer[2])
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def masker_for(look: Look, *, active: bool = True) -> Masker:
    """The masker for one draft: it also hides names that the draft itself gives away."""
    extra: Iterable[str] = look.memo.get(EXTRA_NAMES, ())
    found = [*extra, *suspected_names(look), *_authors(look)] if active else []
    births = births_given(look) if active else ()
    return Masker(
        look.record, found, pseudonyms=pseudonyms_likely(look), births=births, active=active
    )


def _authors(look: Look) -> Iterator[str]:
    """Names in the file's properties, comments and tracked changes.

    Words that the report itself uses ("Panel reader") are left out, or half of it would go.
    """
    document, corpus = look.document, corpus_of(look)
    people = ("creator", "lastModifiedBy", "Manager")
    texts = [
        *(comment.author for comment in document.comments),
        *(change.author for change in document.revisions),
        *(p.value for p in document.properties if p.name in people),
    ]
    common = folded("public_words") | folded("acronyms") | folded("programs")
    for text in dict.fromkeys(texts):
        words = [w for w in words_of(text) if w not in common and not _in_prose(corpus, w)]
        if words:
            yield " ".join(words)


def _in_prose(corpus: Corpus, word: str) -> bool:
    """Whether the word stands small in the report's own sentences."""
    capitals = set(corpus.capitals.get(word, ()))
    return any(
        at not in capitals and corpus.passage_at(corpus.starts[at]).paragraph is not None
        for at in corpus.index.get(word, ())
    )


Masker.off = Masker(active=False)
