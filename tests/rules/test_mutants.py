"""Small mistakes in a condition of the national rules: an example of the same rule sees each."""

from __future__ import annotations

import pytest
from dhr_checker.checker.packs import load_packs
from dhr_checker.schemas.rule import Entry

from ..packs_local.mutants import survivors

BASE = load_packs()
PACKS = ("dvcva-2004-s9", "home-office-2016", "care-act-2014-s44", "children", "other-reviews")
KINDS = ("rules", "overrides", "reviews", "lead", "duties", "remarks")
ENTRIES = [entry for pack in PACKS for kind in KINDS for entry in BASE.packs[pack].entries(kind)]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_every_mutant_is_caught(entry: Entry) -> None:
    unseen = [(key, mutant) for key, mutant, survives in survivors(BASE, entry) if survives]
    assert not unseen


def test_there_are_mutants_to_catch() -> None:
    assert sum(1 for entry in ENTRIES for _ in survivors(BASE, entry)) > 500
