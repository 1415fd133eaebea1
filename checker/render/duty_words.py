"""How duties are spoken of, in text, on the page and in Word."""

from __future__ import annotations

from dataclasses import dataclass

from ...schemas.decision import DutyDue, DutyState
from ..duty_steps import Step
from ..wording import sentence


@dataclass(frozen=True, slots=True)
class Groups:
    """The headings under which steps stand."""

    now: str = "To do now"
    nothing_now: str = "Nothing can be done now: each step waits for an earlier one."
    later: str = "What follows, once the step before is done"
    if_yes: str = "What follows if the criteria are met"
    if_no: str = "What follows if the criteria are not met"
    unclear: str = "Not yet known whether these have to be done"
    earlier: str = "Of a stage that has passed; no date on record shows whether they were done"
    done: str = "Done, or none needed"


GROUPS = Groups()

CRITERIA = "whether the criteria are met"
"""What a duty waits on that hangs on the outcome; its group says so for all of them."""


def waits_for(duty: DutyDue) -> str:
    """What a duty waits on, beside the outcome that its group already names."""
    said = duty.waiting_on.split("; ") if duty.waiting_on else []
    return "; ".join(one for one in said if not (duty.follows and one == CRITERIA))


def due_or_limit(duty: DutyDue) -> str:
    """The day and how it was worked out, what was done, or the limit in words; no full stop."""
    if duty.done:
        late = ", late" if duty.state is DutyState.DONE_LATE else ""
        return f"Done: {duty.done}{late}"
    if duty.instead:
        return f"Nothing more to do. On record: {duty.instead}"
    if duty.arithmetic:
        return f"Due: {duty.arithmetic}"
    return f"Limit: {sentence(duty.limit)[:-1]}"


def brief(step: Step) -> str:
    """A step in one line: what, who, by when, and which local limit stands beside it."""
    first = step.lead
    said = [f"{first.title} ({first.who}). {due_or_limit(first)}."]
    if first.state is DutyState.UNCLEAR and (waiting := waits_for(first)):
        said.append(f"Waiting on: {waiting}.")  # a step that waits stands under its stage
    said += [f"Locally: {sentence(one.title)[:-1]}. {due_or_limit(one)}." for one in step.others]
    return " ".join(said)
