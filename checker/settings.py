"""What the settings of a check come to: a file beside the draft, flags, or an object.

A flag goes before the file, and the file before what the rules would choose.  Whatever is set
otherwise than a rule is written has a reason, and the report says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ..schemas.rule import Requirement
from ..schemas.settings import RuleSetting, SetAside, Settings
from .errors import InputError
from .packs import RuleBase
from .settings_file import FILE, beside, read_settings, refused
from .wording import listed

if TYPE_CHECKING:
    from .prepare import Keys

Done = Literal["off", "demoted"]
BY_FLAG, BY_CALLER = "by a flag", "by the caller"
_FEWEST = 4  # letters: fewer would set half of the report aside
_NEAR = 3  # rules that an error proposes


@dataclass(frozen=True, slots=True)
class Told:
    """What was done to one rule, why, and where that was said."""

    rule: str
    done: Done
    reason: str
    by: str
    """In words: ``by a flag``, ``in dhr.toml``."""


@dataclass(frozen=True)
class InForce:
    """The settings that hold for one check."""

    given: Settings = field(default_factory=Settings)
    """From the file, or handed over by a program."""
    flags: Settings = field(default_factory=Settings)
    said_in: str = BY_CALLER
    """Where ``given`` comes from, in words: ``in dhr.toml``, ``by the caller``."""
    read_from: str = ""
    """Which file was read, without its path; empty if none was."""

    @cached_property
    def rules(self) -> Mapping[str, Told]:
        """Every rule that is off or demoted; what a flag says of one goes before the file."""
        return {
            one.rule: one
            for settings, by in ((self.given, self.said_in), (self.flags, BY_FLAG))
            for one in _told(settings, by)
        }

    def set_aside(self, rule: str) -> list[tuple[int, SetAside]]:
        """The findings of one rule that are set aside, each with its number in the settings."""
        numbered = enumerate(self.given.set_aside, 1)
        return [(number, one) for number, one in numbered if one.rule == rule]

    @property
    def kind(self) -> str | None:
        """What the draft is said to be."""
        found = self.flags.kind or self.given.kind
        return found.value if found else None

    @property
    def case(self) -> Path | None:
        """The case record that the file names."""
        return Path(self.given.case) if self.given.case else None

    def keys(self, asked: Keys | None) -> dict[str, str | None]:
        """The keys that choose the rules; those of ``asked`` first."""
        mine = self.given
        of_file = {
            "test": mine.test,
            "edition": mine.edition,
            "nation": mine.nation,
            "overlay": mine.overlay,
        }
        return of_file | {key: str(value) for key, value in (asked or {}).items() if value}

    def because(self, key: str, asked: Keys | None) -> str:
        """Who chose a key, in a sentence; empty where the settings did not."""
        if (asked or {}).get(key):
            return "Chosen by hand, by a flag or by the caller."
        return f"Chosen {self.said_in}." if getattr(self.given, key) else ""


NONE = InForce()


def in_force(given: Settings | InForce | None) -> InForce:
    """Settings as a check takes them, whoever handed them over."""
    if given is None:
        return NONE
    return given if isinstance(given, InForce) else InForce(given)


def for_draft(
    draft: str,
    config: str | None = None,
    off: Sequence[str] = (),
    demote: Sequence[str] = (),
    *,
    look_beside: bool = True,
) -> InForce:
    """The settings for a draft on the command line.

    ``config`` is the file that the user named; otherwise ``dhr.toml`` in the draft's own
    folder is read, if it is there.  ``off`` and ``demote`` hold ``RULE=REASON``.

    Raises InputError for a file that cannot be used, or a flag without a reason.
    """
    flags = Settings(off=_flags(off, "--off"), demote=_flags(demote, "--demote"))
    found = Path(config) if config else (beside(draft) if look_beside else None)
    if found is None:
        return InForce(flags=flags)
    read_from = f"{found.name}, named with --config" if config else f"{FILE}, beside the draft"
    said_in = f"in {FILE}" if found.name == FILE else "in the file named with --config"
    return InForce(read_settings(found), flags, said_in, read_from)


def _flags(written: Iterable[str], flag: str) -> tuple[RuleSetting, ...]:
    return tuple(_flag(one, flag) for one in written)


def _flag(written: str, flag: str) -> RuleSetting:
    rule, _, reason = (part.strip() for part in written.partition("="))
    if not rule or not reason or not reason.isprintable() or len(rule) > 200 or len(reason) > 500:
        raise InputError(
            f"{flag}: a rule and a reason are required, and the report prints the reason.",
            mend=f'Write {flag} RULE="why, in one sentence".',
            code="settings.reason",
        )
    return RuleSetting(rule=rule, reason=reason)


def _told(settings: Settings, by: str) -> Iterator[Told]:
    yield from (Told(one.rule, "off", one.reason, by) for one in settings.off)
    yield from (Told(one.rule, "demoted", one.reason, by) for one in settings.demote)


# --- do they fit the rules? -----------------------------------------------------------------
def checked(settings: InForce, base: RuleBase) -> InForce:
    """The same settings, if every rule that they name can be set so.

    Raises InputError for an unknown rule, with those whose ids are near; for a rule set in two
    ways; and where a rule that looks for people's identities is to be turned off.
    """
    if faults := list(_faults(settings.given, base)):
        raise refused(faults, settings.read_from.partition(",")[0])
    if faults := list(_faults(settings.flags, base, "--")):
        raise refused(faults, "", _MEND)
    return settings


_MEND = "`dhr rules list` lists them all."


def _faults(settings: Settings, base: RuleBase, lead: str = "") -> Iterator[tuple[str, str]]:
    met: set[str] = set()
    for key in ("off", "demote", "set_aside"):
        entries: tuple[RuleSetting | SetAside, ...] = getattr(settings, key)
        for number, one in enumerate(entries, 1):
            fault = _rule_fault(one.rule, base)
            if not fault and key == "off" and _gives_away(one.rule, base):
                fault = _NOT_OFF
            if isinstance(one, RuleSetting):
                fault = fault or ("the same rule is set twice" if one.rule in met else "")
                met.add(one.rule)
            elif not fault and len(one.words) < _FEWEST and not one.fingerprint:
                fault = "say which finding: give its fingerprint, or a few words that it quotes"
            if fault:
                entry = f", entry {number}" if len(entries) > 1 else ""
                yield f"{lead}{key}{entry}", fault


def _gives_away(rule: str, base: RuleBase) -> bool:
    entry = base.located[rule].entry
    return isinstance(entry, Requirement) and entry.gives_away


_NOT_OFF = (
    "this rule looks for what may show who people are, and cannot be turned off; demote it, or"
    " set aside single findings, so that they stay in the report"
)


def _rule_fault(rule: str, base: RuleBase) -> str:
    found = base.located.get(rule)
    if found is None:
        known = [name for name, one in base.located.items() if isinstance(one.entry, Requirement)]
        near = get_close_matches(rule.upper()[:60], known, n=_NEAR, cutoff=0.7)
        said = f"; near to it: {listed(near)}" if near else ""
        return f"there is no such rule{said}"
    if not isinstance(found.entry, Requirement):
        return "this rule decides about a death and is put to no draft"
    return ""
