"""What all tests share: how Hypothesis behaves, and which tests need durable-rules."""

from __future__ import annotations

import pytest
from dhr_checker.checker.engine import durable
from hypothesis import settings

# No deadline: the machines that run this are small and shared, and a slow example is no bug.
settings.register_profile("dhr", deadline=None, print_blob=True)
settings.load_profile("dhr")


def pytest_report_header() -> str:
    """Say at the top of every run whether the second engine took part in it."""
    reason = durable.why_not()
    return f"durable-rules: not available ({reason})" if reason else "durable-rules: available"


@pytest.fixture
def needs_durable() -> None:
    """Skip, saying why, where durable-rules cannot be used."""
    if reason := durable.why_not():
        pytest.skip(f"durable-rules: {reason}")
