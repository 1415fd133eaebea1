"""References within the report to paragraphs, tables and the like that are not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import Field

from ...schemas.common import Answer, Strict
from .base import Look, Observation, detector
from .corpus import Corpus, Passage, corpus_of
from .finds import Find
from .recommendation_list import recommendations_of
from .statements import MOST, in_report, is_quoted

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
_PARAGRAPH = re.compile(r"\b[Pp]ara(?:graph)?s?\.? (\d{1,2}(?:\.\d{1,3})+)(?![\d%])")
_SECTION = re.compile(
    r"\b(?:[Ss]ee|in|at|under) [Ss]ection (\d{1,2})(?![\d.]*\d)(?= (?:above|below|of this report)"
    r"|\))"
    r"|\([Ss]ee [Ss]ection (\d{1,2})\)|\bset out in Section (\d{1,2})(?![\d.]*\d)(?=[.,;)])"
)
_APPENDIX = re.compile(
    r"\b(?:[Aa]ppendix|APPENDIX|[Aa]nnex|ANNEX) ([A-H]|\d{1,2}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our"
    r"|[Ff]ive|[Ss]ix)\b(?![\w-]|\.\d)"
)
_TABLE = re.compile(r"\b(?:Table|Figure) (\d{1,2})\b(?![.:\d-])")
_RECOMMENDATION = re.compile(
    r"\b[Rr]ecommendations? (\d{1,2}(?:(?:, | and |, and )\d{1,2})*)\b(?![.\d]*\d)"
)
_ELSEWHERE = re.compile(
    r"\A[^.;]{0,10}(?:of|to|in) (?:the |that |its )?(?:\w+ ){0,4}?(?:[Gg]uidance|Act|[Cc]ode"
    r"|[Pp]rotocol|"
    r"[Pp]olicy|[Ss]trategy|[Tt]oolkit|[Tt]emplate|IMR|individual management|previous|earlier"
    r"|inquiry|bundle)"
)
_FOREIGN = re.compile(
    r"(?:[Gg]uidance|Act(?: \d{4})?|[Cc]ode|[Pp]rotocol|[Pp]olicy|Order|Regulations"
    r"|IMR)\W+(?:\w+\W+){0,3}\Z"
)
_DOTTED = re.compile(r"\d{1,2}(?:\.\d{1,3})+")
_NUMBERED = re.compile(r"(?:section )?(\d{1,2})(?:\.0)?[.:)]?", re.I)
_ENOUGH = 10  # numbered paragraphs that make a scheme
_NUMBERS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6"}


class RefSettings(Strict):
    """What is referred to: paragraphs, sections, tables, appendices, recommendations."""

    to: tuple[str, ...] = Field(min_length=1)
    section: str = "recommendations"
    """The section that holds the recommendations."""


@dataclass(frozen=True, slots=True)
class _Targets:
    """What there is to be referred to; empty sets where the draft has no such scheme."""

    paragraphs: frozenset[str]
    sections: frozenset[str]
    appendices: frozenset[str]
    tables: frozenset[str]


@detector("references-lead-somewhere", RefSettings)
def references_lead_somewhere(look: Look, settings: RefSettings) -> Observation:
    """What the report refers to within itself is there."""
    corpus = corpus_of(look)
    targets: _Targets = look.once("targets", lambda: _targets(look))
    sure: list[Find] = []
    unsure: list[Find] = []
    for kind in settings.to:
        known = _known(look, settings, targets, kind)
        found = references_to(look, kind)
        dead = [f for f, wanted in found if wanted not in known]
        if not known:
            # Nothing of the kind in the file: it may be a file of its own.
            unsure += dead if kind == "appendices" else []
        elif len(dead) * 2 > len(found) and len(found) > 2:
            unsure += dead  # the numbers may be counted otherwise than Word counts them
        else:
            sure += dead
    answer = NO if sure else OPEN if unsure else YES
    hits = [corpus.hit(one.start, one.end, one.note) for one in (*sure, *unsure)]
    note = "there is a reference to what was not found in the file" if hits else ""
    return Observation(answer, tuple(hits[:MOST]), note)


def _known(look: Look, settings: RefSettings, targets: _Targets, kind: str) -> frozenset[str]:
    if kind != "recommendations":
        return getattr(targets, kind)
    if look.template is None:
        return frozenset()
    listed = recommendations_of(look, settings.section)
    return frozenset(str(one.number) for one in listed if one.number is not None)


_PATTERNS = {
    "paragraphs": (_PARAGRAPH, ("paragraph", "paragraphs", "para", "paras")),
    "sections": (_SECTION, ("section",)),
    "appendices": (_APPENDIX, ("appendix", "annex")),
    "tables": (_TABLE, ("table", "figure")),
    "recommendations": (_RECOMMENDATION, ("recommendation", "recommendations")),
}


def references_to(look: Look, kind: str) -> tuple[tuple[Find, str], ...]:
    """Every reference of one kind, with the label that it wants; found once."""
    found: tuple[tuple[Find, str], ...] = look.once(
        ("references", kind), lambda: tuple(_references(look, corpus_of(look), kind))
    )
    return found


def _references(look: Look, corpus: Corpus, kind: str) -> Iterator[tuple[Find, str]]:
    pattern, cues = _PATTERNS[kind]
    starts = {
        corpus.passage_at(corpus.starts[a]).start: None
        for w in cues
        for a in corpus.index.get(w, ())
    }
    for start in sorted(starts):
        passage = corpus.passage_at(start)
        if not in_report(passage) or _is_caption(passage):
            continue
        text = passage.normal.text
        for match in pattern.finditer(text):
            at, end = start + match.start(), start + match.end()
            if (
                is_quoted(look, passage, at, end)
                or _ELSEWHERE.match(text, match.end())
                or _ELSEWHERE.match(text[match.end() :])
                or _FOREIGN.search(text[max(0, match.start() - 60) : match.start()])
            ):
                continue
            said = next(group for group in match.groups() if group)
            for wanted in (
                re.findall(r"\d+(?:\.\d+)*|[A-Za-z]+", said)
                if kind == "recommendations"
                else [said]
            ):
                if wanted not in ("and",):
                    yield Find(at, end, True, f"{kind}: this one was not found"), _same(wanted)


def _same(label: str) -> str:
    """``One`` and ``1`` are one; letters stay."""
    low = label.lower()
    return _NUMBERS.get(low, label.upper() if len(label) == 1 else low)


def _is_caption(passage: Passage) -> bool:
    paragraph = passage.paragraph
    if paragraph is None:
        return False
    return paragraph.heading is not None or bool(
        re.match(r"(?:Table|Figure) \d+[:.]", passage.text)
    )


def _targets(look: Look) -> _Targets:
    paragraphs: set[str] = set()
    sections: set[str] = set()
    appendices: set[str] = set()
    tables: set[str] = set()
    for paragraph in look.document.paragraphs:
        label = (paragraph.label or paragraph.typed_label).strip().rstrip(".)")
        typed = _DOTTED.match(paragraph.text)
        for one in (label, typed.group() if typed else ""):
            if _DOTTED.fullmatch(one):
                paragraphs.add(one)
        if paragraph.heading is not None and not paragraph.in_toc:
            number = _NUMBERED.match(label or paragraph.text)
            if number:
                sections.add(number[1])
        text = paragraph.text.strip()
        if len(text) < _LONGEST_TITLE and (
            found := _APPENDIX.match(text) or _APPENDIX.match(f"{label} {text}")
        ):
            appendices.add(_same(found[1]))
        if caption := re.match(r"(?:Table|Figure) (\d+)", text):
            tables.add(caption[1])
    if len(paragraphs) < _ENOUGH:
        paragraphs.clear()
    paragraphs.update({p.rsplit(".", 1)[0] for p in paragraphs if p.count(".") > 1})
    return _Targets(*(frozenset(s) for s in (paragraphs, sections, appendices, tables)))


_LONGEST_TITLE = 160  # characters; longer is a paragraph that begins with a reference
