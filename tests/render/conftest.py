"""The browser for accessibility tests."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
AXE_PLACES = [
    ROOT / "node_modules" / "axe-core" / "axe.min.js",
    Path("/usr/share/javascript/axe-core/axe.min.js"),
]


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
