"""What must hold of every record, and of everything that is no record."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

import yaml
from dhr_checker.checker.consistency import check_consistency
from dhr_checker.checker.errors import InputError, RecordError
from dhr_checker.checker.records import dump_case, load_case, record_hash
from dhr_checker.schemas.case import CaseRecord
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .strategies import changed, complete, places, records

FEW = settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
KEYS = sorted({str(path[-1]) for path in places(complete())})
ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.binary(max_size=5),
    st.dates(),
    st.datetimes(),
    st.just(date),
    st.just(object()),
    st.sampled_from(["yes", "2024-03", "spouse", "P1", "murder", "\ud800", "x" * 400]),
)
GARBAGE = st.recursive(
    ODD,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.tuples(inner)
        | st.frozensets(st.integers(), max_size=2)
        | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5) | st.integers(), inner)
    ),
    max_leaves=12,
)


def test_the_complete_record_is_good_and_has_every_key():
    record = load_case(complete())
    assert len(record.alleged_perpetrators[0].links) == 14
    assert dump_case(record).keys() == CaseRecord.model_fields.keys()


@FEW
@given(records())
def test_a_record_reads_back_as_it_was_written(data: dict[str, Any]):
    record = CaseRecord.model_validate(data)
    plain = dump_case(record)
    assert CaseRecord.model_validate(plain) == record
    if check_consistency(record):
        return
    assert load_case(plain) == record
    assert load_case(json.dumps(plain).encode()) == record
    assert load_case(yaml.safe_dump(plain, allow_unicode=True).encode()) == record


@FEW
@given(records())
def test_loading_fails_exactly_when_the_record_contradicts_itself(data: dict[str, Any]):
    faults = check_consistency(CaseRecord.model_validate(data), date(2026, 11, 21))
    told: list[tuple[str, str]] = []
    try:
        load_case(data, as_of=date(2026, 11, 21))
    except RecordError as error:
        told = error.problems
    assert told == faults


@FEW
@given(records(), st.randoms())
def test_the_hash_depends_on_what_is_said_and_not_on_the_order_of_keys(
    data: dict[str, Any], shuffle: Any
):
    keys = list(data)
    shuffle.shuffle(keys)
    one = CaseRecord.model_validate(data)
    other = CaseRecord.model_validate({key: data[key] for key in keys})
    assert record_hash(one) == record_hash(other)
    renamed = one.model_copy(update={"reference": "another" + one.reference[:20]})
    assert record_hash(renamed) != record_hash(one)


@settings(max_examples=200)
@given(st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5) | st.integers(), GARBAGE))
def test_garbage_raises_nothing_but_input_errors(data: dict[Any, Any]):
    try:
        load_case(data, as_of=date(2026, 11, 21))
    except InputError as error:
        str(error).encode("utf-8")


@settings(max_examples=200)
@given(st.data())
def test_a_good_record_with_one_odd_value_raises_nothing_but_input_errors(draw: st.DataObject):
    good = complete()
    path = draw.draw(st.sampled_from(list(places(good))))
    try:
        load_case(changed(good, path, draw.draw(GARBAGE)), as_of=datetime(2026, 11, 21).date())
    except InputError as error:
        str(error).encode("utf-8")


@settings(max_examples=200)
@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8")))
def test_any_bytes_raise_nothing_but_input_errors(source: bytes):
    try:
        load_case(source)
    except InputError as error:
        str(error).encode("utf-8")


CRUMBS = "reference: |T/1|\n|  |- |a|: |[|]|{|}|,|'|&a |*a|!!str |>|\t|#|? |---|...|%|\\|<<|yes|é"
YAMLISH = st.lists(st.sampled_from([*CRUMBS.split("|"), "|", '"']), max_size=25).map("".join)


@settings(max_examples=400)
@given(YAMLISH)
def test_anything_like_yaml_raises_nothing_but_input_errors(source: str):
    where = "not needed"
    try:
        load_case(source.encode("utf-8"))
    except InputError as error:
        where = error.where
    assert where, "a fault in a text has a place"
