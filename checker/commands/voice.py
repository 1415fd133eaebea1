"""How much a command says beside its result: ``--quiet``, ``--verbose``, colour, progress.

All of it but colour goes to standard error, so that a result can be piped or kept.  Nothing of
it names a file or a person.  Colour only makes headings bold: it carries no meaning.
"""

from __future__ import annotations

import os
import re
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TextIO, TypeVar

import click

_Command = TypeVar("_Command", bound=click.Command)
_AFTER, _EVERY = 1.0, 1.0  # seconds
_HEADED = re.compile(r"^(?P<title>\S.*)\n(?P<line>=+|-+)$", re.M)
_FIRST_HEADING = re.compile(r"^\S.*\n-+$", re.M)


@dataclass
class Voice:
    """How much is to be said in this run."""

    quiet: bool = False
    verbose: bool = False


_KEY = "dhr.voice"


def voice() -> Voice:
    """How much is to be said; the usual where no command runs."""
    context = click.get_current_context(silent=True)
    return Voice() if context is None else context.meta.setdefault(_KEY, Voice())


def _set(name: str) -> Callable[[click.Context, click.Parameter, bool], None]:
    def set_it(context: click.Context, _: click.Parameter, given: bool) -> None:
        spoken = context.meta.setdefault(_KEY, Voice())
        if given:
            setattr(spoken, name, True)
        if spoken.quiet and spoken.verbose:
            raise click.UsageError("--quiet and --verbose exclude each other: leave out one.")

    return set_it


def with_voice(command: _Command) -> _Command:
    """Give a command ``--quiet`` and ``--verbose``."""
    command.params += [
        click.Option(
            ["-q", "--quiet"],
            is_flag=True,
            expose_value=False,
            callback=_set("quiet"),
            help="Say only the outcome, and errors.",
        ),
        click.Option(
            ["-v", "--verbose"],
            is_flag=True,
            expose_value=False,
            callback=_set("verbose"),
            help="Also say on standard error what is done, and how long it takes.",
        ),
    ]
    return command


def detail(text: str) -> None:
    """Say what is done, where ``--verbose`` asks for it."""
    if voice().verbose:
        PROGRESS.stop()
        click.echo(f"dhr: {text}", err=True)


def remark(text: str) -> None:
    """Say on standard output what is beside the result, unless ``--quiet`` forbids it."""
    if not voice().quiet:
        click.echo(text)


# --- colour -----------------------------------------------------------------------------------


def coloured(stream: TextIO) -> bool:
    """Whether to use colour: https://no-color.org and FORCE_COLOR, else a terminal that has it."""
    if os.environ.get("NO_COLOR"):
        return False
    forced = os.environ.get("FORCE_COLOR", "")
    if forced:
        return forced != "0"
    return _is_terminal(stream) and os.environ.get("TERM") != "dumb"


def painted(text: str) -> str:
    """The text with its titles and headings in bold."""
    return _HEADED.sub(lambda m: f"{click.style(m['title'], bold=True)}\n{m['line']}", text)


def in_brief(text: str) -> str:
    """What stands before the first heading: the outcome.  The whole where there is none."""
    first = _FIRST_HEADING.search(text)
    return f"{text[: first.start()].rstrip()}\n" if first else text


def complain(text: str) -> None:
    """Say on standard error what is wrong."""
    PROGRESS.stop()
    first, _, rest = text.partition(" ")
    if coloured(sys.stderr):
        click.echo(f"{click.style(first, fg='red', bold=True)} {rest}", err=True, color=True)
    else:
        click.echo(text, err=True)


def _is_terminal(stream: Any) -> bool:
    try:
        return bool(stream.isatty())
    except (AttributeError, ValueError):
        return False


# --- progress ---------------------------------------------------------------------------------


class Progress:
    """One line on a terminal that says what is going on, once that takes more than a second."""

    def __init__(self) -> None:
        self._said = ""
        self._doing = ""
        self._done = threading.Event()
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()

    def start(self, doing: str) -> None:
        """Begin; nothing is shown in a pipe, with ``--quiet``, or in the first second."""
        if voice().quiet or not _is_terminal(sys.stderr) or os.environ.get("TERM") == "dumb":
            return
        self.stop()
        self._doing, self._done = doing, threading.Event()
        self._thread = threading.Thread(
            target=self._run, args=(time.monotonic(), self._done), daemon=True
        )
        self._thread.start()

    def at(self, how_far: str) -> None:
        """How far it has come, such as ``3 of 7 read``."""
        self._doing = f"{self._doing.partition(':')[0]}: {how_far}"

    def stop(self) -> None:
        """End, and take the line away."""
        self._done.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        with self._lock:
            if self._said:
                sys.stderr.write(f"\r{' ' * len(self._said)}\r")
                sys.stderr.flush()
                self._said = ""

    def _run(self, began: float, done: threading.Event) -> None:
        wait = _AFTER
        while not done.wait(wait):
            wait = _EVERY
            text = f"{self._doing} ({time.monotonic() - began:.0f} s)"
            with self._lock:
                sys.stderr.write(f"\r{text.ljust(len(self._said))}")
                sys.stderr.flush()
                self._said = text


PROGRESS = Progress()
"""Of this process: there is one terminal."""
