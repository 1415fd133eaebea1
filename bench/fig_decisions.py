"""Decisions a second, against ifs in Python and against zen-engine on the same rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import cases
import nested
import plainfacts
import zen_rules
from dhr_checker.checker.casework import Inputs, run
from dhr_checker.checker.decision import decide
from dhr_checker.checker.engine.select import Choice, available
from dhr_checker.checker.packs import RuleSet
from dhr_checker.checker.prepare import prepare
from dhr_checker.schemas.case import CaseRecord
from measuring import Sizes, Table, in_turns, times

Decider = Callable[[dict[str, Any]], str]


def measure(sizes: Sizes) -> list[Table]:
    """Two tables: the deciding alone, and whole decisions from a record that is loaded."""
    records = cases.records(sizes.cases)
    rules = plainfacts.all_rules()
    definition = plainfacts.definition_only(rules)
    given = plainfacts.inputs(records, rules)
    zen = _zen(definition)
    answers = agreed(given, rules, definition, zen)
    mix = ", ".join(f"{count} {answer}" for answer, count in sorted(answers.items()))
    found = [
        _deciding(given, rules, definition, zen, sizes),
        _whole(records, rules, definition, zen, sizes),
    ]
    found[0].notes.append(
        f"{len(records)} cases (seed {cases.SEED}): {mix}. All contestants gave the same answer"
        " on every case, or this would be an error and not a table."
    )
    return found


def engines() -> tuple[Choice, ...]:
    """The choices of engine that this machine has."""
    lacking = available()["durable-rules"].startswith("not available")
    return ("plain",) if lacking else ("plain", "durable", "both")


def _zen(definition: RuleSet) -> Decider | None:
    try:
        return zen_rules.decider(definition)
    except ImportError:
        return None


def agreement(count: int, seed: int) -> Counter[str]:
    """Decide generated cases in every way there is, and time nothing."""
    rules = plainfacts.all_rules()
    definition = plainfacts.definition_only(rules)
    given = plainfacts.inputs(cases.records(count, seed), rules)
    return agreed(given, rules, definition, _zen(definition))


def agreed(
    given: list[Inputs], rules: RuleSet, definition: RuleSet, zen: Decider | None
) -> Counter[str]:
    """How often each answer comes.  Raises AssertionError unless everybody gives it."""
    seen: Counter[str] = Counter()
    for number, one in enumerate(given, start=1):
        case, people = plainfacts.plain(one)
        answers = {"nested": nested.definition_met(case, people)}
        for choice in engines():
            answers[choice] = _answer(one, rules, choice)
            answers[f"{choice}, definition"] = _answer(one, definition, choice)
        if zen is not None:
            answers["zen"] = zen(zen_rules.context(case, people, definition))
        if len(set(answers.values())) != 1:
            raise AssertionError(f"BENCH-{number}: {answers}")
        seen[answers["nested"]] += 1
    return seen


def _answer(given: Inputs, rules: RuleSet, choice: Choice) -> str:
    return str(run(given, rules, choice).case.answer(rules.test.definition))


def _deciding(
    given: list[Inputs], rules: RuleSet, definition: RuleSet, zen: Decider | None, sizes: Sizes
) -> Table:
    as_values = [plainfacts.plain(one) for one in given]
    work: dict[str, Callable[[], object]] = {
        "ifs in Python": lambda: [nested.definition_met(c, p) for c, p in as_values]
    }
    if zen is not None:
        contexts = [zen_rules.context(c, p, definition) for c, p in as_values]
        work["zen-engine"] = lambda: [zen(one) for one in contexts]
    for choice in engines():
        work[f"{choice}, the definition"] = _all_answers(given, definition, choice)
        work[f"{choice}, every rule"] = _all_answers(given, rules, choice)
    table = Table(
        "Deciding alone: facts in, answer out", _columns(zen), notes=[
            f"The definition is {len(definition.definitions)} propositions; every rule is"
            f" {len(rules.definitions)} (also the lead CSP, duties, other reviews, remarks,"
            " the chair). Both engines keep the log that reasons are read from; the peers keep"
            " none."
        ]
    )  # fmt: skip
    _fill(table, in_turns(work, sizes.rounds), len(given))
    return table


def _all_answers(given: list[Inputs], rules: RuleSet, choice: Choice) -> Callable[[], object]:
    return lambda: [_answer(one, rules, choice) for one in given]


def _whole(
    records: list[CaseRecord],
    rules: RuleSet,
    definition: RuleSet,
    zen: Decider | None,
    sizes: Sizes,
) -> Table:
    def by_ifs() -> object:
        return [nested.definition_met(*plainfacts.plain(one)) for one in _given(records, rules)]

    def by_zen(decider: Decider) -> object:
        pairs = [plainfacts.plain(one) for one in _given(records, rules)]
        return [decider(zen_rules.context(case, people, definition)) for case, people in pairs]

    work: dict[str, Callable[[], object]] = {"ifs in Python": by_ifs}
    if zen is not None:
        work["zen-engine"] = lambda: by_zen(zen)
    for choice in engines():
        work[f"{choice}, outcome only"] = _outcomes(records, choice)
        work[f"{choice}, explained"] = _decisions(records, choice)
    table = Table(
        "Whole decisions: record in, result out", _columns(zen), notes=[
            "*Explained* is the whole `Decision`: elements with reasons and citations, the"
            " shortest list of questions and judgements, what would change the outcome, other"
            " reviews, lead CSP, duties. *Outcome only* stops when every proposition is"
            " answered. The peers get their facts from the same functions, and answer only"
            " whether the definition is met."
        ]
    )  # fmt: skip
    _fill(table, in_turns(work, sizes.rounds), len(records))
    return table


def _given(records: list[CaseRecord], rules: RuleSet) -> list[Inputs]:
    return plainfacts.inputs(records, rules)


def _outcomes(records: list[CaseRecord], choice: Choice) -> Callable[[], object]:
    return lambda: [prepare(r, cases.AS_OF, choice, keys=cases.KEYS).done.case for r in records]


def _decisions(records: list[CaseRecord], choice: Choice) -> Callable[[], object]:
    return lambda: [decide(r, as_of=cases.AS_OF, engine=choice, **cases.KEYS) for r in records]


def _columns(zen: Decider | None) -> tuple[str, ...]:
    against = ("time, in ifs", "time, in zen-engine") if zen else ("time, in ifs",)
    return ("", "a second", *against)


def _fill(table: Table, taken: dict[str, float], count: int) -> None:
    for name, seconds in taken.items():
        peers = [taken[peer] for peer in ("ifs in Python", "zen-engine") if peer in taken]
        table.add(name, f"{count / seconds:,.0f}", *(times(seconds / peer) for peer in peers))
