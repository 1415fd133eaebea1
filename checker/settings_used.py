"""What the settings of a check do to it, and what the report says of them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from ..schemas.compliance import CheckOutcome, ComplianceReport, SettingsUsed
from ..schemas.rule import Requirement
from .detectors.base import Look
from .detectors.people import AGENCIES, EXTRA_NAMES
from .masking import Masker
from .packs import RuleSet
from .requirements import Verdict
from .settings import InForce, Told


def tell(look: Look, settings: InForce) -> None:
    """Let the detectors know which names to look for, and which agencies a draft may name."""
    look.memo[EXTRA_NAMES] = settings.given.names
    look.memo[AGENCIES] = settings.given.agencies


def is_off(requirement: Requirement, settings: InForce) -> bool:
    """Whether a requirement is not to be checked."""
    told = settings.rules.get(requirement.id)
    return told is not None and told.done == "off"


def with_settings(
    requirements: Iterable[Requirement], made: Iterable[Verdict], settings: InForce
) -> list[Verdict]:
    """A verdict on every requirement: those that are off as such, those demoted as questions.

    Nothing that is off or demoted ever counts as passed because of it.
    """
    by_rule = {one.requirement.id: one for one in made}
    rules = settings.rules
    return [_set(one, by_rule.get(one.id), rules.get(one.id)) for one in requirements]


def _set(requirement: Requirement, made: Verdict | None, told: Told | None) -> Verdict:
    if made is None:
        return Verdict(requirement, CheckOutcome.OFF, told=told)
    if told is None:
        return made
    if made.outcome is CheckOutcome.FAIL:
        return replace(made, outcome=CheckOutcome.REVIEW, told=told, eased=True)
    return replace(made, told=told)


def used(
    settings: InForce, asked: Sequence[Requirement], ruleset: RuleSet, masker: Masker
) -> SettingsUsed:
    """What the report says of the settings; masked, and without the names themselves."""
    return SettingsUsed(
        read_from=masker.mask(settings.read_from),
        names=len(settings.given.names),
        agencies=len(settings.given.agencies),
        without_effect=tuple(_without_effect(settings, asked, ruleset)),
    )


def _without_effect(
    settings: InForce, asked: Sequence[Requirement], ruleset: RuleSet
) -> Iterator[str]:
    """Rules that are set and were not put to this draft anyway."""
    put = {one.id for one in asked}
    of_rules = {one.id for one in ruleset.entries("requirements")}
    for rule, told in settings.rules.items():
        if rule not in put:
            where = "kinds of document" if rule in of_rules else "rules than those chosen"
            yield f"{rule} is {told.done} {told.by}, and belongs to other {where}."


def with_unanswered(
    reports: Sequence[ComplianceReport], settings: InForce, answered: Container[int]
) -> Iterator[ComplianceReport]:
    """The reports, each with what was to be set aside and was found in none of them.

    Such an entry is told by its number: its words may be a name.
    """
    said = tuple(
        f"Entry {number} of set_aside, for {one.rule}, is not found any more: it can go from the"
        " settings."
        for number, one in enumerate(settings.given.set_aside, 1)
        if number not in answered
    )
    for report in reports:
        used = report.settings
        yield (
            report.model_copy(
                update={
                    "settings": used.model_copy(
                        update={"without_effect": (*used.without_effect, *said)}
                    )
                }
            )
            if said
            else report
        )
