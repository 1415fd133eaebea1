"""The options by which a check is set up: a file beside the draft, and flags that go before it."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ..errors import InputError

if TYPE_CHECKING:
    from ..settings import InForce

_Command = TypeVar("_Command", bound=Callable[..., Any])
_RULE = "RULE=REASON"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the options ask for; which file is read depends on the draft."""

    config: str | None
    no_config: bool
    off: tuple[str, ...]
    demote: tuple[str, ...]

    def for_draft(self, draft: str) -> InForce:
        """The settings for one draft.

        Raises InputError for a file that cannot be used, or a flag without a reason.
        """
        from ..settings import for_draft

        if self.config and self.no_config:
            raise InputError(
                "--config and --no-config exclude each other.",
                mend="Leave out one of them.",
                code="settings.both",
            )
        return for_draft(draft, self.config, self.off, self.demote, look_beside=not self.no_config)

    def inputs(self, draft: str) -> tuple[str, ...]:
        """The file that is read for a draft, which no output may overwrite."""
        from ..settings_file import beside

        found = self.config or (None if self.no_config else beside(draft))
        return (str(found),) if found else ()


def settings_options(command: _Command) -> _Command:
    """``--config``, ``--no-config``, ``--off`` and ``--demote``, handed over as ``settings``."""

    @functools.wraps(command)
    def with_settings(
        *args: Any,
        config: str | None,
        no_config: bool,
        off: tuple[str, ...],
        demote: tuple[str, ...],
        **others: Any,
    ) -> Any:
        return command(*args, settings=Wanted(config, no_config, off, demote), **others)

    made: Any = with_settings
    for name, settings in reversed(_OPTIONS):
        made = click.option(name, **settings)(made)
    return made


_OPTIONS: tuple[tuple[str, dict[str, Any]], ...] = (
    (
        "--config",
        {"help": "Settings to use; by default dhr.toml beside the draft, and no other file."},
    ),
    (
        "--no-config",
        {"is_flag": True, "help": "Read no settings, though they lie beside the draft."},
    ),
    (
        "--off",
        {
            "multiple": True,
            "metavar": _RULE,
            "help": "Do not check a rule, and say why; may be repeated.",
        },
    ),
    (
        "--demote",
        {
            "multiple": True,
            "metavar": _RULE,
            "help": "Make a breach of a rule a question, and say why; may be repeated.",
        },
    ),
)
