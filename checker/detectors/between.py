"""Do the documents of one review agree with one another?

The overview report, its summary, the plan, the terms of reference and the agencies' papers
tell of the same death.  What each says outright is collected as within one report (see
``statements``) and compared across them.  A place in the other document is shown as its place
there.  One document may say a thing in several places: a pair is shown where something that
the one says agrees with nothing that the other does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, cast

from ...schemas.common import Answer, Strict
from ...schemas.dates import PartialDate
from .ages import ages_of
from .announced import Thing, announced
from .base import ANY_ANSWER, QUESTIONED, SETTLED, Answers, Hit, Look, Observation, Which, detector
from .corpus import corpus_of
from .court_outcome import same_term, terms_of, verdicts_of
from .date_conflicts import can_be_one, far_apart
from .happenings import KINDS, happenings_of, pairs_out_of_order
from .persons import DECEASED, persons_of
from .statements import Said

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
MOST = 8
"""Disagreements with one other document that an observation shows, each with both its places."""

Topic = (
    Literal["ages", "death", "steps", "court-dates", "terms", "verdicts"]
    | Literal["meetings", "members", "agencies", "management-reviews", "recommendations"]
)
_FACTS = ("ages", "death", "terms", "verdicts")
"""What there is one answer to; of steps and numbers two documents may count others."""
_STEPS = ("decision", "began", "completed")
_COURT = ("charged", "convicted", "sentenced")
_THINGS: dict[str, str] = {
    "meetings": "the number of panel meetings",
    "members": "the number of panel members",
    "agencies": "the number of agencies that contributed",
    "management-reviews": "the number of individual management reviews",
    "recommendations": "the number of recommendations",
}


class TopicSettings(Strict):
    """What is compared."""

    what: Topic


@dataclass(frozen=True, slots=True)
class Clash:
    """Two documents that say different things of one matter."""

    what: str
    own: Hit
    other: Hit
    which: Which
    """The other document."""
    sure: bool
    """Whether the words leave no doubt that both speak of the same."""

    @property
    def hits(self) -> tuple[Hit, Hit]:
        """Both places."""
        return self.own, self.other


def there(other: Look, hit: Hit, note: str) -> Hit:
    """A place in another document, as the report on this one shows it."""
    return replace(hit, note=note, within=other.which)


def verdict_on(look: Look, clashes: Sequence[Clash], compared: bool = True) -> Observation:
    """YES if nothing clashes, NO if something does for certain, else OPEN; names the documents."""
    if not clashes:
        return Observation(YES, (), "" if compared else "there is nothing to compare")
    told: dict[str, None] = {}
    for one in clashes:
        told.setdefault(
            f"{one.what} differs between this {look.kind.named} and {one.which.definite}"
        )
    hits = dict.fromkeys(hit for one in _most(clashes) for hit in one.hits)
    answer = NO if any(one.sure for one in clashes) else OPEN
    return Observation(answer, tuple(hits), "; ".join(told))


def _most(clashes: Sequence[Clash]) -> Iterator[Clash]:
    """The first of the disagreements with each other document: none is crowded out by another."""
    seen = Counter[Which]()
    for one in clashes:
        seen[one.which] += 1
        if seen[one.which] <= MOST:
            yield one


# --- what each document says -------------------------------------------------------------------
def _said(look: Look, what: Topic) -> list[Said[Any]]:
    if what == "ages":
        return list(ages_of(look))
    if what == "terms":
        return list(terms_of(look))
    if what == "verdicts":
        return list(verdicts_of(look))
    if what in _THINGS:
        return list(announced(look, cast("Thing", what)))
    events = {"death": ("death",), "steps": _STEPS, "court-dates": _COURT}[what]
    return [one for one in happenings_of(look) if one.about in events]


def _agree(what: Topic) -> Callable[[Any, Any], bool]:
    if what == "terms":
        return same_term
    if what in ("death", "steps", "court-dates"):
        return can_be_one
    return lambda one, other: one == other


def _certain(what: Topic, one: Said[Any], other: Said[Any]) -> bool:
    """Whether a difference can only be a mistake in one of the two."""
    if not (one.sure and other.sure):
        return False
    if what == "death":
        # Close together, these may be the attack and the death.
        return far_apart(cast("PartialDate", one.value), cast("PartialDate", other.value))
    return what in _FACTS or what == "recommendations"


def _called(what: Topic, about: str) -> str:
    if what == "ages":
        return "the age of a person at the death"
    if what == "terms":
        return "the term of the sentence"
    if what == "verdicts":
        return "the offence of the conviction"
    return _THINGS[what] if what in _THINGS else KINDS[about]


def _by_subject(
    look: Look, said: Iterable[Said[Any]], dead: frozenset[str]
) -> dict[str, list[Said[Any]]]:
    """Statements by whom or what they are about; a name of the deceased in either is theirs."""
    found: dict[str, list[Said[Any]]] = {}
    for one in said:
        subject = DECEASED if one.about in dead else one.about
        found.setdefault(subject, []).append(one)
    return found


def compared(
    look: Look, other: Look, what: Topic
) -> Iterator[tuple[str, list[Said[Any]], list[Said[Any]]]]:
    """What both documents say something of: the subject, and what each says."""
    dead = persons_of(look).deceased | persons_of(other).deceased
    mine = _by_subject(look, _said(look, what), dead)
    theirs = _by_subject(other, _said(other, what), dead)
    for subject, own in mine.items():
        if subject in theirs:
            yield subject, own, theirs[subject]


def _clashes(look: Look, other: Look, what: Topic) -> Iterator[Clash]:
    """For each subject one pair: what the one says, and something else that the other does."""
    agree = _agree(what)
    for subject, own, theirs in compared(look, other, what):
        pairs = [
            *((mine, two) for two in theirs for mine in own[:1] if not _any(agree, own, two)),
            *((mine, two) for mine in own for two in theirs[:1] if not _any(agree, theirs, mine)),
        ]
        if not pairs:
            continue
        one, two = next((pair for pair in pairs if _certain(what, *pair)), pairs[0])
        called = _called(what, subject)
        here = corpus_of(look).hit(one.start, one.end, f"{called}: said so here")
        far = corpus_of(other).hit(two.start, two.end)
        far = there(other, far, f"{called}: said otherwise there")
        yield Clash(called, here, far, other.which, _certain(what, one, two))


def _any(agree: Callable[[Any, Any], bool], said: Iterable[Said[Any]], one: Said[Any]) -> bool:
    return any(agree(again.value, one.value) for again in said)


@detector("told-beside", TopicSettings, SETTLED)
def told_beside(look: Look, settings: TopicSettings) -> Observation:
    """The draft and another document of the review both say something of a matter."""
    for other in look.others:
        if any(compared(look, other, settings.what)):
            return Observation(YES)
    note = "no other document of the review was given" if not look.others else ""
    return Observation(NO, (), note or "no other document that was given says anything of it")


def _gives(settings: TopicSettings) -> Answers:
    if settings.what == "recommendations":
        return SETTLED
    return ANY_ANSWER if settings.what in _FACTS else QUESTIONED


@detector("agrees-beside", TopicSettings, _gives)
def agrees_beside(look: Look, settings: TopicSettings) -> Observation:
    """What the draft says of a matter is what the other documents of the review say."""
    clashes = [c for other in look.others for c in _clashes(look, other, settings.what)]
    return verdict_on(look, clashes)


class NoSettings(Strict):
    """Nothing to set."""


@detector("dated-beside", NoSettings, SETTLED)
def dated_beside(look: Look, _: NoSettings) -> Observation:
    """The draft and another document of the review both date the death, the trial or the review."""
    if happenings_of(look) and any(happenings_of(other) for other in look.others):
        return Observation(YES)
    return Observation(NO, (), "no two documents give dates of the death, the trial or the review")


@detector("order-beside", NoSettings)
def order_beside(look: Look, _: NoSettings) -> Observation:
    """No date in one document makes a date in another impossible."""
    clashes: list[Clash] = []
    for other in look.others:
        for ours in happenings_of(look):
            for theirs in happenings_of(other):
                for earlier, later in pairs_out_of_order((ours, theirs)):
                    what = f"{KINDS[later.about]} comes before {KINDS[earlier.about]}"
                    note, far_note = f"{KINDS[ours.about]} here", f"{KINDS[theirs.about]} there"
                    here = corpus_of(look).hit(ours.start, ours.end, note)
                    far = there(other, corpus_of(other).hit(theirs.start, theirs.end), far_note)
                    sure = earlier.sure and later.sure
                    clashes.append(Clash(what, here, far, other.which, sure))
    if not clashes:
        return Observation(YES)
    told = dict.fromkeys(
        f"by this {look.kind.named} and {c.which.definite} {c.what}" for c in clashes
    )
    hits = dict.fromkeys(hit for one in _most(clashes) for hit in one.hits)
    answer = NO if any(one.sure for one in clashes) else OPEN
    return Observation(answer, tuple(hits), "; ".join(told))
