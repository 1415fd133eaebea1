"""Every message says what, where and what to do; all of them are in docs/messages.md."""

from __future__ import annotations

import importlib.util
import os
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from dhr_checker.checker import several, yamlio
from dhr_checker.checker.errors import InputError
from dhr_checker.checker.files import content
from dhr_checker.checker.new_report import plan_for
from dhr_checker.checker.packs import load_packs
from dhr_checker.checker.records import load_case
from dhr_checker.checker.selection import select
from dhr_checker.cli import main

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"
CASE = ROOT / "examples" / "cases" / "partner-homicide.yaml"
DRAFT = ROOT / "examples" / "drafts" / "sound-summary.docx"


def collector() -> Any:
    """docs/messages_page.py, which is no part of the package."""
    spec = importlib.util.spec_from_file_location("messages_page", ROOT / "docs/messages_page.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["messages_page"] = module
    spec.loader.exec_module(module)
    return module


PAGE = collector()
MESSAGES: list[Any] = PAGE.messages()


def test_the_page_is_not_stale() -> None:
    assert PAGE.PAGE.read_text(encoding="utf-8") == PAGE.page(), "run python docs/messages_page.py"


@pytest.mark.parametrize("one", MESSAGES, ids=lambda one: one.code)
def test_every_message_says_what_is_wrong_and_what_to_do(one: Any) -> None:
    assert re.fullmatch(r"[a-z]+(\.[a-z0-9]+(-[a-z0-9]+)*)?", one.code)
    assert one.family in PAGE.FAMILIES
    assert one.what.endswith((".", "it must be answered", "…")), one.what
    assert one.mend.strip("… ./"), f"{one.code} does not say what to do"
    assert one.mend.rstrip().endswith((".", "?", "…", "`", "PATTERN")), one.mend


def test_nothing_is_raised_that_the_page_cannot_show() -> None:
    """A text made elsewhere has to stand in a table that the page knows."""
    dynamic = {(s.file, s.maker) for s in PAGE.sites() if not s.what.strip(PAGE.GAP + ". ")}
    assert dynamic <= PAGE.FROM_TABLES
    assert {pair for pair in PAGE.FROM_TABLES if pair[1] != "NotChecked"} <= dynamic | {
        ("checker/packs.py", "located_error"),
        ("checker/settings_file.py", "InputError"),
        ("checker/commands/usage.py", "InputError"),
    }


def test_every_error_has_a_code() -> None:
    bare = [
        f"{s.file}:{s.line}"
        for s in PAGE.sites()
        if s.maker not in PAGE.FOR_AUTHORS and not s.code and not PAGE.is_handed_on(s)
    ]
    assert bare == []


def test_the_errors_of_other_modules_are_collected_too() -> None:
    """No class of error but those that the page knows is raised on purpose for a user."""
    from dhr_checker.checker import errors

    known = PAGE.ERRORS | PAGE.FOR_AUTHORS | {"DhrError"}
    ours = {
        name
        for name, one in vars(errors).items()
        if isinstance(one, type) and issubclass(one, errors.DhrError)
    }
    assert ours <= known


# --- each is provoked -----------------------------------------------------------------------


def dhr(*arguments: object, given: bytes | None = None) -> str:
    """What stands on standard error, or in the table of several drafts, and the code."""
    words = [str(one) for one in arguments]
    more = [] if words[0] == "ask" else ["--verbose"]
    result = CliRunner().invoke(main, [*words, *more], input=given)
    assert "Traceback" not in result.output
    assert result.exit_code == 2, result.output
    return result.output


def put(folder: Path, name: str, content: bytes = b"x") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)
    return folder / name


def earlier(folder: Path, report: bytes) -> str:
    """A check that is to be compared with an earlier report."""
    return dhr("check", DRAFT, "--baseline", put(folder, "old.json", report))


def unwritable(folder: Path) -> str:
    """An output that is open in Word, or a disk that is full."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", failing(PermissionError(13, "Permission denied")))
        said = dhr("decide", CASE, "-o", folder / "a.txt")
    assert list(folder.iterdir()) == []
    return said.replace("Close it", "close it")


def failing(error: Exception) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> Any:
        raise error

    return fail


Provoke = Callable[[Path], str]
PROVOKED: dict[str, tuple[Provoke, str]] = {
    "option.no-option": (lambda t: dhr("decide", CASE, "--formt"), "Did you mean --format?"),
    "option.choice": (
        lambda t: dhr("decide", CASE, "--format", "xml"),
        "Choose one of: text, json, html, docx.",
    ),
    "option.number": (lambda t: dhr("check", "x.docx", "--jobs", "many"), "from 1 to 64"),
    "option.date": (lambda t: dhr("decide", CASE, "--as-of", "03/25/2026"), "year first"),
    "option.missing": (lambda t: dhr("check"), "DRAFT is missing."),
    "option.too-many": (lambda t: dhr("decide", "My", "case.yaml"), "quotation marks"),
    "option.kind-of-several": (
        lambda t: dhr("check", DRAFT, CASE, "--kind", "action-plan"),
        "Leave it out",
    ),
    "option.wrong": (lambda t: dhr("decide", CASE, "--quiet"), "exclude each other"),
    "check.no-drafts": (
        lambda t: dhr("check", put(t, "~$a.docx"), put(t, "~$b.docx")),
        "none of these is a Word document",
    ),
    "check.empty-folder": (lambda t: dhr("check", t), "There is no Word document in this folder."),
    "check.no-match": (lambda t: dhr("check", t / "*.docx"), "No file has a name like this."),
    "document.missing": (lambda t: dhr("check", t / "a b.docx"), "There is no such file."),
    "document.directory": (lambda t: dhr("inspect", t), "This is a folder, not a file."),
    "document.empty": (lambda t: dhr("check", put(t, "a.docx", b"")), "OneDrive"),
    "document.pdf": (lambda t: dhr("check", put(t, "a.docx", b"%PDF-1.7")), "This is a PDF."),
    "document.text": (lambda t: dhr("check", CASE), "A case record goes to `dhr decide`"),
    "record.missing-file": (lambda t: dhr("decide", t / "no.yaml"), "there is no such file."),
    "record.directory": (lambda t: dhr("decide", t), "this is a folder, not a file."),
    "record.kind": (lambda t: dhr("decide", put(t, "a.docx")), "`dhr check`"),
    "record.field": (
        lambda t: dhr("decide", put(t, "a.yaml", b"reference: T-1\ndates: {death: 03/25/2026}")),
        "with the year first, as 2024-03-07",
    ),
    "record.contradiction": (
        lambda t: dhr(
            "decide",
            put(t, "a.yaml", b"reference: T\ndates: {death: 2026-03-01, fatal_act: 2026-03-05}"),
        ),
        "this comes before the fatal act",
    ),
    "yaml.empty": (lambda t: dhr("decide", put(t, "a.yaml", b"")), "Check that it is the right"),
    "yaml.syntax": (
        lambda t: dhr("decide", put(t, "a.yaml", b"a: [1, 2\nb: 3\n")),
        "square bracket",
    ),
    "json.syntax": (lambda t: dhr("decide", put(t, "a.json", b'{"a": ')), "this is not valid JSON"),
    "json.empty": (lambda t: dhr("decide", put(t, "a.json", b" ")), "the file is empty"),
    "json.character": (
        lambda t: dhr("decide", put(t, "a.json", b'{"reference": "\\ud800"}')),
        "half a character",
    ),
    "json.number": (
        lambda t: dhr("decide", put(t, "a.json", b'{"reference": NaN}')),
        "not a number",
    ),
    "text.encoding": (
        lambda t: dhr("decide", put(t, "a.yaml", "reference: é".encode("latin-1"))),
        "UTF-8",
    ),
    "settings.syntax": (
        lambda t: dhr("check", DRAFT, "--config", put(t, "dhr.toml", b"a = [")),
        "this is not valid TOML",
    ),
    "settings.both": (
        lambda t: dhr("check", DRAFT, "--no-config", "--config", put(t, "dhr.toml", b"")),
        "exclude each other",
    ),
    "settings.reason": (
        lambda t: dhr("check", DRAFT, "--off", "HK16-MARKING"),
        "a rule and a reason are required",
    ),
    "input.nation": (lambda t: dhr("decide", CASE, "--nation", "scotland"), "england, wales"),
    "input.unknown-key": (
        lambda t: dhr("decide", CASE, "--edition", "2015"),
        "home-office-2011, home-office-2013, home-office-2016",
    ),
    "input.unknown-pack": (
        lambda t: dhr("rules", "diff", "nowhere", "home-office-2016"),
        "there is no rule pack of that name",
    ),
    "input.unknown-rule": (lambda t: dhr("rules", "show", "S9-1-AGES"), "S9-1-AGE"),
    "input.kind-twice": (
        lambda t: dhr(
            "check", "--together", put(t / "a", "x.docx", DRAFT.read_bytes()), DRAFT
        ),
        "two of the documents seem to be",
    ),
    "output.needs-file": (lambda t: dhr("decide", CASE, "--format", "docx"), "Name it with -o"),
    "output.needs-folder": (
        lambda t: dhr("check", DRAFT, CASE, "--format", "html"),
        "Name a new folder",
    ),
    "output.over-input": (
        lambda t: dhr("decide", c := put(t, "a.yaml", CASE.read_bytes()), "-o", c),
        "would overwrite the input",
    ),
    "output.is-folder": (lambda t: dhr("decide", CASE, "-o", t), "is a folder"),
    "output.no-place": (lambda t: dhr("decide", CASE, "-o", t / "no" / "a.txt"), "cannot be"),
    "output.exists": (lambda t: dhr("notices", CASE, "-o", twice(t)), "already holds"),
    "output.folder": (
        lambda t: dhr("notices", CASE, "-o", put(t, "file") / "letters"),
        "the folder cannot be made there",
    ),
    "output.folder-not-empty": (
        lambda t: dhr("check", DRAFT, DRAFT, "--format", "html", "-o", put(t, "file").parent),
        "new or empty folder",
    ),
    "output.folder-among-drafts": (
        lambda t: dhr("check", t, "--format", "html", "-o", t / "out"),
        "taken for drafts",
    ),
    "output.suffix": (lambda t: dhr("clean", DRAFT, "-o", t / "a.pdf"), "End it in .docx"),
    "option.baseline-of-several": (
        lambda t: dhr("check", DRAFT, DRAFT, "--baseline", put(t, "old.json", b"{}")),
        "Check the draft by itself.",
    ),
    "baseline.missing": (lambda t: dhr("check", DRAFT, "--new-only"), "with --baseline"),
    "baseline.no-report": (lambda t: earlier(t, b'{"a": 1}'), "--format json"),
    "baseline.later": (
        lambda t: earlier(t, b'{"schema_version": "9.0", "findings": []}'),
        "later version",
    ),
    "baseline.several": (
        lambda t: earlier(t, b'{"schema_version": "1.0", "drafts": [], "reviews": []}'),
        "Check the earlier draft by itself",
    ),
    "option.no-command": (lambda t: dhr("decdie", CASE), "Did you mean `dhr decide`?"),
    "option.word": (lambda t: dhr("new", "report"), "Choose one of: case, overview-report"),
    "record.judgement": (
        lambda t: dhr(
            "decide",
            put(t, "a.yaml", b"reference: T\njudgements: [{on: person.nice, answer: yes}]"),
        ),
        "this is not a point of judgement under these rules",
    ),
    "ask.standard-input": (lambda t: dhr("ask", "-"), "as a file"),
    "ask.overwrite": (
        lambda t: dhr("ask", "-o", put(t, "a.yaml", b"reference: T\n")),
        "Give another name",
    ),
    "settings.case": (
        lambda t: dhr("check", DRAFT, "--config", put(t, "dhr.toml", b'case = "../a.yaml"')),
        "Name a record elsewhere with --case.",
    ),
    "settings.directory": (lambda t: dhr("check", DRAFT, "--config", t), "Name the file in it."),
    "settings.missing-file": (
        lambda t: dhr("check", DRAFT, "--config", t / "no.toml"),
        "there is no such file",
    ),
    "settings.faults": (
        lambda t: dhr("check", DRAFT, "--config", put(t, "dhr.toml", b'colour = "red"')),
        "unknown key",
    ),
    "output.not-written": (unwritable, "close it where it is open"),
    "file.unusable": (
        lambda t: dhr("rules", "pages", "--to", put(t, "file") / "pages"),
        "cannot be used",
    ),
}  # fmt: skip


def twice(folder: Path) -> Path:
    """A folder in which the notices are already."""
    CliRunner().invoke(main, ["notices", str(CASE), "-o", str(folder / "letters")])
    return folder / "letters"


@pytest.mark.parametrize("code", PROVOKED)
def test_a_hurried_officer_is_told_plainly(code: str, tmp_path: Path) -> None:
    provoke, expected = PROVOKED[code]
    said = provoke(tmp_path)
    assert expected in " ".join(said.split())
    if not code.startswith(("check.e", "check.no-match", "input.kind-twice")):  # in the table
        told_before = code.startswith(("option.", "ask."))  # before --verbose is heard
        assert f"the code of this message is {code}." in said or told_before


def test_the_other_codes_are_provoked_where_they_belong() -> None:
    """Every code is provoked here, or is named by the tests of what raises it."""
    rest = "".join(
        path.read_text(encoding="utf-8") for path in TESTS.rglob("*.py") if path != Path(__file__)
    )
    rest += (
        Path(__file__).read_text(encoding="utf-8").partition("# --- what no " + "officer can")[2]
    )
    left = {one.code for one in MESSAGES} - PROVOKED.keys()
    unseen = {
        code
        for code in left
        if code not in rest and not (code.startswith("document.") and f'"{code[9:]}"' in rest)
    }
    assert unseen <= ELSEWHERE.keys()
    for code in unseen:
        path, words = ELSEWHERE[code]
        assert words in (TESTS / path).read_text(encoding="utf-8"), code


ELSEWHERE: dict[str, tuple[str, str]] = {
    "annotate.encoding": ("annotate/test_annotate.py", 'match="unusual"'),
    "ask.answer": ("interview/test_ask_command.py", "Type a number, such as 34."),
    "ask.saved-already": ("interview/test_ask_command.py", "saved there already"),
    "conflict.judgement": ("decisions/test_command.py", '"contradicts"'),
    "conflict.rules": ("checker/test_compiler.py", "both ways"),
    "engine.given": ("engine/test_backends.py", "not literals of the program"),
    "engine.limits": ("engine/test_select.py", "cannot take this rule base"),
    "engine.program": ("engine/test_backends.py", "repeats a condition"),
    "record.decided-elsewhere": ("interview/test_record_writing.py", "already decides"),
    "record.no-field": ("interview/test_record_writing.py", "no one field"),
}
"""Codes whose tests look at the words: in which file, and at which words."""


# --- what no officer can easily bring about -----------------------------------------------------


@pytest.mark.parametrize("lead", ["record", "settings"])
@pytest.mark.parametrize(
    ("error", "kind"),
    [(PermissionError(13, "x"), "permission"), (OSError(5, "x"), "unreadable")],
)
def test_a_file_that_is_locked_or_far_away(
    lead: str, error: OSError, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path, "case.yaml")
    monkeypatch.setattr(Path, "stat", failing(error))
    with pytest.raises(InputError, match="OneDrive") as caught:
        content(path, "the file", lead)
    assert caught.value.code == f"{lead}.{kind}"  # settings.permission, record.unreadable


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such files here")
@pytest.mark.parametrize("lead", ["record", "settings"])
def test_what_is_no_ordinary_file(lead: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(InputError, match="not an ordinary file") as caught:
        content(tmp_path / "pipe.yaml", "the file", lead)
    assert caught.value.code in ("record.not-a-file", "settings.not-a-file")


def test_settings_may_be_out_of_reach_as_well(tmp_path: Path) -> None:
    codes = {one.code for one in MESSAGES}
    assert {"settings.unreadable", "settings.permission"} <= codes


def test_no_rule_chooses() -> None:
    base = replace(load_packs(), choices=())
    with pytest.raises(InputError) as caught:
        select(base, load_case({"reference": "T"}))
    assert caught.value.code == "input.selection"
    assert caught.value.mend.startswith("Choose it by hand with --")


def test_there_is_no_such_template(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dhr_checker.checker.packs.RuleSet.entries", lambda *_: [])
    with pytest.raises(InputError) as caught:
        plan_for("overview-report", "2016")
    assert caught.value.code == "new.no-template"


def test_half_a_character_where_the_reader_lets_it_through(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(yamlio, "_PARSER", yaml.SafeLoader)
    with pytest.raises(InputError, match="half a character") as caught:
        yamlio.load_yaml('a: "\\ud800"', name="x")
    assert caught.value.code == "yaml.character"


def test_one_draft_whose_check_breaks_is_told_without_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "a", "a.docx", DRAFT.read_bytes())
    monkeypatch.setattr(several, "recognise", failing(ValueError("Marlowe of Fernleigh Road")))
    said = dhr("check", tmp_path, "--format", "json")
    assert '"code": "check.internal"' in said
    assert "Marlowe" not in said


def test_a_process_that_dies_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(several, "spread", lambda _, works, __, dead, ___: [dead for _ in works])
    put(tmp_path / "a", "a.docx", DRAFT.read_bytes())
    assert '"code": "check.crashed"' in dhr("check", tmp_path, "--format", "json")


def test_a_folder_that_cannot_be_opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def walk(top: str, onerror: Callable[[OSError], None]) -> list[Any]:
        onerror(PermissionError(13, "Permission denied", top))
        return []

    monkeypatch.setattr("os.walk", walk)
    assert '"code": "check.unreadable-folder"' in dhr("check", tmp_path, "--format", "json")
