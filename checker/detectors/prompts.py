"""Is each question of a form answered?

An author may answer under each question, in the cell beside it, or write one account for all
of them.  So a question that stands alone is a fault only where the questions around it have
their answers; where none is printed, or they stand together as a list, the author's own words
are searched, and what they do not seem to say is a question to a person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from pydantic import Field

from ...schemas.common import Answer, Strict
from ...schemas.documents import DocumentKind
from ..document.content import Paragraph
from .base import Hit, Look, Observation, detector
from .excerpts import window
from .own_words import (
    elsewhere,
    indices_of,
    is_again,
    is_heading,
    is_instruction,
    is_question,
    own_sentences,
    parts,
)
from .own_words import whole as whole_of
from .reading import Piece, Reading, reading
from .says import Groups
from .tables import is_item
from .terms import all_of, plain, sentences

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
_SHOWN = 3
_ENOUGH = 4  # words of an answer: "She was not." answers nothing by itself
_SHORTEST_TERM = 4  # words of a term of reference


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question, heading or instruction of a form, and what is written beneath or beside it."""

    paragraph: Paragraph
    text: str
    answer: tuple[Piece, ...]
    beside: bool
    """It stands in a table, and the answer belongs into the same row."""

    @property
    def words(self) -> int:
        """Words of the answer."""
        return sum(len(piece.text.split()) for piece in self.answer)

    @property
    def answered(self) -> bool:
        """Whether enough is written for it to be an answer."""
        return self.words >= _ENOUGH

    def hit(self, note: str = "") -> Hit:
        """Where it stands."""
        return Hit(self.paragraph.place, window(self.paragraph.text, -1, -1), note=note)


def prompts_in(look: Look, indices: Sequence[int], terms: Sequence[str] = ()) -> list[Prompt]:
    """The prompts among some paragraphs, in order; ``terms`` are lines that prompt as well.

    Found once for the same paragraphs: each of fifteen questions asks for them.
    """
    key = ("prompts", tuple(indices), tuple(terms))
    found: list[Prompt] = look.once(key, lambda: _prompts_in(look, indices, terms))
    return found


def _prompts_in(look: Look, indices: Sequence[int], terms: Sequence[str]) -> list[Prompt]:
    read = reading(look)
    found: list[Prompt] = []
    rows: set[tuple[int, int]] = set()
    for index in indices:
        paragraph = read.document.paragraphs[index]
        if paragraph.in_table is not None:
            row = paragraph.in_table[:2]
            if row in rows:
                continue
            if (asked := _beside(read, paragraph, terms)) is not None:
                rows.add(row)
                found.append(asked)
                continue
        if _prompts(paragraph, read.plain(index), terms):
            found.append(Prompt(paragraph, read.plain(index), (), beside=False))
        elif found and not found[-1].beside:
            last = found[-1]
            own = (*last.answer, *own_sentences(read, paragraph))
            found[-1] = Prompt(last.paragraph, last.text, own, beside=False)
    return found


def _prompts(paragraph: Paragraph, text: str, terms: Sequence[str]) -> bool:
    """Whether a paragraph only asks: a heading, a question, an instruction, a term said again."""
    if not text.strip():
        return False
    if is_heading(paragraph) or is_again(text, terms):
        return True
    cut = [text[start:end] for start, end in sentences(paragraph.text)]
    return bool(cut) and all(is_question(one) or is_instruction(one) for one in cut)


def _beside(read: Reading, paragraph: Paragraph, terms: Sequence[str]) -> Prompt | None:
    """A row whose first cell with words asks, and whose other cells are for the answer."""
    table, row, _ = paragraph.in_table or (0, 0, 0)
    cells = read.document.tables[table].rows[row].cells
    if len(cells) < 2:
        return None
    own = [i for i in cells[-1].paragraphs if read.plain(i).strip()]
    asks = [i for cell in cells[:-1] for i in cell.paragraphs if read.plain(i).strip()]
    if not asks:
        return None
    asked = max(asks, key=lambda i: len(read.plain(i)))
    text = read.plain(asked)
    if not _prompts(read.document.paragraphs[asked], text, terms):
        return None
    answer = [p for i in own for p in own_sentences(read, read.document.paragraphs[i])]
    return Prompt(read.document.paragraphs[asked], text, tuple(answer), beside=True)


class QuestionSettings(Strict):
    """How a question is known where it is printed, and what an answer to it speaks of."""

    sections: list[str] = Field(min_length=1)
    asked: Groups = Field(min_length=1)
    words: Groups = Field(min_length=1)


@detector("question-answered", QuestionSettings)
def question_answered(look: Look, settings: QuestionSettings) -> Observation:
    """A question of the form has an answer: beneath it, beside it, or in the account given."""
    here, headed = indices_of(look, settings.sections)
    prompts = prompts_in(look, here if headed else whole_of(look))
    mine = [n for n, one in enumerate(prompts) if all_of(settings.asked, one.text)]
    answered = [prompts[n] for n in mine if prompts[n].answered]
    if answered:
        return Observation(YES, (answered[0].answer[0].hit(),))
    if hits := _spoken(look, here, settings.words):
        return Observation(YES if headed else OPEN, hits)
    if bare := [prompts[n] for n in mine if _left_bare(prompts, n)]:
        note = "the question stands here with nothing to answer it"
        return Observation(NO, tuple(one.hit() for one in bare[:_SHOWN]), note)
    if hits := _spoken(look, elsewhere(look), settings.words):
        return Observation(OPEN, hits, "spoken of only outside the analysis")
    return Observation(OPEN, (), "no answer to it was recognised")


def _spoken(look: Look, indices: Sequence[int], words: Groups) -> tuple[Hit, ...]:
    pieces = (piece for part in parts(look, indices) for piece in part.own)
    found = (piece.matched(m) for piece in pieces if (m := all_of(words, piece.text)) is not None)
    return tuple(islice(found, _SHOWN))


def _left_bare(prompts: Sequence[Prompt], at: int) -> bool:
    """Whether nothing answers a prompt although its neighbours have answers of their own."""
    mine = prompts[at]
    if mine.words:
        return False
    near = [p for p in prompts[max(0, at - 1) : at + 2] if p is not mine]
    if mine.beside:
        return any(one.beside and one.answered for one in prompts)
    questions = [one for one in near if not is_heading(one.paragraph)]
    return bool(questions) and all(one.answered for one in questions)


class TermsSettings(Strict):
    """Where the terms of reference stand, and where they are dealt with."""

    section: str
    answered_in: list[str] = Field(min_length=1)
    common: tuple[str, ...] = ()
    """Words that say nothing about which of the terms it is."""


@detector("terms-dealt-with", TermsSettings)
def terms_dealt_with(look: Look, settings: TermsSettings) -> Observation:
    """Each of the terms of reference is dealt with, one by one, in words of the author's own."""
    terms = terms_of(look, settings.section)
    if len(terms) < 2:
        return Observation(OPEN, (), "the terms of reference could not be told apart")
    here, headed = indices_of(look, settings.answered_in)
    if not headed:
        return Observation(OPEN, (), "there is no analysis under a heading to compare with")
    texts = [plain(one.text) for one in terms]
    prompts = prompts_in(look, here, texts)
    own = [part.text for part in parts(look, here) if not is_again(part.text, texts)]
    bare: list[Prompt] = []
    missing: list[Paragraph] = []
    for term, text in zip(terms, texts, strict=True):
        mine = [n for n, one in enumerate(prompts) if is_again(one.text, [text])]
        if any(prompts[n].answered for n in mine):
            continue
        if _taken_up(text, own, settings.common):
            continue
        if left := [n for n in mine if _left_bare(prompts, n)]:
            bare.append(prompts[left[0]])
        else:
            missing.append(term)
    if bare:
        note = "these terms are set out again with nothing beneath them"
        return Observation(NO, tuple(one.hit() for one in bare), note)
    if missing:
        hits = tuple(Hit(one.place, window(one.text, -1, -1)) for one in missing)
        return Observation(OPEN, hits, "no passage was recognised as dealing with these")
    return Observation(YES, (), f"{len(terms)} terms of reference")


def terms_of(look: Look, section: str) -> list[Paragraph]:
    """The terms of reference, one by one: from the paper itself, or from those given beside it."""
    own = _lines(look, indices_of(look, [section])[0])
    beside = look.beside(DocumentKind.TERMS)
    if len(own) >= 2 or beside is None or beside.template is None:
        return own
    return _lines(beside, whole_of(beside))


def _lines(look: Look, indices: Sequence[int]) -> list[Paragraph]:
    """List items and questions; what stands alone under a heading is prose, and no list."""
    inside = [look.document.paragraphs[i] for i in indices]
    items = [p for p in inside if _is_line(p)]
    return [p for p in items if not is_instruction(plain(p.text))]


def _is_line(paragraph: Paragraph) -> bool:
    long = len(paragraph.text.split()) >= _SHORTEST_TERM and not is_heading(paragraph)
    numbered = paragraph.label or paragraph.typed_label
    return long and (is_item(paragraph) or bool(numbered) or paragraph.text.rstrip().endswith("?"))


def _taken_up(term: str, own: Sequence[str], common: Sequence[str]) -> bool:
    """Whether one passage of the author's own speaks half of a term's telling words."""
    usual = {_root(word) for word in common}
    wanted = {_root(w) for w in term.replace("'", " ").split() if len(w) > 4} - usual
    wanted = {w for w in wanted if w.isalpha()}
    if not wanted:
        return False
    said = ({_root(w.strip(".,;:()\"'|")) for w in text.split()} for text in own)
    return any(len(wanted & one) * 2 >= len(wanted) for one in said)


def _root(word: str) -> str:
    return word[:6]


class ListedSettings(Strict):
    """Where terms of reference stand, and how many make a list."""

    section: str
    at_least: int = 3


@detector("terms-listed", ListedSettings)
def terms_listed(look: Look, settings: ListedSettings) -> Observation:
    """The terms of reference are set out one by one, as a list or as questions."""
    here, headed = indices_of(look, [settings.section])
    lines = _lines(look, here)
    hits = tuple(Hit(one.place, window(one.text, -1, -1)) for one in lines[:_SHOWN])
    if len(lines) >= settings.at_least:
        return Observation(YES, hits, f"{len(lines)} of them")
    if lines or not headed:
        return Observation(OPEN, hits, "hardly any could be told apart")
    return Observation(NO, (), "no list of them and no question was found")
