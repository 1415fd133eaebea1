"""What the dates of a section say: when the review ran, how long it took, what it covers."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from dateutil.relativedelta import relativedelta
from pydantic import Field

from ...schemas.common import Answer, Strict
from ...schemas.dates import PartialDate
from .base import SETTLED, Hit, Look, Observation, detector
from .denials import Struck
from .excerpts import window
from .happenings import happenings_of, recorded
from .mentions import where_to_look
from .reading import Piece, Reading, reading
from .saying import stands
from .terms import find
from .written_dates import WrittenDate, begins_with_date, known, written_dates

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
_SHOWN = 3
_SHORTEST_PERIOD = 3  # months; less is no period under review


class SpanSettings(Strict):
    """The words beside the date of the start and beside the date of the end."""

    section: str
    began: list[str] = Field(min_length=1)
    ended: list[str] = Field(min_length=1)
    general: tuple[str, ...] = ()
    """Words that mark a sentence as speaking of reviews in general, not of this one."""


class Ends:
    """The start and the end as the text gives them, with the places."""

    def __init__(self) -> None:
        self.began: tuple[PartialDate, Hit] | None = None
        self.ended: tuple[PartialDate, Hit] | None = None


def ends_of(read: Reading, indices: Iterable[int], settings: SpanSettings) -> Ends:
    """The first date of the beginning, and the first of the end, that some paragraphs give."""
    found = Ends()
    for piece in read.pieces(indices):
        dates = [one for one in read.dates(piece) if one.date is not None]
        general = bool(settings.general) and find(settings.general, piece.text) is not None
        if not dates or (general and len(dates) < 2):
            continue  # with two dates it is this review: "began ..., ended ..., within six months"
        if found.began is None:
            found.began = _beside(piece, settings.began, dates, read.marks)
        if found.ended is None:
            found.ended = _beside(piece, settings.ended, dates, read.marks)
            if found.ended and found.began and found.ended[1] == found.began[1]:
                found.ended = None  # one date is not both: "began on 1 May and was soon concluded"
    return found


def _beside(
    piece: Piece,
    terms: Sequence[str],
    dates: list[WrittenDate],
    marks: Callable[[Piece], tuple[Struck, ...]],
) -> tuple[PartialDate, Hit] | None:
    """The first date after one of the words, or else the last before it, in one sentence."""
    match = find(terms, piece.text)
    if match is None or not dates or stands(piece.text, (terms,), "done", lambda: marks(piece)):
        return None
    after = [one for one in dates if one.start >= match.end()]
    chosen = after[0] if after else dates[-1]
    return (chosen.date, piece.hit(chosen.start, chosen.end)) if chosen.date else None


@detector("span-stated", SpanSettings)
def span_stated(look: Look, settings: SpanSettings) -> Observation:
    """A section says on what dates the review began and ended."""
    read = reading(look)
    where = where_to_look(read, settings.section)
    found = ends_of(read, (*where.here, *where.likely), settings)
    hits = tuple(one[1] for one in (found.began, found.ended) if one)
    if found.began and found.ended:
        return Observation(YES, hits)
    if not hits:
        return Observation(NO, (), "neither date was found")
    missing = "end" if found.began else "beginning"
    return Observation(OPEN, hits, f"no date was found for its {missing}")


class PeriodSettings(Strict):
    """Sections that state the period under review, and a stretch of time."""

    sections: list[str]
    period: list[str] = Field(min_length=1)
    """Words of which one stands in the sentence that states the period."""
    first: str
    last: str


@detector("period-covers", PeriodSettings)
def period_covers(look: Look, settings: PeriodSettings) -> Observation:
    """The period under review, as the draft states it, touches a stretch of time."""
    read = reading(look)
    first, last = date.fromisoformat(settings.first), date.fromisoformat(settings.last)
    died = _death(look)
    stated = _period(read, settings, died)
    if stated is not None:
        start, end, hit = stated
        apart = end.latest() < first or start.earliest() > last
        return Observation(NO if apart else YES, (hit,))
    if died is not None and died.latest() < first:
        return Observation(NO, (), "the death came before it")
    return Observation(OPEN, (), "the period under review could not be told from the text")


def _death(look: Look) -> PartialDate | None:
    """When the person died, by the record or as the draft says outright."""
    if (told := recorded(look.record).get("death")) is not None:
        return told
    return next((one.value for one in happenings_of(look) if one.about == "death"), None)


def _period(
    read: Reading, settings: PeriodSettings, died: PartialDate | None
) -> tuple[PartialDate, PartialDate, Hit] | None:
    """Two dates, far enough apart, of a sentence that speaks of a period; or one and the death."""
    for piece in read.pieces(read.layout.text_of(settings.sections)):
        if find(settings.period, piece.text) is None:
            continue
        dates = list(known(written_dates(piece.text, years=True)))
        if len(dates) == 1 and died is not None and find(_TO_DEATH, piece.text):
            dates.append(died)
        for earlier, later in itertools.pairwise(dates):
            first_end = earlier.latest() + relativedelta(months=_SHORTEST_PERIOD)
            if later.latest() > first_end:
                return earlier, later, piece.hit()
    return None


_TO_DEATH = (
    *("date of death", "date of her death", "date of his death", "date of their death"),
    *("until * death", "to * death", "to the death", "until the death", "time of * death"),
    *("the homicide", "fatal incident", "day of * death", "date of * death", "up to * death"),
)


class EntriesSettings(Strict):
    """How many dates a section should have."""

    section: str
    at_least: int


@detector("dated-entries", EntriesSettings, SETTLED)
def dated_entries(look: Look, settings: EntriesSettings) -> Observation:
    """A section gives enough different dates to be a chronology."""
    read = reading(look)
    where = where_to_look(read, settings.section)
    indices = where.here if where.headed else (*where.here, *where.likely)
    dates = {d for p in read.pieces(indices) for d in known(read.dates(p))}
    count = f"{len(dates)} different dates"
    return Observation(YES if len(dates) >= settings.at_least else NO, (), count)


class OrderSettings(Strict):
    """Whose tables and paragraphs, and where its text is if it has no heading of its own."""

    section: str
    otherwise: tuple[str, ...] = ()


@detector("dates-in-order", OrderSettings, SETTLED)
def dates_in_order(look: Look, settings: OrderSettings) -> Observation:
    """Rows and paragraphs that begin with a date stand in the order of their dates."""
    read = reading(look)
    own = read.section(settings.section)
    indices = own.paragraphs if own.headings else read.layout.text_of(settings.otherwise)
    strays = [*_rows_astray(read, indices), *_paragraphs_astray(read, indices)]
    if strays:
        return Observation(NO, tuple(strays[:_SHOWN]), "some entries go back in time")
    return Observation(YES)


def _rows_astray(read: Reading, indices: Sequence[int]) -> Iterator[Hit]:
    for table in read.tables_in(indices):
        latest: PartialDate | None = None
        for row in table.rows:
            if row.deleted or not row.cells or not row.cells[0].paragraphs:
                continue
            first = row.cells[0].paragraphs[0]
            when = next(known(written_dates(read.plain(first))), None)
            if when is None:
                continue
            if latest is not None and when.before(latest) is YES:
                place = read.document.paragraphs[first].place
                yield Hit(place, note="earlier than the row above")
            else:
                latest = when


def _paragraphs_astray(read: Reading, indices: Sequence[int]) -> Iterator[Hit]:
    """Under each heading by itself: an account by agency begins anew with each agency."""
    latest: PartialDate | None = None
    under: tuple[str, ...] = ()
    for index in indices:
        paragraph = read.document.paragraphs[index]
        if paragraph.in_table is not None or paragraph.heading is not None:
            continue
        if paragraph.place.heading_path != under:
            under, latest = paragraph.place.heading_path, None
        when = begins_with_date(read.plain(index))
        if when is None:
            continue
        if latest is not None and when.before(latest) is YES:
            shown = window(paragraph.text, 0, 40)
            yield Hit(paragraph.place, shown, note="earlier than a paragraph before it")
        else:
            latest = when
