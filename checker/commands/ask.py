"""``dhr ask [CASE]``: an interview in a terminal, saved after every answer."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click
from typing_extensions import Unpack

from ...schemas.decision import Outcome
from ..errors import DhrError, InputError
from ..exits import Exit
from ..prepare import Keys
from . import shared
from .ask_files import Saved, open_record
from .ask_talk import Leave, Talk


@click.command()
@click.argument("case", required=False, type=click.Path())
@click.option(
    "-o",
    "--output",
    "target",
    type=click.Path(path_type=Path),
    help="Where to save; by default beside CASE, or case-record.yaml.",
)
@click.option(
    "--also",
    multiple=True,
    type=click.Choice(["lead", "reviews"]),
    help="Ask as well what decides who leads, or which other reviews are set off.",
)
@shared.as_of_option
@shared.selection_options
def ask(
    case: str | None,
    target: Path | None,
    also: tuple[str, ...],
    as_of: date | None,
    **keys: Unpack[Keys],
) -> None:
    """Ask, one at a time, the questions that can still change the decision.

    CASE is a case record to go on with; without one, a new record is begun.  The record is
    saved after every answer, so you can leave at any moment and go on another day.
    """
    with shared.told_plainly():
        from ..interview import Interview, Setting

        file = open_record(case, target)
        goals: Any = ("outcome", *also)
        setting = Setting(goals, shared.today(as_of), None, keys)
        talk = Talk()
        try:
            record = file.record if file.record is not None else talk.new_record()
            interview = Interview(record, setting)
            file.save(interview.record)
            _hold(talk, interview, file)
        except Leave:
            talk.say("")
        outcome = _close(talk, file, setting)
    raise SystemExit(Exit.OPEN if outcome is Outcome.OPEN else Exit.OK)


def _hold(talk: Talk, interview: Any, file: Saved) -> None:
    """Put question after question until none is left."""
    talk.say(f"Every answer is saved in {file.shown}. Type q to leave at any time.")
    while True:
        talk.standing(interview.standing())
        found = interview.questions()
        if not found:
            return
        try:
            talk.put(interview, found[0])
        except InputError as error:
            talk.say(f"That answer cannot stand in the record: {_plain(error)}")
        file.save(interview.record)


def _plain(error: DhrError) -> str:
    problems: list[tuple[str, str]] = getattr(error, "problems", [])
    return "; ".join(f"{at}: {what}" for at, what in problems) or str(error)


def _close(talk: Talk, file: Saved, setting: Any) -> Outcome:
    """Say where it was left, and how to go on."""
    from ..interview import Interview

    if file.record is None:
        talk.say("Nothing was saved.")
        return Outcome.OPEN
    outcome = Interview(file.record, setting).standing().outcome
    talk.say(f"Saved in {file.shown}. The outcome is {str(outcome).upper()}.")
    talk.say(f"To go on: dhr ask {file.shown}    To see the decision: dhr decide {file.shown}")
    return outcome
