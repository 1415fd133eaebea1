"""The fictional drafts are what they say they are: complete, consistent, and faulty as listed."""

from __future__ import annotations

import datetime as dt
import importlib.util
import io
import re
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree

DRAFTS = Path(__file__).resolve().parents[2] / "examples" / "drafts"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEMPLATE = [
    "Introduction",
    "Timescales",
    "Confidentiality",
    "Terms of reference",
    "Methodology",
    "Involvement of family, friends, work colleagues, neighbours and wider community",
    "Contributors to the review",
    "The review panel members",
    "Author of the overview report",
    "Parallel reviews",
    "Equality and diversity",
    "Dissemination",
    "Background information (the facts)",
    "Chronology",
    "Overview",
    "Analysis",
    "Conclusions",
    "Lessons to be learnt",
    "Recommendations",
]
SUMMARY_TEMPLATE = [
    "The review process",
    "Contributors to the review",
    "The review panel members",
    "Author of the overview report",
    "Terms of reference for the review",
    "Summary chronology",
    "Key issues arising from the review",
    "Conclusions",
    "Lessons to be learned",
    "Recommendations from the review",
]
PLAN_COLUMNS = [
    "Recommendation",
    "Scope of recommendation i.e. local or regional",
    "Action to take",
    "Lead Agency",
    "Key milestones achieved in enacting recommendation",
    "Target Date",
    "Completion Date and Outcome",
]
SOUND = ["sound-overview.docx", "sound-summary.docx", "sound-action-plan.docx"]
DATE = re.compile(
    r"\b(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November"
    r"|December) (\d{4})\b"
)
FAMILY = TEMPLATE[5]


class Draft:
    """A .docx read with zipfile and lxml alone: the tests share no code with the build."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.trees = {
            name: etree.fromstring(content)
            for name, content in self.parts.items()
            if name.endswith((".xml", ".rels"))
        }
        self.body = self.trees["word/document.xml"].find(f"{W}body")

    def text(self, part: str | None = None) -> str:
        """All text of one part or of all, deleted text, properties and attributes included."""
        found: list[str] = []
        for name, tree in self.trees.items():
            if part in (None, name):
                for holder in tree.iter(f"{W}p"):
                    found.append(_text(holder))
                if name.startswith("docProps"):
                    found += [one.text or "" for one in tree.iter()]
        return "\n".join(found)

    def headings(self) -> list[str]:
        return [_text(p) for p in self.body.iter(f"{W}p") if _style(p) == "Heading1"]

    def section(self, heading: str) -> str:
        """The text under a heading of the first level; empty if no paragraph says it."""
        found: list[str] = []
        inside = False
        for child in self.body:
            is_heading = child.tag == f"{W}p" and _style(child) in (
                "Heading1",
                "DHRHeadingUnnumbered",
                "DHRHeadingAppendix",
            )
            if is_heading:
                inside = _text(child) == heading
            elif inside:
                found += [_text(p) for p in child.iter(f"{W}p")] or [_text(child)]
        return "\n".join(found)

    def tables(self) -> list[list[list[str]]]:
        return [
            [[_text(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
            for table in self.body.iter(f"{W}tbl")
        ]

    def table(self, first: str) -> list[list[str]]:
        """The body rows of the table whose first heading is ``first``."""
        (found,) = [table for table in self.tables() if table[0][0] == first]
        return found[1:]


def _text(element: Any) -> str:
    return "".join(t.text or "" for t in element.iter(f"{W}t", f"{W}delText"))


def _style(paragraph: Any) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val")


@pytest.fixture(scope="module")
def build() -> Any:
    """The build script as a module; it finds its own package beside it."""
    sys.path.insert(0, str(DRAFTS))
    try:
        spec = importlib.util.spec_from_file_location("drafts_build", DRAFTS / "build.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(DRAFTS))
    return module


@pytest.fixture(scope="module")
def committed() -> dict[str, Draft]:
    return {file.name: Draft(file.read_bytes()) for file in DRAFTS.glob("*.docx")}


@pytest.fixture(scope="module")
def sound(committed: dict[str, Draft]) -> Draft:
    return committed["sound-overview.docx"]


@pytest.fixture(scope="module")
def faulty(committed: dict[str, Draft]) -> Draft:
    return committed["faulty-overview.docx"]


def listed() -> list[dict[str, Any]]:
    return yaml.safe_load((DRAFTS / "faults.yaml").read_text(encoding="utf-8"))["faults"]


def real_names() -> list[str]:
    record = yaml.safe_load((DRAFTS / "names.yaml").read_text(encoding="utf-8"))
    people = [
        record["deceased"],
        *record["alleged_perpetrators"],
        *record["children"],
        *record["others"],
    ]
    return sorted({name for person in people for name in person["names"]})


# --- the files are those that the code writes -------------------------------------------------


def test_building_twice_gives_the_same_bytes(build: Any) -> None:
    assert build.all_files() == build.all_files()


def test_committed_files_are_current(build: Any, committed: dict[str, Draft]) -> None:
    built = {name: Draft(data).parts for name, data in build.all_files().items()}
    assert set(built) == set(committed)
    stale = [
        (name, part)
        for name, parts in built.items()
        for part in set(parts) | set(committed[name].parts)
        if parts.get(part) != committed[name].parts.get(part)
    ]
    assert not stale, "run: python examples/drafts/build.py"


def test_command_line_applies_only_the_faults_named(build: Any, tmp_path: Path) -> None:
    out = tmp_path / "draft.docx"
    build.main(["--faults", "F07, F03", "-o", str(out)])
    draft = Draft(out.read_bytes())
    seen = {fault for fault, visible in VISIBLE.items() if visible(draft)}
    assert seen == {"F03", "F07"}


@pytest.mark.parametrize("arguments", [["--faults", "F99", "-o", "x.docx"], ["--faults", "F01"]])
def test_command_line_refuses_what_it_cannot_do(
    build: Any, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        build.main(arguments)
    assert stop.value.code == 2
    assert "fault" in capsys.readouterr().err


def test_a_fault_whose_place_is_gone_stops_the_build(build: Any) -> None:
    for heading_gone_or_words_gone in (["F10", "F10"], ["F18", "F18"]):
        with pytest.raises(Exception, match=r"no heading called|expected once"):
            build.overview(heading_gone_or_words_gone)


# --- the sound drafts are sound ---------------------------------------------------------------


def test_headings_are_those_of_the_template_in_order(committed: dict[str, Draft]) -> None:
    assert committed["sound-overview.docx"].headings() == TEMPLATE
    assert committed["sound-summary.docx"].headings() == SUMMARY_TEMPLATE


def test_headings_and_paragraphs_are_numbered_by_their_styles(sound: Draft) -> None:
    styles = {style.get(f"{W}styleId"): style for style in sound.trees["word/styles.xml"]}
    levels = {
        name: (
            styles[name].find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val"),
            getattr(styles[name].find(f"{W}pPr/{W}numPr/{W}ilvl"), "attrib", {}).get(
                f"{W}val", "0"
            ),
        )
        for name in ("Heading1", "DHRNumberedParagraph", "DHRLettered")
    }
    assert levels == {
        "Heading1": ("1", "0"),
        "DHRNumberedParagraph": ("1", "1"),
        "DHRLettered": ("1", "2"),
    }
    assert not [p for p in sound.body.iter(f"{W}p") if p.find(f"{W}pPr/{W}numPr") is not None]


def test_contents_page_lists_every_heading(sound: Draft) -> None:
    entries = [_text(p) for p in sound.body.iter(f"{W}p") if _style(p) in ("TOC1", "TOC2")]
    wanted = [
        _text(p)
        for p in sound.body.iter(f"{W}p")
        if _style(p) in ("Heading1", "Heading2", "DHRHeadingUnnumbered", "DHRHeadingAppendix")
    ]
    assert len(entries) == len(wanted)
    for entry, heading in zip(entries, wanted, strict=True):
        assert re.fullmatch(rf"(\d+\.|Appendix A: )?{re.escape(heading)}[1-9]\d*", entry)


def test_length_is_that_of_a_real_report(sound: Draft) -> None:
    words = sound.text("word/document.xml") + sound.text("word/footnotes.xml")
    assert 8_000 <= len(words.split()) <= 12_000


def test_title_page_gives_month_and_year(sound: Draft) -> None:
    title = [_text(p) for p in sound.body.iter(f"{W}p")][:8]
    assert "Marrenshire Community Safety Partnership" in title
    assert "Died in October 2023" in title
    assert any("Rosalind Tavener" in line for line in title)
    assert any("30 September 2025" in line for line in title)


@pytest.mark.parametrize("name", SOUND)
def test_sound_drafts_hold_no_identity(committed: dict[str, Draft], name: str) -> None:
    text = committed[name].text()
    words = set(re.findall(r"[\w’-]+", text))
    for real in real_names():
        assert not (set(real.split()) & words), real
    for secret in ("14 October 2023", "1982", "1978", "MR7", "Ostlebridge", "Philippa"):
        assert secret not in text
    assert not re.search(r"\b(son|sons|daughter|daughters|boy|girl)\b", text, re.IGNORECASE)


@pytest.mark.parametrize("name", SOUND)
def test_sound_drafts_carry_no_trace_of_their_making(
    committed: dict[str, Draft], name: str
) -> None:
    draft = committed[name]
    assert "word/comments.xml" not in draft.parts
    assert not list(draft.body.iter(f"{W}ins", f"{W}del"))
    assert not list(draft.trees["word/settings.xml"].iter(f"{W}rsids"))
    core = {one.tag.split("}")[1]: one.text for one in draft.trees["docProps/core.xml"]}
    assert core["creator"] is None
    assert core["lastModifiedBy"] is None
    assert "OFFICIAL" in draft.text("word/header1.xml")
    assert "OFFICIAL" in draft.text("word/header2.xml")


@pytest.mark.parametrize("name", SOUND)
def test_no_mark_up_is_left_in_the_text(committed: dict[str, Draft], name: str) -> None:
    assert not re.search(r"\*\*|\{[#@+=-]|\[\^|\|\w+\||[\"']", committed[name].text())


@pytest.mark.parametrize("name", SOUND)
def test_every_date_exists(committed: dict[str, Draft], name: str) -> None:
    dates = DATE.findall(committed[name].text())
    assert dates
    for date in dates:
        dt.datetime.strptime(" ".join(date), "%d %B %Y")


def test_chronology_is_in_order_with_views_in_every_row(sound: Draft) -> None:
    rows = sound.table("Date and time")
    days = [
        dt.datetime.strptime(" ".join(found.groups()), "%d %B %Y")
        for row in rows
        if (found := DATE.match(row[0]))
    ]
    assert len(days) == len(rows) - 1, "only the homicide has no day"
    assert days == sorted(days)
    assert all(all(cell.strip() for cell in row) for row in rows)


def test_numbers_in_the_text_agree_with_the_tables(sound: Draft) -> None:
    contributors = sound.table("Agency or contributor")
    kinds = [row[1] for row in contributors]
    assert (len(kinds), kinds.count("Report"), kinds.count("Information")) == (13, 3, 2)
    assert sum(kind.startswith("IMR") for kind in kinds) == 8
    assert "Thirteen confirmed" in sound.section("Methodology")
    panel = sound.section("The review panel members")
    assert "met six times" in panel
    assert len(DATE.findall(panel)) == 6
    assert len(sound.table("Name")) == 15


def test_all_nine_protected_characteristics_are_discussed(sound: Draft) -> None:
    text = sound.section("Equality and diversity").lower()
    for characteristic in (
        "age", "disability", "gender reassignment", "marriage and civil partnership",
        "pregnancy and maternity", "race", "religion or belief", "sex", "sexual orientation",
    ):  # fmt: skip
        assert f"{characteristic}." in text


def test_summary_and_plan_agree_with_the_overview(committed: dict[str, Draft]) -> None:
    overview = committed["sound-overview.docx"].table("No.")
    assert len(overview) == 15
    assert all(all(row) for row in overview)
    assert committed["sound-summary.docx"].table("No.") == overview
    assert committed["sound-summary.docx"].table("Name") == committed["sound-overview.docx"].table(
        "Name"
    )
    (plan,) = committed["sound-action-plan.docx"].tables()
    assert plan[0] == PLAN_COLUMNS
    for (number, text, _, owner, by, _), row in zip(overview, plan[1:], strict=True):
        assert row[0] == f"{number}. {text}"
        assert (row[3], row[5]) == (owner, by)
        assert dt.datetime.strptime(by, "%d %B %Y") > dt.datetime(2025, 9, 30)


def test_facts_give_the_ages_that_follow_from_the_dates() -> None:
    facts = (DRAFTS / "facts.md").read_text(encoding="utf-8")
    rows = re.findall(r"\| (\w+) \|[^|]+\| (\d+ \w+ \d{4}) \| (\d+) \|", facts)
    assert len(rows) == 5
    death = dt.datetime(2023, 10, 14)
    for name, born, age in rows:
        day = dt.datetime.strptime(born, "%d %B %Y")
        years = death.year - day.year - ((death.month, death.day) < (day.month, day.day))
        assert years == int(age), name


# --- the faulty draft is faulty in twenty ways and no other -----------------------------------


VISIBLE: dict[str, Callable[[Draft], bool]] = {
    "F01": lambda d: "Died on 14 October 2023" in d.text("word/document.xml"),
    "F02": lambda d: "date of birth 2 May 1982" in d.section("Background information (the facts)"),
    "F03": lambda d: "Gavin Pettisford" in d.text("word/footnotes.xml"),
    "F04": lambda d: any(
        "Tamsin Hallorane" in _text(box) for box in d.body.iter(f"{W}txbxContent")
    ),
    "F05": lambda d: any("MR7 4TD" in cell for row in d.table("Date and time") for cell in row),
    "F06": lambda d: "(give verdict" in d.section("Background information (the facts)"),
    "F07": lambda d: len(list(d.trees.get("word/comments.xml", etree.Element("none")))) == 2,
    "F08": lambda d: all(list(d.body.iter(f"{W}{mark}")) for mark in ("ins", "del")),
    "F09": lambda d: "Philippa Wainscott" in d.text("docProps/core.xml"),
    "F10": lambda d: "Dissemination" not in d.text("word/document.xml"),
    "F11": lambda d: len(d.section("Equality and diversity").split()) < 30,
    "F12": lambda d: "reasons" not in d.section("Timescales"),
    "F13": lambda d: not re.search("leaflet|advocate|AAFDA", d.section(FAMILY), re.IGNORECASE),
    "F14": lambda d: "her son Remy, aged 8" in d.section("Background information (the facts)"),
    "F15": lambda d: (
        "former detective superintendent with Marrenshire Constabulary"
        in d.section("Author of the overview report")
    ),
    "F16": lambda d: [row[0] for row in d.table("No.") if not row[3]] == ["11"],
    "F17": lambda d: (
        "Methodology" not in d.headings() and "Methodology" in d.section("Terms of reference")
    ),
    "F18": lambda d: "failed to leave" in d.section("Analysis"),
    "F19": lambda d: (
        "RESTRICTED" in d.text("word/header1.xml") and not re.search(r"\bOFFICIAL\b", d.text())
    ),
    "F20": lambda d: any(row[0].startswith("31 June 2023") for row in d.table("Date and time")),
}


def test_list_of_faults_matches_the_code(build: Any) -> None:
    faults = listed()
    assert [fault["id"] for fault in faults] == list(build.FAULTS) == list(VISIBLE)
    assert len({fault["kind"] for fault in faults}) == 20
    for fault in faults:
        assert fault["expect"] in ("fail", "review")
        assert isinstance(fault["rule"], str)
        assert fault["section"] in (*TEMPLATE, "Title page", "Condolences and tribute", "") or (
            fault["id"] == "F07"
        )


@pytest.mark.parametrize("fault", [one["id"] for one in listed()])
def test_each_fault_alone_is_visible_and_brings_no_other(build: Any, fault: str) -> None:
    draft = Draft(build.overview([fault]))
    assert {one for one, visible in VISIBLE.items() if visible(draft)} == {fault}


def test_sound_draft_shows_no_fault_and_faulty_draft_all(sound: Draft, faulty: Draft) -> None:
    assert [one for one, visible in VISIBLE.items() if visible(sound)] == []
    assert [one for one, visible in VISIBLE.items() if visible(faulty)] == list(VISIBLE)


@pytest.mark.parametrize("fault", [one for one in listed() if one["shows"]], ids=lambda f: f["id"])
def test_words_listed_stand_in_the_part_listed(
    sound: Draft, faulty: Draft, fault: dict[str, Any]
) -> None:
    assert fault["shows"] in faulty.text(fault["part"])
    assert fault["shows"] not in sound.text()
