"""What of a draft may be shown, what is praised, and what counts as a missing section."""

from __future__ import annotations

from dhr_checker.checker.compliance import check
from dhr_checker.checker.headline import headline, is_missing_section
from dhr_checker.checker.layout import Layout
from dhr_checker.checker.packs import load_packs
from dhr_checker.checker.render import report_text
from dhr_checker.checker.requirements import template_for
from dhr_checker.checker.textdoc import text_document
from dhr_checker.schemas.compliance import CheckOutcome, Counts, Finding, Spot
from dhr_checker.schemas.documents import DocumentKind

CASE = {"reference": "TEST", "deceased": {"pseudonym": "Anna", "names": ["Tamsin Hallorane"]}}
PRAISE = "The report says that the family met the panel, or could have."


def test_a_name_in_a_heading_or_a_file_name_is_masked() -> None:
    text = "# Introduction\nThis is about Anna.\n# Tamsin Hallorane and the law\nShe rang 999."
    made = check(text_document(text, name="Hallorane draft.docx"), CASE)
    assert made.document.name == "[name] draft.docx"
    assert "Hallorane" not in made.model_dump_json()
    assert "Hallorane" not in report_text.render(made)


def test_what_is_denied_is_not_praised() -> None:
    def strengths(said: str) -> tuple[str, ...]:
        return check(text_document(f"# Family involvement\n{said}")).strengths

    assert PRAISE in strengths("Anna's mother met the panel in June.")
    assert PRAISE not in strengths("Anna's mother declined to meet the panel.")
    assert PRAISE in strengths("Her sister did not meet the panel. Her mother met the panel.")


def _finding(**changes: object) -> Finding:
    given = {
        "rule": "X-1",
        "title": "There is a section",
        "group": "structure",
        "level": "must",
        "section": "analysis",
        "section_title": "Analysis",
        "outcome": CheckOutcome.FAIL,
        **changes,
    }
    return Finding.model_validate(given)


def test_a_section_that_is_there_and_wrong_is_not_missing() -> None:
    assert is_missing_section(_finding())
    assert not is_missing_section(_finding(places=(Spot(where="body"),)))
    assert not is_missing_section(_finding(group="content"))
    assert not is_missing_section(_finding(outcome=CheckOutcome.REVIEW))
    said = headline([_finding(places=(Spot(where="body"),))], Counts(failed=1))
    assert "missing" not in said
    assert "under Analysis" in said


def test_what_passes_is_never_listed_with_a_missing_section() -> None:
    text = (
        "# Introduction\nA.\n# Timescales\nB.\n# Methodology\nC. Interviews were held.\n"
        "# Background\nD.\n# Analysis\nE.\n# Conclusions\nF."
    )
    made = check(text_document(text))
    block = report_text.render(made).partition("[OR16-RECOMMENDATIONS]")[2].partition("Source:")[0]
    told = {one.rule for one in made.findings if f"[{one.rule}]" in " ".join(block.split())}
    assert told
    outcomes = {one.outcome for one in made.findings if one.rule in told}
    assert outcomes <= {CheckOutcome.FAIL, CheckOutcome.REVIEW}


def _layout(text: str) -> Layout:
    base = load_packs()
    template = next(
        t for t in base.packs["home-office-2016"].templates if t.document == "overview-report"
    )
    return Layout(text_document(text), template)


def test_a_theme_of_the_analysis_is_no_section_of_its_name() -> None:
    text = "# Methodology\nA.\n# Analysis\nB.\n## Line 9: family, friends and work\nC."
    family = _layout(text).of("family")
    assert not family.headings
    under = _layout("# Methodology\nA.\n## Records, family and friends\nB.").of("family")
    assert under.headings


def test_a_later_pack_brings_its_own_template() -> None:
    from dhr_checker.checker.packs import lay

    base = load_packs()
    found = template_for(lay(base, ["dvcva-2004-s9", "home-office-2016"]), DocumentKind.OVERVIEW)
    assert found is not None
    assert template_for(lay(base, ["dvcva-2004-s9"]), DocumentKind.OVERVIEW) is None
