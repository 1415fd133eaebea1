"""PyYAML's complaints in plain English, without the characters it quotes."""

from __future__ import annotations

from yaml.error import MarkedYAMLError

TAB = "a tab is used to indent.", "Indent with spaces only."
NOT_YAML = "this is not valid YAML.", "Check the indentation, colons, brackets and quotation marks."
KNOWN: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "a colon stands where no value can begin.",
        "Put text that has a colon in it in quotation marks, and check the indentation.",
    ),
    (
        "could not find expected ':'",
        "a key has no colon after it.",
        "Write each line as `key: value`, and indent text that runs on.",
    ),
    (
        "block end",
        "the indentation does not fit the lines above.",
        "Begin the keys of one mapping in the same column.",
    ),
    (
        "did not find expected key",
        "the indentation does not fit the lines above.",
        "Begin the keys of one mapping in the same column.",
    ),
    (
        "did not find expected '-' indicator",
        "a list has a line in it that is no entry.",
        "Begin every entry of one list with a hyphen in the same column.",
    ),
    (
        "escape",
        "a backslash stands where only a few letters may follow it.",
        "Use 'single' quotation marks, in which a backslash means itself.",
    ),
    ("quoted scalar", "a quotation mark is opened and never closed.", "Close it."),
    (
        "cannot start any token",
        "an unquoted value begins with a character that YAML keeps for itself.",
        "Put the value in quotation marks.",
    ),
    (
        "flow sequence",
        "a square bracket is opened and not properly closed.",
        "Close it, with commas between the entries.",
    ),
    (
        "flow mapping",
        "a curly bracket is opened and not properly closed.",
        "Close it, with commas between the entries.",
    ),
    (
        "an anchor",
        "an unquoted value begins with & or *, which YAML keeps for itself.",
        "Put the value in quotation marks.",
    ),
    (
        "an alias",
        "an unquoted value begins with & or *, which YAML keeps for itself.",
        "Put the value in quotation marks.",
    ),
)


def explain(error: MarkedYAMLError, text: str) -> tuple[str, str]:
    """What is wrong and how to mend it.  Neither holds anything of ``text``."""
    mark = error.problem_mark
    lines = text.splitlines()
    line = lines[mark.line] if mark is not None and mark.line < len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return TAB
    said = f"{error.problem or ''} {error.context or ''}"
    found = ((what, mend) for sign, what, mend in KNOWN if sign in said)
    return next(found, NOT_YAML)
