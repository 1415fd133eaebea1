"""The ``dhr`` command: parse, call the API, render, exit code.  Nothing else happens here."""

from __future__ import annotations

import atexit
import gc
import io
import sys
from importlib import import_module
from typing import Any

import click

from .checker.commands.voice import with_voice
from .checker.exits import Exit, help_lines
from .checker.version import VERSION

COMMANDS: dict[str, str] = {
    "ask": "Ask, one at a time, what can still change the outcome.",
    "chair": "Set the chair and the author against the rules, step by step.",
    "check": "Check a draft as a reader for the Quality Assurance Panel would.",
    "clean": "Copy a Word file without authors, properties, comments and revision ids.",
    "completion": "Print what a shell needs to complete commands and file names.",
    "decide": "Decide whether a death calls for a domestic homicide review.",
    "inspect": "Show what a Word file holds besides its printed text.",
    "new": "Begin a case record, or the skeleton of a report in Word.",
    "notices": "Draft the letters that a decision calls for, as Word files.",
    "rules": "Look into the rule base, check it, and compare packs.",
    "schema": "Print the JSON Schema of what goes in or comes out.",
    "timeline": "Print every duty with its start, limit, due date and state.",
}
"""Each command, in one line.  ``checker/commands`` has a module of that name, with the command."""


# Python searches all that is left for cycles before it ends, which takes a tenth of the time of
# a decision; the process gives its memory back as a whole anyway.
atexit.register(gc.freeze)


def dressed(command: click.Command, name: str) -> click.Command:
    """A command with what all have alike: how much it says, and its exit statuses in its help."""
    if isinstance(command, click.Group):
        for inner, one in command.commands.items():
            dressed(one, f"{name} {inner}")
    elif command.epilog is None:  # once, however often it is asked for
        command.epilog = help_lines(name)
        if name not in ("ask", "schema", "completion"):
            with_voice(command)
    return command


class LazyGroup(click.Group):
    """A group that imports a command's module only when that command is asked for.

    A criteria decision needs no lxml, and ``dhr --version`` needs nothing at all; most of
    the time a command line takes to start is spent importing.
    """

    def main(self, *args: Any, standalone_mode: bool = True, **more: Any) -> Any:
        """Run, and tell a wrong command line as every other error is told.

        Exits with a status of ``checker/exits``; raises only where a caller asks for that.
        """
        if not standalone_mode:
            return super().main(*args, standalone_mode=False, **more)
        try:
            status = super().main(*args, standalone_mode=False, **more)
        except click.exceptions.NoArgsIsHelpError as nothing_asked:
            click.echo(nothing_asked.format_message())
            raise SystemExit(Exit.UNUSABLE) from None
        except click.UsageError as error:
            from .checker.commands.shared import refuse
            from .checker.commands.usage import plainly

            refuse(plainly(error, list(COMMANDS)))
        except click.Abort:
            raise SystemExit(Exit.STOPPED) from None
        raise SystemExit(status if isinstance(status, int) else Exit.OK)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands without importing one."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command asked for; None when there is no such command."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f".checker.commands.{cmd_name}", __package__)
        command = getattr(module, cmd_name)
        if not isinstance(command, click.Command):
            raise TypeError(f"{cmd_name} is not a click command")
        return dressed(command, cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing one."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))


@click.group(cls=LazyGroup, epilog=help_lines())
@click.version_option(VERSION, prog_name="dhr")
def main() -> None:
    """Criteria decisions and Quality Assurance readiness for domestic homicide reviews."""
    # A console of cp1252, as on many Windows machines, has not every letter of a name or a file.
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
