"""Single findings that are set aside: known again by what they say, masked or in clear."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from dhr_checker import Settings, check
from dhr_checker.checker.errors import InputError
from dhr_checker.schemas.compliance import CheckOutcome, ComplianceReport, Finding

from .support import AS_OF, LINES, faces, run, write_draft

POSTCODE, PLAN = "ID16-POSTCODE", "OR16-DISSEMINATION"
TWO = (
    *LINES[:2],
    "# 2. Background",
    "Tamsin Hallorane lived at GL50 1AB until May. The office is at GL51 9XY.",
)
RECORD = {"reference": "A1", "deceased": {"names": ["Tamsin Hallorane"]}}


def made(folder: Path, lines: tuple[str, ...], *entries: dict[str, str], **more: Any):
    entries = tuple({"reason": "The office's own."} | one for one in entries)
    settings = Settings.model_validate({"set_aside": entries, "kind": "overview-report"})
    draft = write_draft(folder, lines)
    return check(draft, RECORD, as_of=AS_OF, engine="plain", settings=settings, **more)


def finding(report: ComplianceReport, rule: str) -> Finding:
    return next(one for one in report.findings if one.rule == rule)


def prints(report: ComplianceReport) -> dict[tuple[str, int], tuple[str, str]]:
    return {
        (one.rule, at): (spot.fingerprint, spot.words_fingerprint)
        for one in report.findings
        for at, spot in enumerate(one.places)
    } | {(one.rule, -1): (one.fingerprint, "") for one in report.findings}


def test_a_place_is_set_aside_and_the_others_stay(tmp_path: Path) -> None:
    before = finding(made(tmp_path, TWO), POSTCODE)
    assert (before.outcome, len(before.places)) == (CheckOutcome.FAIL, 2)
    for entry in (
        {"words": "office is at"},
        {"words": "The  OFFICE is at GL51 9XY"},
        {"words": "office is at [postcode]"},
        {"fingerprint": before.places[1].fingerprint},
        {"fingerprint": before.places[1].words_fingerprint},
    ):
        report = made(tmp_path, TWO, {"rule": POSTCODE} | entry)
        one = finding(report, POSTCODE)
        assert one.outcome is CheckOutcome.FAIL
        assert [spot.start for spot in one.set_aside] == [before.places[1].start], entry
        assert one.set_aside[0].reason == "The office's own."
        assert [spot.start for spot in one.places] == [before.places[0].start]
        assert report.counts.places_set_aside == 1


def test_where_every_place_is_set_aside_so_is_the_finding(tmp_path: Path) -> None:
    before = made(tmp_path, TWO)
    entries = [
        {"rule": POSTCODE, "fingerprint": spot.fingerprint}
        for spot in finding(before, POSTCODE).places
    ]
    after = made(tmp_path, TWO, *entries)
    one = finding(after, POSTCODE)
    assert (one.outcome, one.was) == (CheckOutcome.SET_ASIDE, CheckOutcome.FAIL)
    assert after.counts.set_aside == 1
    assert after.counts.passed == before.counts.passed
    assert after.counts.failed == before.counts.failed - 1
    assert "2 findings were set aside by hand." in after.headline
    assert "may remain in the draft" in after.headline


def test_a_finding_without_a_place_and_a_question_for_a_person(tmp_path: Path) -> None:
    before = made(tmp_path, TWO)
    human = next(one for one in before.findings if one.human)
    missing = finding(before, PLAN)
    assert not missing.places
    after = made(
        tmp_path,
        TWO,
        {"rule": human.rule, "fingerprint": human.fingerprint},
        {"rule": PLAN, "fingerprint": missing.fingerprint},
    )
    for rule in (human.rule, PLAN):
        one = finding(after, rule)
        assert (one.outcome, one.set_by_hand) == (CheckOutcome.SET_ASIDE, "set-aside")
        assert one.reason == "The office's own."


def test_fingerprints_are_the_same_masked_and_in_clear(tmp_path: Path) -> None:
    masked, clear = made(tmp_path, TWO), made(tmp_path, TWO, masked=False)
    assert any("GL50" in spot.excerpt for spot in finding(clear, POSTCODE).places)
    assert prints(masked) == prints(clear)
    assert len({one for one, _ in prints(masked).values()}) == len(prints(masked))


def test_set_aside_in_clear_is_set_aside_masked(tmp_path: Path) -> None:
    entry = {"rule": POSTCODE, "words": "Hallorane lived at GL50"}
    found = [
        [len(finding(made(tmp_path, TWO, entry, masked=masked), POSTCODE).set_aside)]
        for masked in (True, False)
    ]
    assert found[0] == found[1]
    assert found[0] != [0]


def test_one_that_moved_and_was_renumbered_is_still_set_aside(tmp_path: Path) -> None:
    before = finding(made(tmp_path, TWO), POSTCODE).places[1]
    moved = (*LINES[:2], "# 2. Timescales", "It took a year.", "# 3. Background", TWO[3])
    after = made(tmp_path, moved, {"rule": POSTCODE, "fingerprint": before.fingerprint})
    assert len(finding(after, POSTCODE).set_aside) == 1


def test_one_that_is_gone_is_reported_and_its_words_are_not(tmp_path: Path) -> None:
    report = made(tmp_path, TWO, {"rule": POSTCODE, "words": "Ottoline Quixby lived"})
    (said,) = report.settings.without_effect
    assert said.startswith("Entry 1 of set_aside, for ID16-POSTCODE, is not found any more")
    assert "Quixby" not in report.model_dump_json()


def test_an_entry_says_which_finding(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="say which finding"):
        made(tmp_path, TWO, {"rule": POSTCODE})
    with pytest.raises(InputError, match="say which finding"):
        made(tmp_path, TWO, {"rule": POSTCODE, "words": "at"})
    with pytest.raises(InputError, match="no such rule"):
        made(tmp_path, TWO, {"rule": "Quixby", "words": "lived at"})


def test_every_face_lists_it_with_its_reason_and_nobody_s_name(tmp_path: Path) -> None:
    draft = write_draft(tmp_path, TWO)
    (tmp_path / "case.yaml").write_text(json.dumps(RECORD), encoding="utf-8")
    (tmp_path / "dhr.toml").write_text(
        f'case = "case.yaml"\nkind = "overview-report"\n[[set_aside]]\nrule = "{POSTCODE}"\n'
        'words = "Hallorane lived at"\nreason = "Pears grow there, says Tamsin Hallorane."\n',
        encoding="utf-8",
    )
    for face, said in faces(tmp_path, draft).items():
        assert "Pears grow there" in said, face
        assert "hallorane" not in said.lower(), face
        assert "tamsin" not in said.lower(), face


def test_sarif_calls_it_suppressed_with_a_justification(tmp_path: Path) -> None:
    draft = write_draft(tmp_path, TWO)
    (tmp_path / "dhr.toml").write_text(
        f'kind = "overview-report"\n[[set_aside]]\nrule = "{POSTCODE}"\n'
        'words = "office is at"\nreason = "Its own office."\n',
        encoding="utf-8",
    )
    results = json.loads(run(draft, "--format", "sarif").stdout)["runs"][0]["results"]
    kept = [one for one in results if one["ruleId"] == POSTCODE]
    suppressed = [one for one in kept if "suppressions" in one]
    assert suppressed
    for one in suppressed:
        assert one["kind"] == "fail"
        (why,) = one["suppressions"]
        assert (why["kind"], why["status"]) == ("external", "accepted")
        assert why["justification"] == "Set aside in dhr.toml: Its own office."
