"""The engines answer what a plain reading of the same conditions answers."""

from __future__ import annotations

import pytest
from dhr_checker.checker.conditions import parse
from dhr_checker.checker.detectors.base import Look
from dhr_checker.checker.logic import Env, value_of
from dhr_checker.checker.packs import lay, load_packs
from dhr_checker.checker.requirements import (
    Observer,
    Surroundings,
    compiled_for,
    each_unknown,
    template_for,
    verdicts,
)
from dhr_checker.schemas.common import Answer
from dhr_checker.schemas.compliance import CheckOutcome
from dhr_checker.schemas.documents import DocumentKind

from .support import draft


@pytest.mark.parametrize("name", ["sound-overview", "faulty-overview"])
def test_oracle(name: str) -> None:
    base = load_packs()
    ruleset = lay(base, ["dvcva-2004-s9", "home-office-2016"])
    look = Look(draft(name), None, template_for(ruleset, DocumentKind.OVERVIEW))
    requirements = ruleset.entries("requirements")
    compiled, engine = compiled_for(requirements, "auto")
    around = Surroundings({}, base.facts, each_unknown)
    env = Env({}, each=each_unknown, observe=Observer(look))
    for verdict in verdicts(requirements, compiled, engine, look, around):
        requirement = verdict.requirement
        applies = value_of(parse(requirement.applies_when or "always"), env)
        assert (verdict.outcome is CheckOutcome.NOT_APPLICABLE) == (applies is Answer.NO)
        if applies is Answer.NO or requirement.when is None:
            continue
        met = value_of(parse(requirement.when), env)
        assert (verdict.outcome is CheckOutcome.PASS) == (met is Answer.YES), requirement.id
        if verdict.outcome is CheckOutcome.FAIL:
            assert met is Answer.NO
            assert applies is Answer.YES
            assert requirement.on_no == "fail"
