"""Rules that are off or demoted: what becomes of them, and that no reader can miss it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from dhr_checker import Settings, check
from dhr_checker.checker.errors import InputError
from dhr_checker.schemas.compliance import CheckOutcome, ComplianceReport, Finding

from .support import AS_OF, faces, run, write_draft

SUICIDE, BLAME, POSTCODE = "WD16-COMMITTED-SUICIDE", "WD16-FAILED-TO-LEAVE", "ID16-POSTCODE"


def finding(report: ComplianceReport, rule: str) -> Finding:
    return next(one for one in report.findings if one.rule == rule)


def made(folder: Path, **settings: object) -> ComplianceReport:
    given = Settings.model_validate(settings)
    return check(write_draft(folder), as_of=AS_OF, engine="plain", settings=given)


def entry(rule: str, reason: str = "Agreed in May.") -> dict[str, str]:
    return {"rule": rule, "reason": reason}


def failing(report: ComplianceReport) -> set[str]:
    return {one.rule for one in report.of(CheckOutcome.FAIL)}


def test_what_is_off_is_listed_as_not_checked_and_nothing_else_changes(tmp_path: Path) -> None:
    before = made(tmp_path)
    rule = next(one for one in before.of(CheckOutcome.FAIL) if not one.gives_away).rule
    after = made(tmp_path, off=[entry(rule)])
    one = finding(after, rule)
    assert one.outcome is CheckOutcome.OFF
    assert (one.set_by_hand, one.reason) == ("off", "Agreed in May.")
    assert one.places == ()
    assert failing(after) == failing(before) - {rule}
    assert (after.counts.off, after.counts.passed) == (1, before.counts.passed)
    assert len(after.findings) == len(before.findings)
    assert "1 rule was turned off by hand and not checked." in after.headline


def test_what_is_demoted_is_a_question_and_is_never_passed(tmp_path: Path) -> None:
    before = made(tmp_path)
    after = made(tmp_path, demote=[entry(POSTCODE)])
    assert finding(before, POSTCODE).outcome is CheckOutcome.FAIL
    one = finding(after, POSTCODE)
    assert (one.outcome, one.eased, one.set_by_hand) == (CheckOutcome.REVIEW, True, "demoted")
    assert one.places == finding(before, POSTCODE).places
    assert after.counts.passed == before.counts.passed
    assert after.counts.review == before.counts.review + 1
    assert after.counts.eased == 1
    assert "may remain in the draft" in after.headline


def test_a_demoted_rule_that_is_met_stays_met_and_warns_of_nothing(tmp_path: Path) -> None:
    after = made(tmp_path, demote=[entry("ID16-TELEPHONE")])
    one = finding(after, "ID16-TELEPHONE")
    assert (one.outcome, one.eased) == (CheckOutcome.PASS, False)
    assert "may remain" not in after.headline


def test_demoting_all_that_fails_changes_the_exit_status_and_the_first_sentence(
    tmp_path: Path,
) -> None:
    draft = write_draft(tmp_path)
    report = json.loads(run(draft, "--format", "json").stdout)
    failed = [one["rule"] for one in report["findings"] if one["outcome"] == "fail"]
    flags = [part for rule in failed for part in ("--demote", f"{rule}=Not now.")]
    result = run(draft, *flags)
    assert result.exit_code == 0
    first = " ".join(result.output.split("\n\n")[1].split())
    assert f"{len(failed)} points are not met and count only as a question" in first


@pytest.mark.parametrize("rule", [POSTCODE, "HK16-AUTHORS", "HK16-COMMENTS", "ID16-NAMES"])
def test_what_may_show_who_people_are_cannot_be_turned_off(tmp_path: Path, rule: str) -> None:
    with pytest.raises(InputError, match="cannot be turned off"):
        made(tmp_path, off=[entry(rule)])


def test_an_unknown_rule_is_an_error_with_those_that_are_near(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such rule; near to it: HK16-MARKING"):
        made(tmp_path, off=[entry("hk16-markng")])
    with pytest.raises(InputError, match="is put to no draft"):
        made(tmp_path, demote=[entry("S9-1-AGE")])
    with pytest.raises(InputError, match="demote: the same rule is set twice"):
        made(tmp_path, off=[entry(SUICIDE)], demote=[entry(SUICIDE)])


def test_errors_repeat_no_name(tmp_path: Path) -> None:
    draft = write_draft(tmp_path)
    for flag in ("--off", "--demote"):
        for written in ("Wilhelmina Quixby=she asked", "Quixby", "=Quixby", "HK16-MARKING="):
            result = run(draft, flag, written)
            assert result.exit_code == 2
            assert "quixby" not in result.output.lower()
    (tmp_path / "dhr.toml").write_text('[[off]]\nrule="Quixby"\nreason="x"', encoding="utf-8")
    result = run(draft)
    assert (result.exit_code, "quixby" in result.output.lower()) == (2, False)
    assert "dhr: dhr.toml: off: there is no such rule." in result.output


def test_a_rule_of_another_edition_is_said_to_have_no_effect(tmp_path: Path) -> None:
    after = made(tmp_path, demote=[entry("OR11-NAMES")])
    assert after.settings.without_effect == (
        "OR11-NAMES is demoted by the caller, and belongs to other rules than those chosen.",
    )


def test_a_demoted_rule_is_listed_whatever_came_of_it(tmp_path: Path) -> None:
    flags = ("--demote", "ID16-TELEPHONE=Plums.", "--kind", "overview-report")
    for face, said in faces(tmp_path, write_draft(tmp_path), *flags).items():
        if face not in ("json", "annotated"):  # these have it in a key, and have no table
            assert "Found met in this draft. Set by a flag: Plums." in said, face


# --- precedence -------------------------------------------------------------------------------


def test_a_flag_goes_before_the_file_and_the_report_says_which(tmp_path: Path) -> None:
    draft = write_draft(tmp_path)
    text = f'edition = 2011\n[[off]]\nrule = "{SUICIDE}"\nreason = "Of the file."\n'
    (tmp_path / "dhr.toml").write_text(text, encoding="utf-8")
    by_file = json.loads(run(draft, "--format", "json").stdout)
    chosen = {one["key"]: one for one in by_file["selection"]}
    assert chosen["edition"]["value"] == "home-office-2011"
    assert chosen["edition"]["because"] == "Chosen in dhr.toml."
    assert chosen["nation"]["because"].startswith("No case record was given")
    flags = ("--edition", "2016", "--demote", f"{SUICIDE}=Of the flag.", "--format", "json")
    by_flag = json.loads(run(draft, *flags).stdout)
    chosen = {one["key"]: one for one in by_flag["selection"]}
    assert chosen["edition"]["value"] == "home-office-2016"
    assert "by a flag" in chosen["edition"]["because"]
    (one,) = [one for one in by_flag["findings"] if one["rule"] == SUICIDE]
    assert (one["outcome"], one["reason"], one["set_where"]) == (
        "review",
        "Of the flag.",
        "by a flag",
    )


def test_the_kind_may_be_set_and_a_flag_goes_before_it(tmp_path: Path) -> None:
    draft = write_draft(tmp_path)
    (tmp_path / "dhr.toml").write_text('kind = "executive-summary"', encoding="utf-8")
    by_file = json.loads(run(draft, "--format", "json").stdout)["document"]
    assert (by_file["kind"], by_file["kind_because"]) == (
        "executive-summary",
        "Chosen in dhr.toml.",
    )
    by_flag = json.loads(run(draft, "--kind", "action-plan", "--format", "json").stdout)
    assert by_flag["document"]["kind"] == "action-plan"


# --- every face -------------------------------------------------------------------------------


def test_every_face_gives_the_reasons(tmp_path: Path) -> None:
    draft = write_draft(tmp_path)
    text = (
        f'[[off]]\nrule = "{BLAME}"\nreason = "Apples agreed it."\n'
        f'[[demote]]\nrule = "{POSTCODE}"\nreason = "Pears are ours."\n'
    )
    (tmp_path / "dhr.toml").write_text(text, encoding="utf-8")
    for face, said in faces(tmp_path, draft).items():
        assert "Apples agreed it." in said, face
        assert "Pears are ours." in said, face
        assert "1 rule was turned off by hand and not checked." in said, face
        assert "may remain in the draft" in said, face
        assert "dhr.toml, beside the draft" in said, face
        assert str(tmp_path) not in said, face


def test_without_settings_no_face_speaks_of_them(tmp_path: Path) -> None:
    for face, said in faces(tmp_path, write_draft(tmp_path)).items():
        if face != "json":
            assert "by hand" not in said, face
            assert "the settings" not in said.lower(), face
