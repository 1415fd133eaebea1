"""The language of conditions: what parses to what, and what is refused with which words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from dhr_checker.checker import conditions
from dhr_checker.checker.conditions import (
    All,
    Always,
    AnyOf,
    ConditionError,
    Each,
    Not,
    Observe,
    Ref,
    inner_conditions,
    parse,
    walk,
)
from dhr_checker.schemas.rule import Scope

AGE = {"fact": "deceased.age", "at_least": 16}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("person.related", Ref("person.related")),
        ("always", Always(True)),
        ("never", Always(False)),
        (AGE, conditions.Test("deceased.age", "at_least", 16)),
        ({"not": AGE}, Not(conditions.Test("deceased.age", "at_least", 16))),
        ({"all": ["a", "b"]}, All((Ref("a"), Ref("b")))),
        ({"any": ["a"]}, AnyOf((Ref("a"),))),
        ({"fact": "a.b", "in": ["x", "y"]}, conditions.Test("a.b", "in", ("x", "y"))),
        (
            {"fact": "a.b", "before": "2011-04-13"},
            conditions.Test("a.b", "before", date(2011, 4, 13)),
        ),
        (
            {"fact": "a.b", "before": {"fact": "c.d"}},
            conditions.Test("a.b", "before", None, other="c.d"),
        ),
        (
            {"fact": "a.b", "later_than_months": 6, "of": "c.d"},
            conditions.Test("a.b", "later_than_months", None, other="c.d", months=6),
        ),
        (
            {"any_of": "alleged_perpetrators", "holds": "person.x"},
            Each(False, Scope.PERSON, Ref("person.x")),
        ),
        ({"every": "children", "holds": "child.x"}, Each(True, Scope.CHILD, Ref("child.x"))),
        ({"any_of": "appointees", "holds": "a.x"}, Each(False, Scope.APPOINTEE, Ref("a.x"))),
    ],
)
def test_what_parses(source: Any, expected: Any) -> None:
    assert parse(source) == expected


def test_an_observation_is_known_by_its_settings_in_any_order() -> None:
    one = parse({"observe": "heading", "section": "timescales", "level": 1})
    other = parse({"level": 1, "section": "timescales", "observe": "heading"})
    assert isinstance(one, Observe)
    assert one == other
    assert hash(one) == hash(other)
    assert one.settings == {"section": "timescales", "level": 1}


@pytest.mark.parametrize(
    ("source", "says"),
    [
        (None, "a proposition's name or a mapping"),
        (["a"], "a proposition's name or a mapping"),
        (7, "a proposition's name or a mapping"),
        ({}, "a condition has one of"),
        ({"some": ["a"]}, "a condition has one of"),
        ({"all": []}, "at least one"),
        ({"all": "a"}, "at least one"),
        ({"any": ["a"], "all": ["b"]}, "does not belong beside"),
        ({"not": "a", "all": ["b"]}, "does not belong beside"),
        ({"any_of": "witnesses", "holds": "a"}, "alleged_perpetrators"),
        ({"any_of": "children"}, "holds"),
        ({"any_of": "children", "holds": "a", "every": "children"}, "does not belong beside"),
        ({"fact": "a.b"}, "exactly one"),
        ({"fact": "a.b", "at_least": 1, "at_most": 2}, "exactly one"),
        ({"fact": "a.b", "equals": 1}, "exactly one"),
        ({"fact": "a.b", "at_least": "16"}, "whole number"),
        ({"fact": "a.b", "at_least": True}, "whole number"),
        ({"fact": "a.b", "at_least": 15.5}, "whole number"),
        ({"fact": "a.b", "in": "x"}, "list of values"),
        ({"fact": "a.b", "in": []}, "list of values"),
        ({"fact": "a.b", "before": "soon"}, "2011-04-13"),
        ({"fact": "a.b", "before": "2011-02-30"}, "2011-04-13"),
        ({"fact": "a.b", "known": False}, "wrap it in `not`"),
        ({"fact": "a.b", "later_than_months": 6}, "of"),
        ({"fact": "a.b", "later_than_months": "six", "of": "c.d"}, "number"),
        ({"fact": "a.b", "is": 1, "of": "c.d"}, "of"),
    ],
)
def test_what_is_refused(source: Any, says: str) -> None:
    with pytest.raises(ConditionError, match=says):
        parse(source)


def test_a_refusal_inside_a_condition_is_a_refusal_of_it() -> None:
    with pytest.raises(ConditionError, match="at least one"):
        parse({"all": ["a", {"not": {"any": []}}]})


def test_walking_sees_every_node_but_not_inside_a_quantifier() -> None:
    each = {"any_of": "children", "holds": {"not": "child.x"}}
    condition = parse({"all": ["a", {"any": [AGE, {"not": "b"}]}, each]})
    seen = [type(node).__name__ for node in walk(condition)]
    assert seen == ["All", "Ref", "AnyOf", "Test", "Not", "Ref", "Each"]
    assert [one.inner for one in inner_conditions(condition)] == [Not(Ref("child.x"))]


def test_no_text_is_ever_evaluated() -> None:
    assert parse("__import__('os').getcwd()") == Ref("__import__('os').getcwd()")
