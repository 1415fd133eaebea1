"""What is asked, in which order, and what is said of the answers."""

from __future__ import annotations

from typing import Any

import pytest
from dhr_checker.checker.decision import decide
from dhr_checker.schemas.decision import Decision

SOUND: dict[str, Any] = {
    "reference": "OPEN-1",
    "dates": {"death": "2024-03-07"},
    "deceased": {"age_at_death": 34, "manner": "violence"},
    "alleged_perpetrators": [{"links": [{"kind": "spouse"}]}],
}


def decided(**parts: Any) -> Decision:
    return decide({**SOUND, **parts}, engine="plain")


def asked(**parts: Any) -> list[str]:
    made = decided(**parts)
    return [one.fact for one in made.questions] + [one.rule for one in made.judgements]


def linked(*links: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"alleged_perpetrators": [{"links": list(links), **more}]}


def test_an_empty_record_asks_for_four_things() -> None:
    made = decide({"reference": "OPEN-2"}, engine="plain")
    assert {one.fact for one in made.questions} == {
        "deceased.age_at_death",
        "death.date",
        "perpetrators.identified",
    }
    assert not made.judgements


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        # A date first, and the judgement on reach only if the date leaves it open.
        ({"dates": {}}, ["death.date"]),
        ({"dates": {"death": "2010"}}, ["S9-1-REACH"]),
        ({"dates": {"death": "2011"}}, ["death.date"]),
        # Who it was, before how often they stayed.
        ({"alleged_perpetrators": [{}]}, ["person.links"]),
        (linked({"kind": "other-non-relative"}), ["person.lived_apart"]),
        (linked({"kind": "household"}), ["person.household_bases", "person.shares_living"]),
        (linked({"kind": "household", "basis": "lodger"}), ["person.shares_living"]),
        (
            linked({"kind": "household", "basis": "lodger", "shares_living": False}),
            ["S9-1B-HOUSEHOLD"],
        ),
        (linked({"kind": "stalker"}), ["person.ever_in_relationship"]),
        (linked({"kind": "dating"}), ["S9-1A-INTIMATE"]),
        # How the person died, before anything that hangs on it.
        ({"deceased": {"age_at_death": 34}}, ["deceased.manner"]),
        # A suicide: the facts, and beside them the judgement that they seldom settle.
        (
            {"deceased": {"age_at_death": 34, "manner": "suicide"}},
            ["person.abuse_evidence", "person.link_to_death", "HO16-SUICIDE"],
        ),
    ],
)
def test_what_is_asked(parts: dict[str, Any], expected: list[str]) -> None:
    assert asked(**parts) == expected


def test_what_cannot_be_known_is_shown_and_leaves_the_judgement() -> None:
    made = decided(dates={}, not_known=["death.date"])
    assert [(one.fact, one.asked) for one in made.questions] == [("death.date", True)]
    assert [one.rule for one in made.judgements] == ["S9-1-REACH"]


def test_a_question_says_which_answers_settle_it() -> None:
    made = decided(deceased={"manner": "violence"}, **linked({"kind": "partner"}))
    (question,) = made.questions
    assert question.settles == ("15 or less: not met", "16 or more: met")


@pytest.mark.parametrize(
    ("link", "asked_for"),
    [
        ({"kind": "ex-spouse"}, []),
        ({"kind": "relative", "relation": "child"}, []),
        ({"kind": "relative", "relation": "parent"}, ["deceased.age_at_death"]),
        ({"kind": "relative", "relation": "sibling"}, ["deceased.age_at_death"]),
        ({"kind": "partner", "cohabiting": True}, ["deceased.age_at_death"]),
    ],
)
def test_an_age_is_not_asked_for_where_the_connection_gives_it(
    link: dict[str, Any], asked_for: list[str]
) -> None:
    made = decided(deceased={"manner": "violence"}, **linked(link))
    assert [one.fact for one in made.questions] == asked_for
    warned = "S9-1-AGE-UNCONFIRMED" in {one.rule for one in made.remarks}
    assert warned is not bool(asked_for)


def test_an_adult_whose_age_is_not_known_is_16_or_over() -> None:
    links = linked({"kind": "partner"})
    made = decided(deceased={"manner": "violence", "adult": True}, **links)
    assert (str(made.outcome), made.questions) == ("met", ())
    assert "18 or over" in made.elements[0].reasons[0].text
    child = decided(deceased={"manner": "violence", "adult": False}, **links)
    assert [one.fact for one in child.questions] == ["deceased.age_at_death"]


def test_two_people_are_asked_about_by_their_references() -> None:
    made = decided(alleged_perpetrators=[{}, {}])
    assert [(one.fact, one.about) for one in made.questions] == [
        ("person.links", "P1"),
        ("person.links", "P2"),
    ]


def test_one_who_certainly_qualifies_ends_the_questions_about_the_rest() -> None:
    made = decided(alleged_perpetrators=[{}, {"links": [{"kind": "spouse"}]}])
    assert str(made.outcome) == "met"
    assert not made.questions


def test_a_recorded_judgement_settles_and_is_told() -> None:
    judgement = {"on": "person.intimate", "answer": "yes", "by": "CSP chair", "date": "2024-04-02"}
    links = linked({"kind": "dating", "occasions": 5})
    made = decided(**links, judgements=[judgement])
    assert str(made.outcome) == "met"
    element = next(one for one in made.elements if one.rule == "S9-1A-INTIMATE")
    assert element.judgement is not None
    assert (element.judgement.by, element.judgement.date) == ("CSP chair", "2 April 2024")
    turned = [one for one in made.what_if if one.fact == "person.intimate"]
    assert [str(one.outcome) for one in turned] == ["not met"]
    refused = decided(**links, judgements=[{**judgement, "answer": "no"}])
    assert str(refused.outcome) == "not met"


def test_factors_are_sorted_by_what_the_record_shows() -> None:
    made = decided(**linked({"kind": "dating", "occasions": 2}))
    (point,) = made.judgements
    assert point.factors_against[0].shown
    assert point.factors_against[0].text == "they met once or twice"
    assert "they met on several occasions" not in {one.text for one in point.factors_for}
    assert not any(one.shown for one in point.factors_for)


def test_what_if_tells_ranges_and_not_values_one_by_one() -> None:
    made = decided()
    ages = [one.change for one in made.what_if if one.fact == "deceased.age_at_death"]
    assert ages == ["age of the deceased at death: 15 or less"]


def test_what_if_never_offers_what_is_already_recorded() -> None:
    made = decided(**linked({"kind": "spouse"}, {"kind": "co-parent"}))
    for change in made.what_if:
        if change.fact == "person.links":
            assert "spouse" not in change.change
            assert "parent of the same child" not in change.change


def test_the_summary_says_whether_the_list_is_enough() -> None:
    no_age = decided(deceased={"manner": "violence"}, **linked({"kind": "partner"}))
    assert "would settle it" in no_age.summary
    assert "come first" in decided(alleged_perpetrators=[{}]).summary


def test_an_open_element_says_what_it_waits_for() -> None:
    made = decided(alleged_perpetrators=[{}])
    related = next(one for one in made.elements if one.rule == "S9-1A-RELATED")
    assert related.waiting_on == ("connection with the deceased (P1)",)


def test_duties_that_hang_on_the_definition_say_just_that() -> None:
    made = decided(alleged_perpetrators=[{}])
    report = next(one for one in made.duties if one.rule == "HO16-REPORT")
    assert report.waiting_on == "whether the criteria are met"
