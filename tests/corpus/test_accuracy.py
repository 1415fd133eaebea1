"""The corpus holds the checks to the figures that ``docs/accuracy.md`` publishes."""

from __future__ import annotations

import pytest
from dhr_checker.checker.packs import load_packs

from .accuracy import COMMAND, LEAST, PAGE, published
from .corpus import FAULTS
from .drafts import SOUND
from .faults import HEURISTIC
from .figures import kinds, measured
from .measure import BY_NAME, sound_findings

GROUPS = [
    "structure",
    "identity",
    "content",
    "consistency",
    "action-plan",
    "wording",
    "housekeeping",
]  # as in the Panel's letters
REFRESH = f"If this is meant to be so: {COMMAND}, and read the diff of docs/accuracy.md."


def test_the_corpus_is_as_large_and_as_broad_as_it_should_be() -> None:
    assert len(kinds()) >= 60
    assert [group for group in GROUPS if group not in {fault.group for fault in FAULTS}] == []
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)
    alone = [f.name for f in FAULTS if f.group == "wording" and kinds()[f.kind] < 2]
    assert alone == []
    assert {sound.edition for sound in SOUND} >= {"2011", "2016"}
    assert {fault.base for fault in FAULTS} <= BY_NAME.keys()
    packs = load_packs().packs.values()
    known = {rule.id for pack in packs for rule in pack.entries("requirements")}
    assert {rule for fault in FAULTS for rule in fault.rules} <= known, "a rule has another id"


def test_no_sound_draft_is_failed() -> None:
    failed = [
        (sound.name, one.rule, one.why)
        for sound in SOUND
        for one in sound_findings(sound.name).values()
        if one.outcome.value in ("fail", "error")
    ]
    assert failed == []


def test_a_fault_changes_the_draft_that_it_is_made_from() -> None:
    for fault in FAULTS:
        sound = BY_NAME[fault.base].make()
        changed = fault.change(sound.copy())
        assert changed != sound, fault.name
        with pytest.raises(ValueError, match="0 blocks have"):
            sound.reword("words that stand in no draft of the corpus", "others")


@pytest.mark.slow
def test_figures_are_at_least_those_that_are_published() -> None:
    """One test for all, so that two processes do not both check every draft."""
    figures = measured()
    for sort, least in LEAST.items():
        found, every = figures.share(fault for fault in FAULTS if fault.sort == sort)
        assert found >= least * every, f"{sort}: {found} of {every} found"
    told = published()
    assert told, f"docs/accuracy.md has no figures: {COMMAND}"
    worse: list[str] = []
    for rule, was in told.items():
        now = figures.rules.get(rule)
        if now is None:  # a rule that is gone, or no longer in this edition
            continue
        if now.faults - now.found > was.faults - was.found:
            worse.append(
                f"{rule} finds {now.found} of {now.faults}, and found {was.found} of {was.faults}"
            )
        if now.failed_sound + now.asked_sound > was.failed_sound + was.asked_sound:
            worse.append(f"{rule} troubles {now.failed_sound + now.asked_sound} sound drafts")
    assert not worse, f"{'; '.join(worse)}. {REFRESH}"
    page = PAGE.read_text(encoding="utf-8")
    assert f"{len(FAULTS)} faults of {len(kinds())} kinds" in page, f"stale: {COMMAND}"
    assert all(f"| {sound.name} |" in page for sound in SOUND), f"stale: {COMMAND}"


def test_heuristics_are_tried_in_more_than_one_wording() -> None:
    """Of what is told by words, most kinds are worded more than once, or missing in two drafts."""
    told = [fault for fault in FAULTS if fault.sort == HEURISTIC and fault.group != "content"]
    several = [fault for fault in told if kinds()[fault.kind] > 1]
    assert len(several) >= 0.9 * len(told)
