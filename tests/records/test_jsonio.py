"""The strict JSON reader: lines, and what is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from dhr_checker.checker.errors import InputError
from dhr_checker.checker.jsonio import load_json
from hypothesis import given
from hypothesis import strategies as st


def refuse(source: str | bytes) -> InputError:
    with pytest.raises(InputError) as caught:
        load_json(source, name="case.json")
    return caught.value


def test_values_and_lines():
    loaded = load_json('{"a": 1,\n\t"b": [true, null,\n {"c": "x:{\\n"}],\n "d": "é"}', name="x")
    assert loaded.data == {"a": 1, "b": [True, None, {"c": "x:{\n"}], "d": "é"}
    assert dict(loaded.lines) == {
        (): 1, ("a",): 1, ("b",): 2, ("b", 0): 2, ("b", 1): 2, ("b", 2): 3, ("b", 2, "c"): 3,
        ("d",): 4,
    }  # fmt: skip


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**29), 10**29) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)


def paths(data: Any, path: tuple[str | int, ...] = ()) -> set[tuple[str | int, ...]]:
    inner: list[tuple[str | int, Any]] = []
    if isinstance(data, dict):
        inner = list(data.items())
    elif isinstance(data, list):
        inner = list(enumerate(data))
    return {path}.union(*(paths(value, (*path, step)) for step, value in inner))


@given(st.dictionaries(st.text(max_size=5), JSON, max_size=4), st.sampled_from([None, 1]))
def test_it_reads_what_json_wrote_and_finds_a_line_for_every_part(data: Any, indent: int | None):
    text = json.dumps(data, indent=indent)
    loaded = load_json(text, name="x")
    assert loaded.data == data
    assert loaded.lines.keys() == paths(data)
    assert max(loaded.lines.values()) <= text.count("\n") + 1


@pytest.mark.parametrize(
    ("source", "where", "code"),
    [
        ('{"a": 1,\n "a": 2}', ":2:2", "json.duplicate-key"),
        ('{"a\\u0062": 1, "ab": 2}', ":1:16", "json.duplicate-key"),
        ('{"a": {"b": 1, "b": 2}}', ":1:16", "json.duplicate-key"),
        ('{"a" 1}', ":1:6", "json.syntax"),
        ("{'a': 1}", ":1:2", "json.syntax"),
        ('{"a": 1} x', ":1:10", "json.syntax"),
        ('{"a": "b\nc"}', ":1:9", "json.syntax"),
        ('{"a": "\\ud800"}', ":1:7", "json.character"),
        ('{"a": NaN}', "", "json.number"),
        ('{"a": -Infinity}', "", "json.number"),
        ('{"a": %s}' % ("1" * 31), "", "json.number"),
        ('{"a": %s}' % ("1" * 100_000), "", "json.number"),
        ('{"a":' + "[" * 64 + "]" * 64 + "}", ":1:69", "json.depth"),
        ("[" * 200_000, "", "json.depth"),
        ("", "", "json.empty"),
        ("[1]", "", "json.not-an-object"),
        ('"a"', "", "json.not-an-object"),
        ('{"a": "\0"}', ":1:8", "text.control-character"),
        ("a: 1", ":1:1", "json.syntax"),
    ],
)
def test_a_fault_is_told_with_its_place(source: str, where: str, code: str):
    error = refuse(source)
    assert (error.where, error.code) == (f"case.json{where}", code)


def test_a_byte_order_mark_is_no_fault():
    assert load_json('{"a": 1}'.encode("utf-8-sig"), name="x").data == {"a": 1}
    assert load_json('{"a": 1}'.encode("utf-16"), name="x").data == {"a": 1}


@pytest.mark.parametrize(
    "source",
    ['{"Zebedee" 1}', '{"Zebedee": 1, "Zebedee": 2}', '{"a": Zebedee}', '{"a": "\\Zebedee"}'],
)
def test_no_word_of_the_file_is_in_a_message(source: str):
    assert "Zebedee" not in str(refuse(source))
