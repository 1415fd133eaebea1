"""The option that rewrites the golden outputs, instead of comparing with them."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the outputs of the example cases to tests/golden instead of comparing",
    )


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    # The option is only there when pytest was pointed at this folder.
    return bool(request.config.getoption("--update-golden", default=False))
