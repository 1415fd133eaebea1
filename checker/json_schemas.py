"""The JSON Schemas that ``dhr schema`` prints and ``schemas/json/`` keeps."""

from __future__ import annotations

import json
from typing import Any

from ..schemas.case_schema import case_json_schema
from ..schemas.rule import PackFile

SCHEMAS = ("case", "config", "decision", "report", "reports", "rules")
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
SHIPPED = ("case", "config", "decision", "report", "reports")
"""Those of which ``schemas/json/`` keeps a copy, for whoever reads or writes such files."""


def json_schema(what: str) -> dict[str, Any]:
    """The JSON Schema of one of ``SCHEMAS``.  Raises KeyError for any other name."""
    if what == "case":
        return case_json_schema()
    if what == "config":
        from ..schemas.settings import Settings

        return {"$schema": _DRAFT, "$id": "urn:dhr-checker:schema:config"} | (
            Settings.model_json_schema() | {"title": "dhr.toml: settings of dhr check"}
        )
    if what == "rules":
        return PackFile.model_json_schema()
    from ..schemas.compliance import ComplianceReport
    from ..schemas.decision import Decision
    from ..schemas.output_schema import output_json_schema
    from ..schemas.several import ReportOnSeveral

    return output_json_schema(
        {"decision": Decision, "report": ComplianceReport, "reports": ReportOnSeveral}[what]
    )


def json_schema_text(what: str) -> str:
    """The same as it is printed and kept: indented, with a line end at its end."""
    return json.dumps(json_schema(what), indent=2, ensure_ascii=False) + "\n"
