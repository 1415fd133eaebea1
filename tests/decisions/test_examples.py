"""The example cases: each gives the outcome that the README promises, and the text that is kept."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from dhr_checker.checker.decision import decide
from dhr_checker.checker.render.decision_text import render
from dhr_checker.schemas.decision import Decision

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = ROOT / "examples" / "cases"
GOLDEN = ROOT / "tests" / "golden" / "decisions"
ROW = re.compile(r"^\| `([a-z0-9-]+)\.yaml` \| .* \| (\d{4}-\d{2}-\d{2}) \| ([a-z ]+) \|$", re.M)
PROMISED = {
    name: (date.fromisoformat(day), outcome)
    for name, day, outcome in ROW.findall((EXAMPLES / "README.md").read_text(encoding="utf-8"))
}
PROVENANCE = "\nHow this was made\n"
each = pytest.mark.parametrize("name", sorted(PROMISED))


def decided(name: str, engine: str = "plain") -> Decision:
    return decide(EXAMPLES / f"{name}.yaml", as_of=PROMISED[name][0], engine=engine)


def said(made: Decision) -> str:
    """The text without its last part, which names engines and hashes of this machine."""
    return render(made).split(PROVENANCE)[0].rstrip() + "\n"


def test_the_readme_lists_every_example() -> None:
    assert set(PROMISED) == {path.stem for path in EXAMPLES.glob("*.yaml")}
    assert len(PROMISED) >= 9
    assert {outcome for _, outcome in PROMISED.values()} == {"met", "not met", "open"}


@each
def test_outcome(name: str) -> None:
    assert str(decided(name).outcome) == PROMISED[name][1]


@each
def test_both_engines_say_the_same(name: str) -> None:
    alone, both = decided(name), decided(name, "auto")
    assert said(both) == said(alone)


@each
def test_text(name: str, update_golden: bool) -> None:
    kept, text = GOLDEN / f"{name}.txt", said(decided(name))
    if update_golden:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(text, encoding="utf-8")
    assert text == kept.read_text(encoding="utf-8"), "pytest tests/decisions --update-golden"


def test_no_golden_text_without_an_example() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(PROMISED)


@each
def test_every_line_of_a_decision_has_a_source(name: str) -> None:
    made = decided(name)
    parts = (made.elements, made.judgements, made.reviews, made.duties, made.remarks)
    for part in parts:
        assert all(one.citations for one in part)
    assert made.lead.citations
    assert all(one.citations for one in made.selection)


@each
def test_the_text_is_plain(name: str) -> None:
    text = said(decided(name))
    assert all(len(line) <= 88 for line in text.splitlines())
    assert "None" not in text
    assert "{" not in text
    for slip in (" the the ", "..", " ,", "  .", ": .", "person."):
        found = [line for line in text.splitlines() if slip in line and "on: person." not in line]
        assert not found, slip


@each
def test_the_example_names_its_own_command(name: str) -> None:
    day = PROMISED[name][0]
    head = (EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8")
    assert f"dhr decide examples/cases/{name}.yaml" in head
    assert f"--as-of {day}" in head or name == "first-call"


def test_an_overlay_changes_the_care_home() -> None:
    path = EXAMPLES / "care-home.yaml"
    made = decide(path, overlay="gloucestershire-2019", engine="plain")
    assert str(made.outcome) == "not met"


def test_names_of_the_whole_case_are_never_printed() -> None:
    made = decided("marrenshire-2023")
    for name in ("Hallorane", "Tamsin", "Pettisford", "Gavin", "Leonie", "Duncan", "Stab wounds"):
        assert name not in render(made)
        assert name not in made.model_dump_json()
