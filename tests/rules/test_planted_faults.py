"""A fault of each kind, planted in a small base and in the rules that ship: the lint names it.

Each plant changes rules that were sound, as a slip of the pen would, and nothing else.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from dhr_checker.checker import packs
from dhr_checker.checker.commands.rules import lint
from dhr_checker.checker.packs import RULES, RuleBase, load_packs
from dhr_checker.checker.static_analysis import Finding, analyse

from .small_base import write_base

Change = tuple[str, str, str]
"""A file under ``rules``, the words to change, and what to put in their place."""

GUIDE, TEST = "guidance/a-guide/pack.yaml", "statute/a-test/pack.yaml"
CITES = "cites: [{source: an-act, at: s.9, checked: primary}]"
GROWN_WHEN = "    when: {fact: deceased.age_at_death, at_least: 16}\n"
OVERLAY = 'unless: {fact: death.date, before: "2011-04-13"}'

SMALL: dict[str, tuple[Change, str, str]] = {
    "a conclusion that nothing asks for": (
        (
            TEST,
            "{all: [case.grown, {any_of: alleged_perpetrators, holds: person.gone}]}",
            "case.grown",
        ),
        "unreachable",
        "GONE",
    ),
    "a rule that contradicts itself": (
        (
            TEST,
            GROWN_WHEN,
            "    judgement: {question: Well?}\n"
            "    settled_yes: {fact: deceased.age_at_death, at_least: 16}\n"
            "    settled_no: {fact: deceased.age_at_death, at_most: 16}\n",
        ),
        "contradiction",
        "GROWN",
    ),
    "a rule that no fact can trigger": (
        (
            TEST,
            GROWN_WHEN,
            "    when: {all: [{fact: deceased.age_at_death, at_least: 16},"
            " {fact: deceased.age_at_death, less_than: 16}]}\n",
        ),
        "never-triggered",
        "GROWN",
    ),
    "a fact that no rule uses": (
        (TEST, "{fact: person.died, is: true}", "{fact: person.police_officer, is: true}"),
        "unused-fact",
        "person.died",
    ),
    "an overlay that overrides nothing": (
        (GUIDE, OVERLAY, "unless: {fact: deceased.age_at_death, less_than: 16}"),
        "idle-overlay",
        "NOT-AT-ONCE",
    ),
    "examples that do not exercise their rule": (
        (
            GUIDE,
            "applies_when: always",
            'applies_when: {fact: death.date, before: "2012-01-01"}\n'
            "    examples: [{given: {}, then: open}]",
        ),
        "idle-example",
        "DECIDE",
    ),
}

REAL: dict[str, tuple[Change, str, str]] = {
    "a conclusion that nothing asks for": (
        (
            "joint/other-reviews/pack.yaml",
            "        - {fact: case.weapon_pilot_area, is: true}\n"
            "        - case.no-domestic-review-possible\n",
            "        - {fact: case.weapon_pilot_area, is: true}\n",
        ),
        "unreachable",
        "OWHR-GIVES-WAY",
    ),
    "a rule that contradicts itself": (
        (
            "statute/dvcva-2004-s9/pack.yaml",
            "    settled_no: {fact: perpetrators.identified, is: all}\n",
            "    settled_no: {fact: perpetrators.identified, is: all}\n"
            "    settled_yes: {fact: perpetrators.motive, is: domestic}\n",
        ),
        "contradiction",
        "S9-1-UNKNOWN",
    ),
    "a rule that no fact can trigger": (
        (
            "joint/care-act-2014-s44/before-2015.yaml",
            '        - {fact: death.date, before: "2015-04-01"}\n'
            "        - {fact: deceased.age_at_death, at_least: 18}\n",
            '        - {fact: death.date, before: "2015-04-01"}\n'
            '        - {fact: death.date, on_or_after: "2015-04-01"}\n',
        ),
        "never-triggered",
        "ADULT-SCR",
    ),
    "a fact that no rule uses": (
        (
            "facts.yaml",
            "facts:\n",
            "facts:\n"
            "  - {id: case.unheard_of, type: yes-no, label: unheard of, path: inquest.opened}\n",
        ),
        "unused-fact",
        "case.unheard_of",
    ),
    "a fact that only one rule used, and now none": (
        (
            "joint/children/pack.yaml",
            "{fact: deceased.looked_after, is: true}",
            "{fact: deceased.care_and_support_needs, is: true}",
        ),
        "unused-fact",
        "deceased.looked_after",
    ),
    "an overlay that overrides nothing": (
        (
            "local/gloucestershire-2019/household.yaml",
            "    unless: {fact: person.institution, is: true}\n",
            "    unless: never\n",
        ),
        "idle-overlay",
        "GLOS-FN7",
    ),
    "examples that do not exercise their rule": (
        (
            "joint/other-reviews/pack.yaml",
            '      - {given: {"review:MAPPA-SCR": yes}, then: yes}\n'
            '      - {given: {"review:MAPPA-SCR": no}, then: no}\n'
            "      - {given: {}, then: open}\n",
            "      - {given: {}, then: open}\n",
        ),
        "idle-example",
        "MAPPA-TELL",
    ),
}


def small(folder: Path, change: Change | None) -> RuleBase:
    return load_packs(write_base(folder, *(change or ())))


def real(folder: Path, change: Change) -> RuleBase:
    """A copy of the rules that ship with one slip in them."""
    name, old, new = change
    rules = folder / "rules"
    shutil.copytree(RULES, rules)
    path = rules / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return load_packs(rules)


def named(found: list[Finding]) -> set[tuple[str, str]]:
    return {(one.kind, one.what) for one in found}


@pytest.mark.parametrize("fault", SMALL)
def test_a_fault_in_the_small_base_is_named(tmp_path: Path, fault: str) -> None:
    change, kind, what = SMALL[fault]
    assert (kind, what) not in named(analyse(small(tmp_path / "sound", None)))
    assert (kind, what) in named(analyse(small(tmp_path / "broken", change)))


@pytest.mark.parametrize("fault", REAL)
def test_a_fault_in_the_rules_that_ship_is_named(tmp_path: Path, fault: str) -> None:
    change, kind, what = REAL[fault]
    assert (kind, what) in named(analyse(real(tmp_path, change)))


def test_both_bases_have_a_fault_of_every_kind() -> None:
    kinds = {
        "unreachable",
        "contradiction",
        "never-triggered",
        "unused-fact",
        "idle-overlay",
        "idle-example",
    }
    assert {kind for _, kind, _ in SMALL.values()} == kinds
    assert {kind for _, kind, _ in REAL.values()} == kinds


def test_the_command_prints_what_it_found_and_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change, kind, what = SMALL["a rule that contradicts itself"]
    broken = small(tmp_path, change)
    monkeypatch.setattr(packs, "load_packs", lambda: broken)
    made = CliRunner().invoke(lint)
    assert made.exit_code != 0
    assert f"{kind}\t{what}\t" in made.output
