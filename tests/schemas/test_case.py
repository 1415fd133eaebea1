"""The case record: what it takes, what it refuses, and what it does not change."""

from __future__ import annotations

import inspect
from typing import Any

import pytest
from dhr_checker.schemas import (
    agencies,
    case,
    deceased,
    links,
    perpetrator,
    review,
    terms_death,
    terms_people,
    terms_process,
    vocabulary,
)
from dhr_checker.schemas.case import CaseRecord
from dhr_checker.schemas.common import Answer
from dhr_checker.schemas.dates import PartialDate
from dhr_checker.schemas.scalars import RecordPart
from dhr_checker.schemas.terms import Term
from pydantic import ValidationError

MODULES = (agencies, case, deceased, links, perpetrator, review)


def record(**said: Any) -> CaseRecord:
    return CaseRecord.model_validate({"reference": "T/1", **said})


def parts() -> list[type[RecordPart]]:
    found = {
        one
        for module in MODULES
        for _, one in inspect.getmembers(module, inspect.isclass)
        if issubclass(one, RecordPart) and one is not RecordPart
    }
    return sorted(found, key=lambda one: one.__name__)


def test_only_the_reference_is_required():
    assert CaseRecord.model_validate({"reference": "T/1"}).dates.death is None
    with pytest.raises(ValidationError):
        CaseRecord.model_validate({})


@pytest.mark.parametrize("part", parts(), ids=lambda part: part.__name__)
def test_every_field_says_what_it_means(part: type[RecordPart]):
    for name, field in part.model_fields.items():
        assert field.description or name == "kind", f"{part.__name__}.{name}"


@pytest.mark.parametrize("part", parts(), ids=lambda part: part.__name__)
def test_every_part_is_frozen_and_refuses_unknown_keys(part: type[RecordPart]):
    assert part.model_config.get("frozen") is True
    assert part.model_config.get("extra") == "forbid"


def test_every_vocabulary_is_exported_and_written_in_kebab_case():
    for module in (terms_death, terms_people, terms_process):
        for name, one in inspect.getmembers(module, inspect.isclass):
            if issubclass(one, Term) and one is not Term:
                assert name in vocabulary.__all__
                assert all(w.value == w.value.lower().replace("_", "-") for w in one)
                assert str(next(iter(one))) == next(iter(one)).value


@pytest.mark.parametrize(
    ("said", "meant"),
    [("yes", True), ("No", False), ("TRUE", True), ("false", False), (True, True), (False, False)],
)
def test_yes_and_no_may_be_written_in_any_case(said: object, meant: bool):
    assert record(working_together_concern=said).working_together_concern is meant


@pytest.mark.parametrize("said", [1, 0, "1", "y", "maybe", "", [], 1.0])
def test_nothing_else_is_yes_or_no(said: object):
    with pytest.raises(ValidationError):
        record(working_together_concern=said)


@pytest.mark.parametrize("said", ["16", 16.0, True, -1, 121, "sixteen"])
def test_an_age_is_a_whole_number_and_nothing_like_one(said: object):
    with pytest.raises(ValidationError):
        record(deceased={"age_at_death": said})


@pytest.mark.parametrize(
    "said", ["", " T1", "Jane\nDoe", "T1\n", "x" * 41, "-1", "Ünal", "a@b", 5, None]
)
def test_a_reference_has_a_narrow_alphabet(said: object):
    with pytest.raises(ValidationError):
        CaseRecord.model_validate({"reference": said})


def test_a_key_with_nothing_after_it_counts_as_left_out():
    assert record(children=None, dates=None, deceased={"names": None, "born": None}) == record()


def test_an_unknown_key_is_refused_even_with_nothing_after_it():
    with pytest.raises(ValidationError):
        record(childern=None)


def test_from_is_a_key_though_python_keeps_the_word():
    home = record(deceased={"residences": [{"from": "2020", "to": 2021}]}).deceased.residences[0]
    assert (home.from_, home.to) == (PartialDate(2020), PartialDate(2021))


def test_people_without_a_label_get_the_next_free_one():
    said = record(
        alleged_perpetrators=[{}, {"ref": "P1"}, {"ref": None}],
        children=[{"ref": "P4"}, {}],
    )
    assert [one.ref for one in said.alleged_perpetrators] == ["P2", "P1", "P3"]
    assert [one.ref for one in said.children] == ["P4", "C2"]


def test_labelling_leaves_the_callers_data_alone():
    said: dict[str, Any] = {"reference": "T/1", "alleged_perpetrators": [{}]}
    CaseRecord.model_validate(said)
    assert said == {"reference": "T/1", "alleged_perpetrators": [{}]}


def test_a_judgement_answers_yes_or_no_and_never_open():
    said = [{"on": "person.same-household", "answer": word} for word in ("Yes", False)]
    assert [one.answer for one in record(judgements=said).judgements] == [Answer.YES, Answer.NO]
    with pytest.raises(ValidationError):
        record(judgements=[{"on": "person.same-household", "answer": "open"}])


def test_numbers_that_stand_for_text_are_taken_where_no_digit_can_be_lost():
    said = record(
        review={"guidance_cited": [13, "3.10"], "edition_claimed": 2016},
        selection={"edition": 2016},
    )
    assert said.review is not None
    assert said.selection is not None
    assert said.review.guidance_cited == ("13", "3.10")
    assert said.review.edition_claimed is vocabulary.Edition.E2016
    assert said.selection.edition == "2016"
    with pytest.raises(ValidationError):
        record(review={"guidance_cited": [3.10]})  # YAML has already made this 3.1


def test_the_part_in_the_death_is_not_stated_unless_stated():
    said = record(alleged_perpetrators=[{}]).alleged_perpetrators[0]
    assert said.part is vocabulary.Part.NOT_STATED


def test_a_record_can_be_hashed_and_not_changed():
    said = record(alleged_perpetrators=[{"links": [{"kind": "spouse"}]}])
    assert len({said, record(alleged_perpetrators=[{"links": [{"kind": "spouse"}]}])}) == 1
    with pytest.raises(ValidationError):
        said.reference = "T/2"  # pyright: ignore[reportAttributeAccessIssue]
