"""What an author should know before sharing a file, and no name of anybody."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from dhr_checker.checker.errors import DocumentError
from dhr_checker.checker.inspect import inspect
from dhr_checker.checker.render import inspection_text
from dhr_checker.cli import main
from dhr_checker.schemas.inspection import Inspection, Kind, Removal

from ..document.builder import docx, field, p, part, r, style, styles, txbx
from ..document.places import PLACES

CANARY = "Zebrafinch"
WHO = f'w:id="1" w:author="{CANARY}" w:date="2026-01-02T03:04:05Z"'
LEVEL = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/><w:lvlText w:val="%1."/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
FILE = docx(
    p("Introduction", style="Heading1")
    + p(r("seen") + r("unseen", "<w:vanish/>") + r("barred", '<w:highlight w:val="black"/>'))
    + p("Analysis", style="Heading1")
    + p(f"<w:ins {WHO}>{r('in')}</w:ins><w:del {WHO}><w:r><w:delText>out</w:delText></w:r></w:del>")
    + p(r("x") + txbx(p("boxed")) + field(f"MERGEFIELD {CANARY}", r("y")))
    + f'<w:p w:rsidR="00AB12CD" w:rsidP="00AB12CE">{r("z")}</w:p>',
    parts={
        "word/styles.xml": styles(
            style("Heading1", "heading 1", ppr='<w:numPr><w:numId w:val="1"/></w:numPr>')
        ),
        "word/numbering.xml": part("numbering", LEVEL),
        "word/header1.xml": part("hdr", p("top")),
        "word/comments.xml": part("comments", f"<w:comment {WHO}>{p('remark')}</w:comment>"),
        "word/embeddings/book.xlsx": b"PK",
    },
)


def kinds(found: Inspection) -> dict[str, Kind]:
    return {kind.key: kind for kind in found.found}


def test_counts_and_places() -> None:
    found = kinds(inspect(FILE))
    counts = {key: kind.count for key, kind in found.items()}
    assert counts == {
        "comments": 1, "insertions": 1, "deletions": 1, "hidden": 1, "redacted": 1,
        "text-boxes": 1, "headers": 1, "fields": 1, "embedded": 1, "part-names": 1,
        "revision-ids": 2,
    }  # fmt: skip
    assert "under '1. Introduction'" in found["hidden"].places[0].where
    assert found["comments"].people == ("[name]",)
    assert (found["comments"].cleaned, found["hidden"].cleaned) == (Removal.YES, Removal.NO)


def test_the_outline_has_the_numbers_that_word_prints() -> None:
    outline = inspect(FILE).outline
    assert [(h.level, h.number, h.title) for h in outline] == [
        (1, "1.", "Introduction"),
        (1, "2.", "Analysis"),
    ]


def test_clear_text_shows_names_and_texts() -> None:
    found = kinds(inspect(FILE, masked=False))
    assert found["comments"].people == (CANARY,)
    assert found["hidden"].places[0].text == "unseen"


@pytest.mark.parametrize("place", list(PLACES))
def test_every_hiding_place_outside_the_printed_text_is_listed_and_masked(place: str) -> None:
    hidden = PLACES[place]
    found = inspect(hidden.build(CANARY))
    said = inspection_text.render(found) + found.model_dump_json()
    if place not in ("heading", "contents list"):  # an outline shows headings as they are
        assert CANARY not in said
    clear = inspect(hidden.build(CANARY), masked=False)
    if hidden.story not in ("body", "footnote", "endnote"):
        shown = clear.model_dump_json()
        assert CANARY in shown or place == "initials of a comment", place
    assert clear.words == found.words


def test_an_author_in_a_heading_is_masked() -> None:
    body = p(f"Contact with {CANARY}", style="Heading1") + p(f"<w:ins {WHO}>{r('x')}</w:ins>")
    sheet = styles(style("Heading1", "heading 1"))
    found = inspect(docx(body, parts={"word/styles.xml": sheet}))
    assert [h.title for h in found.outline] == ["Contact with [name]"]
    assert CANARY not in inspection_text.render(found)


def test_text_and_json_from_the_command(tmp_path: Path) -> None:
    source = tmp_path / "a.docx"
    source.write_bytes(FILE)
    text = CliRunner().invoke(main, ["inspect", str(source)])
    assert text.exit_code == 0, text.output
    assert "Hidden text: 1. `dhr clean` leaves this" in text.output
    assert CANARY not in text.output
    made = CliRunner().invoke(main, ["inspect", "--format", "json", "-"], input=FILE)
    assert json.loads(made.output) == json.loads(inspect(FILE).model_dump_json())
    clear = CliRunner().invoke(main, ["inspect", "--clear", str(source)])
    assert f"by {CANARY}" in clear.output


def test_a_plain_file_has_nothing_to_tell() -> None:
    assert inspect(docx(p("x"))).found == ()
    assert "Nothing was found." in inspection_text.render(inspect(docx(p("x"))))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", FILE[:300]])
def test_what_cannot_be_read_is_refused(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(DocumentError):
        inspect(data)
    (tmp_path / "a.docx").write_bytes(data)
    assert CliRunner().invoke(main, ["inspect", str(tmp_path / "a.docx")]).exit_code == 2
