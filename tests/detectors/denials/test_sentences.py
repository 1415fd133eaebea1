"""What a rule makes of a sentence that denies, promises, asks, or only seems to."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from dhr_checker.checker.packs import load_packs
from dhr_checker.checker.requirement_examples import run_draft_examples, templates_of_examples

PACK = "home-office-2016"
SENTENCES: dict[str, list[dict[str, str]]] = yaml.safe_load(
    (Path(__file__).parent / "sentences.yaml").read_text(encoding="utf-8")
)
CASES = [
    (rule, outcome, sentence)
    for rule, cases in SENTENCES.items()
    for case in cases
    for outcome, sentence in case.items()
]
SUICIDE = {"deceased": {"manner": "suicide"}}


def outcome_of(rule: str, text: str) -> tuple[str, str]:
    base = load_packs()
    requirement = next(r for r in base.pack(PACK).entries("requirements") if r.id == rule)
    templates = templates_of_examples(base, PACK)
    titles = {s.key: s.title for t in templates.values() for s in t.sections}
    example = {
        "document": f"# {titles[requirement.section]}\n{text}",
        "case": SUICIDE if rule == "OR16-TERMS-SUICIDE" else None,
        "then": "pass",
    }
    asked = requirement.model_copy(update={"examples": [example]})
    (result,) = run_draft_examples(base, asked, templates)
    return result.answered.value, result.verdict.why


@pytest.mark.parametrize(("rule", "outcome", "sentence"), CASES)
def test_sentence(rule: str, outcome: str, sentence: str) -> None:
    answered, why = outcome_of(rule, sentence)
    assert answered == outcome, why


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("The family were not given the Home Office leaflet.", "says that it was not."),
        ("Because of the trial the family were not given the Home Office leaflet.", "a reason."),
        ("The family were not given the Home Office leaflet. This was because of the trial.", "a"),
        ("The family will be given the Home Office leaflet.", "still to come."),
        ("Every family should be given the Home Office leaflet.", "should be"),
        ("Were the family given the Home Office leaflet?", "only asks"),
        ("Home Office leaflet for the family: none", "there is none"),
        ("Explain how the family were given the Home Office leaflet.", "instruction"),
        ("The family may have been given the Home Office leaflet.", "uncertain"),
    ],
)
def test_the_finding_says_which(sentence: str, why: str) -> None:
    assert why in outcome_of("OR16-FAMILY-LEAFLET", sentence)[1]


def test_there_are_enough_sentences_both_ways() -> None:
    outcomes = [outcome for _, outcome, _ in CASES]
    assert len(CASES) > 140
    assert min(outcomes.count("pass"), outcomes.count("review")) > 55


def test_a_denial_among_many_statements_does_not_count() -> None:
    said = "The family were given the Home Office leaflet."
    denied = "The police did not give them the leaflet of the homicide service."
    for text in (
        f"{said} {denied}",
        f"{denied} {said}",
        f"{denied}\n\n{said}",
        f"{said}\n{denied}",
    ):
        assert outcome_of("OR16-FAMILY-LEAFLET", text)[0] == "pass"


def test_instructions_under_a_heading_are_no_section() -> None:
    left = "State if an inquest or any other reviews were undertaken."
    assert outcome_of("OR16-PARALLEL-OTHERS", left)[0] == "review"
    assert outcome_of("OR16-PARALLEL-OTHERS", "There were no parallel reviews.")[0] == "pass"
