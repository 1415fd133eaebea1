"""An inspection, and an account of a cleaning, as plain text."""

from __future__ import annotations

from ...schemas.inspection import Changes, Cleaning, Inspection, Kind, Removal
from .page import Page

_SHOWN = 5  # places of one kind on the page; JSON has more
_CHANGES = {
    Changes.KEEP: "Tracked changes were kept, without names and dates (--changes keep).",
    Changes.ACCEPT: "Tracked changes were accepted.",
    Changes.REFUSE: "Tracked changes were refused.",
}
_CLEANED = {
    Removal.YES: "`dhr clean` removes this",
    Removal.ASKED: "`dhr clean --changes accept` or `refuse` removes this",
    Removal.NO: "`dhr clean` leaves this: look at it in Word",
}


def render(found: Inspection) -> str:
    """The whole inspection; a pure function of it."""
    page = Page()
    page.title("What is in the file besides its printed text")
    page.say(f"A {found.kind} file of {found.size:,} bytes with {found.words:,} words.")
    if found.masked:
        page.say("Names are masked; --clear shows them, with what stands at each place.")
    page.heading("Not on the printed page")
    if not found.found:
        page.say("Nothing was found.")
    for kind in found.found:
        _kind(page, kind)
    page.heading("What the properties say")
    page.bullets(f"{p.group}, {p.name}: {p.value}" for p in found.properties)
    if not found.properties:
        page.say("Nothing.")
    if found.warnings:
        page.heading("What could not be looked into, and what is unusual")
        page.bullets(found.warnings)
    page.heading("Outline")
    for line in found.outline:
        imitated = "  (only looks like a heading)" if line.source == "imitation" else ""
        said = f"{line.number} {line.title}".strip()
        page.say(said + imitated, indent=2 * (line.level - 1), hang=2)
    if not found.outline:
        page.say("The file has no headings.")
    return page.text()


def _kind(page: Page, kind: Kind) -> None:
    people = f", {len(kind.people)} people" if len(kind.people) > 1 else ""
    people = ", 1 person" if len(kind.people) == 1 else people
    page.bullet(f"{kind.title}: {kind.count}{people}. {_CLEANED[kind.cleaned]}.")
    named = [name for name in dict.fromkeys(kind.people) if name != "[name]"]
    if named:
        page.say("by " + "; ".join(named), indent=4)
    for spot in kind.places[:_SHOWN]:
        page.bullet(f"{spot.where}: {spot.text}" if spot.text else spot.where, indent=4)
    if kind.count > _SHOWN < len(kind.places):
        page.bullet(f"and {kind.count - _SHOWN} more", indent=4)


def cleaning(report: Cleaning) -> str:
    """What was done to a file, and what was not."""
    page = Page()
    page.heading("Removed")
    page.bullets(report.done or ("Nothing: there was nothing to remove.",))
    page.say(_CHANGES[report.changes])
    page.heading("Still in the file")
    page.bullets(report.left or ("Nothing that this program knows of.",))
    page.gap()
    page.say(
        f"{len(report.edited)} parts edited, {len(report.removed)} left out, "
        f"{report.untouched} copied as they were. The text itself was not searched for names: "
        "run `dhr check` for that."
    )
    return page.text()
