"""The period under review: stated in the paper itself, or in the terms of reference beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta
from pydantic import Field

from ...schemas.common import Answer, Strict
from ...schemas.dates import PartialDate
from ...schemas.documents import DocumentKind
from .base import SETTLED, Hit, Look, Observation, detector
from .own_words import indices_of, is_blank, whole
from .reading import Piece, reading
from .terms import find
from .written_dates import WrittenDate, written_dates

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
_SHORTEST = 3  # calendar months; two dates nearer to one another bound something else


@dataclass(frozen=True, slots=True)
class Period:
    """What a paper says of the period; ``end`` is None where it is said without a date."""

    start: PartialDate | None
    end: PartialDate | None
    to_death: bool
    """The end is the death, whenever that was."""
    piece: Piece

    @property
    def whole(self) -> bool:
        """Whether both ends are said."""
        return self.start is not None and (self.end is not None or self.to_death)


class PeriodSettings(Strict):
    """Words for the period, and for an end that is the death."""

    sections: tuple[str, ...] = ()
    period: list[str] = Field(min_length=1)
    until_death: list[str] = Field(min_length=1)


def period_of(look: Look, settings: PeriodSettings) -> Period | None:
    """The period that a paper states; the first that has both ends before one that has not."""
    found = list(_stated(look, settings))
    return next((one for one in found if one.whole), found[0] if found else None)


def _stated(look: Look, settings: PeriodSettings) -> Iterator[Period]:
    here, headed = indices_of(look, settings.sections)
    for piece in reading(look).pieces(here if headed else whole(look)):
        if find(settings.period, piece.text) is None or is_blank(piece.text):
            continue
        dates = [one for one in written_dates(piece.text, years=True) if one.date is not None]
        death = find(settings.until_death, piece.text) is not None
        if not dates:
            continue
        if (ends := _ends(dates)) is not None:
            yield Period(*ends, death, piece)
        else:
            yield Period(dates[0].date, None, death, piece)


def _ends(dates: Sequence[WrittenDate]) -> tuple[PartialDate, PartialDate] | None:
    """The first date and the first later one far enough from it."""
    first = dates[0].date
    for one in dates[1:]:
        if first is None or one.date is None:
            continue
        if one.date.latest() > first.earliest() + relativedelta(months=_SHORTEST):
            return first, one.date
    return None


@detector("period-stated", PeriodSettings)
def period_stated(look: Look, settings: PeriodSettings) -> Observation:
    """The period under review is stated, with its beginning and its end."""
    found = period_of(look, settings)
    if found is None:
        return Observation(NO, (), "no date of its beginning or its end was found")
    if found.whole:
        return Observation(YES, (found.piece.hit(),))
    return Observation(OPEN, (found.piece.hit(),), "only one date was found with it")


@detector("period-known", PeriodSettings, SETTLED)
def period_is_known(look: Look, settings: PeriodSettings) -> Observation:
    """The period under review can be told, from the paper or from the terms given beside it."""
    known = period_known(look, settings) is not None
    note = "" if known else "the period under review could not be told"
    return Observation(YES if known else NO, (), note)


def period_known(look: Look, settings: PeriodSettings) -> tuple[Period, Hit] | None:
    """The period by the paper itself or, where it does not say, by the terms beside it."""
    own = period_of(look, settings)
    if own is not None and own.whole:
        return own, own.piece.hit()
    beside = look.beside(DocumentKind.TERMS)
    if beside is None or beside.template is None:
        return None
    told = period_of(beside, settings.model_copy(update={"sections": ()}))
    if told is None or not told.whole:
        return None
    hit: Hit = told.piece.hit()
    return told, Hit(hit.place, hit.excerpt, within=beside.which)
