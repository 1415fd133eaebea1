"""A broken rule file is refused when it is loaded, with file, line, rule and mend."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from dhr_checker.checker.decision import decide
from dhr_checker.checker.errors import PackError
from dhr_checker.checker.packs import load_packs

from .small_base import write_base

TEST, GUIDE, FACTS = "statute/a-test/pack.yaml", "guidance/a-guide/pack.yaml", "facts.yaml"

BROKEN: dict[str, tuple[str, str, str, tuple[str, ...]]] = {
    "an unknown fact": (
        TEST,
        "fact: deceased.age_at_death,",
        "fact: deceased.aeg_at_death,",
        ("GROWN", "deceased.age_at_death"),
    ),
    "an unknown proposition": (
        TEST,
        "[case.grown, {any_of",
        "[case.gown, {any_of",
        ("MET", "case.grown"),
    ),
    "a proposition of another scope": (
        TEST,
        "[case.grown, {any_of",
        "[person.gone, {any_of",
        ("MET", "person"),
    ),
    "a person's fact in the case": (
        TEST,
        "when: {fact: deceased.age_at_death, at_least: 16}",
        "when: {fact: person.died, is: true}",
        ("GROWN", "person"),
    ),
    "a comparison that does not fit": (
        TEST,
        "deceased.age_at_death, at_least: 16}",
        "deceased.age_at_death, includes: 16}",
        ("GROWN", "includes", "at_least"),
    ),
    "a value that never occurs": (
        TEST,
        "settled_no: {fact: deceased.manner, is: suicide}",
        "settled_no: {fact: deceased.manner, is: suicyde}",
        ("GONE", "suicide"),
    ),
    "a yes or no that is neither": (
        TEST,
        "{fact: person.died, is: true}",
        "{fact: person.died, is: perhaps}",
        ("GONE", "true or false"),
    ),
    "a date that is none": (
        GUIDE,
        'before: "2011-04-13"',
        'before: "2011-04-31"',
        ("NOT-AT-ONCE", "2011-04-13"),
    ),
    "a bound that is no number": (
        TEST,
        "deceased.age_at_death, at_least: 16}",
        "deceased.age_at_death, at_least: sixteen}",
        ("GROWN", "number"),
    ),
    "two comparisons in one test": (
        TEST,
        "deceased.age_at_death, at_least: 16}",
        "deceased.age_at_death, at_least: 16, at_most: 99}",
        ("GROWN", "exactly one"),
    ),
    "an empty list of conditions": (
        TEST,
        "{all: [case.grown, {any_of: alleged_perpetrators, holds: person.gone}]}",
        "{all: []}",
        ("MET", "at least one"),
    ),
    "a key that does not belong": (
        TEST,
        "when: {all: [case.grown,",
        "when: {unless: x, all: [case.grown,",
        ("MET", "unless"),
    ),
    "people that there are none of": (
        TEST,
        "{any_of: alleged_perpetrators, holds",
        "{any_of: ghosts, holds",
        ("MET", "alleged_perpetrators"),
    ),
    "a cycle": (
        TEST,
        "when: {fact: deceased.age_at_death, at_least: 16}",
        "when: definition.met",
        ("itself", "case.grown"),
    ),
    "no citation": (
        TEST,
        "cites: [{source: an-act, at: s.2, checked: primary}]",
        "cites: []",
        ("cites", "GROWN"),
    ),
    "an unknown source": (
        TEST,
        "{source: an-act, at: s.2,",
        "{source: an-art, at: s.2,",
        ("GROWN", "an-act"),
    ),
    "a citation that says not how it was checked": (
        TEST,
        "{source: an-act, at: s.2, checked: primary}",
        "{source: an-act, at: s.2}",
        ("checked",),
    ),
    "no example that answers open": (
        TEST,
        "then: no}\n      - {given: {}, then: open}\n  - id: GONE",
        "then: no}\n  - id: GONE",
        ("open", "GROWN"),
    ),
    "a condition and a judgement": (
        TEST,
        'judgement: {question: "Is {person} gone?"}',
        'judgement: {question: "Is {person} gone?"}\n    when: {fact: person.died, is: true}',
        ("judgement", "GONE"),
    ),
    "neither condition nor judgement": (
        TEST,
        "    when: {fact: deceased.age_at_death, at_least: 16}\n",
        "",
        ("judgement", "GROWN"),
    ),
    "the same id twice": (TEST, "id: GROWN", "id: MET", ("MET", "twice", "first")),
    "an overlay that overrides nothing": (
        GUIDE,
        "overrides: GROWN",
        "overrides: GROWM",
        ("NOT-AT-ONCE", "GROWM"),
    ),
    "an unknown key": (TEST, "title: Grown up", "titel: Grown up", ("title", "GROWN")),
    "a duty that starts from nothing": (
        GUIDE,
        "start: death.date",
        "start: death.dusk",
        ("DECIDE", "death.date"),
    ),
    "a limit without a number": (GUIDE, "{months: 1}", "{}", ("limit", "DECIDE")),
    "two limits": (GUIDE, "{months: 1}", "{months: 1, days: 3}", ("exactly one", "DECIDE")),
    "a pack in the wrong folder": (TEST, "{id: a-test,", "{id: b-test,", ("b-test", "folder")),
    "a fact that leads nowhere": (
        FACTS,
        "label: how the death appears to have come about, path: deceased.manner,",
        "label: how the death appears to have come about,",
        ("deceased.manner", "path"),
    ),
    "YAML that is none": (TEST, "rules:\n", "rules: [\n", ("pack.yaml",)),
}


@pytest.mark.parametrize(("name", "old", "new", "says"), BROKEN.values(), ids=BROKEN)
def test_a_broken_rule_is_refused(
    tmp_path: Path, name: str, old: str, new: str, says: tuple[str, ...]
) -> None:
    with pytest.raises(PackError) as caught:
        load_packs(write_base(tmp_path, name, old, new))
    message = str(caught.value)
    for words in says:
        assert words in message


LINED = {key: value for key, value in BROKEN.items() if value[0] in (TEST, GUIDE)}
NO_LINE = {"a pack in the wrong folder"}


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [(name, old, new) for key, (name, old, new, _) in LINED.items() if key not in NO_LINE],
    ids=[key for key in LINED if key not in NO_LINE],
)
def test_the_line_is_that_of_the_rule(tmp_path: Path, name: str, old: str, new: str) -> None:
    rules = write_base(tmp_path, name, old, new)
    with pytest.raises(PackError) as caught:
        load_packs(rules)
    found = re.match(r"rules/[a-z/-]+pack\.yaml:(\d+)", caught.value.where)
    assert found, caught.value.where
    assert 1 <= int(found.group(1)) <= len((rules / name).read_text(encoding="utf-8").splitlines())


def test_the_small_base_itself_is_sound_and_decides(tmp_path: Path) -> None:
    base = load_packs(write_base(tmp_path))
    record = {
        "reference": "SMALL-1",
        "dates": {"death": "2020-01-01"},
        "deceased": {"age_at_death": 16, "manner": "violence"},
        "alleged_perpetrators": [{"died": True}],
    }
    assert base.packs.keys() == {"a-test", "a-guide"}
    assert _answer(base, record) == "yes"
    early = {**record, "dates": {"death": "2011-04-12"}}
    assert _answer(base, early) == "no"


def _answer(base: object, record: object) -> str:
    from dhr_checker.checker.casework import inputs_of, run
    from dhr_checker.checker.packs import lay
    from dhr_checker.checker.records import load_case

    ruleset = lay(base, ["a-test", "a-guide"])  # type: ignore[arg-type]
    done = run(inputs_of(load_case(record), ruleset), ruleset)  # type: ignore[arg-type]
    return str(done.case.answer("definition.met"))


def test_a_pack_that_changes_changes_its_hash(tmp_path: Path) -> None:
    first = load_packs(write_base(tmp_path / "one"))
    second = load_packs(
        write_base(
            tmp_path / "two",
            TEST,
            "deceased.age_at_death, at_least: 16}",
            "deceased.age_at_death, at_least: 18}",
        )
    )
    assert first.packs["a-test"].sha256 != second.packs["a-test"].sha256
    assert first.packs["a-guide"].sha256 == second.packs["a-guide"].sha256


def test_the_rules_that_ship_are_sound_and_loaded_once() -> None:
    assert load_packs() is load_packs()
    assert str(decide({"reference": "A-1", "deceased": {"age_at_death": 15}}).outcome) == "not met"
