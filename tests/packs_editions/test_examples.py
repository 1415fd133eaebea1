"""Every example of the packs of this folder holds, and the ways to write one work."""

import pytest
from dhr_checker.checker.conditions import parse
from dhr_checker.checker.definitions import Definition, Not
from dhr_checker.checker.logic import value_of
from dhr_checker.checker.requirements import templates_of
from dhr_checker.checker.rule_examples import example_env, run_examples
from dhr_checker.schemas.documents import DocumentKind
from dhr_checker.schemas.rule import Scope

PACKS = (
    "dvcva-2004-s8a",
    "home-office-2011",
    "home-office-2013",
    "wales-susr",
)


def entries(base):
    kinds = ("rules", "overrides", "duties", "reviews", "lead", "remarks")
    present = [pack_id for pack_id in PACKS if pack_id in base.packs]
    return [e for pack_id in present for kind in kinds for e in base.packs[pack_id].entries(kind)]


def test_every_example_holds(base):
    results = [result for entry in entries(base) for result in run_examples(base, entry)]
    assert len(results) > 100
    assert not [result for result in results if not result.passed]


ARRESTED = {"any_of": "alleged_perpetrators", "holds": {"fact": "person.charged", "is": True}}


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ({"alleged_perpetrators": [{"person.charged": "no"}, {"person.charged": "yes"}]}, "yes"),
        ({"alleged_perpetrators": [{"person.charged": "no"}]}, "no"),
        ({"alleged_perpetrators": [{"person.charged": "no"}, {}]}, "open"),
        ({"alleged_perpetrators": []}, "no"),
        ({"any_of alleged_perpetrators": "yes"}, "yes"),
        ({}, "open"),
    ],
)
def test_people_may_be_given_one_by_one(base, given, answer):
    when = parse(ARRESTED)
    definition = Definition("a.b", Scope.CASE, base.located["HO16-SUICIDE"].entry, when, Not(when))
    env = example_env(base.facts, definition.name, given)
    assert value_of(definition.yes, env).value == answer


def test_people_in_an_example_see_the_facts_of_the_case(base):
    when = parse({"any_of": "children", "holds": {"fact": "deceased.age_at_death", "at_least": 16}})
    env = example_env(base.facts, "a.b", {"deceased.age_at_death": 20, "children": [{}]})
    assert value_of(when, env).value == "yes"


def test_every_example_of_a_requirement_holds(base):
    from dhr_checker.checker.requirement_examples import run_draft_examples

    pack = base.packs["home-office-2011"]
    templates = templates_of([pack])
    results = [
        result
        for requirement in pack.entries("requirements")
        for result in run_draft_examples(base, requirement, templates)
    ]
    assert len(results) > 100
    assert not [result for result in results if not result.passed]


def test_the_2011_report_is_never_asked_for_what_2016_added(base):
    pack = base.packs["home-office-2011"]
    templates = templates_of([pack])
    optional = {
        section.key for section in templates[DocumentKind.OVERVIEW].sections if section.optional
    }
    added = {"equality", "parallel-reviews", "family", "methodology", "panel", "author", "contents"}
    assert added <= optional
    listed = [r for r in pack.entries("requirements") if DocumentKind.OVERVIEW in r.kinds]
    structure = [r for r in listed if r.group == "structure"]
    assert not [r.id for r in structure if r.section in added]
