"""Criteria decisions and Quality Assurance readiness for domestic homicide reviews.

The public interface: pure functions and the types they return.  Neither prints,
stores, reads a clock or touches a network, and both may be called from several threads.

>>> from dhr_checker import decide
>>> decision = decide({"reference": "CSP-1", "deceased": {"age_at_death": 15}})
>>> str(decision.outcome)
'not met'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .checker.version import VERSION

if TYPE_CHECKING:
    from .checker.compliance import check, check_together
    from .checker.decision import decide
    from .checker.errors import DhrError, DocumentError, InputError, RecordError
    from .checker.packs import load_packs
    from .schemas.case import CaseRecord
    from .schemas.compliance import ComplianceReport
    from .schemas.decision import Decision, Outcome
    from .schemas.settings import Settings

__all__ = [
    "CaseRecord",
    "ComplianceReport",
    "Decision",
    "DhrError",
    "DocumentError",
    "InputError",
    "Outcome",
    "RecordError",
    "Settings",
    "__version__",
    "check",
    "check_together",
    "decide",
    "load_packs",
]

__version__ = VERSION

# Imported when first asked for: a decision needs no lxml, and `dhr --help` needs neither.
_FROM = {
    "CaseRecord": ".schemas.case",
    "ComplianceReport": ".schemas.compliance",
    "Decision": ".schemas.decision",
    "DhrError": ".checker.errors",
    "DocumentError": ".checker.errors",
    "InputError": ".checker.errors",
    "Outcome": ".schemas.decision",
    "RecordError": ".checker.errors",
    "Settings": ".schemas.settings",
    "check": ".checker.compliance",
    "check_together": ".checker.compliance",
    "decide": ".checker.decision",
    "load_packs": ".checker.packs",
}


def __getattr__(name: str) -> Any:
    if name not in _FROM:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_FROM[name], __name__), name)


def __dir__() -> list[str]:
    return sorted(__all__)
