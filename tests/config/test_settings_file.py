"""Which file is read, what may stand in it, and what is said of it when it cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest
from dhr_checker.checker.errors import InputError
from dhr_checker.checker.json_schemas import json_schema
from dhr_checker.checker.settings_file import read_settings
from dhr_checker.schemas.settings import Settings
from jsonschema.validators import Draft202012Validator

from .support import run, write_draft

WHOLE = """\
edition = 2016
kind = "overview-report"
nation = "wales"
overlay = "none"
test = "dvcva-2004-s9"
mailbox = "reviews@example.org"
names = ["Wilhelmina Quixby"]

[[off]]
rule = "HK16-MARKING"
reason = "It is marked on paper."

[[demote]]
rule = "ID16-POSTCODE"
reason = "The office's own."

[[agencies]]
name = "Marrenshire Constabulary"
acronyms = ["MC"]
"""


def test_every_key_is_read() -> None:
    made = read_settings(WHOLE.encode())
    assert made.edition == "2016"
    assert made.kind is not None
    assert made.kind.value == "overview-report"
    assert [one.rule for one in made.off] == ["HK16-MARKING"]
    assert made.demote[0].reason == "The office's own."
    assert made.names == ("Wilhelmina Quixby",)
    assert made.agencies[0].acronyms == ("MC",)


def test_windows_line_ends_and_a_byte_order_mark_make_no_difference() -> None:
    windows = b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode()
    assert read_settings(windows) == read_settings(WHOLE.encode())


def test_the_schema_takes_what_the_program_takes() -> None:
    schema = json_schema("config")
    Draft202012Validator.check_schema(schema)
    judge = Draft202012Validator(schema)
    assert judge.is_valid({"edition": 2016, "off": [{"rule": "A", "reason": "b"}]})
    assert not judge.is_valid({"off": [{"rule": "A"}]})
    assert not judge.is_valid({"editon": 2016})
    assert set(schema["properties"]) == set(Settings.model_fields)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('[[off]]\nrule = "HK16-TOC"\n', "off, entry 1, reason: a reason is required"),
        ('[[off]]\nrule = "HK16-TOC"\nreason = "  "\n', "a reason is required"),
        ('[off]\nrule = "HK16-TOC"\nreason = "Quixby"\n', "under a line `[[off]]`"),
        ('off = ["Quixby"]', "off, entry 1: write each entry under a line `[[off]]`"),
        ('names = "Quixby"', "names: this must be a list in square brackets"),
        ("names = [1]", "names, entry 1: this must be text"),
        ('names = [""]', "names, entry 1: this is empty"),
        ('editon = "Quixby"', "unknown key (number 1 of 1 there); did you mean `edition`"),
        ('Quixby = "Quixby"', "unknown key (number 1 of 1 there); allowed here"),
        ('kind = "overview"', "kind: this is not one of the words"),
        ("edition = 2016.5", "edition: this must be text"),
        ("edition = Quixby", "settings:1: this is not valid TOML."),
        ('edition = 2016\nedition = "Quixby"', "this is not valid TOML."),
        ("[Quixby]\n[Quixby]", "this is not valid TOML."),
        ("x = " + "[" * 5000, "this is not valid TOML."),
        ("names = [\n\n\n'Quixby", "this is not valid TOML."),
    ],
)
def test_a_fault_is_told_and_nothing_of_the_file_quoted(written: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        read_settings(written.encode())
    assert said in str(caught.value)
    assert "quixby" not in str(caught.value).lower()
    assert ".." not in str(caught.value).replace("...", "")


@pytest.mark.parametrize(
    "stray", ["../case.yaml", "/etc/passwd", "C:\\case.yaml", "a/../../case.yaml", "\\\\x\\y\\c"]
)
def test_a_file_names_no_case_record_elsewhere(tmp_path: Path, stray: str) -> None:
    file = tmp_path / "dhr.toml"
    file.write_text(f"case = '{stray}'", encoding="utf-8")
    with pytest.raises(InputError, match="beside the settings"):
        read_settings(file)


# --- which file -------------------------------------------------------------------------------


def test_only_the_draft_s_own_folder_is_looked_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner, elsewhere = tmp_path / "inner", tmp_path / "elsewhere"
    inner.mkdir()
    elsewhere.mkdir()
    draft = write_draft(inner)
    for folder in (tmp_path, elsewhere):  # above the draft, and where the program is started
        (folder / "dhr.toml").write_text("this is no TOML", encoding="utf-8")
    monkeypatch.chdir(elsewhere)
    assert run(draft).exit_code == 1
    (inner / "dhr.toml").write_text("this is no TOML", encoding="utf-8")
    refused = run(draft)
    assert refused.exit_code == 2
    assert "dhr: dhr.toml:1: this is not valid TOML." in refused.output
    assert str(inner) not in refused.output
    assert run(draft, "--no-config").exit_code == 1


def test_a_file_that_is_named_is_read_instead(tmp_path: Path) -> None:
    draft = write_draft(tmp_path)
    (tmp_path / "dhr.toml").write_text("this is no TOML", encoding="utf-8")
    named = tmp_path / "other.toml"
    named.write_text("edition = 2011", encoding="utf-8")
    result = run(draft, "--config", named)
    assert result.exit_code == 1
    assert "Settings were read from other.toml, named with --config." in result.output
    assert str(tmp_path) not in result.output
    assert "Chosen in the file named with --config." in " ".join(result.output.split())


def test_a_file_that_is_missing_or_named_twice_over_is_an_error(tmp_path: Path) -> None:
    draft = write_draft(tmp_path)
    missing = run(draft, "--config", tmp_path / "none.toml")
    assert missing.exit_code == 2
    assert "none.toml: there is no such file." in missing.output
    both = run(draft, "--config", tmp_path / "none.toml", "--no-config")
    assert both.exit_code == 2
    assert "--no-config" in both.output


def test_the_output_never_overwrites_the_settings(tmp_path: Path) -> None:
    draft, file = write_draft(tmp_path), tmp_path / "dhr.toml"
    file.write_text("edition = 2016", encoding="utf-8")
    for named in ([], ["--config", file]):
        assert run(draft, *named, "-o", file).exit_code == 2
        assert file.read_text(encoding="utf-8") == "edition = 2016"


def test_the_case_record_may_stand_in_the_file_and_a_flag_goes_before_it(tmp_path: Path) -> None:
    draft = write_draft(tmp_path)
    (tmp_path / "case.yaml").write_text("reference: A1", encoding="utf-8")
    (tmp_path / "dhr.toml").write_text('case = "case.yaml"', encoding="utf-8")
    assert "No case record was given" not in run(draft).output
    assert run(draft, "--case", tmp_path / "other.yaml").exit_code == 2
