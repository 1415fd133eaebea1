"""The option that rewrites the golden files, and the browser for accessibility tests."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
AXE_PLACES = [
    ROOT / "node_modules" / "axe-core" / "axe.min.js",
    Path("/usr/share/javascript/axe-core/axe.min.js"),
]


def pytest_addoption(parser: pytest.Parser) -> None:
    # Another folder's conftest has the same option; whichever is loaded first adds it.
    with contextlib.suppress(ValueError):
        parser.addoption(
            "--update-golden",
            action="store_true",
            help="write the golden files instead of comparing with them",
        )


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden", default=False))


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a headless Chromium; the test is skipped, saying why, without one."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    pytest.skip("no Chromium on this machine: apt-get install chromium")


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core; the test is skipped, saying why, without it."""
    given = os.environ.get("AXE_CORE")
    for place in [Path(given)] if given else AXE_PLACES:
        if place.is_file():
            return place.read_text(encoding="utf-8")
    pytest.skip("no axe-core: npm install axe-core, or name its axe.min.js in AXE_CORE")
