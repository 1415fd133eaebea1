"""Whether a passage that has a rule's words also says what the rule asks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from .denials import Stance, Struck
from .terms import all_of, pattern

Counts = Literal["said", "done", "reasoned", "named"]
"""What is enough.  ``said``: not denied; it may lie ahead.  ``done``: told as a fact.
``reasoned``: told as a fact, or denied with a reason.  ``named``: spoken of, even to deny it."""
Groups = Sequence[Sequence[str]]

_ALWAYS = frozenset({Stance.EMPTY, Stance.INSTRUCTED})
_OUT: dict[str, frozenset[Stance]] = {
    "named": _ALWAYS,
    "said": _ALWAYS | {Stance.DENIED, Stance.REASONED, Stance.UNSURE},
    "reasoned": frozenset(Stance) - {Stance.REASONED},
    "done": frozenset(Stance),
}
_BLANK = "\n"  # no term matches it, or across it
Span = tuple[int, int]


def stands(
    text: str, groups: Groups, counts: Counts, marks: Callable[[], Sequence[Struck]]
) -> Stance | None:
    """None where a plain text that has a word of every group also says it; else why it does not.

    ``marks`` gives what :func:`.denials.struck` finds in the text.
    """
    own = [m.span() for terms in groups for m in pattern(tuple(terms)).finditer(text)]
    kept = [one for one in marks() if one.stance in _OUT[counts] and _concerns(one, own)]
    if not kept:
        return None
    thing = _blanked(text, kept)
    rest = _blanked(text, [one for one in kept if not one.topic])
    if all_of(groups[:1], thing) and all_of(groups, rest):
        return None
    touched = [one for one in kept if any(one.start < b and a < one.end for a, b in own)]
    return (touched or kept)[0].stance


def _concerns(one: Struck, own: Sequence[Span]) -> bool:
    """Whether a mark can matter to a rule that looks for the words at ``own``."""
    if one.saying:
        return any(
            one.start <= a and b <= one.end and (a, b) != (one.start, one.end) for a, b in own
        )
    # Words that a rule looks for, "no connection" or "not involved", deny nothing.
    return not one.causes or not all(_inside(cause, own) for cause in one.causes)


def _inside(cause: Span, own: Sequence[Span]) -> bool:
    return any(a <= cause[0] and cause[1] <= b for a, b in own)


def _blanked(text: str, marks: Sequence[Struck]) -> str:
    signs = list(text)
    for one in marks:
        signs[one.start : one.end] = _BLANK * (one.end - one.start)
    return "".join(signs)
