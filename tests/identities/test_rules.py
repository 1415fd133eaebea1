"""The rules on identities, wording and leftovers: their examples, and the example drafts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from dhr_checker.checker.detectors.base import Look
from dhr_checker.checker.detectors.people import EXTRA_NAMES
from dhr_checker.checker.document import read_document
from dhr_checker.checker.masking import masker_for
from dhr_checker.checker.packs import load_packs
from dhr_checker.checker.records import load_case
from dhr_checker.checker.requirement_examples import draft_examples, run_draft_examples
from dhr_checker.checker.requirements import Surroundings, Verdict, compiled_for, verdicts
from dhr_checker.schemas.case import CaseRecord
from dhr_checker.schemas.compliance import CheckOutcome
from dhr_checker.schemas.rule import Requirement

from ..document.builder import docx, p, pack, parts_of, r

PASS, FAIL, REVIEW = CheckOutcome.PASS, CheckOutcome.FAIL, CheckOutcome.REVIEW
DRAFTS = Path(__file__).resolve().parents[2] / "examples" / "drafts"


def mine() -> dict[str, Requirement]:
    found: list[Requirement] = load_packs().packs["home-office-2016"].entries("requirements")
    return {one.id: one for one in found if one.id.startswith(("ID16-", "WD16-", "HK16-"))}


RULES = mine()
# The same in real files: the markup of examples makes no Word file.
IN_FILES = {
    "HK16-PARTS": pack({**parts_of(p("x")), "word/embeddings/sheet.xlsx": b"x"}),
    "HK16-TINY": docx(p(r("seen ") + r("secret", '<w:sz w:val="2"/>'))),
    "HK16-HIGHLIGHTED": docx(p(r("done ") + r("to do", '<w:highlight w:val="yellow"/>'))),
}


@pytest.mark.parametrize("rule", RULES)
def test_examples(rule: str) -> None:
    for result in run_draft_examples(load_packs(), RULES[rule], {}):
        assert result.passed, f"example {result.number}: {result.verdict.outcome}"


@pytest.mark.parametrize("rule", IN_FILES)
def test_rules_about_what_only_a_file_has(rule: str) -> None:
    (verdict,) = run([RULES[rule]], Look(read_document(IN_FILES[rule])))
    assert verdict.outcome is REVIEW


@pytest.mark.parametrize("rule", RULES)
def test_a_reader_is_told_what_to_do_and_what_to_look_for(rule: str) -> None:
    requirement = RULES[rule]
    assert requirement.advice
    reviewed = {example.then for example in draft_examples(requirement)} & {REVIEW}
    assert requirement.look_for or not (reviewed or requirement.on_no == "review")


def test_wording_is_never_more_than_a_question() -> None:
    for requirement in RULES.values():
        assert requirement.group != "wording" or requirement.on_no == "review"


# --- the example drafts -----------------------------------------------------------------------


def run(requirements: list[Requirement], look: Look) -> list[Verdict]:
    compiled, engine = compiled_for(requirements, "plain")
    return verdicts(requirements, compiled, engine, look, Surroundings({}, {}))


def real_names() -> tuple[CaseRecord, list[str]]:
    given: dict[str, Any] = yaml.safe_load((DRAFTS / "names.yaml").read_text())
    people = ("deceased", "alleged_perpetrators")
    record = load_case(
        {"reference": "X", "dates": {"death": "2023-10-14"}, **{key: given[key] for key in people}}
    )
    return record, [n for key in ("children", "others") for one in given[key] for n in one["names"]]


def outcomes(draft: str) -> dict[str, CheckOutcome]:
    record, extra = real_names()
    look = Look(read_document(DRAFTS / draft), record)
    look.memo[EXTRA_NAMES] = extra
    return {v.requirement.id: v.outcome for v in run(list(RULES.values()), look)}


@pytest.mark.parametrize(
    "draft", ["sound-overview.docx", "sound-summary.docx", "sound-action-plan.docx"]
)
def test_nothing_is_wrong_with_a_sound_draft(draft: str) -> None:
    assert {rule for rule, outcome in outcomes(draft).items() if outcome is not PASS} == set()


def test_the_planted_faults_are_found_and_nothing_else() -> None:
    found = outcomes("faulty-overview.docx")
    assert {rule: outcome for rule, outcome in found.items() if outcome is not PASS} == {
        "ID16-DEATH-DAY-TITLE": FAIL,
        "ID16-BIRTH": FAIL,
        "ID16-NAMES": FAIL,
        "ID16-POSTCODE": FAIL,
        "HK16-TEMPLATE-WORDS": FAIL,
        "HK16-COMMENTS": FAIL,
        "HK16-CHANGES": FAIL,
        "HK16-AUTHORS": FAIL,
        "ID16-CHILDREN-SEX-FACTS": FAIL,
        "WD16-FAILED-TO-LEAVE": REVIEW,
        "HK16-MARKING-OLD": FAIL,
        "HK16-MARKING": REVIEW,
        "HK16-IMPOSSIBLE-DATES": FAIL,
    }


def test_what_is_shown_of_a_faulty_draft_names_nobody() -> None:
    record, extra = real_names()
    look = Look(read_document(DRAFTS / "faulty-overview.docx"), record)
    look.memo[EXTRA_NAMES] = extra
    mask = masker_for(look)
    shown = " ".join(
        f"{mask.show(hit)} {hit.place.describe(mask.mask) if hit.place else ''} {hit.note}"
        for verdict in run(list(RULES.values()), look)
        for hit in verdict.hits
    ).lower()
    for word in ("tamsin", "hallorane", "gavin", "pettisford", "wainscott", "philippa", "mr7"):
        assert word not in shown
    assert "leonie" in shown
