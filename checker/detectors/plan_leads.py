"""Who is to carry out the actions of a plan: one body a row, and one that exists.

A body is known where the case record names it or the report lists it among its contributors or
its panel.  Without either, what names an agency of the usual kinds is taken for one.
"""

from __future__ import annotations

import re

from ...schemas.documents import DocumentKind
from .base import QUESTIONED, Look, Observation, detector
from .folding import words_of
from .names_consistent import agencies_of_tables
from .plan_rows import NoSettings, cells_where, is_placeholder, questioned
from .plan_table import PlanCell, PlanRow
from .terms import find, pattern, plain

_LISTS = ("agency", "agencies", "organisation", "contributor", "service", "body")
_EVERYBODY = ("<plan-everybody>",)
_BODY = ("<agency>", "<plan-body>", "<plan-national>")
_NATIONAL = ("<plan-national>",)
_SEVERAL = ("<plan-org>", "<plan-national>")
_JOINED = ("<plan-joined>",)  # names of one body that have an "and" in them
_SEAM = re.compile(r"\s*(?:[;/\n&+]|\band\b)\s*")
_SHORT = 3  # letters; a shorter word leads to no body


@detector("plan-lead-one", NoSettings, QUESTIONED)
def plan_lead_one(look: Look, _: NoSettings) -> Observation:
    """Each row has one lead, and not everybody or several bodies."""

    def wrong(_: PlanRow, cell: PlanCell) -> str:
        if find(_EVERYBODY, " ".join(cell.text.split())) is not None:
            return "where everybody leads, nobody does"
        text = pattern(_JOINED).sub("one", cell.text)
        bodies = [part for part in _SEAM.split(text) if find(_SEVERAL, part) is not None]
        return "this seems to name several bodies" if len(bodies) > 1 else ""

    return questioned(look, "lead", cells_where(look, "lead", wrong))


@detector("plan-lead-known", NoSettings, QUESTIONED)
def plan_lead_known(look: Look, _: NoSettings) -> Observation:
    """Each lead is a body that the case record or the report knows, or a national one."""
    named = _known(look)

    def wrong(_: PlanRow, cell: PlanCell) -> str:
        text = " ".join(cell.text.split())
        if cell.blank or is_placeholder(cell) or find(_EVERYBODY, text) is not None:
            return ""
        if any(_same(name, text) for name in named) or find(_NATIONAL, text) is not None:
            return ""
        if find(_BODY, text) is None:
            return "this names no body"
        return "neither the case record nor the report names this body" if named else ""

    return questioned(look, "lead", cells_where(look, "lead", wrong))


def _known(look: Look) -> frozenset[tuple[str, ...]]:
    """The bodies that the record names and the report lists, as words."""
    found: set[tuple[str, ...]] = set()
    if look.record is not None:
        bodies = (*look.record.agencies, *look.record.csps, *look.record.safeguarding_boards)
        found.update(_words(plain(one.name)) for one in bodies if one.name is not None)
    report = look if look.kind is not DocumentKind.PLAN else look.beside(DocumentKind.OVERVIEW)
    if report is None:
        report = look.beside(DocumentKind.SUMMARY)
    if report is not None:
        found.update(_words(" ".join(name)) for name, _ in agencies_of_tables(report, _LISTS))
    return frozenset(name for name in found if any(len(word) > _SHORT for word in name))


def _words(text: str) -> tuple[str, ...]:
    return tuple(words_of(text))


def _same(name: tuple[str, ...], text: str) -> bool:
    """Whether a cell names a known body, whole or by the first of its words and no other's."""
    words = _words(text)
    whole = any(words[at : at + len(name)] == name for at in range(len(words)))
    inner = bool(words) and any(
        name[at : at + len(words)] == words for at in range(len(name) - len(words) + 1)
    )
    return whole or inner
