"""Is something said where it should be said?

The words are the rule's.  What stands in the section itself, or in one where its content
is commonly found, counts; what stands only elsewhere is shown to a person, because a word
in the chronology is no statement about the review.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from pydantic import Field

from ...schemas.common import Answer, Strict
from ..layout import TITLE_PAGE
from .base import SETTLED, Answers, Hit, Look, Observation, detector
from .denials import Stance
from .reading import Piece, Reading, reading
from .saying import Counts, stands
from .terms import all_of, find, pattern, plain

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
_SHOWN = 3

Groups = list[list[str]]
Within = Literal["sentence", "paragraph", "section"]


class MentionSettings(Strict):
    """What to look for: a word of every group of ``words``, close together."""

    section: str | list[str]
    words: Groups = Field(min_length=1)
    within: Within = "paragraph"
    elsewhere: Literal["yes", "open", "no"] = "open"
    """What it is worth in another part of the document than the section and its likely places."""
    near: Literal["yes", "open", "no"] = "open"
    """What it is worth in a section where its content is commonly found, if it has its own."""
    against: tuple[str, ...] = ()
    """Words that turn what is said into its opposite; a place that has one is for a person."""
    only: bool = False
    """Look in the section itself and nowhere else."""
    at_best: Literal["yes", "open"] = "yes"
    """`open` where the words only suggest what they are taken for."""
    counts: Counts = "said"
    """What is enough: that it is told as `done`, `reasoned` (done, or not done with a reason),
    `said` (which may lie ahead), or `named`, even in a denial."""


@dataclass(frozen=True, slots=True)
class Where:
    """The paragraphs to search, from the likeliest to the least."""

    here: tuple[int, ...]
    likely: tuple[int, ...]
    elsewhere: tuple[int, ...]
    headed: bool


def where_to_look(read: Reading, keys: str | Sequence[str]) -> Where:
    """The text of sections, of the sections where theirs is commonly found, and the rest."""
    wanted = (keys,) if isinstance(keys, str) else tuple(keys)
    return read.once(("where", wanted), lambda: _where(read, wanted))


def _where(read: Reading, wanted: tuple[str, ...]) -> Where:
    layout = read.layout
    here = layout.text_of(wanted)
    near = layout.text_of(k for key in wanted for k in layout.likely(key))
    own = set(here)
    likely = tuple(i for i in near if i not in own)
    seen = own.union(likely)
    body: frozenset[int] = read.once("body", lambda: frozenset(layout.body()))
    rest = () if wanted == (TITLE_PAGE,) else tuple(sorted(body - seen))
    headed = any(read.section(key).headings or key == TITLE_PAGE for key in wanted)
    return Where(here, likely, rest, headed)


@dataclass(frozen=True, slots=True)
class Matches:
    """Places with the words of a rule: those that say it, and those that deny it or the like."""

    saying: tuple[Hit, ...] = ()
    doubtful: tuple[Hit, ...] = ()
    why: str = ""
    """Why the doubtful ones do not say it."""


def search(
    read: Reading,
    indices: Iterable[int],
    groups: Sequence[Sequence[str]],
    within: Within,
    counts: Counts = "said",
) -> Matches:
    """Places that have a word of every group, at most three of a kind."""
    if within == "section":
        return _one_of_each(read, tuple(indices), groups, counts)
    pieces = read.pieces(read.among(indices, groups), whole=within != "sentence")
    saying: list[Hit] = []
    doubtful: list[tuple[Hit, Stance]] = []
    for piece in pieces:
        if (match := all_of(groups, piece.text)) is None:
            continue
        stance = _stance(read, piece, groups, counts)
        if stance is None:
            saying.append(piece.matched(match))
            if len(saying) == _SHOWN:
                break
        elif len(doubtful) < _SHOWN:
            doubtful.append((piece.matched(match), stance))
    return _matches(saying, doubtful)


def _stance(
    read: Reading, piece: Piece, groups: Sequence[Sequence[str]], counts: Counts
) -> Stance | None:
    return stands(piece.text, groups, counts, lambda: read.marks(piece))


def _matches(saying: Sequence[Hit], doubtful: Sequence[tuple[Hit, Stance]]) -> Matches:
    why = "; ".join(dict.fromkeys(stance.value for _, stance in doubtful))
    return Matches(tuple(saying), tuple(hit for hit, _ in doubtful), why)


def _one_of_each(
    read: Reading, indices: tuple[int, ...], groups: Sequence[Sequence[str]], counts: Counts
) -> Matches:
    found: list[Hit] = []
    doubtful: list[tuple[Hit, Stance]] = []
    for group in groups:
        denied: tuple[Hit, Stance] | None = None
        for piece in read.pieces(read.among(indices, (group,)), whole=True):
            if (match := find(group, piece.text)) is None:
                continue
            stance = _stance(read, piece, (group,), counts)
            if stance is None:
                found.append(piece.matched(match))
                break
            denied = denied or (piece.matched(match), stance)
        else:
            if denied is None:
                return Matches()
            doubtful.append(denied)
    return _matches(() if doubtful else found, doubtful)


def _gives(settings: MentionSettings) -> Answers:
    """Open where the words only suggest it, say the opposite, or stand elsewhere."""
    page = settings.section in (TITLE_PAGE, [TITLE_PAGE])  # which has no sentences that deny
    doubtful = settings.at_best == "open" or bool(settings.against)
    best = frozenset[Answer]() if settings.at_best == "open" else frozenset({YES})
    return best | (frozenset({NO, OPEN}) if doubtful or not page else frozenset({NO}))


@detector("mentions", MentionSettings, _gives)
def mentions(look: Look, settings: MentionSettings) -> Observation:
    """Words of every group stand close together in a section, or where it is commonly found."""
    read = reading(look)
    where = where_to_look(read, settings.section)
    best = YES if settings.at_best == "yes" else OPEN
    words, within, counts = settings.words, settings.within, settings.counts
    doubtful: list[Matches] = []
    alone = settings.only or (settings.near == "no" and where.headed)
    for indices in (where.here,) if alone else (where.here, where.likely):
        found = search(read, indices, words, within, counts)
        if hits := found.saying:
            if settings.against and all(find(settings.against, plain(h.excerpt)) for h in hits):
                return Observation(OPEN, hits, "the words are there, but may say the opposite")
            if indices is where.likely and where.headed and settings.near != "yes":
                if doubtful:
                    break  # what its own section says of it counts for more
                # The section is there and does not say it; in another, the words are often
                # about something else: the trail of abuse of every introduction, a neighbour.
                return Observation(OPEN, hits, "found only outside its own section")
            return Observation(best, hits, _suggested(best))
        if found.doubtful:
            doubtful.append(found)
    if doubtful:
        return Observation(OPEN, doubtful[0].doubtful, doubtful[0].why)
    worth = NO if settings.only else Answer(settings.elsewhere)
    hits = search(read, where.elsewhere, words, within, "named").saying
    if hits and worth is not NO and within != "section":
        return Observation(min_of(worth, best), hits, "found only outside the section")
    if settings.only and not where.headed:
        return Observation(OPEN, (), "the section has no heading, so its own text cannot be told")
    return Observation(NO, (), "no words for it were found where it should stand")


def _suggested(best: Answer) -> str:
    return "what the draft says suggests it" if best is OPEN else ""


def min_of(one: Answer, other: Answer) -> Answer:
    """The less certain of two answers, neither of which is no."""
    return OPEN if OPEN in (one, other) else YES


class ItemSettings(Strict):
    """Several things that a section should speak of, each with its words."""

    section: str | list[str]
    items: dict[str, list[str]] = Field(min_length=1)
    at_least: int | None = None
    """How many have to be there; all, if left out."""
    counts: Counts = "named"
    """What is enough, as in ``mentions``."""


@detector("each-mentioned", ItemSettings)
def each_mentioned(look: Look, settings: ItemSettings) -> Observation:
    """Several things are each spoken of in a section; says which are not."""
    read = reading(look)
    where = where_to_look(read, settings.section)
    text = where.here
    hits: list[Hit] = []
    missing: list[str] = []
    denied = False
    for label, terms in settings.items.items():
        found = search(read, text, (terms,), "paragraph", settings.counts)
        if found.saying:
            hits.append(found.saying[0])
            continue
        missing.append(f"{label} ({found.why})" if found.why else label)
        denied = denied or bool(found.doubtful)
    wanted = len(settings.items) if settings.at_least is None else settings.at_least
    enough = len(hits) >= wanted
    if enough:
        return Observation(YES, tuple(hits[:_SHOWN]))
    note = f"not spoken of: {', '.join(missing)}"
    # Without a heading only part of the text was recognised as the section's own.
    unsure = denied or (text and not where.headed)
    return Observation(OPEN if unsure else NO, (), note)


class DefinedSettings(Strict):
    """A term, and the words by which a definition is known."""

    term: list[str]
    definition: list[str]
    at_least: int = 1
    """How often the term has to be used before a definition is called for."""


@detector("defined-where-used", DefinedSettings, SETTLED)
def defined_where_used(look: Look, settings: DefinedSettings) -> Observation:
    """A term of art is explained somewhere, if the document uses it at all."""
    read = reading(look)
    term = pattern(tuple(settings.term))
    every = [p.index for p in read.document.paragraphs if not p.in_toc]
    with_term = [i for i in read.among(every, (settings.term,)) if term.search(read.plain(i))]
    used = [p for p in read.pieces(with_term) if term.search(p.text)]
    if len(used) < settings.at_least:
        return Observation(YES, (), "the term is not used")
    groups = (settings.definition,)
    for piece in used:
        if find(settings.definition, piece.text) and not _stance(read, piece, groups, "said"):
            return Observation(YES, (piece.hit(),))
    return Observation(NO, tuple(p.hit() for p in used[:_SHOWN]), "used, but nowhere explained")


class UsedSettings(Strict):
    """Words to count over the whole report, and how often makes a use of them."""

    words: list[str]
    at_least: int = 1


@detector("used", UsedSettings, SETTLED)
def used(look: Look, settings: UsedSettings) -> Observation:
    """Certain words are used anywhere in the report's own text."""
    read = reading(look)
    enough = max(settings.at_least, _SHOWN)
    found = list(islice(read.finds(settings.words), enough))
    answer = YES if len(found) >= settings.at_least else NO
    return Observation(answer, tuple(found[:_SHOWN]) if answer is YES else ())
