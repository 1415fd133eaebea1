"""Change a rule in one place: an example has to notice.  Of each pack 95 in 100 must be caught."""

import pytest
from dhr_checker.checker.coverage import own_entries
from dhr_checker.checker.mutation import Score, changes, score, score_of_requirements
from dhr_checker.checker.packs import load_packs
from dhr_checker.checker.requirement_examples import templates_of_examples
from dhr_checker.schemas.rule import Requirement

BASE = load_packs()
LEAST = 0.95


# A change that no draft and no record can tell from the rule: the entry, its key, the change, and
# why.  Empty: a rule whose part does nothing is made simpler, and is not listed here.
EQUIVALENT: dict[tuple[str, str, str], str] = {}


def own(pack):
    """The requirements in a pack's own files; what it takes over is held where it stands."""
    return [one for one in own_entries(BASE, pack) if isinstance(one, Requirement)]


def telling(score):
    """A score without the changes that are argued to be none."""
    left = [one for one in score.survivors if (one.entry, one.key, one.change) not in EQUIVALENT]
    return Score(score.mutants - len(score.survivors) + len(left), left)


@pytest.fixture(scope="module")
def decisions():
    """What the examples of each pack's rules catch, and those of the selection."""
    found = {"the selection": score(BASE, BASE.choices)}
    return found | {pack: score(BASE, own_entries(BASE, pack)) for pack in BASE.packs}


@pytest.fixture(scope="module")
def drafts():
    """What the short drafts of each pack's requirements catch, for the packs that have any."""
    return {
        pack: score_of_requirements(BASE, own(pack), templates_of_examples(BASE, pack))
        for pack in BASE.packs
        if own(pack)
    }


def show(capsys, what, found):
    with capsys.disabled():
        for name, one in found.items():
            if one.mutants:
                caught = one.mutants - len(one.survivors)
                print(
                    f"\n{name}, {what}: {caught} of {one.mutants} caught ({one.caught:.1%})", end=""
                )
                for mutant in one.survivors:
                    print(f"\n   {mutant.entry} {mutant.key}: {mutant.change}", end="")


def too_low(found):
    return {name for name, one in found.items() if telling(one).caught < LEAST}


def test_the_examples_catch_what_is_changed(capsys, decisions):
    show(capsys, "changed rules", decisions)
    assert sum(one.mutants for one in decisions.values()) > 2000
    assert too_low(decisions) == set()


def test_the_examples_of_what_drafts_are_asked_catch_it_too(capsys, drafts):
    show(capsys, "changed requirements", drafts)
    assert {"home-office-2011", "home-office-2016", "every-edition"} < set(drafts)
    assert sum(one.mutants for one in drafts.values()) > 1000
    assert too_low(drafts) == set()


def test_what_is_argued_to_be_no_change_survives(decisions, drafts):
    left = {
        (one.entry, one.key, one.change)
        for found in (*decisions.values(), *drafts.values())
        for one in found.survivors
    }
    assert set(EQUIVALENT) <= left


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
