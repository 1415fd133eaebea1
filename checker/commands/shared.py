"""What every command does alike: read the input, write the output privately, tell errors.

What the exit statuses mean stands in ``exits``.  An error is one message on standard error
and never a traceback; output appears whole or not at all.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable, Generator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from ..errors import DhrError, EngineError, InputError
from ..exits import Exit
from .voice import PROGRESS, coloured, complain, detail, in_brief, painted, voice

_Command = TypeVar("_Command", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A calendar day, written 2024-03-07."""

    name = "date"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:
        """Read the day, or fail with what to write instead."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail("write a date as 2024-03-07.", param, ctx)


def as_of_option(command: _Command) -> _Command:
    """``--as-of``, the day to measure against."""
    return click.option(
        "--as-of",
        type=Day(),
        default=None,
        help="The day to measure against (default: today); such as 2024-03-07.",
    )(command)


def output_options(*formats: str) -> Callable[[_Command], _Command]:
    """``--format`` with the given choices, the first as default, and ``-o FILE``."""

    def add(command: _Command) -> _Command:
        command = click.option(
            "--format", "form", type=click.Choice(formats), default=formats[0], show_default=True
        )(command)
        return click.option(
            "-o", "--output", "target", type=click.Path(path_type=Path), help="Write to a file."
        )(command)

    return add


def selection_options(command: _Command) -> _Command:
    """The four keys that choose the rules."""
    for name, words in (
        ("--overlay", "Local overlay, such as gloucestershire-2019, or none."),
        ("--nation", "england or wales."),
        ("--edition", "Edition of the guidance: 2011, 2013 or 2016."),
        ("--test", "Statutory test, such as dvcva-2004-s9."),
    ):
        command = click.option(name, default=None, help=words)(command)
    return command


def engine_option(command: _Command) -> _Command:
    """``--engine``, which engines run."""
    return click.option(
        "--engine",
        type=click.Choice(["auto", "durable", "plain", "both"]),
        default="auto",
        show_default=True,
        help="auto runs both engines, and compares them, where durable-rules works.",
    )(command)


def today(as_of: date | None) -> date:
    """The day to measure against: the one given, else the computer's own."""
    return as_of or datetime.now().astimezone().date()


def source(name: str) -> Path | bytes:
    """A path, or the bytes of standard input where the name is ``-``."""
    return sys.stdin.buffer.read() if name == "-" else Path(name)


@contextlib.contextmanager
def told_plainly(doing: str = "") -> Generator[None]:
    """Turn every error into one message and its exit status; show progress while it takes long.

    ``doing`` is what a terminal is told after a second, such as ``Checking``.
    """
    began = time.monotonic()
    if doing:
        PROGRESS.start(doing)
    try:
        yield
        detail(f"done in {time.monotonic() - began:.1f} seconds.")
    except DhrError as error:
        refuse(error)
    except BrokenPipeError:
        # The reader of a pipe went away; there is nobody to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(Exit.STOPPED) from None
    except KeyboardInterrupt:
        complain("dhr: stopped before the end. Nothing more will be written.")
        raise SystemExit(Exit.STOPPED) from None
    except OSError as error:
        refuse(
            InputError(
                f"a file or folder cannot be used ({error.strerror or type(error).__name__}).",
                mend="Check the names that were given, and that you may read and write there.",
                code="file.unusable",
            )
        )
    except (click.ClickException, click.exceptions.Exit, click.Abort):
        raise
    except Exception as error:
        _admit(error)
    finally:
        PROGRESS.stop()


def refuse(error: DhrError) -> NoReturn:
    """Say what is wrong on standard error and leave."""
    problems = getattr(error, "problems", None)
    if problems:
        where = f"{error.where}: " if error.where else ""
        complain(f"dhr: {where}the case record cannot be used:")
        for at, what in problems:
            click.echo(f"  {at + ': ' if at else ''}{what}", err=True)
        if error.mend:
            click.echo(error.mend, err=True)
    else:
        complain(f"dhr: {error}")
    detail(f"the code of this message is {error.code}.")
    raise SystemExit(Exit.BROKEN if isinstance(error, EngineError) else Exit.UNUSABLE)


def _admit(error: Exception) -> NoReturn:
    """Say that this program has a fault.

    Where in the program, and never the error's own text: that may quote a record or a draft.
    """
    import traceback  # only here: it is needed once in the life of a fault

    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{Path(one.filename).name}, line {one.lineno}" for one in frames]
    complain(
        f"dhr: a fault in this program ({type(error).__name__} in {places[-1]}). It says nothing"
        " about the case or the draft. Tell whoever looks after the program, with this message."
    )
    detail(f"the way to it: {'; '.join(places)}.")
    raise SystemExit(Exit.BROKEN)


def needs_file(form: str, target: Path | None) -> None:
    """Refuse a Word document on a terminal or a pipe: it is a file or it is nothing.

    Raises InputError.
    """
    if form == "docx" and target is None:
        raise InputError(
            "a Word document has to be written to a file.",
            mend="Name it with -o, such as -o decision.docx.",
            code="output.needs-file",
        )


def emit(
    content: str | bytes,
    target: Path | None,
    *inputs: str,
    outcome_first: bool = False,
    option: str = "-o",
) -> None:
    """Write the output, whole or not at all; a file is readable by its owner only.

    ``outcome_first`` says that what stands before the first heading is the outcome, which is
    all that ``--quiet`` leaves on standard output.

    Raises InputError where the target cannot be written, or is one of the inputs.
    """
    PROGRESS.stop()
    if target is None and isinstance(content, str):
        if outcome_first and voice().quiet:
            content = in_brief(content)
        if coloured(sys.stdout):
            click.echo(painted(content), nl=False, color=True)
            return
    data = content.encode("utf-8") if isinstance(content, str) else content
    if target is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    if any(_same(target, name) for name in inputs if name != "-"):
        raise InputError(
            "the output would overwrite the input.",
            mend=f"Give another name after {option}.",
            code="output.over-input",
        )
    if target.is_dir():
        raise InputError(
            "the place for the output is a folder.",
            mend=f"Name a file in it, such as {option} {target.name or 'reports'}/output.txt.",
            code="output.is-folder",
        )
    _write_privately(data, target)
    detail(f"wrote a file of {len(data):,} bytes.")


def new_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write files into a folder, readable by their owner only; none is overwritten.

    Raises InputError where the folder cannot be made, or holds one of them already.
    """
    there = [name for name in contents if (folder / name).exists()]
    if there:
        raise InputError(
            f"the folder already holds {', '.join(there)}.",
            mend="Name a new folder, or move those files away: nothing is overwritten.",
            code="output.exists",
        )
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        raise InputError(
            "the folder cannot be made there.",
            mend="Check that the place exists and that you may write to it.",
            code="output.folder",
        ) from None
    for name, data in contents.items():
        _write_privately(data, folder / name)


def _same(target: Path, name: str) -> bool:
    try:
        return target.exists() and target.samefile(name)
    except OSError:
        return False


def _write_privately(data: bytes, target: Path) -> None:
    import tempfile  # only here: most output goes to the screen, and it is slow to import

    try:
        # Beside the target, so that the final step is a rename and never half a file.
        handle, part = tempfile.mkstemp(dir=target.parent, prefix=".dhr-")
    except OSError:
        raise InputError(
            "the output file cannot be written there.",
            mend="Check that the folder exists and that you may write to it.",
            code="output.no-place",
        ) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(part).replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            Path(part).unlink()
        raise InputError(
            "the output file could not be written.",
            mend="Close it where it is open, in Word perhaps, and check the disk's free space.",
            code="output.not-written",
        ) from None
