"""A copy of the shipped rules in which a test may add, change or break packs."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from dhr_checker.checker.packs import RULES, RuleBase, load_packs


@pytest.fixture(scope="session")
def base() -> RuleBase:
    return load_packs()


@pytest.fixture
def rules_with(tmp_path: Path) -> Callable[[dict[str, str]], RuleBase]:
    """Load the shipped rules with some files written over them."""

    def load(files: dict[str, str]) -> RuleBase:
        folder = tmp_path / "rules"
        if not folder.exists():
            shutil.copytree(RULES, folder)
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return load_packs(folder)

    return load
