"""A report against an earlier one: what is new, what remains, and what became of the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ..schemas.comparison import Comparison, Gone, How
from ..schemas.compliance import CheckOutcome, ComplianceReport, Finding, Spot
from .finds import Find, finds_of, is_open, match
from .wording import counted, listed

Mask = Callable[[str], str]
_HOW: Mapping[CheckOutcome, How] = {
    CheckOutcome.OFF: "turned off",
    CheckOutcome.NOT_APPLICABLE: "does not apply",
    CheckOutcome.ERROR: "check broke",
}
_FEW = 6  # rules that one sentence has room for


def compared(now: ComplianceReport, before: ComplianceReport, mask: Mask) -> ComplianceReport:
    """The report with what is new in it said of each find, and what is gone at its end.

    ``mask`` hides the names that are known now, in whatever is taken from the earlier report;
    of one that was not masked no word of its draft is repeated.
    """
    old, new = finds_of(before), finds_of(now)
    for rule, finds in new.items():
        match(old.get(rule, []), finds)
    earlier = {one.rule: one for one in before.findings}
    findings = tuple(
        _with_states(one, new.get(one.rule, []), earlier.get(one.rule)) for one in now.findings
    )
    current = {one.rule: one for one in findings}
    fewer = now.settings.names < before.settings.names
    less_known = fewer or (before.case_record and not now.case_record)
    gone = [
        _gone(find, current.get(rule), before, mask, masked=now.masked, less_known=less_known)
        for rule, finds in old.items()
        for find in finds
        if not find.aside and (find.twin is None or find.twin.aside)
    ]
    open_now = [find for finds in new.values() for find in finds if not find.aside]
    right = sum(one.how == "put right" for one in gone)
    made = Comparison(
        earlier_draft=mask(before.document.name) if before.masked else "",
        earlier_sha256=before.document.sha256,
        earlier_as_of=before.as_of,
        new=sum(find.twin is None for find in open_now),
        remaining=sum(find.twin is not None for find in open_now),
        put_right=right,
        gone_otherwise=len(gone) - right,
        new_failures=sum(_newly_failed(one) for one in findings),
        gone=tuple(gone),
        differences=tuple(_differences(now, before, earlier)),
    )
    said = f"{now.headline} {in_short(made)}"
    return now.model_copy(update={"headline": said, "findings": findings, "compared": made})


def in_short(made: Comparison) -> str:
    """How this report stands to the earlier one, in a sentence."""
    parts = [f"{made.new} {_is(made.new)} new", f"{made.remaining} {_remain(made.remaining)}"]
    parts.append(f"{made.put_right} {_is(made.put_right, past=True)} put right")
    if made.gone_otherwise:
        parts.append(f"{made.gone_otherwise} {_is(made.gone_otherwise)} gone for another reason")
    return f"Of the findings since the earlier report, {listed(parts)}."


def _is(number: int, *, past: bool = False) -> str:
    one, more = ("was", "were") if past else ("is", "are")
    return one if number == 1 else more


def _remain(number: int) -> str:
    return "remains" if number == 1 else "remain"


def _with_states(one: Finding, finds: list[Find], before: Finding | None) -> Finding:
    told: dict[str, object] = {"outcome_before": before.outcome.value if before else ""}
    if is_open(one) and finds:
        spots = [find for find in finds if find.what == "place" and not find.aside]
        unlisted = [find for find in finds if find.what == "unlisted"]
        known = any(find.twin for find in finds if not find.aside)
        told |= {
            "state": "remains" if known else "new",
            "places": tuple(
                _with_state(one, find) for one, find in zip(one.places, spots, strict=True)
            ),
            "more_new": sum(find.twin is None for find in unlisted),
        }
    return one.model_copy(update=told)


def _with_state(spot: Spot, find: Find) -> Spot:
    state = "new" if find.twin is None else "changed" if find.alike else "remains"
    return spot.model_copy(update={"state": state})


def _newly_failed(one: Finding) -> bool:
    """Whether it is not met now, and was no fault before or has a place that was none."""
    if one.outcome is not CheckOutcome.FAIL:
        return False
    at_new_place = any(spot.state == "new" for spot in one.places) or one.more_new > 0
    return one.state == "new" or at_new_place or one.outcome_before not in _FAULT


_FAULT = (CheckOutcome.FAIL.value, CheckOutcome.SET_ASIDE.value)


def _gone(
    find: Find,
    now: Finding | None,
    before: ComplianceReport,
    mask: Mask,
    *,
    masked: bool,
    less_known: bool,
) -> Gone:
    one, spot = find.finding, find.spot
    shown = spot if before.masked or not masked else None
    return Gone(
        rule=mask(one.rule),
        title=mask(now.title if now else one.title),
        level=one.level,
        was=one.outcome.value,
        how=_how(find, now, less_known=less_known),
        where=mask(shown.where) if shown else "",
        excerpt=mask(shown.excerpt) if shown else "",
        fingerprint=find.content or find.words,
    )


def _how(find: Find, now: Finding | None, *, less_known: bool) -> How:
    if now is None:
        return "not asked"
    if find.twin is not None:  # it is there, and somebody set it aside
        return "set aside"
    if now.outcome in _HOW:
        return _HOW[now.outcome]
    # Without the names of the record nobody looked for them; a question settles nothing either.
    unsettled = now.outcome is CheckOutcome.REVIEW and not now.places and find.what != "whole"
    return "cannot be told" if unsettled or (less_known and now.gives_away) else "put right"


# --- in what the two checks differ ------------------------------------------------------------


def _differences(
    now: ComplianceReport, before: ComplianceReport, earlier: Mapping[str, Finding]
) -> Iterator[str]:
    if now.document.sha256 == before.document.sha256:
        yield "Both reports are on the very same file."
    if now.document.kind != before.document.kind:
        yield "The earlier draft was held to be another kind of document."
    if now.document.edition != before.document.edition:
        yield "The earlier report holds to another edition of the guidance."
    elif now.provenance.rules_sha256 != before.provenance.rules_sha256:
        yield "The earlier report was made under other rules, or an earlier state of them."
    if now.masked != before.masked:
        told = "masks names" if before.masked else "shows names in clear"
        yield f"The earlier report {told}, and this one does not: they are matched all the same."
    yield from _other_names(now, before)
    if _set(now) != _set(before):
        yield "Other rules were off or demoted in the earlier report."
    unasked = [one.rule for one in now.findings if is_open(one) and _unasked(earlier, one.rule)]
    if unasked:
        few = [*unasked[:_FEW], *([f"{len(unasked) - _FEW} more"] if unasked[_FEW:] else [])]
        yield f"Not checked in the earlier report, so that all they find is new: {listed(few)}."
    both = ((one, earlier.get(one.rule)) for one in now.findings if is_open(one))
    more = [one.rule for one, old in both if _uncompared(one) or (old and _uncompared(old))]
    if more:
        have = f"{listed(more)} {'has' if len(more) == 1 else 'have'}"
        yield (
            f"{have} more places than are compared: of some it cannot be said whether they are new."
        )


def _other_names(now: ComplianceReport, before: ComplianceReport) -> Iterator[str]:
    """Other names mask other words, and find other finds."""
    if now.case_record and not before.case_record:
        yield "The earlier report had no case record beside the draft: other names were looked for."
    if before.case_record and not now.case_record:
        yield "The earlier report had a case record beside the draft: other names were looked for."
    if now.settings.names != before.settings.names:
        yield (
            f"The earlier report looked for {counted(before.settings.names, 'name', 'names')} of"
            f" the settings, and this one for {now.settings.names}."
        )


def _set(report: ComplianceReport) -> set[tuple[str, str]]:
    by_rule = ("off", "demoted")
    return {(f.rule, f.set_by_hand) for f in report.findings if f.set_by_hand in by_rule}


def _unasked(earlier: Mapping[str, Finding], rule: str) -> bool:
    found = earlier.get(rule)
    return found is None or found.outcome in (CheckOutcome.OFF, CheckOutcome.ERROR)


def _uncompared(one: Finding) -> int:
    """Places of what was found amiss that nothing tells apart; what was met has none to compare."""
    return one.more_places - len(one.more_fingerprints) if is_open(one) else 0
