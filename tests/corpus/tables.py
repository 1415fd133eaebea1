"""The leak matrix and the share of examples, as the page of figures prints them."""

from __future__ import annotations

from collections import Counter, defaultdict

from dhr_checker.checker.mutation import score_of_requirements
from dhr_checker.checker.outcomes import outcomes_without_example, possible_outcomes
from dhr_checker.checker.packs import load_packs
from dhr_checker.checker.requirement_examples import templates_of_examples

from ..document.places import PLACES
from ..identities.test_leak_matrix import IMPOSSIBLE, LEAKS, build, seen


def leak_table() -> str:
    """Each thing that must not be in a report, by group of places: found of hidden."""
    groups = list(dict.fromkeys(place.group for place in PLACES.values()))
    found: defaultdict[tuple[str, str], Counter[bool]] = defaultdict(Counter)
    for what, leak in LEAKS.items():
        for name, place in PLACES.items():
            if (what, name) not in IMPOSSIBLE:
                _, made = seen(build(name, leak.text), leak)
                there = {str(hit.place.story) for hit in made.hits if hit.place}
                found[what, place.group][made.answer is leak.answer and place.story in there] += 1
    lines = [
        "## Leaks, by place",
        "",
        f"Each of {len(LEAKS)} things that lead to a person, hidden in each of {len(PLACES)} places"
        " of a Word file (`tests/document/places.py`): how often it was found there, with the"
        " certainty that it should have. What is left out cannot be written: a part's name has no"
        " slash.",
        "",
        "Not read, and so not in the table: other files inside the file (a spreadsheet behind a"
        " chart, an embedded or merged-in document), words in the picture itself, macros. A report"
        " names each under *not checked*, and HK16-PARTS asks for the other files to be looked at.",
        "",
        f"| | {' | '.join(groups)} |",
        f"|---|{'---:|' * len(groups)}",
    ]
    for what in LEAKS:
        cells = (found[what, group] for group in groups)
        lines.append(f"| {what} | {' | '.join(f'{c[True]}/{c.total()}' for c in cells)} |")
    lines += ["", "The places:", ""]
    for group in groups:
        names = [name for name, place in PLACES.items() if place.group == group]
        lines.append(f"- **{group}** ({len(names)}): {'; '.join(names)}")
    return "\n".join(lines) + "\n"


def examples_table() -> str:
    """Outcomes shown by examples, and changed conditions that an example notices."""
    base = load_packs()
    lines = [
        "## Examples beside the rules",
        "",
        "Every outcome that a requirement can have must have an example (`dhr rules lint`). The"
        " other way round: each condition is changed in one place (a part left out, *all* for"
        " *any*, a *not* more or less), and one of its examples has to fail.",
        "",
        "| pack | requirements | outcomes possible | with an example | changes | caught |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for name in sorted(base.packs):
        requirements = base.packs[name].entries("requirements")
        if not requirements:
            continue
        possible = sum(len(possible_outcomes(one)) for one in requirements)
        lacking = sum(len(outcomes_without_example(one)) for one in requirements)
        scored = score_of_requirements(base, requirements, templates_of_examples(base, name))
        caught = scored.mutants - len(scored.survivors)
        lines.append(
            f"| {name} | {len(requirements)} | {possible} | {possible - lacking} |"
            f" {scored.mutants} | {caught} |"
        )
    return "\n".join(lines) + "\n"
