"""The README is true: its outputs are what the commands print, and its example runs."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from .readme_outputs import BLOCK, README, ROOT, current

TEXT = README.read_text(encoding="utf-8")
BLOCKS = {found["args"]: found["shown"] for found in BLOCK.finditer(TEXT)}


def test_the_readme_shows_both_jobs() -> None:
    assert {args.split()[0] for args in BLOCKS} >= {"decide", "check"}


@pytest.mark.parametrize("args", BLOCKS)
def test_an_output_is_what_the_command_prints(args: str) -> None:
    assert current(args, BLOCKS[args]) == BLOCKS[args], "python tests/readme_outputs.py"


def test_the_ten_lines_of_the_library_run() -> None:
    found = re.search(r"<!-- library -->\n```python\n(.*?)```", TEXT, re.DOTALL)
    assert found is not None
    done = subprocess.run(
        [sys.executable, "-c", found[1]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("met | ")


def test_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", TEXT):
        assert (ROOT / target).exists(), target
