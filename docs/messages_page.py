"""Write docs/messages.md: every message that the program can give, taken from its code.

    python docs/messages_page.py

A message stands once, where it is raised; this collects them, so that none can be missing.
tests/messages holds the page to the code, and every message to saying what to do.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

import dhr_checker
from dhr_checker.checker import files, plain_errors, several, yaml_errors
from dhr_checker.checker.document.refusals import REFUSALS
from dhr_checker.checker.errors import CORRECT
from dhr_checker.schemas import dates
from dhr_checker.schemas.scalars import PATTERNS

ROOT = Path(dhr_checker.__file__).resolve().parent
PAGE = ROOT / "docs" / "messages.md"
GAP = "…"
ERRORS = {"InputError", "DocumentError", "RecordError", "EngineError", "RuleConflict", "NotChecked"}
FOR_AUTHORS = {"PackError", "ConditionError", "located_error"}
FROM_TABLES = {
    ("checker/document/refusals.py", "DocumentError"),
    ("checker/files.py", "InputError"),
    ("checker/casework.py", "RecordError"),
    ("checker/lint.py", "located_error"),
    ("checker/several.py", "NotChecked"),
    ("checker/settings_file.py", "InputError"),
    ("checker/yamlio.py", "error"),
    ("checker/records.py", "RecordError"),
    ("checker/commands/usage.py", "InputError"),
    ("checker/packs.py", "PackError"),
    ("checker/coverage.py", "PackError"),
    ("checker/packs.py", "located_error"),
}
"""Where a message is handed on that stands in a table, or that another place has worded."""

FAMILIES = {
    "option": (
        "The command line",
        "What was typed after `dhr` cannot be understood. Nothing has been read or written.",
    ),
    "document": (
        "A draft or another Word file",
        "The file that was named first. A message that concerns one part of the file begins with"
        " the name of that part, such as `word/document.xml`. The file's own name is not repeated:"
        " it may be somebody's.",
    ),
    "check": (
        "Several drafts",
        "In the table at the end of `dhr check`, beside the number of the draft.",
    ),
    "annotate": ("An annotated copy", "`dhr check --annotate`."),
    "record": (
        "A case record",
        "Begins with the name of the file. Where fields are at fault, each is told on a line of its"
        " own with its path, such as `deceased.born`, and the line in the file.",
    ),
    "yaml": ("A case record in YAML", "Begins with the file's name, the line and the column."),
    "json": ("A case record in JSON", "Begins with the file's name, the line and the column."),
    "text": ("A text file", "Begins with the file's name and, where there is one, the line."),
    "settings": ("Settings (`dhr.toml`)", "Begins with the name of the file or of the option."),
    "baseline": ("An earlier report", "`dhr check --baseline`."),
    "input": ("What was asked for", "An option asks for something that there is not."),
    "output": ("The output", "Nothing has been written, or the old file is as it was."),
    "file": ("The computer's own refusal", "Any command."),
    "ask": ("The interview", "`dhr ask`."),
    "new": ("Templates", "`dhr new`."),
    "conflict": ("What contradicts itself", "`dhr decide`, `timeline`, `chair`, `check --case`."),
    "engine": (
        "Faults in the program",
        "Never the fault of a case or a draft. The exit status is 4.",
    ),
}


@dataclass(frozen=True, slots=True)
class Message:
    """One message: its code, what is wrong, and what to do; parts that vary are …"""

    code: str
    what: str
    mend: str

    @property
    def family(self) -> str:
        """The first part of the code."""
        return self.code.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Site:
    """A place in the code that raises."""

    file: str
    line: int
    maker: str
    what: str
    mend: str
    code: str


def sites() -> Iterator[Site]:
    """Every place in the code that makes an error."""
    for path in sorted([*(ROOT / "checker").rglob("*.py"), *(ROOT / "schemas").rglob("*.py")]):
        file = path.relative_to(ROOT).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and (found := _site(file, node)):
                yield found


def _site(file: str, node: ast.Call) -> Site | None:
    name = _called(node)
    given = {str(one.arg): one.value for one in node.keywords}
    names = _names(file)

    def text(key: str) -> str:
        return _text(given.get(key), names)

    if name == "refuse" and len(node.args) == 4:  # of YAML: event, what, mend, code
        what, mend, code = (_text(one, names) for one in node.args[1:])
        return Site(file, node.lineno, name, what, mend, f"yaml.{code}")
    known = name in ERRORS or name in FOR_AUTHORS or (name == "error" and "code" in given)
    if not known or not (node.args or given):
        return None
    first = given.get("what") or node.args[2 if name == "located_error" else 0]
    what = GAP if name == "RecordError" else _text(first, names)
    usual = _USUAL if name == "EngineError" else ("", "")
    return Site(file, node.lineno, name, what, text("mend") or usual[0], text("code") or usual[1])


_USUAL = ("This is a fault in the program: tell whoever looks after it.", "engine")


def _called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


@cache
def _names(file: str) -> Mapping[str, object]:
    """The names of a module, for texts that stand in a constant."""
    return vars(import_module("dhr_checker." + file.removesuffix(".py").replace("/", ".")))


def _text(node: ast.expr | None, names: Mapping[str, object] = MappingProxyType({})) -> str:
    """A text in the code as a reader sees it; what is put in when it runs is …"""
    if node is None:
        return ""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(one, names) for one in node.values)
    if isinstance(node, ast.FormattedValue):
        return _text(node.value, names)
    if isinstance(node, ast.BinOp):
        return _text(node.left, names) + _text(node.right, names)
    if isinstance(node, ast.IfExp):
        both = (_text(node.body, names), _text(node.orelse, names))
        return " / ".join(one for one in both if one)
    if isinstance(node, ast.Name) and isinstance(said := names.get(node.id), str):
        return said
    if isinstance(node, ast.Call) and _called(node) == "more_help":
        return _HELP
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return _text(node.func.value, names).strip() if node.func.attr == "strip" else GAP
    return GAP


_HELP = " `dhr … --help` says more."


def raised() -> list[Message]:
    """What stands at the places that raise, those left out that hand on what a table has."""
    return [
        Message(one.code, one.what, one.mend)
        for one in sites()
        if one.maker not in FOR_AUTHORS and not is_handed_on(one) and one.code != RETOLD
    ]


RETOLD = "engine.missing"
"""Caught where it is raised, and told as `input.engine`."""


def is_handed_on(one: Site) -> bool:
    """Whether the site gives a message that a table has."""
    return one.what.strip(GAP + ". ") == "" and (one.file, one.maker) in FROM_TABLES


def tables() -> list[Message]:
    """What stands in tables."""
    found = [Message(f"document.{key}", what, mend) for key, (what, mend) in REFUSALS.items()]
    for lead in ("record", "settings"):
        found += [Message(f"{lead}.{key}", *said) for key, said in files.TROUBLE.items()]
    found += [Message(f"check.{key}", *said) for key, said in several.NOTHING.items()]
    syntax = [yaml_errors.TAB, yaml_errors.NOT_YAML, *(one[1:] for one in yaml_errors.KNOWN)]
    found += [Message("yaml.syntax", what, mend) for what, mend in dict.fromkeys(syntax)]
    found += [Message("record.field", f"{what}.", CORRECT) for what in dict.fromkeys(_fields())]
    found += [Message("record.contradiction", f"{one}.", CORRECT) for one in _contradictions()]
    found += [
        Message("record.judgement", f"{what}.", CORRECT)
        for what in (
            "this is not a point of judgement under these rules; they are …",
            "say which person the judgement is about: …",
        )
    ]
    found.append(
        Message(
            "settings.faults",
            "… (each fault after its place).",
            "docs/configuration.md shows every key, `dhr rules list` every rule.",
        )
    )
    found.append(
        Message(
            "option.wrong", "… (another fault of the command line).", "`dhr … --help` says more."
        )
    )
    found += [
        Message("ask.answer", "that is no answer to this question.", one) for one in _answers()
    ]
    return found


def _fields() -> Iterator[str]:
    yield from plain_errors.SAID.values()
    yield plain_errors.TEXT
    yield f"{plain_errors.TEXT}: put it in quotation marks"
    yield from (sentence.format(GAP) for _, sentence in plain_errors.BOUNDED.values())
    yield from PATTERNS.values()
    yield "unknown key; did you mean `…`? / it belongs in `…` / allowed here: …"
    yield "this is not one of the words that may stand here; did you mean `…`? Allowed here: …"
    yield "this is required; allowed here: …"
    yield "a key must be text"
    yield "say yes or no, or leave the line out if it is not known"
    yield from _literals("schemas/dates.py", ast.Raise)
    yield dates.HOW


def _contradictions() -> list[str]:
    return list(dict.fromkeys(_literals("checker/consistency.py", ast.Yield)))


def _literals(file: str, kind: type[ast.AST]) -> Iterator[str]:
    """The last text in each statement of a kind: the message in `yield place, message`."""
    for node in ast.walk(ast.parse((ROOT / file).read_text(encoding="utf-8"))):
        if not isinstance(node, kind):
            continue
        value = getattr(node, "value", None) or getattr(node, "exc", None)
        if isinstance(value, ast.Tuple):
            yield _text(value.elts[-1])
        elif (
            isinstance(value, ast.Call)
            and value.args
            and _text(value.args[0]) not in (GAP, "partial_date")
        ):
            yield _text(value.args[0])


def _answers() -> Iterator[str]:
    path = ROOT / "checker" / "interview_answers.py"
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_refused":
            yield _text(node.args[0])


def messages() -> list[Message]:
    """Every message for those who use the program, by family and code."""
    order = list(FAMILIES)
    found = {
        (one.code, one.what, one.mend): one
        for one in (*tables(), *raised())
        if one.what != "that is no answer to this question." or one.mend != GAP
    }
    return sorted(
        found.values(),
        key=lambda one: (order.index(one.family) if one.family in order else 99, one.code),
    )


def warnings() -> list[tuple[str, str]]:
    """What is remarked in reading a file, which stops nothing: code and text."""
    found: set[tuple[str, str]] = set()
    for path in sorted((ROOT / "checker" / "document").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "warn":
                found.add((_text(node.args[0]), _text(node.args[1])))
    return sorted(found)


def complaints() -> list[str]:
    """What else is said on standard error."""
    found: set[str] = set()
    for path in sorted((ROOT / "checker" / "commands").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _called(node) == "complain":
                found.add(_text(node.args[0]).removeprefix("dhr: "))
    return sorted(found - {GAP})


def for_authors() -> list[str]:
    """What is said of a rule file that cannot be loaded."""
    texts = {one.what.rstrip(".") for one in sites() if one.maker in FOR_AUTHORS}
    return sorted(text for text in texts if text.strip(GAP + "`:() "))


def page() -> str:
    """The whole page."""
    lines = [_HEAD]
    for family, (title, intro) in FAMILIES.items():
        mine = [one for one in messages() if one.family == family]
        lines += [f"## {title}", "", intro, "", "| Message | What to do | Code |", "|---|---|---|"]
        lines += [f"| {_cell(one.what)} | {_cell(one.mend)} | `{one.code}` |" for one in mine]
        lines.append("")
    lines += [_ELSE, *(f"- {_cell(one)}" for one in complaints()), ""]
    lines += [_WARNINGS, "| Remark | Code |", "|---|---|"]
    lines += [f"| {_cell(text)} | `{code}` |" for code, text in warnings()]
    lines += ["", _AUTHORS]
    lines += [f"- {_cell(text)}" for text in for_authors()]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    as_it_is = not text[:1].islower() or text.startswith(("docs/", "case:", "durable-rules"))
    shown = text if as_it_is else text[:1].upper() + text[1:]
    return shown.replace("|", "\\|").replace("<", "&lt;")


_HEAD = """# Messages

Every message that `dhr` can give, what it means, and what to do. Generated from the code by
`python docs/messages_page.py`; a test fails when the page is stale.

A message says what is wrong, where, and what to do, on standard error:

    dhr: WHERE: what is wrong. What to do.

It never quotes a case record or a draft, because messages are pasted into e-mails. Where … stands,
the program puts in a number, a place or the words that are right. `--verbose` also prints the code,
which stays the same when the wording changes. The exit status is 2, unless another is named below;
[machines.md](machines.md) has the table.
"""
_ELSE = """## What else stands on standard error
"""
_WARNINGS = """## What is remarked about a file that was read

These stop nothing. They stand in the report under *What was not checked*.
"""
_AUTHORS = """## For whoever writes rules

A rule file that is broken stops every command, with its file, line and rule. What is said then:
"""

if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
