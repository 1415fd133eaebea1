"""Cases kept as data: read them, lay each over its base, and decide it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from dhr_checker.checker.decision import decide
from dhr_checker.checker.packs import load_packs
from dhr_checker.checker.yamlio import load_yaml
from dhr_checker.schemas.decision import Decision

HERE = Path(__file__).parent
RULES_OF_THE_TABLE = {"test": "dvcva-2004-s9", "edition": "home-office-2016", "nation": "england"}
KEY_OF_KIND = {"statute": "test", "guidance": "edition", "local": "overlay"}


def read(name: str) -> dict[str, Any]:
    """The data of one file of cases; read as strictly as a case record is."""
    return load_yaml((HERE / name).read_bytes(), name=name).data


def over(base: Any, change: Any) -> Any:
    """Lay one piece of data over another: mappings are merged, all else replaces."""
    if isinstance(base, Mapping) and isinstance(change, Mapping):
        merged = {key: over(base.get(key), value) for key, value in change.items()}
        return {**base, **merged}
    return change


@lru_cache(maxsize=1)
def edge_cases() -> dict[str, dict[str, Any]]:
    """Every edge case by id, with its record laid over the common base."""
    found = read("edge_cases.yaml")
    cases: dict[str, dict[str, Any]] = {}
    for case in found["cases"]:
        number = case["id"].removeprefix("E").rstrip("ab")
        own = {"reference": f"EDGE-{number}", **case["record"]}
        assert case["id"] not in cases, f"{case['id']} stands twice"
        cases[case["id"]] = {**case, "record": over(found["base"], own)}
    return cases


@lru_cache(maxsize=1)
def real_decisions() -> dict[str, dict[str, Any]]:
    """Every decision that was really made, by its number; ``held`` is yes for the second list."""
    found = read("real_decisions.yaml")
    cases: dict[str, dict[str, Any]] = {}
    for case in [*found["refused"], *({"held": "yes", **one} for one in found["held"])]:
        assert case["id"] not in cases, f"{case['id']} stands twice"
        cases[case["id"]] = {**case, "record": {"reference": case["id"], **case["record"]}}
    return cases


def decided(case: Mapping[str, Any], **keys: str) -> Decision:
    """The decision on a case, looked at on its own day where it names one.

    Under section 9 and the 2016 guidance, unless ``keys`` asks for other rules.
    """
    asked = {**RULES_OF_THE_TABLE, **keys}
    return decide(case["record"], as_of=_day_of(case), engine="plain", **asked)


def decided_by_its_date(case: Mapping[str, Any]) -> Decision:
    """The decision on a case under the rules that its own dates and places choose."""
    return decide(case["record"], as_of=_day_of(case), engine="plain")


def _day_of(case: Mapping[str, Any]) -> date | None:
    as_of = case.get("as_of")
    return date.fromisoformat(str(as_of)) if as_of else None


def pack_keys(pack_id: str) -> dict[str, str]:
    """How to ask for a pack: as the test, the edition or the overlay."""
    return {KEY_OF_KIND[load_packs().pack(pack_id).head.kind]: pack_id}


def accepted(case: Mapping[str, Any]) -> set[str]:
    """The outcomes that a row allows."""
    return {case["expect"], *case.get("also_accept", [])}
