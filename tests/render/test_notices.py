"""Drafts of notices: the right ones, golden, kind, with nothing in them that was not asked for."""

from __future__ import annotations

import re
import stat
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from dhr_checker.checker.decision import decide
from dhr_checker.checker.notice_templates import FIELD, FOLDER, ORDER, Template, templates
from dhr_checker.checker.notice_words import FIELDS, FLAGS
from dhr_checker.checker.notices import Draft, Left, draft_notices
from dhr_checker.checker.records import load_case
from dhr_checker.checker.render import notices_docx
from dhr_checker.cli import main

from .canary import CANARY, named_record
from .pages import as_text, compare, fixture, renew_fixtures, suicide_record
from .test_leaks import everything_in

AS_OF = date(2026, 1, 1)


def drafted(data: dict[str, Any], **more: Any) -> tuple[dict[str, Draft], list[Left]]:
    record = load_case(data)
    drafts, left = draft_notices(record, decide(record, as_of=AS_OF, engine="plain"), **more)
    return {one.file.removesuffix(".docx"): one for one in drafts}, left


def text_of(draft: Draft) -> str:
    return as_text(notices_docx.render(draft))


def letter_of(draft: Draft) -> str:
    """What stands after the sender's page."""
    return text_of(draft).split("Our reference", 1)[1]


# --- golden -------------------------------------------------------------------------


@lru_cache(maxsize=4)
def every_draft(told: str) -> dict[str, Draft]:
    """From a decision kept as data, so that a change of the rules changes no letter."""
    drafts, _ = draft_notices(load_case(suicide_record()), fixture("named"), told=told)
    return {one.file.removesuffix(".docx"): one for one in drafts}


@pytest.fixture(autouse=True, scope="module")
def fresh(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden", default=False):
        renew_fixtures()


@pytest.mark.parametrize(
    ("told", "name"),
    [
        *(("yes", name) for name in ("home-office", "family", "agencies", "coroner")),
        *(("yes", name) for name in ("safeguarding-adults", "safeguarding-children")),
        *(("no", name) for name in ("home-office", "family", "agencies", "referrer")),
    ],
)
def test_each_notice_is_the_golden_one(told: str, name: str, update_golden: bool):
    compare(f"notice-{name}-{told}.txt", text_of(every_draft(told)[name]), update=update_golden)


# --- which ones ---------------------------------------------------------------------


def test_a_yes_tells_home_office_family_agencies_coroner_and_the_boards():
    drafts, left = drafted(named_record())
    assert list(drafts) == [
        "home-office", "family", "agencies", "coroner",
        "safeguarding-adults", "safeguarding-children",
    ]  # fmt: skip
    assert left == []
    assert "has decided to hold" in text_of(drafts["home-office"])


def test_a_no_tells_the_referrer_too_and_not_the_coroner():
    drafts, _ = drafted(named_record(decisions=[{"what": "no-review"}]))
    assert {"home-office", "family", "agencies", "referrer"} <= set(drafts)
    assert "coroner" not in drafts
    assert "is not met" in text_of(drafts["home-office"])


def test_while_it_is_open_only_what_does_not_wait_is_drafted():
    drafts, left = drafted(named_record(judgements=[], decisions=[]))
    assert set(drafts) == {"agencies", "safeguarding-adults", "safeguarding-children"}
    assert "No decision has been made yet." in letter_of(drafts["agencies"])
    assert {one.why for one in left} == {"nothing is decided yet"}


def test_a_family_that_it_is_unsafe_to_write_to_gets_no_letter():
    data = named_record()
    data["review"]["family"] = {"unsafe_to_contact": True}
    drafts, left = drafted(data)
    assert "family" not in drafts
    assert any("not safe" in one.why for one in left)


def test_a_family_that_referred_the_death_gets_the_family_letter():
    data = named_record(decisions=[{"what": "no-review"}], notified_by="family")
    drafts, left = drafted(data)
    assert "family" in drafts
    assert "referrer" not in drafts
    assert any("the family referred" in one.why for one in left)


def test_a_board_is_told_only_where_its_review_may_arise():
    data = named_record(children=[])
    data["deceased"] |= {"care_and_support_needs": False}
    drafts, left = drafted(data)
    assert not {"safeguarding-adults", "safeguarding-children"} & set(drafts)
    assert len(left) == 2


# --- what they say ------------------------------------------------------------------


def test_every_page_says_that_it_is_a_draft_and_the_first_is_for_the_sender():
    for draft in drafted(named_record())[0].values():
        text = text_of(draft)
        assert text.startswith("(header) Draft, not sent")
        assert text.index("take this page out") < text.index("Our reference")
        assert "See to these first" in text


def test_the_family_letter_begins_with_safety_and_encloses_leaflet_and_advocacy():
    text = text_of(drafted(named_record())[0]["family"])
    sender = text.split("Our reference")[0]
    assert "whether it is safe to write to this person" in sender
    assert "the Home Office leaflet for families" in sender
    assert "AAFDA" in sender
    assert "advocate" in letter_of(drafted(named_record())[0]["family"])


def test_a_draft_that_tells_another_decision_than_was_worked_out_warns():
    text = text_of(drafted(named_record(decisions=[{"what": "no-review"}]))[0]["home-office"])
    assert "not the one that was worked out" in text
    assert "reasons that are no reasons in law" in text


def test_a_draft_without_a_recorded_decision_says_so():
    text = text_of(drafted(named_record(decisions=[]))[0]["home-office"])
    assert "holds no decision yet" in text


@pytest.mark.parametrize(
    ("change", "words", "there"),
    [
        ({"proceedings": {"outcome": "pending"}}, "wait for the court", True),
        ({"proceedings": {"outcome": "convicted-murder"}}, "wait for the court", False),
        ({"proceedings": {"charged": True, "concluded_on": "2025"}}, "wait for the court", False),
    ],
)
def test_the_court_is_spoken_of_only_while_it_matters(
    change: dict[str, Any], words: str, there: bool
):
    data = named_record()
    data["alleged_perpetrators"][0] |= change
    assert (words in letter_of(drafted(data)[0]["family"])) is there


def test_the_report_date_is_worked_out():
    assert "due by 29 September 2024" in text_of(drafted(named_record())[0]["home-office"])


def test_what_has_died_with_the_suspect_is_said_to_the_coroner():
    data = named_record()
    data["alleged_perpetrators"][0]["died"] = True
    assert "its reports will be sent to you" in letter_of(drafted(data)[0]["coroner"])
    assert "If you would like to have the report" in letter_of(
        drafted(named_record())[0]["coroner"]
    )


# --- names --------------------------------------------------------------------------


def test_no_name_comes_out_unless_asked():
    for draft in drafted(named_record())[0].values():
        assert CANARY not in everything_in(notices_docx.render(draft))


def test_names_that_were_asked_for_come_out_and_nothing_else_does():
    data = named_record()
    data["deceased"]["names"] = ["Ashby Fenn"]
    data["alleged_perpetrators"][0]["names"] = ["Corin Vale"]
    data["review"]["chair"]["name"] = "Dr Imre Hall"
    drafts, _ = drafted(data, names=True)
    assert "Ashby Fenn" in letter_of(drafts["family"])
    assert "Corin Vale" not in letter_of(drafts["family"])
    assert "Dr Imre Hall" in letter_of(drafts["home-office"])
    assert "Ashby Fenn" not in letter_of(drafts["home-office"])
    assert "Corin Vale" in letter_of(drafts["agencies"])
    for draft in drafts.values():
        assert CANARY not in everything_in(notices_docx.render(draft))


# --- the templates ------------------------------------------------------------------


def test_every_template_is_used_and_every_field_and_condition_is_needed():
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(ORDER)
    texts = [text for one in templates() for text in one.texts()]
    used = {name for text in texts for name in FIELD.findall(text)}
    assert used == set(FIELDS)
    conditions = {
        flag for one in templates() for part in one.letter for flag in (part.when, part.unless)
    }
    assert conditions - {""} == set(FLAGS)


def test_no_template_holds_an_address_or_a_number():
    """An address in a text goes stale; the one that the old guidance prints has."""
    for path in FOLDER.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"@|gsi|https?:|www\.|\b0\d{3,}", text), path.name


def test_every_source_of_a_template_is_known():
    from dhr_checker.checker.packs import load_packs

    known = load_packs().sources
    assert {cite.source for one in templates() for cite in one.cites} <= set(known)


FAMILY = [one for one in templates() if one.id.startswith("family")]
HARD_WORDS = re.compile(
    r"\b(victim|perpetrator|suspect|offender|murder|killed|case|IMR|agency|agencies|stakeholder|"
    r"pursuant|herein|regarding|statutory|criteria|multi-agency|engage|closure|unfortunately|"
    r"tragic|loved one|passed away|process)\b",
    re.IGNORECASE,
)


def sentences(template: Template) -> list[str]:
    return [text for part in template.letter for text in part.say]


@pytest.mark.parametrize("template", FAMILY, ids=lambda one: one.id)
def test_the_family_letter_is_plain_and_accuses_nobody(template: Template):
    for text in [*sentences(template), *(p for part in template.letter for p in part.points)]:
        assert not HARD_WORDS.search(text), text
        assert "!" not in text


@pytest.mark.parametrize("template", FAMILY, ids=lambda one: one.id)
def test_the_family_letter_is_in_short_sentences(template: Template):
    lengths = [len(text.split()) for text in sentences(template)]
    assert max(lengths) <= 26, [text for text in sentences(template) if len(text.split()) > 26]
    assert sum(lengths) / len(lengths) <= 16


def test_the_letter_to_the_family_says_what_it_has_to():
    """Each of these is asked for by a source, or is owed to the reader."""
    text = " ".join(text for one in FAMILY[:1] for text in [*sentences(one)])
    for needed in (
        "very sorry",
        "domestic homicide review",
        "independent person leads it",
        "not a trial or an inquest",
        "who is to blame",
        "entirely for you to choose",
        "an advocate",
        "costs you nothing",
        "does not use the real names of {deceased} or of your family",
        "how you would like to hear from us, how often",
        "rather not hear from us",
    ):
        assert needed in text


def test_a_broken_template_is_told_with_its_file():
    from pydantic import ValidationError

    with pytest.raises(ValidationError, match="no such field"):
        Template.model_validate({**_template(), "letter": [{"say": ["{nobody}"]}]})
    with pytest.raises(ValidationError, match="no such condition"):
        Template.model_validate({**_template(), "letter": [{"say": ["x"], "when": "moon"}]})
    with pytest.raises(ValidationError, match="exactly one"):
        Template.model_validate({**_template(), "letter": [{"say": ["x"], "heading": "y"}]})


def _template() -> dict[str, Any]:
    return templates()[0].model_dump(by_alias=True)


# --- the command --------------------------------------------------------------------


def notices(folder: Path, *arguments: str, **environment: str) -> Result:
    case = folder / "case.yaml"
    if not case.exists():
        from dhr_checker.checker.record_writing import as_yaml

        case.write_text(as_yaml(load_case(named_record())), encoding="utf-8")
    command = ["notices", str(case), "-o", str(folder / "out"), "--as-of", "2026-01-01", *arguments]
    return CliRunner().invoke(main, command, env=environment)


def test_the_command_writes_private_files_and_no_name_on_the_screen(tmp_path: Path):
    result = notices(tmp_path)
    assert result.exit_code == 0, result.output
    files = sorted((tmp_path / "out").iterdir())
    assert len(files) == 6
    assert {stat.S_IMODE(one.stat().st_mode) for one in files} == {0o600}
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o700
    assert CANARY not in result.output


def test_nothing_is_overwritten(tmp_path: Path):
    assert notices(tmp_path).exit_code == 0
    (tmp_path / "out" / "family.docx").write_bytes(b"mine")
    again = notices(tmp_path)
    assert again.exit_code == 2
    assert "nothing is overwritten" in again.output
    assert (tmp_path / "out" / "family.docx").read_bytes() == b"mine"


@pytest.mark.parametrize("how", ["option", "environment"])
def test_the_mailbox_is_what_the_user_says(tmp_path: Path, how: str):
    if how == "option":
        notices(tmp_path, "--mailbox", "reviews@example.test")
    else:
        notices(tmp_path, DHR_HOME_OFFICE_MAILBOX="reviews@example.test")
    text = as_text((tmp_path / "out" / "home-office.docx").read_bytes())
    assert "To: reviews@example.test" in text


def test_without_a_mailbox_there_is_a_placeholder(tmp_path: Path):
    notices(tmp_path)
    text = as_text((tmp_path / "out" / "home-office.docx").read_bytes())
    assert "To: [the Home Office's address for notifications]" in text
