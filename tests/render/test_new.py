"""``dhr new``: a blank record that loads, and a skeleton that has everything but its text."""

from __future__ import annotations

import io
import re
import stat
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import CliRunner
from dhr_checker.checker.compliance import check
from dhr_checker.checker.errors import InputError
from dhr_checker.checker.new_case import BLANK_REFERENCE, blank_case
from dhr_checker.checker.new_report import plan_for
from dhr_checker.checker.packs import load_packs
from dhr_checker.checker.record_writing import as_data
from dhr_checker.checker.records import load_case
from dhr_checker.checker.render import skeleton_docx
from dhr_checker.checker.yamlio import load_yaml
from dhr_checker.cli import main
from dhr_checker.schemas.case_schema import case_json_schema
from dhr_checker.schemas.documents import DocumentKind

from .pages import W, as_text, part

# Every template that the rules have: as packs gain some, they are tested here.
TEMPLATES = [
    (pack.id.removeprefix("home-office-"), template.document)
    for pack in load_packs().packs.values()
    if pack.head.kind == "guidance"
    for template in pack.entries("templates")
]


# --- the blank record


def test_the_blank_record_says_nothing_but_its_reference():
    record = load_case(blank_case().encode())
    said = {key: value for key, value in as_data(record).items() if value not in ({}, [])}
    assert said == {"reference": BLANK_REFERENCE}
    assert record.review is not None
    assert record.review.chair is None, "that there is a chair is said by the chair's being there"


def test_every_field_and_every_word_stands_in_it():
    text = blank_case()
    schema = case_json_schema()
    lines = {line.lstrip("# -").split(":")[0] for line in text.splitlines()}
    said = re.sub(r"\s+", " ", re.sub(r"(?m)^\s*#\s*", " ", text))
    for model in [schema, *schema["$defs"].values()]:
        for name in model.get("properties", {}):
            assert name in lines, name
        for word in model.get("enum", []):
            assert re.search(rf"\b{re.escape(word)}\b", said), word


def test_with_its_hashes_taken_away_it_is_still_yaml():
    """Every commented entry stands at the right depth."""
    live = [
        re.sub(r"^#( +)", r"\1", line) if re.match(r"^# {2,}[^# ]|^# {4,}", line) else line
        for line in blank_case().splitlines()
    ]
    data: Any = load_yaml("\n".join(live).encode(), name="blank").data
    assert data["alleged_perpetrators"][0]["links"][0]["kind"]
    assert "area" in data["deceased"]["residences"][0]
    assert "employer" in data["review"]["chair"]["employment"][0]
    assert set(data["judgements"][0]) == {"on", "about", "answer", "by", "date", "reason"}


def test_the_interview_goes_on_with_it():
    from dhr_checker.checker.interview import next_questions

    assert next_questions(blank_case().encode())[0].fact == "deceased.age_at_death"


# --- the skeleton


@pytest.fixture(scope="module")
def overview() -> bytes:
    return skeleton_docx.render(plan_for("overview-report"))


def test_its_headings_are_real_and_number_themselves(overview: bytes):
    document = part(overview, "word/document.xml")
    styles = [one.get(f"{W}val") for one in document.iter(f"{W}pStyle")]
    required = [
        one
        for template in load_packs().packs["home-office-2016"].entries("templates")
        if template.document == "overview-report"
        for one in template.sections
        if not one.optional
    ]
    assert styles.count("Heading1") == len(required) - 2  # title page and contents have none
    sheet = part(overview, "word/styles.xml")
    numbered = {
        one.get(f"{W}styleId"): one.find(f"{W}pPr/{W}numPr/{W}ilvl").get(f"{W}val")
        for one in sheet.iter(f"{W}style")
        if one.find(f"{W}pPr/{W}numPr/{W}ilvl") is not None
    }
    assert numbered["Heading1"] == "0"
    assert numbered["Numberedparagraph"] == "1"


def test_our_reader_sees_the_numbers_as_word_prints_them(overview: bytes):
    from dhr_checker.checker.document.reader import read_document

    read: Any = read_document(overview)
    numbers = [one.number for one in read.paragraphs if getattr(one, "number", "")]
    assert numbers[:4] == ["1.", "1.1", "2.", "2.1"]


def test_it_passes_on_structure(overview: bytes):
    report = check(overview, engine="plain")
    assert report.document.kind == "overview-report"
    structure = [one for one in report.findings if one.group == "structure" and not one.human]
    assert len(structure) > 20
    # Every heading is there; of what nobody has written yet no more than that is said.
    unwritten = [one for one in structure if str(one.outcome) != "pass"]
    assert {str(one.outcome) for one in unwritten} <= {"review"}
    assert all("there is a heading" in one.why.lower() for one in unwritten)


def test_it_fails_on_what_is_not_yet_written(overview: bytes):
    report = check(overview, engine="plain")
    by_rule = {one.rule: one for one in report.findings}
    failed = {one.rule for one in report.findings if str(one.outcome) == "fail"}
    assert {"HK16-COMMENTS", "HK16-TEMPLATE-WORDS", "OR16-TIMESCALES-DATES"} <= failed
    blanks = as_text(overview).count("[insert")
    found = by_rule["HK16-TEMPLATE-WORDS"]
    assert len(found.places) + found.more_places >= blanks
    content = [one for one in report.findings if one.group == "content" and not one.human]
    unmet = [one for one in content if str(one.outcome) in ("fail", "review")]
    assert len(unmet) > 0.7 * len([one for one in content if str(one.outcome) != "not-applicable"])


@pytest.mark.parametrize("edition", ["2016", "2013", "2011"])
@pytest.mark.parametrize("document", ["executive-summary", "action-plan"])
def test_the_other_documents_have_their_structure_and_nothing_of_their_content(
    document: str, edition: str
):
    made = skeleton_docx.render(plan_for(document, edition))
    report = check(made, engine="plain", keys={"edition": f"home-office-{edition}"})
    assert report.document.kind == document
    by_group: dict[str, dict[str, str]] = {"structure": {}, "content": {}, "action-plan": {}}
    for one in report.findings:
        if one.group in by_group and not one.human:
            by_group[one.group][one.rule] = str(one.outcome)
    # Every heading and column is there; of what nobody has written yet no more than that is said.
    structure = by_group.pop("structure")
    assert structure
    assert set(structure.values()) <= {"pass", "review"}
    assert {one.why for one in report.findings if one.rule in structure} <= {
        "",
        "There is a heading, but what stands under it reads like the template's instruction.",
    }
    written = {"OR16-NAMES-NOT-LETTERS"}  # no letter stands for a name where no name stands
    rest = {rule: outcome for group in by_group.values() for rule, outcome in group.items()}
    assert {rule for rule, outcome in rest.items() if outcome == "pass"} <= written
    assert "review" in rest.values()
    assert edition != "2016" or "fail" in rest.values()


def test_a_plan_is_a_table_across_the_page_whose_head_repeats():
    made = docx.Document(io.BytesIO(skeleton_docx.render(plan_for("action-plan"))))
    assert made.sections[0].page_width > made.sections[0].page_height
    (table,) = made.tables
    assert [cell.text for cell in table.rows[0].cells] == [
        *("Recommendation", "Scope", "Action to take", "Lead agency", "Key milestones"),
        *("Target date", "Date of completion and outcome"),
    ]
    assert table.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None
    assert len(table.rows) == 4
    said = [one.text for one in made.comments]
    assert any("Lead agency. What is asked under" in text for text in said)
    assert any("Each row has one lead agency" in text for text in said)


def test_every_requirement_stands_in_a_comment(overview: bytes):
    comments = docx.Document(io.BytesIO(overview)).comments
    said = " ".join(one.text for one in comments)
    for one in load_packs().packs["home-office-2016"].entries("requirements"):
        if DocumentKind.OVERVIEW not in one.kinds:
            continue
        if one.group != "structure" and one.section in _sections():
            assert one.title in said, one.id
    assert {one.author for one in comments} == {"dhr"}


def _sections() -> set[str]:
    plan = plan_for("overview-report")
    return {"", *(one.key for one in plan.sections)}


@pytest.mark.parametrize(("edition", "document"), TEMPLATES)
def test_every_template_makes_a_skeleton(edition: str, document: str):
    made = skeleton_docx.render(plan_for(document, edition))
    assert made == skeleton_docx.render(plan_for(document, edition)), "not the same bytes twice"
    core = docx.Document(io.BytesIO(made)).core_properties
    assert core.author == ""
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert b"2000-01-01T00:00:00Z" in package.read("word/comments.xml")


def test_a_document_without_a_template_is_refused():
    base = load_packs()
    pack = base.packs["home-office-2016"]
    files = tuple(one.model_copy(update={"templates": []}) for one in pack.files)
    bare = replace(base, packs={**base.packs, pack.id: replace(pack, files=files, templates=())})
    with pytest.raises(InputError, match="no template of that document"):
        plan_for("action-plan", "2016", bare)


# --- the command


def test_the_command_writes_privately_and_never_over_something(tmp_path: Path):
    out = tmp_path / "report.docx"
    assert CliRunner().invoke(main, ["new", "overview-report", "-o", str(out)]).exit_code == 0
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    before = out.read_bytes()
    again = CliRunner().invoke(main, ["new", "overview-report", "-o", str(out)])
    assert again.exit_code == 2
    assert "there already" in again.output
    assert out.read_bytes() == before


def test_a_case_goes_to_the_screen_and_a_report_needs_a_file():
    assert CliRunner().invoke(main, ["new", "case"]).output == blank_case()
    assert CliRunner().invoke(main, ["new", "overview-report"]).exit_code == 2
