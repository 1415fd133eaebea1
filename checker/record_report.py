"""The case record as it was read, with what is still open written above it.

Everyone in it has a label, so that a judgement can say whom it is about; the open points
stand as comments, in the form in which an answer can be written.  The file that was read is
never changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..schemas.case import CaseRecord
from ..schemas.decision import Decision, JudgementPoint, Question
from .clocks import long_date
from .record_writing import as_yaml


def record_as_read(record: CaseRecord, decision: Decision) -> str:
    """The record as YAML; a pure function of the record and its decision."""
    return as_yaml(record, list(_head(decision)))


def _head(decision: Decision) -> Iterator[str]:
    as_of = decision.provenance.as_of
    day = f" on {long_date(as_of)}" if as_of else ""
    yield f"The case record as it was read{day}, with a label for everyone in it."
    yield f"Outcome: {decision.outcome}."
    if decision.questions or decision.judgements:
        yield "Still open:"
    for asked in decision.questions:
        yield from _question(asked)
    for point in decision.judgements:
        yield from _judgement(point)


def _question(asked: Question) -> Iterator[str]:
    of = f" ({asked.about})" if asked.about else ""
    known = " It has been asked, and cannot be known." if asked.asked else ""
    yield f"  - {asked.fact}{of}: {asked.ask}{known}"


def _judgement(point: JudgementPoint) -> Iterator[str]:
    about = f", about: {point.about}" if point.about else ""
    yield f"  - For the {point.decided_by}: {point.question}"
    yield f"    judgements: [{{on: {point.proposition}{about}, answer: yes or no,"
    yield "                  by: a role and not a name, date: 2024-03-20, reason: why}]"
