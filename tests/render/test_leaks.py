"""No face carries a name or a free text that the record holds, or a name out of the draft."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import CliRunner
from dhr_checker.checker.decision import decide
from dhr_checker.checker.interview import next_questions
from dhr_checker.checker.record_report import record_as_read
from dhr_checker.checker.records import load_case
from dhr_checker.checker.render import decision_docx, decision_html
from dhr_checker.cli import main

from .canary import CANARY, SHOWN, canaries, full_record, named_record, texts
from .pages import W, part, words

VARIANTS: list[dict[str, Any]] = [
    {},
    {"judgements": []},
    {"reasons_given": ["family-opposes"], "decisions": []},
]


def everything_in(document: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return "".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())


@pytest.mark.parametrize("more", VARIANTS)
def test_no_canary_in_a_decision_record(more: dict[str, Any]):
    made = decide(named_record(**more), as_of=date(2026, 1, 1), engine="plain")
    for text in (decision_html.render(made), everything_in(decision_docx.render(made))):
        assert CANARY not in text
        assert "Quixby" not in text


def test_no_canary_in_a_question():
    for ask in next_questions(named_record(judgements=[]), goals=("outcome", "lead", "reviews")):
        assert CANARY not in ask.model_dump_json()


def test_the_record_that_is_written_back_keeps_everything_and_adds_no_canary_to_its_head():
    """The record is the user's own; what the program adds to it is not a place for names."""
    record = load_case(named_record(judgements=[]))
    text = record_as_read(record, decide(record, engine="plain"))
    assert load_case(text.encode()) == record
    assert not [line for line in text.splitlines() if line.startswith("#") and CANARY in line]


# --- every face, and every text that a record can hold ------------------------------------------

FORMS = {
    "decide": ("text", "json", "html", "docx"),
    "timeline": ("text", "ics"),
    "chair": ("text",),
    "check": ("text", "json", "html", "docx", "sarif", "junit"),
}
DRAFT = (
    "Ashcombe Community Safety Partnership",
    f"Domestic homicide review: overview report on {CANARY} Quixby",
    f"# 1. Introduction: {CANARY}",
    f"{CANARY} Quixby, born on 1 February 1990, failed to leave {CANARY}. Mr Quixby was told.",
    f"# {CANARY} Quixby's life",
    f"Ms Quixby lived at 12 Larkspur Avenue. {CANARY} died on 7 March 2024.",
)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """A case record with a canary in every text, and a draft with them in text and properties."""
    folder = tmp_path_factory.mktemp("full")
    case, draft = folder / "case.json", folder / f"{CANARY} Quixby.docx"
    case.write_text(json.dumps(full_record()), encoding="utf-8")
    made = docx.Document()
    for line in DRAFT:
        made.add_paragraph(line.lstrip("# "), style="Heading 1" if line[0] == "#" else None)
    made.sections[0].header.paragraphs[0].text = f"{CANARY} Quixby"
    made.core_properties.author = made.core_properties.title = f"{CANARY} Quixby"
    made.add_comment(made.paragraphs[3].runs, text=f"Ask {CANARY}", author=f"{CANARY} Quixby")
    made.save(str(draft))
    return str(case), str(draft)


def clean(data: bytes) -> bool:
    text = everything_in(data) if data[:2] == b"PK" else data.decode("utf-8")
    return CANARY.lower() not in text.lower() and "quixby" not in text.lower()


def test_the_full_record_is_full(files: tuple[str, str]):
    """A test of the tests: every text that may not be shown holds a canary, and it is read."""
    assert Path(files[0]).read_text(encoding="utf-8").count(CANARY) == canaries() > 30
    assert load_case(files[0]).other_people[0].role == f"{CANARY} Role"
    known = {".".join(path) for path in texts()}
    assert known >= SHOWN


@pytest.mark.parametrize(
    ("command", "form"), [(command, form) for command, forms in FORMS.items() for form in forms]
)
def test_no_command_prints_a_canary(
    files: tuple[str, str], tmp_path: Path, command: str, form: str
):
    case, draft = files
    out = tmp_path / "out"
    named = [draft, "--case", case] if command == "check" else [case]
    wanted = [] if form == "text" else ["--format", form]
    engine = ["--engine", "plain"] if command in ("check", "decide") else []
    arguments = [command, *named, "--as-of", "2026-01-01", *engine, *wanted, "-o", str(out)]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code in (0, 1, 3), result.output
    assert clean(out.read_bytes())
    assert clean(result.output.encode())


def test_a_draft_that_is_not_masked_does_print_them(files: tuple[str, str]):
    """A test of the test: the same words come out where they are asked for."""
    result = CliRunner().invoke(
        main, ["check", files[1], "--case", files[0], "--engine", "plain", "--clear"]
    )
    assert result.exit_code == 1
    assert not clean(result.output.encode())


def test_no_comment_of_an_annotated_draft_holds_a_canary(files: tuple[str, str], tmp_path: Path):
    """But for the author's own comment, which is the author's own."""
    out = tmp_path / "annotated.docx"
    case, draft = files
    arguments = ["check", draft, "--case", case, "--engine", "plain", "--annotate", str(out)]
    assert CliRunner().invoke(main, arguments).exit_code == 1
    comments = part(out.read_bytes(), "word/comments.xml")
    ours = [one for one in comments if "pre-check" in (one.get(f"{W}author") or "")]
    assert len(ours) > 3
    assert clean("\n".join(words(one) for one in ours).encode())


def test_no_notice_holds_a_canary(files: tuple[str, str], tmp_path: Path):
    folder = tmp_path / "letters"
    for decided in ("yes", "no"):
        arguments = ["notices", files[0], "-o", str(folder / decided), "--decided", decided]
        result = CliRunner().invoke(main, arguments)
        assert result.exit_code == 0, result.output
        assert clean(result.output.encode())
    letters = list(folder.rglob("*.docx"))
    assert len(letters) > 6
    assert all(clean(one.read_bytes()) for one in letters)


def test_an_interview_says_no_canary(files: tuple[str, str], tmp_path: Path):
    record = full_record() | {"judgements": []}
    case = tmp_path / "case.json"
    case.write_text(json.dumps(record), encoding="utf-8")
    says = "\n".join(["w", "l"] * 12)
    arguments = ["ask", str(case), "-o", str(tmp_path / "more.yaml"), "--also", "reviews"]
    result = CliRunner().invoke(main, arguments, input=says)
    assert "Question 1." in result.output or "Judgement 1." in result.output
    assert clean(result.output.encode())


def test_inspecting_and_cleaning_say_no_canary(files: tuple[str, str], tmp_path: Path):
    for arguments in (["inspect", files[1]], ["clean", files[1], "-o", str(tmp_path / "c.docx")]):
        result = CliRunner().invoke(main, arguments)
        assert result.exit_code == 0, result.output
        assert clean(result.output.encode())


@pytest.mark.parametrize("path", sorted(set(texts())), ids=".".join)
def test_no_error_repeats_what_stands_in_a_field(path: tuple[str, ...], tmp_path: Path):
    """A text where it cannot be: the message says which field, and quotes nothing."""
    record = full_record()
    target: Any = record
    for one in path[:-1]:
        target = target.setdefault(one.removesuffix("[]"), {})
        target = target[0] if isinstance(target, list) else target
    target[path[-1].removesuffix("[]")] = {f"{CANARY}": f"{CANARY} Quixby"}
    case = tmp_path / "case.json"
    case.write_text(json.dumps(record), encoding="utf-8")
    result = CliRunner().invoke(main, ["decide", str(case), "--engine", "plain"])
    assert result.exit_code == 2
    assert clean(result.output.encode())
