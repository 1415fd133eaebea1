"""Acronyms that a reader outside the services cannot know, and glossaries out of step."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from string import ascii_lowercase, ascii_uppercase

from ...schemas.common import Answer, Strict
from .base import QUESTIONED, Hit, Look, Observation, detector
from .corpus import Corpus, corpus_of
from .folding import words_of
from .reading import reading
from .statements import MOST, passages_at
from .terms import expand

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
_ACRONYM = re.compile(r"(?<![\w&/.-])(?:[A-Z][A-Za-z]?[A-Z]{1,5}|[A-Z]{2,7})s?(?![\w&/-]|\.[A-Z])")
_IN_BRACKETS = re.compile(
    r"\(\s*(?:the |or |known as |hereafter |referred to as )?[\"']?([A-Z][A-Za-z]{0,2}[A-Z]{1,6}"
    r"|[A-Z]{2,7})s?[\"']?\s*\)"
)
_SPELT_OUT = re.compile(
    r"\b([A-Z][A-Za-z]{0,2}[A-Z]{1,6}|[A-Z]{2,7})s? ?(?:\([A-Za-z][a-z]+ [^)]{3,80}\)|stands for"
    r"|means|is short for)"
)
_LARGE, _SMALL = ascii_uppercase.encode("ascii"), ascii_lowercase.encode("ascii")
_LOUD = 0.6  # share of capitals from which a paragraph is a line in capitals, not acronyms


class AcronymSettings(Strict):
    """Acronyms that need no explanation, the glossary's section, and how often makes a use."""

    known: tuple[str, ...] = ()
    glossary: str = "glossary"
    at_least: int = 2


@dataclass(frozen=True, slots=True)
class _Acronyms:
    used: Counter[str]
    first: dict[str, tuple[int, int]]
    explained: frozenset[str]


def _found(look: Look) -> _Acronyms:
    corpus = corpus_of(look)
    used: Counter[str] = Counter()
    first: dict[str, tuple[int, int]] = {}
    explained: set[str] = set()
    for passage in passages_at(look, corpus.capitalled):
        text = passage.normal.text
        if _loud(text):
            continue
        explained.update(match[1] for match in _IN_BRACKETS.finditer(text))
        explained.update(match[1] for match in _SPELT_OUT.finditer(text))
        for match in _ACRONYM.finditer(text):
            word = _singular(match.group())
            used[word] += 1
            first.setdefault(word, (passage.start + match.start(), passage.start + match.end()))
    return _Acronyms(used, first, frozenset(explained))


def _loud(text: str) -> bool:
    if text.isascii():
        raw = text.encode("ascii")
        large, small = (len(raw) - len(raw.translate(None, case)) for case in (_LARGE, _SMALL))
        return large > _LOUD * (large + small) or not large + small
    letters = [sign for sign in text if sign.isalpha()]
    return not letters or sum(map(str.isupper, letters)) > _LOUD * len(letters)


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and word[:-1].isupper() else word


def _glossary(look: Look, key: str) -> dict[str, int]:
    """The entries of the glossary, each with the index of its paragraph; empty without one."""
    if look.template is None:
        return {}
    read = reading(look)
    found: dict[str, int] = {}
    if key not in {one.section.key for one in read.layout}:
        return found
    for index in read.section(key).paragraphs:
        paragraph = look.document.paragraphs[index]
        if paragraph.in_table is not None and paragraph.in_table[2] != 0:
            continue
        if paragraph.in_table is not None and paragraph.in_table[1] == 0:
            continue
        entry = re.split(
            r"\s+[-\u2013\u2014:=]\s*|:\s|\t|\s{2,}", paragraph.text.strip(), maxsplit=1
        )
        if paragraph.in_table is None and (len(entry) < 2 or entry[0].startswith("Table")):
            continue
        if entry[0] and len(entry[0]) < _LONGEST_ENTRY:
            found.setdefault(entry[0].strip(" .()"), index)
    return found


_LONGEST_ENTRY = 60  # characters


def acronyms_of(look: Look) -> _Acronyms:
    """The acronyms of the report, and those that it explains; found once."""
    found: _Acronyms = look.once("acronyms", lambda: _found(look))
    return found


@detector("acronyms-explained", AcronymSettings, QUESTIONED)
def acronyms_explained(look: Look, settings: AcronymSettings) -> Observation:
    """Each acronym is written out where it first stands, or explained in the glossary."""
    corpus, found = corpus_of(look), acronyms_of(look)
    entries = {_singular(entry) for entry in _glossary(look, settings.glossary)}
    known = set(expand(settings.known)) | found.explained | entries
    known |= {word for entry in entries for word in re.findall(r"[A-Z]{2,7}", entry)}
    dark = [
        word
        for word, times in found.used.items()
        if times >= settings.at_least and word not in known and not _roman(word)
    ]
    if not dark:
        return Observation(YES)
    hits = tuple(corpus.hit(*found.first[word], "not explained") for word in dark)
    return Observation(OPEN, hits[:MOST], f"not explained: {_listed(dark)}")


_SHOWN = 12
_ROOT = 6  # letters that the forms of a word share


def _listed(words: list[str]) -> str:
    more = f" and {len(words) - _SHOWN} more" if len(words) > _SHOWN else ""
    return ", ".join(words[:_SHOWN]) + more


def _roman(word: str) -> bool:
    return set(word) <= set("IVXLC")


@detector("glossary-used", AcronymSettings, QUESTIONED)
def glossary_used(look: Look, settings: AcronymSettings) -> Observation:
    """Each entry of the glossary is used in the report."""
    corpus = corpus_of(look)
    entries = _glossary(look, settings.glossary)
    if not entries:
        return Observation(OPEN, (), "no entries of a glossary were recognised")
    inside = set(reading(look).section(settings.glossary).paragraphs)
    idle = [entry for entry in entries if not _used(corpus, entry, inside)]
    if not idle:
        return Observation(YES)
    places = [look.document.paragraphs[entries[entry]] for entry in idle[:MOST]]
    hits = tuple(Hit(p.place, p.text, note="not used in the report") for p in places)
    return Observation(OPEN, hits, f"{len(idle)} of {len(entries)} entries are not used")


def _used(corpus: Corpus, entry: str, inside: set[int]) -> bool:
    """Whether an entry is used outside the glossary: a single word in any of its forms."""
    wanted = words_of(entry)
    if not wanted:
        return True
    if len(wanted) == 1 and len(wanted[0]) > _ROOT:
        root = wanted[0][:_ROOT]
        forms = [word for word in corpus.index if word.startswith(root)]
    else:
        forms = [wanted[0], f"{wanted[0]}s"] if len(wanted) == 1 else wanted[:1]
    for at in (at for form in forms for at in corpus.index.get(form, ())):
        paragraph = corpus.passage_at(corpus.starts[at]).paragraph
        if paragraph is None or paragraph.index in inside or paragraph.in_toc:
            continue
        if corpus.words[at + 1 : at + len(wanted)] == wanted[1:]:
            return True
    return False
