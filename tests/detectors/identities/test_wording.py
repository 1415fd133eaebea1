"""Phrases: what they match, where, and that quotations are left alone."""

from __future__ import annotations

import pytest
from dhr_checker.checker.detectors.base import Look, Observation, observe
from dhr_checker.checker.detectors.phrase_patterns import phrase
from dhr_checker.checker.document import read_document
from dhr_checker.checker.textdoc import text_document
from dhr_checker.schemas.common import Answer
from pydantic import ValidationError

from ...document.builder import docx, p, style, styles

QUOTE = styles(style("Q", "Intense Quote"))
YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN


def see(text: str, *phrases: str, name: str = "draft.docx", **settings: object) -> Observation:
    look = Look(text_document(text, name=name))
    return observe(look, "phrases", {"phrases": list(phrases), **settings})


@pytest.mark.parametrize(
    ("wanted", "text", "answer"),
    [
        ("failed to leave", "She FAILED to leave.", YES),
        ("failed to leave", "She failed to\u00a0leave.", YES),
        ("failed to leave", "She failed. To leave was hard.", NO),
        ("failed to leave", "She failed to stay.", NO),
        ("fail* to leave", "Failing to leave", YES),
        ("fail* to leave", "The failure to leave", YES),
        ("hard to fail*", "Hard to failing", YES),
        ("hard to fail*", "Hard to fall", NO),
        ("failed|failing to leave", "failing to leave", YES),
        ("non-compliant", "He was non compliant.", YES),
        ("non compliant", "He was non-compliant.", YES),
        ("took * life", "She took her life.", YES),
        ("took * life", "She took her own life.", NO),
        ("took ... life", "She took, it seems, her own life.", YES),
        ("took ... life", "She took life.", YES),
        ("took ... life", "She took one two three four five six seven life.", NO),
        ("didn't engage", "She didn’t engage.", YES),
        ("victim", "The victim’s account", YES),
        ("version <number>", "Version 3", YES),
        ("version <number>", "Version three", NO),
        ("paragraph 3 8", "see paragraph 3.8 for", YES),
        ("<family>", "her mother", YES),
    ],
)
def test_the_language_of_phrases(wanted: str, text: str, answer: Answer) -> None:
    assert see(text, wanted).answer is answer


@pytest.mark.parametrize(
    "wrong", ["", "* life", "took ...", "... life", "a ... b ... c ... d", "what?", "<number> x"]
)
def test_phrases_that_cannot_be_read(wrong: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 # the message names the phrase
        phrase(wrong)
    with pytest.raises(ValidationError):
        see("x", wrong)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("He “failed to leave” that day.", NO),
        ('He "failed to leave" that day.', NO),
        ("The log says ‘she failed to leave’ twice.", NO),
        ("The agencies' view was that she failed to leave.", YES),
        ("She didn't; she failed to leave.", YES),
        ("“She left,” he said, and failed to leave.", YES),
        ("“A letter that goes on: she failed to leave", NO),
        ("'Twas late; she failed to leave.", YES),
    ],
)
def test_quotations_are_left_alone(text: str, answer: Answer) -> None:
    made = see(text, "failed to leave")
    assert made.answer is answer
    assert ("left alone" in made.note) is (answer is NO)
    assert see(text, "failed to leave", quotations="look").answer is YES


def test_how_many_quotations_were_left_alone() -> None:
    made = see("“failed to leave” and “failed to leave”", "failed to leave")
    assert "2 times" in made.note


@pytest.mark.parametrize(
    ("text", "settings", "answer"),
    [
        ("draft", {"letters": "capitals"}, NO),
        ("DRAFT", {"letters": "capitals"}, YES),
        ("Draft", {"letters": "capital"}, YES),
        ("a draft copy", {"whole": True}, NO),
        ("[draft]", {"whole": True}, YES),
        ("a draft of 2011", {"unless_near": ["2011"]}, NO),
        ("a draft", {"sure": False}, OPEN),
        ("@header draft", {}, NO),
        ("@header draft", {"where": ["headers"]}, YES),
        ("@toc draft", {}, NO),
        ("# Conclusions\na draft", {"headings": ["conclusion", "conclusions"]}, YES),
        ("# Methods\na draft", {"headings": ["conclusions"]}, NO),
        ("draft\n# 1. Introduction\nText", {"where": ["title-page"]}, YES),
        ("Title\n# 1. Introduction\ndraft", {"where": ["title-page"]}, NO),
        ("@property core.title: draft", {"where": ["title-property"]}, YES),
        ("@footnote draft", {}, YES),
    ],
)
def test_where_and_how(text: str, settings: dict[str, object], answer: Answer) -> None:
    assert see(text, "draft", **settings).answer is answer


def test_in_the_name_of_the_file() -> None:
    assert see("x", "draft", where=["file-name"], name="DHR draft.docx").answer is YES


def test_overlapping_phrases_are_one_find() -> None:
    assert len(see("She failed to leave.", "failed to leave", "to leave").hits) == 1


# --- bodies that have ended -------------------------------------------------------------------

BODIES = [{"names": ["PCT", "primary care trust"], "ended": 2013, "now": "the board"}]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The PCT will act.", YES),
        ("Primary care trusts", NO),
        ("The primary care trust will act.", YES),
        ("In 2012 the PCT acted.", NO),
        ("In 2019 the PCT acted.", YES),
        ("# Events of 2011\nThe PCT acted.", NO),
        ("The former PCT acted.", NO),
        ("“The PCT will act.”", NO),
        ("The pct will act.", NO),
    ],
)
def test_ended_bodies(text: str, answer: Answer) -> None:
    look = Look(text_document(text))
    assert observe(look, "ended-bodies", {"bodies": BODIES}).answer is answer


# --- of whom ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("She failed to attend.", YES),
        ("Leonie, who was afraid, failed to attend.", YES),
        ("The officers failed to attend.", NO),
        ("The GP told her and the practice failed to attend.", NO),
        ("Failed to attend.", YES),
        ("The officers left. She failed to attend.", YES),
    ],
)
def test_what_agencies_left_undone_may_be_said(text: str, answer: Answer) -> None:
    made = see(f"The pseudonym is Leonie.\n{text}", "failed to attend", of_people=True)
    assert made.answer is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("It was the the panel.", YES),
        ("It was of the of the panel.", YES),
        ("She had had enough.", NO),
        ("It was the. The panel", NO),
        ("It was 10 10 times", NO),
        ("“the the”", NO),
        ("@toc the the", NO),
        ("Step by step", NO),
    ],
)
def test_doubled_words(text: str, answer: Answer) -> None:
    look = Look(text_document(text))
    assert observe(look, "doubled-words", {"except": ["had"]}).answer is answer


def test_a_quotation_style_is_a_quotation() -> None:
    data = docx(p("She failed to attend.", style="Q"), parts={"word/styles.xml": QUOTE})
    made = observe(Look(read_document(data)), "phrases", {"phrases": ["failed to attend"]})
    assert made.answer is NO
    assert "left alone" in made.note
