"""How much a command says beside its result."""

from __future__ import annotations

import io
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result
from dhr_checker.checker.commands import voice
from dhr_checker.cli import main

ROOT = Path(__file__).resolve().parents[2]
MET = str(ROOT / "examples" / "cases" / "partner-homicide.yaml")
FAULTY = str(ROOT / "examples" / "drafts" / "faulty-overview.docx")
SOUND = str(ROOT / "examples" / "drafts" / "sound-summary.docx")
BOLD = "\x1b[1m"


def run(*arguments: str, **env: str) -> Result:
    return CliRunner(env={"NO_COLOR": None, "FORCE_COLOR": None, **env}).invoke(
        main, list(arguments), color=True
    )


def test_quiet_leaves_the_outcome_of_a_decision() -> None:
    whole, quiet = run("decide", MET), run("decide", MET, "--quiet")
    assert quiet.exit_code == whole.exit_code == 0
    assert "OUTCOME: MET" in quiet.stdout
    assert whole.stdout.startswith(quiet.stdout.rstrip())
    assert len(quiet.stdout.splitlines()) < 12
    assert quiet.stderr == ""


def test_quiet_leaves_the_outcome_of_a_check_and_of_several() -> None:
    one = run("check", FAULTY, "-q")
    assert one.exit_code == 1
    assert "Do not send this draft yet" in one.stdout
    assert "What is good" not in one.stdout
    several = run("check", FAULTY, SOUND, "-q")
    assert several.stdout.startswith("In short: 2 drafts")
    assert "put right" in several.stdout
    assert "Together or apart" not in several.stdout


def test_quiet_touches_no_file_and_no_format_for_machines(tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    assert run("check", FAULTY, "-q", "-o", str(out)).stdout == ""
    assert "What is good" in out.read_text(encoding="utf-8")
    whole = run("check", FAULTY, "--format", "json", "--as-of", "2026-03-20").stdout
    quiet = run("check", FAULTY, "--format", "json", "--as-of", "2026-03-20", "-q").stdout
    assert quiet == whole


def test_quiet_keeps_errors_and_drops_remarks(tmp_path: Path) -> None:
    assert "There is no such file." in run("check", "missing.docx", "-q").stderr
    assert run("clean", SOUND, "-o", str(tmp_path / "a.docx"), "-q").output == ""
    assert run("notices", MET, "-o", str(tmp_path / "n"), "-q").output == ""
    assert run("rules", "coverage", "-q").exit_code == 0


def test_verbose_tells_on_standard_error_and_leaves_the_result_alone(tmp_path: Path) -> None:
    usual, verbose = run("decide", MET), run("decide", MET, "-v")
    assert verbose.stdout == usual.stdout
    assert "seconds" in verbose.stderr
    said = run("decide", MET, "-v", "-o", str(tmp_path / "Marlowe.txt")).stderr
    assert "wrote a file of" in said
    assert "Marlowe" not in said
    assert "document.missing" in run("check", "missing.docx", "-v").stderr


def test_quiet_and_verbose_exclude_each_other() -> None:
    result = run("decide", MET, "-q", "-v")
    assert result.exit_code == 2
    assert "exclude each other" in result.stderr


@pytest.mark.parametrize(
    ("env", "bold"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "0"}, False),
        ({"FORCE_COLOR": ""}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
    ],
)
def test_colour_is_as_the_environment_says(env: dict[str, str], bold: bool) -> None:
    result = run("decide", MET, **env)
    assert (BOLD in result.stdout) is bold
    plain = run("decide", MET).stdout
    assert result.stdout.replace(BOLD, "").replace("\x1b[0m", "") == plain
    assert ("\x1b[" in run("check", "missing.docx", **env).stderr) is bold


def test_no_colour_in_files_and_machine_formats(tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    run("decide", MET, "-o", str(out), FORCE_COLOR="1")
    assert "\x1b" not in out.read_text(encoding="utf-8")
    for form in ("json", "html"):
        assert "\x1b" not in run("decide", MET, "--format", form, FORCE_COLOR="1").stdout


class Terminal(io.StringIO):
    """What can be seen on it is what was not wiped away."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    made = Terminal()
    monkeypatch.setattr(voice, "sys", SimpleNamespace(stderr=made))
    monkeypatch.setattr(voice, "_AFTER", 0.05)
    monkeypatch.setattr(voice, "_EVERY", 0.05)
    monkeypatch.setenv("TERM", "xterm")
    return made


def test_progress_comes_after_a_while_and_goes_away(terminal: Terminal) -> None:
    progress = voice.Progress()
    progress.start("Checking")
    progress.at("3 of 7 read")
    time.sleep(0.4)
    progress.stop()
    said = terminal.getvalue()
    assert "Checking: 3 of 7 read" in said
    assert said.rpartition("\r")[2] == ""
    assert said.rpartition("\r")[0].rpartition("\r")[2].strip() == ""


def test_what_is_quick_says_nothing(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voice, "_AFTER", 30.0)
    progress = voice.Progress()
    progress.start("Checking")
    progress.stop()
    assert terminal.getvalue() == ""


def test_no_progress_where_nobody_looks(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    progress = voice.Progress()
    progress.start("Checking")
    time.sleep(0.2)
    progress.stop()
    assert terminal.getvalue() == ""


def test_nothing_of_it_in_a_pipe() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from dhr_checker.cli import main; main()", "check", FAULTY, FAULTY],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, "")
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize("shell", ["bash", "fish", "zsh"])
def test_completion_is_printed_and_completes(shell: str) -> None:
    said = run("completion", shell)
    assert said.exit_code == 0
    assert "_DHR_COMPLETE" in said.stdout


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("dhr che", "plain,check"),
        ("dhr rules l", "plain,lint"),
        ("dhr decide --eng", "plain,--engine"),
        ("dhr check dra", "file,dra"),
    ],
)
def test_the_tab_key_finds_commands_options_and_files(words: str, expected: str) -> None:
    env = {
        "_DHR_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    result = CliRunner(env=env).invoke(main, [], prog_name="dhr")
    assert expected in result.stdout.splitlines()
