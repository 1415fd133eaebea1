"""The period under review, as one document states it and as another does."""

from __future__ import annotations

from pydantic import Field

from ...schemas.common import Answer, Strict
from ...schemas.documents import DocumentKind
from .base import QUESTIONED, SETTLED, Hit, Look, Observation, detector
from .between import Clash, there, verdict_on
from .date_conflicts import can_be_one
from .period import Period, PeriodSettings, period_of
from .terms import find

YES, NO = Answer.YES, Answer.NO


class BesideSettings(Strict):
    """Where a report states its period, and words for it and for an end that is the death."""

    sections: tuple[str, ...] = ()
    begins: list[str] = Field(min_length=1)
    """Words with the date from which it runs: ``from <date>``."""
    about: list[str] = Field(min_length=1)
    """Words of which the same sentence has one."""
    until_death: list[str] = Field(min_length=1)


def _period(look: Look, settings: BesideSettings) -> Period | None:
    def work() -> Period | None:
        # The periods of an action plan are those of its actions.
        if look.template is None or look.kind is DocumentKind.PLAN:
            return None
        keys = {one.key for one in look.template.sections}
        sections = tuple(key for key in settings.sections if key in keys)
        wanted = PeriodSettings(
            sections=sections, period=settings.begins, until_death=settings.until_death
        )
        found = period_of(look, wanted)
        told = found is not None and found.whole and find(settings.about, found.piece.text)
        return found if told else None

    found: Period | None = look.once(("period-beside", settings.sections), work)
    return found


@detector("period-beside", BesideSettings, SETTLED)
def period_beside(look: Look, settings: BesideSettings) -> Observation:
    """The draft and another document of the review both state the period under review."""
    own = _period(look, settings)
    if own is not None and any(_period(other, settings) for other in look.others):
        return Observation(YES)
    note = "the period under review was not found in two documents"
    return Observation(NO, (), note)


@detector("period-agrees-beside", BesideSettings, QUESTIONED)
def period_agrees_beside(look: Look, settings: BesideSettings) -> Observation:
    """The period under review begins and ends alike in every document of the review."""
    own = _period(look, settings)
    clashes: list[Clash] = []
    for other in look.others if own is not None else ():
        theirs = _period(other, settings)
        if own is None or theirs is None:
            continue
        ends = (("beginning", own.start, theirs.start), ("end", own.end, theirs.end))
        for which, one, two in ends:
            if one is not None and two is not None and not can_be_one(one, two):
                what = f"the {which} of the period under review"
                here = own.piece.hit()
                hit = Hit(here.place, here.excerpt, here.start, here.end, f"{what}: so here")
                far = there(other, theirs.piece.hit(), f"{what}: otherwise there")
                clashes.append(Clash(what, hit, far, other.which, False))
    return verdict_on(look, clashes)
