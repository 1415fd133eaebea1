"""Detectors of pseudonyms: used where they were promised, and real pseudonyms, not letters."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from ...schemas.common import Answer, Strict
from .base import Look, Observation, detector
from .corpus import PROSE, Corpus, corpus_of
from .declared import pseudonyms_likely, pseudonyms_of_tables
from .finds import Find, observation, without_overlaps
from .folding import words_of
from .lookalikes import Lookalikes
from .people import listed_in, pseudonyms_of
from .words import folded


class NoSettings(Strict):
    """A detector that needs no settings."""


class LetterSettings(Strict):
    """The words that stand before a letter in place of a name: ``Adult``, ``Mr``, ``Subject``."""

    words: tuple[str, ...] = Field(min_length=1)
    figures: bool = True
    """Also a single figure: ``Male 1``."""


@detector("letters-for-people", LetterSettings)
def letters_for_people(look: Look, settings: LetterSettings) -> Observation:
    """A person called by a letter or number, such as ``Adult A``, instead of a pseudonym."""
    corpus = corpus_of(look)

    def finds() -> Iterator[Find]:
        for wanted in settings.words:
            (word,) = words_of(wanted)
            for at in corpus.capitals.get(word, ()):
                if _stands_for_a_person(corpus, at + 1, figures=settings.figures):
                    yield Find(corpus.starts[at], corpus.ends[at + 1], True)

    return observation(corpus, without_overlaps(finds()))


def _stands_for_a_person(corpus: Corpus, at: int, *, figures: bool) -> bool:
    """A capital or two, or a figure, behind the word, and no surname after that."""
    if at >= len(corpus.words) or corpus.text[corpus.ends[at - 1] : corpus.starts[at]] != " ":
        return False
    passage = corpus.passage_at(corpus.starts[at])
    if passage.story not in PROSE or (passage.paragraph and passage.paragraph.in_toc):
        return False
    shown = corpus.shown(at)
    if shown.isdigit():
        return figures and len(shown) == 1 and not corpus.text[corpus.ends[at] :][:1].isalnum()
    if not (shown.isupper() and len(shown) <= 2) or shown == "I":
        return False
    if corpus.shown(at - 1).isupper() and len(corpus.shown(at - 1)) > 1:
        return False  # a heading in capitals: there a short word is a word
    return not (corpus.adjacent(at + 1) and corpus.capital(at + 1))


@detector("pseudonyms-used", NoSettings)
def pseudonyms_used(look: Look, settings: NoSettings) -> Observation:
    """Whether the pseudonym of the record, or each that the draft declares, is used in the draft.

    OPEN where none is declared; NO, saying how many, where one is declared and never used.
    """
    corpus = corpus_of(look)
    # Of a record's pseudonyms only that of the person who died must stand in every document.
    agreed = look.record.deceased.pseudonym if look.record else None
    declared = [tuple(words_of(agreed))] if agreed else []
    least = 1
    if not declared:
        declared = [(word,) for word in sorted(pseudonyms_of_tables(look))]
        least = 2  # once in the table, and once where it is used
    if not declared:
        return Observation(
            Answer.OPEN, note="No pseudonyms were found declared, in the draft or the case record."
        )
    missing = [words for words in declared if _uses(corpus, words) < least]
    if not missing:
        return Observation(Answer.YES)
    number = f"{len(missing)} of {len(declared)}"
    return Observation(Answer.NO, note=f"Of the pseudonyms declared, {number} are never used.")


def _uses(corpus: Corpus, words: tuple[str, ...]) -> int:
    if not words:
        return 0
    return sum(
        1
        for at in corpus.capitals.get(words[0], ())
        if corpus.passage_at(corpus.starts[at]).story in PROSE
        and tuple(corpus.words[at : at + len(words)]) == words
    )


@detector("pseudonym-variants", NoSettings)
def pseudonym_variants(look: Look, settings: NoSettings) -> Observation:
    """A capitalised word one letter away from a pseudonym: a slip, or a name let through."""
    corpus = corpus_of(look)
    declared = pseudonyms_likely(look) - folded("public_words") - folded("ordinary")
    certain = {word for name in pseudonyms_of(look.record) for word in words_of(name)}
    wanted = certain | pseudonyms_of_tables(look)
    listed = {part for name in listed_in(look) for part in name.parts()}
    near = Lookalikes(wanted)

    def finds() -> Iterator[Find]:
        for word, places in corpus.capitals.items():
            if (
                word in declared
                or word in listed
                or corpus.small(word)
                or word.rstrip("s") in wanted
            ):
                continue
            if near.nearest(word) is not None:
                for at in places:
                    if corpus.passage_at(corpus.starts[at]).story in PROSE:
                        note = "one letter away from a pseudonym"
                        yield Find(corpus.starts[at], corpus.ends[at], False, note)

    return observation(corpus, without_overlaps(finds()))
