"""Answers of an interview: what was tried, how one is read, and how one is written down."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..schemas.case import CaseRecord
from ..schemas.common import Answer
from ..schemas.dates import PartialDate
from ..schemas.decision import Outcome
from ..schemas.interview import Ask
from .errors import InputError
from .openings import Opening, Undecided
from .prepare import Prepared
from .record_writing import write_fact, write_judgement, write_people

IDENTIFIED = "perpetrators.identified"
"""The fact whose answer is a number of people, each of them then a part of the record."""


@dataclass(frozen=True, slots=True)
class People:
    """How many people may have caused the death, and whether that is everyone."""

    known: str
    number: int


@dataclass(frozen=True, slots=True)
class Tried:
    """A possible answer, and what it would make of the case."""

    value: Any
    text: str
    outcome: Outcome
    left: int
    """How many points would then be open."""
    matters: bool
    """It would change what is sought, or which other points are open."""


def write_answer(ready: Prepared, opening: Opening, value: Any, **about: str) -> CaseRecord:
    """The record with one answer in it.  Raises as :func:`write_fact` says."""
    if isinstance(opening, Undecided):
        answer = Answer.YES if value else Answer.NO
        return write_judgement(ready.record, opening.name, opening.ref, answer, **about)
    if isinstance(value, People):
        return write_people(ready.record, value.known, value.number)
    specs = ready.done.ruleset.base.facts
    return write_fact(ready.record, specs, opening.fact, opening.ref, value)


# --- reading what somebody typed ---------------------------------------------------------------

_WORDS = {"y": True, "yes": True, "n": False, "no": False}
_BRITISH = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})", re.ASCII)
_WHOLE = re.compile(r"[0-9]{1,4}", re.ASCII)
_NUMBER = re.compile(r"[0-9]{1,4}(\.[0-9]{1,2})?", re.ASCII)
MOST_PEOPLE = 20
NOBODY = "nobody"
"""The answer that nobody caused the death."""


def parse_answer(ask: Ask, text: str) -> Any:
    """What was typed, as the value that the question asks for.

    Raises InputError, which says what to type instead and never repeats what was typed.
    """
    return _READERS[ask.kind](ask, text.strip())


def _refused(mend: str) -> InputError:
    return InputError("that is no answer to this question.", mend=mend, code="ask.answer")


def _yes_no(_: Ask, said: str) -> bool:
    if said.lower() in _WORDS:
        return _WORDS[said.lower()]
    raise _refused("Type yes or no.")


def _one_of(ask: Ask, said: str) -> str:
    """By its number in the list, or by its word."""
    for number, option in enumerate(ask.options, 1):
        if said.lower() in (str(number), option.value, option.label.lower()):
            return option.value
    raise _refused(f"Type a number from 1 to {len(ask.options)}.")


def _some_of(ask: Ask, said: str) -> tuple[str, ...]:
    parts = [one for one in re.split(r"[\s,;]+", said) if one]
    if parts in (["0"], ["none"]):
        return ()
    if not parts:
        raise _refused("Type one or more numbers of the list, such as 2 or 1, 4; or 0 for none.")
    return tuple(dict.fromkeys(_one_of(ask, one) for one in parts))


def _people(ask: Ask, said: str) -> People:
    """The number of an option, then of people: ``1 2`` is everyone known, two people.

    That nobody caused the death says that everyone who did is known: there is no one.
    """
    first, _, rest = said.partition(" ")
    known = _one_of(ask, first)
    if known in (NOBODY, "none"):
        return People("all" if known == NOBODY else known, 0)
    count = rest.strip() or "1"
    if not _WHOLE.fullmatch(count) or not 1 <= int(count) <= MOST_PEOPLE:
        raise _refused(f"Type how many people: a whole number from 1 to {MOST_PEOPLE}.")
    return People(known, int(count))


def _number(_: Ask, said: str) -> int | float:
    if not _NUMBER.fullmatch(said):
        raise _refused("Type a number, such as 34.")
    return float(said) if "." in said else int(said)


def _date(_: Ask, said: str) -> PartialDate:
    british = _BRITISH.fullmatch(said)
    if british:
        day, month, year = (int(one) for one in british.groups())
        said = f"{year:04d}-{month:02d}-{day:02d}"
    try:
        return PartialDate.parse(said)
    except ValueError:
        raise _refused(
            "Type a date as 7/3/2024 or 2024-03-07; 2024-03 or 2024 where no more is known."
        ) from None


def _text(_: Ask, said: str) -> str:
    if not said or len(said) > 300 or not said.isprintable():
        raise _refused("Type one line of text, up to 300 characters.")
    return said


_READERS: dict[str, Callable[[Ask, str], Any]] = {
    "yes-no": _yes_no,
    "judgement": _yes_no,
    "choice": _one_of,
    "choices": _some_of,
    "people": _people,
    "number": _number,
    "date": _date,
    "text": _text,
}
