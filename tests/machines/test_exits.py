"""Exit statuses: one table, and every command ends as it says."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from dhr_checker.checker import exits
from dhr_checker.checker.errors import EngineError, InputError
from dhr_checker.checker.exits import Exit
from dhr_checker.cli import COMMANDS, main

ROOT = Path(__file__).resolve().parents[2]
CASES, DRAFTS = ROOT / "examples" / "cases", ROOT / "examples" / "drafts"
MET, OPEN = str(CASES / "partner-homicide.yaml"), str(CASES / "first-call.yaml")
SOUND, FAULTY = str(DRAFTS / "sound-summary.docx"), str(DRAFTS / "faulty-overview.docx")


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=given)


def every_command() -> list[str]:
    found: list[str] = []
    context = click.Context(main)
    for name in COMMANDS:
        command = main.get_command(context, name)
        if isinstance(command, click.Group):
            found += [f"{name} {inner}" for inner in command.commands]
        else:
            found.append(name)
    return found


def test_every_command_is_in_the_table_and_nothing_else_is() -> None:
    assert sorted(exits.commands()) == sorted(every_command())


@pytest.mark.parametrize("command", exits.commands())
def test_help_prints_the_statuses_of_the_command(command: str) -> None:
    said = " ".join(run(*command.split(), "--help").output.split())
    for status, words in exits.of(command).items():
        assert f" {int(status)} {words}" in said


def test_help_of_the_program_prints_them_all() -> None:
    said = run("--help").output
    for status, words in exits.MEANING.items():
        assert f"{int(status)}" in said
        assert words in " ".join(said.split())
    assert max(map(len, said.splitlines())) <= 80


def test_the_documents_print_the_table() -> None:
    page = (ROOT / "docs" / "machines.md").read_text(encoding="utf-8")
    between = page.split("<!-- exit statuses: from checker/exits.py -->\n")[1].split("<!-- end")[0]
    assert between == exits.markdown()


ENDS: list[tuple[Exit, list[str]]] = [
    (Exit.OK, ["chair", MET]),
    (Exit.OK, ["check", SOUND, "--as-of", "2025-10-31"]),
    (Exit.FAILED, ["check", FAULTY]),
    (Exit.OK, ["completion", "bash"]),
    (Exit.OK, ["decide", MET]),
    (Exit.OPEN, ["decide", OPEN]),
    (Exit.OK, ["inspect", SOUND]),
    (Exit.OK, ["new", "case"]),
    (Exit.OK, ["rules", "diff", "home-office-2011", "home-office-2016"]),
    (Exit.OK, ["rules", "list"]),
    (Exit.OK, ["rules", "show", "S9-1-AGE"]),
    (Exit.OK, ["rules", "coverage"]),
    (Exit.OK, ["schema", "case"]),
    (Exit.OK, ["timeline", MET]),
    (Exit.UNUSABLE, ["ask", "missing.yaml"]),
    (Exit.UNUSABLE, ["chair", "missing.yaml"]),
    (Exit.UNUSABLE, ["check", "missing.docx"]),
    (Exit.UNUSABLE, ["check", SOUND, "missing.docx"]),
    (Exit.UNUSABLE, ["clean", "missing.docx", "-o", "out.docx"]),
    (Exit.UNUSABLE, ["completion", "powershell"]),
    (Exit.UNUSABLE, ["decide", "missing.yaml"]),
    (Exit.UNUSABLE, ["inspect", "missing.docx"]),
    (Exit.UNUSABLE, ["new", "action-plan"]),
    (Exit.UNUSABLE, ["notices", "missing.yaml", "-o", "out"]),
    (Exit.UNUSABLE, ["rules", "coverage", "--wrong"]),
    (Exit.UNUSABLE, ["rules", "diff", "home-office-2011", "nowhere"]),
    (Exit.UNUSABLE, ["rules", "lint", "--wrong"]),
    (Exit.UNUSABLE, ["rules", "list", "--pack", "nowhere"]),
    (Exit.UNUSABLE, ["rules", "pages", "--wrong"]),
    (Exit.UNUSABLE, ["rules", "show", "NO-SUCH-RULE"]),
    (Exit.UNUSABLE, ["rules", "test", "--wrong"]),
    (Exit.UNUSABLE, ["schema", "nothing"]),
    (Exit.UNUSABLE, ["timeline", "missing.yaml"]),
]


@pytest.mark.parametrize(("status", "arguments"), ENDS, ids=[" ".join(a) for _, a in ENDS])
def test_a_command_ends_as_the_table_says(
    status: Exit, arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)
    assert result.exit_code == status, result.output
    if status is Exit.UNUSABLE:
        assert result.stderr
    name = next(one for one in exits.commands() if " ".join(arguments).startswith(one))
    assert status in exits.of(name)


@pytest.mark.parametrize(
    ("status", "arguments"),
    [
        (Exit.OK, ["clean", SOUND, "-o", "{}/out.docx"]),
        (Exit.OK, ["notices", MET, "-o", "{}/letters"]),
        (Exit.OK, ["rules", "pages", "--to", "{}/pages"]),
        (Exit.UNUSABLE, ["clean", SOUND, "-o", "{}/out.pdf"]),
        (Exit.UNUSABLE, ["notices", MET, "-o", "{}/file/letters"]),
        (Exit.UNUSABLE, ["rules", "pages", "--to", "{}/file/pages"]),
    ],
)
def test_a_command_that_writes_ends_so_too(
    status: Exit, arguments: list[str], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert run(*(one.format(tmp_path) for one in arguments)).exit_code == status


@pytest.mark.parametrize(
    ("command", "fault"),
    [
        ("lint", "dhr_checker.checker.static_analysis.analyse"),
        ("coverage", "dhr_checker.checker.coverage.faults"),
    ],
)
def test_faults_in_the_rules_are_failures(
    command: str, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Found:
        kind = what = text = "x"

    monkeypatch.setattr(fault, lambda *_: [Found()])
    assert run("rules", command).exit_code == Exit.FAILED


def test_an_example_that_fails_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dhr_checker.checker.rule_pages.entries", lambda _: [])
    assert run("rules", "test").exit_code == Exit.OK

    class Ran:
        rule_id, number, passed = "X", 1, False
        expected = answered = Exit.OK

    monkeypatch.setattr("dhr_checker.checker.rule_pages.entries", lambda _: [("p", object())])
    monkeypatch.setattr("dhr_checker.checker.rule_examples.run_examples", lambda *_: [Ran()])
    assert run("rules", "test").exit_code == Exit.FAILED


def raising(error: BaseException) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


SECRET = "Marlowe of Fernleigh Road"


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (ValueError(SECRET), Exit.BROKEN),
        (RecursionError(SECRET), Exit.BROKEN),
        (MemoryError(), Exit.BROKEN),
        (EngineError("The engines differ."), Exit.BROKEN),
        (InputError("This is wrong."), Exit.UNUSABLE),
        (KeyboardInterrupt(), Exit.STOPPED),
    ],
)
def test_whatever_happens_is_one_message_without_a_word_of_the_case(
    error: BaseException, status: Exit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dhr_checker.checker.decision.decide", raising(error))
    for more in ([], ["--verbose"]):
        result = run("decide", MET, *more)
        assert result.exit_code == status
        assert "Traceback" not in result.output
        assert "Marlowe" not in result.output
        if status is Exit.BROKEN and not isinstance(error, EngineError):
            assert "a fault in this program" in result.stderr
            assert type(error).__name__ in result.stderr


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
def test_ctrl_c_ends_with_its_own_status() -> None:
    going = subprocess.Popen(
        [sys.executable, "-c", "from dhr_checker.cli import main; main()", "decide", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    time.sleep(3)  # it waits for its input, however fast the machine is
    going.send_signal(signal.SIGINT)
    said = going.communicate(timeout=60)[1]
    assert going.returncode == Exit.STOPPED, said
    assert "Traceback" not in said


def test_a_reader_who_goes_away_is_no_verdict() -> None:
    going = subprocess.Popen(
        [sys.executable, "-c", "from dhr_checker.cli import main; main()", "check", FAULTY],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert going.stdout is not None
    going.stdout.close()
    said = going.communicate(timeout=60)[1]
    assert (going.returncode, said) == (Exit.STOPPED, "")
