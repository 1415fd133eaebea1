"""A pack that is based on another takes over its entries, except those that it replaces."""

import pytest
from dhr_checker.checker.errors import PackError
from dhr_checker.checker.packs import lay

HEAD = """
pack: {{id: {id}, title: Revised, kind: guidance, version: 1.0.0, status: superseded{more}}}
"""
BASED = ", based_on: home-office-2016"
BASED_ON_X = ", based_on: x-2020"
CITED = BASED + (
    ", inherited_cite: {source: project, at: the same point, checked: unverified, note: not read}"
)
CITES = "cites: [{source: project, at: a test, checked: inference}]"
EXAMPLES = """examples:
      - {given: {appointee.training: [other]}, then: yes}
      - {given: {appointee.training: []}, then: no}
      - {given: {}, then: open}"""
TRAINED = f"""
rules:
  - id: X-TRAINED
    scope: appointee
    title: Any training will do
    {CITES}
    concludes: appointee.trained
    when: {{fact: appointee.training, includes: other}}
    {EXAMPLES}
"""
REMARK = """
remarks:
  - id: {id}
    {replaces}
    title: A remark
    cites: [{{source: project, at: a test, checked: inference}}]
    kind: note
    when: always
    say: Something.
"""


def pack(id_="x-2020", more=BASED, body=""):
    return {f"guidance/{id_}/pack.yaml": HEAD.format(id=id_, more=more) + body}


def ids(loaded, pack_id, kind):
    return [entry.id for entry in loaded.packs[pack_id].entries(kind)]


def test_everything_is_taken_over(rules_with):
    loaded = rules_with(pack())
    for kind in ("rules", "overrides", "duties", "remarks", "lead", "requirements"):
        assert ids(loaded, "x-2020", kind) == ids(loaded, "home-office-2016", kind)


def test_a_rule_that_concludes_the_same_proposition_stands_in_its_place(rules_with):
    loaded = rules_with(pack(body=TRAINED))
    before, after = ids(loaded, "home-office-2016", "rules"), ids(loaded, "x-2020", "rules")
    assert after == ["X-TRAINED" if one == "HO16-CHAIR-TRAINED" else one for one in before]
    lay(loaded, ["dvcva-2004-s9", "x-2020"])  # no proposition is defined twice


def test_replaces_names_the_entry_that_goes(rules_with):
    body = REMARK.format(id="X-NOTE", replaces="replaces: HO16-NO-HISTORY")
    loaded = rules_with(pack(body=body))
    before, after = ids(loaded, "home-office-2016", "remarks"), ids(loaded, "x-2020", "remarks")
    assert after == ["X-NOTE" if one == "HO16-NO-HISTORY" else one for one in before]


def test_a_new_entry_comes_after_what_was_taken_over(rules_with):
    loaded = rules_with(pack(body=REMARK.format(id="X-NOTE", replaces="why: new")))
    before = ids(loaded, "home-office-2016", "remarks")
    assert ids(loaded, "x-2020", "remarks") == [*before, "X-NOTE"]


def test_what_is_taken_over_says_how_far_it_is_known(rules_with):
    loaded = rules_with(pack(more=CITED, body=TRAINED))
    for entry in loaded.packs["x-2020"].entries("rules"):
        notes = [cite.note for cite in entry.cites]
        assert ("not read" in notes) == (entry.id != "X-TRAINED")
    for entry in loaded.packs["home-office-2016"].entries("rules"):
        assert "not read" not in [cite.note for cite in entry.cites]


def test_the_hash_covers_the_base(rules_with):
    first = rules_with(pack())
    one = first.packs["x-2020"].sha256
    assert one != first.packs["home-office-2016"].sha256
    chair = "guidance/home-office-2016/extra.yaml"
    from dhr_checker.checker.packs import load_packs

    load_packs.cache_clear()
    second = rules_with({chair: REMARK.format(id="HO16-EXTRA", replaces="why: new")})
    assert second.packs["x-2020"].sha256 != one


def test_a_base_may_itself_be_based_on_another(rules_with):
    loaded = rules_with(pack() | pack("y-2021", BASED_ON_X, TRAINED))
    assert "X-TRAINED" in ids(loaded, "y-2021", "rules")
    assert "HO16-SUICIDE" in ids(loaded, "y-2021", "rules")


STRAY = REMARK.format(id="X-N", replaces="replaces: HO16-SUICIDE")


@pytest.mark.parametrize(
    ("files", "says"),
    [
        (pack(more=", based_on: nothing-2000"), "does not exist"),
        (pack(more=BASED_ON_X), "based on itself"),
        (pack(more=", based_on: y-2021") | pack("y-2021", BASED_ON_X), "based on itself"),
        (pack(more="", body=STRAY), "no other"),
        (pack(body=STRAY), "of this kind"),
        (
            pack(body=TRAINED + TRAINED.replace("rules:", "").replace("X-TRAINED", "X-ALSO")),
            "both replace",
        ),
    ],
)
def test_faults_are_errors(rules_with, files, says):
    with pytest.raises(PackError, match=says):
        rules_with(files)
