"""The numbers that Word prints: formats, restarts, overrides, styles, legal numbering."""

from __future__ import annotations

import pytest
from dhr_checker.checker.document import read_document
from dhr_checker.checker.document.numberformats import FORMATS, write

from .builder import docx, p, part, style


def level(
    ilvl: int, text: str, fmt: str = "decimal", *, start: int | None = 1, extra: str = ""
) -> str:
    begin = "" if start is None else f'<w:start w:val="{start}"/>'
    return (
        f'<w:lvl w:ilvl="{ilvl}">{begin}<w:numFmt w:val="{fmt}"/>{extra}<w:lvlText w:val="{text}"/>'
        "</w:lvl>"
    )


def abstract(key: int, *levels: str, extra: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{extra}{"".join(levels)}</w:abstractNum>'


def num(key: int, of: int, extra: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{extra}</w:num>'


def item(ilvl: int | None = 0, num_id: int | None = 1, *, style: str = "", text: str = "x") -> str:
    inner = "" if ilvl is None else f'<w:ilvl w:val="{ilvl}"/>'
    inner += "" if num_id is None else f'<w:numId w:val="{num_id}"/>'
    return p(text, style=style, ppr=f"<w:numPr>{inner}</w:numPr>")


def labels(body: str, numbering: str, styles: str = "") -> list[str]:
    parts = {"word/numbering.xml": part("numbering", numbering)}
    if styles:
        parts["word/styles.xml"] = part("styles", styles)
    return [x.label for x in read_document(docx(body, parts=parts)).paragraphs]


LEGAL = (level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter"))


def test_levels_restart_under_a_higher_one() -> None:
    body = "".join(item(i) for i in (0, 1, 1, 2, 2, 1, 2, 0, 1, 2))
    expected = ["1.", "1.1", "1.2", "(a)", "(b)", "1.3", "(a)", "2.", "2.1", "(a)"]
    assert labels(body, abstract(0, *LEGAL) + num(1, 0)) == expected


def test_a_level_used_before_its_parents_shows_their_start() -> None:
    body = item(1) + item(0) + item(1)
    assert labels(body, abstract(0, *LEGAL) + num(1, 0)) == ["1.1", "1.", "1.1"]


def test_lists_of_one_abstract_numbering_count_on() -> None:
    body = item() + item(num_id=2) + item()
    assert labels(body, abstract(0, *LEGAL) + num(1, 0) + num(2, 0)) == ["1.", "2.", "3."]


def test_an_override_restarts_once() -> None:
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    body = item() + item(num_id=2) + item(num_id=2) + item()
    numbering = abstract(0, *LEGAL) + num(1, 0) + num(2, 0, restart)
    assert labels(body, numbering) == ["1.", "5.", "6.", "7."]


def test_an_override_may_replace_a_level() -> None:
    replaced = f'<w:lvlOverride w:ilvl="0">{level(0, "Q%1", "upperRoman")}</w:lvlOverride>'
    numbering = abstract(0, *LEGAL) + num(1, 0, replaced)
    assert labels(item() + item(), numbering) == ["QI", "QII"]


def test_level_restart_rules() -> None:
    never = level(1, "%2", extra='<w:lvlRestart w:val="0"/>')
    body = "".join(item(i) for i in (0, 1, 1, 0, 1))
    assert labels(body, abstract(0, LEGAL[0], never) + num(1, 0))[-1] == "3"
    first_only = level(2, "%3", extra='<w:lvlRestart w:val="1"/>')
    body = "".join(item(i) for i in (0, 1, 2, 1, 2, 0, 2))
    shown = labels(body, abstract(0, *LEGAL[:2], first_only) + num(1, 0))
    assert [shown[i] for i in (2, 4, 6)] == ["1", "2", "1"]


def test_legal_numbering_shows_digits() -> None:
    legal = level(1, "%1.%2", extra="<w:isLgl/>")
    numbering = abstract(0, level(0, "Article %1", "upperRoman"), legal) + num(1, 0)
    assert labels(item(0) + item(0) + item(1), numbering) == ["Article I", "Article II", "2.1"]


def test_numbers_come_from_styles_and_their_bases() -> None:
    linked = [
        level(0, "%1", extra='<w:pStyle w:val="Heading1"/>'),
        level(1, "%1.%2", extra='<w:pStyle w:val="Para"/>'),
    ]
    sheet = (
        style("Heading1", "heading 1", ppr='<w:numPr><w:numId w:val="1"/></w:numPr>')
        + style("Para", ppr='<w:numPr><w:numId w:val="1"/></w:numPr>')
        + style("Derived", based_on="Para")
        + style("Off", based_on="Para", ppr='<w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    body = "".join(p("x", style=s) for s in ("Heading1", "Para", "Derived", "Off", "Para"))
    body += item(None, 0, style="Para")
    numbering = abstract(0, *linked) + num(1, 0)
    assert labels(body, numbering, sheet) == ["1", "1.1", "1.2", "", "1.3", ""]


def test_a_numbering_style_lends_its_levels() -> None:
    sheet = style("MyList", ppr='<w:numPr><w:numId w:val="1"/></w:numPr>', kind="numbering")
    numbering = (
        abstract(0, *LEGAL, extra='<w:styleLink w:val="MyList"/>')
        + abstract(1, extra='<w:numStyleLink w:val="MyList"/>')
        + num(1, 0)
        + num(2, 1)
    )
    assert labels(item(num_id=2) + item(1, 2), numbering, sheet) == ["1.", "1.1"]


def test_bullets_have_a_glyph_and_no_number() -> None:
    numbering = abstract(0, level(0, "\uf0b7", "bullet")) + num(1, 0)
    read = read_document(
        docx(item(), parts={"word/numbering.xml": part("numbering", numbering)})
    ).paragraphs[0]
    assert (read.label, read.bullet, read.list_level) == ("", "•", 0)


def test_each_story_counts_by_itself() -> None:
    numbering = part("numbering", abstract(0, *LEGAL) + num(1, 0))
    parts = {"word/numbering.xml": numbering, "word/header1.xml": part("hdr", item())}
    read = read_document(docx(item() + item(), parts=parts))
    assert [x.label for x in read.paragraphs] == ["1.", "2.", "1."]


def test_a_deleted_paragraph_is_not_counted() -> None:
    gone = p(
        "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>",
        ppr='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>',
    )
    assert labels(item() + gone + item(), abstract(0, *LEGAL) + num(1, 0)) == ["1.", "2."]


def test_the_place_of_a_paragraph_is_its_printed_number() -> None:
    numbering = abstract(0, *LEGAL) + num(1, 0)
    parts = {"word/numbering.xml": part("numbering", numbering)}
    body = item(0, style="Heading1", text="Analysis") + item(1) + item(2) + p("loose")
    read = read_document(docx(body, parts=parts))
    assert [x.place.describe() for x in read.paragraphs] == [
        "body, paragraph 1",
        "body, under '1. Analysis', paragraph 1.1",
        "body, under '1. Analysis', paragraph 1.1(a)",
        "body, under '1. Analysis', after paragraph 1.1",
    ]


@pytest.mark.parametrize(
    ("value", "fmt", "expected"),
    [
        (3, "decimal", "3"),
        (3, "decimalZero", "03"),
        (12, "decimalZero", "12"),
        (1994, "upperRoman", "MCMXCIV"),
        (4, "lowerRoman", "iv"),
        (0, "upperRoman", "0"),
        (26, "lowerLetter", "z"),
        (27, "lowerLetter", "aa"),
        (53, "upperLetter", "AAA"),
        (1, "ordinal", "1st"),
        (22, "ordinal", "22nd"),
        (113, "ordinal", "113th"),
        (21, "cardinalText", "Twenty-one"),
        (342, "cardinalText", "Three hundred forty-two"),
        (21, "ordinalText", "Twenty-first"),
        (30, "ordinalText", "Thirtieth"),
        (112, "ordinalText", "One hundred twelfth"),
        (255, "hex", "FF"),
        (2, "chicago", "†"),
        (5, "none", ""),
        (5, "numberInDash", "- 5 -"),
        (3, "decimalEnclosedCircle", "③"),
        (3, "decimalEnclosedParen", "⑶"),
        (10, "decimalFullWidth", "１０"),
        (2, "russianUpper", "Б"),
        (2, "ideographTraditional", "乙"),
        (21, "japaneseCounting", "二十一"),
        (11, "chineseCounting", "十一"),
        (7, "someFormatOfTheFuture", "7"),
    ],
)
def test_formats(value: int, fmt: str, expected: str) -> None:
    assert write(value, fmt) == expected


def test_custom_formats_pad() -> None:
    assert write(7, "custom", "001, 002, 003, ...") == "007"


@pytest.mark.parametrize("fmt", FORMATS)
def test_no_format_fails_or_grows_without_end(fmt: str) -> None:
    for value in (-(2**31), -1, 0, 1, 9, 10, 99, 10_000, 2**31 - 1):
        assert len(write(value, fmt)) <= 100
