"""``dhr completion SHELL``: what a shell needs to complete commands, options and file names."""

from __future__ import annotations

import click
from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

_SHELLS: dict[str, type[ShellComplete]] = {
    "bash": BashComplete,
    "fish": FishComplete,
    "zsh": ZshComplete,
}


@click.command()
@click.argument("shell", type=click.Choice(sorted(_SHELLS)))
def completion(shell: str) -> None:
    """Print the completion for a shell: commands, options and file names on the Tab key.

    \b
    bash (4.4 or later):  dhr completion bash >> ~/.bashrc
    zsh:                  dhr completion zsh >> ~/.zshrc
    fish:                 dhr completion fish > ~/.config/fish/completions/dhr.fish

    Then begin a new terminal.  PowerShell and the Windows command prompt are not supported.
    """
    root = click.get_current_context().find_root().command
    made = _SHELLS[shell](root, {}, "dhr", "_DHR_COMPLETE")
    # Not the class's own source(): that of bash runs a program, only to learn its version.
    click.echo(ShellComplete.source(made))
