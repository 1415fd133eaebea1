"""The example drafts: nothing false on the sound one, every fault found on the faulty one."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from dhr_checker.checker.compliance import check
from dhr_checker.checker.errors import DocumentError, InputError
from dhr_checker.schemas.compliance import CheckOutcome

from .support import (
    CASE,
    DRAFTS,
    FAIL,
    PASS,
    REVIEW,
    draft,
    faults,
    finding,
    imitated,
    no_heading,
    report,
    unmet,
    with_faults,
    with_headings,
)


def test_nothing_fails_on_the_sound_draft() -> None:
    made = report("sound-overview")
    assert unmet(made, FAIL) == set()
    assert unmet(made, REVIEW) == set()
    assert made.counts.error == 0
    assert made.counts.of_review_human >= 12
    assert not made.failed


def test_without_a_case_record_only_names_are_open() -> None:
    made = report("sound-overview", with_case=False)
    assert unmet(made, FAIL) == set()
    assert unmet(made, REVIEW) == {"ID16-NAMES"}
    assert not made.case_record


@pytest.mark.parametrize("fault", faults(), ids=lambda f: f["id"])
def test_every_planted_fault_is_found_by_its_rule(fault: dict[str, Any]) -> None:
    made = finding(report("faulty-overview"), fault["rule"])
    assert made.outcome is CheckOutcome(fault["expect"])
    if fault["shows"]:
        assert made.places or fault["id"] in ("F11",)


@pytest.mark.slow
@pytest.mark.parametrize("fault", faults(), ids=lambda f: f["id"])
def test_one_fault_alone_fails_its_own_rule_and_little_else(fault: dict[str, Any]) -> None:
    made = check(with_faults([fault["id"]]), CASE)
    found = unmet(made, CheckOutcome(fault["expect"]))
    assert fault["rule"] in found
    beside = unmet(made, FAIL) - {fault["rule"]}
    assert beside <= {"F13": {"OR16-FAMILY-ADVOCATE"}}.get(fault["id"], set())


@pytest.mark.parametrize("name", ["sound-summary", "sound-action-plan"])
def test_other_kinds_are_recognised_and_not_held_to_the_wrong_template(name: str) -> None:
    made = report(name)
    assert made.document.kind in name.replace("sound-", "") or "summary" in made.document.kind
    assert unmet(made, FAIL) == set()
    told = {f.rule for f in made.findings if f.group in ("structure", "content")}
    assert "OR16-EQUALITY" not in told
    assert ("ES16-PROCESS" in told) is (made.document.kind == "executive-summary")
    assert ("AP16-TABLE" in told) is (made.document.kind == "action-plan")


def test_bold_lines_for_headings_are_no_missing_sections() -> None:
    made = check(with_headings(draft("sound-overview"), imitated), CASE)
    assert unmet(made, FAIL) == set()
    assert unmet(made, REVIEW) == {"OR16-REAL-HEADINGS"}


def test_a_draft_without_headings_is_not_said_to_lack_its_content() -> None:
    made = check(with_headings(draft("sound-overview"), no_heading), CASE)
    assert unmet(made, FAIL) == set()
    assert finding(made, "OR16-TIMESCALES").outcome is REVIEW
    assert finding(made, "OR16-TIMESCALES").places


def test_taking_a_section_away_is_seen() -> None:
    from dataclasses import replace

    sound = draft("sound-overview")
    start = next(p for p in sound.paragraphs if p.title == "Dissemination" and not p.in_toc)
    inside = {start.index, *next(s for s in sound.sections() if s.heading is start).paragraphs}
    blank = tuple(
        replace(p, text="", heading=None) if p.index in inside else p for p in sound.paragraphs
    )
    made = check(replace(sound, paragraphs=blank), CASE)
    assert finding(made, "OR16-DISSEMINATION").outcome is FAIL
    assert finding(made, "OR16-RECIPIENTS").outcome is REVIEW
    assert '"Dissemination" is missing' in made.headline


def test_whether_a_requirement_applies_may_be_open_and_then_nothing_fails() -> None:
    from dhr_checker.checker.textdoc import text_document

    text = "# Introduction\nAnna took her own life.\n# Terms of reference\n- Was violence seen?"
    made = finding(check(text_document(text)), "OR16-TERMS-SUICIDE")
    assert made.outcome is REVIEW
    assert made.depends_on


def test_a_check_that_breaks_is_said_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    from dhr_checker.checker.detectors import base

    def broken(_look: base.Look, _settings: Any) -> base.Observation:
        raise RuntimeError("Tamsin Hallorane")  # a name that must not come out

    registry = base.registered()
    monkeypatch.setitem(registry, "section-order", replace(registry["section-order"], look=broken))
    made = check(draft("sound-overview"), CASE)
    order = finding(made, "OR16-ORDER")
    assert order.outcome is CheckOutcome.ERROR
    assert "RuntimeError" in order.why
    assert "Tamsin" not in made.model_dump_json()
    assert made.counts.error == 1
    assert finding(made, "OR16-ANALYSIS").outcome is PASS
    assert "broke" in made.headline


@pytest.mark.parametrize("engine", ["plain", "auto"])
def test_the_engines_come_to_the_same(engine: Any) -> None:
    made = check(draft("faulty-overview"), CASE, engine=engine)
    assert made.findings == report("faulty-overview").findings


def test_same_input_same_bytes() -> None:
    again = check(read_again(), CASE, name="faulty-overview.docx")
    assert again.model_dump_json() == report("faulty-overview").model_dump_json()


def read_again() -> bytes:
    return (DRAFTS / "faulty-overview.docx").read_bytes()


def test_the_name_of_bytes_can_be_given() -> None:
    made = check(read_again(), CASE, name="draft 3.docx")
    assert made.document.name == "draft 3.docx"


def test_as_of_is_kept() -> None:
    made = check(draft("sound-overview"), CASE, as_of=date(2026, 11, 21))
    assert made.as_of == made.provenance.as_of == date(2026, 11, 21)


def test_what_cannot_be_used_is_refused() -> None:
    with pytest.raises(DocumentError):
        check(b"no document")
    with pytest.raises(InputError):
        check(draft("sound-overview"), kind="novel")


def test_findings_stand_in_the_order_of_the_letters_and_the_template() -> None:
    made = report("sound-overview")
    groups = [one.group for one in made.findings]
    order = ["structure", "identity", "content", "consistency", "wording", "action-plan"]
    order.append("housekeeping")
    assert groups == sorted(groups, key=order.index)
    structure = [one.section for one in made.findings if one.group == "structure" and one.section]
    assert structure.index("title-page") < structure.index("timescales") < structure.index("panel")
