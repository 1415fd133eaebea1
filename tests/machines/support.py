"""What the tests of machine-readable outputs share: real outputs, and the schemas they owe."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from dhr_checker.checker.compliance import check, check_together
from dhr_checker.checker.decision import decide
from dhr_checker.schemas.compliance import ComplianceReport
from dhr_checker.schemas.decision import Decision
from dhr_checker.schemas.settings import RuleSetting, SetAside, Settings
from jsonschema import FormatChecker
from jsonschema.protocols import Validator
from jsonschema.validators import validator_for

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
CASES = sorted(path.stem for path in (EXAMPLES / "cases").glob("*.yaml"))
DRAFTS = sorted(path.stem for path in (EXAMPLES / "drafts").glob("*.docx"))
AS_OF = date(2026, 11, 20)


@cache
def decision(name: str) -> Decision:
    """The decision on an example case."""
    return decide(EXAMPLES / "cases" / f"{name}.yaml", as_of=AS_OF, engine="plain")


@cache
def report(name: str, *, with_case: bool = False) -> ComplianceReport:
    """The report on an example draft."""
    case = EXAMPLES / "cases" / "marrenshire-2023.yaml" if with_case else None
    return check(EXAMPLES / "drafts" / f"{name}.docx", case, as_of=AS_OF, engine="plain")


@cache
def report_set_up() -> ComplianceReport:
    """A report under settings, with documents beside it, compared with one on another draft."""
    drafts = [EXAMPLES / "drafts" / f"{one}.docx" for one in ("faulty-overview", "sound-summary")]
    settings = Settings(
        off=(RuleSetting(rule="WD16-FAILED-TO-LEAVE", reason="read by two people"),),
        demote=(RuleSetting(rule="HK16-MARKING-OLD", reason="marked anew on release"),),
        set_aside=(
            SetAside(
                rule="HK16-TEMPLATE-WORDS", words="give verdict", reason="left until the plea"
            ),
            SetAside(
                rule="HK16-COMMENTS", words="nowhere in the draft", reason="a comment long gone"
            ),
        ),
    )
    return check_together(
        drafts,
        EXAMPLES / "cases" / "marrenshire-2023.yaml",
        as_of=AS_OF,
        engine="plain",
        settings=settings,
        baselines=(report("faulty-overview"),),
    )[0]


def shipped(name: str) -> dict[str, Any]:
    """A schema as the package ships it."""
    file = resources.files("dhr_checker.schemas").joinpath(f"json/{name}.json")
    return json.loads(file.read_text(encoding="utf-8"))


@cache
def validator(name: str) -> Validator:
    """Something that holds data against a shipped schema, dates and all."""
    return strict(shipped(name))


def strict(schema: dict[str, Any]) -> Validator:
    """A validator for a schema that is itself valid; formats are checked, not only noted."""
    kind = validator_for(schema)
    kind.check_schema(schema)
    return kind(schema, format_checker=FormatChecker())


def faults(judge: Validator, data: Any) -> list[str]:
    """What is wrong with data under a schema, and where."""
    return [f"{one.json_path}: {one.message}" for one in judge.iter_errors(data)]
