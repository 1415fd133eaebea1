"""The small mark-up in which the prose of the drafts is kept.

Blocks are parted by blank lines (list items by line breaks) and told apart by how they begin:
``# `` a numbered heading, ``#! `` an unnumbered one, ``#A `` an appendix, ``## `` a sub-heading,
``- `` a bullet, ``a) `` a lettered item, ``> `` a quotation, ``|name|`` a table.  Anything else is
a paragraph.  Within a line: ``**bold**``, ``[^key]`` a footnote, ``{#label}`` names the block,
``{@label}`` prints its number, and the CriticMarkup forms ``{++new++}``, ``{--old--}`` and
``{==words==}{>>comment<<}`` become tracked changes and comments.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LABEL = re.compile(r"\{#([\w:-]+)\}")
REFERENCE = re.compile(r"\{@([\w:-]+)\}")
INLINE = re.compile(
    r"\*\*(?P<bold>.+?)\*\*"
    r"|\[\^(?P<footnote>[\w-]+)\]"
    r"|\{\+\+(?P<inserted>.+?)\+\+\}"
    r"|\{--(?P<deleted>.+?)--\}"
    r"|\{==(?P<comment>.+?)==\}\{>>(?P<remark>.+?)<<\}"
)
PREFIXES = (
    (re.compile(r"#! "), "unnumbered"),
    (re.compile(r"#A "), "appendix"),
    (re.compile(r"## "), "subheading"),
    (re.compile(r"# "), "heading"),
    (re.compile(r"- "), "bullet"),
    (re.compile(r"[a-z]\) "), "letter"),
    (re.compile(r"> "), "quote"),
)
HEADINGS = ("heading", "unnumbered", "appendix")


@dataclass
class Block:
    """One paragraph, heading, list item or table of a draft; ``label`` may be empty."""

    kind: str
    text: str
    label: str = ""
    starts_page: bool = False


@dataclass(frozen=True)
class Token:
    """A stretch of a paragraph: plain or bold text, a footnote, a change or a comment."""

    kind: str
    text: str
    remark: str = ""


def typographic(text: str) -> str:
    """Turn typewriter quotation marks into the curly ones that a word processor types."""
    opened = re.sub(r'(^|[\s(\[>])"', r"\1“", text)
    return opened.replace('"', "”").replace("'", "’")


def blocks(text: str) -> list[Block]:
    """Read a section of prose into its blocks, in order."""
    found: list[Block] = []
    for part in re.split(r"\n\s*\n", text.strip()):
        lines = part.split("\n")
        is_list = all(_kind(line)[0] in ("bullet", "letter") for line in lines)
        found += [_block(line) for line in lines] if is_list else [_block(" ".join(lines))]
    return _unnumber(found)


def tokens(text: str) -> list[Token]:
    """Cut a paragraph into tokens at its inline marks."""
    cut: list[Token] = []
    at = 0
    for mark in INLINE.finditer(text):
        if mark.start() > at:
            cut.append(Token("text", text[at : mark.start()]))
        kind = mark.lastgroup or "text"
        name = "comment" if kind == "remark" else kind
        cut.append(Token(name, mark.group(name), mark.group("remark") or ""))
        at = mark.end()
    if at < len(text):
        cut.append(Token("text", text[at:]))
    return cut


def _kind(line: str) -> tuple[str, str]:
    if line.startswith("|") and line.endswith("|"):
        return "table", line.strip("|")
    for prefix, kind in PREFIXES:
        if match := prefix.match(line):
            return kind, line[match.end() :]
    return "paragraph", line


def _block(line: str) -> Block:
    kind, rest = _kind(line.strip())
    label = LABEL.search(rest)
    return Block(kind, typographic(LABEL.sub("", rest)).strip(), label.group(1) if label else "")


def _unnumber(found: list[Block]) -> list[Block]:
    """Paragraphs under an unnumbered heading or an appendix carry no paragraph number."""
    numbered = True
    for block in found:
        if block.kind in HEADINGS:
            numbered = block.kind == "heading"
        elif block.kind == "paragraph" and not numbered:
            block.kind = "body"
    return found
