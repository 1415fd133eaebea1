"""Decisions and reports as JSON are what their published schemas say."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner
from dhr_checker.checker.render import as_json
from dhr_checker.cli import main

from .support import (
    CASES,
    DRAFTS,
    EXAMPLES,
    decision,
    faults,
    report,
    report_set_up,
    shipped,
    validator,
)


@pytest.mark.parametrize("name", CASES)
def test_every_example_decision_is_what_the_schema_says(name: str):
    assert faults(validator("decision"), json.loads(as_json.render(decision(name)))) == []


@pytest.mark.parametrize("with_case", [False, True])
@pytest.mark.parametrize("name", DRAFTS)
def test_every_example_report_is_what_the_schema_says(name: str, with_case: bool):
    made = report(name, with_case=with_case)
    assert faults(validator("report"), json.loads(as_json.render(made))) == []


def test_the_examples_reach_every_part_of_the_schemas():
    """A schema of which no output uses a part is not tested by validating."""
    seen = {"decision": set[str](), "report": set[str]()}
    for name in CASES:
        seen["decision"] |= keys(json.loads(as_json.render(decision(name))))
    for name in DRAFTS:
        seen["report"] |= keys(json.loads(as_json.render(report(name, with_case=True))))
    set_up = json.loads(as_json.render(report_set_up()))
    assert faults(validator("report"), set_up) == []
    seen["report"] |= keys(set_up)
    for name, found in seen.items():
        schema = shipped(name)
        parts = (schema, *schema["$defs"].values())
        known = {key for part in parts for key in part.get("properties", {})}
        assert found == known, name


def keys(data: Any) -> set[str]:
    """Every key anywhere in the data."""
    if isinstance(data, dict):
        return set(data) | {key for value in data.values() for key in keys(value)}
    return {key for value in data for key in keys(value)} if isinstance(data, list) else set()


def good(what: str) -> dict[str, Any]:
    made = decision("lodger") if what == "decision" else report("faulty-overview")
    return json.loads(as_json.render(made))


SPOILT: list[tuple[str, Any]] = [
    ("decision", lambda d: d.pop("schema_version")),
    ("decision", lambda d: d.update(schema_version="2.0")),
    ("decision", lambda d: d.update(outcome="maybe")),
    ("decision", lambda d: d.update(colour="red")),
    ("decision", lambda d: d["elements"][0].pop("citations")),
    ("decision", lambda d: d["provenance"].update(as_of="20 March 2026")),
    ("report", lambda d: d.pop("schema_version")),
    ("report", lambda d: d["findings"][0].update(outcome="failed")),
    ("report", lambda d: d["findings"][0].update(places="4.1")),
    ("report", lambda d: d["document"].pop("sha256")),
    ("report", lambda d: d["counts"].update(failed=None)),
]


@pytest.mark.parametrize(("what", "spoil"), SPOILT)
def test_the_schema_refuses_what_no_output_may_be(what: str, spoil: Any):
    data = good(what)
    assert faults(validator(what), data) == []
    spoil(data)
    assert len(faults(validator(what), data)) == 1


@pytest.mark.parametrize("what", ["decision", "report"])
def test_an_output_names_the_schema_that_it_follows(what: str):
    schema = shipped(what)
    assert schema["$id"].endswith(f":{what}:{good(what)['schema_version']}")
    assert next(iter(good(what))) == "schema_version"


@pytest.mark.parametrize("what", ["case", "decision", "report"])
def test_the_command_prints_what_is_shipped(what: str):
    said = CliRunner().invoke(main, ["schema", what])
    assert said.exit_code == 0
    assert set(json.loads(said.output)) == set(shipped(what))


def test_the_command_writes_what_the_schema_says():
    case = str(EXAMPLES / "cases" / "partner-homicide.yaml")
    said = CliRunner().invoke(main, ["decide", case, "--format", "json", "--engine", "plain"])
    assert said.exit_code == 0
    assert faults(validator("decision"), json.loads(said.stdout)) == []
