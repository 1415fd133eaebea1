"""Every published review of the data: none may come out as *not met* without an argument."""

from __future__ import annotations

from functools import lru_cache

import pytest
from dhr_checker.schemas.decision import Decision

from .dhrd import (
    ARGUED,
    ASKED,
    LEFT_OUT,
    OUTCOMES,
    TAGS,
    Row,
    decided,
    only_left_out,
    record_of,
    report,
    rows,
    waits_for,
)

FIRST_WHOLE_YEAR = 2012
"""Section 9 began on 13 April 2011, so a death of "2011" may have come before it."""
MARRIED = ("Spouse (incl civil partner)", "Ex-spouse")
ELDERS = ("Parent", "Step-parent", "Grandparent")
"""What the victim was to somebody who killed them, and so no child of 15."""


@lru_cache(maxsize=1)
def decisions() -> dict[str, Decision]:
    return decided()


def explained(row: Row) -> set[str]:
    """What the data leave open about a row, and a CSP would have had to ask or to judge."""
    year = int(row["death"].split()[-1])
    suicide = row["victim_suicide"] == "1"
    several = row["multiple_victims"] == "1"
    reasons = {
        "deceased.age_at_death": row["victim_age"] in ("Unknown", "")
        and row["relationship"] not in (*MARRIED, *ELDERS)
        and row["parricide"] == "0",
        "deceased.manner": several and row["verdict"] in ("Unknown", "Other"),
        "person.links": row["relationship"] == "Unknown",
        "person.lived_apart": row["relationship"] == "Other (non-relative)",
        "S9-1A-INTIMATE": row["relationship"] == "Casual sexual partner",
        "death.date": row["death"] in ("2011", "April 2011"),
        "S9-1-REACH": year < FIRST_WHOLE_YEAR,
        "person.abuse_evidence": suicide and not any(row[tag] == "1" for tag in TAGS),
        "person.link_to_death": suicide and row["coercive_control"] == "0",
        "HO16-SUICIDE": suicide and row["coercive_control"] == "0",
        "HO11-SUICIDE": suicide and year <= 2016,
    }
    return {what for what, so in reasons.items() if so}


def test_the_whole_file_is_there() -> None:
    found = rows()
    assert [row["incident_id"] for row in found] == [f"INC-{n:04d}" for n in range(1, 648)]
    assert sum(row["relationship"] != "" for row in found) == 619


def test_shares(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\n{report(decisions())}")
    made = decisions().values()
    met = sum(str(one.outcome) == "met" for one in made)
    assert met / len(made) > 0.82
    assert met / sum(not only_left_out(one) for one in made) > 0.92


def test_everything_that_an_open_one_waits_for_is_argued() -> None:
    waited_for = {what for one in decisions().values() for what in waits_for(one)}
    assert waited_for == LEFT_OUT.keys() | ASKED.keys()


def test_with_the_verdict_an_acquittal_is_for_the_chair_and_nothing_else_changes() -> None:
    """The verdict comes long after the decision; edge case E93 has one that is known."""
    today = decided(verdict_known=True)
    changed = {n for n, one in today.items() if one.outcome is not decisions()[n].outcome}
    acquitted = {row["incident_id"] for row in rows() if row["verdict"] == "Not guilty"}
    convicted_of_a_suicide = {"INC-0287"}
    assert changed - convicted_of_a_suicide <= acquitted
    assert {waits_for(today[n])[-1] for n in changed & acquitted} == {"S9-1-CAUSE-DEATH"}
    assert len(changed & acquitted) > 10


def test_each_not_met_is_argued_and_no_other() -> None:
    found = {number for number, one in decisions().items() if str(one.outcome) == "not met"}
    assert found == set(ARGUED)


def test_nothing_is_open_that_the_data_settle() -> None:
    unexplained = {
        row["incident_id"]: waits_for(decisions()[row["incident_id"]])
        for row in rows()
        if not set(waits_for(decisions()[row["incident_id"]])) <= explained(row)
    }
    assert not unexplained


def test_what_was_reviewed_with_everything_known_is_met() -> None:
    complete = [row["incident_id"] for row in rows() if not explained(row)]
    assert len(complete) > 510
    others = {n for n in complete if str(decisions()[n].outcome) != "met"}
    assert others == set(ARGUED)


def test_a_coerced_suicide_is_met() -> None:
    found = [
        row
        for row in rows()
        if row["victim_suicide"] == "1"
        and row["coercive_control"] == "1"
        and not explained(row) & {"deceased.age_at_death", "person.links", "S9-1A-INTIMATE"}
    ]
    since_2016 = [row for row in found if int(row["death"].split()[-1]) >= 2017]
    assert len(since_2016) > 20
    assert {str(decisions()[row["incident_id"]].outcome) for row in since_2016} == {"met"}


@pytest.mark.parametrize("row", rows()[::16], ids=lambda row: row["incident_id"])
def test_both_engines_agree_on_a_sample(row: Row) -> None:
    both = decided(engine="auto", only=[row])[row["incident_id"]]
    alone = decisions()[row["incident_id"]]
    assert both.outcome is alone.outcome
    assert both.elements == alone.elements


def test_every_verdict_and_relationship_of_the_file_is_understood() -> None:
    assert {row["verdict"] for row in rows()} - set(OUTCOMES) == {"Unknown", "Other"}
    assert all(record_of(row)["alleged_perpetrators"] for row in rows())
