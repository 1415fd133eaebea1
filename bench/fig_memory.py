"""How much memory ten thousand decisions leave behind, for each engine.

Each engine has a process of its own, which reports what it holds after a first pass over
all cases (everything that is kept on purpose is then there) and after the last decision.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path

from measuring import Sizes, Table

LIMIT = 20  # MB


def measure(sizes: Sizes) -> list[Table]:
    """One table: growth in megabytes against the limit."""
    from fig_decisions import engines

    table = Table(
        f"Memory: growth over {sizes.decisions:,} explained decisions",
        ("engine", "before, MB", "growth, MB", f"of the {LIMIT} MB allowed"),
        notes=["Resident memory of one process each; *before* is after one pass over all cases."],
    )
    for choice in engines():
        before, after = _in_own_process(choice, sizes)
        grown = after - before
        table.add(choice, f"{before:.0f}", f"{grown:.1f}", f"{grown / LIMIT:.0%}")
    return [table]


def _in_own_process(choice: str, sizes: Sizes) -> tuple[float, float]:
    command = [sys.executable, __file__, choice, str(sizes.cases), str(sizes.decisions)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    before, after = done.stdout.split()
    return float(before), float(after)


def resident() -> float:
    """Megabytes that this process holds: now on Linux, else the most it ever held."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        pages = int(statm.read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1e6 if sys.platform == "darwin" else 1e3)


def main(choice: str, count: int, decisions: int) -> None:
    """Print what is held before and after."""
    import cases
    from dhr_checker.checker.decision import decide

    records = cases.records(count)

    def pass_over(number: int) -> None:
        for at in range(number):
            record = records[at % count]
            decide(record, as_of=cases.AS_OF, engine=choice, **cases.KEYS)  # pyright: ignore[reportArgumentType]
        gc.collect()

    pass_over(count)
    before = resident()
    pass_over(decisions)
    sys.stdout.write(f"{before} {resident()}\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
