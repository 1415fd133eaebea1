"""Three-valued logic: the tables of Kleene (and of CQL and SQL), and the tests of single facts."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any

import pytest
from dhr_checker.checker import conditions
from dhr_checker.checker.conditions import All, Always, AnyOf, Condition, Not, Ref, parse
from dhr_checker.checker.logic import (
    NO,
    OPEN,
    YES,
    Answer,
    Between,
    Env,
    Fact,
    conjunction,
    disjunction,
    flip,
    holds,
    leaf_value,
    value_of,
)
from dhr_checker.schemas.dates import PartialDate
from hypothesis import given
from hypothesis import strategies as st

T, F, N = YES, NO, OPEN

# Rows and columns: true, false, null, as CQL prints its tables (Author's Guide, "and" and "or").
AND = {(T, T): T, (T, F): F, (T, N): N,
       (F, T): F, (F, F): F, (F, N): F,
       (N, T): N, (N, F): F, (N, N): N}  # fmt: skip
OR = {(T, T): T, (T, F): T, (T, N): T,
      (F, T): T, (F, F): F, (F, N): N,
      (N, T): T, (N, F): N, (N, N): N}  # fmt: skip
NOT = {T: F, F: T, N: N}

answers = st.sampled_from([YES, NO, OPEN])


@pytest.mark.parametrize(("pair", "expected"), AND.items(), ids=str)
def test_and(pair: tuple[Answer, Answer], expected: Answer) -> None:
    assert conjunction(pair) is expected
    assert worth(All((Ref("a"), Ref("b"))), a=pair[0], b=pair[1]) is expected


@pytest.mark.parametrize(("pair", "expected"), OR.items(), ids=str)
def test_or(pair: tuple[Answer, Answer], expected: Answer) -> None:
    assert disjunction(pair) is expected
    assert worth(AnyOf((Ref("a"), Ref("b"))), a=pair[0], b=pair[1]) is expected


@pytest.mark.parametrize(("one", "expected"), NOT.items(), ids=str)
def test_not(one: Answer, expected: Answer) -> None:
    assert flip(one) is expected
    assert worth(Not(Ref("a")), a=one) is expected


def worth(condition: Condition, **known: Answer) -> Answer:
    return value_of(condition, Env({}, proposition=lambda name: known.get(name, OPEN)))


def test_of_nothing_all_hold_and_none_does() -> None:
    assert conjunction([]) is YES
    assert disjunction([]) is NO
    assert worth(Always(True)) is YES
    assert worth(Always(False)) is NO


@given(st.lists(answers))
def test_de_morgan(given_answers: list[Answer]) -> None:
    flipped = [flip(one) for one in given_answers]
    assert flip(conjunction(given_answers)) is disjunction(flipped)
    assert flip(disjunction(given_answers)) is conjunction(flipped)


@given(st.permutations([YES, NO, OPEN, YES]))
def test_the_order_of_parts_makes_no_difference(order: list[Answer]) -> None:
    names = "abcd"
    known = dict(zip(names, order, strict=True))
    parts = tuple(Ref(name) for name in names)
    assert worth(All(parts), **known) is conjunction(order)
    assert worth(AnyOf(parts), **known) is disjunction(order)


@given(st.lists(answers, min_size=1, max_size=4))
def test_an_open_part_settles_the_whole_only_if_it_could_not_matter(parts: list[Answer]) -> None:
    """Open means that some completion makes it yes, and another makes it no."""
    whole = conjunction(parts)
    choices = [(YES, NO) if one is OPEN else (one,) for one in parts]
    complete = {conjunction(picked) for picked in product(*choices)}
    assert (whole is OPEN) == (len(complete) == 2)
    assert whole is OPEN or complete == {whole}


# --- single tests of facts ---------------------------------------------------------------


def answer_of(condition: dict[str, Any], **facts: Fact) -> Answer:
    test = parse(condition)
    assert isinstance(test, conditions.Test)
    return holds(test, {name.replace("_", "."): fact for name, fact in facts.items()})


@pytest.mark.parametrize(
    ("operator", "wanted", "yes", "no"),
    [
        ("is", "x", "x", "y"),
        ("is", True, True, False),
        ("in", ["x", "y"], "y", "z"),
        ("includes", "x", frozenset({"x", "y"}), frozenset({"y"})),
        ("includes", "x", frozenset({"x"}), frozenset()),
        ("includes_any", ["x", "y"], frozenset({"y"}), frozenset({"z"})),
        ("at_least", 16, 16, 15),
        ("more_than", 16, 17, 16),
        ("at_most", 16, 16, 17),
        ("less_than", 16, 15, 16),
        ("before", "2011-04-13", PartialDate(2011, 4, 12), PartialDate(2011, 4, 13)),
        ("on_or_before", "2011-04-13", PartialDate(2011, 4, 13), PartialDate(2011, 4, 14)),
        ("after", "2011-04-13", PartialDate(2011, 4, 14), PartialDate(2011, 4, 13)),
        ("on_or_after", "2011-04-13", PartialDate(2011, 4, 13), PartialDate(2011, 4, 12)),
    ],
)
def test_each_comparison(operator: str, wanted: Any, yes: Any, no: Any) -> None:
    condition = {"fact": "a.b", operator: wanted}
    assert answer_of(condition, a_b=Fact(yes)) is YES
    assert answer_of(condition, a_b=Fact(no)) is NO
    assert answer_of(condition) is OPEN
    assert answer_of(condition, a_b=Fact(None, asked=True)) is OPEN


def test_a_date_known_in_part_leaves_open_what_it_does_not_settle() -> None:
    condition = {"fact": "a.b", "on_or_after": "2011-04-13"}
    assert answer_of(condition, a_b=Fact(PartialDate(2011))) is OPEN
    assert answer_of(condition, a_b=Fact(PartialDate(2011, 4))) is OPEN
    assert answer_of(condition, a_b=Fact(PartialDate(2011, 5))) is YES
    assert answer_of(condition, a_b=Fact(PartialDate(2010))) is NO


def test_two_dates_are_compared_with_each_other() -> None:
    condition = {"fact": "a.b", "before": {"fact": "c.d"}}
    day, next_day = Fact(PartialDate(2024, 5, 1)), Fact(PartialDate(2024, 5, 2))
    assert answer_of(condition, a_b=day, c_d=next_day) is YES
    assert answer_of(condition, a_b=next_day, c_d=next_day) is NO
    assert answer_of(condition, a_b=day) is OPEN


@pytest.mark.parametrize(
    ("done", "late"),
    [
        (PartialDate(2024, 7, 10), NO),
        (PartialDate(2024, 7, 11), YES),
        (PartialDate(2024, 7), OPEN),
        (PartialDate(2024, 6), NO),
        (PartialDate(2024, 8), YES),
        (PartialDate(2024), OPEN),
    ],
)
def test_later_than_a_number_of_months(done: PartialDate, late: Answer) -> None:
    condition = {"fact": "a.b", "later_than_months": 6, "of": "c.d"}
    start = Fact(PartialDate(2024, 1, 10))
    assert answer_of(condition, a_b=Fact(done), c_d=start) is late


def test_months_from_a_start_that_is_known_in_part() -> None:
    condition = {"fact": "a.b", "later_than_months": 1, "of": "c.d"}
    january = Fact(PartialDate(2024, 1))  # so the month ends between 1 and 29 February
    for day, late in ((date(2024, 2, 1), NO), (date(2024, 2, 15), OPEN), (date(2024, 3, 1), YES)):
        assert answer_of(condition, a_b=Fact(PartialDate.of(day)), c_d=january) is late


def test_what_is_known_is_only_denied_when_somebody_asked() -> None:
    condition = {"fact": "a.b", "known": True}
    assert answer_of(condition, a_b=Fact("x")) is YES
    assert answer_of(condition, a_b=Fact(None, asked=True)) is NO
    assert answer_of(condition) is OPEN


def test_what_is_recorded_is_a_question_about_the_record() -> None:
    assert answer_of({"fact": "a.b", "recorded": True}) is NO
    assert answer_of({"fact": "a.b", "recorded": True}, a_b=Fact("x")) is YES
    assert answer_of({"fact": "a.b", "recorded_as": "x"}) is NO
    assert answer_of({"fact": "a.b", "recorded_as": "x"}, a_b=Fact("x")) is YES
    assert answer_of({"fact": "a.b", "recorded_as": "x"}, a_b=Fact("y")) is NO


# --- numbers known only between bounds ----------------------------------------------------

TESTS = ["at_least", "more_than", "at_most", "less_than", "is"]


@given(st.sampled_from(TESTS), st.integers(0, 9), st.integers(0, 9), st.integers(0, 4))
def test_a_number_between_bounds_is_worth_what_all_its_values_are(
    operator: str, wanted: int, low: int, spread: int
) -> None:
    condition = {"fact": "a.b", operator: wanted}
    whole = answer_of(condition, a_b=Fact(Between(low, low + spread)))
    each = {answer_of(condition, a_b=Fact(n)) for n in range(low, low + spread + 1)}
    if operator == "is":  # one value of several is never certain
        assert whole is (NO if each == {NO} else OPEN)
    else:
        assert whole is (OPEN if len(each) == 2 else each.pop())


def test_a_number_between_bounds_in_a_list() -> None:
    condition = {"fact": "a.b", "in": [3, 7]}
    assert answer_of(condition, a_b=Fact(Between(4, 6))) is NO
    assert answer_of(condition, a_b=Fact(Between(4, 7))) is OPEN


def test_a_connective_is_no_leaf() -> None:
    with pytest.raises(TypeError):
        leaf_value(Always(True), Env({}))


def test_an_environment_that_knows_nothing_leaves_every_leaf_open() -> None:
    for source in ("a.b", {"any_of": "children", "holds": "child.x"}, {"observe": "heading"}):
        assert value_of(parse(source), Env({})) is OPEN
