"""No paragraph without an entry, no rule without a paragraph, in every document restated."""

from dataclasses import replace

import pytest
from dhr_checker.checker.coverage import Coverage, faults, load_coverage, places_cited, table
from dhr_checker.checker.errors import PackError
from dhr_checker.checker.packs import RULES, load_packs
from dhr_checker.schemas.coverage import CoverageFile
from dhr_checker.schemas.rule import Cite, Entry

BASE = load_packs()
FILES = load_coverage()
PARAGRAPHS_2011 = {
    "1": 3, "2": 3, "3": 11, "4": 8, "5": 13, "6": 8, "7": 6, "8": 20, "9": 5, "10": 5, "11": 6,
}  # fmt: skip
"""How many numbered paragraphs each section of the 2011 guidance has, counted in its text."""


@pytest.mark.parametrize("pack", FILES)
def test_nothing_is_left_out_in_either_direction(pack):
    assert faults(BASE, FILES[pack]) == []


@pytest.mark.parametrize("pack", FILES)
def test_the_pack_and_the_document_exist(pack):
    assert pack in BASE.packs
    assert FILES[pack].content.document in BASE.sources


def test_every_paragraph_of_2011_is_in_the_outline():
    numbered = {p.section: p.paragraphs for p in FILES["home-office-2011"].content.outline}
    assert {k: v for k, v in numbered.items() if v is not None} == PARAGRAPHS_2011
    assert {k.split(",")[0] for k, v in numbered.items() if v is None} == {
        "appendix 1", "appendix 2", "appendix 3", "appendix 4", "appendix 5", "glossary",
    }  # fmt: skip


def test_the_table_has_a_line_for_every_place():
    lines = table(BASE, FILES["home-office-2011"])
    assert len(lines) == len(FILES["home-office-2011"].content.entries)
    told = {at: rules for at, _, rules in lines}
    assert "HO11-DECIDE" in told["6.2"]
    assert told["1.1"] == "none: background"
    assert told["2.1"].startswith("none: background (")


def changed(pack, **changes):
    found = FILES[pack]
    data = found.content.model_dump(mode="json") | changes
    return replace(found, content=CoverageFile.model_validate(data))


def entries_2011():
    return [e.model_dump(mode="json") for e in FILES["home-office-2011"].content.entries]


def without(at):
    return [e for e in entries_2011() if e["at"] != at]


def with_rules(at, rules):
    return [{**e, "rules": rules, "none": None} if e["at"] == at else e for e in entries_2011()]


@pytest.mark.parametrize(
    ("entries", "says"),
    [
        (without("6.2"), "6.2 has no entry."),
        ([*entries_2011(), entries_2011()[0]], "1.1 stands twice."),
        (
            [*entries_2011(), {"at": "12.1", "about": "x", "none": "background"}],
            "12.1 is not in the outline.",
        ),
        (with_rules("6.2", ["HO11-NOWHERE"]), "6.2 names HO11-NOWHERE, which does not exist."),
        (with_rules("6.2", ["HO11-TERMS"]), "HO11-DECIDE cites 6.2, and does not stand there."),
        (with_rules("4.6", ["HO11-DECIDE"]), "HO11-TELL-HOME-OFFICE stands at no place."),
        (with_rules("1.1", ["HO11-DECIDE"]), "HO11-DECIDE stands at 1.1, and does not cite it."),
    ],
)
def test_what_is_missing_or_wrong_is_found(entries, says):
    assert says in faults(BASE, changed("home-office-2011", entries=entries))


def test_a_pattern_stands_for_all_rules_that_begin_so():
    file = CoverageFile.model_validate(
        {
            "document": "ho-2011",
            "entries": [
                {"at": "x", "about": "x", "rules": ["HO11-FACTOR-*", "HO11-NOTHING-*"]},
            ],
        }
    )
    found = Coverage("home-office-2011", file)
    spelt_out = found.rules_at(BASE, file.entries[0])
    assert len([rule for rule in spelt_out if rule.startswith("HO11-FACTOR-")]) == 8
    assert "x names HO11-NOTHING-*, which does not exist." in faults(BASE, found)


PLACES = ["6.3", "6.5", "6.6", "6.7", "6.8", "8.4", "appendix 1, a", "appendix 2, b", "footnote 7"]


@pytest.mark.parametrize(
    ("at", "places"),
    [
        ("paragraph 6.3", ["6.3"]),
        ("paragraphs 6.3, 6.7 and 8.4", ["6.3", "6.7", "8.4"]),
        ("paragraphs 6.5 to 6.8", ["6.5", "6.6", "6.7", "6.8"]),
        ("paragraph 6.3, first point", ["6.3"]),
        ("paragraph 8.4; appendix 2, b", ["8.4", "appendix 2, b"]),
        ("appendices 1 and 2", ["appendix 1, a", "appendix 2, b"]),
        ("footnote 7", ["footnote 7"]),
        ("section 6", []),
        ("paragraph 16.3", []),
    ],
)
def test_citations_are_read_as_they_are_written(at, places):
    cite = Cite(source="ho-2011", at=at, checked="primary")
    entry = Entry(id="X-1", title="x", cites=[cite])
    assert sorted(set(places_cited(entry, "ho-2011", PLACES))) == places
    assert not [*places_cited(entry, "ho-2016", PLACES)]


@pytest.mark.parametrize(
    "text",
    [
        "document: x\nentries:\n  - {at: '1', about: x}\n",
        "document: x\nentries:\n  - {at: '1', about: x, none: boring}\n",
        "document: x\nentries:\n  - {at: '1', about: x, none: repeats}\n",
        "document: x\nentries:\n  - {at: '1', about: x, none: background, rules: [A]}\n",
    ],
)
def test_an_entry_has_rules_or_one_of_the_reasons(tmp_path, text):
    (tmp_path / "x.yaml").write_text(text)
    with pytest.raises(PackError) as caught:
        load_coverage(tmp_path)
    assert "rules/coverage/x.yaml:3" in str(caught.value)


def test_coverage_lies_beside_the_rules():
    assert (RULES / "coverage").is_dir()
