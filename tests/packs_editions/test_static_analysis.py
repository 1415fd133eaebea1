"""What is wrong with a rule base although it loads is found without any case."""

import pytest
from dhr_checker.checker.static_analysis import analyse, by_kind

HEAD = """
pack: {id: x-local, title: A broken pack, kind: local, version: 1.0.0, status: local}
"""
CITES = "cites: [{source: project, at: a test, checked: inference}]"
RULE = f"""
rules:
  - id: X-RULE
    title: A rule
    {CITES}
    concludes: case.x-rule
    %s
    examples:
      - {{given: {{judged: yes}}, then: yes}}
      - {{given: {{judged: no}}, then: no}}
      - {{given: {{}}, then: open}}
"""
JUDGED = "judgement: {question: Well?}\n    "
OVERRIDE = f"""
overrides:
  - id: X-OVER
    overrides: S9-1-UNKNOWN
    title: An overlay
    {CITES}
    %s
    examples: [{{given: {{judged: yes}}, then: yes}}]
"""
REMARK = f"""
remarks:
  - id: X-REMARK
    title: A remark
    {CITES}
    kind: note
    when: {{fact: death.date, before: "2012-01-01"}}
    say: Something.
    examples: %s
"""


def test_the_rules_that_ship_have_nothing_wrong_with_them(base):
    assert by_kind(analyse(base)) == {}


def findings(rules_with, body):
    base = rules_with({"local/x-local/pack.yaml": HEAD + body})
    return {(f.kind, f.what) for f in analyse(base)}


@pytest.mark.parametrize(
    ("body", "kind", "what"),
    [
        (
            RULE % f"{JUDGED}settled_yes: {{fact: deceased.age_at_death, at_least: 16}}\n"
            "    settled_no: {fact: deceased.age_at_death, at_most: 16}",
            "contradiction",
            "X-RULE",
        ),
        (
            RULE % "when: {all: [{fact: deceased.age_at_death, less_than: 10},"
            " {fact: deceased.age_at_death, more_than: 12}]}",
            "never-triggered",
            "X-RULE",
        ),
        (
            RULE % f"{JUDGED}settled_yes: {{all: [{{fact: police.view, is: undecided}},"
            " {fact: police.view, is: third-party}]}",
            "never-triggered",
            "X-RULE",
        ),
        (RULE % f"{JUDGED}settled_yes: never", "unreachable", "X-RULE"),
        (
            OVERRIDE % "unless: {fact: perpetrators.identified, is: all}",
            "idle-overlay",
            "X-OVER",
        ),
        (REMARK % "[{given: {}, then: open}]", "idle-example", "X-REMARK"),
        (
            REMARK % '[{given: {death.date: "2011"}, then: yes}, {given: {death.date: "2011"},'
            " then: yes}]",
            "idle-example",
            "X-REMARK",
        ),
    ],
)
def test_each_fault_is_found(rules_with, body, kind, what):
    assert (kind, what) in findings(rules_with, body)


def test_an_overlay_that_does_something_is_left_alone(rules_with):
    body = OVERRIDE % "unless: {fact: perpetrators.identified, is: some}"
    assert ("idle-overlay", "X-OVER") not in findings(rules_with, body)


def test_a_fact_that_no_rule_asks_for_is_found(rules_with, base):
    from dhr_checker.checker.packs import RULES

    facts = (RULES / "facts.yaml").read_text(encoding="utf-8")
    facts += "\n  - {id: case.unheard_of, type: yes-no, label: unheard of, path: inquest.opened}\n"
    broken = rules_with({"facts.yaml": facts})
    assert ("unused-fact", "case.unheard_of") in {(f.kind, f.what) for f in analyse(broken)}
