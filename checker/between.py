"""Which requirements hold one document of a review against another."""

from __future__ import annotations

from ..schemas.rule import Requirement
from .conditions import Observe, walk
from .definitions import define_requirement
from .packs import RuleSet

_BESIDE = "beside"
"""How the detectors are called that ask whether another document was given, and says it too."""
_PLAN = "recommendations-and-plan"
"""The one that asks for a report and a plan, which may also be one file."""


def between(ruleset: RuleSet) -> frozenset[str]:
    """The ids of requirements that apply only where another document stands beside the draft."""
    listed: list[Requirement] = ruleset.entries("requirements")
    return frozenset(one.id for one in listed if _looks_beside(one))


def _looks_beside(one: Requirement) -> bool:
    return any(
        isinstance(node, Observe) and (node.detector.endswith(_BESIDE) or node.detector == _PLAN)
        for definition in define_requirement(one)
        for node in walk(definition.yes)
    )
