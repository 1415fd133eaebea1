"""Names that are listed in the settings are looked for and never printed; agencies are known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from dhr_checker import Settings, check

from .support import AS_OF, LINES, faces, run, write_draft

NAMES = ("Wilhelmina Quixby", "Tobias Fenwarren-Oke", "Zyx")
WITH_NAMES = (
    *LINES,
    "# 4. Wilhelmina's last year",
    "W. Quixby failed to leave. Mr Fenwarren-Oke, called ZYX, was seen on 3 May 2023.",
)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    names = ", ".join(f'"{name}"' for name in NAMES)
    text = f"""names = [{names}]
[[off]]
rule = "WD16-FAILED-TO-LEAVE"
reason = "Wilhelmina Quixby's mother wished for it."
[[demote]]
rule = "ID16-NAMES"
reason = "Zyx and Fenwarren-Oke are known."
"""
    (tmp_path / "dhr.toml").write_text(text, encoding="utf-8")
    return write_draft(tmp_path, WITH_NAMES, "Quixby v2.docx")


def test_they_are_found_without_a_case_record(draft: Path) -> None:
    report = json.loads(run(draft, "--format", "json").stdout)
    (found,) = [one for one in report["findings"] if one["rule"] == "ID16-NAMES"]
    assert found["outcome"] == "review"
    assert found["eased"]
    assert len(found["places"]) + found["more_places"] > 3
    assert report["settings"]["names"] == 3
    said = run(draft).output
    assert "only those 3 in the settings could be looked for" in " ".join(said.split())


def test_no_face_prints_one(tmp_path: Path, draft: Path) -> None:
    for face, said in faces(tmp_path, draft).items():
        for part in ("quixby", "wilhelmina", "fenwarren", "zyx", "tobias"):
            assert part not in said.lower(), (face, part)


def test_the_search_would_see_one(draft: Path) -> None:
    assert "Quixby" in run(draft, "--clear").output


def test_clear_shows_the_draft_s_words_and_still_no_list(tmp_path: Path) -> None:
    """Names that do not stand in the draft are not told, whatever is asked for."""
    (tmp_path / "dhr.toml").write_text('names = ["Quendolyn Harbotham"]', encoding="utf-8")
    draft = write_draft(tmp_path)
    for face, said in faces(tmp_path, draft, "--clear").items():
        assert "harbotham" not in said.lower(), face


def test_an_agency_is_not_taken_for_a_person() -> None:
    lines = (*LINES, "The panel met in May. The staff of Sarah Jenkins wrote about Leonie.")

    def asked(**settings: object) -> str:
        import tempfile

        with tempfile.TemporaryDirectory() as folder:
            path = write_draft(Path(folder), lines)
            report = check(
                path,
                as_of=AS_OF,
                engine="plain",
                masked=False,
                settings=Settings.model_validate(settings),
            )
        found = next(one for one in report.findings if one.rule == "ID16-NAMES-UNLISTED")
        return " ".join(spot.excerpt for spot in found.places)

    assert "Sarah Jenkins" in asked()
    assert "Sarah Jenkins" not in asked(
        agencies=[{"name": "Sarah Jenkins House", "acronyms": ["Sarah Jenkins"]}]
    )
