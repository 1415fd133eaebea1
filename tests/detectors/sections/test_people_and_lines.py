"""Employment, pseudonyms, characteristics, lines of enquiry, recommendations."""

from __future__ import annotations

import pytest
from dhr_checker.schemas.common import Answer

from .support import ask

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
EMPLOYMENT = {
    "section": "author",
    "worked": ["former", "worked", "employed"],
    "ended": ["until", "ago", "ended"],
    "when": ["<year>", "<duration>"],
    "never": ["never worked", "not worked", "no connection"],
}
TITLE = "Harbour Community Safety Partnership\n"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("She worked for Harbour Council until 2009.", YES),
        ("She worked for Harbour Council. That ended nine years ago.", YES),
        ("She is a former officer of Harbour Police.", NO),
        ("She is a former officer of another force.", OPEN),
        ("She is a former officer of Harbour Police and has chaired six reviews.", NO),
        ("She was a nurse and has chaired six reviews for Harbour Council.", OPEN),
        ("She has never worked in the area.", YES),
        ("She has had no connection with Harbour. She worked for Harbour Council.", NO),
    ],
)
def test_local_employment(text: str, answer: Answer) -> None:
    draft = f"{TITLE}# Author of the overview report\n{text}"
    assert ask("local-employment-dated", draft, **EMPLOYMENT).answer is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Adult A rang. Adult A left. Mr C came.", YES),
        ("Appendix A, Table B and Section C say so. Child protection.", NO),
        ("Adult A rang.", NO),
        ("Mr Carter, Mrs Dale and Ms Eaton came.", NO),
    ],
)
def test_letters_for_names(text: str, answer: Answer) -> None:
    assert ask("letters-for-names", f"# Analysis\n{text}").answer is answer


def test_the_pseudonym_on_the_title_page() -> None:
    case = {"deceased": {"pseudonym": "Anna"}}
    body = "# Introduction\nThis is about Anna. We met Anna, saw Anna, and miss Anna."
    assert ask("title-page-pseudonym", f"Review: Anna\n{body}", case).answer is YES
    assert ask("title-page-pseudonym", f"Review: Annabel\n{body}", case).answer is NO
    assert ask("title-page-pseudonym", f"Review: Anna\n{body}").answer is YES
    assert ask("title-page-pseudonym", f"Review: Adult A\n{body}").answer is OPEN


def test_what_the_story_tells_is_asked_of_the_equality_section() -> None:
    settings = {
        "section": "equality",
        "story": ["chronology"],
        "signs": {"disability": ["disab*", "arthritis"], "race": ["interpreter"]},
    }
    story = (
        "# Chronology\nHer arthritis grew worse. Arthritis kept her at home. An interpreter came."
    )
    silent = ask("characteristics-taken-up", f"# Equality\nShe was 34.\n{story}", **settings)
    assert silent.answer is NO
    assert silent.note.endswith("disability")  # one word of an interpreter is no sign
    spoken = ask("characteristics-taken-up", f"# Equality\nShe was disabled.\n{story}", **settings)
    assert spoken.answer is YES


def test_a_line_of_enquiry_that_nothing_takes_up() -> None:
    settings = {
        "section": "terms-of-reference",
        "answered_in": ["analysis"],
        "cited_as": ["line", "key line of enquiry"],
        "common": ["agencies"],
    }
    terms = "# Terms of reference\na) Was coercive control seen?\nb) How did language matter?\n"
    cited = ask("lines-taken-up", f"{terms}# Analysis\nLine 1: no. Line 2: much.", **settings)
    assert cited.answer is YES
    spoken = ask("lines-taken-up", f"{terms}# Analysis\nCoercive control was not seen.", **settings)
    assert spoken.answer is OPEN
    assert [hit.excerpt for hit in spoken.hits] == ["How did language matter?"]
    assert ask("lines-taken-up", terms, **settings).answer is OPEN


def test_each_recommendation_is_looked_at() -> None:
    text = (
        "# Recommendations\nThese are ours.\n"
        "- The council should train.\n- Patients should be seen."
    )
    settings = {"section": "recommendations", "words": ["council"]}
    seen = ask("each-recommendation-names", text, **settings)
    assert seen.answer is NO
    assert [hit.excerpt for hit in seen.hits] == ["Patients should be seen."]
    assert ask("any-recommendation-says", text, **settings).answer is YES


def test_recommendations_in_two_places() -> None:
    apart = "# Recommendations\n- A\n# Police\nB.\n## Recommendations\n- C"
    under = "# Recommendations\n- A\n## Single agency recommendations\n- C"
    assert ask("together", apart, section="recommendations").answer is NO
    assert ask("together", under, section="recommendations").answer is YES


def test_an_analysis_agency_by_agency() -> None:
    words = {"section": "analysis", "words": ["police", "trust", "practice"]}
    by_agency = "# Analysis\n## Police\nA.\n## Trust\nB.\n## GP practice\nC.\n## Risk\nD."
    by_theme = "# Analysis\n## Risk\nA.\n## The children\nB.\n## Police\nC."
    assert ask("headed-by-agency", by_agency, **words).answer is YES
    assert ask("headed-by-agency", by_theme, **words).answer is NO
