"""Contradictions: each is found, and what only might be one is left alone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from dhr_checker.checker.consistency import check_consistency
from dhr_checker.checker.errors import RecordError
from dhr_checker.checker.records import load_case
from dhr_checker.schemas.case import CaseRecord, Dates

TODAY = date(2026, 11, 21)


def faults(data: dict[str, Any], as_of: date | None = None) -> list[str]:
    record = CaseRecord.model_validate({"reference": "T/1", **data})
    return [where for where, _ in check_consistency(record, as_of)]


def dates(**said: Any) -> dict[str, Any]:
    return {"dates": said}


def died(person: dict[str, Any], **said: Any) -> dict[str, Any]:
    return {"dates": {"death": "2024-03", **said}, "deceased": person}


def suspect(person: dict[str, Any], **said: Any) -> dict[str, Any]:
    return {"dates": {"death": "2024-03", **said}, "alleged_perpetrators": [person]}


FIRST = "alleged_perpetrators[0]"


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (dates(death="2024-02", fatal_act="2024-03-01"), "dates.death"),
        (dates(death="2024-03-02", found="2024-03-01"), "dates.found"),
        (dates(death="2024-03-02", csp_aware="2024-02"), "dates.csp_aware"),
        (dates(death="2024-03-02", notified="2023"), "dates.notified"),
        (dates(death="2024-03-02", decision="2024-03-01"), "dates.decision"),
        (dates(death="2024-03-02", home_office_told="2024-02"), "dates.home_office_told"),
        (dates(death="2024-03-02", family_told="2024-02"), "dates.family_told"),
        (dates(death="2024-03-02", agencies_told="2024-02"), "dates.agencies_told"),
        (dates(death="2024-03-02", referrer_told="2024-02"), "dates.referrer_told"),
        (dates(death="2024-03-02", coroner_told="2024-02"), "dates.coroner_told"),
        (died({"born": "2024-04"}), "deceased.born"),
        (died({"born": "2024-02"}, fatal_act="2024-01"), "deceased.born"),
        (died({"born": "2000-06", "age_at_death": 24}), "deceased.age_at_death"),
        (died({"born": "2000-06", "age_at_death": 22}), "deceased.age_at_death"),
        (died({"born": "2000", "age_at_death": 22}), "deceased.age_at_death"),
        (
            died({"born": "2000-06", "age_at_fatal_act": 23}, fatal_act="2023-05"),
            "deceased.age_at_fatal_act",
        ),
        (died({"age_at_death": 40, "age_at_fatal_act": 41}), "deceased.age_at_fatal_act"),
        (died({"age_at_death": 17, "adult": True}), "deceased.adult"),
        (died({"age_at_death": 18, "adult": False}), "deceased.adult"),
        (died({"born": "2006-06", "adult": True}), "deceased.adult"),
        (died({"born": "2006-02", "adult": False}), "deceased.adult"),
        (suspect({"born": "2024-03"}, fatal_act="2024-02"), f"{FIRST}.born"),
        (
            suspect({"born": "2000-06", "age_at_fatal_act": 24}, fatal_act="2024-02"),
            f"{FIRST}.age_at_fatal_act",
        ),
        (suspect({"age_at_abuse": 18, "age_at_abuse_latest": 17}), f"{FIRST}.age_at_abuse"),
        (suspect({"died": "no", "died_on": "2024"}), f"{FIRST}.died_on"),
        (
            suspect({"proceedings": {"charged_on": "2024-05", "concluded_on": "2024-04"}}),
            f"{FIRST}.proceedings.concluded_on",
        ),
        (
            suspect({"proceedings": {"charged": "no", "charged_on": "2024-05"}}),
            f"{FIRST}.proceedings.charged_on",
        ),
        (
            {"criminal_proceedings": {"charged_on": "2024-05", "concluded_on": "2024-04"}},
            "criminal_proceedings.concluded_on",
        ),
        (suspect({"links": [{"kind": "ex-spouse", "until": "2025"}]}), f"{FIRST}.links[0].until"),
        (
            suspect({"links": [{"kind": "ex-civil-partner", "until": "2025"}]}),
            f"{FIRST}.links[0].until",
        ),
        (suspect({"links": [{"kind": "ex-partner", "until": "2025"}]}), f"{FIRST}.links[0].until"),
        (suspect({"links": [{"kind": "spouse", "since": "2025"}]}), f"{FIRST}.links[0].since"),
        (
            suspect({"links": [{"kind": "household", "since": "2020", "until": "2019"}]}),
            f"{FIRST}.links[0].until",
        ),
        (
            suspect({"abuse": [{"from": "2020-02", "to": "2020-01"}]}),
            f"{FIRST}.abuse[0].to",
        ),
        (
            {"alleged_perpetrators": [{"ref": "P1"}, {"ref": "P2"}, {"ref": "P1"}]},
            "alleged_perpetrators[2].ref",
        ),
        ({"alleged_perpetrators": [{"ref": "A"}], "children": [{"ref": "A"}]}, "children[0].ref"),
        (
            {"judgements": [{"on": "a.b", "answer": "yes", "about": "P2"}],
             "alleged_perpetrators": [{}]},
            "judgements[0].about",
        ),
        ({"review": {"started": "2024-05", "completed": "2024-04"}}, "review.completed"),
        (
            {"other_reviews": [{}, {"started": "2024-05", "completed": "2024-04"}]},
            "other_reviews[1].completed",
        ),
        (
            {"deceased": {"residences": [{"from": "2020-02-02", "to": "2020-02-01"}]}},
            "deceased.residences[0].to",
        ),
        (
            {"review": {"chair": {"employment": [{"from": "2020", "to": "2019"}]}}},
            "review.chair.employment[0].to",
        ),
    ],
)  # fmt: skip
def test_a_contradiction_is_found_and_nothing_else(data: dict[str, Any], where: str):
    assert faults(data) == [where]
    with pytest.raises(RecordError) as caught:
        load_case({"reference": "T/1", **data})
    assert [at for at, _ in caught.value.problems] == [where]


@pytest.mark.parametrize(
    "data",
    [
        dates(death="2024", fatal_act="2024-03-01"),
        dates(death="2024-03-01", fatal_act="2024-03-01", found="2024-03-01", decision="2024-03"),
        dates(decision="2024", csp_aware="2023"),
        # adult safeguarding boards and children's partners may have known the family before
        dates(death="2024-03", sab_told="2023", children_partners_told="2023"),
        died({"born": "2000-06", "age_at_death": 23}),
        died({"born": "2000", "age_at_death": 23}),
        died({"born": "2000", "age_at_death": 24}),
        died({"born": "2000-03", "age_at_death": 23}),
        died({"age_at_death": 40, "age_at_fatal_act": 40}),
        died({"age_at_death": 18, "adult": True}),
        died({"born": "2006-02", "adult": True}),
        died({"born": "2006", "adult": False}),
        died({"born": "2024-03", "age_at_death": 0}),
        suspect({"links": [{"kind": "ex-spouse", "until": "2024-03-31"}]}),
        suspect({"links": [{"kind": "ex-spouse", "until": "2024"}]}),
        suspect({"links": [{"kind": "household", "until": "2025"}]}),
        suspect({"died": "yes", "died_on": "2020"}),
        suspect({"age_at_abuse": 17, "age_at_abuse_latest": 17}),
        {"judgements": [{"on": "a.b", "answer": "yes", "about": about}
                        for about in ("P1", "C1", "chair", "author")],
         "alleged_perpetrators": [{}], "children": [{}]},
        {"judgements": [{"on": "a.b", "answer": "yes"}]},
        {"review": {"started": "2024", "completed": "2024-04"}},
        {"deceased": {"residences": [{"from": "2020", "to": "2020"}, {"to": "1999"}]}},
    ],
)  # fmt: skip
def test_what_may_be_true_is_left_alone(data: dict[str, Any]):
    assert faults(data) == []


def test_a_birth_after_the_death_is_not_told_twice_as_a_wrong_age():
    assert faults(died({"born": "2030", "age_at_death": 40})) == ["deceased.born"]


def test_everything_is_told_at_once():
    data = died({"born": "2025", "age_at_death": 3, "age_at_fatal_act": 5}, decision="2020")
    assert faults(data) == ["dates.decision", "deceased.born", "deceased.age_at_fatal_act"]


@pytest.mark.parametrize("name", Dates.model_fields)
def test_every_date_of_the_case_is_held_against_today(name: str):
    assert faults(dates(**{name: "2027"}), TODAY) == [f"dates.{name}"]
    assert faults(dates(**{name: "2026-11-22"}), TODAY) == [f"dates.{name}"]
    assert faults(dates(**{name: "2026-11-21"}), TODAY) == []
    assert faults(dates(**{name: "2026"}), TODAY) == []
    assert faults(dates(**{name: "2027"})) == []


@pytest.mark.parametrize(
    ("data", "where"),
    [
        ({"review": {"published": "2027"}}, "review.published"),
        ({"review": {"extension_agreed": "2027"}}, "review.extension_agreed"),
        ({"deceased": {"born": "2027"}}, "deceased.born"),
        ({"inquest": {"concluded_on": "2027"}}, "inquest.concluded_on"),
        (
            {"judgements": [{"on": "a.b", "answer": "no", "date": "2027"}]},
            "judgements[0].date",
        ),
        ({"decisions": [{"what": "hold-review", "date": "2027"}]}, "decisions[0].date"),
        (
            {"alleged_perpetrators": [{"proceedings": {"charged_on": "2027"}}]},
            f"{FIRST}.proceedings.charged_on",
        ),
    ],
)
def test_other_events_cannot_lie_ahead_either(data: dict[str, Any], where: str):
    assert faults(data, TODAY) == [where]


def test_plans_may_lie_ahead():
    data: dict[str, Any] = {
        "review": {
            "extension_until": "2027",
            "chair": {"employment": [{"from": "2020", "to": "2028"}]},
        },
        "criminal_proceedings": {"trial_expected": "2027-05"},
    }
    assert faults(data, TODAY) == []


def test_the_future_is_told_when_a_record_is_loaded():
    with pytest.raises(RecordError, match=r"dates\.death \(line 2\): this is in the future"):
        load_case(b"reference: T/1\ndates: {death: 2030}\n", as_of=TODAY)
