"""The strict YAML reader: what words mean, where things stand, and what is refused."""

from __future__ import annotations

import math
import time
from typing import Any

import pytest
import yaml
from dhr_checker.checker import yamlio
from dhr_checker.checker.errors import InputError, PackError
from dhr_checker.checker.loaded import MAX_BYTES, dotted, undotted
from dhr_checker.checker.yamlio import load_yaml


@pytest.fixture(params=["CSafeLoader", "SafeLoader"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything here holds of both of PyYAML's parsers; which one is there is chance."""
    if not hasattr(yaml, request.param):
        pytest.skip("PyYAML was built without libyaml")
    monkeypatch.setattr(yamlio, "_PARSER", getattr(yaml, request.param))


def read(source: str | bytes, **options: Any) -> Any:
    return load_yaml(source, name="case.yaml", **options).data


def refuse(source: str | bytes, **options: Any) -> InputError:
    with pytest.raises(InputError) as caught:
        load_yaml(source, name="case.yaml", **options)
    return caught.value


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("yes", "yes"), ("No", "No"), ("on", "on"), ("OFF", "OFF"), ("y", "y"),
        ("true", True), ("False", False), ("TRUE", True), ("tRUE", "tRUE"),
        ("null", None), ("~", None), ("", None),
        ("2024", 2024), ("-7", -7), ("007", 7), ("0o17", 15), ("0x1F", 31), ("1_000", "1_000"),
        ("1:30", "1:30"), ("2024-03-07", "2024-03-07"), ("2024-03", "2024-03"),
        ("3.5", 3.5), ("1e3", 1000.0), (".5", 0.5), ("1.", 1.0), (".inf", math.inf),
        ("-.INF", -math.inf), ("'1'", "1"), ('"true"', "true"), ("=", "="),
        ("1" * 31 + "x", "1" * 31 + "x"),
    ],
)  # fmt: skip
def test_words_are_read_as_in_yaml_1_2(word: str, value: object):
    found = read(f"key: {word}")["key"]
    assert (found, type(found)) == (value, type(value))


def test_not_a_number_is_read_as_one_and_left_to_validation():
    assert math.isnan(read("key: .nan")["key"])


def test_keys_are_always_text():
    assert read("2024: a\nyes: b\nnull: c\ntrue: d") == {
        "2024": "a", "yes": "b", "null": "c", "true": "d",
    }  # fmt: skip


def test_blocks_of_text_lists_and_nesting():
    source = "a: |\n  one\n  two\nb: [1, {c: x}]\nd:\n- e: 1\n  f: 2\n- g\n"
    assert read(source) == {"a": "one\ntwo\n", "b": [1, {"c": "x"}], "d": [{"e": 1, "f": 2}, "g"]}


def test_every_part_has_its_line():
    loaded = load_yaml("# a note\na: 1\nb:\n  - c: 2\n    d: 3\n  -\n    e: 4\n", name="x")
    assert dict(loaded.lines) == {
        (): 2, ("a",): 2, ("b",): 3, ("b", 0): 4, ("b", 0, "c"): 4, ("b", 0, "d"): 5,
        ("b", 1): 7, ("b", 1, "e"): 7,
    }  # fmt: skip
    assert loaded.line_of(("b", 1, "missing", "deeper")) == 7
    assert loaded.line_of(("missing",)) == 2


@pytest.mark.parametrize(
    ("source", "where", "code", "said"),
    [
        ("a:\n\tb: 1\n", "2:1", "yaml.syntax", "a tab"),
        ("a:\n  b: 1\n\tc: 2\n", "3:1", "yaml.syntax", "a tab"),
        ("a: 1\nb: 2\na: 3\n", "3:1", "yaml.duplicate-key", "as on line 1"),
        ("a:\n  - {b: 1, b: 2}\n", "2:12", "yaml.duplicate-key", "as on line 2"),
        ("a: b: c\n", "1:5", "yaml.syntax", "a colon"),
        ("a: 1\nfoo\nb: 2\n", "3:1", "yaml.syntax", "no colon"),
        ("a:\n   b: 2\n  c: 3\n", "3:3", "yaml.syntax", "indentation"),
        ('a: "foo\nb: 1\n', "3:1", "yaml.syntax", "quotation mark"),
        ("a: @foo\n", "1:4", "yaml.syntax", "keeps for itself"),
        ("a: [1, 2\nb: 3\n", "2:2", "yaml.syntax", "square bracket"),
        ("a: {b: 1\nc: 3\n", "2:2", "yaml.syntax", "curly bracket"),
        ("a: &x 1\n", "1:4", "yaml.alias", "anchor or alias"),
        ("a: &x [1]\n", "1:4", "yaml.alias", "anchor or alias"),
        ("a: *x\n", "1:4", "yaml.alias", "anchor or alias"),
        ("a: *\n", "1:5", "yaml.syntax", "begins with & or *"),
        ("a: & b\n", "1:5", "yaml.syntax", "begins with & or *"),
        ("a: !!python/object/apply:os.system [ls]\n", "1:4", "yaml.tag", "a tag"),
        ("a: !secret x\n", "1:4", "yaml.tag", "a tag"),
        ("a: !!str 1\n", "1:4", "yaml.tag", "a tag"),
        ("a: !!map {}\n", "1:4", "yaml.tag", "a tag"),
        ("a: ! x\n", "1:4", "yaml.tag", "a tag"),
        ("a: 1\n---\nb: 1\n", "2:1", "yaml.documents", "second document"),
        ("<<: 1\n", "1:1", "yaml.merge", "merge key"),
        ("? [a]\n: 1\n", "1:3", "yaml.key", "a key"),
        ("{{a: 1}: 1}\n", "1:2", "yaml.key", "a key"),
        ("a: %TAG\n", "1:4", "yaml.syntax", "keeps for itself"),
        ("%YAML 9.9\n---\na: 1\n", "1:1", "yaml.syntax", "not valid YAML"),
        ("a: " + "1" * 31, "1:4", "yaml.number", "too long"),
        ("a: " + "1" * 500_000, "1:4", "yaml.number", "too long"),
        ("a: b\0\n", "1:5", "text.control-character", "control character"),
        ("a: \x1b[2J\n", "1:4", "text.control-character", "control character"),
        ("a: b\nc: \ud800\n", "2:4", "text.control-character", "control character"),
    ],
)
def test_a_fault_is_told_with_its_place(source: str, where: str, code: str, said: str):
    error = refuse(source)
    assert (error.where, error.code) == (f"case.yaml:{where}", code)
    assert said in error.what
    assert error.mend


@pytest.mark.parametrize(
    "source", ["", "\n\n", "# only a note\n", "---\n", "null", b"", b"\xef\xbb\xbf"]
)
def test_an_empty_file_is_called_empty(source: str | bytes):
    assert refuse(source).code == "yaml.empty"


@pytest.mark.parametrize("source", ["- a\n- b\n", "words", "3", "[]"])
def test_what_is_no_mapping_is_refused(source: str):
    assert refuse(source).code == "yaml.not-a-mapping"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings_with_a_mark_are_read(encoding: str):
    assert read("a: é\nb: ’\n".encode(encoding)) == {"a": "é", "b": "’"}


def test_marks_of_both_byte_orders_are_known():
    assert read(b"\xfe\xff" + "a: é".encode("utf-16-be")) == {"a": "é"}
    assert read(b"\xff\xfe" + "a: é".encode("utf-16-le")) == {"a": "é"}


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("a: 1\nb: Jérôme".encode("latin-1"), "text.encoding"),
        ("a: 1".encode("utf-16")[:-1], "text.encoding"),
        ("a: 1".encode("utf-16-le"), "text.control-character"),
        (b"\x89PNG\r\n\x1a\n", "text.encoding"),
        (b"PK\x03\x04", "text.control-character"),
    ],
)
def test_other_encodings_and_files_that_are_no_text_are_refused(source: bytes, code: str):
    error = refuse(source)
    assert error.code == code
    assert "UTF-8" in error.mend


def test_the_line_of_a_bad_byte_is_told():
    assert refuse(b"a: 1\nb: \xe9\n").where == "case.yaml:2"


@pytest.mark.parametrize("source", ["a: " + "[" * 100 + "]" * 100, "[" * 200_000, "- " * 5_000])
def test_deep_nesting_is_refused_and_soon(source: str):
    began = time.monotonic()
    assert refuse(source).code == "yaml.depth"
    assert time.monotonic() - began < 5


def test_sixty_four_levels_are_allowed():
    assert read("a: " + "[" * 63 + "]" * 63)
    assert refuse("a: " + "[" * 64 + "]" * 64).code == "yaml.depth"


@pytest.mark.parametrize("make", [str, str.encode])
def test_a_file_of_more_than_two_megabytes_is_refused_before_it_is_read(make: Any):
    assert refuse(make("a: " + "x" * MAX_BYTES)).code == "text.too-large"


def bomb() -> str:
    """Nine levels of nine aliases: 387 million values, if they were written out."""
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for above, name in zip("abcdefgh", "bcdefghi", strict=True):
        lines.append(f"{name}: &{name} [{', '.join([f'*{above}'] * 9)}]")
    return "\n".join(lines)


def test_a_bomb_of_aliases_is_refused_either_way():
    assert refuse(bomb()).code == "yaml.alias"
    error = refuse(bomb(), allow_aliases=True)
    assert (error.code, error.where) == ("yaml.alias", "case.yaml:6:12")


def test_aliases_can_be_allowed_for_files_that_are_our_own():
    assert read("a: &x [1, 2]\nb: *x\nc: &y d\ne: *y\n", allow_aliases=True) == {
        "a": [1, 2], "b": [1, 2], "c": "d", "e": "d",
    }  # fmt: skip


@pytest.mark.parametrize("source", ["a: &x [*x]", "a: *x\nb: &x 1", "a: &x b\n*x : c"])
def test_an_alias_of_itself_or_of_nothing_or_as_a_key_is_refused(source: str):
    assert refuse(source, allow_aliases=True).code == "yaml.alias"


def test_the_caller_chooses_the_error():
    with pytest.raises(PackError, match=r"^rules.yaml:1:5: a colon"):
        load_yaml("a: b: c", name="rules.yaml", error=PackError)


@pytest.mark.parametrize(
    "source",
    [
        "a: 'Zebedee\nb: 1", 'a: "\\Zebedee"', "a: *Zebedee Zebedee", "Zebedee: 1\nZebedee: 2",
        "a: !Zebedee x", "- Zebedee: [", "a: @Zebedee", "? {Zebedee: 1}\n: 2",
        "a: {Zebedee: 1\nb: 2",
        "a: [Zebedee\nb: Zebedee", "a: |Zebedee", "Zebedee", "a: 1\nZebedee\nb: 1",
        "a: !<tag:Zebedee", "a: !e!Zebedee x",
    ],
)  # fmt: skip
def test_no_word_of_the_file_is_in_a_message(source: str):
    assert "Zebedee" not in str(refuse(source))


def test_paths_are_written_and_read_back():
    path = ("alleged_perpetrators", 0, "links", 1, "kind")
    assert dotted(path) == "alleged_perpetrators[0].links[1].kind"
    assert undotted(dotted(path)) == path
    assert undotted("") == ()
