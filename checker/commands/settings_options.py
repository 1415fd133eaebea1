"""The options by which a check is set up, and the earlier report that it is compared with."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ..errors import InputError

if TYPE_CHECKING:
    from ...schemas.compliance import ComplianceReport
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
    baseline: str | None
    new_only: bool

    def earlier(self) -> tuple[ComplianceReport, ...]:
        """The report on an earlier draft, to compare with; empty if none was named.

        Raises InputError for a file that is no report.
        """
        from ..baseline import load_report

        if self.baseline is None:
            if self.new_only:
                raise InputError(
                    "--new-only looks at what is new, and there is nothing to compare with.",
                    mend="Name the report on the earlier draft with --baseline.",
                    code="baseline.missing",
                )
            return ()
        return (load_report(self.baseline),)

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
        """The files that are read beside a draft, which no output may overwrite."""
        from ..settings_file import beside

        found = self.config or (None if self.no_config else beside(draft))
        return tuple(str(one) for one in (found, self.baseline) if one)


def settings_options(command: _Command) -> _Command:
    """What sets a check up, and what it is compared with, handed over as ``settings``."""

    @functools.wraps(command)
    def with_settings(
        *args: Any,
        config: str | None,
        no_config: bool,
        off: tuple[str, ...],
        demote: tuple[str, ...],
        baseline: str | None,
        new_only: bool,
        **others: Any,
    ) -> Any:
        return command(
            *args, settings=Wanted(config, no_config, off, demote, baseline, new_only), **others
        )

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
    (
        "--baseline",
        {
            "metavar": "OLD.json",
            "help": "The JSON report on an earlier draft: say what is new, remains, was put right.",
        },
    ),
    (
        "--new-only",
        {
            "is_flag": True,
            "help": "With --baseline: the exit status is 1 only if something failed that is new.",
        },
    ),
)
