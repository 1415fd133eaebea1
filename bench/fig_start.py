"""How long the command takes to begin, against starting Python and doing nothing."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import cases
from dhr_checker.checker.records import dump_case
from fig_decisions import engines
from measuring import Sizes, Table, starts, times

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "cases"
RUN = "import sys; from dhr_checker.cli import main; sys.exit(main())"


def measure(sizes: Sizes) -> list[Table]:
    """One table: whole processes, by the wall and by the processor."""
    with tempfile.TemporaryDirectory() as folder:
        case = str(_case(Path(folder)))
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "dhr --help": _dhr("--help"),
        }
        for choice in (*engines(), "auto"):
            name = f"dhr decide --engine {choice}"
            commands[name] = _dhr("decide", case, "--engine", choice, "--as-of", "2026-01-05")
        subprocess.run(commands["dhr --help"], capture_output=True, check=True)
        taken = starts(commands, sizes.starts)
    floor = taken["python -c pass"]
    table = Table(
        "Starting: one command from the shell",
        ("command", "wall, ms", "in Python starts", "processor, ms", "in Python starts"),
    )
    for name, (wall, busy) in taken.items():
        ratios = times(wall / floor[0]), times(busy / floor[1])
        table.add(name, f"{wall * 1e3:.0f}", ratios[0], f"{busy * 1e3:.0f}", ratios[1])
    return [table]


def _dhr(*arguments: str) -> list[str]:
    return [sys.executable, "-c", RUN, *arguments]


def _case(folder: Path) -> Path:
    """The first example that ships, or a generated record where there is none."""
    for example in sorted(EXAMPLES.glob("*.yaml")):
        return example
    import json

    path = folder / "case.json"
    path.write_text(json.dumps(dump_case(cases.records(1)[0])), encoding="utf-8")
    return path
