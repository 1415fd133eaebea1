"""A blank case record with a comment on every line: what it is, and which words it takes.

Made from the schema of the record itself, so that no field can be forgotten and no word can
go stale.  A key with nothing after it counts as left out, so the blank is a valid record from
the start, and is filled in line by line.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any, cast

from ..schemas.case_schema import case_json_schema

Schema = dict[str, Any]
WIDTH = 96
BLANK_REFERENCE = "CSP-0000-00"
_HEAD = (
    "A case record for dhr. Fill in what is known, and leave the rest as it is: a line with"
    " nothing after the colon says nothing, and dhr then says what it still needs to know, and who"
    " would know. Do not guess.",
    "Where a line begins with #, take the # away to use it; keep the spaces after it. In lists,"
    " copy the lines from one dash to the next for every further entry.",
    "Dates: 2024-03-07, or 2024-03 or 2024 where no more is known. Yes or no: yes, no.",
    "The reference and the labels of people (P1, C1) are printed in outputs: never a name.",
    "To be asked for what is missing: dhr ask THIS-FILE.",
    "To decide: dhr decide THIS-FILE.",
)


def blank_case() -> str:
    """The commented record, as YAML that loads."""
    schema = case_json_schema()
    lines: list[str] = []
    for paragraph in _HEAD:
        lines += _comment(paragraph, "")
    for name, field in _fields(schema):
        lines.append("")
        lines += _about(schema, field, "", off=False)
        if name == "reference":
            lines.append(f"reference: {BLANK_REFERENCE}")
        else:
            lines += _field(schema, name, field, "", off=False)
    return "\n".join(lines) + "\n"


def _fields(model: Schema) -> list[tuple[str, Schema]]:
    return list(cast("dict[str, Schema]", model["properties"]).items())


def _comment(text: str, indent: str, mark: str = "# ") -> list[str]:
    prefix = indent + mark
    return textwrap.wrap(
        " ".join(text.split()),
        WIDTH,
        initial_indent=prefix,
        subsequent_indent=prefix,
        break_on_hyphens=False,
    )


def _field(schema: Schema, name: str, field: Schema, indent: str, *, off: bool) -> Iterator[str]:
    """A field; ``off`` where it is commented out.

    A part within a part is: that a review has a chair, for one, is said by the chair's being
    there at all.
    """
    kind = _resolved(schema, field)
    off = off or (bool(indent) and "properties" in kind)
    mark = "#" if off else ""
    if "properties" in kind:
        yield f"{mark}{indent}{name}:"
        yield from _part(schema, kind, f"{indent}  ", off=off)
    elif kind.get("type") == "array":
        yield from _listed(schema, name, kind, indent, off=off)
    else:
        yield f"{mark}{indent}{name}:"


def _part(schema: Schema, model: Schema, indent: str, *, off: bool) -> Iterator[str]:
    for name, field in _fields(model):
        yield from _about(schema, field, indent, off=off)
        yield from _field(schema, name, field, indent, off=off)


def _about(schema: Schema, field: Schema, indent: str, *, off: bool) -> list[str]:
    """What a field is, and the words that it takes."""
    words = _words(schema, field)
    said = field.get("description", "")
    if words:
        said += f" One of: {', '.join(words)}."
    return _comment(said, f"#{indent}" if off else indent)


def _words(schema: Schema, field: Schema) -> list[str]:
    kind = _resolved(schema, field)
    if kind.get("type") == "array":
        kind = _resolved(schema, kind["items"])
    return [str(word) for word in kind.get("enum", [])]


def _resolved(schema: Schema, field: Schema) -> Schema:
    """A field without ``null`` and without the reference that stands for its type."""
    options: list[Schema] = [one for one in field.get("anyOf", []) if one.get("type") != "null"]
    if len(options) == 1:
        return _resolved(schema, options[0])
    if "$ref" in field:
        return schema["$defs"][str(field["$ref"]).rpartition("/")[2]]
    return field


def _listed(schema: Schema, name: str, kind: Schema, indent: str, *, off: bool) -> Iterator[str]:
    """A list: of words on one line, of parts as one entry to copy."""
    mark = "#" if off else ""
    items: Schema = kind["items"]
    item = _resolved(schema, items)
    yield f"{mark}{indent}{name}:"
    if "discriminator" in items:
        yield from _links(schema, items, f"{indent}  ")
    elif "properties" in item:
        yield from _entry(schema, item, f"{indent}  ")
    else:
        yield f"#{indent}  -"


def _entry(schema: Schema, model: Schema, indent: str) -> Iterator[str]:
    """One entry of a list, commented out: its first line begins with the dash."""
    lines = list(_part(schema, model, f"{indent}  ", off=True))
    first = next(at for at, line in enumerate(lines) if not line.startswith(f"#{indent}  #"))
    dash = f"#{indent}- "
    lines[first] = dash + lines[first][len(dash) :]
    yield from lines


def _links(schema: Schema, items: Schema, indent: str) -> Iterator[str]:
    """Every kind of link, one line a kind, with the fields that it has."""
    mapping: dict[str, str] = items["discriminator"]["mapping"]
    models: dict[str, list[str]] = {}
    for kind, target in mapping.items():
        models.setdefault(target, []).append(kind)
    for target, kinds in models.items():
        model: Schema = schema["$defs"][target.rpartition("/")[2]]
        said = f"{model.get('description', '')} Kind: {' or '.join(kinds)}."
        yield from _comment(said, f"#{indent}")
        others = [(name, field) for name, field in _fields(model) if name != "kind"]
        yield f"#{indent}- kind: {kinds[0]}"
        for name, field in others:
            yield from _about(schema, field, f"{indent}  ", off=True)
            yield f"#{indent}  {name}:"
