"""What a case puts into the fields, conditions and tables of a notice.

Names are put in only where the caller asks for it; otherwise the placeholder stays, and the
draft can be kept with the file without naming anybody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..schemas.case import CaseRecord
from ..schemas.common import Answer
from ..schemas.decision import Decision, Element, ReviewSetOff
from ..schemas.perpetrator import Proceedings
from ..schemas.terms_death import Manner
from ..schemas.terms_people import ProceedingsOutcome
from .clocks import long_date, said
from .notice_words import FIELDS
from .render.sheet import Blank, Pairs, Para, Piece, Table, Words
from .wording import sentence

_DUE = ("REPORT",)
_NO_REVIEWS = frozenset({"CORONER", "CRIMINAL"})


@dataclass(frozen=True, slots=True)
class Facts:
    """One case, and what the sender has said about the notices."""

    record: CaseRecord
    decision: Decision
    told: str
    """yes, no, or empty while nothing is decided."""
    mailbox: str = ""
    names: bool = False

    def field(self, name: str) -> Piece:
        """What stands in a field: a value, or a blank to fill in."""
        value = self._values().get(name, "")
        return value or Blank(FIELDS[name])

    def _values(self) -> dict[str, str]:
        found = {
            "reference": self.record.reference,
            "csp": self.decision.lead.csp,
            "mailbox": self.mailbox,
            "report_due": _report_due(self.decision),
            "family_told": _on(self.record),
        }
        if self.names:
            found |= {"deceased": _first(self.record.deceased.names), "chair": _chair(self.record)}
        return found

    def _other_review(self) -> bool:
        """Another review is set off.  An inquest or a trial is none."""
        set_off = [one.rule for one in self.decision.reviews if one.answer is Answer.YES]
        return bool(set(set_off) - _NO_REVIEWS)

    def flags(self) -> frozenset[str]:
        """Which conditions hold."""
        record = self.record
        review = record.review
        proceedings = [person.proceedings for person in record.alleged_perpetrators]
        held = {
            "chair": review is not None and bool(review.chair or review.chair_appointed),
            "decided": bool(self.told),
            "held": self.told == "yes",
            "not_held": self.told == "no",
            "other_review": self._other_review(),
            "suicide": record.deceased.manner is Manner.SUICIDE,
            "suspect_died": any(person.died for person in record.alleged_perpetrators),
            "trial": any(_pending(one) for one in [*proceedings, record.criminal_proceedings]),
        }
        return frozenset(name for name, holds in held.items() if holds)

    # --- tables ---------------------------------------------------------------------------------

    def pairs(self) -> Pairs:
        """The decision at a glance."""
        dates = self.record.dates
        chosen = {one.key: one.title for one in self.decision.selection}
        told = {"yes": "a review will be held", "no": "no review will be held"}[self.told]
        rows: list[tuple[str, Words]] = [
            ("Our reference", self.record.reference),
            ("Partnership", (self.field("csp"),)),
            ("Decision", told),
            ("Decided on", _date_or_blank(said(dates.decision) if dates.decision else "")),
            (
                "Came to our attention on",
                _date_or_blank(said(dates.csp_aware) if dates.csp_aware else ""),
            ),
            ("Test applied", chosen.get("test", "")),
            ("Guidance applied", chosen.get("edition", "")),
        ]
        return Pairs("The decision", tuple(rows))

    def limbs(self) -> Table:
        """Each part of the definition, with what it rests on."""
        rows = tuple(_limb(one) for one in self.decision.elements)
        head = ("Part of the definition", "About", "Answer", "Rests on")
        return Table("The definition, part by part", head, rows, (42, 12, 12, 34))

    def reviews(self) -> Table | Para:
        """Other reviews that are set off, or not yet ruled out."""
        return self._reviews([one.rule for one in self.decision.reviews])

    def triggers(self, rules: Sequence[str]) -> Table | Para:
        """Those reviews that a notice is about, with the facts."""
        return self._reviews(rules)

    def _reviews(self, rules: Sequence[str]) -> Table | Para:
        rows = tuple(_review(one) for one in self.concerned(rules))
        if not rows:
            return Para("None arises on the facts in the record.")
        head = ("Review or process", "State", "On what is known now")
        return Table("Other reviews that may arise", head, rows, (34, 18, 48))

    def concerned(self, rules: Sequence[str]) -> list[ReviewSetOff]:
        """Those of some reviews that are set off, or not yet ruled out."""
        found = [one for one in self.decision.reviews if one.rule in rules]
        return [one for one in found if one.answer is not Answer.NO]

    def people(self) -> Table:
        """The people whose records are to be secured."""
        head = ("Person", "Name", "Date of birth", "Address")
        return Table("The people concerned", head, tuple(self._people()), (26, 26, 20, 28))

    def _people(self) -> Iterator[tuple[Words, ...]]:
        record = self.record
        yield self._person("The person who died", record.deceased.names)
        for person in record.alleged_perpetrators:
            yield self._person(f"Another adult ({person.ref})", person.names)
        for child in record.children:
            yield self._person(f"A child ({child.ref})", ())

    def _person(self, who: str, names: tuple[str, ...]) -> tuple[Words, ...]:
        name: Words = _first(names) if self.names and names else (Blank("name"),)
        return (who, name, (Blank("date of birth"),), (Blank("address"),))


def _first(names: tuple[str, ...]) -> str:
    return names[0] if names else ""


def _chair(record: CaseRecord) -> str:
    chair = record.review.chair if record.review else None
    return chair.name or "" if chair else ""


def _pending(made: Proceedings | None) -> bool:
    if made is None:
        return False
    ended = made.outcome not in (None, ProceedingsOutcome.PENDING) or made.concluded_on is not None
    begun = made.outcome is ProceedingsOutcome.PENDING or bool(made.charged or made.charge)
    return begun and not ended


def _report_due(decision: Decision) -> str:
    """The date worked out for the overview report, where there is one."""
    for duty in decision.duties:
        if duty.rule.endswith(_DUE) and duty.due_latest is not None:
            return long_date(duty.due_latest)
    return ""


def _on(record: CaseRecord) -> str:
    told = record.dates.family_told
    return f"yes, {said(told)}" if told else ""


def _date_or_blank(text: str) -> Words:
    return text or (Blank("date"),)


def _limb(element: Element) -> tuple[Words, ...]:
    rests = [one.text for one in element.reasons if one.fact]
    if element.judgement:
        rests.append(f"judgement of the {element.judgement.by}")
    return (
        element.title,
        element.about or "the death",
        str(element.answer),
        sentence("; ".join(rests)),
    )


def _review(one: ReviewSetOff) -> tuple[Words, ...]:
    if one.answer is Answer.YES:
        facts = [f"{r.about}, {r.text}" if r.about else r.text for r in one.reasons]
        return (one.review, "arises", sentence("; ".join(facts)))
    return (one.review, "not yet known", f"Waiting on: {'; '.join(one.waiting_on)}.")
