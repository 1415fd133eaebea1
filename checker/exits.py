"""What every exit status means: one table, from which commands, help and documents take it.

A status never changes its meaning: scripts are written against them.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum


class Exit(IntEnum):
    """How a command ended."""

    OK = 0
    FAILED = 1
    UNUSABLE = 2
    OPEN = 3
    BROKEN = 4
    STOPPED = 130


MEANING: Mapping[Exit, str] = {
    Exit.OK: "done; of a draft, nothing failed; of a case, decided (met or not met)",
    Exit.FAILED: "done, and something failed",
    Exit.UNUSABLE: "unusable input or option; one message says what, where, what to do",
    Exit.OPEN: "done, and the decision is open",
    Exit.BROKEN: "a fault in this program; never a verdict on what was handed in",
    Exit.STOPPED: "stopped before the end: by Ctrl-C, or nobody reads the output any more",
}

_UNUSABLE = {Exit.UNUSABLE: "unusable input"}
_DONE = {Exit.OK: "done"} | _UNUSABLE
_CASE = {Exit.OK: "decided: met, or not met", Exit.OPEN: "open"} | _UNUSABLE
_ALWAYS = {Exit.BROKEN: "a fault in this program", Exit.STOPPED: "stopped before the end"}

_OF: Mapping[str, Mapping[Exit, str]] = {
    "ask": _CASE,
    "chair": _DONE,
    "check": {
        Exit.OK: "nothing failed",
        Exit.FAILED: "something failed; with --new-only: something that is new",
        Exit.UNUSABLE: "unusable input; of several drafts: one was not checked, the rest was",
    },
    "clean": _DONE,
    "completion": _DONE,
    "decide": _CASE,
    "inspect": _DONE,
    "new": _DONE,
    "notices": _DONE,
    "rules coverage": {
        Exit.OK: "every paragraph has its entry",
        Exit.FAILED: "a paragraph has no entry, or a rule no paragraph",
    }
    | _UNUSABLE,
    "rules diff": _DONE,
    "rules lint": {Exit.OK: "no findings", Exit.FAILED: "findings"} | _UNUSABLE,
    "rules list": _DONE,
    "rules pages": _DONE,
    "rules show": _DONE,
    "rules test": {Exit.OK: "every example came out", Exit.FAILED: "an example failed"} | _UNUSABLE,
    "schema": _DONE,
    "timeline": _DONE,
}


def commands() -> tuple[str, ...]:
    """Every command that has exit statuses, such as ``rules lint``."""
    return tuple(_OF)


def of(command: str) -> dict[Exit, str]:
    """The statuses of one command, in order.  Raises KeyError for one that is not listed."""
    return dict(sorted((dict(_OF[command]) | _ALWAYS).items()))


def help_lines(command: str = "") -> str:
    """The statuses as ``--help`` ends with them: of one command, or in general."""
    table = of(command) if command else dict(MEANING)
    width = max(len(str(int(status))) for status in table)
    lines = [f"  {int(status):<{width}}  {said}" for status, said in table.items()]
    return "\n".join(["\b", "Exit status:", *lines])


def markdown() -> str:
    """The table for the documents: what each means in general, and for which commands."""
    rows = ["| exit status | meaning | commands |", "|---|---|---|"]
    for status, said in MEANING.items():
        having = [f"`{name}`" for name in _OF if status in of(name)]
        where = "all" if len(having) == len(_OF) else ", ".join(having)
        rows.append(f"| {int(status)} | {said} | {where} |")
    return "\n".join(rows) + "\n"
