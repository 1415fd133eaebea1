"""Writing an answer and reading the facts gives that answer."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from dhr_checker.checker.errors import DhrError, InputError, RecordError
from dhr_checker.checker.facts import DERIVED
from dhr_checker.checker.interview_answers import IDENTIFIED
from dhr_checker.checker.interview_asks import NOT_ANSWERS
from dhr_checker.checker.interview_points import _within_reach  # pyright: ignore[reportPrivateUsage]
from dhr_checker.checker.packs import RuleSet, lay, load_packs
from dhr_checker.checker.prepare import prepare
from dhr_checker.checker.record_fields import FORMER_HOUSEHOLD, WRITERS
from dhr_checker.checker.record_writing import (
    as_data,
    as_yaml,
    write_fact,
    write_judgement,
    write_not_known,
)
from dhr_checker.checker.records import load_case
from dhr_checker.checker.whatif import tests_by_fact as fact_tests
from dhr_checker.schemas.common import Answer
from dhr_checker.schemas.dates import PartialDate
from dhr_checker.schemas.rule import FactSpec, Scope
from hypothesis import given, settings

sys.path.insert(0, str(Path(__file__).parents[1] / "records"))
from strategies import records

BASE = load_packs()
SPECS = BASE.facts
WRITABLE = [
    spec
    for spec in SPECS.values()
    if (spec.path is not None or spec.id in WRITERS)
    and spec.scope is not Scope.APPOINTEE
    and not (spec.type in ("choice", "choices") and not spec.values)
]

# What the record has to say before a question about it can come up at all.
_LINK = {
    "person.relations": {"kind": "relative"},
    "person.relative_bases": {"kind": "relative"},
    "person.household_bases": {"kind": "household"},
    "person.nights_per_week": {"kind": "household", "basis": "lodger"},
    "person.household_months": {"kind": "household", "basis": "lodger"},
    "person.shares_living": {"kind": "household", "basis": "lodger"},
    "person.occasions": {"kind": "dating"},
    "person.ever_in_relationship": {"kind": "stalker"},
    "person.lived_apart": {"kind": "co-parent"},
}
_BEFORE: dict[str, dict[str, Any]] = {
    "residence.csp": {"deceased": {"residences": [{"settled": "settled"}]}},
    "residence.last_csp": {"deceased": {"last_known_areas": [{"lived": True}]}},
}
# Answers that say that there is more to write down than the answer: said in so many words.
_NOT_BY_AN_ANSWER = {
    ("case.agency_contact", "some"),
    ("case.children_stated", False),
    ("residence.kind", "several"),
    ("residence.last_known", "several"),
}


def _record(spec: FactSpec) -> dict[str, Any]:
    person: dict[str, Any] = {"ref": "P1"}
    if spec.id in _LINK:
        person["links"] = [_LINK[spec.id]]
    return {
        "reference": "T",
        "alleged_perpetrators": [person, {"ref": "P2"}],
        "children": [{"ref": "C1"}],
        **_BEFORE.get(spec.id, {}),
    }


def _values(spec: FactSpec) -> list[Any]:
    if spec.type == "yes-no":
        return [True, False]
    if spec.type == "number":
        return [1, 3]
    if spec.type == "date":
        return ["2024-03-07", "2024-03"]
    if spec.type == "text":
        return ["Ashcombe Community Safety Partnership"]
    words = [one for one in spec.values if one not in NOT_ANSWERS]
    return [(one,) for one in words] if spec.type == "choices" else words


def _ref(spec: FactSpec) -> str:
    return {Scope.PERSON: "P1", Scope.CHILD: "C1"}.get(spec.scope, "")


@pytest.mark.parametrize("spec", WRITABLE, ids=lambda spec: spec.id)
def test_what_is_written_is_read(spec: FactSpec):
    written = 0
    for value in _values(spec):
        plain = value[0] if isinstance(value, tuple) else value
        record = _record(spec)
        if spec.id == "case.children_stated":
            del record["children"]
        if (spec.id, plain) in _NOT_BY_AN_ANSWER:
            with pytest.raises(InputError):
                write_fact(load_case(record), SPECS, spec.id, _ref(spec), value)
            continue
        made = write_fact(load_case(record), SPECS, spec.id, _ref(spec), value)
        facts = prepare(made, None, "plain").done.inputs.find(_ref(spec)).facts
        got = facts[spec.id].value
        wanted = {
            "choices": lambda v: frozenset(v),
            "date": PartialDate.parse,
        }.get(spec.type, lambda v: v)(value)
        assert got == wanted
        assert not facts[spec.id].asked
        assert load_case(as_yaml(made).encode()) == made
        written += 1
    assert written


def test_several_links_at_once():
    record = load_case({"reference": "T", "alleged_perpetrators": [{}]})
    kinds = ("ex-partner", "co-parent", "household", "friend")
    made = write_fact(record, SPECS, "person.links", "P1", kinds)
    assert {link.kind for link in made.alleged_perpetrators[0].links} == set(kinds)


def test_no_link_at_all_is_said():
    record = load_case({"reference": "T", "alleged_perpetrators": [{}]})
    made = write_fact(record, SPECS, "person.links", "P1", ())
    assert made.alleged_perpetrators[0].no_connection is True
    again = write_fact(made, SPECS, "person.links", "P1", ("friend",))
    assert again.alleged_perpetrators[0].no_connection is None


def test_a_household_of_the_past_invents_no_date():
    record = load_case({"reference": "T", "alleged_perpetrators": [{}]})
    made = write_fact(record, SPECS, "person.links", "P1", (FORMER_HOUSEHOLD,))
    link: Any = made.alleged_perpetrators[0].links[0]
    assert (link.nights_per_week, link.until) == (0, None)


def _rulesets() -> list[RuleSet]:
    tests = [pack.id for pack in BASE.packs.values() if pack.head.kind == "statute"]
    editions = [pack.id for pack in BASE.packs.values() if pack.head.kind == "guidance"]
    local: list[str | None] = [p.id for p in BASE.packs.values() if p.head.kind == "local"]
    return [
        lay(BASE, [one for one in (test, edition, overlay) if one])
        for test in tests
        for edition in editions
        for overlay in [None, *local]
    ]


@pytest.mark.parametrize("ruleset", _rulesets(), ids=lambda r: "+".join(p.id for p in r.packs))
def test_whatever_the_definition_can_ask_for_can_be_written(ruleset: RuleSet):
    """Under every test, edition and overlay: a fact without a way into the record is a trap."""
    reach = _within_reach(ruleset, frozenset([ruleset.test.definition]))
    within = [one for one in ruleset.definitions if one.name in reach]
    assert within
    asked = {
        fact
        for fact, tests in fact_tests(ruleset).items()
        if any(test in _tests_of(one) for test in tests for one in within)
    }
    lost = {
        fact
        for fact in asked
        if SPECS[fact].path is None
        and fact not in WRITERS
        and fact != IDENTIFIED
        and SPECS[fact].assumed is None
        and fact in DERIVED
        and not _always_known(fact)
    }
    assert not lost, f"add a writer to checker/record_fields.py for {sorted(lost)}"


def _tests_of(definition: Any) -> list[Any]:
    from dhr_checker.checker.whatif import _tests  # pyright: ignore[reportPrivateUsage]

    return [*_tests(definition.yes), *_tests(definition.no)]


def _always_known(fact: str) -> bool:
    """Worked out for any record at all, an empty one included: it is never asked for."""
    ready = prepare({"reference": "T", "alleged_perpetrators": [{}]}, None, "plain")
    scope = SPECS[fact].scope
    entity = ready.done.inputs.find("P1" if scope is Scope.PERSON else "")
    return entity.facts[fact].known


@settings(max_examples=100)
@given(records())
def test_a_record_written_as_yaml_is_read_back_whole(data: dict[str, Any]):
    try:
        record = load_case(data)
    except DhrError:
        return
    again = load_case(as_yaml(record, ["a comment"]).encode())
    assert again == record
    assert as_data(again) == as_data(record)


def test_an_empty_list_that_was_written_stays():
    """That there are no children is said by an empty list; leaving it out says nothing."""
    record = load_case({"reference": "T", "children": [], "agencies": []})
    again = load_case(as_yaml(record).encode())
    assert {"children", "agencies"} <= again.model_fields_set


def test_words_that_yaml_would_change_stay_text():
    """The reader takes `no` for text; PyYAML's own would not, and other programs use that."""
    record = load_case({"reference": "007", "csps": [{"name": "on"}, {"name": "1e3"}]})
    again = load_case(as_yaml(record).encode())
    assert [one.name for one in again.csps] == ["on", "1e3"]
    assert again.reference == "007"


def test_an_answer_ends_its_not_being_known():
    record = write_not_known(load_case({"reference": "T"}), "deceased.manner")
    assert record.not_known == ("deceased.manner",)
    assert write_not_known(record, "deceased.manner").not_known == ("deceased.manner",)
    made = write_fact(record, SPECS, "deceased.manner", "", "violence")
    assert made.not_known == ()


def test_a_judgement_takes_the_place_of_an_earlier_one():
    record = load_case({"reference": "T", "alleged_perpetrators": [{}, {}]})
    one = write_judgement(record, "person.intimate", "P1", Answer.YES, by="CSP chair")
    two = write_judgement(one, "person.intimate", "P2", Answer.NO)
    three = write_judgement(two, "person.intimate", "P1", Answer.NO, date="2024-03", reason="Why")
    assert [(j.about, str(j.answer)) for j in three.judgements] == [("P2", "no"), ("P1", "no")]
    assert three.judgements[1].reason == "Why"


def test_a_point_that_another_field_decides_is_refused_and_named():
    record = load_case(
        {
            "reference": "T",
            "alleged_perpetrators": [{"links": [{"kind": "partner", "cohabiting": "yes"}]}],
        }
    )
    with pytest.raises(InputError, match="already decides"):
        write_fact(record, SPECS, "person.household_bases", "P1", ("lodger",))


def test_a_contradiction_is_refused_without_a_word_of_the_record():
    record = load_case({"reference": "T", "deceased": {"born": "1990", "names": ["Canary"]}})
    with pytest.raises(RecordError) as error:
        write_fact(record, SPECS, "death.date", "", "1980-05-05")
    assert "1980" not in str(error.value)
    assert "Canary" not in str(error.value)


def test_a_fact_without_a_field_is_refused():
    record = load_case({"reference": "T"})
    with pytest.raises(InputError, match="no one field"):
        write_fact(record, SPECS, "residence.areas_with_contact", "", 2)
