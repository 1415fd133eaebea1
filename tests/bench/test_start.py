"""What a command loads before it does anything: the part of its speed that can be tested."""

import shutil
import subprocess
import sys

import click
import pytest
from dhr_checker.checker.packs import RULES, load_packs
from dhr_checker.cli import COMMANDS, main

SLOW = ("pydantic", "yaml", "lxml", "docx", "holidays", "rapidfuzz", "stdnum")
CASE = '{"reference": "CSP-1", "deceased": {"age_at_death": 40}, "children": []}'


def loaded_by(*arguments):
    """Which of the slow packages a command imports."""
    code = (
        "import sys\nfrom dhr_checker.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        f"print(*(name for name in {SLOW!r} if name in sys.modules), file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, input=CASE, capture_output=True, text=True, check=True)
    assert done.stdout
    return done.stderr.split()


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("decide", "--help")])
def test_help_reads_no_rule_and_no_document(arguments):
    assert loaded_by(*arguments) == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_that_help_lists_is_there(name):
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.name == name


def test_a_decision_needs_no_word_reader():
    assert loaded_by("decide", "-", "--engine", "plain") == ["pydantic", "yaml"]


def test_a_decision_leaves_unread_what_drafts_are_checked_against():
    for_decisions, whole = load_packs(drafts=False), load_packs()
    assert list(for_decisions.packs) == list(whole.packs)
    read, unread = for_decisions.pack("home-office-2016"), whole.pack("home-office-2016")
    assert not read.entries("requirements")
    assert unread.entries("requirements")
    assert read.entries("rules") == unread.entries("rules")


def test_a_pack_has_one_hash_however_much_of_it_was_read():
    for_decisions, whole = load_packs(drafts=False), load_packs()
    hashes = {pack_id: pack.sha256 for pack_id, pack in whole.packs.items()}
    assert {pack_id: pack.sha256 for pack_id, pack in for_decisions.packs.items()} == hashes


MIXED = """
requirements: []
remarks:
  - id: X-REMARK
    title: A remark beside requirements
    kind: note
    cites: [{source: project, at: a test, checked: inference}]
    when: always
    say: Something.
"""


@pytest.mark.parametrize("key", ["remarks", '"remarks"'])
def test_a_file_that_holds_more_than_requirements_is_read_for_decisions(tmp_path, key):
    folder = tmp_path / "rules"
    shutil.copytree(RULES, folder)
    text = MIXED.replace("remarks:", f"{key}:")
    (folder / "guidance" / "home-office-2016" / "mixed.yaml").write_text(text, encoding="utf-8")
    remarks = load_packs(folder, drafts=False).pack("home-office-2016").entries("remarks")
    assert "X-REMARK" in [one.id for one in remarks]
