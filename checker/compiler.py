"""From definitions to clauses: three-valued logic without negation.

Each node of each condition gets two literals, "is yes" and "is no", and each connective
becomes clauses for both: a conjunction is yes when all its parts are yes, and no as soon
as one part is no.  Open is "neither was derived".  So a positive forward chainer reaches
exactly the Kleene answer, in any order of facts, and a *no* has a proof as good as a yes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .conditions import All, Always, AnyOf, Condition, Not, Ref
from .definitions import Definition
from .engine.base import MAX_BODY, Clause, Program

MAX_USES = 200
"""How often one literal may stand in bodies before it is given a stand-in: durable-rules
crashes when 256 rules share one condition."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a literal stands for: a leaf or a proposition, and which way.  None: a helper node."""

    what: Condition | None
    yes: bool


@dataclass(frozen=True)
class Compiled:
    """Clauses, and what the integers in them mean."""

    definitions: dict[str, Definition]
    program: Program
    leaves: tuple[Condition, ...]
    literal: dict[Condition, int] = field(repr=False)
    """Leaf or ``Ref`` of a proposition -> its "is yes" literal; "is no" is the next one."""
    origins: tuple[Origin, ...] = field(repr=False)
    always: int

    def yes(self, name: str) -> int:
        """The "is yes" literal of a proposition."""
        return self.literal[Ref(name)]


class _Builder:
    def __init__(self, definitions: dict[str, Definition]) -> None:
        self.definitions = definitions
        self.literal: dict[Condition, int] = {}
        self.origins: list[Origin] = []
        self.clauses: dict[Clause, None] = {}
        self.nodes: dict[Condition, int] = {}
        self.uses: dict[int, int] = {}
        self.stand_in: dict[int, int] = {}
        self.always = self._new(None)

    def _new(self, what: Condition | None) -> int:
        number = len(self.origins)
        self.origins += [Origin(what, True), Origin(what, False)]
        return number

    def leaf(self, what: Condition) -> int:
        if what not in self.literal:
            self.literal[what] = self._new(what)
        return self.literal[what]

    def _used(self, literal: int) -> int:
        """The literal to put in a body: itself, or a stand-in once it is used very often."""
        real = self.stand_in.get(literal, literal)
        self.uses[real] = self.uses.get(real, 0) + 1
        if self.uses[real] >= MAX_USES:
            fresh = self._new(None)
            self.clauses[Clause(fresh, (real,))] = None
            self.stand_in[literal] = fresh
        return real

    def clause(self, head: int, body: Iterable[int]) -> None:
        literals = list(dict.fromkeys(body))
        while len(literals) > MAX_BODY:
            part, literals = literals[:MAX_BODY], literals[MAX_BODY:]
            helper = self._new(None)
            self.clauses[Clause(helper, tuple(self._used(x) for x in part))] = None
            literals.insert(0, helper)
        self.clauses[Clause(head, tuple(self._used(x) for x in literals))] = None

    def node(self, condition: Condition) -> int:
        """The "is yes" literal of any condition; its clauses are made on the first visit."""
        if isinstance(condition, Not):
            return self.node(condition.part) ^ 1
        if isinstance(condition, Always):
            return self.always if condition.yes else self.always ^ 1
        if not isinstance(condition, All | AnyOf):
            return self.leaf(condition)
        if condition in self.nodes:
            return self.nodes[condition]
        head = self.nodes[condition] = self._new(None)
        parts = [self.node(part) for part in condition.parts]
        both, single = (head, head ^ 1) if isinstance(condition, All) else (head ^ 1, head)
        turn = 0 if isinstance(condition, All) else 1
        self.clause(both, [part ^ turn for part in parts])
        for part in parts:
            self.clause(single, [part ^ 1 ^ turn])
        return head

    def define(self, definition: Definition) -> None:
        head = self.leaf(Ref(definition.name))
        self.clause(head, [self.node(definition.yes)])
        self.clause(head ^ 1, [self.node(definition.no)])


def compile_definitions(definitions: Sequence[Definition]) -> Compiled:
    """Compile the definitions of one scope into one program."""
    by_name = {d.name: d for d in definitions}
    builder = _Builder(by_name)
    for definition in definitions:
        builder.define(definition)
    leaves = tuple(
        what
        for what in builder.literal
        if not (isinstance(what, Ref) and what.proposition in by_name)
    )
    program = Program(tuple(builder.clauses), len(builder.origins))
    return Compiled(
        by_name, program, leaves, builder.literal, tuple(builder.origins), builder.always
    )
