"""``dhr check`` over several drafts and folders, as it is called."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from dhr_checker.checker.jobs import spread

from ..machines.support import faults, validator
from .support import check, draft, put, word

NAME = "Marlowe"


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """Two reviews in folders, and what lies about in such folders."""
    top = tmp_path / "reviews"
    for kind in ("overview", "summary", "plan"):
        draft(top / "one", kind)
    draft(top / "two", "overview", f"Overview {NAME} v1.docx")
    draft(top / "two", "overview", f"Overview {NAME} v2.docx")
    put(top / "two", f"{NAME} printed.docx", b"%PDF-1.7 nothing of Word")
    put(top / "two", f"{NAME} online only.docx", b"")
    put(top / "two", "~$erview.docx", b"lock")
    put(top / "two", f"Letter to {NAME}.txt", b"x")
    return top


def data(*arguments: object) -> dict[str, object]:
    result = check(*arguments, "--format", "json")
    return json.loads(result.stdout)


def test_the_table_names_every_draft_and_what_came_of_it(mixed: Path) -> None:
    result = check(mixed)
    table = result.stdout[result.stdout.index("In short: 7 drafts") :]
    assert result.exit_code == 2
    assert table.count("not checked  ") == 0
    assert table.count("  not checked") == 2
    assert table.count("put right") >= 1
    assert "1, 2 and 3 were checked together" in " ".join(table.split())
    assert "This is a PDF." in table
    assert "The file is empty" in table
    assert "a lock file" in table
    assert all(len(line) <= 88 for line in table.splitlines())


def test_no_name_in_a_files_name_comes_out_in_any_form(mixed: Path, tmp_path: Path) -> None:
    for form in ("text", "json", "sarif", "junit"):
        result = check(mixed, "--format", form)
        assert NAME.casefold() not in result.output.casefold(), form
        assert str(mixed) not in result.output
    out = tmp_path / "out"
    result = check(mixed, "--format", "html", "-o", out, "--annotate", tmp_path / "copies")
    written = [*out.iterdir(), *(tmp_path / "copies").iterdir()]
    assert NAME.casefold() not in result.output.casefold()
    assert not [one for one in written if NAME.casefold() in one.name.casefold()]
    assert NAME.casefold() not in (out / "00-summary.html").read_text().casefold()


def test_in_clear_the_files_are_named(mixed: Path) -> None:
    assert f"{NAME} printed.docx" in check(mixed, "--clear").stdout


def test_each_report_is_what_the_draft_alone_would_get(tmp_path: Path) -> None:
    one = draft(tmp_path / "a", "overview")
    two = draft(tmp_path / "b", "overview")
    alone = json.loads(check(one, "--format", "json").stdout)
    drafts = data(one, two)["drafts"]
    assert drafts[0]["report"] == alone  # type: ignore[index]
    assert drafts[0]["report"]["beside"] == []  # type: ignore[index]


def test_together_and_apart_are_as_asked(mixed: Path) -> None:
    def groups(*how: str) -> list[list[int]]:
        return [one["drafts"] for one in data(mixed / "one", *how)["reviews"]]  # type: ignore[attr-defined]

    assert groups() == [[1, 2, 3]]
    assert groups("--apart") == [[1], [2], [3]]
    paths = [mixed / "one" / "overview.docx", mixed / "two" / f"Overview {NAME} v1.docx"]
    assert [one["drafts"] for one in data(*paths)["reviews"]] == [[1], [2]]  # type: ignore[attr-defined]
    twice = data(*paths, "--together")
    assert [one["not_checked"]["code"] for one in twice["drafts"]] == ["input.kind-twice"] * 2  # type: ignore[attr-defined]


def test_many_management_reviews_are_checked_beside_the_report(tmp_path: Path) -> None:
    draft(tmp_path / "r", "overview")
    for number in range(3):
        draft(tmp_path / "r", "imr", f"imr {number}.docx")
    made = data(tmp_path / "r")
    assert [one["drafts"] for one in made["reviews"]] == [[1, 2, 3, 4]]  # type: ignore[attr-defined]
    beside = made["drafts"][0]["report"]["beside"]  # type: ignore[index]
    numbered = [f"individual management review {number}" for number in (1, 2, 3)]
    assert len(set(beside)) == 3
    assert set(beside) <= {"overview report", *numbered}


def test_more_processes_give_the_same_bytes(mixed: Path) -> None:
    for form in ("text", "json"):
        once = check(mixed, "--format", form)
        twice = check(mixed, "--format", form, "--jobs", "3")
        assert twice.stdout == once.stdout
        assert twice.exit_code == once.exit_code == 2


@pytest.mark.parametrize(
    ("names", "status"),
    [
        (["overview.docx", "summary.docx"], 1),
        (["overview.docx", "missing.docx"], 2),
        (["overview.docx", "empty"], 2),
        (["imr.docx", "chronology.docx"], 0),
        (["n*.docx"], 2),
    ],
)
def test_the_exit_status_says_the_worst(tmp_path: Path, names: list[str], status: int) -> None:
    for kind in ("overview", "summary"):
        draft(tmp_path, kind)
    (tmp_path / "empty").mkdir()
    clean = Path(__file__).resolve().parents[2] / "examples" / "drafts"
    for name, source in (("imr", "sound-summary"), ("chronology", "sound-action-plan")):
        put(tmp_path, f"{name}.docx", (clean / f"{source}.docx").read_bytes())
    assert check(*(tmp_path / one for one in names)).exit_code == status


def test_json_is_what_its_schema_says(mixed: Path) -> None:
    made = data(mixed)
    assert faults(validator("reports"), made) == []
    assert next(iter(made)) == "schema_version"
    for spoil in (
        lambda d: d.pop("counts"),
        lambda d: d["drafts"][0].update(verdict="fine"),
        lambda d: d["drafts"][0]["report"].update(schema_version="9.9"),
        lambda d: d["passed_over"][0].pop("why"),
    ):
        other = json.loads(json.dumps(made))
        spoil(other)
        assert faults(validator("reports"), other) != []


def test_sarif_and_junit_tell_of_drafts_that_were_not_checked(mixed: Path) -> None:
    run = json.loads(check(mixed, "--format", "sarif").stdout)["runs"][0]
    notes = run["invocations"][0]["toolExecutionNotifications"]
    errors = [one for one in notes if one["level"] == "error"]
    assert [one["descriptor"]["id"] for one in errors] == ["document.empty", "document.pdf"]
    assert run["invocations"][0]["executionSuccessful"] is False
    assert len(run["artifacts"]) == 5
    suites = ElementTree.fromstring(check(mixed, "--format", "junit").stdout.encode())
    assert len(suites) == 7
    assert suites.attrib["errors"] == "2"


def test_pages_and_copies_go_to_new_folders(mixed: Path, tmp_path: Path) -> None:
    out, copies = tmp_path / "out", tmp_path / "copies"
    result = check(mixed / "one", "--format", "docx", "-o", out, "--annotate", copies)
    assert result.exit_code == 1
    assert sorted(one.name for one in out.iterdir()) == [
        "00-summary.docx", "01-overview-report.docx", "02-action-plan.docx",
        "03-executive-summary.docx",
    ]  # fmt: skip
    assert sorted(one.name for one in copies.iterdir()) == [
        "01-overview-report-annotated.docx", "02-action-plan-annotated.docx",
        "03-executive-summary-annotated.docx",
    ]  # fmt: skip
    assert result.stdout.startswith("In short: 3 drafts")
    again = check(mixed / "one", "--format", "docx", "-o", out)
    assert again.exit_code == 2
    assert "new or empty folder" in again.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "html"], "Name a new folder"),
        (["--kind", "action-plan"], "--kind says what one draft is"),
        (["--format", "html", "-o", "{top}/one/out"], "taken for drafts"),
        (["--annotate", "{top}/one/overview.docx"], "new or empty folder"),
    ],
)
def test_what_cannot_be_is_refused_before_any_work(
    mixed: Path, arguments: list[str], said: str
) -> None:
    result = check(mixed / "one", *(one.format(top=mixed) for one in arguments))
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""
    assert not (mixed / "one" / "out").exists()


def test_a_bad_case_record_is_told_once_and_nothing_is_checked(mixed: Path, tmp_path: Path) -> None:
    record = put(tmp_path, "case.yaml", "reference: [")
    result = check(mixed, "--case", record)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("case.yaml") == 1


def test_standard_input_may_be_one_of_several(mixed: Path) -> None:
    result = check(mixed / "one" / "plan.docx", "-", given=word("Executive Summary", "Two."))
    table = result.stdout[result.stdout.index("In short: 2 drafts") :]
    assert "executive summary" in table


def test_only_files_that_are_no_drafts(tmp_path: Path) -> None:
    lock = put(tmp_path, "~$draft.docx", b"x")
    result = check(lock, lock)
    assert result.exit_code == 2
    assert "none of these is a Word document" in result.stderr


# --- processes ----------------------------------------------------------------------------------


def test_a_process_that_dies_costs_only_its_own_work() -> None:
    seen: list[tuple[int, int]] = []
    # A function that every process finds, whatever the folder of the checkout is called.
    works = ["1 + 1", "2 + 2", "__import__('os')._exit(7)", "4 + 4"]
    made = spread(eval, works, 2, "dead", lambda n, of: seen.append((n, of)))
    assert made == [2, 4, "dead", 8]
    assert seen[-1] == (4, 4)


def test_one_process_is_this_one() -> None:
    assert spread(lambda number: number + 1, [1, 2], 1, None) == [2, 3]


def test_a_name_that_the_draft_prints_may_stand_in_its_files_name(tmp_path: Path) -> None:
    """Only as a name that is no person's: what leads to somebody is masked all the same."""
    body = ("The review was led by Marrenshire Council.", "Dr Haverley Quistle saw her twice.")
    path = put(tmp_path, "Marrenshire Quistle Osgarth.docx", word("Overview Report", *body))
    made = json.loads(check(path, "--format", "json").stdout)
    assert made["document"]["name"] == "Marrenshire [name].docx"


def test_settings_hold_for_the_drafts_of_their_folder(tmp_path: Path) -> None:
    for name in ("a", "b"):
        draft(tmp_path / name, "overview")
    draft(tmp_path / "b", "summary")
    put(tmp_path / "a", "dhr.toml", 'nation = "wales"\n')
    made = data(tmp_path)
    sets = [one["report"]["settings"] for one in made["drafts"]]  # type: ignore[attr-defined]
    assert [bool(one["read_from"]) for one in sets] == [True, False, False]
    assert made["passed_over"] == []


def test_two_settings_cannot_hold_for_one_review(tmp_path: Path) -> None:
    one = draft(tmp_path / "a", "overview")
    two = draft(tmp_path / "b", "summary")
    put(tmp_path / "a", "dhr.toml", 'nation = "wales"\n')
    made = data(one, two, "--together")
    codes = [one["not_checked"]["code"] for one in made["drafts"]]  # type: ignore[attr-defined]
    assert codes == ["check.two-settings"] * 2
    without = data(one, two, "--together", "--no-config")["drafts"]
    assert all(one["report"] for one in without)  # type: ignore[attr-defined]


def test_bad_settings_in_one_folder_stop_only_its_drafts(tmp_path: Path) -> None:
    draft(tmp_path / "a", "overview")
    draft(tmp_path / "b", "overview")
    put(tmp_path / "a", "dhr.toml", "edition = [")
    drafts = data(tmp_path)["drafts"]
    assert [bool(one["report"]) for one in drafts] == [False, True]  # type: ignore[attr-defined]
