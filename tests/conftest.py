"""What all tests share: Hypothesis, durable-rules, and the option that rewrites golden files."""

from __future__ import annotations

import pytest
from dhr_checker.checker.engine.durable_core import load_core
from dhr_checker.checker.errors import EngineError
from hypothesis import settings

# No deadline: the machines that run this are small and shared, and a slow example is no bug.
settings.register_profile("dhr", deadline=None, print_blob=True)
settings.load_profile("dhr")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the outputs to tests/golden instead of comparing with what is there",
    )


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def needs_durable() -> None:
    """Skip, saying why, where the core of durable-rules is not there.

    Where it is there and our use of it fails, nothing is skipped: that is for the tests to
    find, and ``durable.why_not`` would hide it.
    """
    try:
        load_core()
    except EngineError as error:
        pytest.skip(f"durable-rules: {error}")
