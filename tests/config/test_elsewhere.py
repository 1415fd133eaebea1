"""Settings where several drafts are checked, and in the notices."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

from click.testing import CliRunner
from dhr_checker.cli import main

from ..machines.support import EXAMPLES
from .support import run, write_draft


def test_the_table_of_several_drafts_says_what_was_set_by_hand(tmp_path: Path) -> None:
    write_draft(tmp_path, name="a.docx")
    write_draft(tmp_path, name="b.docx")
    before = run(tmp_path, "--apart")
    assert "by hand" not in before.output
    text = (
        '[[off]]\nrule = "WD16-COMMITTED-SUICIDE"\nreason = "Pears."\n'
        '[[demote]]\nrule = "ID16-POSTCODE"\nreason = "Apples."\n'
    )
    (tmp_path / "dhr.toml").write_text(text, encoding="utf-8")
    after = " ".join(run(tmp_path, "--apart").output.split())
    assert "In 2 of 2, rules were turned off or demoted, or findings set aside, by hand" in after
    assert "Names, or what leads to people, may remain in a draft." in after
    assert after.count("Pears.") == 2


def test_the_mailbox_of_the_notices(tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    shutil.copy(EXAMPLES / "cases" / "partner-homicide.yaml", case)
    (tmp_path / "dhr.toml").write_text('mailbox = "reviews@example.org"', encoding="utf-8")

    def letters(*more: str) -> str:
        folder = tmp_path / f"letters{len(list(tmp_path.iterdir()))}"
        result = CliRunner().invoke(main, ["notices", str(case), "-o", str(folder), *more])
        assert result.exit_code == 0, result.output
        files = (zipfile.ZipFile(one) for one in folder.glob("*.docx"))
        words = [one.read("word/document.xml").decode() for one in files]
        return result.output + " ".join(words)

    by_file = letters()
    assert "reviews@example.org" in by_file
    assert "The mailbox was read from dhr.toml" in by_file
    by_flag = letters("--mailbox", "other@example.org")
    assert "other@example.org" in by_flag
    assert "reviews@example.org" not in by_flag
