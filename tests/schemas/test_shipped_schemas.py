"""The shipped JSON Schemas are what the models say.

To write one again after a change of the models (case, decision or report):

    dhr schema report -o schemas/json/report.json
    dhr schema reports -o schemas/json/reports.json

A key more in decision or report raises the second number of its ``schema_version``; a key
taken away, renamed or with another meaning raises the first (docs/machines.md).
"""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import pytest
from dhr_checker.checker.json_schemas import SHIPPED as NAMES
from dhr_checker.checker.json_schemas import json_schema


def shipped(name: str) -> dict[str, Any]:
    """The copy under ``schemas/json``."""
    file = resources.files("dhr_checker.schemas").joinpath(f"json/{name}.json")
    return json.loads(file.read_text(encoding="utf-8"))


SHIPPED = shipped("case")


def same_for_all(schema: Any) -> Any:
    """Without the two ways in which earlier releases of pydantic said the same at more length."""
    if isinstance(schema, list):
        return [same_for_all(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if len(schema.get("allOf", ())) == 1:
        schema = {**schema["allOf"][0], **{key: schema[key] for key in schema if key != "allOf"}}
    repeated = {"enum"} if "const" in schema else set()
    return {key: same_for_all(schema[key]) for key in schema if key not in repeated}


@pytest.mark.parametrize("name", NAMES)
def test_the_shipped_schema_is_current(name: str):
    assert same_for_all(json_schema(name)) == same_for_all(shipped(name)), __doc__


@pytest.mark.parametrize(("name", "objects"), [("case", 30), ("decision", 15), ("report", 9)])
def test_it_refuses_unknown_keys_everywhere(name: str, objects: int):
    schema = shipped(name)
    parts = [part for part in (schema, *schema["$defs"].values()) if part["type"] == "object"]
    assert len(parts) > objects
    assert all(part["additionalProperties"] is False for part in parts)


def test_it_calls_a_residences_beginning_from():
    assert "from" in SHIPPED["$defs"]["Residence"]["properties"]


def test_it_requires_no_more_than_the_program_does():
    required = {
        name: part["required"]
        for name, part in SHIPPED["$defs"].items()
        if part.get("required", ["kind"]) != ["kind"]
    }
    assert SHIPPED["required"] == ["reference"]
    assert required == {"Judgement": ["on", "answer"], "RecordedDecision": ["what"]}


def test_every_field_has_a_description_for_the_editor_to_show():
    for name, part in {**SHIPPED["$defs"], "the record": SHIPPED}.items():
        for key, field in part.get("properties", {}).items():
            assert "description" in field or key == "kind", f"{name}.{key}"
