"""Work spread over processes: results in the order of the work, and a dead worker is no end.

Processes and not threads, because checking is work for the processor; begun afresh ("spawn"),
because that is the only way on Windows and the only safe one beside threads elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

_Work = TypeVar("_Work")
_Result = TypeVar("_Result")
_Dead = TypeVar("_Dead")
Told = Callable[[str], None]


def spread(
    function: Callable[[_Work], _Result],
    works: Sequence[_Work],
    jobs: int,
    dead: _Dead,
    done: Callable[[int, int], None] | None = None,
) -> list[_Result | _Dead]:
    """Call a module's function with each piece of work; ``dead`` where its process died.

    ``jobs`` is how many processes; with 1, or a single piece of work, it is done in this one.
    ``done`` is called with how many pieces are done, and of how many.
    """
    if jobs <= 1 or len(works) <= 1:
        return _here(function, works, done)
    return _elsewhere(function, works, min(jobs, len(works)), dead, done)


def _here(
    function: Callable[[_Work], _Result],
    works: Sequence[_Work],
    done: Callable[[int, int], None] | None,
) -> list[_Result]:
    results: list[_Result] = []
    for work in works:
        results.append(function(work))
        if done:
            done(len(results), len(works))
    return results


def _elsewhere(
    function: Callable[[_Work], _Result],
    works: Sequence[_Work],
    jobs: int,
    dead: _Dead,
    done: Callable[[int, int], None] | None,
) -> list[_Result | _Dead]:
    from concurrent.futures import as_completed
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor
    from multiprocessing import get_context

    spawn = get_context("spawn")
    results: dict[int, _Result | _Dead] = {}
    pool = ProcessPoolExecutor(jobs, mp_context=spawn)
    try:
        waiting = {pool.submit(function, work): at for at, work in enumerate(works)}
        for future in as_completed(waiting):
            try:
                results[waiting[future]] = future.result()
            except BrokenProcessPool:
                continue  # whichever piece of work it was: seen to below
            if done:
                done(len(results), len(works))
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    for at, work in enumerate(works):
        if at in results:
            continue
        # A worker that dies takes the whole pool with it, so the rest is done one by one.
        with ProcessPoolExecutor(1, mp_context=spawn) as alone:
            try:
                results[at] = alone.submit(function, work).result()
            except BrokenProcessPool:
                results[at] = dead
        if done:
            done(len(results), len(works))
    return [results[at] for at in range(len(works))]
