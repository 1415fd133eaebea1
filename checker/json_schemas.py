"""The JSON Schemas that ``dhr schema`` prints and ``schemas/json/`` keeps."""

from __future__ import annotations

from typing import Any

from ..schemas.case_schema import case_json_schema
from ..schemas.decision import Decision
from ..schemas.rule import PackFile

SCHEMAS = ("case", "decision", "rules", "report")


def json_schema(what: str) -> dict[str, Any]:
    """The JSON Schema of one of ``SCHEMAS``.  Raises KeyError for any other name."""
    if what == "case":
        return case_json_schema()
    if what == "report":
        from ..schemas.compliance import ComplianceReport

        return ComplianceReport.model_json_schema()
    return {"decision": Decision, "rules": PackFile}[what].model_json_schema()
