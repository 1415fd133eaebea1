"""What drafting leaves in a file: marks, comments, changes, properties, parts, hidden text."""

from __future__ import annotations

import pytest
from dhr_checker.checker.detectors.base import Look, Observation, observe
from dhr_checker.checker.document import read_document
from dhr_checker.checker.textdoc import text_document
from dhr_checker.schemas.common import Answer

from ...document.builder import docx, p, pack, part, parts_of, r

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN


def see(source: str | bytes, detector: str, **settings: object) -> Observation:
    document = text_document(source) if isinstance(source, str) else read_document(source)
    return observe(Look(document), detector, settings)


@pytest.mark.parametrize(
    ("text", "answer"),
    [("It was ????", YES), ("[Insert name]", YES), ("It was XX/XX/2024", YES), ("What?", NO)],
)
def test_marks(text: str, answer: Answer) -> None:
    assert see(text, "marks", marks=["????", "[insert", "xx/xx"]).answer is answer


def test_marks_are_found_where_letters_change_length() -> None:
    text = "İstanbul ???? İ"
    made = see(text, "marks", marks=["????"])
    assert [text[h.start : h.end] for h in made.hits] == ["????"]


def test_comments() -> None:
    made = see("One\n@comment A: why?\n@comment B: who?", "comments")
    assert made.answer is YES
    assert made.note.startswith("2 comments")
    assert see("One", "comments").answer is NO


def test_tracked_changes() -> None:
    made = see("One\n@deleted A: two\n@inserted A: three", "tracked-changes")
    assert made.answer is YES
    assert [hit.excerpt for hit in made.hits] == ["two", "three"]
    assert "still in the file" in made.hits[0].note


def test_changes_of_format_carry_no_words() -> None:
    format_only = docx(p(r("x", '<w:b/><w:rPrChange w:author="B" w:id="1"><w:rPr/></w:rPrChange>')))
    assert see(format_only, "tracked-changes").answer is NO
    assert see(format_only, "tracked-changes", formats=True).answer is YES


@pytest.mark.parametrize(
    ("value", "answer"), [("Philippa W", YES), ("Author", NO), ("Microsoft Office User", NO)]
)
def test_properties(value: str, answer: Answer) -> None:
    text = f"One\n@property core.creator: {value}"
    assert see(text, "personal-properties", names=["creator"]).answer is answer
    assert see(text, "personal-properties", names=["Manager"]).answer is NO


def test_a_property_that_names_somebody_who_is_printed_anyway_is_only_a_question() -> None:
    text = "# The review panel members\nDr Ann Kettle\n@property core.creator: Ann Kettle"
    assert see(text, "personal-properties", names=["creator"]).answer is OPEN


@pytest.mark.parametrize(
    ("target", "paths", "mail"),
    [
        ("file:///C:/Users/pw/x.docx", YES, NO),
        ("\\\\server\\share\\x.docx", YES, NO),
        ("C:\\Cases\\x.docx", YES, NO),
        ("https://example.org/home/x", NO, NO),
        ("mailto:a@b.gov.uk", NO, YES),
    ],
)
def test_links(target: str, paths: Answer, mail: Answer) -> None:
    text = f"One\n@link {target}"
    assert see(text, "file-parts", parts=["paths"]).answer is paths
    assert see(text, "file-parts", parts=["mail-links"]).answer is mail


def test_paths_in_prose_are_no_links() -> None:
    assert see("Save it as C:\\Users\\x", "file-parts", parts=["paths"]).answer is NO


def test_macros_and_embedded_files() -> None:
    members = parts_of(p("x"))
    members["word/vbaProject.bin"] = b"x"
    members["word/embeddings/sheet.xlsx"] = b"x"
    made = see(pack(members), "file-parts", parts=["macros", "embedded"])
    assert made.answer is YES
    assert any(hit.place and "embeddings" in hit.place.part for hit in made.hits)
    assert see(docx(p("x")), "file-parts", parts=["macros", "embedded"]).answer is NO


def test_pictures_and_tracking() -> None:
    members = parts_of(p("x"), parts={"word/settings.xml": part("settings", "<w:trackRevisions/>")})
    members["word/media/image1.png"] = b"x"
    assert len(see(pack(members), "file-parts", parts=["pictures", "tracking"]).hits) == 2


@pytest.mark.parametrize(
    ("look", "kind"),
    [
        ("<w:vanish/>", "hidden"),
        ('<w:highlight w:val="black"/>', "redacted"),
        ('<w:color w:val="FFFFFF"/>', "white"),
        ('<w:sz w:val="2"/>', "tiny"),
    ],
)
def test_concealed_text(look: str, kind: str) -> None:
    hidden = docx(p(r("seen ") + r("secret", look)))
    made = see(hidden, "concealed-text", kinds=[kind])
    assert made.answer is YES
    assert [(h.start, h.end) for h in made.hits] == [(5, 11)]
    assert see(docx(p("seen")), "concealed-text", kinds=[kind]).answer is NO


def test_highlighted_text() -> None:
    yellow = docx(p(r("a ") + r("b", '<w:highlight w:val="yellow"/>') + r(" c")))
    made = see(yellow, "highlighted-text")
    assert [(h.start, h.end) for h in made.hits] == [(2, 3)]
    assert see(yellow, "highlighted-text", colours=["green"]).answer is NO
    black = docx(p(r("b", '<w:highlight w:val="black"/>')))
    assert see(black, "highlighted-text").answer is NO


# --- pseudonyms --------------------------------------------------------------------------------

TABLE = "| Pseudonym | Who |\n| Leonie | the person who died |\n| Duncan | her partner |\n"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (TABLE + "Leonie left Duncan.", YES),
        (TABLE + "Leonie left.", NO),
        ("Leonie left Duncan.", OPEN),
    ],
)
def test_pseudonyms_are_used(text: str, answer: Answer) -> None:
    assert see(text, "pseudonyms-used").answer is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [("Leonie left.", NO), ("Leonia left.", OPEN), ("Leonies left.", NO), ("Leon left.", NO)],
)
def test_pseudonyms_are_spelt_in_one_way(text: str, answer: Answer) -> None:
    assert see(TABLE + text, "pseudonym-variants").answer is answer
