"""The ``dhr`` command: parse, call the API, render, exit code.  Nothing else happens here."""

from __future__ import annotations

from importlib import import_module

import click

from .checker.version import VERSION

# command name -> module of this package that defines it, and the click command in that module
COMMANDS: dict[str, tuple[str, str]] = {
    "ask": (".checker.commands.ask", "ask"),
    "chair": (".checker.commands.chair", "chair"),
    "check": (".checker.commands.check", "check"),
    "decide": (".checker.commands.decide", "decide"),
    "rules": (".checker.commands.rules", "rules"),
    "schema": (".checker.commands.schema", "schema"),
    "timeline": (".checker.commands.timeline", "timeline"),
}


class LazyGroup(click.Group):
    """A group that imports a command's module only when that command is asked for.

    A criteria decision needs no lxml, and ``dhr --version`` needs nothing at all; most of
    the time a command line takes to start is spent importing.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands without importing one."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command asked for; None when there is no such command."""
        if cmd_name not in COMMANDS:
            return None
        module, attribute = COMMANDS[cmd_name]
        command = getattr(import_module(module, __package__), attribute)
        if not isinstance(command, click.Command):
            raise TypeError(f"{module}.{attribute} is not a click command")
        return command


@click.group(cls=LazyGroup)
@click.version_option(VERSION, prog_name="dhr")
def main() -> None:
    """Criteria decisions and Quality Assurance readiness for domestic homicide reviews."""
