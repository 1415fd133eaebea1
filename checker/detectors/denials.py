"""What a passage says of a thing: that it was, or that it was not, or only that it should be.

A word in a denial is not the thing.  "The leaflet was not given to the family" has every
word of "the leaflet was given to the family".  So before words count, the clauses that
deny, promise, ask or instruct are taken out of the passage; what is left has to say it.
The phrases are data (``rules/phrases.yaml``); what stands in them is weighed here.

Where language leaves it open the clause is taken out: the passage then goes to a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from ..vocabulary import vocabulary
from .clauses import Clause, clauses_of, has_verb, sentences_of, subject_of
from .terms import pattern


class Stance(str, Enum):
    """Why a stretch of text does not say what its words seem to."""

    DENIED = "the draft says that it was not"
    REASONED = "the draft says that it was not, and gives a reason"
    UNSURE = "the draft denies it twice over, or leaves it uncertain"
    PROMISED = "the draft says that it is still to come"
    OWED = "the draft says that it should be, not that it was"
    ASKED = "the draft only asks about it"
    EMPTY = "the answer given there is that there is none, or none yet"
    INSTRUCTED = "this reads like the template's instruction, not like a statement"


@dataclass(frozen=True, slots=True)
class Struck:
    """A stretch ``[start, end)`` that does not count, and why."""

    start: int
    end: int
    stance: Stance
    causes: tuple[tuple[int, int], ...] = ()
    """Where the denying words stand; what a rule itself looks for denies nothing."""
    topic: bool = False
    """Whether only the thing itself is taken out: the subject that a later clause denies."""
    saying: bool = False
    """Whether it is a turn of phrase, such as "no delay", which only denies what is in it."""


_CUES = ("<denial>", "<denial-behind>", "<declined>", "<promised>", "<owed>", "<doubted>")
"""Without one of these a sentence says what it says."""
_NEAR = 400  # characters in which somebody is still the one spoken of
_ANSWER_SIGN = re.compile(r"(?:\s\|\s|:\s+|\?\s+|\s-\s)")
_LEADING = re.compile(r"^[\s\"'(\[*•-]*(?:\d+(?:\.\d+)*[.)]?\s+|\(?[a-z]\)\s+)?")
_BRACKETS = re.compile(r"[\[<{][^\[\]<>{}]*[\]>}]")
_NOBODY = re.compile(r"(?:no|nobody|no one|none|never|nothing|neither)\b")
_CONTINUES = re.compile(r"(?:nor|neither|none|no|nothing|nobody|no one)\b")
_WITHOUT = re.compile(r"\bwithout\b")
_ENDS_IN_AUXILIARY = re.compile(r"\b(?:was|were|is|are|has|have|had|did|does|do|been|be)\s*$")
_UNTIL = re.compile(r"\b(?:until|till|before)\b")
_BY = re.compile(r"\bby\b")
_PRONOUN = re.compile(r"\b(?:they|she|he|both|who|it)\b")
_OFFER = re.compile(r"\b(?:offers?|invitations?)\b")
_PASSIVE = re.compile(
    r"[\s,]*(?:was|were|is|are|has|have|had|been)(?:n't)?\s+(?:\w+\s+)?(?:not|never|be|yet)?"
)


def _find(name: str, text: str) -> Iterator[re.Match[str]]:
    return pattern((f"<{name}>",)).finditer(text)


def _has(name: str, text: str) -> bool:
    return next(_find(name, text), None) is not None


def struck(text: str) -> tuple[Struck, ...]:
    """What does not count in a plain text, whatever a rule looks for."""
    found = [*_placeholders(text), *_answers(text), *_turns_of_phrase(text)]
    cut = list(sentences_of(text))
    for number, (start, end) in enumerate(cut):
        following = text[slice(*cut[number + 1])] if number + 1 < len(cut) else ""
        found.extend(_sentence(text, start, end, following))
    return tuple(found)


def _turns_of_phrase(text: str) -> Iterator[Struck]:
    """ "No delay": no denial of a meeting, but one of a delay where a rule looks for one."""
    for found in _find("denial-apparent", text):
        if found.group().startswith(("no ", "without ", "nothing ")):
            yield Struck(*found.span(), Stance.DENIED, saying=True)


def _placeholders(text: str) -> Iterator[Struck]:
    """Gaps to be filled, in brackets of any kind."""
    for found in _BRACKETS.finditer(text):
        inner = found.group()[1:-1].strip()
        if _begins_as_instruction(inner) or inner in _answer_words():
            yield Struck(*found.span(), Stance.INSTRUCTED)


def _begins_as_instruction(text: str) -> bool:
    lead = _LEADING.match(text)
    at = lead.end() if lead else 0
    return pattern(("<instruction>",)).match(text, at) is not None


@lru_cache(maxsize=1)
def _answer_words() -> frozenset[str]:
    return frozenset(vocabulary().lists["no-answer"])


def _answers(text: str) -> Iterator[Struck]:
    """A line or cell whose answer is that there is none: with what it answers."""
    known = _answer_words()
    pieces: list[tuple[int, int]] = []
    at = 0
    for sign in _ANSWER_SIGN.finditer(text):
        pieces.append((at, sign.start() + (sign.group().startswith("?"))))
        at = sign.end()
    pieces.append((at, len(text)))
    for number, (start, end) in enumerate(pieces):
        if number and text[start:end].strip(" .,;()") in known:
            yield Struck(pieces[number - 1][0], end, Stance.EMPTY)


def _sentence(text: str, start: int, end: int, following: str) -> Iterator[Struck]:
    whole = text[start:end]
    if _begins_as_instruction(whole):
        yield Struck(start, end, Stance.INSTRUCTED)
        return
    if whole.rstrip(" \"')]").endswith("?"):
        yield Struck(start, end, Stance.ASKED)
        return
    if pattern(_CUES).search(whole) is None:
        return
    reasoned = _has("denial-reason", whole) or _gives_reason(following)
    before = text[max(0, start - _NEAR) : start]
    yield from _clauses(clauses_of(text, start, end), before, reasoned)


def _gives_reason(following: str) -> bool:
    """Whether a sentence begins by giving the reason for the one before it."""
    words = following.strip()
    return words.startswith(("this was", "that was", "the reason", "it was")) and _has(
        "denial-reason", words
    )


def _clauses(clauses: list[Clause], before: str, reasoned: bool) -> Iterator[Struck]:
    governed: tuple[tuple[int, int], ...] = ()
    for number, clause in enumerate(clauses):
        later = clauses[number + 1] if number + 1 < len(clauses) else None
        earlier = clauses[number - 1] if number and clause.opened != "aside" else None
        told = before + " ".join(one.text for one in clauses[:number])
        local, masked = _behind(clause)
        yield from local
        mark = _weigh(clause, masked, told, later)
        if clause.opened in ("that", "whether") and governed:
            # "There is no record that it was given": what is denied is what follows.
            twice = mark is not None and mark.stance is Stance.DENIED
            stance = Stance.UNSURE if twice else Stance.DENIED
            mark = Struck(clause.start, clause.end, stance, governed)
        elif mark is None or mark.stance not in (Stance.DENIED, Stance.UNSURE):
            governed = ()
        if mark is None:
            continue
        if mark.stance is Stance.DENIED:
            governed = mark.causes
            if reasoned:
                mark = Struck(mark.start, mark.end, Stance.REASONED, mark.causes)
        yield mark
        if earlier is not None and clause.elliptic and _PASSIVE.match(clause.text):
            # "The leaflet was printed but was not given": its subject is the leaflet.
            yield Struck(*subject_of(earlier), mark.stance, mark.causes, topic=True)


def _behind(clause: Clause) -> tuple[list[Struck], str]:
    """What is denied only by a word before it, and the clause without that."""
    text = clause.text
    found: list[Struck] = []
    apparent = [one.span() for one in _find("denial-apparent", text)]
    for one in _find("denial-behind", text):
        contrast = one.group().startswith("not")
        if any(a <= one.start() < b for a, b in apparent):
            continue
        if contrast and not _contrasts(text[: one.start()], one.group()):
            continue  # "was not the one": a denial of the whole
        if not contrast and _plain_denials(text[: one.start()]):
            continue  # "nobody was left without": a denial of a denial
        stop = text.find(",", one.end())
        stop = len(text) if stop < 0 else stop
        span = (clause.start + one.start(), clause.start + stop)
        cause = (clause.start + one.start(), clause.start + one.end())
        found.append(Struck(*span, Stance.DENIED, (cause,)))
        text = text[: one.start()] + " " * (stop - one.start()) + text[stop:]
    return found, text


def _contrasts(before: str, words: str) -> bool:
    """Whether "not by the police" only says by whom it was not, where the clause says it was."""
    if re.search(r"(?:^|,)\s*$", before):
        return True
    by_whom = words.endswith(("by", "from", "through"))
    return by_whom and has_verb(before) and not _ENDS_IN_AUXILIARY.search(before)


def _weigh(clause: Clause, text: str, told: str, later: Clause | None) -> Struck | None:
    """What a clause is worth; None where it states what it says."""
    denials = _plain_denials(text)
    chosen = next(_find("declined", text), None)
    if chosen is not None:
        others = [d for d in denials if not chosen.start() <= d.start() < chosen.end()]
        if not others:
            own = _by_family(text, chosen, told, clause)
            return None if own else Struck(clause.start, clause.end, Stance.DENIED)
        denials = sorted([*others, chosen], key=lambda one: one.start())
    if denials:
        return _denied(clause, text, denials, later)
    for name, stance in (
        ("doubted", Stance.UNSURE),
        ("promised", Stance.PROMISED),
        ("owed", Stance.OWED),
    ):
        if one := next(_find(name, text), None):
            span = (clause.start + one.start(), clause.start + one.end())
            return Struck(clause.start, clause.end, stance, (span,))
    return None


def _plain_denials(text: str) -> list[re.Match[str]]:
    """The words of a clause that deny something, in order."""
    apparent = [one.span() for one in _find("denial-apparent", text)]
    found = [*_find("denial", text), *_WITHOUT.finditer(text)]
    return sorted(
        (
            one
            for one in found
            if not any(a <= one.start() < b for a, b in apparent) and not _number_sign(text, one)
        ),
        key=lambda one: one.start(),
    )


def _number_sign(text: str, found: re.Match[str]) -> bool:
    """Whether "no" is short for number: `no. 3`."""
    return found.group() == "no" and re.match(r"\.?\s*\d", text[found.end() :]) is not None


def _denied(
    clause: Clause, text: str, denials: list[re.Match[str]], later: Clause | None
) -> Struck | None:
    causes = tuple((clause.start + one.start(), clause.start + one.end()) for one in denials)
    first, rest = denials[0], denials[1:]
    late = later is not None and later.opened in ("until", "till")
    if not rest and first.group() in ("not",) and (late or _UNTIL.search(text, first.end())):
        return None  # "not offered one until May": offered, and late
    counted = [one for one in rest if _CONTINUES.match(one.group()) is None]
    if not counted:
        return Struck(clause.start, clause.end, Stance.DENIED, causes)
    verb_between = has_verb(text[first.end() : counted[0].end()])
    if len(counted) == 1 and _NOBODY.match(first.group()) and verb_between:
        return None  # "nobody was not told": everybody was
    return Struck(clause.start, clause.end, Stance.UNSURE, causes)


def _by_family(text: str, chosen: re.Match[str], told: str, clause: Clause) -> bool:
    """Whether those who declined are the family, or people close to the deceased."""
    after = text[chosen.end() :]
    if (by := _BY.match(after.lstrip())) is not None:
        return _last_agent(after.lstrip()[by.end() :][:60]) is True
    own = _last_agent(text[: chosen.start()])
    if own is not None:
        return own
    if _OFFER.search(text[: chosen.start()]):
        return True  # "the offer was declined": by whom else
    pronoun = _PRONOUN.search(text[: chosen.start()]) or clause.elliptic or clause.opened == ", who"
    before = _last_agent(told)
    return bool(pronoun) and before is not False


def _last_agent(text: str) -> bool | None:
    """Who was spoken of last: True for family and friends, False for others, None for nobody."""
    close = [m.end() for m in pattern(("<family>", "<circle>")).finditer(text)]
    others = [m.end() for m in pattern(("<review-side>", "<agency>")).finditer(text)]
    if not close and not others:
        return None
    return max(close, default=-1) > max(others, default=-1)
