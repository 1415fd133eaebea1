"""A command line that cannot be understood, told as every other error is.

click's own words speak of options and parameters and quote what was typed, which may be a
file's name.  These say what is wrong and what to type instead.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import Any, cast

import click

from ..errors import InputError


def plainly(error: click.UsageError, commands: Sequence[str]) -> InputError:
    """The error as one of ours; ``commands`` are those that there are."""
    for kind, told in _TOLD:
        if isinstance(error, kind):
            return told(error)
    said = error.message
    if said.startswith("No such command"):
        return _no_command(said, commands)
    if "extra argument" in said:
        return InputError(
            "more was named than this command takes.",
            mend='Put a name with spaces in quotation marks: "My case.yaml".' + more_help(error),
            code="option.too-many",
        )
    return InputError(_sentence(said), mend=more_help(error).strip(), code="option.wrong")


def _no_command(said: str, commands: Sequence[str]) -> InputError:
    near = get_close_matches(said.split("'")[1] if "'" in said else "", commands, n=1)
    return InputError(
        "there is no such command.",
        mend=f"Did you mean `dhr {near[0]}`?" if near else "`dhr --help` lists them.",
        code="option.no-command",
    )


def _no_option(error: click.NoSuchOption) -> InputError:
    near = " or ".join(sorted(error.possibilities or ()))
    return InputError(
        "there is no such option.",
        mend=((f"Did you mean {near}?" if near else "") + more_help(error)).strip(),
        code="option.no-option",
    )


def _missing(error: click.MissingParameter) -> InputError:
    argument = isinstance(error.param, click.Argument)
    return InputError(
        f"{_name(error)} is missing.",
        mend=("It comes after the command." if argument else "Add it.") + more_help(error),
        code="option.missing",
    )


def _bad(error: click.BadParameter) -> InputError:
    kind: Any = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        words = ", ".join(str(word) for word in cast("Sequence[object]", kind.choices))
        if isinstance(error.param, click.Argument):
            return InputError(
                "that is none of the words that this command takes.",
                mend=f"Choose one of: {words}.",
                code="option.word",
            )
        return InputError(
            f"what stands for {_name(error)} is not one of its words.",
            mend=f"Choose one of: {words}.",
            code="option.choice",
        )
    if isinstance(kind, click.IntRange):
        return InputError(
            f"what stands for {_name(error)} is no number that it takes.",
            mend=f"Give a whole number from {kind.min} to {kind.max}.",
            code="option.number",
        )
    if kind is not None and kind.name == "date":
        return InputError(
            f"what stands for {_name(error)} is no date.",
            mend="Write it with the year first, as 2024-03-07.",
            code="option.date",
        )
    return InputError(_sentence(error.message), mend=more_help(error).strip(), code="option.wrong")


_TOLD: tuple[tuple[type[click.UsageError], Callable[[Any], InputError]], ...] = (
    (click.NoSuchOption, _no_option),
    (click.MissingParameter, _missing),
    (click.BadParameter, _bad),
)


def _name(error: click.BadParameter) -> str:
    """What the help calls it: --format, or DRAFT."""
    parameter = error.param
    if parameter is None:
        return "a parameter"
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return parameter.make_metavar(error.ctx or click.get_current_context()).rstrip(".")


def more_help(error: click.UsageError) -> str:
    """Where the help of the command is, as the end of a message."""
    return f" `{error.ctx.command_path} --help` says more." if error.ctx else ""


def _sentence(said: str) -> str:
    """A sentence of click's, as ours begin and end."""
    said = said.strip().rstrip(".")
    return f"{said[:1].lower()}{said[1:]}."
