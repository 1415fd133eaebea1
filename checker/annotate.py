"""The author's own draft back, with what was found as Word comments at the words.

The text, the numbering and the tracked changes are untouched: the file that comes out is the
file that went in with pieces put in between its bytes.  What Word gives no place for a comment
(headers, properties, other people's comments) and what is missing is listed in one comment at
the top, which also says that the copy is not for submission.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..schemas.compliance import CheckOutcome, ComplianceReport, Finding, Spot
from .annotate_map import ParagraphAt, paragraphs_at
from .annotate_package import AUTHOR, STRICT_WORD, WORD, Insertions, Parts, Remark
from .annotate_place import Marker, align
from .document.model import Document
from .document.place import Story
from .own_outputs import NOT_FOR_SUBMISSION
from .render.compared_text import NEW, about, fresh, parts
from .render.decision_text import cite
from .render.report_places import LABELS, Placed, in_words, open_findings, placed
from .render.report_text import asked
from .render.settings_text import about_settings, eased, set_aside, why
from .wording import counted, sentence

_HOSTED = {
    Story.TEXTBOX: "In the text box that is anchored here",
    Story.FOOTNOTE: "In a footnote that is cited here",
    Story.ENDNOTE: "In an endnote that is cited here",
}


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotated draft, and what became of the findings."""

    content: bytes
    placed: int
    """Comments at their words or paragraph."""
    listed: int
    """Points that are in the comment at the top."""
    main: str
    insertions: Insertions
    """What was put into the main part, and at which byte of it as it was."""


def annotate(draft: bytes, document: Document, report: ComplianceReport) -> Annotated:
    """The draft with comments; a pure function.

    ``document`` is the draft as read, and ``report`` what came of checking it: the places of
    the one are counted in the other.

    Raises DocumentError where the text is stored in an encoding other than UTF-8.
    """
    parts = Parts(draft, document.file.main_part, strict=document.file.strict)
    job = _Job(document, report, paragraphs_at(parts.text), parts.next_id())
    job.place_all()
    insertions = tuple(job.marker.insertions())
    changed = parts.changes(insertions, job.remarks)
    return Annotated(
        content=parts.write(changed),
        placed=len(job.remarks) - 1,
        listed=len(job.listed),
        main=document.file.main_part,
        insertions=insertions,
    )


class _Job:
    """One draft on its way to being annotated."""

    def __init__(
        self,
        document: Document,
        report: ComplianceReport,
        found: Sequence[ParagraphAt],
        first_id: int,
    ) -> None:
        self.document, self.report = document, report
        body = [(p.index, p.text) for p in document.paragraphs if p.story is Story.BODY]
        self.where = align(found, body)
        prefixes = [one.prefix for one in found]
        namespace = STRICT_WORD if document.file.strict else WORD
        self.marker = Marker(prefixes[0] if prefixes else b"w:", namespace)
        self.remarks: list[Remark] = []
        self.listed: list[str] = []
        self.number = first_id

    def place_all(self) -> None:
        """Place every finding; then the comment at the top, which says what was left."""
        top = self.number
        self.number += 1
        at_words: list[Remark] = []
        for one in placed(self.report):
            if self._place(one):
                at_words.append(Remark(self.number, tuple(self._lines(one))))
                self.number += 1
            else:
                self.listed.append(_in_list(one.finding, one.spot))
        self.listed += [_in_list(one) for one in open_findings(self.report) if not one.places]
        self._place_top(top)
        self.remarks = [Remark(top, tuple(self._top())), *at_words]

    def _place(self, one: Placed) -> bool:
        index = one.spot.paragraph
        if not 0 <= index < len(self.document.paragraphs):
            return False
        paragraph = self.document.paragraphs[index]
        if paragraph.story in _HOSTED:
            host = self.where.get(paragraph.host)
            return host is not None and self.marker.whole(self.number, host)
        found = self.where.get(index)
        if found is None:
            return False
        start, end = one.spot.start, one.spot.end
        return self.marker.words(self.number, found, start, end) or self.marker.whole(
            self.number, found
        )

    def _place_top(self, number: int) -> None:
        """At the first paragraph that has any text."""
        for index in sorted(self.where):
            found = self.where[index]
            if self.document.paragraphs[index].text.strip() and self.marker.whole(number, found):
                return

    def _lines(self, one: Placed) -> list[str]:
        finding, spot = one.finding, one.spot
        story = self.document.paragraphs[spot.paragraph].story
        lines = [_point(finding, spot)]
        if story in _HOSTED:
            lines.append(f"{_HOSTED[story]}: {spot.excerpt}".rstrip(": "))
        if spot.note:
            lines.append(sentence(spot.note))
        lines += _to_do(finding)
        lines.append(f"Source: {'; '.join(cite(c) for c in finding.citations)}.")
        return lines

    def _top(self) -> Iterator[str]:
        yield NOT_FOR_SUBMISSION
        yield self.report.headline
        counts = self.report.counts
        failed = counted(counts.failed, "point", "points")
        judged = counted(counts.of_review_human, "is", "are")
        yield (
            f"{failed} to put right and {counts.review} to look at, of which {judged} for a person"
            " whatever the draft says; they are in the report."
        )
        if self.report.compared is not None:
            yield from about(self.report.compared)
            for title, items in parts(self.report):
                if title != NEW:  # what is new says so at its place
                    yield f"{title}:"
                    yield from (f"{what}{f': {why}' if why else ''}" for what, why in items)
        yield from about_settings(self.report)
        for one in self.report.set_by_hand:
            if one.set_by_hand == "off" or one.eased:
                done = "Turned off, not checked" if one.set_by_hand == "off" else "Demoted"
                yield f"{done}: {one.title} [{one.rule}]. {why(one)}"
        yield from (f"Set aside. {said} {reason}" for said, reason in set_aside(self.report))
        if self.listed:
            yield "Without a place in the text:"
            yield from dict.fromkeys(self.listed)


def _to_do(finding: Finding) -> list[str]:
    ask = finding.look_for if finding.outcome is CheckOutcome.REVIEW else ""
    more = finding.more_places
    by_hand = sentence(eased(finding)) if finding.eased else ""
    found = [one for one in (by_hand, ask, finding.advice) if one]
    if not more:
        return found
    have = counted(more, "more place like this has", "more places like this have")
    return [*found, f"{have} no comment."]


def _in_list(finding: Finding, spot: Spot | None = None) -> str:
    where = f" ({in_words(spot)})" if spot else ""
    note = f" {sentence(spot.note)}" if spot and spot.note else ""
    does = " ".join(_to_do(finding))
    return f"{_point(finding, spot)}{where}.{note} {does}"


def _point(finding: Finding, spot: Spot | None = None) -> str:
    new = fresh(finding, (spot,) if spot else ())
    return (
        f"{f'{new}. ' if new else ''}{LABELS[finding.outcome]}. {asked(finding)} [{finding.rule}]"
    )


__all__ = ["AUTHOR", "NOT_FOR_SUBMISSION", "Annotated", "annotate"]
