"""Which rules a record calls for, and what the explanation says."""

import pytest
from dhr_checker.checker.decision import decide
from dhr_checker.checker.errors import PackError
from dhr_checker.checker.records import load_case
from dhr_checker.checker.selection import select

RECORD = {
    "reference": "T-1",
    "deceased": {"age_at_death": 40, "manner": "violence"},
    "alleged_perpetrators": [{"links": [{"kind": "spouse"}]}],
}


def chosen(base, **parts):
    made = select(base, load_case({**RECORD, **parts}))
    return {one.key: one for one in made.chosen}


@pytest.mark.parametrize(
    ("dates", "edition"),
    [
        ({"csp_aware": "2011-04-12"}, "home-office-2011"),
        ({"csp_aware": "2011-04-13"}, "home-office-2011"),
        ({"csp_aware": "2013-07-31"}, "home-office-2011"),
        ({"csp_aware": "2013-08-01"}, "home-office-2013"),
        ({"csp_aware": "2016-12-06"}, "home-office-2013"),
        ({"csp_aware": "2016-12-07"}, "home-office-2016"),
        ({"csp_aware": "2026-11-21"}, "home-office-2016"),
        ({"death": "2010-01-01", "csp_aware": "2015-06-01"}, "home-office-2013"),
        ({"death": "2012-03"}, "home-office-2011"),
        ({}, "home-office-2016"),
    ],
)
def test_the_edition_goes_by_the_day_the_matter_reached_the_csp(base, dates, edition):
    assert chosen(base, dates=dates)["edition"].value == edition


def test_a_date_known_only_in_part_says_what_else_it_may_be(base):
    one = chosen(base, dates={"csp_aware": "2016"})["edition"]
    assert one.value == "home-office-2016"
    assert "does not show" in one.because
    assert "The August 2013 guidance" in one.because


def test_another_date_that_would_choose_another_edition_is_said(base):
    dates = {"death": "2016-11-20", "csp_aware": "2016-12-10", "decision": "2016-12-20"}
    one = chosen(base, dates=dates)["edition"]
    assert one.value == "home-office-2016"
    assert "By the date of death it would be: The August 2013 guidance." in one.because
    assert "decision it would be" not in one.because
    same = chosen(base, dates={"death": "2017-11-20", "csp_aware": "2017-12-10"})["edition"]
    assert "it would be" not in same.because


def test_section_8a_is_never_chosen_unless_its_commencement_is_stated(base):
    assert chosen(base, dates={"csp_aware": "2026-11-21"})["test"].value == "dvcva-2004-s9"
    after = {"dates": {"csp_aware": "2026-03-02"}, "selection": {"s8a_commenced": "2026-03-01"}}
    before = {"dates": {"csp_aware": "2026-02-28"}, "selection": {"s8a_commenced": "2026-03-01"}}
    assert chosen(base, **after)["test"].value == "dvcva-2004-s8a"
    assert chosen(base, **before)["test"].value == "dvcva-2004-s9"


def test_a_stated_commencement_may_lie_ahead():
    from datetime import date

    load_case({**RECORD, "selection": {"s8a_commenced": "2027-04-01"}}, as_of=date(2026, 11, 21))


def test_what_a_document_calls_itself_selects_nothing(base):
    found = chosen(base, reference="DARDR-7", dates={"csp_aware": "2026-11-21"})
    assert found["test"].value == "dvcva-2004-s9"


def home(area):
    return {"residences": [{"area": area, "settled": "settled"}], "age_at_death": 40}


@pytest.mark.parametrize(
    ("area", "aware", "overlay"),
    [
        ("Gloucestershire", "2020-01-01", "gloucestershire-2019"),
        ("Stroud District Council", "2020-01-01", "gloucestershire-2019"),
        ("Cheltenham Borough", "2018-01-01", None),
        ("South Gloucestershire", "2020-01-01", None),
        ("Cornwall", "2024-01-01", "cornwall-2023"),
        ("Safer Cornwall", "2024-01-01", "cornwall-2023"),
        ("Stockton-on-Tees Borough Council", "2012-01-01", "stockton-2011"),
        ("Stockton-on-Tees", "2024-01-01", None),
        ("Ashcombe", "2024-01-01", None),
    ],
)
def test_the_local_overlay_goes_by_area_and_date(base, area, aware, overlay):
    found = chosen(base, dates={"csp_aware": aware}, deceased=home(area))["overlay"]
    assert found.value == overlay


def test_the_place_of_death_chooses_no_overlay(base):
    died = {"age_at_death": 40, "death_place": {"area": "Cornwall"}}
    found = chosen(base, dates={"csp_aware": "2024-01-01"}, deceased=died)["overlay"]
    assert found.value is None
    assert "leaves open" not in found.because


def test_wales_from_october_2024_has_one_review():
    home_ = {"residences": [{"area": "Torfaen", "nation": "wales", "settled": "settled"}]}
    record = {
        **RECORD,
        "dates": {"death": "2024-09-20", "csp_aware": "2024-10-01"},
        "deceased": {**RECORD["deceased"], **home_},
    }
    found = {one.rule: str(one.answer) for one in decide(record, engine="plain").reviews}
    assert found["WALES-SUSR"] == "yes"
    earlier = {**record, "dates": {"death": "2024-09-20", "csp_aware": "2024-09-30"}}
    found = {one.rule: str(one.answer) for one in decide(earlier, engine="plain").reviews}
    assert found["WALES-SUSR"] == "no"
    assert "SAR-MANDATORY" not in found


BROKEN = """
choices:
  - id: X-CHOICE
    key: {key}
    choose: {choose}
    title: A choice
    cites: [{{source: project, at: a test, checked: inference}}]
    when: always
    say: Something.
"""


@pytest.mark.parametrize(
    ("key", "choose"),
    [("edition", "home-office-2031"), ("overlay", "home-office-2016"), ("test", "children")],
)
def test_a_choice_of_a_pack_that_is_not_there_is_an_error(rules_with, key, choose):
    with pytest.raises(PackError, match="X-CHOICE: chooses"):
        rules_with({"selection.yaml": BROKEN.format(key=key, choose=choose)})


def test_every_example_of_a_choice_holds(base):
    from dhr_checker.checker.rule_examples import run_examples

    results = [r for choice in base.choices for r in run_examples(base, choice)]
    assert len(results) > 40
    assert not [r for r in results if not r.passed]


@pytest.mark.parametrize(
    ("aware", "paragraphs", "warned"),
    [
        ("2012-01-01", ["3.8", "13"], "HO11-STALE-PARAGRAPH"),
        ("2020-01-01", ["3.8", "13"], "HO16-STALE-PARAGRAPH"),
        ("2012-01-01", ["3.8"], None),
        ("2020-01-01", ["13"], None),
    ],
)
def test_a_record_that_mixes_editions_is_warned_of(aware, paragraphs, warned):
    record = {
        **RECORD,
        "dates": {"csp_aware": aware},
        "review": {"guidance_cited": paragraphs},
    }
    made = {r.rule for r in decide(record, engine="plain").remarks if "STALE" in r.rule}
    assert made == ({warned} if warned else set())


@pytest.mark.parametrize(
    ("aware", "bodies"),
    [
        ("2012-01-01", "S9-4-BODIES-2011"),
        ("2015-01-01", "S9-4-BODIES-2013"),
        ("2024-01-01", "S9-4-BODIES-2022"),
    ],
)
def test_the_bodies_are_those_of_the_day(aware, bodies):
    record = {**RECORD, "dates": {"death": "2012-01-01", "csp_aware": aware}}
    remarks = decide(record, engine="plain").remarks
    assert [r.rule for r in remarks if "BODIES" in r.rule] == [bodies]
