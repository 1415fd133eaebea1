"""What is said counts where it should stand, is shown elsewhere, and is missed if nowhere."""

from __future__ import annotations

import pytest
from dhr_checker.schemas.common import Answer

from .support import ask

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
LEAFLET = {"section": "family", "words": [["leaflet*"], ["home office"]]}


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("# Family involvement\nThe Home Office leaflet was given.", YES),
        ("# Methodology\nThe Home Office leaflet was given.\n# Family\nThey met.", OPEN),
        ("# Methodology\nThe chair gave the family the Home Office leaflet.", YES),
        ("# Family\nThey met.\n# Conclusions\nThe Home Office leaflet is dated.", OPEN),
        ("# Family\nThe leaflet was given.\n\nThe Home Office wrote.", NO),
        ("# Family\nThey met.\n# Glossary\nHome Office leaflet: for families.", NO),
        ("# Family\nThey met.", NO),
    ],
)
def test_where_it_stands(text: str, answer: Answer) -> None:
    assert ask("mentions", text, **LEAFLET).answer is answer


def test_what_is_said_nearby_counts_where_the_rule_says_so() -> None:
    text = "# Methodology\nThe Home Office leaflet was given.\n# Family\nThey met."
    assert ask("mentions", text, **LEAFLET, near="yes").answer is YES


def test_only_the_section_itself() -> None:
    text = "# Introduction\nShe died by suicide.\n# Terms of reference\n- Was risk seen?"
    words = {"section": "terms-of-reference", "words": [["suicide"]]}
    assert ask("mentions", text, **words).answer is OPEN
    assert ask("mentions", text, **words, only=True).answer is NO


def test_without_a_heading_its_own_text_cannot_be_told() -> None:
    words = {"section": "terms-of-reference", "words": [["suicide"]], "only": True}
    assert ask("mentions", "# Analysis\nShe died.", **words).answer is OPEN


def test_words_that_only_suggest_leave_it_open() -> None:
    text = "# Family\nThe Home Office leaflet was given."
    assert ask("mentions", text, **LEAFLET, at_best="open").answer is OPEN


def test_a_sentence_is_narrower_than_a_paragraph() -> None:
    text = "# Panel\nThe panel had nine members. It met in a hall."
    words = {"section": "panel", "words": [["panel"], ["met"]], "elsewhere": "no"}
    assert ask("mentions", text, **words, within="paragraph").answer is YES
    assert ask("mentions", text, **words, within="sentence").answer is NO


def test_a_row_of_a_table_is_one_sentence() -> None:
    text = "# Panel\n| Name | Agency |\n| A. One | Refuge service |"
    words = {"section": "panel", "words": [["A. One"], ["refuge"]]}
    assert ask("mentions", text, **words, within="sentence").answer is YES


def test_each_item_is_looked_for_and_the_missing_are_named() -> None:
    items = {"age": ["age"], "disability": ["disab*"], "race": ["race", "ethnic*"]}
    text = "# Equality\nHer age mattered. So did her ethnicity."
    seen = ask("each-mentioned", text, section="equality", items=items)
    assert seen.answer is NO
    assert seen.note == "not spoken of: disability"
    assert ask("each-mentioned", text, section="equality", items=items, at_least=2).answer is YES


def test_a_definition_is_asked_for_only_where_the_term_is_used() -> None:
    settings = {"term": ["coercive control"], "definition": ["means"], "at_least": 2}
    once = "# Analysis\nCoercive control was present."
    twice = f"{once} Coercive control was missed."
    assert ask("defined-where-used", once, **settings).answer is YES
    assert ask("defined-where-used", twice, **settings).answer is NO
    noted = f"{twice}\n@footnote Coercive control means a pattern of acts."
    assert ask("defined-where-used", noted, **settings).answer is YES
