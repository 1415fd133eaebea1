"""What is said of each fault, and where: plain words, and the right key or word nearest by."""

from __future__ import annotations

from typing import Any

import pytest
from dhr_checker.checker.errors import RecordError
from dhr_checker.checker.plain_errors import MOST_TOLD
from dhr_checker.checker.records import load_case


def faults(source: Any) -> list[tuple[str, str]]:
    with pytest.raises(RecordError) as caught:
        load_case(source)
    return caught.value.problems


def fault(**said: Any) -> tuple[str, str]:
    found = faults({"reference": "T/1", **said})
    assert len(found) == 1
    return found[0]


def link(**said: Any) -> dict[str, Any]:
    return {"alleged_perpetrators": [{"links": [{"kind": "friend"}, said]}]}


SECOND = "alleged_perpetrators[0].links[1]"
WORD = "this is not one of the words that may stand here"


@pytest.mark.parametrize(
    ("said", "where", "what"),
    [
        ({"childern": []}, "", "did you mean `children`?"),
        ({"Deceased": {}}, "", "did you mean `deceased`?"),
        ({"alleged perpetrators": []}, "", "did you mean `alleged_perpetrators`?"),
        ({"other-reviews": []}, "", "did you mean `other_reviews`?"),
        ({"age_at_death": 40}, "", "it belongs in `deceased`"),
        ({"deceased": {"deth_place": {}}}, "deceased", "did you mean `death_place`?"),
        ({"deceased": {"age": 40}}, "deceased", "did you mean `age_at_death`?"),
        ({"deceased": {"died_on": 2024}}, "deceased", "it belongs in `alleged_perpetrators`"),
        ({"review": {"dates": {}}}, "review", "it belongs at the top of the record"),
        ({"dates": {"zzz": 1}}, "dates", "allowed here: death, fatal_act, found"),
        (
            {"deceased": {"residences": [{}, {"fromm": 2020}]}},
            "deceased.residences[1]",
            "did you mean `from`?",
        ),
        (link(kind="relative", relaton="child"), SECOND, "did you mean `relation`?"),
        (link(kind="friend", since=2020), SECOND, "unknown key"),
    ],
)
def test_an_unknown_key_is_answered_with_the_right_one(said: dict[str, Any], where: str, what: str):
    found = fault(**said)
    assert found[0] == where
    assert found[1].startswith("unknown key (number ")
    assert what in found[1]


@pytest.mark.parametrize(
    ("said", "where", "near"),
    [
        (link(kind="spuose"), f"{SECOND}.kind", "spouse"),
        (link(kind="husband"), f"{SECOND}.kind", "spouse"),
        (link(kind="ex_partner"), f"{SECOND}.kind", "ex-partner"),
        (link(kind="daughter"), f"{SECOND}.kind", "relative"),
        (link(kind="relative", relation="son"), f"{SECOND}.relation", "child"),
        (link(kind="relative", relation="Mother in law"), f"{SECOND}.relation", "parent-in-law"),
        (link(kind="household", basis="flat mate"), f"{SECOND}.basis", "flatmate"),
        ({"deceased": {"sex": "woman"}}, "deceased.sex", "female"),
        ({"deceased": {"manner": "suiside"}}, "deceased.manner", "suicide"),
        ({"perpetrators_known": "al"}, "perpetrators_known", "all"),
        (
            {"deceased": {"protected_characteristics": ["sex", "ages"]}},
            "deceased.protected_characteristics[1]",
            "age",
        ),
        ({"review": {"edition_claimed": 2012}}, "review.edition_claimed", "2016"),
    ],
)
def test_a_wrong_word_is_answered_with_the_right_one(said: dict[str, Any], where: str, near: str):
    found = fault(**said)
    assert found[0] == where
    assert found[1].startswith(f"{WORD}; did you mean `{near}`? Allowed here: ")


def test_a_word_like_no_other_is_answered_with_all_that_are_allowed():
    assert fault(perpetrators_known="zzz") == (
        "perpetrators_known",
        f"{WORD}; allowed here: all, some, none",
    )


@pytest.mark.parametrize(
    ("said", "where", "what"),
    [
        ({"reference": None}, "reference", "this is required and is missing"),
        ({"reference": 2024}, "reference", "this must be text: put it in quotation marks"),
        ({"reference": "a\nb"}, "reference", "a reference is up to 40"),
        ({"dates": {"death": "2024-02-30"}}, "dates.death", "that month has no such day"),
        (
            {"dates": {"death": "7 March"}},
            "dates.death",
            "write a date with the year first, as 2024-03-07",
        ),
        ({"dates": {"death": "0024"}}, "dates.death", "the year must be from 1800 to 2199"),
        ({"dates": ["2024"]}, "dates", "this must be a mapping"),
        ({"dates": "2024"}, "dates", "this must be a mapping"),
        ({"deceased": {"age_at_death": 121}}, "deceased.age_at_death", "this must be 120 or less"),
        ({"deceased": {"age_at_death": -1}}, "deceased.age_at_death", "this must be 0 or more"),
        ({"deceased": {"age_at_death": "16"}}, "deceased.age_at_death", "this must be a whole"),
        ({"deceased": {"age_at_death": 16.5}}, "deceased.age_at_death", "this must be a whole"),
        ({"deceased": {"age_at_death": 16.0}}, "deceased.age_at_death", "this must be a whole"),
        ({"deceased": {"names": "one"}}, "deceased.names", "this must be a list"),
        ({"deceased": {"names": {"a": 1}}}, "deceased.names", "this must be a list"),
        ({"deceased": {"names": ["a", ""]}}, "deceased.names[1]", "this is empty"),
        ({"deceased": {"names": ["a", "  "]}}, "deceased.names[1]", "this is empty"),
        ({"deceased": {"names": ["a\tb"]}}, "deceased.names[0]", "this must be one line of text"),
        ({"deceased": {"names": ["x" * 301]}}, "deceased.names[0]", "at most 300 characters"),
        ({"deceased": {"names": [b"x"]}}, "deceased.names[0]", "this must be text"),
        ({"deceased": {"names": ["x"] * 501}}, "deceased.names", "at most 500 entries"),
        (
            {"deceased": {"cause_found": "x" * 20_001}},
            "deceased.cause_found",
            "at most 20,000 characters",
        ),
        ({"deceased": {"pregnant": "perhaps"}}, "deceased.pregnant", "say yes or no"),
        ({"alleged_perpetrators": ["x"]}, "alleged_perpetrators[0]", "this must be a mapping"),
        (
            {"alleged_perpetrators": [{"ref": "jane"}]},
            "alleged_perpetrators[0].ref",
            "a label is a capital letter",
        ),
        (link(since=2001), f"{SECOND}.kind", "this is required; allowed here: spouse"),
        (link(kind="household", nights_per_week=8), f"{SECOND}.nights_per_week", "7 or less"),
        (
            link(kind="household", nights_per_week=float("nan")),
            f"{SECOND}.nights_per_week",
            "this must be a number",
        ),
        ({"judgements": [{"answer": "yes"}]}, "judgements[0].on", "this is required"),
        ({"judgements": [{"on": "a.b", "answer": "open"}]}, "judgements[0].answer", "say yes or"),
        ({"not_known": ["Not An Id"]}, "not_known[0]", "this must be an id"),
        ({"review": {"guidance_cited": [3.10]}}, "review.guidance_cited[0]", "quotation marks"),
        ({7: "x"}, "", "a key must be text"),
    ],
)
def test_a_wrong_value_is_told_in_plain_words(said: dict[Any, Any], where: str, what: str):
    found = faults({"reference": "T/1", **said})
    assert [found[0][0]] == [where]
    assert what in found[0][1]


def test_all_faults_are_told_at_once_in_the_order_of_the_file():
    source = b"""\
zzz: 1
reference: T/1
deceased:
  sex: zzz
dates:
  death: zzz
  zzz: 1
alleged_perpetrators:
  - links:
      - kind: spouse
      - kind: zzz
"""
    assert [where for where, _ in faults(source)] == [
        "line 1",
        "deceased.sex (line 4)",
        "dates.death (line 6)",
        "dates (line 7)",
        "alleged_perpetrators[0].links[1].kind (line 11)",
    ]


def test_json_has_lines_too():
    source = b'{"reference": "T/1",\n "deceased": {\n  "born": 1}}'
    assert [where for where, _ in faults(source)] == ["deceased.born (line 3)"]


def test_the_message_holds_every_fault_and_the_file():
    with pytest.raises(RecordError) as caught:
        load_case(b"reference: T/1\ndates: {death: x, found: y}\n")
    text = str(caught.value)
    assert text.startswith("case record: dates.death (line 2): write a date")
    assert "; dates.found (line 2): write a date" in text


def test_a_file_with_very_many_faults_does_not_fill_the_screen():
    found = faults({"reference": "T/1", **{f"zzz{n}": n for n in range(1_000)}})
    assert len(found) == MOST_TOLD + 1
    assert found[-1] == ("", "and 900 more")
