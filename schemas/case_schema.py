"""The case record as JSON Schema, for editors that complete and check what is typed."""

from __future__ import annotations

from typing import Any

from .case import CaseRecord


def case_json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a case record, as shipped in ``json/case.json``.

    It knows the keys and the words.  It is a little stricter than the program, which also
    takes a key with nothing after it for one left out; and it cannot see contradictions.
    """
    schema = CaseRecord.model_json_schema()
    for part in (schema, *schema["$defs"].values()):
        for field in part.get("properties", {}).values():
            field.pop("title", None)  # it only repeats the key
            if not isinstance(field.get("default"), str):
                field.pop("default", None)  # that a field may be absent is clear without it
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "Case record of a domestic homicide review",
    }
