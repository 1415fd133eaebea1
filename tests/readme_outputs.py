"""The outputs that the README shows, held to what the commands print.

``python tests/readme_outputs.py`` writes them anew.  An output may be shortened: a line
``[...]`` stands for lines left out, and each stretch between two of them starts with a line
that the real output has too.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
CUT = "[...]"
BLOCK = re.compile(r"<!-- output: dhr (?P<args>[^\n]+) -->\n```text\n(?P<shown>.*?)```", re.DOTALL)


def printed(args: str) -> list[str]:
    """The lines that a command prints."""
    command = [sys.executable, "-c", "from dhr_checker.cli import main; main()", *args.split()]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode == 2:
        raise RuntimeError(done.stderr)
    return done.stdout.splitlines()


def stretches(shown: str) -> list[list[str]]:
    """What an output in the README shows, stretch by stretch."""
    found: list[list[str]] = [[]]
    for line in shown.splitlines():
        if line == CUT:
            found.append([])
        else:
            found[-1].append(line)
    return [one for one in found if one]


def current(args: str, shown: str) -> str:
    """The same stretches as the command prints them now.

    Raises ValueError where a stretch begins with a line that is no longer printed.
    """
    lines, at, said = printed(args), 0, []
    for stretch in stretches(shown):
        at = lines.index(stretch[0], at)
        said.append("\n".join(lines[at : at + len(stretch)]))
        at += len(stretch)
    end = f"\n{CUT}" if shown.rstrip().endswith(CUT) else ""
    return f"\n{CUT}\n".join(said) + end + "\n"


def write() -> None:
    """Put what the commands print now into the README."""

    def fresh(block: re.Match[str]) -> str:
        args, shown = block["args"], block["shown"]
        return f"<!-- output: dhr {args} -->\n```text\n{current(args, shown)}```"

    README.write_text(BLOCK.sub(fresh, README.read_text("utf-8")), encoding="utf-8")


if __name__ == "__main__":
    write()
