"""From one edition to another: what changes for the person who has to act."""

import pytest
from dhr_checker.checker.packs import load_packs
from dhr_checker.checker.rule_diff import diff, matter_of, text
from dhr_checker.checker.rule_pages import titles_of

BASE = load_packs()
FOUND = {
    one.matter: one
    for one in diff(BASE.pack("home-office-2011"), BASE.pack("home-office-2016"), BASE.facts)
}


def changed(matter):
    return {one.what: (one.before, one.after) for one in FOUND[matter].changes}


@pytest.mark.parametrize(
    ("matter", "what", "before", "after"),
    [
        ("chair-appointment", "who", "the review panel", "the CSP"),
        (
            "terms-of-reference",
            "counted from",
            "date when the CSP came to know of the death",
            "date of the CSP chair's decision",
        ),
        (
            "terms-of-reference",
            "limit",
            "1 calendar month",
            "early; no limit of this edition was found",
        ),
        (
            "report-clock",
            "who",
            "the chair of the review",
            "the chair and the author of the review",
        ),
    ],
)
def test_what_changed_for_a_practitioner(matter, what, before, after):
    assert FOUND[matter].kind == "changed"
    assert changed(matter)[what] == (before, after)


def test_conditions_are_told_in_words():
    settled = changed("person.suicide-resulted")["settled: yes"]
    assert "controlling or coercive behaviour" not in settled[0]
    assert "controlling or coercive behaviour" in settled[1]


def test_a_proposition_is_called_by_its_title_where_titles_are_given():
    base = load_packs()
    packs = (base.pack("home-office-2011"), base.pack("home-office-2016"))
    found = {one.matter: one for one in diff(*packs, base.facts, titles_of(base))}
    said = {change.what: change.after for change in found["appointee.independent"].changes}
    assert "not directly associated with any agency involved" in said["settled: yes"]
    assert "`" not in said["settled: yes"]


def test_what_is_new_and_what_is_gone():
    assert FOUND["family-notice"].kind == "added"
    assert FOUND["appointee.statements-made"].kind == "added"
    assert FOUND["child-review-precedence"].kind == "changed"
    assert FOUND["factor-services"].kind == "added"
    assert FOUND["honour-based"].kind == "removed"
    assert FOUND["trial-hold"].before[0].id == "HO11-HOLD-REPORT"


def test_a_limit_that_stays_is_no_change():
    assert FOUND["decision-clock"].kind == "reworded"
    assert FOUND["criteria.met-or-decided"].kind == "same"


def test_every_entry_of_both_packs_is_accounted_for_once():
    kinds = ("rules", "overrides", "duties", "reviews", "lead", "remarks", "requirements")
    for pack, side in (("home-office-2011", "before"), ("home-office-2016", "after")):
        listed = [entry.id for one in FOUND.values() for entry in getattr(one, side)]
        entries = [entry.id for kind in kinds for entry in BASE.pack(pack).entries(kind)]
        assert sorted(listed) == sorted(entries)


def test_a_pack_does_not_differ_from_itself():
    pack = BASE.pack("home-office-2011")
    assert {one.kind for one in diff(pack, pack)} == {"same"}


def test_a_revision_differs_only_in_what_it_changes():
    revised = diff(BASE.pack("home-office-2011"), BASE.pack("home-office-2013"))
    others = {one.matter for one in revised if one.kind != "same"}
    assert others == {"related-by-marriage", "HO13-UNVERIFIED", "meaning-of-abuse"}


def test_the_text_counts_what_it_leaves_out():
    shown = text(tuple(FOUND.values()), "2011", "2016")
    assert "An independent chair is appointed [HO11-APPOINT, HO16-APPOINT]" in shown
    assert "    who: the review panel\n         now: the CSP\n" in shown
    assert "Said in other words: " in shown
    assert "HO11-DECIDE" not in shown  # said in other words only


def test_most_of_2016_has_a_counterpart_or_is_known_to_be_new():
    entries = [
        e
        for kind in ("rules", "duties", "lead")
        for e in BASE.pack("home-office-2016").entries(kind)
    ]
    assert not [e.id for e in entries if matter_of(e) == e.id]
