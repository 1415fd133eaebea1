"""Measure everything in one run and print it as ratios.

python bench/run.py                    all figures (about ten minutes)
python bench/run.py decisions start    some of them
python bench/run.py --write            and put them into bench/results.md
python bench/run.py --quick            tiny sizes: only shows that it runs
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from importlib import import_module, metadata
from pathlib import Path

from measuring import QUICK, Sizes, Table

FIGURES = ("decisions", "memory", "document", "start")
RESULTS = Path(__file__).with_name("results.md")
NAMED = ("dhr-checker", "durable-rules", "zen-engine", "lxml", "python-docx", "pydantic")


def main() -> int:
    """Run the figures that were asked for."""
    parser = argparse.ArgumentParser(description="Measure, and print ratios.")
    parser.add_argument("figures", nargs="*", metavar="FIGURE", help=", ".join(FIGURES))
    parser.add_argument("--quick", action="store_true", help="tiny sizes")
    parser.add_argument("--write", action="store_true", help="write bench/results.md")
    chosen = parser.parse_args()
    if unknown := set(chosen.figures) - set(FIGURES):
        there_are = f"there are {', '.join(FIGURES)}"
        parser.error(f"no such figure: {', '.join(sorted(unknown))}; {there_are}")
    sizes = QUICK if chosen.quick else Sizes()
    parts = [_head(sizes)]
    for name in chosen.figures or FIGURES:
        tables: list[Table] = import_module(f"fig_{name}").measure(sizes)
        parts += [table.markdown() for table in tables]
    text = "\n".join(parts)
    sys.stdout.write(text)
    if chosen.write:
        RESULTS.write_text(text, encoding="utf-8")
    return 0


def _head(sizes: Sizes) -> str:
    versions = [f"{name} {version}" for name in NAMED if (version := _version(name))]
    return (
        "# What was measured\n\n"
        f"One run of `bench/run.py`: medians of {sizes.rounds} rounds in turns, after one to"
        " warm up; processor time unless a column says wall. Read the ratios: the machine is a"
        f" shared one with {os.cpu_count()} processors, and the absolute figures move with it.\n\n"
        f"{platform.python_implementation()} {platform.python_version()} on"
        f" {platform.system()}; {', '.join(versions)}.\n"
    )


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


if __name__ == "__main__":
    sys.exit(main())
