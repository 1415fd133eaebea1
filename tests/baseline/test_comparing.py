"""A draft against the report on an earlier one: matched by what is said, not by where."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from dhr_checker import ComplianceReport, InputError, Settings, check, check_together
from dhr_checker.checker.finds import same_but_masked
from dhr_checker.schemas.compliance import CheckOutcome, Finding
from hypothesis import given
from hypothesis import strategies as st

from ..config.support import AS_OF, write_draft
from ..machines.official import sarif
from ..machines.support import faults

POSTCODE, SUICIDE, PHONE = "ID16-POSTCODE", "WD16-COMMITTED-SUICIDE", "ID16-TELEPHONE"
NAME = "Tamsin Hallorane"
RECORD = {"reference": "A1", "deceased": {"names": [NAME]}}
OLD = (
    "# 1. Introduction",
    f"This overview report is about the death of Leonie. {NAME} is her name.",
    "# 2. Background",
    "Leonie lived at GL50 1AB until the spring of that year, with her two children.",
    "# 3. Analysis",
    "He committed suicide, as the police were told by a neighbour in the same street.",
)


def made(folder: Path, lines: tuple[str, ...], case: Any = RECORD, **more: Any):
    more = {"kind": "overview-report"} | more
    return check(write_draft(folder, lines), case, as_of=AS_OF, engine="plain", **more)


def finding(report: ComplianceReport, rule: str) -> Finding:
    return next(one for one in report.findings if one.rule == rule)


def states(report: ComplianceReport, rule: str) -> list[str]:
    return [spot.state for spot in finding(report, rule).places]


def gone(report: ComplianceReport) -> dict[str, str]:
    assert report.compared is not None
    return {one.rule: one.how for one in report.compared.gone}


def test_the_same_draft_has_nothing_new(tmp_path: Path) -> None:
    draft, more = write_draft(tmp_path, OLD), {"kind": "overview-report", "as_of": AS_OF}
    old = check(draft, RECORD, engine="plain", **more)
    now = check(draft, RECORD, engine="plain", baseline=old, **more)
    compared = now.compared
    assert compared is not None
    assert (compared.new, compared.put_right, compared.gone_otherwise) == (0, 0, 0)
    assert compared.remaining > 10
    assert compared.new_failures == 0
    assert not now.newly_failed
    assert now.failed
    assert compared.differences == ("Both reports are on the very same file.",)


def test_what_moved_and_was_renumbered_remains(tmp_path: Path) -> None:
    moved = (*OLD[:2], "# 2. Timescales", "It took a year.", "# 3. Analysis", OLD[5])
    moved = (*moved, "# 7. The facts", OLD[3])
    now = made(tmp_path, moved, baseline=made(tmp_path, OLD))
    assert states(now, POSTCODE) == ["remains"]
    assert states(now, SUICIDE) == ["remains"]


def test_a_sentence_that_was_edited_is_still_the_same_find(tmp_path: Path) -> None:
    lines = (*OLD[:3], OLD[3].replace("the spring of that year", "the summer of that year"))
    now = made(tmp_path, (*lines, *OLD[4:]), baseline=made(tmp_path, OLD))
    assert states(now, POSTCODE) == ["changed"]
    assert POSTCODE not in gone(now)


def test_what_is_new_what_is_put_right_and_the_first_sentences(tmp_path: Path) -> None:
    lines = (*OLD[:4], "# 3. Analysis", "He took his own life. Ring 07700 900123 for more.")
    now = made(tmp_path, lines, baseline=made(tmp_path, OLD))
    assert finding(now, PHONE).state == "new"
    assert states(now, PHONE) == ["new"]
    assert finding(now, PHONE).outcome_before == "pass"
    assert gone(now)[SUICIDE] == "put right"
    assert now.compared is not None
    assert now.compared.new_failures == 1
    assert now.newly_failed
    assert f"{now.compared.new} are new" in now.headline
    assert f"{now.compared.put_right} were put right" in now.headline


def test_a_second_place_of_an_old_fault_is_a_new_failure(tmp_path: Path) -> None:
    more = (*OLD, "# 4. Lessons", "The trust has since moved to Church Lane, BS1 4DJ.")
    now = made(tmp_path, more, baseline=made(tmp_path, OLD))
    assert sorted(states(now, POSTCODE)) == ["new", "remains"]
    assert finding(now, POSTCODE).state == "remains"
    assert now.newly_failed


def test_many_places_that_are_not_listed_are_compared_too(tmp_path: Path) -> None:
    many = tuple(f"In year {n} the office was at GL50 1AB, as letter {n} says." for n in range(30))
    old = made(tmp_path, (*OLD, *many))
    assert finding(old, POSTCODE).more_places > 10
    same = made(tmp_path, (*OLD, *many), baseline=old)
    assert same.compared is not None
    assert (same.compared.new, same.compared.put_right) == (0, 0)
    fewer = made(tmp_path, (*OLD, *many[5:]), baseline=old)
    assert fewer.compared is not None
    assert (fewer.compared.new, fewer.compared.put_right) == (0, 5)


# --- masked and in clear ----------------------------------------------------------------------


@pytest.mark.parametrize(("before", "after"), [(True, False), (False, True), (False, False)])
def test_masked_and_clear_runs_are_matched_whole(tmp_path: Path, before: bool, after: bool) -> None:
    old = made(tmp_path, OLD, masked=before)
    now = made(tmp_path, OLD, masked=after, baseline=old)
    assert now.compared is not None
    assert (now.compared.new, now.compared.put_right) == (0, 0)
    assert any("in clear" in one or "masks" in one for one in now.compared.differences) is (
        before != after
    )


def test_names_known_in_one_run_only_hide_no_match(tmp_path: Path) -> None:
    """The masked words differ, and so do the fingerprints."""
    lines = (*OLD[:5], "Otterly committed suicide, as the police were told by somebody there.")
    known = {"reference": "A1", "deceased": {"names": ["Otterly Vane"]}}
    for first, then in (({"reference": "A1"}, known), (known, {"reference": "A1"})):
        old = made(tmp_path, lines, first)
        now = made(tmp_path, lines, then, baseline=old)
        was, is_ = (finding(one, SUICIDE).places[0] for one in (old, now))
        assert was.fingerprint != is_.fingerprint
        assert states(now, SUICIDE) == ["remains"]


def test_nothing_of_a_clear_report_comes_through_masked(tmp_path: Path) -> None:
    lines = (*OLD, f"# 4. {NAME}'s mother", "Wilhelmina Quixby said: he committed suicide twice.")
    old = made(tmp_path, lines, masked=False, name="Quixby.docx")
    now = made(tmp_path, OLD[:2], baseline=old)
    text = now.model_dump_json().lower()
    assert gone(now)
    for part in ("quixby", "hallorane", "gl50"):
        assert part in old.model_dump_json().lower()
        assert part not in text


def test_a_name_that_is_known_now_is_masked_in_what_the_old_report_shows(tmp_path: Path) -> None:
    lines = (*OLD[:4], "# 3. Otterly's year", "Otterly committed suicide, as somebody said.")
    old = made(tmp_path, lines, {"reference": "A1"})
    assert "Otterly" in old.model_dump_json()
    known = {"reference": "A1", "deceased": {"names": ["Otterly Vane"]}}
    now = made(tmp_path, OLD[:2], known, baseline=old)
    assert gone(now)[SUICIDE] == "put right"
    assert "otterly" not in now.model_dump_json().lower()


@given(
    st.lists(st.sampled_from(["seen", "at", "GL50", "by", "her"]), min_size=1, max_size=9),
    st.sets(st.integers(0, 8)),
)
def test_a_text_is_itself_whatever_of_it_is_masked(words: list[str], hidden: set[int]) -> None:
    masked = " ".join("[name]" if n in hidden else word for n, word in enumerate(words))
    assert same_but_masked(" ".join(words), masked)
    assert same_but_masked(masked, " ".join(words))
    assert not same_but_masked(" ".join([*words, "elsewhere"]), " ".join(words))


# --- what differs beside the draft ------------------------------------------------------------


def test_what_is_gone_for_another_reason_is_not_put_right(tmp_path: Path) -> None:
    old = made(tmp_path, OLD)
    reason = {"reason": "Agreed."}
    settings = Settings.model_validate(
        {
            "off": [{"rule": SUICIDE} | reason],
            "set_aside": [{"rule": POSTCODE, "words": "lived at"} | reason],
        }
    )
    now = made(tmp_path, OLD, baseline=old, settings=settings)
    assert gone(now) == {SUICIDE: "turned off", POSTCODE: "set aside"}
    assert now.compared is not None
    assert now.compared.put_right == 0
    assert "Other rules were off or demoted in the earlier report." in now.compared.differences
    back = made(tmp_path, OLD, baseline=now)
    assert states(back, POSTCODE) == ["remains"]


def test_without_the_record_nobody_says_that_names_were_put_right(tmp_path: Path) -> None:
    lines = (*OLD, "# 4. Lessons", f"{NAME} was let down, says the aunt.")
    old = made(tmp_path, lines)
    now = made(tmp_path, lines, None, baseline=old)
    assert len(finding(old, "ID16-NAMES").places) > 1
    assert gone(now)["ID16-NAMES"] == "cannot be told"
    assert now.compared is not None
    assert any("had a case record" in one for one in now.compared.differences)


def test_another_edition_and_another_kind_are_said(tmp_path: Path) -> None:
    old = made(tmp_path, OLD, keys={"edition": "2011"}, kind="executive-summary")
    now = made(tmp_path, OLD, baseline=old)
    assert now.compared is not None
    said = " ".join(now.compared.differences)
    assert "another kind of document" in said
    assert "another edition" in said
    assert "Not checked in the earlier report" in said
    assert "not asked" in made(tmp_path, OLD, kind="action-plan", baseline=now).model_dump_json()


def test_other_rules_of_the_same_edition_are_said(tmp_path: Path) -> None:
    old = made(tmp_path, OLD)
    made_by = old.provenance.model_copy(update={"rules_sha256": "0" * 64})
    now = made(tmp_path, OLD, baseline=old.model_copy(update={"provenance": made_by}))
    assert now.compared is not None
    assert any("under other rules" in one for one in now.compared.differences)


def test_documents_of_one_review_are_compared_each_with_its_kind(tmp_path: Path) -> None:
    one, two = write_draft(tmp_path, OLD, "a.docx"), write_draft(tmp_path, OLD[:2], "b.docx")
    kinds = ("overview-report", "executive-summary")
    more: dict[str, Any] = {"as_of": AS_OF, "engine": "plain", "kinds": kinds}
    old = check_together([one, two], **more)
    now = check_together([one, two], **more, baselines=old[::-1])
    for report in now:
        assert report.compared is not None
        assert (report.compared.new, report.compared.put_right) == (0, 0)
    only = check_together([one, two], **more, baselines=old[:1])
    assert [report.compared is None for report in only] == [False, True]


# --- reports of other versions, and files that are none ---------------------------------------


def test_a_report_of_the_first_version_is_matched_by_what_it_shows(tmp_path: Path) -> None:
    old = json.loads(made(tmp_path, OLD).model_dump_json())
    added_since = {
        *("fingerprint", "words_fingerprint", "more_fingerprints", "state", "outcome_before"),
        *("more_new", "set_aside", "was", "eased", "set_by_hand", "reason", "set_where"),
        *("gives_away", "compared", "settings", "places_set_aside", "off"),
    }

    def first(part: Any) -> Any:
        if isinstance(part, dict):
            return {key: first(one) for key, one in part.items() if key not in added_since}
        return [first(one) for one in part] if isinstance(part, list) else part

    now = made(tmp_path, OLD, baseline=first(old) | {"schema_version": "1.0"})
    assert now.compared is not None
    assert (now.compared.new, now.compared.put_right) == (0, 0)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b'{"schema_version": "1.0", "outcome": "met"}',
        b'{"schema_version": "1.0", "findings": "Quixby"}',
        b'{"schema_version": "Quixby", "findings": []}',
        b'{"schema_version": "1.0", "findings": [{"rule": "Quixby"}]}',
        b"[" * 100_000,
        b'{"schema_version": "1.0", "findings": [], "Quixby": 1}',
    ],
)
def test_a_file_that_is_no_report_is_a_plain_error(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "old.json"
    file.write_bytes(data)
    with pytest.raises(InputError, match=r"old\.json: this is no report of") as caught:
        made(tmp_path, OLD, baseline=file)
    assert "quixby" not in str(caught.value).lower()
    assert caught.value.__cause__ is caught.value.__context__ is None


def test_a_later_version_and_a_report_on_several_are_said_to_be_such(tmp_path: Path) -> None:
    later = {"schema_version": "1.99", "findings": []}
    with pytest.raises(InputError, match="later version"):
        made(tmp_path, OLD, baseline=later)
    with pytest.raises(InputError, match="several drafts"):
        made(tmp_path, OLD, baseline={"schema_version": "1.0", "drafts": [], "reviews": []})
    with pytest.raises(InputError, match="no such file"):
        made(tmp_path, OLD, baseline=tmp_path / "none.json")


def test_sarif_has_a_state_for_every_result_and_is_valid(tmp_path: Path) -> None:
    from dhr_checker.checker.render import report_sarif

    lines = (*OLD[:4], "# 3. Analysis", "Ring 07700 900123 for more.")
    now = made(tmp_path, lines, baseline=made(tmp_path, OLD))
    log = json.loads(report_sarif.render([now]))
    assert faults(sarif(), log) == []
    results = log["runs"][0]["results"]
    by_rule = {(one["ruleId"], one["baselineState"]) for one in results}
    assert {(PHONE, "new"), (POSTCODE, "unchanged"), (SUICIDE, "absent")} <= by_rule


def test_places_of_what_was_met_are_no_places_to_compare(tmp_path: Path) -> None:
    """A pass may have more places than are listed; that says nothing of what is new."""
    old = made(tmp_path, OLD)
    update = {
        "outcome": CheckOutcome.PASS,
        "places": (),
        "more_places": 20,
        "more_fingerprints": (),
    }
    old = old.model_copy(
        update={
            "findings": tuple(
                one.model_copy(update=update) if one.rule == POSTCODE else one
                for one in old.findings
            )
        }
    )
    now = made(tmp_path, OLD, baseline=old)
    assert finding(now, POSTCODE).state == "new"
    assert now.compared is not None
    assert not any("more places than" in one for one in now.compared.differences)
