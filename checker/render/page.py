"""A page of plain text: headings, wrapped paragraphs, bullets.  Used by every text output.

Plain text only, so that it can be pasted into an e-mail or a minute: no colour, no box
drawing, nothing that carries meaning by position alone.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

WIDTH = 88


class Page:
    """Text that grows line by line."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def title(self, text: str) -> None:
        """The title, underlined."""
        self.lines += [text, "=" * len(text), ""]

    def heading(self, text: str) -> None:
        """A heading, with a blank line before it."""
        if self.lines and self.lines[-1]:
            self.lines.append("")
        self.lines += [text, "-" * len(text)]

    def say(self, text: str, indent: int = 0, hang: int = 0) -> None:
        """A paragraph, wrapped; ``hang`` indents its second and later lines further."""
        first, rest = " " * indent, " " * (indent + hang)
        self.lines += textwrap.wrap(
            text,
            WIDTH,
            initial_indent=first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]

    def bullet(self, text: str, indent: int = 0, mark: str = "-") -> None:
        """A wrapped item with a hanging indent."""
        self.say(f"{mark} {text}", indent, len(mark) + 1)

    def bullets(self, texts: Iterable[str], indent: int = 0) -> None:
        """One bullet for each text."""
        for text in texts:
            self.bullet(text, indent)

    def gap(self) -> None:
        """A blank line, unless there is one."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def text(self) -> str:
        """The whole page, ending in one line end."""
        return "\n".join(self.lines).rstrip() + "\n"
