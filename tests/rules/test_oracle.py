"""Random records: both engines, and the plain reading of the rules, have to agree on everything.

The engines work on compiled clauses; ``Plain`` reads the conditions as they stand.  They
share the tests of single facts and nothing else, so a fault of the compiler or of an engine
shows here as a difference.
"""

from __future__ import annotations

from typing import Any

from dhr_checker.checker.casework import ENTITY_SCOPES, Inputs, Plain, Run, inputs_of, run
from dhr_checker.checker.definitions import Definition
from dhr_checker.checker.errors import RuleConflict
from dhr_checker.checker.logic import NO, OPEN, YES, Fact
from dhr_checker.checker.packs import RuleSet, lay, load_packs
from dhr_checker.checker.records import load_case
from dhr_checker.checker.whatif import possible_values, with_fact
from dhr_checker.schemas.rule import Requirement, Scope
from hypothesis import assume, given, settings
from hypothesis import strategies as st

BASE = load_packs()
RULES: RuleSet = lay(
    BASE,
    ["dvcva-2004-s9", "home-office-2016", "care-act-2014-s44", "children", "other-reviews"],
)

YES_NO = st.sampled_from([None, True, False])
DAY = st.sampled_from(
    ["2011-04-12", "2011-04-13", "2011", "2015-03-31", "2018-06-29", "2023-04-01", "2024-03-07"]
)


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), strategy)


def part(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A part of a record, with what came out as None left out."""
    return st.fixed_dictionaries(fields).map(
        lambda found: {key: value for key, value in found.items() if value is not None}
    )


def word(model: str, field: str) -> st.SearchStrategy[str]:
    """A word of a fact's vocabulary."""
    return st.sampled_from(sorted(BASE.facts[f"{model}.{field}"].values))


KINDS = ["spouse", "partner", "ex-spouse", "friend", "neighbour", "stranger", "not-known", "rival"]
LINK = st.one_of(
    st.sampled_from(KINDS).map(lambda kind: {"kind": kind}),
    part(kind=st.just("relative"), relation=maybe(st.sampled_from(["child", "child-in-law"])),
         basis=maybe(st.sampled_from(["blood", "step", "marriage", "foster", "former-foster"])),
         via_former_spouse=YES_NO),
    part(kind=st.just("household"), shares_living=YES_NO, institution=YES_NO,
         basis=maybe(st.sampled_from(["resident", "lodger", "care-home-resident", "prison-cell"])),
         nights_per_week=maybe(st.sampled_from([0, 3.5, 7]))),
    part(kind=st.just("stalker"), ever_in_relationship=YES_NO),
    part(kind=st.just("carer"), live_in=YES_NO),
)  # fmt: skip
PERSON = part(
    links=st.lists(LINK, max_size=3),
    part=maybe(word("person", "part")),
    connection_disputed=YES_NO,
    no_connection=YES_NO,
    link_to_death=maybe(word("person", "link_to_death")),
    abuse=st.lists(part(kind=maybe(st.sampled_from(["physical", "controlling-or-coercive"])),
                        strength=maybe(st.sampled_from(["slight", "strong"])),
                        by_the_deceased=YES_NO), max_size=2),
    proceedings=maybe(part(charged=YES_NO, outcome=maybe(
        st.sampled_from(["pending", "acquitted", "not-charged", "convicted-murder"])))),
    mental_health_services=YES_NO,
    mappa_level=maybe(st.sampled_from([0, 1, 2])),
    police_officer=YES_NO,
)  # fmt: skip
CHILD = part(age=maybe(st.sampled_from([8, 17, 18])), looked_after=YES_NO,
             outcome=maybe(st.sampled_from(["killed", "unharmed", "seriously-harmed"])),
             abuse_or_neglect_suspected=YES_NO)  # fmt: skip
PLACE = part(nation=maybe(st.sampled_from(["england", "wales", "scotland", "abroad"])),
             settled=maybe(st.sampled_from(["settled", "refuge", "no-fixed-address"])))  # fmt: skip
RECORD = part(
    reference=st.just("RANDOM-1"),
    dates=part(death=maybe(DAY)),
    deceased=part(
        age_at_death=maybe(st.sampled_from([15, 16, 17, 18, 40])),
        manner=maybe(word("deceased", "manner")),
        care_and_support_needs=YES_NO,
        looked_after=YES_NO,
        residences=st.lists(PLACE, max_size=2),
        death_place=maybe(part(nation=maybe(st.sampled_from(["england", "abroad"])),
                               setting=maybe(st.sampled_from(["home", "prison", "hospital"])))),
    ),
    perpetrators_known=maybe(st.sampled_from(["all", "some", "none"])),
    motive_suspected=maybe(st.sampled_from(["domestic", "other"])),
    alleged_perpetrators=st.lists(PERSON, max_size=3),
    children=maybe(st.lists(CHILD, max_size=2)),
    abuse_or_neglect_suspected=YES_NO,
    working_together_concern=YES_NO,
)  # fmt: skip


def points() -> list[Definition]:
    """Everything that can be judged, about the case or about a person."""
    scopes = (Scope.CASE, Scope.PERSON)
    return [d for d in RULES.definitions if d.judgement is not None and d.scope in scopes]


def inputs(record: dict[str, Any]) -> Inputs:
    return inputs_of(load_case(record), RULES)


def derived(made: Inputs, engine: Any) -> Run:
    """The answers of an engine; a random judgement that the facts refute is no example."""
    try:
        return run(made, RULES, engine)
    except RuleConflict:
        assume(False)
        raise


def answers(done: Run) -> dict[tuple[str, str], Any]:
    return {
        (one.about, name): one.answer(name)
        for one in done.all()
        for name in one.compiled.definitions
    }


def by_plain_reading(made: Inputs) -> dict[tuple[str, str], Any]:
    plain = Plain(made, RULES)
    return {
        (entity.ref, definition.name): plain.answer(definition.name, entity)
        for entity in made.all()
        for definition in RULES.definitions
        if definition.scope is entity.scope and not isinstance(definition.entry, Requirement)
    }


@settings(max_examples=150)
@given(record=RECORD, data=st.data())
def test_the_plain_engine_and_the_plain_reading_agree(
    record: dict[str, Any], data: st.DataObject
) -> None:
    made = judged(inputs(record), data)
    assert answers(derived(made, "plain")) == by_plain_reading(made)


@settings(max_examples=25)
@given(record=RECORD, data=st.data())
def test_all_engines_that_there_are_agree(record: dict[str, Any], data: st.DataObject) -> None:
    made = judged(inputs(record), data)
    assert answers(derived(made, "auto")) == by_plain_reading(made)


def judged(made: Inputs, data: st.DataObject) -> Inputs:
    """The same inputs, with a judgement or two recorded at random."""
    for _ in range(data.draw(st.integers(0, 2), "judgements")):
        point = data.draw(st.sampled_from(points()), "point")
        about = [one for one in made.all() if one.scope is point.scope]
        if about:
            ref = data.draw(st.sampled_from([one.ref for one in about]), "about")
            answer = data.draw(st.sampled_from([YES, NO]), "answer")
            made = made.changed(ref, judged={point.name: answer})
    return made


@settings(max_examples=100)
@given(record=RECORD, data=st.data())
def test_learning_a_fact_never_turns_a_settled_answer_round(
    record: dict[str, Any], data: st.DataObject
) -> None:
    """What is settled while something is open stays settled, whatever that turns out to be."""
    made = inputs(record)
    gaps = [
        (entity, name)
        for entity in made.all()
        if entity.scope in (Scope.CASE, *ENTITY_SCOPES)
        for name, fact in entity.facts.items()
        if not fact.known and possible_values(RULES, name)
    ]
    assume(gaps)
    entity, name = data.draw(st.sampled_from(gaps), "gap")
    value = data.draw(st.sampled_from(possible_values(RULES, name)), "value").value
    # Facts that hang on this one have to stay as they are: only one thing is learnt.
    after = by_plain_reading(made.changed(entity.ref, facts={name: Fact(value)}))
    for key, before in by_plain_reading(made).items():
        if before is not OPEN and not asks_what_was_written(key[1]):
            assert after[key] is before, key


def asks_what_was_written(name: str) -> bool:
    """Whether a proposition asks what was written down, and not what was so."""
    found: dict[str, bool] = {}

    def asks(proposition: str) -> bool:
        if proposition not in found:
            found[proposition] = False
            definition = next((d for d in RULES.definitions if d.name == proposition), None)
            text = repr((definition.yes, definition.no)) if definition else ""
            own = "op='recorded" in text
            found[proposition] = own or any(
                asks(other.name)
                for other in RULES.definitions
                if f"Ref(proposition='{other.name}')" in text
            )
        return found[proposition]

    return asks(name)


@settings(max_examples=60)
@given(record=RECORD)
def test_an_open_decision_asks_and_a_settled_one_does_not(record: dict[str, Any]) -> None:
    from dhr_checker.checker.decision import decide

    made = decide(record, engine="plain")
    asked = bool(made.questions or made.judgements)
    assert asked == (str(made.outcome) == "open")
    assert all(str(one.outcome) != str(made.outcome) for one in made.what_if)


@settings(max_examples=60)
@given(record=RECORD)
def test_answers_said_to_settle_do_settle(record: dict[str, Any]) -> None:
    """Every recorded judgement that a decision asks for does what the decision promises."""
    from dhr_checker.checker.decision import decide

    made = decide(record, engine="plain", edition="2016", nation="england")
    assume(made.judgements)
    done = inputs(record)
    for point in made.judgements:
        for answer, promised in ((YES, point.if_yes), (NO, point.if_no)):
            changed = done.changed(point.about, judged={point.proposition: answer})
            then = Plain(changed, RULES).answer("definition.met")
            assert {"met": YES, "not met": NO, "open": OPEN}[promised] is then


def test_what_hangs_on_a_changed_fact_is_unknown_again() -> None:
    made = inputs(
        {
            "reference": "A-1",
            "alleged_perpetrators": [
                {"links": [{"kind": "household", "basis": "lodger", "nights_per_week": 5}]}
            ],
        }
    )
    changed = with_fact(made, RULES, "P1", "person.links", frozenset({"relative"}))
    assert made.find("P1").facts["person.nights_per_week"].known
    assert not changed.find("P1").facts["person.nights_per_week"].known
    assert not changed.find("P1").facts["person.relations"].known
