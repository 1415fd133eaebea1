"""One decision, with its what-ifs, takes less than a twentieth of a second of the processor."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest
from dhr_checker.checker.decision import decide
from dhr_checker.checker.records import load_case

EXAMPLES = Path(__file__).parent.parent.parent / "examples" / "cases"
LIMIT = 0.05  # seconds of processor time; on a slow machine it takes about a fifth of that


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_one_decision_is_quick(path: Path) -> None:
    record = load_case(path)
    decide(record, engine="plain")  # loads the rules, which is done once
    taken: list[float] = []
    for _ in range(3):
        begun = process_time()
        decide(record, engine="plain")
        taken.append(process_time() - begun)
    assert min(taken) < LIMIT
