"""The lists behind the numbered styles: sections and paragraphs, bullets, appendices."""

from __future__ import annotations

from typing import Any

from docx.document import Document

from .wordxml import parse

# number format, text, style that carries it, left indent and hanging indent in twips
Level = tuple[str, str, str, int, int]
SECTIONS: list[Level] = [
    ("decimal", "%1.", "Heading1", 709, 709),
    ("decimal", "%1.%2", "DHRNumberedParagraph", 709, 709),
    ("lowerLetter", "(%3)", "DHRLettered", 1276, 567),
]
BULLETS: list[Level] = [("bullet", "•", "DHRBullet", 1134, 425)]
APPENDICES: list[Level] = [("upperLetter", "Appendix %1:", "DHRHeadingAppendix", 0, 0)]


def apply(document: Document) -> None:
    """Replace the template's lists by the three that the styles point to."""
    root: Any = document.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    lists = [(1, "multilevel", SECTIONS), (2, "hybridMultilevel", BULLETS)]
    lists.append((3, "singleLevel", APPENDICES))
    for list_id, kind, levels in lists:
        root.append(parse(_abstract(list_id, kind, levels)))
    for list_id, _, _ in lists:
        number = f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{list_id}"/></w:num>'
        root.append(parse(number))


def _abstract(list_id: int, kind: str, levels: list[Level]) -> str:
    body = "".join(_level(place, level) for place, level in enumerate(levels))
    return (
        f'<w:abstractNum w:abstractNumId="{list_id}">'
        f'<w:multiLevelType w:val="{kind}"/>{body}</w:abstractNum>'
    )


def _level(place: int, level: Level) -> str:
    number_format, text, style, left, hanging = level
    suffix = '<w:suff w:val="space"/>' if number_format == "upperLetter" else ""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
        f'<w:pStyle w:val="{style}"/>{suffix}<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )
