"""Reports as SARIF: valid by the official schema, complete, and with nothing in it but findings."""

from __future__ import annotations

import getpass
import json
import socket
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from dhr_checker.checker.compliance import check
from dhr_checker.checker.render import report_junit, report_sarif
from dhr_checker.checker.textdoc import text_document
from dhr_checker.cli import main
from dhr_checker.schemas.compliance import CheckOutcome, ComplianceReport, Finding

from .official import sarif
from .support import DRAFTS, EXAMPLES, faults, report

Node = dict[str, Any]


def run_of(*reports: ComplianceReport) -> Node:
    return json.loads(report_sarif.render(reports))["runs"][0]


def results(run: Node, kind: str) -> list[Node]:
    return [one for one in run["results"] if one["kind"] == kind]


@pytest.mark.parametrize("with_case", [False, True])
@pytest.mark.parametrize("name", DRAFTS)
def test_every_example_is_valid(name: str, with_case: bool):
    log = json.loads(report_sarif.render([report(name, with_case=with_case)]))
    assert faults(sarif(), log) == []


def test_several_drafts_are_one_valid_run_even_if_two_have_one_name():
    reports = [report("faulty-overview"), report("sound-summary"), report("faulty-overview")]
    log = json.loads(report_sarif.render(reports))
    assert faults(sarif(), log) == []
    run = log["runs"][0]
    uris = [one["location"]["uri"] for one in run["artifacts"]]
    assert uris == ["faulty-overview.docx", "sound-summary.docx", "faulty-overview.docx%20%282%29"]
    at = [one["locations"][0]["physicalLocation"]["artifactLocation"] for one in run["results"]]
    assert {(one["index"], one["uri"]) for one in at} == set(enumerate(uris))


def test_the_official_schema_would_have_found_a_fault():
    log = json.loads(report_sarif.render([report("sound-summary")]))
    log["runs"][0]["results"][0]["level"] = "must"
    log["runs"][0]["artifacts"][0]["location"]["uri"] = "a file with spaces"
    assert len(faults(sarif(), log)) == 2


@pytest.mark.parametrize("name", DRAFTS)
def test_every_finding_is_there_and_by_place(name: str):
    made = report(name)
    run = run_of(made)
    rules = [one["id"] for one in run["tool"]["driver"]["rules"]]
    assert rules == [one.rule for one in made.findings]
    by_rule = Counter(one["ruleId"] for one in run["results"])
    for one in made.findings:
        apart = one.outcome in (CheckOutcome.FAIL, CheckOutcome.REVIEW)
        assert by_rule[one.rule] == (max(1, len(one.places)) if apart else 1), one.rule


def test_kinds_and_levels_follow_outcome_and_level():
    made = report("faulty-overview")
    run = run_of(made)
    levels = {one.rule: one.level for one in made.findings}
    wanted = {"must": "error", "should": "warning", "may": "note"}
    assert {one["level"] for one in results(run, "fail")} == {"error", "warning"}
    for one in run["results"]:
        fails = one["kind"] == "fail"
        assert one["level"] == (wanted[levels[one["ruleId"]]] if fails else "none")
    assert {one["kind"] for one in run["results"]} == {"pass", "fail", "review", "notApplicable"}


def test_rules_say_what_they_ask_and_where_it_stands():
    run = run_of(report("faulty-overview"))
    for one in run["tool"]["driver"]["rules"]:
        assert one["shortDescription"]["text"]
        assert "Source: " in one["help"]["text"]
        assert all(cite["checked"] for cite in one["properties"]["citations"])


def test_a_place_is_told_by_its_headings_and_the_number_that_word_prints():
    run = run_of(report("faulty-overview"))
    (born,) = [one for one in run["results"] if one["ruleId"] == "ID16-BIRTH"]
    place = born["locations"][0]["logicalLocations"][0]
    told = run["logicalLocations"][place["index"]]
    assert told["name"] == "paragraph 11.1"
    assert told["fullyQualifiedName"] == place["fullyQualifiedName"]
    above = run["logicalLocations"][told["parentIndex"]]
    assert (above["kind"], above["name"]) == ("heading", "11. Background information (the facts)")


def test_every_pointer_leads_somewhere():
    run = run_of(report("faulty-overview"), report("sound-overview"))
    rules, places = run["tool"]["driver"]["rules"], run["logicalLocations"]
    for one in run["results"]:
        assert rules[one["ruleIndex"]]["id"] == one["ruleId"]
        for at in (*one["locations"], *one.get("relatedLocations", ())):
            for place in at.get("logicalLocations", ()):
                full = places[place["index"]]["fullyQualifiedName"]
                assert full == place["fullyQualifiedName"]
    for number, place in enumerate(places):
        parent = place.get("parentIndex")
        assert parent is None or parent < number
        assert parent is None or place["fullyQualifiedName"].startswith(
            places[parent]["fullyQualifiedName"] + " > "
        )


# --- fingerprints --------------------------------------------------------------------------------

PLAIN = """# 1 Introduction
This review is about Anna.
# 2 Background information
Anna was born on 4 March 1981. Her postcode was GL50 1TA.
# 3 Analysis
She lived at GL50 1TA until May.
"""
MOVED = """# 1 Introduction
This review is about Anna.
# 2 Timescales
The review began in May and took six months.
# 3 Analysis
She lived at GL50 1TA until May.
# 4 Background information
Anna was born on 4 March 1981. Her postcode was GL50 1TA.
"""


def prints(text: str, rule: str, name: str = "draft.docx") -> list[str]:
    draft = text_document(text, name=name)
    run = run_of(check(draft, kind="overview-report", engine="plain"))
    return [
        one["partialFingerprints"][report_sarif.FINGERPRINT]
        for one in run["results"]
        if one["ruleId"] == rule
    ]


@pytest.mark.parametrize("rule", ["ID16-BIRTH", "ID16-POSTCODE", "OR16-DISSEMINATION"])
def test_a_finding_keeps_its_fingerprint_when_it_moves(rule: str):
    """Another number, another order, another file name: the same finding."""
    before = prints(PLAIN, rule)
    assert before
    assert sorted(before) == sorted(prints(MOVED, rule, name="draft v2 final.docx"))


def test_another_finding_has_another_fingerprint():
    changed = PLAIN.replace("until May", "until the week of the death in June")
    before, after = prints(PLAIN, "ID16-POSTCODE"), prints(changed, "ID16-POSTCODE")
    assert len(before) == len(after) == 2
    assert len(set(before) & set(after)) == 1


def test_no_two_results_share_a_fingerprint():
    twice = PLAIN + "She lived at GL50 1TA until May.\n"
    assert len(set(prints(twice, "ID16-POSTCODE"))) == 3
    run = run_of(*(report(name) for name in DRAFTS))
    seen = Counter(
        (
            one["locations"][0]["physicalLocation"]["artifactLocation"]["index"],
            one["partialFingerprints"][report_sarif.FINGERPRINT],
        )
        for one in run["results"]
    )
    assert max(seen.values()) == 1


# --- what must not be in it ----------------------------------------------------------------------

NAMES = yaml.safe_load((EXAMPLES / "drafts" / "names.yaml").read_text(encoding="utf-8"))


def real_names() -> list[str]:
    people = [NAMES["deceased"], *NAMES["alleged_perpetrators"], *NAMES["children"]]
    return [name for person in [*people, *NAMES["others"]] for name in person["names"]]


@pytest.mark.parametrize("form", ["sarif", "junit"])
def test_no_name_no_path_and_no_computer(form: str, tmp_path: Path):
    draft = tmp_path / "Tamsin Hallorane overview.docx"
    draft.write_bytes((EXAMPLES / "drafts" / "faulty-overview.docx").read_bytes())
    case = EXAMPLES / "cases" / "marrenshire-2023.yaml"
    said = CliRunner().invoke(
        main, ["check", str(draft), "--case", str(case), "--format", form, "--engine", "plain"]
    )
    assert said.exit_code == 1
    assert len(real_names()) > 5
    for name in (*real_names(), "MR7 4TD", str(tmp_path), str(EXAMPLES), "marrenshire-2023"):
        assert name not in said.stdout
    words = set(said.stdout.replace("/", " ").replace('"', " ").split())
    assert not words & {getpass.getuser(), socket.gethostname(), str(Path.home())}


def test_what_hides_names_is_declared_and_only_where_it_was_used():
    assert "[name]" in run_of(report("faulty-overview"))["redactionTokens"]
    clear = check(text_document(PLAIN), masked=False, engine="plain")
    assert "redactionTokens" not in run_of(clear)
    assert "GL50 1TA" in report_sarif.render([clear])


def test_a_check_that_broke_is_no_result_and_is_not_silent():
    made = report("sound-summary")
    broken = made.findings[0].model_copy(
        update={"outcome": CheckOutcome.ERROR, "why": "The check stopped."}
    )
    counts = made.counts.model_copy(update={"error": 1})
    run = run_of(
        made.model_copy(update={"findings": (broken, *made.findings[1:]), "counts": counts})
    )
    assert broken.rule not in {one["ruleId"] for one in run["results"]}
    assert run["invocations"][0]["executionSuccessful"] is False
    (note,) = [
        one
        for one in run["invocations"][0]["toolExecutionNotifications"]
        if one["level"] == "error"
    ]
    assert "The check stopped." in note["message"]["text"]
    assert note["associatedRule"]["id"] == broken.rule


def test_what_was_not_checked_is_told():
    unread = {"not_checked": ("2 pictures: words shown in pictures are not read.",)}
    made = report("sound-action-plan").model_copy(update=unread)
    notes = run_of(made)["invocations"][0]["toolExecutionNotifications"]
    assert [one["message"]["text"] for one in notes] == [*made.not_checked, *made.warnings]


def test_braces_and_links_in_a_draft_mean_nothing(monkeypatch: pytest.MonkeyPatch):
    made = report("faulty-overview")
    one = next(f for f in made.findings if f.outcome is CheckOutcome.FAIL and f.places)
    spot = one.places[0].model_copy(update={"excerpt": "see {0} and [here](1)"})
    odd: Finding = one.model_copy(update={"places": (spot,)})
    run = run_of(made.model_copy(update={"findings": (odd,)}))
    text = run["results"][0]["message"]["text"]
    assert "see {{0}} and [here] (1)" in text


def test_the_same_report_gives_the_same_bytes():
    made = report("faulty-overview")
    again = ComplianceReport.model_validate_json(made.model_dump_json())
    assert report_sarif.render([made]) == report_sarif.render([again])
    assert report_junit.render([made]) == report_junit.render([again])
