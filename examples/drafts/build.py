"""Builds the fictional example drafts.

``python examples/drafts/build.py`` writes the sound and the faulty files beside this script;
``python examples/drafts/build.py --faults F03,F07 -o draft.docx`` writes one overview report
with only those faults.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from drafting.content import load
from drafting.faults import FAULTS, spoil
from drafting.layout import action_plan_bytes, report_bytes

HERE = Path(__file__).resolve().parent


def overview(faults: Sequence[str] = ()) -> bytes:
    """Give the overview report as .docx bytes, with the faults named and no others."""
    report = load("overview")
    spoil(report, faults)
    return report_bytes(report)


def all_files() -> dict[str, bytes]:
    """Give every committed draft, by file name."""
    return {
        "sound-overview.docx": overview(),
        "sound-summary.docx": report_bytes(load("summary")),
        "sound-action-plan.docx": action_plan_bytes(load("action-plan")),
        "faulty-overview.docx": overview(list(FAULTS)),
    }


def main(arguments: Sequence[str]) -> None:
    """Read the command line and write what it asks for."""
    parser = argparse.ArgumentParser(description="Build the fictional example drafts.")
    parser.add_argument("--faults", default="", help="ids, parted by commas, such as F03,F07")
    parser.add_argument("-o", "--output", type=Path, help="where to write a single overview report")
    options = parser.parse_args(arguments)
    wanted = [one.strip() for one in options.faults.split(",") if one.strip()]
    unknown = sorted(set(wanted) - set(FAULTS))
    if unknown:
        parser.error(f"unknown faults: {', '.join(unknown)}")
    if wanted and options.output is None:
        parser.error("--faults needs --output, so that the committed files stay as they are")
    if options.output is not None:
        options.output.write_bytes(overview(wanted))
        return
    for name, data in all_files().items():
        (HERE / name).write_bytes(data)


if __name__ == "__main__":
    main(sys.argv[1:])
