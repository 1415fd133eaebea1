"""A question of an interview as plain text, for a terminal."""

from __future__ import annotations

from ...schemas.decision import Outcome
from ...schemas.interview import Ask, Standing
from ..wording import sentence
from .decision_text import cite
from .page import Page

_HOW = {
    "yes-no": "Type yes or no",
    "judgement": "Type yes or no, if it has been decided",
    "choice": "Type a number",
    "choices": "Type one or more numbers, such as 2 or 1, 4; or 0 for none of these",
    "people": "Type a number",
    "number": "Type a number",
    "date": "Type a date, such as 7/3/2024; or 2024-03 or 2024 where no more is known",
    "text": "Type one line",
}
COMMANDS = "?  not known    b  go back    l  leave for later    w  why    q  save and leave"


def question(ask: Ask, number: int) -> str:
    """A question with who would know, what it bears on, and how to answer."""
    page = Page()
    kind = "Judgement" if ask.kind == "judgement" else "Question"
    page.say(f"{kind} {number}. {ask.question}", 0, 2)
    if ask.who_knows:
        label = "To be decided by" if ask.kind == "judgement" else "Who would know"
        page.say(f"{label}: {sentence(ask.who_knows)}", 2, 2)
    for one in ask.bears_on:
        page.say(f"It bears on: {sentence(one)}", 2, 2)
    for side, factors in (("For", ask.factors_for), ("Against", ask.factors_against)):
        for one in factors:
            shown = " (the record shows it)" if one.shown else ""
            page.say(f"{side}: {one.text}{shown}.", 2, 2)
    for place, option in enumerate(ask.options, 1):
        page.say(f"{place:>2}  {option.label}", 4, 4)
    page.say(f"{_HOW[ask.kind]}, or one of:", 2, 2)
    page.say(COMMANDS, 4)
    return page.text()


def why(ask: Ask) -> str:
    """Why a question is asked, what each answer would do, and the sources of its rules."""
    page = Page()
    if ask.bears_on:
        page.say("It is asked because it can still change the answer to:", 2)
        page.bullets([f"{title} ({rule})" for title, rule in _ruled(ask)], 4)
    decisive = [one for one in ask.effects if one.outcome is not Outcome.OPEN]
    for effect in decisive:
        page.say(f"By itself this makes it {effect.outcome}: {effect.answer}.", 2, 2)
    if not decisive:
        page.say("No answer settles it alone, but each brings it nearer.", 2)
    if ask.citations:
        page.say(f"Source: {'; '.join(cite(one) for one in ask.citations)}.", 2, 2)
    return page.text()


def _ruled(ask: Ask) -> list[tuple[str, str]]:
    return list(zip(ask.bears_on, ask.rules, strict=True))


def standing(where: Standing) -> str:
    """Where the interview stands, in a line or two."""
    page = Page()
    page.say(f"Outcome so far: {str(where.outcome).upper()}.")
    if where.outcome is Outcome.OPEN:
        still = where.open_points - where.cannot_be_known
        plural = "" if still == 1 else "s"
        page.say(f"{still} point{plural} can be settled now; answers may raise others.")
        if where.cannot_be_known:
            page.say(f"{where.cannot_be_known} cannot be known.")
    else:
        page.say(where.summary)
    return page.text()
