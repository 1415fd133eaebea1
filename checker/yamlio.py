"""Read YAML that somebody else wrote: strictly, safely, and remembering the lines.

The file is read as a stream of events and put together here, because PyYAML's own
constructors take the last of two equal keys, expand an alias a billion times over, and
recurse as deep as the file asks.  Used for case records and for rule files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NoReturn, cast

import yaml
from yaml.error import MarkedYAMLError, YAMLError

from .errors import DhrError, InputError
from .loaded import MAX_DEPTH, Loaded, Path
from .textio import EMPTY, decode
from .yaml_errors import NOT_YAML, explain
from .yaml_scalars import Scalar, resolve

__all__ = ["Loaded", "load_yaml"]

MAX_EXPANDED = 200_000  # values in a file whose aliases are written out

_ONE_RECORD = "Keep one record in a file, and take out the line ---."
_QUOTE = "Put it in quotation marks if it is text."
_TYPE_AGAIN = "Type the character again."
_WRITE_OUT = "Write the values out instead."
_TOO_DEEP = (
    f"the file is nested deeper than {MAX_DEPTH} levels.",
    "Nothing here needs that: check the indentation or brackets.",
)

_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml's, where PyYAML has it
_SURROGATE = re.compile("[\ud800-\udfff]")


def load_yaml(
    source: str | bytes,
    *,
    name: str,
    error: type[DhrError] = InputError,
    allow_aliases: bool = False,
) -> Loaded:
    """Read one YAML mapping.

    Words are read as in YAML 1.2: only ``true`` and ``false`` are booleans, dates stay
    text, keys are always text.  ``name`` is what messages call the file.

    Raises ``error``, with file, line and column and never a word of the file itself, for
    anything that is not YAML, not a mapping, larger than 2 MB or deeper than 64 levels,
    and for a key given twice, a tag, more than one document, or (unless
    ``allow_aliases``) an anchor or alias.
    """
    text = decode(source, name=name, error=error)
    builder = _Builder(name, error, allow_aliases)
    fault: MarkedYAMLError | None = None
    try:
        for event in _events(text):
            builder.take(event)
    except MarkedYAMLError as found:
        fault = found
    except (YAMLError, RecursionError):
        what, mend = NOT_YAML
        raise error(what, where=name, mend=mend, code="yaml.syntax") from None
    if fault is not None:
        where = _where(name, fault.problem_mark)
        if _too_deep(fault):
            raise error(_TOO_DEEP[0], where=where, mend=_TOO_DEEP[1], code="yaml.depth")
        what, mend = explain(fault, text)
        raise error(what, where=where, mend=mend, code="yaml.syntax")
    return builder.finish()


def _too_deep(fault: MarkedYAMLError) -> bool:
    """Whether libyaml gave up on the nesting before we did, as it does from 2026 on."""
    return "nesting depth" in (fault.problem or "")


def _events(text: str) -> Iterator[Any]:
    return cast("Iterator[Any]", yaml.parse(text, Loader=_PARSER))  # pyright: ignore[reportUnknownMemberType]


def _where(name: str, mark: Any) -> str:
    return name if mark is None else f"{name}:{mark.line + 1}:{mark.column + 1}"


@dataclass(slots=True)
class _Open:
    """A mapping or list that has begun and not yet ended."""

    value: dict[str, Any] | list[Any]
    path: Path
    anchor: str | None
    began: int  # how many values there were before it
    key: str | None = None
    key_lines: dict[str, int] = field(default_factory=dict[str, int])


class _Builder:
    """Puts the events of one document together, without recursion."""

    def __init__(self, name: str, error: type[DhrError], allow_aliases: bool) -> None:
        self.name, self.error, self.allow_aliases = name, error, allow_aliases
        self.lines: dict[Path, int] = {}
        self.open: list[_Open] = []
        self.documents = 0
        self.values = 0
        self.root: Any = None
        self.anchors: dict[str, tuple[Any, int]] = {}

    def take(self, event: Any) -> None:
        """Add one event of PyYAML's parser."""
        if isinstance(event, yaml.ScalarEvent):  # first, for they are two events in three
            self._scalar(event)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._begin(event, {} if isinstance(event, yaml.MappingStartEvent) else [])
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._end()
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.refuse(
                    event,
                    "a second document begins here.",
                    _ONE_RECORD,
                    "documents",
                )

    def finish(self) -> Loaded:
        """The whole.  Raises the caller's error if there is nothing, or no mapping."""
        if self.root is None:
            raise self.error("the file is empty.", where=self.name, mend=EMPTY, code="yaml.empty")
        if not isinstance(self.root, dict):
            raise self.error(
                "the file is not a mapping.",
                where=self.name,
                mend="Write it as lines of `key: value`.",
                code="yaml.not-a-mapping",
            )
        self.lines.setdefault((), 1)
        return Loaded(cast("dict[str, Any]", self.root), self.lines)

    def refuse(self, event: Any, what: str, mend: str, code: str) -> NoReturn:
        """Raise the caller's error at the place of an event."""
        where = _where(self.name, event.start_mark)
        raise self.error(what, where=where, mend=mend, code=f"yaml.{code}")

    def _scalar(self, event: Any) -> None:
        self._plain_only(event)
        text: str = event.value
        if _SURROGATE.search(text):
            self.refuse(event, "half a character is written here.", _TYPE_AGAIN, "character")
        if self._wants_key():
            self._key(event, text)
            return
        value: Scalar = text
        if event.implicit[0]:  # neither quoted nor a block of text
            try:
                value = resolve(text)
            except ValueError:
                self.refuse(
                    event,
                    "this number is too long.",
                    _QUOTE,
                    "number",
                )
        self._put(event, value)

    def _plain_only(self, event: Any) -> None:
        if event.anchor is None and event.tag is None:
            return
        if event.anchor is not None and not self.allow_aliases:
            self._no_alias(event)
        implicit: Any = event.implicit
        plain = implicit if isinstance(implicit, bool) else any(cast("tuple[bool, bool]", implicit))
        if event.tag is not None and (event.tag == "!" or not plain):
            self.refuse(
                event,
                "a tag (a word that begins with !) has no use here.",
                "Put text that begins with ! in quotation marks.",
                "tag",
            )

    def _no_alias(self, event: Any) -> None:
        self.refuse(
            event,
            "an anchor or alias (& or *) has no use here.",
            "Write the values out, or put text in quotation marks.",
            "alias",
        )

    def _wants_key(self) -> bool:
        return (
            bool(self.open) and isinstance(self.open[-1].value, dict) and self.open[-1].key is None
        )

    def _key(self, event: Any, key: str) -> None:
        top, line = self.open[-1], event.start_mark.line + 1
        if key in top.value:
            first = top.key_lines[key]
            self.refuse(
                event,
                f"the same key stands here as on line {first}.",
                "Keep one of the two.",
                "duplicate-key",
            )
        if key == "<<" and event.implicit[0]:
            self.refuse(
                event, "a merge key (<<) has no use here.", "Write the values out.", "merge"
            )
        top.key, top.key_lines[key] = key, line
        self.lines[(*top.path, key)] = line

    def _step(self, event: Any) -> Path:
        """The path of the value that comes next."""
        if not self.open:
            return ()
        top = self.open[-1]
        if isinstance(top.value, list):
            path = (*top.path, len(top.value))
            self.lines[path] = event.start_mark.line + 1
            return path
        if top.key is None:
            self.refuse(event, "a key has to be a word.", "Write it as `key: value`.", "key")
        return (*top.path, top.key)

    def _put(self, event: Any, value: Any, size: int = 1) -> None:
        self._step(event)
        self._store(value, size)
        if event.anchor is not None and not isinstance(event, yaml.AliasEvent):
            self.anchors[event.anchor] = (value, size)

    def _store(self, value: Any, size: int) -> None:
        self.values += size
        if not self.open:
            self.root = value
            return
        top = self.open[-1]
        if isinstance(top.value, list):
            top.value.append(value)
        else:
            top.value[cast("str", top.key)] = value
            top.key = None

    def _begin(self, event: Any, value: dict[str, Any] | list[Any]) -> None:
        self._plain_only(event)
        if len(self.open) >= MAX_DEPTH:
            self.refuse(event, *_TOO_DEEP, "depth")
        path = self._step(event)
        if not self.open:
            self.lines[()] = event.start_mark.line + 1
        self.open.append(_Open(value, path, event.anchor, self.values))

    def _end(self) -> None:
        done = self.open.pop()
        size = self.values - done.began + 1
        self._store(done.value, 1)
        if done.anchor is not None:
            self.anchors[done.anchor] = (done.value, size)

    def _alias(self, event: Any) -> None:
        if not self.allow_aliases:
            self._no_alias(event)
        if event.anchor not in self.anchors:
            self.refuse(
                event,
                "an alias (*) has no finished anchor (&) above it.",
                "Write the values out.",
                "alias",
            )
        value, size = self.anchors[event.anchor]
        if self.values + size > MAX_EXPANDED:
            self.refuse(
                event,
                "the aliases stand for too many values.",
                _WRITE_OUT,
                "alias",
            )
        if self._wants_key():
            self.refuse(event, "an alias cannot be a key.", "Write the key out.", "alias")
        self._put(event, value, size)
