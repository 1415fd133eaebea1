"""No output of a check repeats a name of the record or a number that leads to a person.

Drafts are thrown together (seeded) from sentences that other rules have something to say
about, with names and numbers in every part: headings, cells, comments, headers, properties,
under highlighters, and cut by formatting.  Every face of the report is then searched.
"""

from __future__ import annotations

import io
import random
import re
import zipfile
from typing import Any

import docx
import pytest
from dhr_checker.checker.annotate import annotate
from dhr_checker.checker.compliance import check
from dhr_checker.checker.detectors.folding import words_of
from dhr_checker.checker.detectors.words import folded
from dhr_checker.checker.document import read_document
from dhr_checker.checker.render import as_json, report_docx, report_html, report_text
from docx.enum.text import WD_COLOR_INDEX

from ..detectors.identities.test_forms_of_names import NAMES, forms

NUMBERS = {
    "GL50 1AB": "GL50|1AB",
    "07700 900123": "07700|900123",
    "943 476 5919": "943 ?476|5919",
    "AB 12 34 56 C": "12 ?34 ?56",
    "Jane82@gmail.com": "jane82|gmail",
    "AB12 CDE": "AB12",
    "13/123456/22": "123456",
    "14 Larkspur Avenue": "Larkspur",
}
BIRTHS = {"02/05/1982": "02/05/1982", "2 May 1982": "2 May 1982"}
SENTENCES = (
    "{x} failed to leave when she had the chance.",
    "{x} died on 14 October 2023 at home.",
    "{x} committed suicide in the house of {y}.",
    "The officer told {x} that the chair and author was {y}.",
    "{x} chose to stay with {y} and the domestic dispute was closed.",
    "Mother of {x}, {i}, was told on 31 June 2023 that the the death was near.",
    "Born on 2 May 1982, {x} lived at 14 Larkspur Avenue, GL50 1AB.",
    "(insert name here) {x} {i} TBC ????",
    "The PCT and SHA wrote to {x} [delete as appropriate] {i}.",
    "The chronology shows {x} ({i}) and {y} in March 2021; it could not have been predicted.",
    '{x} said: "he committed suicide" to {y}.',
    "Aged 4 years and 3 months, her daughter {x} aged 8 saw {y}.",
)
TITLES = (
    "Chronology of {x}",
    "Background information (the facts): {x}",
    "{x}",
    "Analysis {i}",
    "The involvement of {y}’s surgery",
    "Conclusions about {x} and {y}",
)


class Author:
    """Writes a draft by throwing dice."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.names = self.dice.sample(NAMES, 2)
        self.written = [form for name in self.names for form in forms(name)]

    def name(self) -> str:
        return self.dice.choice(self.written)

    def fill(self, pattern: str) -> str:
        number = self.dice.choice([*NUMBERS, *BIRTHS])
        return pattern.format(x=self.name(), y=self.name(), i=number)

    def sentence(self) -> str:
        return self.fill(self.dice.choice(SENTENCES))

    def draft(self) -> bytes:
        draft = docx.Document()
        properties = draft.core_properties
        for field in ("author", "title", "last_modified_by", "comments", "keywords"):
            setattr(properties, field, self.name())
        draft.add_paragraph(f"Overview report about {self.name()}")
        for _ in range(4):
            draft.add_heading(self.fill(self.dice.choice(TITLES)), self.dice.choice([1, 2, 3]))
            for _ in range(4):
                self.paragraph(draft)
            for row in draft.add_table(2, 3).rows:
                for cell in row.cells:
                    cell.text = self.sentence()
        section = draft.sections[0]
        section.header.paragraphs[0].text = self.fill(self.dice.choice(TITLES))
        section.footer.paragraphs[0].text = self.sentence()
        out = io.BytesIO()
        draft.save(out)
        return out.getvalue()

    def paragraph(self, draft: Any) -> None:
        text = " ".join(self.sentence() for _ in range(self.dice.choice([1, 2, 4])))
        cut = self.dice.randrange(len(text))
        paragraph = draft.add_paragraph(text[:cut])
        run = paragraph.add_run(text[cut:])
        if self.dice.random() < 0.2:
            colours = [WD_COLOR_INDEX.BLACK, WD_COLOR_INDEX.YELLOW]
            run.font.highlight_color = self.dice.choice(colours)
        if self.dice.random() < 0.1:
            run.font.hidden = True
        if self.dice.random() < 0.2:
            draft.add_comment(paragraph.runs, text=self.sentence(), author=self.name())


def in_tags(xml: str) -> str:
    return re.sub(r"<[^>]+>", " ", re.sub(r"</?w:t\b[^>]*>", "", xml))


def text_of(document: bytes, part: str) -> str:
    """The words of the parts of a Word file whose name ends so."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        found = [name for name in package.namelist() if name.endswith(part)]
        return " ".join(in_tags(package.read(name).decode()) for name in found)


def own_comments(document: bytes) -> str:
    """The comments of this program in an annotated draft; the author's own stay as they were."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        xml = package.read("word/comments.xml").decode()
    found = re.findall(r"<w:comment\b.*?</w:comment>", xml, re.S)
    return " ".join(in_tags(one) for one in found if "DHR" in one.partition(">")[0])


def faces(author: Author, record: dict[str, Any] | None, *, masked: bool = True) -> dict[str, str]:
    """Every form in which what was found is told."""
    data = author.draft()
    document = read_document(data, name=f"{author.name()} v2.docx")
    report = check(document, record, engine="plain", masked=masked)
    assert any(finding.places for finding in report.findings)
    html = report_html.render(report)
    made = {
        "text": report_text.render(report),
        "json": as_json.render(report),
        "html": re.sub("<[^>]+>", " ", html if isinstance(html, str) else html.decode()),
        "docx": text_of(report_docx.render(report), ".xml"),
        "comments": own_comments(annotate(data, document, report).content),
    }
    return {face: without_hashes(text) for face, text in made.items()}


def without_hashes(text: str) -> str:
    return re.sub(r"\b[0-9a-f]{16,64}\b", "", text)


def shows(found: str, text: str) -> bool:
    return re.search(rf"(?<![A-Za-z0-9])(?:{found})(?![A-Za-z0-9])", text, re.I) is not None


@pytest.mark.parametrize("seed", range(6))
def test_beside_a_case_record(seed: int) -> None:
    author = Author(seed)
    record = {
        "reference": "R1",
        "dates": {"death": "2023-10-14"},
        "deceased": {"names": [author.names[0]], "pseudonym": "Leonie", "born": "1982-05-02"},
        "alleged_perpetrators": [{"ref": "P1", "names": [author.names[1]]}],
    }
    everyday = folded("ordinary") | folded("particles")
    parts = {word for name in author.names for word in words_of(name)} - everyday
    for face, text in faces(author, record).items():
        assert not {w for w in parts & set(words_of(text)) if len(w) > 2}, face
        assert [n for n, s in (NUMBERS | BIRTHS).items() if shows(s, text)] == [], face


@pytest.mark.parametrize("seed", range(10, 14))
def test_without_a_case_record_numbers_stay_hidden_too(seed: int) -> None:
    for face, text in faces(Author(seed), None).items():
        assert [n for n, s in NUMBERS.items() if shows(s, text)] == [], face


def test_the_search_would_see_a_leak() -> None:
    in_clear = faces(Author(1), None, masked=False)
    del in_clear["comments"]  # these stand at the words, and never repeat them
    for face, text in in_clear.items():
        assert any(shows(s, text) for s in NUMBERS.values()), face
