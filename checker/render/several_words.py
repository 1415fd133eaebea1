"""What is said of several drafts at once, in words that the text and the page share."""

from __future__ import annotations

from ...schemas.compliance import CheckOutcome
from ...schemas.documents import DocumentKind
from ...schemas.several import Between, CheckedDraft, ReportOnSeveral, ReviewChecked
from ..headline import NAMES_MAY_REMAIN
from ..masking import NAME
from ..wording import counted, listed

HEADS = ("No", "File", "Kind", "Edition", "Fail", "Look at", "Outcome")
BETWEEN = "Between the documents of a review"
TOGETHER = "Together or apart"
REFUSED = "Not checked, and what to do"
PASSED_OVER = "Passed over"
_NONE = "-"
_OUTCOMES = {
    CheckOutcome.FAIL: "to put right",
    CheckOutcome.ERROR: "the check broke",
    CheckOutcome.REVIEW: "to look at",
    CheckOutcome.PASS: "found met",
}


def headline(made: ReportOnSeveral) -> str:
    """The worst first: what was not checked at all, then what is to put right."""
    counts = made.counts
    said: list[str] = []
    if counts.not_checked:
        were = "was" if counts.not_checked == 1 else "were"
        said.append(f"{counts.not_checked} of {counts.drafts} {were} not checked.")
    if counts.to_put_right:
        has = "has" if counts.to_put_right == 1 else "have"
        said.append(f"{counts.to_put_right} {has} points to put right.")
    if counts.broke:
        said.append(f"In {counts.broke} a check broke, so not everything was tested.")
    if counts.nothing_failed:
        said.append(
            f"In {counts.nothing_failed} nothing that a program can test failed. That is no"
            " approval."
        )
    by_hand = [one for one in made.reports if one.set_by_hand]
    if by_hand:
        which = f"In {len(by_hand)} of {counts.drafts}" if counts.drafts > 1 else "In it"
        said.append(
            f"{which}, rules were turned off or demoted, or findings set aside, by hand: each"
            " report says which, and why."
        )
    if any(NAMES_MAY_REMAIN in one.headline for one in by_hand):
        said.append(NAMES_MAY_REMAIN.replace("the draft", "a draft"))
    return " ".join(said)


def row(one: CheckedDraft) -> tuple[str, ...]:
    """One draft as a row of the table: number, file, kind, edition, figures, verdict."""
    if one.report is None:
        return (str(one.number), one.file, _NONE, _NONE, _NONE, _NONE, one.verdict.value)
    report = one.report
    return (
        str(one.number),
        one.file,
        DocumentKind(report.document.kind).named,
        edition(one),
        str(report.counts.failed),
        str(report.counts.review),
        one.verdict.value,
    )


def edition(one: CheckedDraft) -> str:
    """The edition in short, such as 2016; its whole title stands in the report."""
    selection = one.report.selection if one.report else ()
    chosen = next((c.value for c in selection if c.key == "edition"), None) or ""
    return chosen.rpartition("-")[2] or _NONE


def said_of_reviews(made: ReportOnSeveral) -> list[str]:
    """Which drafts were held against each other, which were not, and why."""
    said: dict[tuple[bool, str], list[ReviewChecked]] = {}
    for one in made.reviews:
        key = (one.together, one.because if not one.together else f"{one.number}")
        said.setdefault(key, []).append(one)
    return [_of_review(several) for several in said.values()]


def _of_review(several: list[ReviewChecked]) -> str:
    numbers = [str(number) for one in several for number in one.drafts]
    first = several[0]
    if first.together:
        return f"{listed(numbers)} were checked together, as one review. {first.because}"
    were = "was" if len(numbers) == 1 else "were each"
    return f"{listed(numbers)} {were} checked alone. {first.because}"


def said_between(made: ReportOnSeveral) -> list[str]:
    """What was checked between the drafts of each review, the worst first."""
    return [_between(one) for one in made.reviews if one.together]


def _between(review: ReviewChecked) -> str:
    numbers = listed([str(number) for number in review.drafts])
    if not review.between:
        return f"Between {numbers}: no rule that was chosen holds one of them against another."
    found: dict[str, list[Between]] = {}
    for one in review.between:  # seen from both sides, it is still one point
        found.setdefault(one.rule, []).append(one)
    said = [f"Between {numbers}: {counted(len(found), 'point', 'points')} checked"]
    for outcome, words in _OUTCOMES.items():
        several = [seen for seen in found.values() if _worst(seen) is outcome]
        if several and outcome is CheckOutcome.PASS:
            said.append(f"{len(several)} found met")
        elif several:
            said.append(f"{words}: {listed([_point(seen, outcome) for seen in several])}")
    return "; ".join(said) + "."


def _worst(seen: list[Between]) -> CheckOutcome | None:
    return next((o for o in _OUTCOMES if any(one.outcome is o for one in seen)), None)


def _point(seen: list[Between], outcome: CheckOutcome) -> str:
    """A point by its title, with the drafts whose reports say what was found."""
    drafts = [str(one.draft) for one in seen if one.outcome is outcome]
    of = f"draft{'' if len(drafts) == 1 else 's'} {listed(drafts)}"
    return f"{seen[0].title} ({seen[0].rule}, {of})"


def together_or_apart(made: ReportOnSeveral) -> str:
    """How to have it otherwise."""
    return "If that is not right, add --together or --apart." if made.counts.drafts > 1 else ""


def refused(one: CheckedDraft) -> str:
    """Why a draft was not checked, and what to do about it."""
    why = one.not_checked
    return f"{one.number}, {one.file}: {why.what} {why.mend}".rstrip() if why else ""


def hidden(made: ReportOnSeveral) -> str:
    """How to find a file whose name is hidden, where there is one."""
    names = [one.file for one in (*made.drafts, *made.passed_over) if NAME in one.file]
    if not made.masked or not names:
        return ""
    return (
        f"Names of files may be names of people, so words in them are hidden as {NAME}. The drafts"
        " stand in the order in which they were named, those of a folder by name; --clear shows"
        " the names."
    )


def passed_over(made: ReportOnSeveral) -> list[str]:
    """The files that were passed over, those with the same reason together."""
    by_why: dict[str, list[str]] = {}
    for one in made.passed_over:
        by_why.setdefault(one.why, []).append(one.file)
    return [f"{listed(files)}: {why}." for why, files in by_why.items()]
