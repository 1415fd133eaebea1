"""The decision record as a page and as a Word document: golden, whole, neutral, repeatable."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from dhr_checker.checker.render import decision_docx, decision_html
from dhr_checker.checker.render.decision_sheet import lay_out
from dhr_checker.checker.render.other_reviews import ruled_out
from dhr_checker.checker.render.sheet import Table, plain
from dhr_checker.schemas.common import Answer
from dhr_checker.schemas.decision import Outcome

from .pages import CASES, GOLDEN, W, as_text, compare, fixture, part, renew_fixtures


@pytest.fixture(autouse=True, scope="module")
def fresh(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden", default=False):
        renew_fixtures()


@pytest.mark.parametrize("kind", CASES)
def test_the_page_is_the_golden_one(kind: str, update_golden: bool):
    compare(f"decision-{kind}.html", decision_html.render(fixture(kind)), update=update_golden)


@pytest.mark.parametrize("kind", CASES)
def test_the_word_document_is_the_golden_one(kind: str, update_golden: bool):
    made = as_text(decision_docx.render(fixture(kind)))
    compare(f"decision-{kind}.docx.txt", made, update=update_golden)


@pytest.mark.parametrize("kind", CASES)
def test_everything_in_the_decision_stands_on_both_faces(kind: str):
    decision = fixture(kind)
    page = decision_html.render(decision)
    text = as_text(decision_docx.render(decision))
    said = [
        decision.summary,
        decision.reference,
        *(one.title for one in decision.elements),
        *(one.ask for one in decision.questions),
        *(one.question for one in decision.judgements),
        *(one.title for one in decision.duties),
        *(one.review for one in decision.reviews if one.answer is not Answer.NO),
        *ruled_out(decision.reviews),
        *(one.title for one in decision.remarks),
        *(one.change for one in decision.what_if),
        decision.lead.say,
        decision.provenance.input_sha256[:16],
    ]
    for one in said:
        assert one in text
        assert _escaped(one) in page


def _escaped(text: str) -> str:
    from html import escape

    return escape(text)


def test_an_open_decision_says_on_every_page_that_it_is_not_for_signature():
    assert fixture("open").outcome is Outcome.OPEN
    made = decision_docx.render(fixture("open"))
    assert "Not for signature" in as_text(made).splitlines()[0]
    assert "Not for signature" not in as_text(decision_docx.render(fixture("met")))


def test_there_is_room_for_partners_and_a_signature():
    text = as_text(decision_docx.render(fixture("met")))
    assert "Consultation with partners" in text
    assert "Specialist domestic abuse service | [role] | [date] | [view and reasons]" in text
    assert "[name] | [signature] | [date]" in text


def test_reasons_that_are_no_reasons_are_named():
    titles = [one.title for one in fixture("refused").remarks if one.kind == "no-reason"]
    assert titles
    text = as_text(decision_docx.render(fixture("refused")))
    assert all(title in text for title in titles)


def test_every_source_number_leads_somewhere():
    document = part(decision_docx.render(fixture("met")), "word/document.xml")
    places = {one.get(f"{W}name") for one in document.iter(f"{W}bookmarkStart")}
    aims = {one.get(f"{W}anchor") for one in document.iter(f"{W}hyperlink")}
    assert aims
    assert aims <= places


def test_what_was_not_verified_says_so_where_it_is_used():
    sheet = lay_out(fixture("met"))
    sources = [
        plain(cell) for t in sheet.blocks if isinstance(t, Table) for r in t.rows for cell in r
    ]
    assert any(", not verified]" in one for one in sources)
    assert any(", restated]" in one for one in sources)


# --- the Word file itself ----------------------------------------------------------------------


def test_the_properties_name_nobody_and_no_machine():
    core = docx.Document(io.BytesIO(decision_docx.render(fixture("met")))).core_properties
    assert (core.author, core.last_modified_by, core.comments) == ("", "", "")
    assert core.language == "en-GB"
    with zipfile.ZipFile(io.BytesIO(decision_docx.render(fixture("met")))) as package:
        assert b"Macintosh" not in package.read("docProps/app.xml")
        assert not any("thumbnail" in name for name in package.namelist())
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_language_is_british():
    styles = part(decision_docx.render(fixture("met")), "word/styles.xml")
    assert {one.get(f"{W}val") for one in styles.iter(f"{W}lang")} == {"en-GB"}


def test_headings_are_headings_and_tables_have_a_name_and_a_repeated_first_row():
    made = decision_docx.render(fixture("met"))
    document = part(made, "word/document.xml")
    styles = [one.get(f"{W}val") for one in document.iter(f"{W}pStyle")]
    assert styles.count("Title") == 1
    assert styles.count("Heading1") >= 8
    for table in document.iter(f"{W}tbl"):
        assert table.find(f"{W}tblPr/{W}tblCaption") is not None
        first = table.find(f"{W}tr")
        if len(first.findall(f"{W}tc")) > 2:
            assert first.find(f"{W}trPr/{W}tblHeader") is not None


def test_fields_have_numbers_of_their_own():
    document = part(decision_docx.render(fixture("open")), "word/document.xml")
    ids = [one.get(f"{W}val") for one in document.iter(f"{W}id")]
    assert ids
    assert len(ids) == len(set(ids))


def test_our_own_reader_can_read_it():
    from dhr_checker.checker.document.reader import read_document

    read: Any = read_document(decision_docx.render(fixture("met")))
    assert read is not None


@pytest.mark.parametrize("seed", ["0", "1"])
def test_the_bytes_are_the_same_in_every_process(seed: str, tmp_path: Path):
    script = (
        "import sys, pathlib\n"
        "from dhr_checker.schemas.decision import Decision\n"
        "from dhr_checker.checker.render import decision_docx, decision_html\n"
        "d = Decision.model_validate_json(pathlib.Path(sys.argv[1]).read_text('utf-8'))\n"
        "sys.stdout.buffer.write(decision_docx.render(d) + decision_html.render(d).encode())\n"
    )
    kept = GOLDEN / "decision-met.json"
    made = subprocess.run(
        [sys.executable, "-c", script, str(kept)],
        capture_output=True,
        check=True,
        env={"PYTHONHASHSEED": seed, "PATH": ""},
    ).stdout
    decision = fixture("met")
    assert made == decision_docx.render(decision) + decision_html.render(decision).encode()


def test_what_has_to_be_done_comes_before_the_notes():
    """The chair reads what to do, and then what the review is for."""
    said = as_text(decision_docx.render(fixture("met")))
    order = [
        "Heading1: Circumstances of particular concern",
        "Heading1: What must be done, and by when",
        "Heading1: Notes",
        "Heading1: Decision of the CSP chair",
    ]
    at = [said.index(one) for one in order]
    assert at == sorted(at)
