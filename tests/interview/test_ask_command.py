"""The interview in a terminal: without a mouse, saved at every moment, and safe to leave."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from dhr_checker.checker.commands import ask_talk
from dhr_checker.checker.records import load_case
from dhr_checker.cli import main


def ask(folder: Path, *arguments: str, says: list[str]) -> Result:
    where = [str(folder / "new.yaml") if one == "NEW" else one for one in arguments]
    return CliRunner().invoke(main, ["ask", *where], input="\n".join(says) + "\n")


def test_a_new_record_is_begun_answered_and_decided(tmp_path: Path):
    file = tmp_path / "case.yaml"
    says = ["CSP-9", "34", "7/3/2024", "1", "1", "1", "1"]
    result = ask(tmp_path, "-o", str(file), says=says)
    assert result.exit_code == 0, result.output
    record = load_case(file)
    assert str(record.dates.death) == "2024-03-07"
    assert record.alleged_perpetrators[0].links[0].kind == "spouse"
    assert "OUTCOME" not in result.output
    assert "The outcome is MET." in result.output


def test_the_file_is_private_and_says_what_it_is(tmp_path: Path):
    file = tmp_path / "case.yaml"
    ask(tmp_path, "-o", str(file), says=["CSP-9", "15"])
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_text(encoding="utf-8").startswith("# Written by dhr ask")


def test_it_is_gone_on_with_where_it_was_left(tmp_path: Path):
    file = tmp_path / "case.yaml"
    first = ask(tmp_path, "-o", str(file), says=["CSP-9", "34", "q"])
    assert first.exit_code == 3
    assert "dhr ask" in first.output
    second = ask(tmp_path, str(file), says=["7/3/2024", "q"])
    assert "How old" not in second.output
    assert str(load_case(file).dates.death) == "2024-03-07"


def test_the_end_of_the_input_leaves_and_keeps_everything(tmp_path: Path):
    file = tmp_path / "case.yaml"
    result = ask(tmp_path, "-o", str(file), says=["CSP-9", "34"])
    assert result.exit_code == 3
    assert load_case(file).deceased.age_at_death == 34


def test_control_c_leaves_and_keeps_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "case.yaml"
    answers = iter(["CSP-9", "34"])

    def one_line(_: str) -> str:
        try:
            return next(answers)
        except StopIteration:
            raise KeyboardInterrupt from None

    monkeypatch.setattr(ask_talk, "input", one_line, raising=False)
    result = CliRunner().invoke(main, ["ask", "-o", str(file)])
    assert result.exit_code == 3
    assert "Traceback" not in result.output
    assert load_case(file).deceased.age_at_death == 34


def test_going_back_and_not_known(tmp_path: Path):
    file = tmp_path / "case.yaml"
    ask(tmp_path, "-o", str(file), says=["CSP-9", "35", "b", "34", "?", "q"])
    record = load_case(file)
    assert record.deceased.age_at_death == 34
    assert record.not_known == ("death.date",)


def test_nonsense_is_answered_with_what_to_type_and_never_repeated(tmp_path: Path):
    file = tmp_path / "case.yaml"
    result = ask(tmp_path, "-o", str(file), says=["CSP-9", "Canary Name", "34", "Canary", "q"])
    assert "Type a number, such as 34." in result.output
    assert "Type a date as" in result.output
    assert "Canary" not in result.output
    assert load_case(file).deceased.age_at_death == 34


def test_why_gives_the_rule_and_its_source(tmp_path: Path):
    result = ask(tmp_path, "-o", "NEW", says=["CSP-9", "w", "q"])
    assert "S9-1-AGE" in result.output
    assert "DVCVA 2004, s.9(1)" in result.output
    assert "15 or less" in result.output


def test_a_record_by_hand_is_read_and_never_written(tmp_path: Path):
    mine = tmp_path / "mine.yaml"
    text = "# my notes\nreference: CSP-9\n"
    mine.write_text(text, encoding="utf-8")
    result = ask(tmp_path, str(mine), says=["15"])
    assert result.exit_code == 0
    assert mine.read_text(encoding="utf-8") == text
    assert load_case(tmp_path / "mine-answered.yaml").deceased.age_at_death == 15
    again = ask(tmp_path, str(mine), says=["16"])
    assert again.exit_code == 2
    assert "saved there already" in again.output


@pytest.mark.parametrize("target", ["mine.yaml", "other.yaml"])
def test_what_no_interview_wrote_is_not_overwritten(tmp_path: Path, target: str):
    for name in ("mine.yaml", "other.yaml"):
        (tmp_path / name).write_text("reference: CSP-9\n", encoding="utf-8")
    result = ask(tmp_path, str(tmp_path / "mine.yaml"), "-o", str(tmp_path / target), says=["15"])
    assert result.exit_code == 2
    assert (tmp_path / target).read_text(encoding="utf-8") == "reference: CSP-9\n"


def test_standard_input_is_for_the_answers(tmp_path: Path):
    assert ask(tmp_path, "-", says=["15"]).exit_code == 2


def test_an_answer_that_contradicts_is_told_and_asked_again(tmp_path: Path):
    mine = tmp_path / "mine.yaml"
    text = "reference: CSP-9\ndeceased: {born: 2000, age_at_death: 20}\n"
    mine.write_text(text, encoding="utf-8")
    result = ask(tmp_path, str(mine), says=["1990", "2020-06-01", "q"])
    assert "cannot stand in the record" in result.output
    assert str(load_case(tmp_path / "mine-answered.yaml").dates.death) == "2020-06-01"


def test_a_judgement_is_recorded_with_who_made_it(tmp_path: Path):
    mine = tmp_path / "mine.yaml"
    mine.write_text(
        "reference: CSP-9\ndates: {death: 2024-03-07}\n"
        "deceased: {age_at_death: 40, manner: violence}\n"
        "alleged_perpetrators: [{links: [{kind: household, basis: self-contained-lodger}]}]\n",
        encoding="utf-8",
    )
    result = ask(tmp_path, str(mine), says=["no", "", "20/3/2024", "Its own door and kitchen."])
    assert result.exit_code == 0, result.output
    made: Any = load_case(tmp_path / "mine-answered.yaml").judgements[0]
    assert (made.on, made.about, made.by) == ("person.same-household", "P1", "CSP chair")
    assert str(made.date) == "2024-03-20"


def test_every_moment_leaves_a_record_that_loads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "case.yaml"
    answers = iter(["CSP-9", "34", "?", "2", "2", "12", "1", "4", "b", "1"])
    seen: list[int] = []

    def one_line(_: str) -> str:
        if file.exists():
            load_case(file)
            seen.append(1)
        try:
            return next(answers)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr(ask_talk, "input", one_line, raising=False)
    CliRunner().invoke(main, ["ask", "-o", str(file)])
    assert len(seen) >= 9
    assert [one.name for one in tmp_path.iterdir()] == ["case.yaml"]


@pytest.mark.parametrize(
    ("letter", "words"), [("?", "not known"), ("b", "go back"), ("l", "leave for later")]
)
def test_the_words_beside_a_letter_do_as_well(tmp_path: Path, letter: str, words: str):
    made = [
        ask(tmp_path, "-o", str(tmp_path / f"{place}.yaml"), says=["CSP-9", "34", said, "q"])
        for place, said in enumerate((letter, words))
    ]
    assert made[0].output.replace("0.yaml", "") == made[1].output.replace("1.yaml", "")
    records = [load_case(tmp_path / f"{place}.yaml") for place in (0, 1)]
    assert records[0] == records[1]
    assert "Type a date" in made[0].output


def test_what_the_console_could_not_read_is_asked_for_again(tmp_path: Path):
    file = tmp_path / "case.yaml"
    result = CliRunner().invoke(main, ["ask", "-o", str(file)], input=b"CSP-9\n\x81\xfe\n34\nq\n")
    assert result.exit_code == 3, result.output
    assert "could not be read" in result.output
    assert load_case(file).deceased.age_at_death == 34
