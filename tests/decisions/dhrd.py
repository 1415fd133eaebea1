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

_RIVAL = "tagged as an emotional rival: neither partner, nor relative, nor of the household"
ARGUED = {"INC-0139": _RIVAL, "INC-0365": _RIVAL}
"""Rows that are decided *not met* although they were reviewed, and why."""


def rows() -> list[Row]:
    """Every row of the data, in its order."""
    with DATA.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def record_of(row: Row) -> dict[str, Any]:
    """One row as a case record.  A tag that was not set is not stated, and never "no"."""
    deceased: dict[str, Any] = {
        "manner": "suicide" if row["victim_suicide"] == "1" else "violence",
        "residences": [{"csp": row["csp"]}],
        **_age("age_at_death", row["victim_age"]),
    }
    if row["multiple_victims"] == "1":
        del deceased["manner"]  # nothing is published about the victims of these incidents
    if row["victim_sex"] in ("Female", "Male"):
        deceased["sex"] = row["victim_sex"].lower()
    return {
        "reference": row["incident_id"],
        "dates": {"death": _date(row["death"])},
        "deceased": deceased,
        "alleged_perpetrators": [_perpetrator(row)],
    }


def _perpetrator(row: Row) -> dict[str, Any]:
    person: dict[str, Any] = {
        "abuse": [{"kind": kind} for tag, kind in TAGS.items() if row[tag] == "1"],
        **_age("age_at_fatal_act", row["perp_age"]),
    }
    if row["relationship"]:
        person["links"] = [LINK_WHEN_VICTIM_WAS[row["relationship"]].model_dump(exclude_none=True)]
    if row["verdict"] in OUTCOMES:
        person["proceedings"] = {"charged": True, "outcome": OUTCOMES[row["verdict"]]}
    if row["homicide_suicide"] == "1" and "proceedings" not in person:
        person["died"] = True
    return person


def _age(field: str, band: str) -> dict[str, int]:
    """The youngest age of a band; nothing for a band that is unknown or left out."""
    return {field: int(band[:2])} if band[:2].isdigit() else {}


def _date(text: str) -> str:
    *month, year = text.split()
    return f"{year}-{MONTHS.index(month[0]) + 1:02d}" if month else year


def waits_for(made: Decision) -> tuple[str, ...]:
    """Everything that an open decision asks for: facts, and rules that need a judgement."""
    return (*(one.fact for one in made.questions), *(one.rule for one in made.judgements))


def decided(engine: Any = "plain", only: Iterable[Row] | None = None) -> dict[str, Decision]:
    """The decision on every row, by its number."""
    chosen = rows() if only is None else only
    return {row["incident_id"]: decide(record_of(row), engine=engine) for row in chosen}


def report(made: Mapping[str, Decision]) -> str:
    """Shares of each outcome, and what the open ones wait for, most frequent first."""
    shares = Counter(str(one.outcome) for one in made.values())
    waiting = Counter(
        " + ".join(waits_for(one)) for one in made.values() if one.outcome is Outcome.OPEN
    )
    lines = [f"{len(made)} reviews"]
    lines += [f"  {name:<8} {n:4d}  {n / len(made):6.1%}" for name, n in shares.most_common()]
    lines.append("what the open ones wait for")
    lines += [
        f"  {n:4d}  {what}" for what, n in sorted(waiting.items(), key=lambda x: (-x[1], x[0]))
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    print(report(decided()))
