"""The durable-rules engine, held so that it cannot go wrong in the ways it is known to.

durable-rules 2.0.28 is a Rete engine in C that has had no release since 2020.  Used as its
manual shows, it crashes, hangs or errs on input that anyone might write.  Here it is asked
for one thing only: conjunctions of small integers, with chaining.  Each peculiarity answers
a failure that was reproduced:

* Only the C core is imported.  The Python layer around it (``durable.engine``) starts two
  chains of timer threads that never end, swallows exceptions raised in actions, and drops
  rules when the clock jumps.
* A literal crosses as two integers made up here.  The core takes 1 for "1", rejects or
  mangles some floats, obeys the locale, and overruns its stack on long strings; no integer
  below a few hundred can reach any of that.
* There are two levels of at most GROUP values, because a level of 513 hangs its compiler and
  a fact that meets 65 conditions at once is refused.
* Identifiers are fixed and checked for collisions when a program is loaded, because the core
  tells them apart by a 32-bit hash alone.
* A rule called ``boot`` fires first in each session: deleting a session in which nothing has
  fired frees a pointer that was never set.
* The session always has the same name and is always deleted: a live one costs megabytes and
  the 1,025th cannot be made.
* No negation, no ``any``, no joins, no comparison: ``none`` depends on the order of the
  facts, ``any`` fires twice, joins read out of bounds.
* The limits are checked when a program is loaded, because the core finds out later, by an
  error code in the middle of a case or by a crash.
* After any exception whatever, KeyboardInterrupt included, the ruleset is given up and built
  anew for the next case.  That leaks one session, and never frees one in an unknown state.
"""

from __future__ import annotations

import functools
import json
import threading
from collections import Counter
from collections.abc import Iterable

from ..errors import EngineError
from .base import Clause, Inference, Program
from .durable_core import BOOT, GROUP, VERSION, Ruleset, collision, load_core, pattern
from .wellformed import check_given, check_program

MAX_LITERALS = 400 * GROUP
MAX_CLAUSES = 4_000  # the core's table of actions has 4,096 places
MAX_READERS = 250  # clauses that read one literal; 256 overrun the core's list
MAX_CONDITIONS = 10_000  # over all clauses: each takes 8 kB while a case is decided


class DurableBackend:
    """A program on durable-rules.  Safe from several threads: one inference at a time."""

    name = "durable-rules"
    version = VERSION

    def __init__(self, program: Program) -> None:
        """Compile ``program``.

        Raises EngineError if it is malformed or beyond the limits, or if there is no core.
        """
        check_program(program)
        if reason := beyond_limits(program):
            raise EngineError(
                f"durable-rules cannot take this rule base: {reason}.", code="engine.limits"
            )
        self._program = program
        self._read = frozenset(literal for clause in program.clauses for literal in clause.body)
        self._rules = _compile(program)
        self._core = load_core()
        self._lock = threading.Lock()
        self._ruleset: Ruleset | None = Ruleset(self._core, self._rules)

    def infer(self, given: Iterable[int]) -> Inference:
        """Close ``given`` under the clauses.

        Raises EngineError when the core reports a failure or breaks one of its promises.
        """
        holds = set(check_given(self._program, given))
        with self._lock:
            # Taken out, and put back only when all went well: whatever interrupts this, and
            # wherever, no later inference can meet a session in an unknown state.
            ruleset, self._ruleset = self._ruleset, None
            if ruleset is None:
                ruleset = Ruleset(self._core, self._rules)
            try:
                fired = self._run(ruleset, holds)
            except BaseException:
                ruleset.close()
                raise
            self._ruleset = ruleset
        return Inference(frozenset(holds), tuple(sorted(fired)))

    def _run(self, ruleset: Ruleset, holds: set[int]) -> set[int]:
        """Run one session to its end; add what follows to ``holds``, return what fired."""
        ruleset.begin()
        for literal in sorted(holds & self._read):  # the core refuses a fact that no rule reads
            ruleset.tell(literal)
        fired: set[int] = set()
        while (clause := ruleset.next_fired()) is not None:
            if clause in fired:
                raise EngineError(f"durable-rules fired clause {clause} twice.")
            fired.add(clause)
            head = self._program.clauses[clause].head
            if head not in holds:
                holds.add(head)
                if head in self._read:
                    ruleset.tell(head)
        ruleset.end()
        return fired


def beyond_limits(program: Program) -> str:
    """Say which limit of the core a program exceeds; empty when it exceeds none."""
    readers = Counter(literal for clause in program.clauses for literal in clause.body)
    measured = (
        ("literals", program.literals, MAX_LITERALS),
        ("clauses", len(program.clauses), MAX_CLAUSES),
        ("conditions in all", sum(readers.values()), MAX_CONDITIONS),
        ("clauses reading one literal", max(readers.values(), default=0), MAX_READERS),
    )
    for what, number, limit in measured:
        if number > limit:
            return f"it has {number:,} {what}, more than {limit:,}"
    return "two identifiers have the same hash" if collision(program.literals) else ""


@functools.cache
def why_not() -> str:
    """Say why durable-rules cannot be used here; empty when it can.  Tried once a process."""
    try:
        backend = DurableBackend(_KNOWN)
        answers = [backend.infer(given) for given, _ in _ANSWERS]
    except EngineError as error:
        return error.what.rstrip(".")
    if answers != [answer for _, answer in _ANSWERS]:
        return "it gave a wrong answer to a known question"
    return ""


def _compile(program: Program) -> str:
    """Write the clauses as the core's JSON: ``boot`` first, all others after it by number."""
    rules: dict[str, object] = {BOOT: {"all": [{"m": {BOOT: 1}}], "pri": 0}}
    for number, clause in enumerate(program.clauses):
        patterns = [{f"m{place}": pattern(read)} for place, read in enumerate(clause.body)]
        rules[f"r{number}"] = {"all": patterns, "pri": 1}
    return json.dumps(rules)


# Chaining, two ways to one head, a body that is only half met, a literal that is not read,
# literals in three groups; asked twice, so that a second session is made on the same ruleset.
_FAR = 2 * GROUP
_KNOWN = Program(
    (
        Clause(2, (0, 1)),
        Clause(GROUP, (2,)),
        Clause(GROUP, (1,)),
        Clause(_FAR, (GROUP, 2)),
        Clause(5, (_FAR, 4)),
    ),
    _FAR + 1,
)
_ANSWERS = (
    (frozenset({0, 1, 3}), Inference(frozenset({0, 1, 2, 3, GROUP, _FAR}), (0, 1, 2, 3))),
    (frozenset({1, 4}), Inference(frozenset({1, 4, GROUP}), (2,))),
    (frozenset[int](), Inference(frozenset(), ())),
)
