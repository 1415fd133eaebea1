"""Who chaired, wrote and sat on the panel, and who is called what: the same in every document?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from ...schemas.common import Answer, Strict
from ..document.content import Cell
from .base import QUESTIONED, SETTLED, Hit, Look, Observation, detector
from .between import Clash, there, verdict_on
from .corpus import corpus_of
from .folding import words_of
from .names_consistent import ANNOUNCED, NO_NAME, panel_cells
from .persons import persons_of
from .regions import title_page
from .words import folded

YES, NO = Answer.YES, Answer.NO
_NEAR = 2  # letters between two spellings of one surname
_ALIKE = 90  # per cent of likeness between two descriptions of one person
_UNLIKE = 45
Who = Literal["chair-and-author", "panel", "pseudonyms"]
_ROLES = ("chair", "author")
_IN_PROSE = "perpetrator"
_IS_KILLER = re.compile(
    r"(?<!\bof )(?<!\bof the )(?<!\bto the )(?<!\bwith the )\bperpetrator(?= aged| who| \d|$)"
)
"""In folded words: not `the perpetrator's brother`, nor `a friend of the perpetrator`."""
_KILLER = re.compile(
    r"(?<!\bIn )(?<!\bOn )(?<!\bBy )\b(?P<name>[^\W\d_a-z][^\W\d_]+),"
    r" (?:(?:her|his|their) [\w -]{2,40})?\bthe perpetrator,"
)
_LEAD = 80  # characters before "perpetrator" in which the name stands


class WhoSettings(Strict):
    """Whose names."""

    who: Who


@dataclass(frozen=True, slots=True)
class _Named:
    """A name that a document prints, for a role or a person."""

    words: tuple[str, ...]
    about: str
    hit: Hit

    @property
    def ends(self) -> tuple[str, str]:
        """First and last word, by which a person is known."""
        return self.words[0], self.words[-1]


@detector("also-named-beside", WhoSettings, SETTLED)
def named_beside(look: Look, settings: WhoSettings) -> Observation:
    """The draft and another document of the review both name somebody of a kind."""
    own = {_kind(one, settings.who) for one in _names(look, settings.who)}
    for other in look.others:
        if own & {_kind(two, settings.who) for two in _names(other, settings.who)}:
            return Observation(YES)
    note = "no other document that was given names them" if look.others else ""
    return Observation(NO, (), note or "no other document of the review was given")


@detector("names-agree-beside", WhoSettings, QUESTIONED)
def names_agree_beside(look: Look, settings: WhoSettings) -> Observation:
    """The draft and the other documents of the review give the same names."""
    compare = {"panel": _panels, "pseudonyms": _pseudonyms}.get(settings.who, _roles)
    clashes: list[Clash] = []
    for other in look.others:
        mine, theirs = _names(look, settings.who), _names(other, settings.who)
        if mine and theirs:
            clashes += compare(look, other, mine, theirs)
    return verdict_on(look, clashes)


def _kind(one: _Named, who: Who) -> str:
    """What has to be the same for two names to be compared: the role, where roles are asked for."""
    return one.about if who == "chair-and-author" else who


def _names(look: Look, who: Who) -> list[_Named]:
    found: list[_Named] = look.once(("names-beside", who), lambda: list(_all(look, who)))
    return found


def _all(look: Look, who: Who) -> Iterator[_Named]:
    if who == "panel":
        yield from (one for one, _ in _members(look))
    elif who == "pseudonyms":
        yield from _called(look)
    else:
        yield from _announced(look)


def _announced(look: Look) -> Iterator[_Named]:
    """The chair and the author as the title page and the list of the panel have them."""
    yield from _on_title_page(look)
    for one, cell in _members(look):
        at = look.document.paragraphs[cell.paragraphs[0]].in_table
        row = look.document.tables[at[0]].rows[at[1]] if at is not None else None
        told = " ".join(look.document.cell_text(c) for c in row.cells[1:]).lower() if row else ""
        for role in _ROLES:
            if re.search(rf"\b{role}\b", told):
                yield _Named(one.words, role, one.hit)


def _on_title_page(look: Look) -> Iterator[_Named]:
    corpus, pages = corpus_of(look), title_page(look)
    for passage in corpus.passages:
        if passage.paragraph is None or passage.paragraph.index not in pages:
            continue
        for match in ANNOUNCED.finditer(passage.normal.text):
            role = match.group()[: match.start("name") - match.start()].lower()
            words = tuple(word for word in words_of(match["name"]) if word not in NO_NAME)
            if len(words) < 2:
                continue
            at = passage.start
            hit = corpus.hit(at + match.start("name"), at + match.end("name"))
            if "chair" in role:
                yield _Named(words, "chair", hit)
            if "chair" not in role or "author" in role:
                yield _Named(words, "author", hit)


def _members(look: Look) -> Iterator[tuple[_Named, Cell]]:
    for cell in panel_cells(look):
        words = tuple(w for w in words_of(look.document.cell_text(cell)) if w not in NO_NAME)
        if len(words) > 1 and cell.paragraphs:
            yield _Named(words, "panel", _cell_hit(look, cell)), cell


def _cell_hit(look: Look, cell: Cell) -> Hit:
    place = look.document.paragraphs[cell.paragraphs[0]].place
    return Hit(place, look.document.cell_text(cell))


def _called(look: Look) -> Iterator[_Named]:
    """Pseudonyms with whom they stand for, as the draft's own table of them says."""
    corpus = corpus_of(look)
    for row in persons_of(look).rows:
        words = tuple(words_of(row.name))
        if words and row.relation.strip():
            about = " ".join(words_of(row.relation))
            yield _Named(words, about, corpus.hit(row.start, row.end))
    yield from _killers_in_prose(look)


def _killers_in_prose(look: Look) -> Iterator[_Named]:
    """`Ben, her husband and the perpetrator, was aged 40`, where a draft has no table."""
    corpus, dead = corpus_of(look), persons_of(look).deceased
    for at in corpus.index.get("perpetrator", ()):
        end = corpus.ends[at] + 1
        first = max(corpus.passage_at(corpus.starts[at]).start, end - _LEAD)
        for match in _KILLER.finditer(corpus.text, first, end):
            (word, *_) = words_of(match["name"])
            # What is also written small, `However` or `Later`, is nobody's name.
            if word not in dead and word not in folded("public_words") and not corpus.small(word):
                yield _Named((word,), _IN_PROSE, corpus.hit(*match.span("name")))


# --- what is compared --------------------------------------------------------------------------
def _clash(what: str, look: Look, other: Look, one: _Named, two: _Named) -> Clash:
    own = Hit(one.hit.place, one.hit.excerpt, one.hit.start, one.hit.end, f"{what}: so here")
    return Clash(what, own, there(other, two.hit, f"{what}: otherwise there"), other.which, False)


def _roles(look: Look, other: Look, mine: list[_Named], theirs: list[_Named]) -> Iterator[Clash]:
    """Another chair or author; where one person is both, said once."""
    told: set[Hit] = set()
    for role in _ROLES:
        own = [one for one in mine if one.about == role]
        far = [two for two in theirs if two.about == role]
        if not own or not far or any(_same(one, two) for one in own for two in far):
            continue
        one, two = own[0], far[0]
        if one.hit not in told:
            told.add(one.hit)
            spelt = "the spelling of the" if _spelt_nearly(one, two) else "the"
            yield _clash(f"{spelt} {role}'s name", look, other, one, two)


def _panels(look: Look, other: Look, mine: list[_Named], theirs: list[_Named]) -> Iterator[Clash]:
    """Members whom only one of the two lists, those whose names are spelt otherwise first."""
    own = [one for one in mine if not any(_same(one, two) for two in theirs)]
    strange = [two for two in theirs if not any(_same(one, two) for one in mine)]
    for one in own:
        near = next((two for two in strange if _spelt_nearly(one, two)), None)
        if near is not None:
            yield _clash("the spelling of a panel member's name", look, other, one, near)
        else:
            yield _clash("the list of panel members", look, other, one, theirs[0])
    for two in strange:
        if not any(_spelt_nearly(one, two) for one in own):
            yield _clash("the list of panel members", look, other, mine[0], two)


def _same(one: _Named, two: _Named) -> bool:
    """The same surname, and the same forename or its initial."""
    (first, last), (other, surname) = one.ends, two.ends
    short = len(first) == 1 or len(other) == 1
    return last == surname and (first == other or (short and first[0] == other[0]))


def _spelt_nearly(one: _Named, two: _Named) -> bool:
    apart = [(a, b) for a, b in zip(one.ends, two.ends, strict=True) if a != b]
    return len(apart) == 1 and DamerauLevenshtein.distance(*apart[0]) <= _NEAR


def _pseudonyms(
    look: Look, other: Look, mine: list[_Named], theirs: list[_Named]
) -> Iterator[Clash]:
    """One person under two names, or one name for two people."""
    own, far = _killers(mine), _killers(theirs)
    if len(own) == len(far) == 1 and own.keys() != far.keys():
        yield _clash("what the perpetrator is called", look, other, *own.values(), *far.values())
        return
    mine = [one for one in mine if one.about != _IN_PROSE]
    theirs = [two for two in theirs if two.about != _IN_PROSE]
    for one in mine:
        for two in theirs:
            described = fuzz.ratio(one.about, two.about) >= _ALIKE
            if described and one.words != two.words and not _described_twice(one, mine, theirs):
                yield _clash("what somebody is called", look, other, one, two)
            elif one.words == two.words and _another(one, two):
                yield _clash("whom a pseudonym stands for", look, other, one, two)


def _killers(names: list[_Named]) -> dict[tuple[str, ...], _Named]:
    """Whoever a document calls the perpetrator, by its table of pseudonyms or in its text."""
    return {one.words: one for one in names if _IS_KILLER.search(one.about)}


def _another(one: _Named, two: _Named) -> bool:
    """Whether two descriptions have so little in common that they are of two people."""
    return fuzz.token_set_ratio(one.about, two.about) < _UNLIKE


def _described_twice(one: _Named, mine: list[_Named], theirs: list[_Named]) -> bool:
    """Whether a description fits several people: "a friend" is nobody in particular."""
    return any(
        sum(other.about == one.about for other in names) > 1 for names in (mine, theirs)
    ) or any(two.words == one.words for two in theirs)
