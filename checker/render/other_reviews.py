"""Which other reviews a reader is told of although this death does not set them off."""

from __future__ import annotations

from collections.abc import Iterable

from ...schemas.common import Answer
from ...schemas.decision import ReviewSetOff

_DAYS = frozenset({"death.date", "case.key_date"})


def ruled_out(reviews: Iterable[ReviewSetOff]) -> list[str]:
    """The reviews that the facts rule out, each once.

    A kind of review that did not exist on the day is left out: nobody would have looked for it.
    """
    out = [one for one in reviews if one.answer is Answer.NO and not _of_another_day(one)]
    return list(dict.fromkeys(one.review for one in out))


def _of_another_day(one: ReviewSetOff) -> bool:
    return any(reason.fact in _DAYS for reason in one.reasons)
