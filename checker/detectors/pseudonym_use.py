"""Detectors of pseudonyms: used where they were promised, and spelt in one way."""

from __future__ import annotations

from collections.abc import Iterator

from ...schemas.common import Answer, Strict
from .base import SUSPECTED, Look, Observation, detector
from .corpus import PROSE, Corpus, corpus_of
from .declared import pseudonyms_likely, pseudonyms_of_tables
from .finds import Find, observation, without_overlaps
from .folding import words_of
from .lookalikes import Lookalikes
from .people import listed_in, pseudonyms_of
from .words import folded


class NoSettings(Strict):
    """A detector that needs no settings."""


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


@detector("pseudonym-variants", NoSettings, SUSPECTED)
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
