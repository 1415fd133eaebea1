"""The recommendations of a report against the rows of its action plan.

The plan may be a file of its own or a part of the report.  A recommendation and a row belong
together where they have the same words, nearly, or else the same number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from ...schemas.common import Answer, Strict
from ...schemas.documents import DocumentKind
from .alike import paired
from .base import QUESTIONED, SETTLED, Hit, Look, Observation, detector
from .between import MOST, there
from .between_lists import Line, noted, number_of, recommendation_lines, unlabelled
from .folding import words_of
from .plan_reading import plan_of
from .plan_rows import is_placeholder
from .plan_table import Column, PlanRow, hit_of
from .terms import find, plain

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
_REPORTS = (DocumentKind.OVERVIEW, DocumentKind.SUMMARY)
_UNLIKE = 55  # per cent; a row that is no liker than this is about something else
_SHARED = 75  # per cent of words in common, whatever their order
_REPEATED = 95  # per cent; the row has the recommendation's own words
_LEFT = 0.55  # of its length, without "Harbour Community Safety Partnership should"
_SHORTEST = 4  # words; a cell with fewer only points to its recommendation
_OWNER = re.compile(
    r"^(?P<owner>.{3,160}?)\b(?:should|must|will|shall|needs? to|ought to|is to|are to)\b"
)
_AGENCY_LIST = re.compile(r"\b(?:single|individual|own|imrs?|management)\b")
_KINDS = {
    **{word: word for word in ("council", "police", "probation", "partnership", "trust")},
    "csp": "partnership",
    "authority": "council",
}
_COMMON = ("<body-common>",)
_WIDE = ("<body-several>",)


class NoSettings(Strict):
    """Nothing to set."""


@dataclass(frozen=True, slots=True)
class Both:
    """A report's recommendations and a plan's rows, and which of the two documents is read."""

    report: Look
    plan: Look
    look: Look
    lines: tuple[Line, ...]
    rows: tuple[PlanRow, ...]
    partners: dict[int, list[int]]
    """Position of a recommendation -> those of its rows."""
    strays: tuple[int, ...]
    """Rows that belong to no recommendation."""

    def of_line(self, at: int, note: str) -> Hit:
        """A recommendation as a place, in this document or the other."""
        hit = self.lines[at].hit
        return noted(hit, note) if self.report is self.look else there(self.report, hit, note)

    def of_row(self, at: int, note: str, column: Column = "recommendation") -> Hit:
        """A row of the plan as a place, in this document or the other."""
        row = self.rows[at]
        shown = column if column in row.cells else next(iter(row.cells))
        hit = hit_of(self.plan, row, shown, note)
        return hit if self.plan.document is self.look.document else there(self.plan, hit, hit.note)


def both_of(look: Look) -> Both | None:
    """The recommendations and the rows, wherever each stands; None where one is missing."""
    found: Both | None = look.once("report-and-plan", lambda: _both(look))
    return found


def _both(look: Look) -> Both | None:
    # A summary is held against the report, and the report against the plan: not both twice.
    report = next((own for kind in _REPORTS if (own := _of_kind(look, kind)) is not None), None)
    plan = look if look.kind is DocumentKind.PLAN else look.beside(DocumentKind.PLAN)
    if report is None or look not in (report, plan):
        return None
    plan = plan or report
    lines = tuple(recommendation_lines(report))
    rows = tuple(row for row in plan_of(plan).rows if row.cells)
    inside = plan.document is report.document
    tables = {row.table for row in rows}
    if inside:  # a plan that stands under the heading of the recommendations is both
        lines = tuple(one for one in lines if not _in_tables(one, tables))
    if not lines or not rows:
        return None
    partners, strays = _partners(lines, rows)
    return Both(report, plan, look, lines, rows, partners, strays)


def _of_kind(look: Look, kind: DocumentKind) -> Look | None:
    return look if look.kind is kind else look.beside(kind)


def _in_tables(line: Line, tables: set[int]) -> bool:
    return line.hit.place is not None and line.hit.place.table in tables


def _text(row: PlanRow) -> str:
    """What a row says of its recommendation; empty where that is no more than a number."""
    cell = row.cell("recommendation")
    text = "" if cell is None or cell.blank else unlabelled(cell.text)
    return text if len(text.split()) >= _SHORTEST else ""


def _partners(
    lines: tuple[Line, ...], rows: tuple[PlanRow, ...]
) -> tuple[dict[int, list[int]], tuple[int, ...]]:
    texts = list(
        dict.fromkeys(text for row in rows if len((text := _text(row)).split()) >= _SHORTEST)
    )
    made = paired([one.text for one in lines], texts)
    owner = {texts[m]: n for n, m, _ in made.pairs}
    numbered = _by_number(lines)
    partners: dict[int, list[int]] = {n: [] for n in range(len(lines))}
    strays: list[int] = []
    for at, row in enumerate(rows):
        own = owner.get(_text(row))
        if own is None:
            own = numbered.get(number_of(row) or -1)
        if own is None:
            strays.append(at)
        else:
            partners[own].append(at)
    return partners, tuple(strays)


def _by_number(lines: tuple[Line, ...]) -> dict[int, int]:
    """Recommendations by their number, where no number stands for two."""
    found: dict[int, int] = {}
    twice: set[int] = set()
    for at, one in enumerate(lines):
        if one.number is not None:
            twice |= {one.number} & set(found)
            found.setdefault(one.number, at)
    return {number: at for number, at in found.items() if number not in twice}


@detector("recommendations-and-plan", NoSettings, SETTLED)
def recommendations_and_plan(look: Look, _: NoSettings) -> Observation:
    """There are recommendations in a report, and rows of a plan to hold against them."""
    if both_of(look) is not None:
        return Observation(YES)
    return Observation(NO, (), "there is no report with recommendations and a plan with rows")


@detector("each-recommendation-planned", NoSettings)
def each_recommendation_planned(look: Look, _: NoSettings) -> Observation:
    """Each recommendation of the report has a row in the plan."""
    both = both_of(look)
    if both is None:
        return Observation(YES)
    missing = [n for n, rows in both.partners.items() if not rows]
    if not missing:
        return Observation(YES, (), f"{len(both.lines)} recommendations, each with a row")
    note = (
        f"no row of the {both.plan.kind.named} carries it out"
        if both.plan is not both.report
        else "no row of the plan carries it out"
    )
    hits = tuple(both.of_line(n, note) for n in missing[:MOST])
    has = "has" if len(missing) == 1 else "have"
    told = f"{len(missing)} of {len(both.lines)} recommendations {has} no row in the plan"
    sure = len(missing) * 2 <= len(both.lines) and all(_surely(both, n) for n in missing)
    return Observation(NO if sure else OPEN, hits, told)


def _surely(both: Both, at: int) -> bool:
    """Whether a recommendation is a numbered one of the review's own, and no row is like it."""
    line = both.lines[at]
    path = line.hit.place.heading_path if line.hit.place else ()
    if line.number is None or any(_AGENCY_LIST.search(plain(title)) for title in path):
        return False
    told = [text for row in both.rows if (text := _text(row))]
    if len(told) * 2 < len(both.rows):
        return False  # the plan does not repeat what is recommended
    return not any(_related(line.text, text) for text in told)


def _related(line: str, text: str) -> bool:
    return fuzz.ratio(line, text) >= _UNLIKE or fuzz.token_set_ratio(line, text) >= _SHARED


@detector("each-row-recommended", NoSettings, QUESTIONED)
def each_row_recommended(look: Look, _: NoSettings) -> Observation:
    """Each row of the plan carries out a recommendation of the report."""
    both = both_of(look)
    if both is None or not both.strays:
        return Observation(YES)
    note = "no recommendation of the report was recognised in it"
    hits = tuple(both.of_row(at, note) for at in both.strays[:MOST])
    carry = "carries" if len(both.strays) == 1 else "carry"
    count = f"{len(both.strays)} of {len(both.rows)} rows {carry}"
    told = f"{count} out no recommendation of the report"
    return Observation(OPEN, hits, told)


@detector("plan-worded-as-recommended", NoSettings, QUESTIONED)
def plan_worded_as_recommended(look: Look, _: NoSettings) -> Observation:
    """Rows repeat their recommendation in its own words, and under its number."""
    both = both_of(look)
    if both is None:
        return Observation(YES)
    hits: list[Hit] = []
    notes: dict[str, None] = {}
    alone = len(_by_number(both.lines)) == len(both.lines)  # one list, in which a number is one
    for n, rows in both.partners.items():
        line = both.lines[n]
        for at in rows[:1]:
            text, number = _text(both.rows[at]), number_of(both.rows[at])
            if text and not _repeats(text, line.text):
                notes.setdefault("some recommendations are worded otherwise in the plan")
                hits.append(both.of_line(n, "worded so here"))
                hits.append(both.of_row(at, "worded otherwise here"))
            elif alone and number and number != line.number:
                notes.setdefault("some recommendations have another number in the plan")
                hits.append(both.of_line(n, f"number {line.number}"))
                hits.append(both.of_row(at, f"number {number}"))
    return Observation(OPEN if hits else YES, tuple(hits[: 2 * MOST]), "; ".join(notes))


def _repeats(row: str, line: str) -> bool:
    """Whether a row has a recommendation's words, and perhaps more, or all but its addressee."""
    enough = len(row) >= _LEFT * len(line)
    return enough and fuzz.partial_ratio(line, row) >= _REPEATED


@detector("plan-lead-as-recommended", NoSettings, QUESTIONED)
def plan_lead_as_recommended(look: Look, _: NoSettings) -> Observation:
    """The lead of each row is the body to which the recommendation is addressed."""
    both = both_of(look)
    if both is None:
        return Observation(YES)
    hits: list[Hit] = []
    area = _area(both)
    for n, rows in both.partners.items():
        owner = _owner(both.lines[n].text)
        leads = [at for at in rows if _lead(both.rows[at])]
        same = any(_same_body(owner, _lead(both.rows[at]), area) for at in leads)
        if owner and leads and not same:
            hits.append(both.of_line(n, "addressed to one body"))
            hits.append(both.of_row(leads[0], "led by another", "lead"))
    note = "the lead in the plan is another body than the recommendation names" if hits else ""
    return Observation(OPEN if hits else YES, tuple(hits[: 2 * MOST]), note)


def _lead(row: PlanRow) -> str:
    cell = row.cell("lead")
    return "" if cell is None or cell.blank or is_placeholder(cell) else cell.text


def _owner(text: str) -> str:
    """To whom a recommendation is addressed; empty if to nobody in particular."""
    match = _OWNER.match(text)
    if match is None or find(_WIDE, match["owner"]) is not None:
        return ""
    named = find(("<agency>", "<plan-body>", "<plan-national>"), match["owner"])
    return match["owner"].strip() if named else ""


def _area(both: Both) -> frozenset[str]:
    """Words with which the names of several bodies begin: Harbour Police, Harbour Council."""
    owners = (_owner(line.text) for line in both.lines)
    bodies = {tuple(_words(text)) for text in (*owners, *map(_lead, both.rows)) if text}
    firsts = [words[0] for words in bodies if len(words) > 1]
    return frozenset(word for word in firsts if firsts.count(word) > 1)


def _words(text: str) -> list[str]:
    """The words of a body's name; a constabulary is a police force."""
    words = [word for word in words_of(plain(text)) if word != "the"]
    return ["police" if word == "constabulary" else word for word in words]


def _same_body(owner: str, lead: str, area: frozenset[str]) -> bool:
    """Whether two names may be one body's: a telling word in common, or the initials of one."""
    one, other = _words(owner), _words(lead)
    common = {word for word in (*one, *other) if find(_COMMON, word) is not None} | area
    shared = (set(one) & set(other)) - area
    if shared - common or _initials(one) & set(other) or _initials(other) & set(one):
        return True
    if set(one) - common:
        return bool(shared) and not set(other) - common
    # "The Trust" and "the partnership" tell only of what kind a body is.
    kinds, led = _kinds(one), _kinds(other)
    return not kinds or not led or bool(kinds & led)


def _kinds(words: list[str]) -> set[str]:
    """The kinds of body that some words name."""
    return {_KINDS[word] for word in words if word in _KINDS}


def _initials(words: list[str]) -> set[str]:
    """The initials of every run of two words or more, as bodies are shortened."""
    letters = "".join(word[0] for word in words if word not in ("the", "of", "and", "for"))
    return {letters[a:b] for a in range(len(letters)) for b in range(a + 2, len(letters) + 1)}
