"""The one line that a reader for the Quality Assurance Panel would say first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..schemas.compliance import CheckOutcome, Counts, Finding
from .wording import counted, listed

NAMES_MAY_REMAIN = "Names, or what leads to people, may remain in the draft."
_FEW = 3  # titles that one sentence can hold


def counts_of(findings: Sequence[Finding]) -> Counts:
    """How many requirements have each outcome."""

    def number(outcome: CheckOutcome) -> int:
        return sum(1 for one in findings if one.outcome is outcome)

    review = [one for one in findings if one.outcome is CheckOutcome.REVIEW]
    return Counts(
        passed=number(CheckOutcome.PASS),
        failed=number(CheckOutcome.FAIL),
        review=len(review),
        of_review_human=sum(1 for one in review if one.human),
        not_applicable=number(CheckOutcome.NOT_APPLICABLE),
        error=number(CheckOutcome.ERROR),
        off=number(CheckOutcome.OFF),
        eased=sum(1 for one in findings if one.eased),
        set_aside=number(CheckOutcome.SET_ASIDE),
        places_set_aside=sum(len(one.set_aside) for one in findings),
    )


def headline(findings: Sequence[Finding], counts: Counts, goes_to: str = "the Panel") -> str:
    """Say the worst first: what gives people away, then what is missing, then the rest.

    Never that a draft is ready: what nobody tested, nobody approved.  What somebody turned off
    or demoted is said in the same breath, so that no reader takes a short list for a good draft.
    ``goes_to`` is who will have it next.
    """
    return " ".join([_found(findings, counts, goes_to), *_by_hand(findings, counts)])


def _by_hand(findings: Sequence[Finding], counts: Counts) -> Iterator[str]:
    """What was not checked, or does not count as a fault, because somebody set it so."""
    if counts.off:
        were = "rule was" if counts.off == 1 else "rules were"
        yield f"{counts.off} {were} turned off by hand and not checked."
    eased = [one for one in findings if one.eased]
    if eased:
        count = "is not met and counts" if len(eased) == 1 else "are not met and count"
        yield f"{_number(eased)} {count} only as a question, because somebody set it so."
    aside = [one for one in findings if one.set_aside or one.set_by_hand == "set-aside"]
    if aside:
        single = counts.places_set_aside + sum(1 for one in aside if not one.set_aside)
        yield f"{single} {'finding was' if single == 1 else 'findings were'} set aside by hand."
    if any(one.gives_away for one in (*eased, *aside)):
        yield NAMES_MAY_REMAIN


def _found(findings: Sequence[Finding], counts: Counts, goes_to: str) -> str:
    failed = [one for one in findings if one.outcome is CheckOutcome.FAIL]
    if not failed:
        return _nothing_failed(counts, goes_to)
    leaks = [one for one in failed if one.group == "identity"]
    others = [one for one in failed if one.group != "identity"]
    if leaks:
        said = f"Do not send this draft yet: it may give away who the people are ({_number(leaks)})"
        if others:
            said += f", and there is more to put right ({_number(others)}), {_first(others)}"
        return f"{said}."
    return (
        f"This draft needs some revision before it goes to {goes_to}: "
        f"{_number(others)} to put right, {_first(others)}."
    )


def _number(findings: Sequence[Finding]) -> str:
    return counted(len(findings), "point", "points")


def is_missing_section(one: Finding) -> bool:
    """Whether a section was found neither by its heading nor by its content."""
    missing = one.group == "structure" and one.outcome is CheckOutcome.FAIL
    return missing and bool(one.section) and not one.places


def _first(findings: Sequence[Finding]) -> str:
    """Missing sections by name, or else the first few points by group."""
    missing = [one.section_title for one in findings if is_missing_section(one)]
    if missing:
        more = len(missing) - _FEW
        names = [f'"{title}"' for title in missing[:_FEW]]
        if more > 0:
            names.append(f"{more} more section{'' if more == 1 else 's'}")
        verb = "is" if len(missing) == 1 else "are"
        return f"among them that {listed(names)} {verb} missing"
    titles = [one.section_title for one in findings if one.section_title]
    where = list(dict.fromkeys(titles))[:_FEW]
    return f"among them under {listed(where)}" if where else "listed below"


def _nothing_failed(counts: Counts, goes_to: str) -> str:
    judged = counted(counts.review, "point is", "points are")
    if counts.error:
        return (
            "Nothing that was tested failed, but some checks broke and tested nothing;"
            f" {judged} for a person to judge."
        )
    return (
        "Nothing that a program can test failed. That is no approval: "
        f"{judged} for a person to judge before the draft goes to {goes_to}."
    )
