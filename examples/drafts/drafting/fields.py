"""Word fields, which python-docx cannot write: page numbers, table numbers, the contents page."""

from __future__ import annotations

from xml.sax.saxutils import escape

from docx.document import Document
from docx.text.paragraph import Paragraph

from .wordxml import append, element, parse

TAB_RIGHT = '<w:tabs><w:tab w:val="left" w:pos="709"/>{}</w:tabs>'
LEADER = '<w:tab w:val="right" w:leader="dot" w:pos="9071"/>'


def add_field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """Append a complex field whose last shown result is ``shown``."""
    append(paragraph, *field_runs(instruction, shown))


def field_runs(instruction: str, shown: str) -> list[str]:
    """Give the five runs of a complex field as XML strings."""
    return [
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>',
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        f'<w:r><w:t xml:space="preserve">{escape(shown)}</w:t></w:r>',
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ]


def bookmark(paragraph: Paragraph, place: int) -> None:
    """Wrap a heading in the bookmark to which its line on the contents page points."""
    name = bookmark_name(place)
    start = parse(f'<w:bookmarkStart w:id="{place}" w:name="{name}"/>')
    element(paragraph).xpath("w:r")[0].addprevious(start)
    append(paragraph, f'<w:bookmarkEnd w:id="{place}"/>')


def bookmark_name(place: int) -> str:
    """Name the bookmark of the heading at ``place`` in Word's own manner."""
    return f"_Toc{200000000 + place}"


def add_contents(
    document: Document, entries: list[tuple[int, str, str]], pages: dict[str, int]
) -> None:
    """Add a contents page as Word writes one: a content control round a TOC field.

    ``entries`` are level, number and heading; ``pages`` gives the page measured for a heading.
    """
    rows = [_entry(place, *entry, pages.get(entry[2], 0)) for place, entry in enumerate(entries, 1)]
    opening = "".join(field_runs('TOC \\o "1-2" \\h \\z \\u', "")[:3])
    closing = field_runs("", "")[-1]
    head = '<w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr><w:r><w:t>Contents</w:t></w:r></w:p>'
    first = rows[0].replace("</w:pPr>", f"</w:pPr>{opening}", 1)
    last = rows[-1].replace("</w:p>", f"{closing}</w:p>")
    content = head + first + "".join(rows[1:-1]) + last
    gallery = '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
    sdt = parse(
        f"<w:sdt><w:sdtPr><w:docPartObj>{gallery}</w:docPartObj></w:sdtPr>"
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )
    element(document).body.sectPr.addprevious(sdt)


def _entry(place: int, level: int, number: str, heading: str, page: int) -> str:
    name = bookmark_name(place)
    point = "." if number.isdigit() else ":"
    label = f"<w:r><w:t>{number}{point}</w:t></w:r><w:r><w:tab/></w:r>" if number.isdigit() else ""
    words = f"{number}{point} {heading}" if number and not number.isdigit() else heading
    shown = "".join(field_runs(f"PAGEREF {name} \\h", str(page)))
    return (
        f'<w:p><w:pPr><w:pStyle w:val="TOC{level}"/>{TAB_RIGHT.format(LEADER)}</w:pPr>'
        f'<w:hyperlink w:anchor="{name}" w:history="1">{label}'
        f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'
        f"<w:r><w:tab/></w:r>{shown}</w:hyperlink></w:p>"
    )
