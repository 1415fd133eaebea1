"""The choosing of questions: none that cannot matter, few, and to the same end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from dhr_checker.checker.interview import Interview, next_questions
from dhr_checker.checker.interview_answers import People
from dhr_checker.checker.records import load_case
from dhr_checker.schemas.rule import Scope
from hypothesis import HealthCheck, given, settings

from .helpers import MOST_QUESTIONS, answered, interview_from, point_of, read, state, values_for
from .strategies import RECORDS

CASES = sorted((Path(__file__).parents[2] / "examples" / "cases").glob("*.yaml"))


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(RECORDS)
def test_some_answer_to_every_question_matters(data: dict[str, Any]):
    """It changes the outcome, or which other points are open: told without the interview."""
    record = load_case(data)
    outcome, open_now = state(record)
    ready = read(record)
    for ask in next_questions(record):
        others = open_now - {point_of(ask)}
        results = [
            state(made)
            for value in values_for(ask, ready)
            if (made := answered(record, ask, value)) is not None
        ]
        assert results, f"no answer to {ask.key} can be written"
        assert any(then != outcome or left - {point_of(ask)} != others for then, left in results), (
            f"no answer to {ask.key} changes anything"
        )


_ALL_JUDGED = {
    "reference": "T",
    "dates": {"death": "2015-04-01"},
    "deceased": {"age_at_death": 16, "manner": "natural"},
    "perpetrators_known": "none",
    "not_known": ["person.links@P1"],
    "alleged_perpetrators": [
        {
            "part": "inflicted-violence",
            "links": [{"kind": "household", "shares_living": True}],
            "connection_disputed": True,
            "proceedings": {"outcome": "acquitted"},
        }
    ],
}
_FACTS_TOO = {
    "reference": "T",
    "dates": {"death": "2024-03-07"},
    "perpetrators_known": "all",
    "alleged_perpetrators": [
        {"links": [{"kind": "household", "basis": "lodger"}], "part": "inflicted-violence"}
    ],
}


@pytest.mark.slow
@pytest.mark.parametrize("data", [_ALL_JUDGED, _FACTS_TOO], ids=["judgements", "facts"])
def test_every_question_decides_the_outcome_on_some_way_through(data: dict[str, Any]):
    """All else answered alike, two answers to it end in different outcomes."""
    record = load_case(data)
    asked = next_questions(record)
    assert len(asked) > 1
    for ask in asked:
        others = [one for one in asked if one is not ask]
        assert any(
            len({_end(record, ask, value, rest, pick) for value in _values(record, ask)}) > 1
            for rest in _ways(record, others)
            for pick in (0, -1)
        ), f"{ask.key} never decides anything"


def _values(record: Any, ask: Any) -> list[Any]:
    return [
        value for value in values_for(ask, read(record)) if answered(record, ask, value) is not None
    ]


def _ways(record: Any, asked: list[Any]) -> Iterator[tuple[tuple[Any, Any], ...]]:
    return product(*([(one, value) for value in _values(record, one)] for one in asked))


def _end(record: Any, ask: Any, value: Any, rest: tuple[tuple[Any, Any], ...], pick: int) -> str:
    """The outcome at the end of the interview that goes on from one answer.

    What was open before is answered as ``rest`` says, where it is still asked; what comes up on
    the way gets its first answer, or its last.
    """
    says = {one.key: said for one, said in rest}
    record = answered(record, ask, value)
    for _ in range(8):
        more = next_questions(record)
        possible = _values(record, more[0]) if more else []
        if not possible:
            break
        said = says.get(more[0].key, possible[pick])
        record = answered(record, more[0], said) or answered(record, more[0], possible[pick])
    return state(record)[0]


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(RECORDS)
def test_a_decided_case_has_no_questions_and_an_open_one_has_some_or_knows_why(
    data: dict[str, Any],
):
    record = load_case(data)
    outcome, open_now = state(record)
    asked = {point_of(one) for one in next_questions(record)}
    if outcome != "open":
        assert not asked
    else:
        not_askable = {point for point in open_now - asked if _cannot_be_known(record, point)}
        assert asked or open_now == not_askable
    assert asked <= open_now


def _cannot_be_known(record: Any, point: Any) -> bool:
    name = getattr(point, "fact", "")
    return name in record.not_known or f"{name}@{point.ref}" in record.not_known


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_the_examples_take_few_questions_and_end_where_the_full_record_does(case: Path):
    talk, asked = interview_from(case)
    assert len(asked) < MOST_QUESTIONS
    assert len({one.key for one in asked}) == len(asked), "a question was put twice"
    assert state(talk.record)[0] == state(load_case(case))[0]
    assert len(asked) < full_form(case) / 2


def full_form(case: Path) -> int:
    """Every question there is to ask about the people of a case, as a paper form would."""
    ready = read(case)
    number = {
        Scope.CASE: 1,
        Scope.PERSON: len(ready.record.alleged_perpetrators),
        Scope.CHILD: len(ready.record.children),
    }
    specs = ready.done.ruleset.base.facts.values()
    return sum(number.get(spec.scope, 0) for spec in specs if spec.ask)


def test_there_are_examples():
    assert len(CASES) >= 5


def test_facts_come_before_judgements():
    record = {
        "reference": "T",
        "dates": {"death": "2024-03-07"},
        "deceased": {"manner": "accident"},
        "alleged_perpetrators": [{"links": [{"kind": "spouse"}]}],
    }
    kinds = [one.kind == "judgement" for one in next_questions(record)]
    assert kinds == sorted(kinds)
    assert True in kinds
    assert False in kinds


def test_what_settles_it_comes_first():
    """A lodger in a self-contained flat, all else known: only the household is left to judge."""
    record = {
        "reference": "T",
        "dates": {"death": "2024-03-07"},
        "deceased": {"age_at_death": 40, "manner": "violence"},
        "alleged_perpetrators": [{"links": [{"kind": "household", "basis": "lodger"}]}],
    }
    asked = next_questions(record)
    assert asked[0].key == "person.shares_living P1"
    assert [str(one.outcome) for one in asked[0].effects] == ["met", "open"]


def test_a_question_says_why_it_is_asked_and_where_it_comes_from():
    first = next_questions({"reference": "T"})[0]
    assert first.fact == "deceased.age_at_death"
    assert first.rules == ("S9-1-AGE",)
    assert first.bears_on == ("The person who died was aged 16 or over",)
    assert first.citations[0].at == "s.9(1)"
    assert first.effects[0].answer == "15 or less"
    assert str(first.effects[0].outcome) == "not met"


def test_what_cannot_be_known_is_not_asked_again():
    talk = Interview(load_case({"reference": "T"}))
    first = talk.questions()[0]
    talk.not_known(first)
    assert first.key not in [one.key for one in talk.questions()]
    assert talk.record.not_known == ("deceased.age_at_death",)
    assert talk.standing().cannot_be_known == 1


def test_what_cannot_be_known_of_one_person_is_still_asked_of_another():
    talk = Interview(load_case({"reference": "T", "alleged_perpetrators": [{}, {}]}))
    ask = next(one for one in talk.questions() if one.key == "person.links P1")
    talk.not_known(ask)
    keys = [one.key for one in talk.questions()]
    assert "person.links P1" not in keys
    assert "person.links P2" in keys


def test_going_back_takes_one_answer_back():
    talk = Interview(load_case({"reference": "T"}))
    before = talk.record
    assert talk.back() is False
    talk.answer(talk.questions()[0], 34)
    talk.pass_over(talk.questions()[0])
    assert talk.back() is True
    assert talk.passed_over == frozenset()
    assert talk.record.deceased.age_at_death == 34
    assert talk.back() is True
    assert talk.record == before


def test_an_answer_that_contradicts_the_record_leaves_it_as_it_was():
    record = {"reference": "T", "dates": {"death": "2024-03-07"}, "deceased": {"born": "1990"}}
    talk = Interview(load_case({**record, "dates": {}}))
    ask = next(one for one in talk.questions() if one.fact == "death.date")
    before = talk.record
    assert answered(before, ask, "1985-01-01") is None
    assert talk.record is before


def test_people_become_parts_of_the_record():
    talk = Interview(load_case({"reference": "T"}))
    ask = next(one for one in talk.questions() if one.kind == "people")
    talk.answer(ask, People("some", 2))
    assert [one.ref for one in talk.record.alleged_perpetrators] == ["P1", "P2"]
    assert talk.record.perpetrators_known is not None
    assert talk.record.perpetrators_known.value == "some"


def test_the_lead_can_be_asked_for_as_well():
    record = {
        "reference": "T",
        "dates": {"death": "2024-03-07"},
        "deceased": {"age_at_death": 15},
    }
    assert next_questions(record) == []
    talk = Interview(load_case(record))
    asked = next_questions(talk.record, goals=("outcome", "lead"))
    assert [one.fact for one in asked] == ["residence.kind"]


def test_the_lead_ends_with_a_name():
    from dhr_checker.checker.decision import decide
    from dhr_checker.checker.interview import Setting

    record = load_case({"reference": "T", "deceased": {"age_at_death": 15}})
    talk = Interview(record, Setting(goals=("outcome", "lead")))
    talk.answer(talk.questions()[0], "one-settled")
    last = talk.questions()[0]
    assert last.fact == "residence.csp"
    assert last.rules == ("HO16-LEAD-HOME",)
    talk.answer(last, "Ashcombe Community Safety Partnership")
    assert talk.questions() == []
    assert decide(talk.record, engine="plain").lead.csp == "Ashcombe Community Safety Partnership"
