"""Sections are found by heading, by imitated heading, or in the text; and in what order."""

from __future__ import annotations

import pytest
from dhr_checker.checker.layout import Found, Layout
from dhr_checker.checker.textdoc import text_document
from dhr_checker.schemas.common import Answer

from .support import ask, template

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN

PLAIN = """
Harbour Community Safety Partnership
Overview report
@toc 1 Introduction 2
@toc 2 Dissemination 9
# 1 Introduction
This review examines agency responses.
## Timescales
This review began on 1 March 2023.
# 2 Analysis
Line 1 was not met.
!# Methodology
Documents were used.
# 3 Conclusions and recommendations
The council should act.
# Appendix A: Glossary
Dissemination means sending copies of the report to agencies.
"""


def found(text: str, key: str) -> tuple[Found, str]:
    one = Layout(text_document(text), template()).of(key)
    return one.found, one.main.heading.title if one.main else ""


def test_each_way_of_being_found() -> None:
    assert found(PLAIN, "introduction") == (Found.HEADING, "Introduction")
    assert found(PLAIN, "timescales") == (Found.HEADING, "Timescales")
    assert found(PLAIN, "methodology") == (Found.IMITATED, "Methodology")
    assert found(PLAIN, "conclusions") == found(PLAIN, "recommendations")
    assert found(PLAIN, "equality") == (Found.ABSENT, "")


def test_a_contents_list_and_a_glossary_prove_nothing() -> None:
    assert found(PLAIN, "dissemination") == (Found.ABSENT, "")


def test_content_without_a_heading_is_shown_and_not_called_missing() -> None:
    text = "# Introduction\nCopies of the report will be sent to the agencies."
    seen = ask("section", text, section="dissemination")
    assert seen.answer is OPEN
    assert seen.hits[0].excerpt.startswith("Copies")


def test_an_unknown_heading_that_may_be_meant_is_shown() -> None:
    text = "# Introduction\nOne.\n# Some Parallel Reviews Matters Arising\nTwo."
    seen = ask("section", text, section="parallel-reviews")
    assert seen.answer is OPEN
    assert "Parallel" in seen.hits[0].excerpt


def test_a_heading_with_nothing_under_it_is_for_a_person() -> None:
    assert ask("section", "# Timescales\n# Analysis\nOne.", section="timescales").answer is OPEN


def test_the_title_page_ends_at_the_contents_list() -> None:
    layout = Layout(text_document(PLAIN), template())
    texts = [layout.document.paragraphs[i].text for i in sorted(layout.title_page)]
    assert texts == ["Harbour Community Safety Partnership", "Overview report"]


def test_a_bold_line_in_a_section_neither_ends_it_nor_is_a_section() -> None:
    text = """
# Introduction
One.
# Analysis
Two.
!# Conclusions
Of the police alone.
Three.
# Conclusions
Four.
# Recommendations
Five.
"""
    layout = Layout(text_document(text), template())
    analysis = [layout.document.paragraphs[i].text for i in layout.of("analysis").paragraphs]
    assert analysis == ["Two.", "Conclusions", "Of the police alone.", "Three."]


def test_text_boxes_and_notes_belong_to_their_section() -> None:
    text = "# Analysis\nOne.\n@footnote A note.\n@textbox A box.\n# Conclusions\nTwo."
    layout = Layout(text_document(text), template())
    texts = {layout.document.paragraphs[i].text for i in layout.of("analysis").paragraphs}
    assert texts == {"One.", "A note.", "A box."}


@pytest.mark.parametrize(
    ("order", "answer"),
    [
        (["Introduction", "Methodology", "Analysis", "Conclusions"], YES),
        (["Introduction", "Analysis", "Methodology", "Conclusions"], NO),
        (["Methodology", "Appendix: Introduction", "Analysis"], YES),
    ],
)
def test_order(order: list[str], answer: Answer) -> None:
    text = "\n".join(f"# {title}\nText." for title in order)
    assert ask("section-order", text).answer is answer


def test_order_names_the_one_that_strays() -> None:
    text = "# Recommendations\nA.\n# Introduction\nB.\n# Methodology\nC.\n# Analysis\nD."
    seen = ask("section-order", text)
    assert seen.note == "out of the template's order: Recommendations"


def test_terms_in_an_appendix_come_too_late() -> None:
    late = "# Chronology\nA.\n# Appendix One: Terms of reference\n- B"
    early = "# Terms of reference\n- B\n# Chronology\nA."
    settings = {"section": "terms-of-reference", "before": ["chronology"]}
    assert ask("comes-before", late, **settings).answer is NO
    assert ask("comes-before", early, **settings).answer is YES
    assert ask("comes-before", "# Chronology\nA.", **settings).answer is OPEN


def test_length_counts_tables_and_not_headings() -> None:
    text = "# Equality\n## Sub-heading here\none two three\n| four | five |"
    assert ask("enough-words", text, section="equality", at_least=5).answer is YES
    assert ask("enough-words", text, section="equality", at_least=6).answer is NO


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Delays in treatment", "timescales"),
        ("Diversity of views in the team", "equality"),
        ("Panel meetings of the hospital", "panel"),
    ],
)
def test_a_heading_within_the_analysis_is_no_section_of_its_own(heading: str, key: str) -> None:
    text = f"# Introduction\nOne.\n# Analysis\nTwo.\n## {heading}\nThree.\n# Conclusions\nFour."
    how, _ = found(text, key)
    assert (how is Found.HEADING) is (key == "equality")  # which may stand within the analysis


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Timescales for the review and reasons for delay", "timescales"),
        ("Equality, diversity and inclusion statement", "equality"),
        ("Composition of the DHR panel", "panel"),
        ("Glossary of terms and acronyms used", "glossary"),
        ("Lessons identified by agencies", "lessons"),
    ],
)
def test_wordings_that_no_list_has(heading: str, key: str) -> None:
    how, _ = found(f"# {heading}\nOne.\n# Analysis\nTwo.\n# Conclusions\nThree.", key)
    assert how is Found.HEADING
