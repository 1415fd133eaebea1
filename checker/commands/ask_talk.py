"""The talk of an interview: print a question, read a line, understand it.

Lines are read one at a time, so it works without a mouse, through a screen reader and from
a file.  The end of the input, or Ctrl-C, leaves: everything answered has been saved.
"""

from __future__ import annotations

from typing import Any

import click

from ...schemas.case import CaseRecord
from ...schemas.interview import Ask, Standing
from ..errors import InputError
from ..interview import Interview
from ..interview_answers import parse_answer
from ..records import load_case
from ..render import ask_text

_WORDS = {
    "?": "not known", "not known": "not known", "unknown": "not known", "don't know": "not known",
    "b": "back", "back": "back", "go back": "back",
    "l": "later", "later": "later", "leave": "later", "leave for later": "later",
    "w": "why", "why": "why", "why?": "why",
}  # fmt: skip
"""What may be typed instead of an answer: the letter that is offered, or the words beside it."""
_LEAVING = ("q", "quit", "exit", "save and leave")


class Leave(Exception):
    """The person wants to leave, or there is nobody there any more."""


class Talk:
    """Both sides of a conversation on a terminal."""

    def say(self, text: str) -> None:
        """Print a line."""
        click.echo(text)

    def hear(self, prompt: str = "> ") -> str:
        """Read a line.  Raises Leave at the end of the input, on Ctrl-C and on ``q``."""
        while True:
            try:
                said = input(prompt).strip()
            except (EOFError, KeyboardInterrupt):
                raise Leave from None
            if said.lower() in _LEAVING:
                raise Leave
            if "\ufffd" not in said:
                return said
            self.say("Some of that could not be read. Please type it again, in plain letters.")

    def new_record(self) -> CaseRecord:
        """Begin a record: the one thing that it must have is its reference."""
        self.say("A new case record. Which reference has the case? It is printed: never a name.")
        while (record := _begun(self.hear("reference> "))) is None:
            self.say("A reference is up to 40 letters, digits, spaces and . / _ -")
        return record

    def standing(self, where: Standing) -> None:
        """Say where the interview stands."""
        self.say("")
        self.say(ask_text.standing(where))

    def put(self, interview: Interview, ask: Ask) -> None:
        """Put one question until it is answered, left, or taken back."""
        self.say(ask_text.question(ask, interview.answered + 1))
        while True:
            said = self.hear()
            word = _WORDS.get(said.lower())
            if word == "why":
                self.say(ask_text.why(ask))
            elif word == "back":
                if interview.back():
                    return
                self.say("This is the first question.")
            elif word:
                self._unanswered(interview, ask, known=word == "later")
                return
            elif said and self._answered(interview, ask, said):
                return

    def _unanswered(self, interview: Interview, ask: Ask, *, known: bool) -> None:
        if known:
            interview.pass_over(ask)
        else:
            interview.not_known(ask)

    def _answered(self, interview: Interview, ask: Ask, said: str) -> bool:
        """Whether what was said is an answer; if not, say what would be one."""
        try:
            value = parse_answer(ask, self._how_many(ask, said))
        except InputError as error:
            self.say(error.mend)
            return False
        interview.answer(ask, value, **self._by_whom(ask))
        if ask.kind == "people" and value.number:
            self.say("In the record and in every output people are called P1, P2 and so on.")
        return True

    def _how_many(self, ask: Ask, said: str) -> str:
        """Ask for a number of people where the answer calls for one and has none."""
        if ask.kind != "people" or " " in said or parse_answer(ask, said).number == 0:
            return said
        return f"{said} {self.hear('how many people? ')}"

    def _by_whom(self, ask: Ask) -> dict[str, Any]:
        """Who made a judgement, and when: shown in the decision, so a role and never a name."""
        if ask.kind != "judgement":
            return {}
        by = self.hear(f"decided by, as a role [{ask.who_knows}]: ") or ask.who_knows
        date = self.hear("on what date? (leave empty if not yet recorded): ")
        reason = self.hear("reason, kept in the record and never printed (may be empty): ")
        parsed = str(parse_answer(ask.model_copy(update={"kind": "date"}), date)) if date else ""
        return {"by": by, "date": parsed, "reason": reason}


def _begun(reference: str) -> CaseRecord | None:
    """A record with this reference; None where it is none."""
    try:
        return load_case({"reference": reference})
    except InputError:
        return None
