"""What a fault is, and how one is added to the list.

A fault is a small, named change of one sound draft with the rules that it must set off.
``MECHANICAL`` faults can be counted, compared or seen; ``HEURISTIC`` ones are told by words,
and stand here in at least two wordings.  They were worded without a look at the lists of
phrases, and none is to be reworded because a rule misses it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .writing import Draft

MECHANICAL, HEURISTIC = "mechanical", "heuristic"
Change = Callable[[Draft], Draft]


@dataclass(frozen=True)
class Fault:
    """One fault, in one sound draft."""

    name: str
    """Its kind and, behind a stroke, which wording of it this is: ``suicide-as-crime/2``."""
    group: str
    base: str
    """The sound draft that it is made from."""
    sort: str
    rules: tuple[str, ...]
    """Rules that it must set off."""
    change: Change

    @property
    def kind(self) -> str:
        """What is wrong, whatever the wording."""
        return self.name.partition("/")[0]


@dataclass
class Faults:
    """Collects the faults of one group."""

    group: str
    found: list[Fault]

    def add(self, name: str, base: str, rules: str, change: Change, sort: str = MECHANICAL) -> None:
        """Add a fault; ``rules`` are parted by spaces."""
        self.found.append(Fault(name, self.group, base, sort, tuple(rules.split()), change))

    def worded(self, name: str, base: str, rules: str, *changes: Change) -> None:
        """Add a heuristic fault in several wordings."""
        for number, change in enumerate(changes, 1):
            self.add(f"{name}/{number}", base, rules, change, HEURISTIC)
