"""Every section of the four documents has its rules, or the reason why it has none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from dhr_checker.checker.packs import RULES
from dhr_checker.checker.yamlio import load_yaml

from .packs import BASE, SOURCES, entries, headings

HEADINGS = headings()
REASONS = {
    "background",
    "heading",
    "repeats",
    "administrative",
    "form-field",
    "addressed-to-home-office",
    "not-in-document",
}


def coverage(pack_id: str) -> dict[str, Any]:
    name = f"{pack_id}.yaml"
    path: Path = RULES / "coverage" / name
    return load_yaml(path.read_bytes(), name=name).data


@pytest.mark.parametrize(("pack_id", "source"), SOURCES.items())
def test_every_section_is_there_once_and_in_order(pack_id: str, source: str) -> None:
    found = coverage(pack_id)
    assert found["document"] == source
    assert [(one["at"], one["about"]) for one in found["entries"]] == [*HEADINGS[source].items()]


@pytest.mark.parametrize("pack_id", SOURCES)
def test_a_section_has_rules_or_a_reason(pack_id: str) -> None:
    for one in coverage(pack_id)["entries"]:
        assert ("rules" in one) != ("none" in one), one["at"]
        assert one.get("none", "background") in REASONS
        assert all(rule in BASE.located for rule in one.get("rules", [])), one["at"]
        assert set(one) <= {"at", "about", "rules", "none", "note"}


@pytest.mark.parametrize(("pack_id", "source"), SOURCES.items())
def test_every_rule_stands_at_each_section_that_it_cites(pack_id: str, source: str) -> None:
    at = {one["at"]: one.get("rules", []) for one in coverage(pack_id)["entries"]}
    for entry in entries(pack_id):
        for cite in entry.cites:
            if cite.source == source:
                assert entry.id in at[cite.at], cite.at


@pytest.mark.parametrize("pack_id", SOURCES)
def test_no_rule_stands_where_it_does_not_cite(pack_id: str) -> None:
    own = {entry.id: {(c.source, c.at) for c in entry.cites} for entry in entries(pack_id)}
    for one in coverage(pack_id)["entries"]:
        for rule in one.get("rules", []):
            assert rule not in own or (SOURCES[pack_id], one["at"]) in own[rule]
