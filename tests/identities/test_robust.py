"""Whatever a draft says, no check breaks, and every find leads back to the draft's own text."""

from __future__ import annotations

import pytest
from dhr_checker.checker.conditions import Observe, parse, walk
from dhr_checker.checker.detectors.base import Look, observe
from dhr_checker.checker.detectors.corpus import BREAK, MARK, corpus_of
from dhr_checker.checker.masking import masker_for
from dhr_checker.checker.packs import load_packs
from dhr_checker.checker.records import load_case
from dhr_checker.checker.textdoc import text_document
from dhr_checker.schemas.rule import Requirement
from hypothesis import given, settings
from hypothesis import strategies as st

RECORD = load_case(
    {
        "reference": "X",
        "dates": {"death": "2023-10-14"},
        "deceased": {"names": ["Tamsin Ruth Hallorane", "Will Day"], "pseudonym": "Leonie"},
    }
)
PIECES = st.sampled_from(
    [
        *("Tamsin", "HALLORANE", "T.R.H.", "will", "Day", "Leonie", "Leonia", "Dr Ashworthy", "PC"),
        *("GL50 1AB", "07700 900123", "a@gmail.com", "943 476 5919", "AB123456C", "13/123456/22"),
        *(
            "2 May 1982",
            "born on",
            "31 June 2023",
            "Monday",
            "14/10/2023",
            "died",
            "son, 8",
            "XX/XX",
        ),
        *(
            "failed to leave",
            "“",
            "”",
            "'",
            "committed suicide",
            "PCT",
            "RESTRICTED",
            "(date)",
            "the",
        ),
        *(
            "\u00ad",
            "\u200b",
            "\u202e",
            "İ",
            "ß",
            "ﬁ",
            "é",
            "e\u0301",
            "𝔄",
            "\t",
            "\ue000",
            "½",
            "Ⅷ",
        ),
        *("?", ".", " ", " ", "-", "–", "_", "/", "\\", "@", "(", ")", "[insert", "%20"),
    ]
)
LINES = st.lists(PIECES, max_size=30).map(lambda parts: "x " + "".join(parts).replace("\n", " "))
DRAFTS = st.lists(LINES, max_size=5).map("\n".join)


def observations() -> list[Observe]:
    rules: list[Requirement] = load_packs().packs["home-office-2016"].entries("requirements")
    mine = [one for one in rules if one.id.startswith(("ID16-", "WD16-", "HK16-"))]
    nodes = [node for one in mine for node in walk(parse(one.when))]
    return [node for node in nodes if isinstance(node, Observe)]


ALL = observations()


@settings(max_examples=150)
@given(DRAFTS | st.text(max_size=300).map(lambda text: f"x {text}"))
def test_every_find_leads_back_to_the_draft(text: str) -> None:
    look = Look(text_document("\n".join(f"x {line}" for line in text.splitlines())), RECORD)
    mask = masker_for(look)
    for one in ALL:
        for hit in observe(look, one.detector, one.settings).hits:
            assert len(mask.show(hit)) <= 160
            if hit.place is None or hit.place.paragraph < 0 or hit.start < 0:
                continue
            paragraph = look.document.paragraphs[hit.place.paragraph]
            assert 0 <= hit.start < hit.end <= len(paragraph.text)


@given(DRAFTS)
def test_the_same_draft_gives_the_same_finds(text: str) -> None:
    first, second = (Look(text_document(text), RECORD) for _ in range(2))
    for one in ALL:
        assert observe(first, one.detector, one.settings) == observe(
            second, one.detector, one.settings
        )


@given(DRAFTS)
def test_no_passage_runs_into_the_next(text: str) -> None:
    corpus = corpus_of(Look(text_document(text)))
    assert corpus.text.count(MARK) == len(corpus.passages)
    for passage in corpus.passages:
        end = passage.start + len(passage.normal.text)
        assert corpus.text[end : end + len(BREAK)] == BREAK
        assert corpus.passage_at(passage.start) is passage
    assert not any(MARK in corpus.shown(at) for at in range(len(corpus.words)))
    assert sorted(n for found in corpus.index.values() for n in found) == list(
        range(len(corpus.words))
    )


@given(DRAFTS, st.sampled_from(["Tamsin Hallorane", "HALLORANE", "Hallo\u200brane’s", "(Tamsin)"]))
def test_a_planted_name_is_always_found(text: str, name: str) -> None:
    look = Look(text_document(f"{text}\nWe heard {name} there."), RECORD)
    assert observe(look, "listed-names", {}).answer == "yes"


@given(DRAFTS)
def test_more_text_never_hides_a_name(text: str) -> None:
    alone = Look(text_document("We heard Hallorane there."), RECORD)
    more = Look(text_document(f"We heard Hallorane there.\n{text}"), RECORD)
    assert observe(alone, "listed-names", {}).answer == "yes"
    assert observe(more, "listed-names", {}).answer == "yes"


@pytest.mark.parametrize("text", ["", " ", "\ue000", "\u200b", "x"])
def test_next_to_nothing(text: str) -> None:
    look = Look(text_document(text, name=""), RECORD)
    for one in ALL:
        observe(look, one.detector, one.settings)
