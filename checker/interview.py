"""An interview about a case: ask only what can still change the answer, soonest first.

``next_questions`` is a pure function of the record.  Every question is tried before it is
asked: each of its answers is written into a copy of the record and the case is decided
again, so a question that no answer of which would change anything is not put at all, and
the one that leaves least to ask comes first.

``Interview`` keeps the records so far, so that an interviewer can go back.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..schemas.case import CaseRecord
from ..schemas.interview import Ask, Standing
from .casework import Run, run
from .decision import decision_of
from .errors import InputError, RecordError, RuleConflict
from .interview_answers import Tried, write_answer
from .interview_asks import ask_of, key_of, tries
from .interview_points import Goal, points, standing
from .openings import Missing, Opening, Undecided
from .packs import RuleBase
from .prepare import Keys, Prepared, Source, prepare
from .record_writing import write_not_known
from .whatif import OUTCOMES, shortest, with_fact


@dataclass(frozen=True, slots=True)
class Setting:
    """What an interview is after, and the rules it is held under."""

    goals: tuple[Goal, ...] = ("outcome",)
    as_of: date | None = None
    base: RuleBase | None = None
    keys: Keys | None = None

    def prepare(self, record: Source) -> Prepared:
        """Every answer for a record.  The plain engine: this is run for every possible answer."""
        return prepare(record, self.as_of, "plain", self.base, self.keys)


def next_questions(
    case: Source,
    *,
    goals: tuple[Goal, ...] = ("outcome",),
    as_of: date | None = None,
    base: RuleBase | None = None,
    keys: Keys | None = None,
    passed_over: Collection[str] = (),
) -> list[Ask]:
    """The questions whose answers can still change what is sought, in the order to ask them.

    Facts come before judgements, because facts may settle what would have been judged.  Then
    comes whatever some answer settles at once, then whatever leaves least to ask.  What the
    record lists as not knowable is not asked again, nor what is ``passed_over`` (by key).

    Parameters
    ----------
    case: a case record, or anything else that :func:`decide` takes.
    goals: ``outcome`` (the criteria decision), ``lead``, ``reviews``.
    as_of, base, keys: as for :func:`decide`.

    Raises RecordError, InputError and RuleConflict, as :func:`decide` says.
    """
    return _next(Setting(goals, as_of, base, keys), case, passed_over)


def _next(setting: Setting, case: Source, passed_over: Collection[str]) -> list[Ask]:
    ready = setting.prepare(case)
    open_now = points(ready.done, setting.goals)
    soonest = shortest(ready.done, open_now)
    found: list[tuple[tuple[float, ...], Ask]] = []
    for place, opening in enumerate(open_now):
        if key_of(opening) in passed_over or _cannot_be_known(ready, opening):
            continue
        tried = _try(setting, ready, opening, open_now)
        if any(one.matters for one in tried):
            rank = (*_rank(opening, tried, opening in soonest), place)
            found.append((rank, ask_of(ready, opening, tried, setting.goals)))
    return [ask for _, ask in sorted(found, key=lambda one: one[0])]


def _cannot_be_known(ready: Prepared, opening: Opening) -> bool:
    if isinstance(opening, Undecided):
        return False
    return ready.done.inputs.find(opening.ref).facts[opening.fact].asked


def _rank(opening: Opening, tried: list[Tried], soonest: bool) -> tuple[float, ...]:
    """Lower is sooner: facts, then members of the shortest list, then what leaves least to ask."""
    left = sum(one.left for one in tried) / len(tried)
    return (isinstance(opening, Undecided), not soonest, left)


def _try(
    setting: Setting, ready: Prepared, opening: Opening, open_now: list[Opening]
) -> list[Tried]:
    """Every answer to one open point, written into the record and decided."""
    before = standing(ready.done, setting.goals)
    others = set(open_now) - {opening}
    found: list[Tried] = []
    for value, text in tries(ready, opening):
        after = _after(setting, ready, opening, value)
        if after is None:
            continue
        left = set(points(after, setting.goals)) - {opening}
        outcome = OUTCOMES[after.case.answer(after.ruleset.test.definition)]
        changes = standing(after, setting.goals) != before or left != others
        found.append(Tried(value, text, outcome, len(left), changes))
    return found


def _after(setting: Setting, ready: Prepared, opening: Opening, value: Any) -> Run | None:
    """Every answer once a point is answered so; None where this record cannot hold the answer.

    One date or number is tried for many.  Where just that one contradicts the record others
    may not, so it is then tried on the facts alone.
    """
    try:
        return setting.prepare(write_answer(ready, opening, value)).done
    except (InputError, RuleConflict) as error:
        ruleset = ready.done.ruleset
        if not isinstance(opening, Missing) or not isinstance(error, RecordError):
            return None
        if ruleset.base.facts[opening.fact].type not in ("date", "number"):
            return None
        changed = with_fact(ready.done.inputs, ruleset, opening.ref, opening.fact, value)
        return run(changed, ruleset, "plain")


class Interview:
    """The records of one interview, the latest last; earlier ones so that one can go back.

    Nothing is printed, stored or read from a clock here.
    """

    def __init__(self, record: CaseRecord, setting: Setting | None = None) -> None:
        self.setting = setting or Setting()
        self._steps: list[tuple[CaseRecord, frozenset[str]]] = [(record, frozenset())]

    @property
    def record(self) -> CaseRecord:
        """The record with every answer so far: valid at any moment."""
        return self._steps[-1][0]

    @property
    def passed_over(self) -> frozenset[str]:
        """Keys of the questions left for later in this sitting."""
        return self._steps[-1][1]

    @property
    def answered(self) -> int:
        """How many questions were answered or passed over and not taken back."""
        return len(self._steps) - 1

    def questions(self) -> list[Ask]:
        """What can still change the answer, in the order to ask it."""
        return _next(self.setting, self.record, self.passed_over)

    def answer(self, ask: Ask, value: Any, **about: str) -> None:
        """Take an answer: a value as :func:`parse_answer` gives it.

        ``about`` (by, date, reason) belongs to a judgement.  Raises InputError or RecordError,
        and leaves the record as it was, where the answer cannot stand in it.
        """
        ready = self.setting.prepare(self.record)
        made = write_answer(ready, _opening(ask), value, **about)
        self.setting.prepare(made)  # an answer that makes the case undecidable is refused too
        self._steps.append((made, self.passed_over))

    def not_known(self, ask: Ask) -> None:
        """Note that a fact cannot be known; a judgement is only left for later."""
        if ask.kind == "judgement":
            self.pass_over(ask)
            return
        made = write_not_known(self.record, ask.fact, ask.about)
        self._steps.append((made, self.passed_over))

    def pass_over(self, ask: Ask) -> None:
        """Leave a question for another day: nothing is written."""
        self._steps.append((self.record, self.passed_over | {ask.key}))

    def back(self) -> bool:
        """Take the last answer back.  False where there is none."""
        if len(self._steps) == 1:
            return False
        self._steps.pop()
        return True

    def standing(self) -> Standing:
        """Where the interview stands."""
        ready = self.setting.prepare(self.record)
        open_now = points(ready.done, self.setting.goals)
        made = decision_of(ready)
        return Standing(
            outcome=made.outcome,
            summary=made.summary,
            open_points=len(open_now),
            cannot_be_known=sum(_cannot_be_known(ready, one) for one in open_now),
        )


def _opening(ask: Ask) -> Opening:
    if ask.kind == "judgement":
        return Undecided(ask.about, ask.proposition)
    return Missing(ask.about, ask.fact)
