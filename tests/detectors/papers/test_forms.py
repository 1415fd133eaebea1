"""What counts as written into a form: fields, answers, terms, periods, blanks."""

from __future__ import annotations

from typing import Any

import pytest
from dhr_checker.checker.detectors.base import Look, Observation, observe
from dhr_checker.checker.packs import load_packs
from dhr_checker.checker.requirements import templates_of
from dhr_checker.checker.textdoc import text_document
from dhr_checker.schemas.common import Answer
from dhr_checker.schemas.documents import DocumentKind

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
TEMPLATES = templates_of([load_packs().packs["home-office-2011"]])
REVIEW, TERMS = DocumentKind.MANAGEMENT_REVIEW, DocumentKind.TERMS
PERIOD = {"period": ["<review-period>"], "until_death": ["<until-death>"]}


def look(text: str, kind: DocumentKind = REVIEW, beside: Look | None = None) -> Look:
    others = (beside,) if beside else ()
    return Look(text_document(text), template=TEMPLATES[kind], kind=kind, others=others)


def ask(name: str, text: str, kind: DocumentKind = REVIEW, **settings: Any) -> Observation:
    return observe(look(text, kind), name, settings)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("| Author | A. Writer |\n| Date | 3 May 2022 |", YES),
        ("| Author | XX |\n| Date | 3 May 2022 |", NO),
        ("| Author | [insert name] |\n| Date | 3 May 2022 |", NO),
        ("| Author | |\n| Date | 3 May 2022 |", NO),
        ("| Name | A. Writer | Author | Named nurse |\n| Email | office | Tel | 1 |", YES),
        ("| Name | A. Writer | Author | |\n| Email | office | Tel | 1 |", NO),
        ("| Author | Agency | Date |\n| A. Writer | Housing | 3 May 2022 |", YES),
        ("| Author | Agency | Date |\n| | Housing | 3 May 2022 |", NO),
        ("Author: A. Writer", YES),
        ("Author:\nA. Writer", YES),
        ("Author:\nAgency: Housing", NO),
        ("Author ........", NO),
        ("The author of the book was not read.", OPEN),
        ("Nothing of the kind.", OPEN),
    ],
)
def test_a_field_is_a_label_and_what_stands_in_its_place(text: str, answer: Answer) -> None:
    assert ask("field-filled", text, label=["author"]).answer is answer


def test_a_column_of_dates_is_no_field() -> None:
    chronology = "| Date | Event |\n| 3 May 2022 | Seen. |"
    assert ask("field-filled", chronology, label=["x"], exact=["date"], holds="date").answer is OPEN
    assert ask("field-filled", "Date: soon", label=["x"], exact=["date"]).answer is YES
    assert ask("field-filled", "Date: soon", label=["date"], holds="date").answer is OPEN


ASKED = {
    "sections": ["analysis"],
    "asked": [["recorded"], ["shared"]],
    "words": [["was recorded"], ["shared"]],
}
FIRST, LAST = "Who came first?", "Who left last?"
Q = "Was this information recorded and shared?"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (f"# Analysis\n{Q}\nIt was noted and sent on at once.", YES),
        (f"# Analysis\n## {Q}\nIt was noted and sent on at once.", YES),
        (f"# Analysis\n{Q}", OPEN),
        (f"# Analysis\n{Q}\nNo.", OPEN),
        ("# Analysis\nWhat she said was recorded and shared.", YES),
        (f"# Analysis\n{FIRST}\nAn ambulance was first.\n{Q}\n{LAST}\nThe police left late.", NO),
        # Questions that stand together as a list are answered by what follows the list.
        (f"# Analysis\n{FIRST}\n{Q}\n{LAST}\nThe ambulance came and the police left.", OPEN),
        (f"# Analysis\n| Who came first? | The ambulance came first. |\n| {Q} | |", NO),
        (f"# Analysis\n| Who came first? | |\n| {Q} | |", OPEN),
        ("# Chronology\nWhat she said was recorded and shared.\n# Analysis\nNobody asked.", OPEN),
        ("# Terms of reference\n- It was recorded and shared?\n# Analysis\nNobody asked.", OPEN),
    ],
)  # fmt: skip
def test_a_question_alone_is_no_answer(text: str, answer: Answer) -> None:
    assert ask("question-answered", text, **ASKED).answer is answer


def test_terms_set_out_again_are_not_taken_up() -> None:
    settings = {"section": "terms-of-reference", "answered_in": ["terms-answered"]}
    terms = "- Did the desk ask about bruises?\n- Did the landlord hear the quarrels?"
    again = terms.replace("- ", "")
    text = f"# Terms of reference\n{terms}\n# Addressing the terms of reference\n"
    assert ask("terms-dealt-with", text + again, **settings).answer is OPEN
    written = "The desk asked about her bruises twice.\nThe landlord heard quarrels and wrote."
    assert ask("terms-dealt-with", text + written, **settings).answer is YES
    # From the terms of reference given beside it, where the review does not set them out.
    beside = look(f"Terms of reference\n{terms}", TERMS)
    alone = look(f"# Addressing the terms of reference\n{written}", beside=beside)
    assert observe(alone, "terms-dealt-with", settings).answer is YES


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The period under review is 1 June 2018 to 4 May 2021.", YES),
        ("Scope: June 2018 until the date of her death.", YES),
        ("| Period | 2018 to 2021 |\n| Chair | nobody yet |", YES),
        ("The period under review is from (date) to (date).", NO),
        ("The review covers events from 1 June 2018.", OPEN),
        ("The panel met from 1 June 2021 to 3 June 2021.", OPEN),
        ("She was born in 1980 and died in 2021.", NO),
    ],
)
def test_the_period_has_two_ends(text: str, answer: Answer) -> None:
    assert ask("period-stated", text, TERMS, **PERIOD).answer is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The death of Adult A.", NO),
        ("From (date) to 3 May 2021.", YES),
        ("The chair is [insert name].", YES),
        ("Insert agreed media strategy", YES),
        ("The death of XX.", OPEN),
        ("He took the exam at Foxx House.", NO),
    ],
)
def test_blanks_are_seen(text: str, answer: Answer) -> None:
    assert ask("blanks-left", text, TERMS).answer is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("I certify that I have not been directly concerned.\nSigned: A. Writer", YES),
        ("I certify that I have not been directly concerned.\nSigned..... Dated:.....", NO),
        ("I certify that I have not been directly concerned.", OPEN),
        ("Signed: A. Writer", OPEN),
    ],
)
def test_a_certificate_counts_when_it_is_signed(text: str, answer: Answer) -> None:
    found = ask("certificate-signed", text, words=[["certify"], ["concerned"]], signed=["signed"])
    assert found.answer is answer


def test_only_the_authors_own_words_count() -> None:
    settings = {"sections": ["methodology"], "words": [["interviewed"]], "counts": "said"}
    head = "# Methodology\n"
    assert ask("says", head + "Two officers were interviewed.", **settings).answer is YES
    assert ask("says", head + "Who was interviewed?", **settings).answer is NO
    assert ask("says", "# Officers interviewed\n# Methodology\nFiles.", **settings).answer is NO
    assert ask("says", head + "No officer was interviewed.", **settings).answer is OPEN
    elsewhere = "# Methodology\nFiles.\n# Analysis\nTwo officers were interviewed."
    assert ask("says", elsewhere, **settings).answer is OPEN


def test_front_matter_with_a_date_in_it_is_no_chronology() -> None:
    front = "| Author | A. Writer | Date | 17/10/2023 |\n| Agreed by | A Director | Date | soon |"
    date = ["<date-column>"]
    assert ask("chronology-tabled", front, date=date).answer is NO
    rows = "| Date | Source | Seen | Event |\n| 17/10/2023 | File | Adult A | Seen. |"
    assert ask("chronology-tabled", rows, date=date).answer is YES
