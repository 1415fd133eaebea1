"""The published reviews of tests/data/dhrd.csv as case records, decided and counted.

Every row is a death that was reviewed, so a decision of *not met* needs an argument, and an
*open* one has to wait for something that the data do not hold.  Run this file with Python to
see the shares::

    python tests/decisions/dhrd.py
"""

from __future__ import annotations

import calendar
import csv
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from dhr_checker.checker.decision import decide
from dhr_checker.schemas.decision import Decision, Outcome
from dhr_checker.schemas.home_office_categories import LINK_WHEN_VICTIM_WAS

DATA = Path(__file__).parent.parent / "data" / "dhrd.csv"
Row = Mapping[str, str]

MONTHS = [name for name in calendar.month_name if name]

OUTCOMES = {
    "Murder": "convicted-murder",
    "Manslaughter": "convicted-manslaughter",
    "Manslaughter w/ diminished responsibility": "convicted-manslaughter",
    "Not guilty": "acquitted",
    "Unfit to plead": "unfit-or-insane",
}
"""Verdicts that say how proceedings ended; ``Other`` and ``Unknown`` say nothing."""

TAGS = {
    "coercive_control": "controlling-or-coercive",
    "physical": "physical",
    "emotional": "psychological",
}

ONE_OF_SEVERAL: dict[str, dict[str, Any]] = {
    "parricide": {"kind": "relative", "relation": "child"},
    "ipv": {"kind": "partner"},
    "familial": {"kind": "relative", "relation": "other"},
}
"""What the tags of an incident with several victims say of one of them.

A record is about one death, so a row with several victims becomes the record of the parent
among them (``parricide``), or of the partner, or of another relative.
"""

_RIVAL = "tagged as an emotional rival: neither partner, nor relative, nor of the household"
ARGUED = {"INC-0139": _RIVAL, "INC-0365": _RIVAL}
"""Rows that are decided *not met* although they were reviewed, and why."""


def rows() -> list[Row]:
    """Every row of the data, in its order."""
    with DATA.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def record_of(row: Row, *, verdict_known: bool = False) -> dict[str, Any]:
    """One row as a case record.  A tag that was not set is not stated, and never "no".

    A CSP decides within a month, long before a trial, so what it knew of proceedings that
    came to a verdict is the charge.  With ``verdict_known`` the record is that of today.
    """
    deceased: dict[str, Any] = {
        "manner": "suicide" if row["victim_suicide"] == "1" else "violence",
        "residences": [{"csp": row["csp"]}],
        **_age("age_at_death", row["victim_age"]),
    }
    if row["multiple_victims"] == "1" and not _killed(row):
        del deceased["manner"]  # nothing is published about the victims of these incidents
    if row["victim_sex"] in ("Female", "Male"):
        deceased["sex"] = row["victim_sex"].lower()
    return {
        "reference": row["incident_id"],
        "dates": {"death": _date(row["death"])},
        "deceased": deceased,
        "alleged_perpetrators": [_perpetrator(row, verdict_known)],
    }


def _perpetrator(row: Row, verdict_known: bool) -> dict[str, Any]:
    person: dict[str, Any] = {
        "abuse": [{"kind": kind} for tag, kind in TAGS.items() if row[tag] == "1"],
        **_age("age_at_fatal_act", row["perp_age"]),
    }
    if row["relationship"]:
        person["links"] = [LINK_WHEN_VICTIM_WAS[row["relationship"]].model_dump(exclude_none=True)]
    elif links := [link for tag, link in ONE_OF_SEVERAL.items() if row[tag] == "1"]:
        person["links"] = links[:1]
    if row["verdict"] in OUTCOMES:
        outcome = OUTCOMES[row["verdict"]] if verdict_known else "pending"
        person["proceedings"] = {"charged": True, "outcome": outcome}
    if row["homicide_suicide"] == "1" and "proceedings" not in person:
        person["died"] = True
    return person


def _killed(row: Row) -> bool:
    """Whether the row itself says that somebody killed the victims."""
    return row["homicide_suicide"] == "1" or row["verdict"].startswith(("Murder", "Manslaughter"))


def _age(field: str, band: str) -> dict[str, int]:
    """The youngest age of a band; nothing for a band that is unknown or left out."""
    return {field: int(band[:2])} if band[:2].isdigit() else {}


def _date(text: str) -> str:
    *month, year = text.split()
    return f"{year}-{MONTHS.index(month[0]) + 1:02d}" if month else year


def waits_for(made: Decision) -> tuple[str, ...]:
    """Everything that an open decision asks for: facts, and rules that need a judgement."""
    return (*(one.fact for one in made.questions), *(one.rule for one in made.judgements))


LEFT_OUT = {
    "deceased.age_at_death": "the police give the age with the first call; 149 rows leave it out",
    "deceased.manner": "several victims and no verdict: nothing is published about any of them",
    "person.links": "the relationship is given as unknown",
    "death.date": "no month or day in 2011, the year in which section 9 began",
}
"""What a CSP has at the latest a day after the call, and the data do not hold."""

ASKED = {
    "S9-1A-INTIMATE": "a casual sexual partner: was it an intimate personal relationship? (E39)",
    "S9-1-REACH": "a death before 13 April 2011, when section 9 began (E113)",
    "person.lived_apart": "no relative and no partner: did they share a household? (E65 to E83)",
    "person.abuse_evidence": "a suicide without any tag of abuse: what was known of abuse? (E25)",
    "person.link_to_death": "a suicide: did the abuse appear to lead to it? (E15 to E23)",
    "HO11-SUICIDE": "a suicide under the guidance of 2011 or 2013, which is silent (E15, 2011)",
    "HO16-SUICIDE": "a suicide with abuse but no tag of control: is it of concern? (E17)",
}
"""What a CSP had to find out or to judge in such a death, with the edge case that says so."""


def decided(
    engine: Any = "plain", only: Iterable[Row] | None = None, *, verdict_known: bool = False
) -> dict[str, Decision]:
    """The decision on every row, by its number."""
    return {
        row["incident_id"]: decide(record_of(row, verdict_known=verdict_known), engine=engine)
        for row in (rows() if only is None else only)
    }


def only_left_out(made: Decision) -> bool:
    """Whether a decision is open for nothing but what the data leave out."""
    return made.outcome is Outcome.OPEN and set(waits_for(made)) <= set(LEFT_OUT)


def report(made: Mapping[str, Decision]) -> str:
    """Shares of each outcome, and what the open ones wait for, most frequent first."""
    shares = Counter(str(one.outcome) for one in made.values())
    lines = [f"{len(made)} reviews"]
    lines += [f"  {name:<8} {n:4d}  {n / len(made):6.1%}" for name, n in shares.most_common()]
    known = len(made) - sum(only_left_out(one) for one in made.values())
    lines.append(f"{known} reviews of which the data leave out nothing that decides")
    lines += [f"  {name:<8} {n:4d}  {n / known:6.1%}" for name, n in _known(made).most_common()]
    lines.append("what the open ones wait for")
    open_ones = [one for one in made.values() if one.outcome is Outcome.OPEN]
    for title, argued in (("left out of the data", LEFT_OUT), ("for a CSP to settle", ASKED)):
        lines.append(f" {title}")
        counts = Counter(what for one in open_ones for what in waits_for(one) if what in argued)
        lines += [f"  {n:4d}  {what}: {argued[what]}" for what, n in counts.most_common()]
    lines += [f"  not met: {number}, {why}" for number, why in ARGUED.items()]
    return "\n".join(lines)


def _known(made: Mapping[str, Decision]) -> Counter[str]:
    return Counter(str(one.outcome) for one in made.values() if not only_left_out(one))


if __name__ == "__main__":
    print(report(decided()))
