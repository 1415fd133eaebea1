"""No error ever holds a value of a case record: errors are pasted into e-mails and tickets."""

from __future__ import annotations

import json
import traceback
from datetime import date
from typing import Any

import pytest
from dhr_checker.checker.errors import InputError, RecordError
from dhr_checker.checker.records import load_case

from .strategies import changed, complete, places

# Put together when the test runs, so that no line of this file in a traceback has it.
CANARY = "".join(["Zebe", "dee", " ", "Quix", "ote"])
PIECES = ("zebe", "quix")
GOOD = complete()
PLACES = list(places(GOOD))


def leak(error: BaseException) -> list[str]:
    """What an error shows of the canary, in its message, its parts and its whole traceback."""
    shown = [str(error), repr(error), *map(repr, vars(error).values())]
    shown += traceback.format_exception(type(error), error, error.__traceback__)
    assert error.__cause__ is None
    return [text for text in shown for piece in PIECES if piece in text.lower()]


def try_all(data: Any) -> list[str]:
    """What leaks when the data is loaded in every way there is: as it is, JSON and YAML."""
    written = json.dumps(data, default=str).encode()
    leaks: list[str] = []
    for source in (data, written, b"# read as YAML because of this line\n" + written):
        try:
            load_case(source, as_of=date(2019, 1, 1))
        except InputError as error:
            leaks += leak(error)
    return leaks


@pytest.mark.parametrize(
    "value",
    [
        CANARY,
        CANARY.replace(" ", "-").lower(),
        CANARY * 2_000,
        f"{CANARY}\n\0\u202e",
        [CANARY],
        {CANARY: CANARY},
        {"kind": CANARY},
        [{"kind": "relative", "relation": CANARY, CANARY: 1}],
    ],
    ids=["name", "word", "long", "control", "list", "mapping", "kind", "links"],
)
def test_a_name_planted_anywhere_is_never_shown(value: Any):
    assert len(PLACES) > 300
    for path in PLACES:
        assert try_all(changed(GOOD, path, value)) == [], path


def test_a_name_in_every_text_of_a_record_that_contradicts_itself_is_never_shown():
    data = GOOD
    for path in PLACES:
        value: Any = data
        for step in path:
            value = value[step]
        if value in ("Some words", "Two\nlines"):
            data = changed(data, path, CANARY)
    data = changed(data, ("dates", "fatal_act"), "2020-03")
    data = changed(data, ("judgements", 0, "about"), CANARY)
    with pytest.raises(RecordError) as caught:
        load_case(data, as_of=date(2019, 1, 1))
    assert len(caught.value.problems) > 20
    assert leak(caught.value) == []


@pytest.mark.parametrize("key", [CANARY, CANARY.split()[0].lower(), "name", "7"])
def test_a_name_used_as_a_key_is_never_shown(key: str):
    for path in sorted({path[:-1] for path in PLACES if isinstance(path[-1], str)}, key=str):
        part: Any = GOOD
        for step in path:
            part = part[step]
        assert try_all(changed(GOOD, path, {**part, key: CANARY})) == [], path


@pytest.mark.parametrize("data", [{"reference": CANARY + "!"}, {"reference": [CANARY]}, [CANARY]])
def test_what_is_hardly_a_record_is_never_shown(data: Any):
    assert try_all(data) == []


@pytest.mark.parametrize(
    "template",
    ["{0}", "a: {0}: b", "{0}: 1\n{0}: 2", "&{0}", "a: *{0}", "a: !{0} b", '{{"{0}"}}', "\t{0}"],
)
def test_text_that_is_no_record_is_never_shown(template: str):
    with pytest.raises(InputError) as caught:
        load_case(template.format(CANARY).encode())
    assert leak(caught.value) == []


def test_the_canary_would_be_seen_if_it_were_shown():
    assert leak(InputError(f"no {CANARY} here")) != []


@pytest.mark.parametrize("size", [10_000, 100_000])
def test_a_great_many_faults_are_told_soon(size: int):
    data = {"reference": "T/1", "alleged_perpetrators": [{"zzz": 1}] * size}
    with pytest.raises(RecordError) as caught:
        load_case(data)
    assert len(caught.value.problems) <= 101
