"""Case records made up for timing: seeded, so that every run decides the same cases.

They are drawn so that every limb of the definition is met, not met and open in some of
them, and so that gaps are common, as they are in a referral.  Nobody in them exists.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from dhr_checker.checker.errors import RecordError, RuleConflict
from dhr_checker.checker.prepare import Keys, prepare
from dhr_checker.checker.records import load_case
from dhr_checker.schemas.case import CaseRecord

KEYS: Keys = {
    "test": "dvcva-2004-s9",
    "edition": "home-office-2016",
    "nation": "england",
    "overlay": "none",
}
"""The rules that every case is decided by: named, so that no date in a record matters."""
AS_OF = date(2026, 1, 5)
SEED = 20_040_009

MANNERS = ("violence",) * 7 + ("abuse", "neglect", "suicide", "suicide", "unascertained",
           "natural", "overdose", None)  # fmt: skip
PARTS = ("inflicted-violence",) * 4 + ("not-stated", "not-stated", "arranged", "neglected",
         "abused", "pact-survivor", "refused-help-with-capacity", "none")  # fmt: skip
OUTCOMES = ("pending", "pending", "convicted-murder", "acquitted", "not-charged", None)
JUDGED = ("person.killing-resulted", "person.suicide-resulted", "person.related",
          "person.intimate", "person.same-household")  # fmt: skip


def records(count: int, seed: int = SEED) -> list[CaseRecord]:
    """``count`` records that can be decided.

    A draw whose recorded judgement goes against its own facts is refused by the program
    (that is an error, not a decision) and is drawn again.
    """
    draw = random.Random(seed)
    found: list[CaseRecord] = []
    while len(found) < count:
        try:
            record = load_case(_record(draw, len(found) + 1), as_of=AS_OF)
            prepare(record, AS_OF, "plain", keys=KEYS)
        except (RecordError, RuleConflict):
            continue
        found.append(record)
    return found


def _record(draw: random.Random, number: int) -> dict[str, Any]:
    died = date(2011, 1, 1) + timedelta(days=draw.randrange(5000))
    people = [_person(draw) for _ in range(draw.choice((0, 1, 1, 1, 1, 2, 3)))]
    return _stated(
        reference=f"BENCH-{number}",
        dates=_stated(
            death=_some_date(draw, died),
            csp_aware=(died + timedelta(days=3)).isoformat(),
            notified=draw.choice((None, (died + timedelta(days=9)).isoformat())),
            decision=draw.choice((None, (died + timedelta(days=40)).isoformat())),
        ),
        deceased=_deceased(draw),
        perpetrators_known=draw.choice((None, None, None, "all", "some")) if people else "none",
        motive_suspected=draw.choice(("domestic", "other", None)),
        alleged_perpetrators=people,
        children=[{"age": draw.randrange(18), "in_household": True}] * draw.randrange(2),
        agencies=[{"name": "Council", "kind": "adult-social-care", "contact_with": ["deceased"]}],
        csps=[{"name": "Ashford", "nation": "england"}],
        judgements=_judgements(draw, len(people)),
    )


def _stated(**fields: Any) -> dict[str, Any]:
    """Fields that say something: a record leaves out what nobody knows."""
    return {name: value for name, value in fields.items() if value is not None}


def _some_date(draw: random.Random, day: date) -> str | None:
    """The date to the day, to the month, to the year, or not at all."""
    return draw.choice((day.isoformat(),) * 12 + (f"{day:%Y-%m}", f"{day:%Y}", None))


def _deceased(draw: random.Random) -> dict[str, Any]:
    home = {"csp": "Ashford", "settled": draw.choice(("settled", "recent-move", "refuge"))}
    home["nation"] = draw.choice(("england",) * 12 + ("wales", "scotland"))
    return _stated(
        age_at_death=draw.choice((15, 16, *range(18, 90, 6), None)),
        manner=draw.choice(MANNERS),
        death_place={"nation": draw.choice(("england",) * 15 + ("abroad",))},
        residences=[home] * draw.randrange(2),
        care_and_support_needs=draw.choice((True, False, None)),
        known_to_marac=draw.choice((True, False, None)),
    )


def _person(draw: random.Random) -> dict[str, Any]:
    return _stated(
        age_at_fatal_act=draw.choice((15, 19, 33, 52, None)),
        links=[_link(draw) for _ in range(draw.choice((0, 1, 1, 1, 1, 2, 2)))],
        connection_disputed=draw.choice((True, False, *(None,) * 8)),
        part=draw.choice(PARTS),
        abuse=[_abuse(draw) for _ in range(draw.choice((0, 0, 1, 2)))],
        abuse_search=draw.choice(("none-found", "not-yet-searched", None)),
        link_to_death=draw.choice(("evidenced", "suspected", "none-found", None)),
        proceedings=_stated(outcome=draw.choice(OUTCOMES)),
        mental_health_services=draw.choice((True, False, None)),
    )


def _link(draw: random.Random) -> dict[str, Any]:
    kinds = (_partner, _partner, _relative, _relative, _household, _plain_link, _stalker)
    return draw.choice(kinds)(draw)


def _partner(draw: random.Random) -> dict[str, Any]:
    return _stated(kind="partner", cohabiting=draw.choice((True, False, None)))


def _relative(draw: random.Random) -> dict[str, Any]:
    return _stated(
        kind="relative",
        relation=draw.choice(("parent", "child", "sibling", "child-in-law", None)),
        basis=draw.choice(("blood", "step", "marriage", "foster", "former-foster", None)),
        via_former_spouse=draw.choice((True, None, None)),
    )


def _household(draw: random.Random) -> dict[str, Any]:
    return _stated(
        kind="household",
        basis=draw.choice(("resident", "lodger", "shared-house", "care-home-resident", None)),
        nights_per_week=draw.choice((0, 2, 7, None)),
        shares_living=draw.choice((True, False, None)),
    )


def _plain_link(draw: random.Random) -> dict[str, Any]:
    kinds = ("spouse", "ex-spouse", "ex-partner", "engaged", "co-parent", "dating", "friend",
             "neighbour", "carer", "stranger", "not-known")  # fmt: skip
    return {"kind": draw.choice(kinds)}


def _stalker(draw: random.Random) -> dict[str, Any]:
    return _stated(kind="stalker", ever_in_relationship=draw.choice((True, False, None)))


def _abuse(draw: random.Random) -> dict[str, Any]:
    return _stated(
        kind=draw.choice(("physical", "controlling-or-coercive", "economic")),
        strength=draw.choice(("strong", "some", "slight", None)),
        pattern=draw.choice((True, False, None)),
    )


def _judgements(draw: random.Random, people: int) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    if draw.random() < 0.2:
        made.append({"on": "death.within-reach", "answer": draw.choice(("yes", "no"))})
    if draw.random() < 0.2:
        made.append({"on": "case.unidentified-qualifying-person", "answer": "no"})
    for number in range(people):
        if draw.random() < 0.3:
            answer = draw.choice(("yes", "no"))
            made.append({"on": draw.choice(JUDGED), "about": f"P{number + 1}", "answer": answer})
    return made
