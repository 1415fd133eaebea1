"""Change a rule in one place: an example has to notice.  At least 95 in 100 must be caught."""

import pytest
from dhr_checker.checker.coverage import own_entries
from dhr_checker.checker.mutation import Score, changes, score, score_of_requirements
from dhr_checker.checker.packs import load_packs
from dhr_checker.checker.requirements import templates_of

BASE = load_packs()
LEAST = 0.95


def figures():
    found = {"the selection": score(BASE, BASE.choices)}
    found |= {pack: score(BASE, own_entries(BASE, pack)) for pack in BASE.packs}
    return found


def drafts(pack_id):
    """The score of a pack's requirements, whose examples are short drafts."""
    pack = BASE.packs[pack_id]
    return score_of_requirements(BASE, pack.entries("requirements"), templates_of([pack]))


def test_the_examples_of_what_drafts_are_asked_catch_it_too(capsys):
    found = {pack: drafts(pack) for pack in ("home-office-2011", "home-office-2016")}
    with capsys.disabled():
        for pack, one in found.items():
            print(f"\n{pack}: {one.mutants} changed requirements, {one.caught:.1%} caught")
    assert found["home-office-2011"].survivors == []
    total = Score()
    for one in (*figures().values(), *found.values()):
        total.add(one)
    assert total.caught >= LEAST


def test_the_examples_catch_what_is_changed(capsys):
    found, total = figures(), Score()
    for one in found.values():
        total.add(one)
    with capsys.disabled():
        print(f"\n{total.mutants} changed rules, {total.caught:.1%} caught by their own examples")
        for pack, one in found.items():
            for mutant in one.survivors:
                print(f"   {pack}: {mutant.entry} {mutant.key}: {mutant.change}")
    assert total.mutants > 2000
    assert total.caught >= LEAST
    assert {pack for pack, one in found.items() if one.caught < LEAST} == set()


@pytest.mark.parametrize(
    ("source", "changed"),
    [
        ("case.a", [{"not": "case.a"}]),
        ("always", []),
        ({"not": "a.b"}, ["a.b", {"not": {"not": "a.b"}}]),
        (
            {"all": ["a.b", "a.c"]},
            [
                {"any": ["a.b", "a.c"]},
                {"all": ["a.c"]},
                {"all": ["a.b"]},
                {"all": [{"not": "a.b"}, "a.c"]},
                {"all": ["a.b", {"not": "a.c"}]},
            ],
        ),
        (
            {"fact": "f.x", "at_least": 16},
            [
                {"not": {"fact": "f.x", "at_least": 16}},
                {"fact": "f.x", "at_least": 15},
                {"fact": "f.x", "at_least": 17},
            ],
        ),
        (
            {"fact": "f.x", "in": ["a", "b"]},
            [
                {"not": {"fact": "f.x", "in": ["a", "b"]}},
                {"fact": "f.x", "in": ["b"]},
                {"fact": "f.x", "in": ["a"]},
            ],
        ),
        (
            {"fact": "f.x", "before": "2012-03-01"},
            [
                {"not": {"fact": "f.x", "before": "2012-03-01"}},
                {"fact": "f.x", "before": "2012-02-29"},
                {"fact": "f.x", "before": "2012-03-02"},
            ],
        ),
        (
            {"fact": "f.x", "before": {"fact": "f.y"}},
            [
                {"not": {"fact": "f.x", "before": {"fact": "f.y"}}},
                {"fact": "f.x", "on_or_before": {"fact": "f.y"}},
            ],
        ),
        (
            {"fact": "f.x", "later_than_months": 6, "of": "f.y"},
            [
                {"not": {"fact": "f.x", "later_than_months": 6, "of": "f.y"}},
                {"fact": "f.x", "of": "f.y", "later_than_months": 5},
                {"fact": "f.x", "of": "f.y", "later_than_months": 7},
            ],
        ),
        (
            {"any_of": "children", "holds": "a.b"},
            [
                {"every": "children", "holds": "a.b"},
                {"any_of": "children", "holds": {"not": "a.b"}},
            ],
        ),
        (
            {"observe": "section", "section": "x"},
            [{"not": {"observe": "section", "section": "x"}}],
        ),
    ],
)
def test_the_ways_in_which_a_condition_is_changed(source, changed):
    assert [one for _, one in changes(source)] == changed


def test_a_rule_whose_examples_say_little_leaves_survivors():
    rule = BASE.located["HO11-ADULTS"].entry
    weak = rule.model_copy(update={"examples": rule.examples[-1:]})  # only the open one
    assert score(BASE, [rule]).caught == 1
    assert score(BASE, [weak]).caught == 0
    assert len(score(BASE, [weak]).survivors) == score(BASE, [rule]).mutants


def test_nothing_to_change_is_all_caught():
    assert Score().caught == 1
