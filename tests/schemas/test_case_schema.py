"""The shipped JSON Schema is what the models say.

To write it again after a change of the models:

    python -c "import json, dhr_checker.schemas.case_schema as s; print(json.dumps(\
s.case_json_schema(), indent=2, ensure_ascii=False))" > schemas/json/case.json
"""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from dhr_checker.schemas.case_schema import case_json_schema

SHIPPED: dict[str, Any] = json.loads(
    resources.files("dhr_checker.schemas").joinpath("json/case.json").read_text(encoding="utf-8")
)


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


def test_the_shipped_schema_is_current():
    assert same_for_all(case_json_schema()) == same_for_all(SHIPPED), __doc__


def test_it_refuses_unknown_keys_everywhere():
    parts = [part for part in (SHIPPED, *SHIPPED["$defs"].values()) if part["type"] == "object"]
    assert len(parts) > 30
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
