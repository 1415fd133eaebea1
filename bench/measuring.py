"""How things are timed here: side by side, in turns, and the median of several rounds.

The machine may be busy with other things, so nothing is timed alone: every round runs each
contestant once, and what is compared are contestants of the same run.  Time is that of the
processor, which a busy neighbour changes less than the clock on the wall.
"""

from __future__ import annotations

import gc
import os
import subprocess
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median


@dataclass(frozen=True)
class Sizes:
    """How much is measured; ``QUICK`` only shows that the scripts run."""

    cases: int = 300
    rounds: int = 7
    decisions: int = 10_000
    words: int = 60_000
    readings: int = 5
    starts: int = 15


QUICK = Sizes(cases=6, rounds=1, decisions=12, words=1_500, readings=1, starts=1)


@dataclass
class Table:
    """One figure: what was measured, against what, and remarks to read it by."""

    title: str
    columns: tuple[str, ...]
    rows: list[tuple[str, ...]] = field(default_factory=list[tuple[str, ...]])
    notes: list[str] = field(default_factory=list[str])

    def add(self, *cells: str) -> None:
        self.rows.append(cells)

    def markdown(self) -> str:
        lines = [f"## {self.title}", "", _row(self.columns)]
        lines += [_row(["---", *["---:"] * (len(self.columns) - 1)])]
        lines += [_row(row) for row in self.rows]
        return "\n".join([*lines, *(f"\n{note}" for note in self.notes)]) + "\n"


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def in_turns(contestants: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Median seconds of processor time of each contestant, after one round to warm up."""
    taken: dict[str, list[float]] = {name: [] for name in contestants}
    for number in range(rounds + 1):
        for name, work in contestants.items():
            gc.collect()  # nobody pays for another's rubbish
            began = time.process_time()
            work()
            if number:
                taken[name].append(time.process_time() - began)
    return {name: median(times) for name, times in taken.items()}


def starts(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, tuple[float, float]]:
    """Median seconds (wall, processor) of whole processes, run in turns."""
    wall: dict[str, list[float]] = {name: [] for name in commands}
    busy: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            before, began = _of_children(), time.perf_counter()
            done = subprocess.run(command, capture_output=True, check=False)
            ended, after = time.perf_counter(), _of_children()
            if done.returncode not in (0, 3):  # 3: an open decision
                raise RuntimeError(f"{name}: {done.stderr.decode(errors='replace')}")
            if number:
                wall[name].append(ended - began)
                busy[name].append(after - before)
    return {name: (median(wall[name]), median(busy[name])) for name in commands}


def _of_children() -> float:
    """Seconds of processor time that processes started here have used, those that ended."""
    try:
        import resource
    except ImportError:  # Windows, where the clock is coarser
        used = os.times()
        return used.children_user + used.children_system
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def times(ratio: float) -> str:
    """A ratio with as many figures as it deserves."""
    return f"{ratio:,.0f}" if ratio >= 20 else f"{ratio:.1f}" if ratio >= 2 else f"{ratio:.2f}"
