"""Decision and compliance report as JSON Schema, for programs that read what we write."""

from __future__ import annotations

from typing import Any

from .compliance import ComplianceReport
from .decision import Decision
from .several import ReportOnSeveral

_Output = Decision | ComplianceReport | ReportOnSeveral
_TITLES: dict[type[_Output], tuple[str, str]] = {
    Decision: ("decision", "Criteria decision of a domestic homicide review"),
    ComplianceReport: ("report", "Compliance report on a draft of a domestic homicide review"),
    ReportOnSeveral: ("reports", "Compliance reports on several drafts of reviews"),
}


def output_json_schema(model: type[_Output]) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of an output, as shipped in ``json/``.

    It describes what is written, so every key that is always written is required; and its
    ``$id`` carries the version that the output itself states in ``schema_version``.
    """
    name, title = _TITLES[model]
    schema = model.model_json_schema(mode="serialization")
    for part in (schema, *schema["$defs"].values()):
        for field in part.get("properties", {}).values():
            field.pop("title", None)  # it only repeats the key
            field.pop("default", None)  # what is always written has no default
    version = schema["properties"]["schema_version"]["const"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:dhr-checker:schema:{name}:{version}",
        **schema,
        "title": title,
    }
