"""What is shipped: one version, every package listed, every rule file and schema included."""

from __future__ import annotations

import re
from importlib import metadata, resources
from pathlib import Path

import dhr_checker
import pytest
from click.testing import CliRunner
from dhr_checker.cli import main

ROOT = Path(__file__).resolve().parent.parent
PROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def listed_packages() -> set[str]:
    """Read the list with a pattern, because Python 3.10 has no tomllib."""
    block = re.search(r"^packages = \[(.*?)^\]", PROJECT, re.DOTALL | re.MULTILINE)
    assert block, "pyproject.toml lists no packages"
    return set(re.findall(r'^\s*"([\w.]+)"', block.group(1), re.MULTILINE))


def test_the_version_is_the_same_wherever_it_is_written():
    written = re.search(r'^version = "([^"]+)"', PROJECT, re.MULTILINE)
    assert written
    assert written.group(1) == dhr_checker.__version__ == metadata.version("dhr-checker")


def test_the_command_prints_the_version():
    result = CliRunner().invoke(main, ["--version"])
    assert (result.exit_code, result.output) == (0, f"dhr, version {dhr_checker.__version__}\n")


def test_every_folder_with_python_in_it_is_a_listed_package():
    """A package forgotten in the list works in a checkout and is missing from the wheel."""
    found = {"dhr_checker"}
    for top in ("schemas", "checker"):
        for init in (ROOT / top).rglob("__init__.py"):
            found.add("dhr_checker." + ".".join(init.parent.relative_to(ROOT).parts))
        strays = {
            path.parent
            for path in (ROOT / top).rglob("*.py")
            if not (path.parent / "__init__.py").exists()
        }
        assert not strays, f"Python outside a package: {strays}"
    assert listed_packages() == found | {"dhr_checker.rules"}


def test_the_rule_base_holds_no_python():
    assert not list((ROOT / "rules").rglob("*.py"))


def test_the_type_marker_is_shipped():
    assert resources.files("dhr_checker").joinpath("py.typed").is_file()


@pytest.mark.parametrize("name", ["LICENSE", "NOTICE"])
def test_the_legal_files_are_there_and_not_empty(name: str):
    assert (ROOT / name).stat().st_size > 500
